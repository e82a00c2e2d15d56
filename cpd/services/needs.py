"""Development needs: proposed from an appointment, accepted, planned, met with evidence, dropped."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor
from core.domain.school_time import day_of
from core.models import Engagement
from core.services.history import create_with_reason, save_with_reason
from cpd.domain.development import (
    NeedKind,
    NeedOrigin,
    NeedStatus,
    ProposedNeed,
    deny_move,
    word_review_need,
)
from cpd.domain.development import propose_needs as propose_from
from cpd.domain.development_plan import Step, check_steps
from cpd.models import DevelopmentNeed, DevelopmentStep, Training
from cpd.selectors.acting import deny_developing
from cpd.selectors.criterion_results import find_application, get_results
from cpd.selectors.training import list_evidence_for
from cpd.services.needs_in_appraisal import join_appraisal

PROPOSED = "proposed from the appointment"


@transaction.atomic
def propose_needs(*, engagement_id: int, by: Actor, now: datetime) -> list[DevelopmentNeed]:
    """Propose what the appointment left to learn; what was proposed before stays as it is.

    Returns the new ones. Raises ``DomainError`` where the person was not appointed through a vacancy.
    """
    engagement = _lock_engagement(engagement_id, by, now)
    application = find_application(engagement)
    if application is None:
        raise DomainError(
            "no_vacancy", "This person was not appointed through a vacancy kept here. Add a need by hand."
        )
    found = get_results(application)
    proposals = propose_from(found.results, override_reason=found.override_reason)
    return _store(engagement, proposals, by=by, now=now, reason=PROPOSED)


@transaction.atomic
def propose_review_needs(
    *, engagement_id: int, review_key: str, lines: Sequence[str], source: str, by: Actor, now: datetime
) -> list[DevelopmentNeed]:
    """What a final review says is to be learned becomes training needs, a line each; known ones stay.

    ``review_key`` names the review for good, such as ``appraisal-12``; the same words of it come in once.
    """
    engagement = _lock_engagement(engagement_id, by, now)
    proposals = [word_review_need(line, review_key=review_key, source=source) for line in lines]
    return _store(engagement, proposals, by=by, now=now, reason="proposed from a final review")


@transaction.atomic
def add_need(
    *,
    engagement_id: int,
    kind: NeedKind,
    text: str,
    target_date: date | None,
    by: Actor,
    now: datetime,
) -> DevelopmentNeed:
    """Write down a need that shows later, accepted by its writer. Raises ``DomainError`` without words."""
    engagement = _lock_engagement(engagement_id, by, now)
    need = DevelopmentNeed(
        engagement=engagement,
        kind=kind,
        text=_words(text, "text", "Say what is to be learned."),
        origin=NeedOrigin.ADDED,
        status=NeedStatus.ACCEPTED,
        target_date=_ahead(target_date, now),
        proposed_at=now,
        proposed_by_id=by.acting_id,
        decided_at=now,
        decided_by_id=by.acting_id,
    )
    save_with_reason(need, by=by, reason="added", now=now)
    return need


@transaction.atomic
def accept_need(
    *, need_id: int, kind: NeedKind, text: str, target_date: date | None, by: Actor, now: datetime
) -> DevelopmentNeed:
    """Accept a proposed need, or take up a dropped one, in the words and as the kind a person chooses.

    As an objective it joins the person's open appraisal where the actor may add to it. Raises ``NotAllowed``
    where it stands otherwise, ``DomainError`` without words or for a day that is past.
    """
    need = _lock(need_id, NeedStatus.ACCEPTED, by, now)
    need.kind, need.text = kind, _words(text, "text", "Say what is to be learned.")
    need.target_date, need.reason = _ahead(target_date, now), ""
    _move(need, NeedStatus.ACCEPTED, by=by, now=now, reason="accepted")
    if kind == NeedKind.OBJECTIVE:
        join_appraisal(need=need, by=by, now=now)
    return need


@transaction.atomic
def plan_need(*, need_id: int, steps: Sequence[Step], by: Actor, now: datetime) -> DevelopmentNeed:
    """Give an accepted need its plan. Steps already done stay; those not done are replaced by these.

    The last day of the plan becomes the need's target. Raises ``DomainError`` for a plan that does not hold.
    """
    need = _lock(need_id, NeedStatus.PLANNED, by, now)
    check_steps(tuple(steps), today=day_of(now))
    need.steps.filter(done_date=None).delete()
    begins = need.steps.aggregate(last=Max("position"))["last"] or 0
    in_order = sorted(steps, key=lambda one: one.due_date)
    create_with_reason(
        DevelopmentStep,
        [
            DevelopmentStep(need=need, position=place, text=step.text.strip(), due_date=step.due_date)
            for place, step in enumerate(in_order, start=begins + 1)
        ],
        by=by,
        reason="planned",
        now=now,
    )
    need.target_date = in_order[-1].due_date
    _move(need, NeedStatus.PLANNED, by=by, now=now, reason="planned")
    return need


@transaction.atomic
def complete_step(*, step_id: int, done_date: date, by: Actor, now: datetime) -> DevelopmentStep:
    """Write down that one step of a plan was done on a day that has come."""
    step = (
        DevelopmentStep.objects.select_for_update(of=("self",))
        .select_related("need__engagement")
        .get(pk=step_id)
    )
    require(deny_developing(by, step.need.engagement, today=day_of(now)))
    _not_ahead(done_date, "done_date", now)
    if step.need.status != NeedStatus.PLANNED or step.done_date is not None:
        raise DomainError("step_settled", "This step is done already, or its plan no longer stands.")
    step.done_date, step.done_by_id = done_date, by.acting_id
    save_with_reason(step, by=by, reason="done", now=now, update_fields=["done_date", "done_by"])
    return step


@transaction.atomic
def meet_need(
    *,
    need_id: int,
    met_date: date,
    evidence: str,
    training_id: int | None = None,
    by: Actor,
    now: datetime,
) -> DevelopmentNeed:
    """A need is met, with what shows it: a record of training, a certificate, an objective reached.

    With a record of training, its name stands where no words were given. Raises ``DomainError`` for a record
    of somebody else or of a school outside the trust, one that was withdrawn or is not confirmed, and without
    any evidence.
    """
    need = _lock(need_id, NeedStatus.MET, by, now)
    _not_ahead(met_date, "met_date", now)
    training = _find_training(training_id, need.engagement)
    words = evidence.strip() or (_name_of(training) if training else "")
    need.met_date, need.training = met_date, training
    need.evidence = _words(words, "evidence", "Say what shows it, such as the certificate and its date.")
    _move(need, NeedStatus.MET, by=by, now=now, reason="met")
    return need


@transaction.atomic
def drop_need(*, need_id: int, reason: str, by: Actor, now: datetime) -> DevelopmentNeed:
    """Drop a need for a reason, such as that the certificate came since."""
    need = _lock(need_id, NeedStatus.DROPPED, by, now)
    need.reason = _words(reason, "reason", "Say in a sentence why it is dropped.")
    _move(need, NeedStatus.DROPPED, by=by, now=now, reason=need.reason)
    return need


def _store(
    engagement: Engagement, proposals: Sequence[ProposedNeed], *, by: Actor, now: datetime, reason: str
) -> list[DevelopmentNeed]:
    known = set(engagement.development_needs.exclude(origin_key="").values_list("origin_key", flat=True))
    rows = [
        DevelopmentNeed(
            engagement=engagement,
            kind=one.kind,
            text=one.text,
            origin=one.origin,
            origin_key=one.origin_key,
            origin_text=one.origin_text,
            origin_requirement=one.origin_requirement,
            origin_source=one.origin_source[:300],
            panel_note=one.panel_note,
            proposed_at=now,
            proposed_by_id=by.acting_id,
        )
        for one in proposals
        if one.origin_key not in known
    ]
    create_with_reason(DevelopmentNeed, rows, by=by, reason=reason, now=now)
    return list(
        engagement.development_needs.filter(origin_key__in=[row.origin_key for row in rows]).order_by("pk")
    )


def _lock_engagement(engagement_id: int, by: Actor, now: datetime) -> Engagement:
    engagement = Engagement.objects.select_for_update().get(pk=engagement_id)
    require(deny_developing(by, engagement, today=day_of(now)))
    return engagement


def _lock(need_id: int, target: NeedStatus, by: Actor, now: datetime) -> DevelopmentNeed:
    need = (
        DevelopmentNeed.objects.select_for_update(of=("self",))
        .select_related("engagement__school")
        .get(pk=need_id)
    )
    require(deny_developing(by, need.engagement, today=day_of(now)))
    require(deny_move(NeedStatus(need.status), target))
    return need


def _move(need: DevelopmentNeed, target: NeedStatus, *, by: Actor, now: datetime, reason: str) -> None:
    need.status, need.decided_at, need.decided_by_id = target, now, by.acting_id
    save_with_reason(need, by=by, reason=reason, now=now)


def _find_training(training_id: int | None, engagement: Engagement) -> Training | None:
    if training_id is None:
        return None
    found = list_evidence_for(engagement).filter(pk=training_id).first()
    if found is None:
        raise DomainError("training_unknown", "Choose a confirmed record of this person.", "training")
    return found


def _name_of(training: Training) -> str:
    title = training.course.name if training.course else training.title
    return f"{title}, completed {training.awarded_date:%d/%m/%Y}"


def _words(text: str, field: str, missing: str) -> str:
    if not text.strip():
        raise DomainError("words_missing", missing, field)
    return text.strip()


def _ahead(day: date | None, now: datetime) -> date | None:
    if day is not None and day < day_of(now):
        raise DomainError("date_behind", "Choose a day that is still to come.", "target_date")
    return day


def _not_ahead(day: date, field: str, now: datetime) -> None:
    if day > day_of(now):
        raise DomainError("date_ahead", "This day has not come yet.", field)
