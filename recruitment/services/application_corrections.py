"""Bringing the parts of a stored application to what corrected data say; every earlier wording is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db.models import F

from core.domain.errors import DomainError
from core.domain.permissions import Actor
from core.services.history import delete_with_reason, save_with_reason
from recruitment.domain.application_form import ApplicationData, RefereeData, StatementData
from recruitment.domain.row_matching import match_rows
from recruitment.enums import ReferenceStatus
from recruitment.models import Application, HistoryEntry, Qualification, Referee, Statement
from recruitment.services.application_parts import ENTRY_FIELDS, QUALIFICATION_FIELDS, REFEREE_FIELDS

ASIDE = 1_000  # added to every place of a list while its rows change places: two may never share one

type Row = Qualification | HistoryEntry | Referee | Statement


@dataclass(frozen=True, slots=True)
class Correction:
    """Who puts an application right, why and when: the same on every row that is touched."""

    by: Actor
    reason: str
    now: datetime

    def save(self, row: Row) -> None:
        save_with_reason(row, by=self.by, reason=self.reason, now=self.now)

    def delete(self, row: Row) -> None:
        delete_with_reason(row, by=self.by, reason=self.reason, now=self.now)


def correct_evidence(*, application: Application, data: ApplicationData, correction: Correction) -> None:
    """Bring what scorers would have read to what these data say. Rows that say the same are left alone."""
    _correct_list(
        Qualification,
        QUALIFICATION_FIELDS,
        application,
        [asdict(row) for row in data.qualifications],
        correction,
    )
    _correct_list(HistoryEntry, ENTRY_FIELDS, application, [asdict(row) for row in data.history], correction)
    _correct_statements(application, data.statements, correction)


def correct_referees(
    *, application: Application, referees: Sequence[RefereeData], correction: Correction
) -> None:
    """Bring the referees to what these data say. A row is kept by its place: a reference may hang on it.

    Raises ``DomainError`` ``reference_asked_for`` where a referee would be replaced or dropped who has
    been asked for a reference.
    """
    kept = {referee.position: referee for referee in application.referees.select_related("reference")}
    for position, data in enumerate(referees, start=1):
        referee = kept.pop(position, None) or Referee(application=application, position=position)
        if referee.name != data.name:
            _require_not_asked(referee)
        if referee.pk is None or _content(referee, REFEREE_FIELDS) != asdict(data):
            _fill(referee, asdict(data))
            correction.save(referee)
    for referee in kept.values():
        _require_not_asked(referee)
        correction.delete(referee)


def _correct_list[R: (Qualification, HistoryEntry)](
    model: type[R],
    fields: Sequence[str],
    application: Application,
    wanted: Sequence[Mapping[str, Any]],
    correction: Correction,
) -> None:
    rows = model._default_manager.filter(application=application)
    before = list(rows.order_by("position"))
    contents = [_content(row, fields) for row in before]
    origins = match_rows(contents, wanted)
    for place, row in enumerate(before):
        if place not in origins:
            correction.delete(row)
    rows.update(position=F("position") + ASIDE)
    for position, (content, origin) in enumerate(zip(wanted, origins, strict=True), start=1):
        if origin is not None and contents[origin] == content:  # its place alone is no wording
            rows.filter(pk=before[origin].pk).update(position=position)
            continue
        row = model(application=application) if origin is None else before[origin]
        row.position = position
        _fill(row, content)
        correction.save(row)


def _correct_statements(
    application: Application, statements: Sequence[StatementData], correction: Correction
) -> None:
    wanted = {one.criterion_id: one.text for one in statements if one.text.strip()}
    kept = {row.criterion_id: row for row in application.statements.order_by("pk")}
    for criterion_id, row in kept.items():
        if criterion_id not in wanted:
            correction.delete(row)
    for criterion_id, text in wanted.items():
        row = kept.get(criterion_id) or Statement(application=application, criterion_id=criterion_id)
        if row.text != text:
            row.text = text
            correction.save(row)


def _content(row: Row, fields: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in fields}


def _fill(row: Row, content: Mapping[str, Any]) -> None:
    for name, value in content.items():
        setattr(row, name, value)


def _require_not_asked(referee: Referee) -> None:
    reference = getattr(referee, "reference", None)
    if reference is not None and reference.status != ReferenceStatus.NOT_REQUESTED:
        raise DomainError(
            "reference_asked_for",
            f"{referee.name} has been asked for a reference, so they stay on the application.",
            "referees",
        )
