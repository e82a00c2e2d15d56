"""Puts right what was recorded in error, each time with a reason and as an event of its own."""

from datetime import date, datetime

from django.db import transaction

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.services.history import save_with_reason
from core.services.people import delete_engagement
from recruitment.domain.references import check_reference_dates
from recruitment.domain.reversals import check_correction_reason, deny_reinstating
from recruitment.enums import ApplicationStatus, EventKind, OfferStatus
from recruitment.models import Application, Offer, RecruitmentEvent, Reference, StageResult
from recruitment.services.events import record_event
from recruitment.services.moves import move

REFERENCE_DATES = ("requested_date", "received_date", "verified_date")


@transaction.atomic
def reinstate_application(*, application: Application, reason: str, by: Actor, now: datetime) -> Application:
    """Take back a withdrawal recorded for the wrong person: the candidate stands where they stood.

    Raises ``NotAllowed`` once a stage has been opened or decided without them, or the vacancy is over.
    """
    rows = Application.objects.select_for_update(of=("self", "vacancy")).select_related("vacancy")
    application = rows.get(pk=application.pk)
    vacancy = application.vacancy
    reason = check_correction_reason(reason)
    was = _status_before(application) if application.status == ApplicationStatus.WITHDRAWN else ""
    stages = {stage.kind: stage for stage in vacancy.stages.all()}
    opened = [stage for stage in stages.values() if not stage.is_sealed]
    require(
        deny_reinstating(
            was=was,
            vacancy_status=vacancy.status,
            stages={kind: stage.status for kind, stage in stages.items()},
            has_result=StageResult.objects.filter(application=application, stage__in=opened).exists(),
        )
    )
    move(
        "application",
        application,
        was,
        vacancy_id=vacancy.pk,
        school_id=vacancy.school_id,
        by=by,
        now=now,
        application=application,
        reason=reason,
    )
    return application


@transaction.atomic
def take_back_acceptance(*, offer_id: int, reason: str, by: Actor, now: datetime) -> Offer:
    """Take back an acceptance recorded in error: the offer waits for an answer, the vacancy is not filled.

    Raises ``DomainError`` ``engagement_in_use`` once a role or a check is recorded for the new engagement.
    """
    offers = Offer.objects.select_for_update(of=("self", "application", "application__vacancy"))
    offer = offers.select_related("application__vacancy", "engagement").get(pk=offer_id)
    application, vacancy = offer.application, offer.application.vacancy
    reason = check_correction_reason(reason)
    engagement, before = offer.engagement, _vacancy_before(application)
    offer.engagement, offer.answered_at, offer.answer_note = None, None, ""
    for machine, instance, target, writes_event in (
        ("offer", offer, OfferStatus.MADE, False),
        ("vacancy", vacancy, before, False),
        ("application", application, ApplicationStatus.OFFERED, True),
    ):
        move(
            machine,
            instance,
            target,
            vacancy_id=vacancy.pk,
            school_id=vacancy.school_id,
            by=by,
            now=now,
            application=application,
            reason=reason,
            writes_event=writes_event,
        )
    if engagement is not None:
        delete_engagement(engagement=engagement, by=by, reason=reason, now=now)
    return offer


@transaction.atomic
def correct_reference_dates(
    *,
    referee_id: int,
    requested_date: date | None,
    received_date: date | None,
    verified_date: date | None,
    reason: str,
    by: Actor,
    now: datetime,
) -> Reference:
    """Correct the days of steps that are recorded. What has no day yet gets none here.

    Raises ``DomainError`` for days ahead or out of order, and where a day is left out.
    """
    references = Reference.objects.select_for_update(of=("self",))
    reference = references.select_related("referee__application__vacancy").get(referee_id=referee_id)
    application = reference.referee.application
    require(deny_role(by, Permission.RECORD_EVIDENCE, application.vacancy.school_id))
    reason = check_correction_reason(reason)
    days = dict(zip(REFERENCE_DATES, (requested_date, received_date, verified_date), strict=True))
    recorded = [name for name in REFERENCE_DATES if getattr(reference, name)]
    for name in recorded:
        if days[name] is None:
            raise DomainError("date_missing", "Enter the day it happened.", name)
        setattr(reference, name, days[name])
    check_reference_dates(
        requested=reference.requested_date,
        received=reference.received_date,
        verified=reference.verified_date,
        today=day_of(now),
    )
    save_with_reason(reference, by=by, reason=reason)
    record_event(
        EventKind.REFERENCE_CORRECTED,
        vacancy_id=application.vacancy_id,
        application=application,
        by=by,
        now=now,
        reason=f"{reference.referee.name}: {reason}",
    )
    return reference


def _status_before(application: Application) -> str:
    """Where the candidate stood when the withdrawal was recorded; empty where they declined an offer."""
    left = RecruitmentEvent.objects.filter(application=application, to_status=ApplicationStatus.WITHDRAWN)
    last = left.order_by("-at", "-pk").first()
    return last.from_status if last and last.kind == EventKind.APPLICATION_WITHDRAWN else ""


def _vacancy_before(application: Application) -> str:
    """Where the vacancy stood when this acceptance filled it."""
    filled = RecruitmentEvent.objects.filter(application=application, kind=EventKind.VACANCY_FILLED)
    last = filled.order_by("-at", "-pk").first()
    return last.from_status if last else ""
