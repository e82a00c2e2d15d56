"""Applications: received once, corrected while nobody has scored them, withdrawn at the candidate's wish."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.models import Document, Person
from core.services.documents import Upload
from core.services.history import save_with_reason
from recruitment.domain.application_form import (
    ApplicationData,
    check_application,
    deny_changing_evidence,
    deny_withdrawing,
)
from recruitment.enums import ApplicationStatus, StageKind
from recruitment.models import Application, Vacancy
from recruitment.services.application_corrections import Correction, correct_evidence, correct_referees
from recruitment.services.application_documents import stored_documents
from recruitment.services.application_parts import (
    CONTEXT_FIELDS,
    HISTORY_FIELDS,
    data_of,
    evidence_in,
)
from recruitment.services.intake import attach, open_intake, save_person
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
    intake = open_intake(vacancy=vacancy, channel=channel, by=by, now=now)
    return intake.receive(data, received_at=received_at, person=person, documents=documents)


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
    if day_of(received_at) < vacancy.opens_date:
        raise DomainError(
            "received_before_opening",
            f"Applications opened on {vacancy.opens_date:%d/%m/%Y}. Enter that day or a later one.",
            "received_date",
        )
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
        attach(application=application, documents=documents)
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

    Contact details, referees and adjustments can always be put right. The earlier wording of everything
    stays in the history, with who, when and why. Raises ``NotAllowed`` with
    ``scoring_open`` where the evidence would change too late.
    """
    application = _lock(application)
    vacancy = application.vacancy
    require(deny_role(by, Permission.ENTER_APPLICATIONS, vacancy.school_id))
    if not reason.strip():
        raise DomainError("reason_missing", "Say what is corrected and why; it goes on the record.", "reason")
    check_application(data, criterion_ids=_criterion_ids(vacancy))
    correction = Correction(by, reason.strip(), now)
    if evidence_in(data=data_of(application=application)) != evidence_in(data=data):
        require(deny_changing_evidence(_shortlisting_status(vacancy)))
        correct_evidence(application=application, data=data, correction=correction)
    for name in CONTEXT_FIELDS + HISTORY_FIELDS:
        setattr(application, name, getattr(data, name))
    if data.is_declared_true and application.declared_true_at is None:
        application.declared_true_at = now
    save_with_reason(application, by=by, reason=correction.reason, now=now)
    save_person(person=application.person, data=data.person, by=by, now=now, reason=correction.reason)
    correct_referees(application=application, referees=data.referees, correction=correction)
    return application


@transaction.atomic
def withdraw_application(*, application: Application, reason: str, by: Actor, now: datetime) -> Application:
    """Record that the candidate has withdrawn, with what they said.

    Raises ``NotAllowed`` ``offer_made`` where an offer stands: it would be left behind.
    """
    application = _lock(application)
    if not reason.strip():
        raise DomainError("reason_missing", "Say how and when the candidate told you.", "reason")
    require(deny_withdrawing(application.status))
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


def _criterion_ids(vacancy: Vacancy) -> set[int]:
    return set(vacancy.criteria.values_list("pk", flat=True))


def _shortlisting_status(vacancy: Vacancy) -> str:
    return vacancy.stages.get(kind=StageKind.APPLICATION).status


def _lock(application: Application) -> Application:
    rows = Application.objects.select_for_update(of=("self",)).select_related("vacancy", "person")
    return rows.get(pk=application.pk)
