"""Applications: received once, corrected while nobody has scored them, withdrawn at the candidate's wish."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission
from core.models import Document, Person
from core.services.documents import Upload
from core.services.history import save_with_reason
from recruitment.domain.application_form import (
    ApplicationData,
    PersonData,
    check_application,
    deny_applying_online,
    deny_changing_evidence,
    deny_entering,
    is_late,
)
from recruitment.domain.codes import blind_code
from recruitment.domain.school_time import day_of
from recruitment.domain.vacancy_freeze import deny_role
from recruitment.enums import ApplicationChannel, ApplicationStatus, EventKind, StageKind
from recruitment.models import Application, ApplicationDocument, Vacancy
from recruitment.services.application_documents import stored_documents
from recruitment.services.application_parts import (
    CONTEXT_FIELDS,
    HISTORY_FIELDS,
    PERSON_FIELDS,
    data_of,
    evidence_in,
    save_evidence,
    save_referees,
)
from recruitment.services.events import record_event
from recruitment.services.moves import move


@transaction.atomic
def receive_application(
    *,
    vacancy: Vacancy,
    data: ApplicationData,
    channel: str,
    received_at: datetime,
    by: Actor,
    now: datetime,
    person: Person | None = None,
    documents: Sequence[Document] = (),
) -> Application:
    """Record an application under the next blind code, with everything that came with it.

    A candidate's own (``ApplicationChannel.ONLINE``) must come while the form is open; what HR enters may
    be late and is marked so. ``person`` only where somebody said that it is the same one. Raises
    ``DomainError`` with a field for what cannot be stored, ``NotAllowed`` where the time is wrong.
    """
    vacancy = Vacancy.objects.select_for_update(of=("self",)).get(pk=vacancy.pk)
    _require_open(vacancy, channel=channel, received_at=received_at, by=by, now=now)
    check_application(data, criterion_ids=_criterion_ids(vacancy))
    vacancy.last_code_number += 1
    # The counter is no decision: it keeps out of the history.
    Vacancy.objects.filter(pk=vacancy.pk).update(last_code_number=vacancy.last_code_number)
    application = Application(
        vacancy=vacancy,
        person=_save_person(person or Person(), data.person, by=by),
        code=blind_code(vacancy.last_code_number),
        channel=channel,
        received_at=received_at,
        is_late=is_late(received_date=day_of(received_at), closes_date=vacancy.closes_date),
        entered_by_id=by.user_id,
        declared_true_at=received_at if data.is_declared_true else None,
        **{name: getattr(data, name) for name in CONTEXT_FIELDS + HISTORY_FIELDS},
    )
    save_with_reason(application, by=by, reason="Application received")
    save_evidence(application=application, data=data)
    save_referees(application=application, referees=data.referees)
    _attach(application, documents)
    record_event(
        EventKind.APPLICATION_RECEIVED,
        vacancy_id=vacancy.pk,
        application=application,
        by=by,
        now=now,
        to_status=application.status,
    )
    return application


@transaction.atomic
def enter_application(
    *,
    vacancy: Vacancy,
    data: ApplicationData,
    channel: str,
    received_at: datetime,
    uploads: Sequence[Upload],
    by: Actor,
    now: datetime,
    person: Person | None = None,
) -> Application:
    """``receive_application`` for what HR types in, with the files it came as.

    Raises what ``receive_application`` raises, and ``DomainError`` on ``documents`` for a file refused.
    """
    with stored_documents(school_id=vacancy.school_id, uploads=uploads, by=by, now=now) as documents:
        return receive_application(
            vacancy=vacancy,
            data=data,
            channel=channel,
            received_at=received_at,
            by=by,
            now=now,
            person=person,
            documents=documents,
        )


@transaction.atomic
def add_documents(
    *, application: Application, uploads: Sequence[Upload], by: Actor, now: datetime
) -> list[Document]:
    """Attach files that arrived later."""
    application = _lock(application)
    school_id = application.vacancy.school_id
    require(deny_role(by, Permission.ENTER_APPLICATIONS, school_id))
    with stored_documents(school_id=school_id, uploads=uploads, by=by, now=now) as documents:
        _attach(application, documents)
    return documents


@transaction.atomic
def edit_application(
    *,
    application: Application,
    data: ApplicationData,
    by: Actor,
    now: datetime,
    reason: str,
) -> Application:
    """Correct an application, for a reason. What scorers read can only change before scoring opens.

    Contact details, referees and adjustments can always be put right. Raises ``NotAllowed`` with
    ``scoring_open`` where the evidence would change too late.
    """
    application = _lock(application)
    vacancy = application.vacancy
    require(deny_role(by, Permission.ENTER_APPLICATIONS, vacancy.school_id))
    if not reason.strip():
        raise DomainError("reason_missing", "Say what is corrected and why; it goes on the record.", "reason")
    check_application(data, criterion_ids=_criterion_ids(vacancy))
    if evidence_in(data=data_of(application=application)) != evidence_in(data=data):
        require(deny_changing_evidence(_shortlisting_status(vacancy)))
        save_evidence(application=application, data=data)
    for name in CONTEXT_FIELDS + HISTORY_FIELDS:
        setattr(application, name, getattr(data, name))
    if data.is_declared_true and application.declared_true_at is None:
        application.declared_true_at = now
    save_with_reason(application, by=by, reason=reason)
    _save_person(application.person, data.person, by=by, reason=reason)
    save_referees(application=application, referees=data.referees)
    return application


@transaction.atomic
def withdraw_application(*, application: Application, reason: str, by: Actor, now: datetime) -> Application:
    """Record that the candidate has withdrawn, with what they said."""
    application = _lock(application)
    if not reason.strip():
        raise DomainError("reason_missing", "Say how and when the candidate told you.", "reason")
    move(
        "application",
        application,
        ApplicationStatus.WITHDRAWN,
        vacancy_id=application.vacancy_id,
        school_id=application.vacancy.school_id,
        by=by,
        now=now,
        application=application,
        reason=reason.strip(),
    )
    return application


def _require_open(vacancy: Vacancy, *, channel: str, received_at: datetime, by: Actor, now: datetime) -> None:
    if received_at > now:
        raise DomainError(
            "received_in_future", "An application cannot have arrived in the future.", "received_date"
        )
    if channel == ApplicationChannel.ONLINE:
        require(
            deny_applying_online(
                status=vacancy.status,
                opens_date=vacancy.opens_date,
                closes_date=vacancy.closes_date,
                today=day_of(now),
            )
        )
        return
    require(deny_role(by, Permission.ENTER_APPLICATIONS, vacancy.school_id))
    require(deny_entering(vacancy_status=vacancy.status, shortlisting_status=_shortlisting_status(vacancy)))


def _save_person(person: Person, data: PersonData, *, by: Actor, reason: str = "") -> Person:
    for name in PERSON_FIELDS:
        setattr(person, name, getattr(data, name).strip())
    save_with_reason(person, by=by, reason=reason or "Application received")
    return person


def _attach(application: Application, documents: Sequence[Document]) -> None:
    for document in documents:
        ApplicationDocument.objects.create(application=application, document=document)


def _criterion_ids(vacancy: Vacancy) -> set[int]:
    return set(vacancy.criteria.values_list("pk", flat=True))


def _shortlisting_status(vacancy: Vacancy) -> str:
    return vacancy.stages.get(kind=StageKind.APPLICATION).status


def _lock(application: Application) -> Application:
    rows = Application.objects.select_for_update(of=("self",)).select_related("vacancy", "person")
    return rows.get(pk=application.pk)
