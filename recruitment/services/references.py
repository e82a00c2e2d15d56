"""References asked for, received and verified; certificates seen."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.services.documents import Upload
from core.services.history import save_with_reason
from recruitment.domain.references import check_reference_dates
from recruitment.enums import ApplicationStatus, EventKind, ReferenceStatus
from recruitment.models import (
    Application,
    CertificateSighting,
    Referee,
    Reference,
    ReferenceAnswer,
    VacancyCriterion,
)
from recruitment.services.application_documents import stored_documents
from recruitment.services.events import record_event
from recruitment.services.moves import move

BEFORE_SHORTLIST = (ApplicationStatus.RECEIVED, ApplicationStatus.NOT_SHORTLISTED)


@transaction.atomic
def request_reference(*, referee_id: int, requested_date: date, by: Actor, now: datetime) -> Reference:
    """Record that the reference was asked for. Only of candidates who are shortlisted or in reserve."""
    reference = _get_reference(referee_id)
    if reference.referee.application.status in BEFORE_SHORTLIST:
        raise DomainError("not_shortlisted", "References are asked for shortlisted candidates only.")
    reference.requested_date = requested_date
    return _move_reference(reference, ReferenceStatus.REQUESTED, by=by, now=now)


@transaction.atomic
def receive_reference(
    *, referee_id: int, received_date: date, note: str, by: Actor, now: datetime, file: Upload | None = None
) -> Reference:
    """Record that the reference came in, with the file if there is one.

    A reference that cannot be received now leaves no file behind. Raises ``DomainError`` for a file refused.
    """
    reference = _get_reference(referee_id)
    reference.received_date = received_date
    reference.note = note
    school_id = reference.referee.application.vacancy.school_id
    with stored_documents(school_id=school_id, uploads=[file] if file else [], by=by, now=now) as documents:
        reference.document = documents[0] if documents else None
        return _move_reference(reference, ReferenceStatus.RECEIVED, by=by, now=now)


@transaction.atomic
def verify_reference(
    *,
    referee_id: int,
    verified_date: date,
    verified_how: str,
    answers: Mapping[int, tuple[str, str]],
    by: Actor,
    now: datetime,
) -> Reference:
    """Record that source and content were confirmed with the referee, and what it says of each criterion.

    ``answers`` holds (confirmation, note) by the id of each criterion that is assessed by reference.
    """
    reference = _get_reference(referee_id)
    if not verified_how.strip():
        raise DomainError(
            "how_missing",
            "Say how you confirmed it, such as a telephone call to the school's number.",
            "verified_how",
        )
    reference.verified_date = verified_date
    reference.verified_by_id = by.user_id
    reference.verified_how = verified_how.strip()
    _move_reference(reference, ReferenceStatus.VERIFIED, by=by, now=now)
    vacancy_id = reference.referee.application.vacancy_id
    for criterion in VacancyCriterion.objects.filter(vacancy_id=vacancy_id, pk__in=answers):
        confirmation, note = answers[criterion.pk]
        ReferenceAnswer.objects.update_or_create(
            reference=reference, criterion=criterion, defaults={"confirmation": confirmation, "note": note}
        )
    return reference


@transaction.atomic
def decline_reference(*, referee_id: int, note: str, by: Actor, now: datetime) -> Reference:
    """Record that this referee could not give a reference, and why."""
    reference = _get_reference(referee_id)
    if not note.strip():
        raise DomainError("reason_missing", "Say why the reference could not be given.", "note")
    reference.note = note.strip()
    return _move_reference(reference, ReferenceStatus.DECLINED, by=by, now=now)


@transaction.atomic
def record_certificate(
    *,
    application_id: int,
    criterion_id: int,
    was_seen: bool,
    seen_date: date | None,
    title: str,
    note: str,
    by: Actor,
    now: datetime,
) -> CertificateSighting:
    """Record whether the original certificate for a criterion was seen, when and by whom."""
    applications = Application.objects.select_for_update(of=("self",)).select_related("vacancy")
    application = applications.get(pk=application_id)
    _require_right(application, by)
    criterion = application.vacancy.criteria.get(pk=criterion_id)
    if "C" not in criterion.evidence:
        raise DomainError("no_certificate", "This criterion is not assessed by certificate.")
    if was_seen and (seen_date is None or seen_date > day_of(now)):
        raise DomainError(
            "seen_date", "Enter the day on which you saw the original, today or earlier.", "seen_date"
        )
    sighting = CertificateSighting.objects.filter(application=application, criterion=criterion).first()
    sighting = sighting or CertificateSighting(application=application, criterion=criterion)
    sighting.was_seen, sighting.seen_date = was_seen, seen_date if was_seen else None
    sighting.title, sighting.note = title.strip(), note.strip()
    sighting.seen_by_id, sighting.recorded_at = by.acting_id, now
    save_with_reason(sighting, by=by, reason=note or "certificate checked")
    record_event(
        EventKind.CERTIFICATE_SEEN,
        vacancy_id=application.vacancy_id,
        application=application,
        by=by,
        now=now,
        to_status="seen" if was_seen else "not_shown",
        reason=criterion.text,
    )
    return sighting


def _get_reference(referee_id: int) -> Reference:
    """The referee's reference, or a new one; the referee is locked, so that two are never begun at once."""
    referees = Referee.objects.select_for_update(of=("self",)).select_related("application__vacancy")
    referee = referees.get(pk=referee_id)
    reference = Reference.objects.filter(referee=referee).first() or Reference(referee=referee)
    reference.referee = referee
    return reference


def _require_right(application: Application, by: Actor) -> None:
    require(deny_role(by, Permission.RECORD_EVIDENCE, application.vacancy.school_id))


def _move_reference(reference: Reference, target: ReferenceStatus, *, by: Actor, now: datetime) -> Reference:
    check_reference_dates(
        requested=reference.requested_date,
        received=reference.received_date,
        verified=reference.verified_date,
        today=day_of(now),
    )
    application = reference.referee.application
    move(
        "reference",
        reference,
        target,
        vacancy_id=application.vacancy_id,
        school_id=application.vacancy.school_id,
        by=by,
        now=now,
        application=application,
        reason=f"Reference from {reference.referee.name}",
    )
    return reference
