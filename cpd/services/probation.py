"""Probation: its reviews held, and its outcome decided by a named person with a reason."""

from datetime import date, datetime

from django.db import transaction

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor
from core.domain.school_time import day_of
from core.services.history import save_with_reason
from cpd.domain.induction import check_extension, deny_deciding
from cpd.enums import ProbationOutcome
from cpd.models import Probation, ProbationDecision, ProbationReview
from cpd.selectors.acting import deny_developing


@transaction.atomic
def record_probation_review(
    *, review_id: int, held_date: date, note: str, by: Actor, now: datetime
) -> ProbationReview:
    """Write down that a review was held and what was said. What is recorded is not changed afterwards."""
    review = (
        ProbationReview.objects.select_for_update(of=("self",))
        .select_related("probation__engagement")
        .get(pk=review_id)
    )
    require(deny_developing(by, review.probation.engagement, today=day_of(now)))
    if review.held_date is not None:
        raise DomainError("held_already", "This review is recorded already.")
    if held_date > day_of(now):
        raise DomainError("date_ahead", "This day has not come yet.", "held_date")
    if not note.strip():
        raise DomainError("note_missing", "Say what was talked over, and what follows from it.", "note")
    review.held_date, review.note = held_date, note.strip()
    review.recorded_at, review.recorded_by_id = now, by.acting_id
    save_with_reason(review, by=by, reason="held", now=now)
    return review


@transaction.atomic
def decide_probation(
    *,
    probation_id: int,
    outcome: ProbationOutcome,
    reason: str,
    new_end_date: date | None,
    by: Actor,
    now: datetime,
) -> ProbationDecision:
    """Pass, extend to a later day, or not pass, with the reason; a last decision is not changed.

    An extension brings a review on its last day. Raises ``NotAllowed`` once probation is over.
    """
    probation = (
        Probation.objects.select_for_update(of=("self",)).select_related("engagement").get(pk=probation_id)
    )
    require(deny_developing(by, probation.engagement, today=day_of(now)))
    require(deny_deciding(is_over=probation.is_over))
    if not reason.strip():
        raise DomainError("reason_missing", "Give the reason in a sentence; it goes on the record.", "reason")
    is_extended = outcome == ProbationOutcome.EXTENDED
    if is_extended:
        check_extension(new_end_date, end_date=probation.end_date, start_date=probation.start_date)
    decision = ProbationDecision(
        probation=probation,
        outcome=outcome,
        reason=reason.strip(),
        previous_end_date=probation.end_date,
        new_end_date=new_end_date if is_extended else None,
        decided_at=now,
        decided_by_id=by.acting_id,
    )
    save_with_reason(decision, by=by, reason=outcome.label, now=now)
    _carry_out(probation, decision, by=by, now=now)
    return decision


def _carry_out(probation: Probation, decision: ProbationDecision, *, by: Actor, now: datetime) -> None:
    if decision.new_end_date is None:
        probation.is_over = True
    else:
        probation.end_date = decision.new_end_date
        if not probation.reviews.filter(due_date=decision.new_end_date).exists():
            review = ProbationReview(probation=probation, due_date=decision.new_end_date)
            save_with_reason(review, by=by, reason="extended", now=now)
    save_with_reason(probation, by=by, reason=decision.reason, now=now)
