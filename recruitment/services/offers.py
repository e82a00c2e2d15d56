"""Conditional offers: made, answered, their conditions settled; acceptance makes the engagement."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.services.history import save_with_reason
from core.services.people import create_engagement
from recruitment.domain.offers import check_offer_dates, deny_acceptance, deny_offer
from recruitment.enums import (
    ApplicationStatus,
    ConditionStatus,
    DecisionOutcome,
    EventKind,
    OfferStatus,
    VacancyStatus,
)
from recruitment.models import Application, Offer, OfferCondition
from recruitment.services.events import record_event
from recruitment.services.moves import move


@transaction.atomic
def make_offer(
    *,
    application_id: int,
    start_date: date | None,
    reply_by_date: date | None,
    salary: str,
    conditions: Sequence[str],
    by: Actor,
    now: datetime,
) -> Offer:
    """Offer the post under its conditions. Raises ``DomainError`` where nobody decided to appoint."""
    application = Application.objects.select_for_update().select_related("vacancy").get(pk=application_id)
    decided = application.decisions.filter(is_current=True, outcome=DecisionOutcome.APPOINT).exists()
    standing = application.offers.filter(status__in=[OfferStatus.MADE, OfferStatus.ACCEPTED]).exists()
    require(deny_offer(decided_to_appoint=decided, standing_offer=standing))
    check_offer_dates(start_date=start_date, reply_by_date=reply_by_date, today=day_of(now))
    texts = [text.strip() for text in conditions if text.strip()]
    if not texts:
        raise DomainError(
            "no_conditions",
            "An offer is conditional on the checks. Keep at least one condition.",
            "conditions",
        )
    offer = Offer(
        application=application,
        start_date=start_date,
        reply_by_date=reply_by_date,
        salary=salary.strip(),
        made_at=now,
        made_by_id=by.acting_id,
    )
    _move_application(application, ApplicationStatus.OFFERED, by=by, now=now, reason="")
    save_with_reason(offer, by=by, reason="offer made")
    for position, text in enumerate(texts, start=1):
        save_with_reason(
            OfferCondition(offer=offer, position=position, text=text), by=by, reason="offer made"
        )
    return offer


@transaction.atomic
def accept_offer(*, offer_id: int, note: str, by: Actor, now: datetime) -> Offer:
    """Record acceptance: the candidate is appointed and engaged at the school; the vacancy is filled.

    Raises ``NotAllowed`` ``post_gone`` where somebody else has the post by now, or the vacancy has ended.
    """
    offer = _lock(offer_id)
    vacancy = offer.application.vacancy
    require(deny_acceptance(vacancy.status) if offer.status == OfferStatus.MADE else None)
    offer.engagement = create_engagement(
        person_id=offer.application.person_id,
        school_id=vacancy.school_id,
        job_title=vacancy.title,
        start_date=offer.start_date,
        end_date=vacancy.end_date,
        by=by,
        now=now,
        reason=f"appointed to vacancy {vacancy.reference}",
    )
    _answer(offer, OfferStatus.ACCEPTED, ApplicationStatus.APPOINTED, note=note, by=by, now=now)
    move(
        "vacancy",
        vacancy,
        VacancyStatus.FILLED,
        vacancy_id=vacancy.pk,
        school_id=vacancy.school_id,
        by=by,
        now=now,
        application=offer.application,
    )
    return offer


@transaction.atomic
def decline_offer(*, offer_id: int, note: str, by: Actor, now: datetime) -> Offer:
    """Record that the candidate declined."""
    offer = _lock(offer_id)
    _answer(offer, OfferStatus.DECLINED, ApplicationStatus.WITHDRAWN, note=note, by=by, now=now)
    return offer


@transaction.atomic
def withdraw_offer(*, offer_id: int, note: str, by: Actor, now: datetime) -> Offer:
    """Withdraw an offer that has not been answered; the reason is needed."""
    if not note.strip():
        raise DomainError("reason_missing", "Give the reason for withdrawing the offer.", "note")
    offer = _lock(offer_id)
    _answer(offer, OfferStatus.WITHDRAWN, ApplicationStatus.SHORTLISTED, note=note, by=by, now=now)
    return offer


@transaction.atomic
def settle_condition(
    *, condition_id: int, is_met: bool, settled_date: date, note: str, by: Actor, now: datetime
) -> OfferCondition:
    """Record that a condition is met, or is not, on a day that is not ahead."""
    condition = (
        OfferCondition.objects.select_for_update()
        .select_related("offer__application__vacancy")
        .get(pk=condition_id)
    )
    application = condition.offer.application
    require(deny_role(by, Permission.RECORD_EVIDENCE, application.vacancy.school_id))
    if settled_date > day_of(now):
        raise DomainError(
            "date_ahead", "This date has not come yet. Enter the day it happened.", "settled_date"
        )
    if not is_met and not note.strip():
        raise DomainError("reason_missing", "Say in a sentence why the condition is not met.", "note")
    condition.status = ConditionStatus.MET if is_met else ConditionStatus.NOT_MET
    condition.settled_date, condition.settled_by_id, condition.note = settled_date, by.user_id, note.strip()
    save_with_reason(condition, by=by, reason=note)
    record_event(
        EventKind.CONDITION_SETTLED,
        vacancy_id=application.vacancy_id,
        application=application,
        by=by,
        now=now,
        to_status=condition.status,
        reason=condition.text,
    )
    return condition


def _lock(offer_id: int) -> Offer:
    """The offer with all that its answer moves: two offers for one post are answered one after the other."""
    return (
        Offer.objects.select_for_update(of=("self", "application", "application__vacancy"))
        .select_related("application__vacancy", "application__person")
        .get(pk=offer_id)
    )


def _answer(
    offer: Offer,
    status: OfferStatus,
    application_status: ApplicationStatus,
    *,
    note: str,
    by: Actor,
    now: datetime,
) -> None:
    offer.answered_at = now
    offer.answer_note = note.strip()
    vacancy = offer.application.vacancy
    move(
        "offer",
        offer,
        status,
        vacancy_id=vacancy.pk,
        school_id=vacancy.school_id,
        by=by,
        now=now,
        reason=note.strip(),
        writes_event=False,
    )
    _move_application(offer.application, application_status, by=by, now=now, reason=note.strip())


def _move_application(
    application: Application, target: str, *, by: Actor, now: datetime, reason: str
) -> None:
    move(
        "application",
        application,
        target,
        vacancy_id=application.vacancy_id,
        school_id=application.vacancy.school_id,
        by=by,
        now=now,
        application=application,
        reason=reason,
    )
