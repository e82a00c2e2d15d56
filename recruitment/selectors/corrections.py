"""How an application was put right: who, when, why, and how each thing read before."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import Model, QuerySet

from core.models import Person
from recruitment.domain.corrections import Change, KeptRow, list_changes
from recruitment.domain.partial_dates import write_partial_date
from recruitment.enums import HistoryKind
from recruitment.models import Application, HistoryEntry, Qualification, Referee, Statement, VacancyCriterion


@dataclass(frozen=True, slots=True)
class Correction:
    at: datetime
    by: str
    reason: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A table whose history is shown: the words for its fields, and what to call one of its rows."""

    model: type[Model]
    labels: Mapping[str, str]
    name: Callable[[Mapping[str, Any]], str]


PARTS = (
    Part(
        Person,
        {
            "given_name": "First name",
            "family_name": "Last name",
            "former_names": "Former names",
            "email": "E-mail",
            "phone": "Telephone",
            "address": "Address",
        },
        lambda row: "Personal details",
    ),
    Part(
        Application,
        {
            "education_ended": "Education ended",
            "gap_explanation": "About gaps",
            "wants_guaranteed_interview": "Interview scheme",
            "interview_adjustments": "Adjustments for the interview",
            "is_related_to_school": "Related to the school",
            "relationship_details": "The relationship",
            "has_lived_abroad": "Lived or worked abroad",
        },
        lambda row: "Application",
    ),
    Part(
        HistoryEntry,
        {
            "kind": "Kind",
            "started": "From",
            "ended": "To",
            "organisation": "Where",
            "job_title": "Job title",
            "duties": "Duties",
            "reason_for_leaving": "Left because",
        },
        lambda row: _named("History", row["job_title"], row["organisation"]),
    ),
    Part(
        Qualification,
        {
            "title": "Qualification",
            "subject": "Subject",
            "grade": "Grade",
            "awarding_place": "Where",
            "awarded": "When",
        },
        lambda row: _named("Qualification", row["title"], row["subject"]),
    ),
    Part(Statement, {"text": ""}, lambda row: _named("Statement", row["criterion_text"])),
    Part(
        Referee,
        {
            "name": "Name",
            "job_title": "Job title",
            "organisation": "Where",
            "relationship": "How they know the candidate",
            "email": "E-mail",
            "phone": "Telephone",
            "is_current_employer": "Current or most recent employer",
            "may_contact_before_interview": "May be asked before the interview",
        },
        lambda row: _named("Referee", row["name"]),
    ),
)
_DATES = frozenset({"education_ended", "started", "ended", "awarded"})


def list_corrections(application: Application) -> list[Correction]:
    """Every correction that changed something, the newest first.

    A correction is a later line in the history of the application; what it touched bears its moment.
    """
    lines = _history_of(Application, id=application.pk).filter(history_type="~")
    changes = defaultdict(list)
    for part in PARTS:
        for at, change in _changes_of(part, application):
            changes[at].append(change)
    return [
        Correction(at, by or "", reason or "", tuple(changes[at]))
        for at, by, reason in lines.order_by("-history_date", "-history_id").values_list(
            "history_date", "history_user__name", "history_change_reason"
        )
        if at in changes
    ]


def _changes_of(part: Part, application: Application) -> Iterator[tuple[datetime, Change]]:
    whose = {Application: {"id": application.pk}, Person: {"id": application.person_id}}
    lines = _history_of(part.model, **whose.get(part.model, {"application_id": application.pk}))
    wanted = ("id", "history_date", "history_type", *part.labels)
    more = ("criterion_id",) if part.model is Statement else ()
    rows = list(lines.order_by("id", "history_date", "history_id").values(*wanted, *more))
    if part.model is Statement:
        _name_criteria(rows)
    for _, group in groupby(rows, key=lambda row: row["id"]):
        yield from _row_changes(part, list(group))


def _row_changes(part: Part, lines: Sequence[Mapping[str, Any]]) -> Iterator[tuple[datetime, Change]]:
    kept = [
        KeptRow(
            line["history_date"],
            {label: _said(field, line[field]) for field, label in part.labels.items()},
            is_deleted=line["history_type"] == "-",
        )
        for line in lines
    ]
    yield from list_changes(part.name(lines[-1]), kept)


def _history_of(model: type[Model], **whose: int) -> QuerySet[Any]:
    return model.history.filter(**whose)  # type: ignore[attr-defined, no-any-return]


def _name_criteria(rows: Sequence[dict[str, Any]]) -> None:
    """The history of a statement joins nothing, so the words of its criterion are asked for apart."""
    texts = VacancyCriterion.objects.in_bulk({row["criterion_id"] for row in rows} - {None})
    for row in rows:
        criterion = texts.get(row["criterion_id"])
        row["criterion_text"] = criterion.text if criterion else ""


def _named(kind: str, *words: str) -> str:
    named = ", ".join(word for word in words if word)
    return f"{kind}, {named}" if named else kind


def _said(field: str, value: object) -> str:
    """A stored value in words."""
    if value is None:
        return "Not answered"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if field == "kind":
        return str(HistoryKind(str(value)).label)
    return write_partial_date(str(value)) if field in _DATES else str(value)
