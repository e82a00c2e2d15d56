"""Applications coming in: the vacancy locked and asked once, then one application or a whole list of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.models import Document, Person
from core.services.history import save_with_reason
from recruitment.domain.application_form import (
    ApplicationData,
    PersonData,
    check_application,
    deny_entering,
    is_late,
)
from recruitment.domain.codes import blind_code
from recruitment.enums import ApplicationChannel, EventKind, StageKind
from recruitment.models import Application, ApplicationDocument, Vacancy
from recruitment.selectors.public import why_closed
from recruitment.services.application_parts import (
    CONTEXT_FIELDS,
    HISTORY_FIELDS,
    PERSON_FIELDS,
    RECEIVED,
    add_parts,
)
from recruitment.services.events import record_event


@dataclass(frozen=True, slots=True)
class Intake:
    """A vacancy, locked, that takes applications now through this channel from this actor."""

    vacancy: Vacancy
    criterion_ids: frozenset[int]
    channel: str
    by: Actor
    now: datetime

    def receive(
        self,
        data: ApplicationData,
        *,
        received_at: datetime,
        person: Person | None = None,
        documents: Sequence[Document] = (),
    ) -> Application:
        """Record one application under the next blind code. Raises ``DomainError`` for what cannot be."""
        if received_at > self.now:
            raise DomainError(
                "received_in_future", "An application cannot have arrived in the future.", "received_date"
            )
        check_application(data, criterion_ids=self.criterion_ids)
        application = Application(
            vacancy=self.vacancy,
            person=save_person(person=person or Person(), data=data.person, by=self.by, now=self.now),
            code=self._next_code(),
            channel=self.channel,
            received_at=received_at,
            is_late=is_late(received_date=day_of(received_at), closes_date=self.vacancy.closes_date),
            entered_by_id=self.by.user_id,
            declared_true_at=received_at if data.is_declared_true else None,
            **{name: getattr(data, name) for name in CONTEXT_FIELDS + HISTORY_FIELDS},
        )
        save_with_reason(application, by=self.by, reason=RECEIVED, now=self.now)
        add_parts(application=application, data=data, by=self.by, now=self.now)
        attach(application=application, documents=documents)
        record_event(
            EventKind.APPLICATION_RECEIVED,
            vacancy_id=self.vacancy.pk,
            application=application,
            by=self.by,
            now=self.now,
            to_status=application.status,
        )
        return application

    def _next_code(self) -> str:
        """The counter is no decision, so it keeps out of the history."""
        self.vacancy.last_code_number += 1
        Vacancy.objects.filter(pk=self.vacancy.pk).update(last_code_number=self.vacancy.last_code_number)
        return blind_code(self.vacancy.last_code_number)


def open_intake(*, vacancy: Vacancy, channel: str, by: Actor, now: datetime) -> Intake:
    """Lock the vacancy, inside a transaction, and ask whether it takes applications.

    A candidate's own must come while the form is open; what HR enters, until the shortlisting scores are
    opened. Raises ``NotAllowed``.
    """
    vacancy = Vacancy.objects.select_for_update(of=("self",)).get(pk=vacancy.pk)
    if channel == ApplicationChannel.ONLINE:
        require(why_closed(vacancy, today=day_of(now)))
    else:
        shortlisting = vacancy.stages.get(kind=StageKind.APPLICATION)
        require(deny_role(by, Permission.ENTER_APPLICATIONS, vacancy.school_id))
        require(deny_entering(vacancy_status=vacancy.status, shortlisting_status=shortlisting.status))
    return Intake(vacancy, frozenset(vacancy.criteria.values_list("pk", flat=True)), channel, by, now)


def save_person(
    *, person: Person, data: PersonData, by: Actor, now: datetime, reason: str = RECEIVED
) -> Person:
    """Put down who somebody is and how to reach them, with its history."""
    for name in PERSON_FIELDS:
        setattr(person, name, getattr(data, name).strip())
    save_with_reason(person, by=by, reason=reason, now=now)
    return person


def attach(*, application: Application, documents: Sequence[Document]) -> None:
    """Lay stored files beside an application."""
    ApplicationDocument.objects.bulk_create(
        ApplicationDocument(application=application, document=document) for document in documents
    )
