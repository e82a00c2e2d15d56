"""The first day: started early under a risk assessment, reviewed, ended; and confirmed."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from compliance.domain.clearance import Clearance, Verdict
from compliance.domain.clearance import EarlyStart as EarlyStartPlan
from compliance.domain.editions import edition_on
from compliance.domain.starts import (
    check_review_date,
    check_started_date,
    deny_confirmation,
    deny_early_start,
)
from compliance.models import EarlyStart, EarlyStartReview, StartConfirmation
from compliance.selectors.clearance import Starter, judge, judge_starters, with_clearance_facts
from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.models import Engagement
from core.services.history import save_with_reason

CERTIFICATE_ARRIVED = "The certificate has arrived"


@dataclass(frozen=True, slots=True)
class RiskAssessment:
    """How the risks of a start before the certificate are kept low, until when."""

    supervision_plan: str
    supervisor: str
    risks: str
    review_date: date


@transaction.atomic
def sign_early_start(
    *, engagement_id: int, assessment: RiskAssessment, by: Actor, now: datetime
) -> EarlyStart:
    """Sign that somebody may start before their DBS certificate has come, under supervision.

    Raises ``NotAllowed`` where the rule on starting allows no early start, and ``DomainError`` for an
    assessment that leaves something out or a review before the first day.
    """
    starter = _lock(engagement_id, today=day_of(now))
    engagement = starter.engagement
    require(deny_role(by, Permission.SIGN_EARLY_START, engagement.school_id))
    first_day = max(day_of(now), engagement.start_date or day_of(now))
    planned = plan_early_start(starter, review_date=first_day, today=day_of(now))
    require(deny_early_start(planned, is_running=starter.early_start is not None))
    for field in ("supervision_plan", "supervisor", "risks"):
        if not getattr(assessment, field).strip():
            raise DomainError("words_missing", "Fill this in: an early start stands on it.", field)
    check_review_date(assessment.review_date, first_day=first_day)
    early_start = EarlyStart(
        engagement=engagement,
        supervision_plan=assessment.supervision_plan.strip(),
        supervisor=assessment.supervisor.strip(),
        risks=assessment.risks.strip(),
        review_date=assessment.review_date,
        signed_at=now,
        signed_by_id=by.acting_id,
    )
    save_with_reason(early_start, by=by, reason="risk assessment signed", now=now)
    return early_start


@transaction.atomic
def review_early_start(
    *, early_start_id: int, note: str, next_review_date: date, by: Actor, now: datetime
) -> EarlyStartReview:
    """Go through a running early start again: it goes on until another day, for a reason."""
    early_start = _lock_running(early_start_id, by)
    if not note.strip():
        raise DomainError("note_missing", "Say what was looked at, and why it goes on.", "note")
    if next_review_date <= day_of(now):
        raise DomainError("date_behind", "The next review lies ahead.", "next_review_date")
    review = EarlyStartReview.objects.create(
        early_start=early_start,
        reviewed_at=now,
        reviewed_by_id=by.acting_id,
        note=note.strip(),
        next_review_date=next_review_date,
    )
    early_start.review_date = next_review_date
    save_with_reason(early_start, by=by, reason=note.strip(), update_fields=["review_date"], now=now)
    return review


@transaction.atomic
def end_early_start(*, early_start_id: int, reason: str, by: Actor, now: datetime) -> EarlyStart:
    """End an early start for a reason, such as that the person does not start after all."""
    early_start = _lock_running(early_start_id, by)
    if not reason.strip():
        raise DomainError("reason_missing", "Say in a few words why it ends.", "reason")
    _end(early_start, reason=reason.strip(), by=by, now=now)
    return early_start


def end_for_certificate(*, person_id: int, school_id: int, by: Actor, now: datetime) -> None:
    """End what runs for somebody at a school because their certificate has come; part of recording it."""
    running = EarlyStart.objects.select_for_update().filter(
        engagement__person_id=person_id, engagement__school_id=school_id, ended_at=None
    )
    for early_start in running.order_by("pk"):
        _end(early_start, reason=CERTIFICATE_ARRIVED, by=by, now=now)


@transaction.atomic
def confirm_start(*, engagement_id: int, started_date: date, by: Actor, now: datetime) -> StartConfirmation:
    """Confirm that somebody has started, on a day that has come; the first day is then this one.

    Raises ``NotAllowed`` while the rule on starting says no. What the rules then were is kept.
    """
    today = day_of(now)
    starter = _lock(engagement_id, today=today)
    engagement = starter.engagement
    require(deny_role(by, Permission.CONFIRM_START, engagement.school_id))
    check_started_date(started_date, today=today, last_day=engagement.end_date)
    clearance = _judge_on(starter, started_date, today=today)
    require(deny_confirmation(clearance, is_confirmed=hasattr(engagement, "start")))
    if engagement.start_date != started_date:
        engagement.start_date = started_date
        save_with_reason(
            engagement, by=by, reason="the day of the start", update_fields=["start_date"], now=now
        )
    edition = edition_on(started_date)
    confirmation = StartConfirmation(
        engagement=engagement,
        started_date=started_date,
        confirmed_at=now,
        confirmed_by_id=by.acting_id,
        is_early_start=clearance is not None and clearance.verdict == Verdict.EARLY_START_ONLY,
        edition=edition.name if edition else "",
    )
    save_with_reason(confirmation, by=by, reason="start confirmed", now=now)
    return confirmation


def plan_early_start(starter: Starter, *, review_date: date, today: date) -> Clearance | None:
    """The verdict if everything were arranged for an early start; None where the role is not described."""
    if starter.role is None:
        return None
    plan = EarlyStartPlan(has_supervision_plan=True, risk_assessment_by="planned", review_date=review_date)
    engagement = starter.engagement
    return judge(
        starter.role,
        starter.held,
        engagement=engagement,
        start_date=engagement.start_date,
        plan=plan,
        today=today,
    )


def _judge_on(starter: Starter, started_date: date, *, today: date) -> Clearance | None:
    if starter.role is None:
        return None
    return judge(
        starter.role,
        starter.held,
        engagement=starter.engagement,
        start_date=started_date,
        plan=starter.early_start,
        today=today,
    )


def _lock(engagement_id: int, *, today: date) -> Starter:
    """The engagement with its verdict, locked so that a start is confirmed or signed for once."""
    Engagement.objects.select_for_update().get(pk=engagement_id)
    engagement = with_clearance_facts(Engagement.objects.all()).get(pk=engagement_id)
    return judge_starters([engagement], today=today)[0]


def _lock_running(early_start_id: int, by: Actor) -> EarlyStart:
    early_start = (
        EarlyStart.objects.select_for_update(of=("self",)).select_related("engagement").get(pk=early_start_id)
    )
    require(deny_role(by, Permission.SIGN_EARLY_START, early_start.engagement.school_id))
    if early_start.ended_at is not None:
        raise DomainError("early_start_ended", "This early start has ended.")
    return early_start


def _end(early_start: EarlyStart, *, reason: str, by: Actor, now: datetime) -> None:
    early_start.ended_at, early_start.ended_by_id, early_start.end_reason = now, by.acting_id, reason
    save_with_reason(
        early_start,
        by=by,
        reason=reason,
        update_fields=["ended_at", "ended_by", "end_reason"],
        now=now,
    )
