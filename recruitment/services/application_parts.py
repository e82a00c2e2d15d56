"""The rows an application is made of: qualifications, history, statements, referees."""

from collections.abc import Sequence
from dataclasses import asdict

from core.domain.errors import DomainError
from recruitment.domain.application_form import (
    ApplicationData,
    HistoryData,
    PersonData,
    QualificationData,
    RefereeData,
    StatementData,
)
from recruitment.enums import ReferenceStatus
from recruitment.models import Application, HistoryEntry, Qualification, Referee, Statement

PERSON_FIELDS = ("given_name", "family_name", "email", "phone", "address", "former_names")
CONTEXT_FIELDS = (
    "wants_guaranteed_interview",
    "interview_adjustments",
    "is_related_to_school",
    "relationship_details",
    "has_lived_abroad",
)
HISTORY_FIELDS = ("education_ended", "gap_explanation")
QUALIFICATION_FIELDS = ("title", "subject", "grade", "awarding_place", "awarded")
ENTRY_FIELDS = ("kind", "started", "ended", "organisation", "job_title", "duties", "reason_for_leaving")
REFEREE_FIELDS = (
    "name",
    "job_title",
    "organisation",
    "relationship",
    "email",
    "phone",
    "is_current_employer",
    "may_contact_before_interview",
)


def replace_evidence(*, application: Application, data: ApplicationData) -> None:
    """Put what these data say in the place of what scorers would have read."""
    for rows in (application.qualifications, application.history_entries, application.statements):
        rows.all().delete()
    add_evidence(application=application, data=data)


def add_evidence(*, application: Application, data: ApplicationData) -> None:
    """Store what scorers read, in its order, for an application that has none yet."""
    Qualification.objects.bulk_create(
        Qualification(application=application, position=position, **asdict(row))
        for position, row in enumerate(data.qualifications, start=1)
    )
    HistoryEntry.objects.bulk_create(
        HistoryEntry(application=application, position=position, **asdict(row))
        for position, row in enumerate(data.history, start=1)
    )
    Statement.objects.bulk_create(
        Statement(application=application, criterion_id=row.criterion_id, text=row.text)
        for row in data.statements
        if row.text.strip()
    )


def add_referees(*, application: Application, referees: Sequence[RefereeData]) -> None:
    """Store the referees of an application that has none yet."""
    Referee.objects.bulk_create(
        Referee(application=application, position=position, **asdict(data))
        for position, data in enumerate(referees, start=1)
    )


def replace_referees(*, application: Application, referees: Sequence[RefereeData]) -> None:
    """Bring the referees to what these data say. A row is kept by its place: a reference may hang on it.

    Raises ``DomainError`` ``reference_asked_for`` where a referee would be replaced or dropped who has
    been asked for a reference.
    """
    kept = {referee.position: referee for referee in application.referees.select_related("reference")}
    for position, data in enumerate(referees, start=1):
        referee = kept.pop(position, None) or Referee(application=application, position=position)
        if referee.name != data.name:
            _require_not_asked(referee)
        for name in REFEREE_FIELDS:
            setattr(referee, name, getattr(data, name))
        referee.save()
    for referee in kept.values():
        _require_not_asked(referee)
        referee.delete()


def evidence_in(*, data: ApplicationData) -> tuple[object, ...]:
    """What scorers read of these data, to compare with what is stored."""
    return (
        data.qualifications,
        data.history,
        {row for row in data.statements if row.text.strip()},
        data.education_ended,
        data.gap_explanation,
    )


def data_of(*, application: Application) -> ApplicationData:
    """A stored application as the data it could be entered from: to show in a form, or to compare."""
    person = application.person
    referees = application.referees.order_by("position").values(*REFEREE_FIELDS)
    qualifications = application.qualifications.order_by("position").values(*QUALIFICATION_FIELDS)
    history = application.history_entries.order_by("position").values(*ENTRY_FIELDS)
    statements = application.statements.order_by("criterion__position", "pk").values("text", "criterion_id")
    return ApplicationData(
        person=PersonData(**{name: getattr(person, name) for name in PERSON_FIELDS}),
        qualifications=tuple(QualificationData(**row) for row in qualifications),
        history=tuple(HistoryData(**row) for row in history),
        statements=tuple(StatementData(**row) for row in statements),
        referees=tuple(RefereeData(**row) for row in referees),
        is_declared_true=application.declared_true_at is not None,
        **{name: getattr(application, name) for name in CONTEXT_FIELDS + HISTORY_FIELDS},
    )


def _require_not_asked(referee: Referee) -> None:
    reference = getattr(referee, "reference", None)
    if reference is not None and reference.status != ReferenceStatus.NOT_REQUESTED:
        raise DomainError(
            "reference_asked_for",
            f"{referee.name} has been asked for a reference, so they stay on the application.",
            "referees",
        )
