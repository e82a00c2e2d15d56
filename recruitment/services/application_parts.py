"""The rows an application is made of: qualifications, history, statements, referees."""

from dataclasses import asdict
from datetime import datetime

from django.db.models import F

from core.domain.permissions import Actor
from core.services.history import create_with_reason
from recruitment.domain.application_form import (
    ApplicationData,
    HistoryData,
    PersonData,
    QualificationData,
    RefereeData,
    StatementData,
)
from recruitment.models import Application, HistoryEntry, Qualification, Referee, Statement

RECEIVED = "Application received"
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


def add_parts(*, application: Application, data: ApplicationData, by: Actor, now: datetime) -> None:
    """Store what came with an application that has nothing yet, in its order, as it was received."""
    qualifications = [
        Qualification(application=application, position=position, **asdict(row))
        for position, row in enumerate(data.qualifications, start=1)
    ]
    entries = [
        HistoryEntry(application=application, position=position, **asdict(row))
        for position, row in enumerate(data.history, start=1)
    ]
    statements = [
        Statement(application=application, criterion_id=row.criterion_id, text=row.text)
        for row in data.statements
        if row.text.strip()
    ]
    referees = [
        Referee(application=application, position=position, **asdict(row))
        for position, row in enumerate(data.referees, start=1)
    ]
    create_with_reason(Qualification, qualifications, by=by, reason=RECEIVED, now=now)
    create_with_reason(HistoryEntry, entries, by=by, reason=RECEIVED, now=now)
    create_with_reason(Statement, statements, by=by, reason=RECEIVED, now=now)
    create_with_reason(Referee, referees, by=by, reason=RECEIVED, now=now)


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
    # The general statement first on every database: left to itself, each has its own place for nothing.
    place = F("criterion__position").asc(nulls_first=True)
    statements = application.statements.order_by(place, "pk").values("text", "criterion_id")
    return ApplicationData(
        person=PersonData(**{name: getattr(person, name) for name in PERSON_FIELDS}),
        qualifications=tuple(QualificationData(**row) for row in qualifications),
        history=tuple(HistoryData(**row) for row in history),
        statements=tuple(StatementData(**row) for row in statements),
        referees=tuple(RefereeData(**row) for row in referees),
        is_declared_true=application.declared_true_at is not None,
        **{name: getattr(application, name) for name in CONTEXT_FIELDS + HISTORY_FIELDS},
    )
