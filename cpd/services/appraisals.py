"""What the two, the head and HR do with an appraisal as a whole: agree, reopen, send back, close, suspend."""

from datetime import datetime

from django.db import transaction

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission
from core.domain.school_time import day_of
from core.domain.schools import SchoolType
from core.selectors import list_people_holding
from core.services.history import delete_with_reason, save_with_reason
from cpd.domain.appraisal import GROUND_LABELS, Ground, Phase
from cpd.domain.appraisal_states import Event, Part, State, deny_move, find_move
from cpd.domain.appraisal_visibility import Side
from cpd.domain.appraisal_writing import OBJECTIVES_OPEN, deny_agreement, deny_closing, needs_adviser
from cpd.enums import AppealOutcome
from cpd.models import (
    Appraisal,
    AppraisalEvent,
    AppraisalExclusion,
    ObjectiveRating,
    ReviewSide,
    Signature,
)
from cpd.selectors.appraisals import policy_of
from cpd.services.appraisal_moves import lock_appraisal, move_appraisal

# Where an appraisal may be handed to another appraiser.
MAY_CHANGE_HANDS = OBJECTIVES_OPEN | {State.SUSPENDED, State.APPEAL_DECIDED}


@transaction.atomic
def agree_objectives(*, appraisal_id: int, by: Actor, now: datetime, external_adviser: str = "") -> Appraisal:
    """Agree the objectives: there is one at least, and the head of a maintained school has an adviser."""
    appraisal, part = lock_appraisal(appraisal_id=appraisal_id, by=by)
    require(deny_move(find_move(Event.OBJECTIVES_AGREED, appraisal.state), part))
    school_type = SchoolType(appraisal.engagement.school.school_type)
    adviser = external_adviser.strip() or appraisal.external_adviser
    denial = deny_agreement(
        objectives=appraisal.objectives.count(),
        needs_adviser=needs_adviser(school_type, is_headteacher=appraisal.is_headteacher),
        adviser=adviser,
    )
    require(denial)
    if adviser != appraisal.external_adviser:
        appraisal.external_adviser = adviser
        save_with_reason(
            appraisal, by=by, reason="adviser named", update_fields=["external_adviser"], now=now
        )
    move_appraisal(appraisal=appraisal, event=Event.OBJECTIVES_AGREED, part=part, by=by, now=now)
    return appraisal


@transaction.atomic
def reopen_objectives(*, appraisal_id: int, reason: str, by: Actor, now: datetime) -> Appraisal:
    """Open agreed objectives again, for a reason."""
    return _just_move(appraisal_id, Event.OBJECTIVES_REOPENED, by, now, reason)


@transaction.atomic
def leave_out_mid_year(*, appraisal_id: int, reason: str, by: Actor, now: datetime) -> Appraisal:
    """Go on without a mid-year review, for a reason such as a long absence."""
    return _just_move(appraisal_id, Event.MID_YEAR_LEFT_OUT, by, now, reason)


@transaction.atomic
def send_back(*, appraisal_id: int, reason: str, by: Actor, now: datetime) -> Appraisal:
    """Send the final review back to its writer: it is a draft again, and signatures on it are void."""
    appraisal, part = lock_appraisal(appraisal_id=appraisal_id, by=by)
    move_appraisal(appraisal=appraisal, event=Event.SENT_BACK, part=part, by=by, now=now, reason=reason)
    _unshare_final(appraisal, by=by, now=now, reason=reason.strip())
    return appraisal


@transaction.atomic
def reopen_final(*, appraisal_id: int, by: Actor, now: datetime) -> Appraisal:
    """After an appeal that was upheld, wholly or partly, the final review is written again."""
    appraisal, part = lock_appraisal(appraisal_id=appraisal_id, by=by)
    appeal = appraisal.appeals.order_by("-made_at", "-pk").first()
    if appeal is not None and appeal.outcome == AppealOutcome.NOT_UPHELD:
        raise DomainError("not_upheld", "The appeal was not upheld, so the review stands. Close it.")
    move_appraisal(appraisal=appraisal, event=Event.FINAL_REOPENED, part=part, by=by, now=now)
    _unshare_final(appraisal, by=by, now=now, reason="appeal upheld")
    return appraisal


@transaction.atomic
def close_appraisal(*, appraisal_id: int, by: Actor, now: datetime) -> Appraisal:
    """Close a signed appraisal once an appeal is no longer possible, or one whose appeal is decided."""
    appraisal, part = lock_appraisal(appraisal_id=appraisal_id, by=by)
    move = find_move(Event.CLOSED, appraisal.state)
    require(deny_move(move, part))
    if appraisal.state == State.SIGNED:
        last = appraisal.signatures.order_by("-signed_at").first()
        require(
            deny_closing(
                signed=day_of(last.signed_at) if last else None,
                today=day_of(now),
                working_days=policy_of(appraisal).appeal_working_days,
            )
        )
    move_appraisal(appraisal=appraisal, event=Event.CLOSED, part=part, by=by, now=now)
    return appraisal


@transaction.atomic
def suspend_appraisal(*, appraisal_id: int, reason: str, by: Actor, now: datetime) -> Appraisal:
    """Stop the year for a reason. Where it stood is kept, to be taken up again."""
    return _just_move(appraisal_id, Event.SUSPENDED, by, now, reason)


@transaction.atomic
def end_early(*, appraisal_id: int, reason: str, by: Actor, now: datetime) -> Appraisal:
    """Close an appraisal that will not be finished, for a reason such as that the person has left."""
    return _just_move(appraisal_id, Event.ENDED_EARLY, by, now, reason)


@transaction.atomic
def resume_appraisal(*, appraisal_id: int, reason: str, by: Actor, now: datetime) -> Appraisal:
    """Take a suspended appraisal up again where it stood.

    Raises ``DomainError`` while induction or a capability procedure is on record: its end takes it up again.
    """
    appraisal, part = lock_appraisal(appraisal_id=appraisal_id, by=by)
    running = AppraisalExclusion.objects.filter(engagement=appraisal.engagement_id, valid_until=None).first()
    if running is not None:
        ground = GROUND_LABELS[Ground(running.ground)]
        raise DomainError(
            "ground_runs", f"“{ground}” is still on record. Write down its last day: that takes it up again."
        )
    move_appraisal(
        appraisal=appraisal,
        event=Event.RESUMED,
        part=part,
        by=by,
        now=now,
        reason=reason,
        resumed_to=appraisal.resumes_as,
    )
    return appraisal


@transaction.atomic
def change_appraiser(
    *, appraisal_id: int, appraiser_id: int, reason: str, by: Actor, now: datetime
) -> Appraisal:
    """Hand an appraisal to another appraiser of the school, for a reason.

    Nobody reads another's draft, so what the one before has not shared goes. Not once the final review is
    out: that is sent back first.
    """
    appraisal, part = lock_appraisal(appraisal_id=appraisal_id, by=by)
    school_id = appraisal.engagement.school_id
    if part not in (Part.MODERATOR, Part.HR):
        raise DomainError("not_your_part", "The head or HR decides who appraises.")
    if not reason.strip():
        raise DomainError("reason_missing", "Say in a few words why somebody else appraises.", "reason")
    holding = {one.pk for one in list_people_holding(Permission.MANAGE_TEAM, school_id=school_id)}
    if appraiser_id not in holding or appraiser_id == appraisal.engagement.person.user_id:
        raise DomainError("no_appraiser", "Choose a line manager or the head, not the person.", "appraiser")
    if State(appraisal.state) not in MAY_CHANGE_HANDS:
        raise DomainError("too_late", "The final review is out. Send it back first, then change this.")
    _forget_drafts(appraisal)
    appraisal.appraiser_id = appraiser_id
    save_with_reason(appraisal, by=by, reason=reason.strip(), update_fields=["appraiser"], now=now)
    AppraisalEvent.objects.create(
        appraisal=appraisal,
        kind=Event.APPRAISER_CHANGED.value,
        from_state=appraisal.state,
        to_state=appraisal.state,
        at=now,
        by_id=by.acting_id,
        reason=reason.strip(),
    )
    return appraisal


def _forget_drafts(appraisal: Appraisal) -> None:
    """What the appraiser has not shared goes, and no line of history keeps it."""
    drafts = ReviewSide.objects.filter(appraisal=appraisal, side=Side.MANAGER.value, shared_at=None)
    ratings = ObjectiveRating.objects.filter(review_side__in=drafts)
    rating_ids, draft_ids = (list(rows.values_list("pk", flat=True)) for rows in (ratings, drafts))
    ratings.delete()
    drafts.delete()
    ObjectiveRating.history.filter(id__in=rating_ids).delete()
    ReviewSide.history.filter(id__in=draft_ids, shared_at=None).delete()


def _just_move(appraisal_id: int, event: Event, by: Actor, now: datetime, reason: str) -> Appraisal:
    appraisal, part = lock_appraisal(appraisal_id=appraisal_id, by=by)
    move_appraisal(appraisal=appraisal, event=event, part=part, by=by, now=now, reason=reason)
    return appraisal


def _unshare_final(appraisal: Appraisal, *, by: Actor, now: datetime, reason: str) -> None:
    """The appraiser's final review becomes a draft again, and nobody has signed it."""
    final = ReviewSide.objects.filter(
        appraisal=appraisal, phase=Phase.FINAL.value, side=Side.MANAGER.value
    ).first()
    if final is not None:
        final.shared_at = final.shared_by = None
        save_with_reason(final, by=by, reason=reason, update_fields=["shared_at", "shared_by"], now=now)
    for signature in Signature.objects.filter(appraisal=appraisal).order_by("pk"):
        delete_with_reason(signature, by=by, reason=reason, now=now)
