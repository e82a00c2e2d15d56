"""Diagnoses the cells of one row with all that the rest of the row says of them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from compliance.domain.central_record_cells import Beside, Context, Finding, Person, RawCell
from compliance.domain.central_record_dates import bounds_of
from compliance.domain.central_record_diagnosis import diagnose_cell
from compliance.domain.central_record_fields import FIELDS
from compliance.domain.central_record_needs import Needs, needs_of
from compliance.domain.central_record_people import Place, RowWords, propose_place
from compliance.domain.central_record_reading import ReadCell, ReadPerson
from compliance.domain.central_record_titles import Aspect
from compliance.domain.central_record_words import Saying, read_words
from compliance.readers.central_record.columns import Column
from compliance.readers.central_record.people import PersonRow
from compliance.readers.central_record.sheets import Grid
from compliance.readers.central_record.swapped import Started, real_dates_are_swapped, texts_are_month_first
from core.domain.schools import SchoolType

_UNKNOWN = Person("support")
_HOW_OFTEN = re.compile(r"\b(?:frequency|how often|regularity|days|pattern)\b", re.IGNORECASE)
_LEFT = re.compile(r"^\W*(?:left|leaver|resigned)\b(?! hand)", re.IGNORECASE)
_REGULATED = re.compile(r"\bregulated activity\b|\breg\.? activity\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DiagnosedRow:
    person: ReadPerson
    cells: tuple[ReadCell, ...]
    needs: Needs


class SheetReader:
    """Reads the rows of one sheet, which share its columns and what was found of each of them."""

    def __init__(
        self,
        grid: Grid,
        columns: Sequence[Column],
        rows: Sequence[int],
        *,
        sheet_category: str | None,
        school: SchoolType,
        as_at: date,
    ) -> None:
        self.grid = grid
        self.columns = columns
        self.sheet_category = sheet_category
        self.school = school
        self.as_at = as_at
        self.values: dict[tuple[int, str], str | None] = {}
        self.swapped = {
            column.number: self._find_swapped(column, rows)
            for column in columns
            if column.field and FIELDS[column.field].holds_date
        }

    def _find_swapped(self, column: Column, rows: Sequence[int]) -> tuple[bool, bool]:
        """Whether the real dates of a column are swapped, and whether its texts are written month first."""
        before_start = FIELDS[str(column.field)].before_start
        cells = []
        for row in rows:
            start = bounds_of(self._value(row, "role.start_date")) if before_start else None
            exact = start.earliest if start and start.is_exact else None
            cells.append(Started(self.grid.cell(row, column.number), exact))
        return real_dates_are_swapped(cells), texts_are_month_first([one.cell for one in cells])

    def read(self, one: PersonRow, *, looks_left: bool) -> DiagnosedRow:
        """The person of a row, and each of the row's cells under a mapped heading."""
        place = self._place(one)
        needs = needs_of(place, as_at=self.as_at, school=self.school)
        start = self._value(one.row, "role.start_date")
        leaver = looks_left or place.category == "leavers" or self._has_left(one.row)
        person = Person(place.category, needs, bounds_of(start), leaver)
        certificate = self._value(one.row, "dbs.issue_date")
        found = [
            (column, self._diagnose(one.row, column, person, certificate))
            for column in self.columns
            if column.field
        ]
        cells = tuple(self._cell(one.row, column, finding) for column, finding in found)
        names = {cell.field: cell.value for cell in reversed(cells) if cell.value}
        read = ReadPerson(
            sheet=self.grid.title,
            row=one.row,
            name=_name(names),
            category=place.category,
            start_date=start,
            leaver=leaver,
            role=self._text(one.row, "role.title"),
            workers=tuple(worker.value for worker in place.workers),
            hidden=one.row in self.grid.hidden_rows or self.grid.hidden,
        )
        return DiagnosedRow(read, cells, needs)

    def _place(self, one: PersonRow) -> Place:
        abroad = self._value(one.row, "overseas.required")
        words = RowWords(
            role=self._text(one.row, "role.title"),
            category=self._text(one.row, "role.category"),
            notes=" ".join([self._text(one.row, "meta.notes"), self._said_beside(one.row, _HOW_OFTEN)]),
            supervised=self._text(one.row, "volunteer.supervised"),
            regulated_activity=_yes_or_no(self._said_beside(one.row, _REGULATED)),
            lived_abroad={"yes": True, "no": False}.get(abroad or ""),
        )
        return propose_place(words, section=one.section, sheet=self.sheet_category, school=self.school)

    def _said_beside(self, row: int, words: re.Pattern[str]) -> str:
        """What stands in columns that have no field of their own and are headed by these words."""
        columns = [one for one in self.columns if not one.field and words.search(" ".join(one.titles))]
        return " ".join(self.grid.cell(row, one.number).text for one in columns).strip()

    def _has_left(self, row: int) -> bool:
        if any(_LEFT.match(self._text(row, field)) for field in ("meta.notes", "role.title")):
            return True
        bounds = bounds_of(self._value(row, "role.leave_date"))
        return bounds is not None and bounds.latest < self.as_at

    def _columns_of(self, field: str) -> list[Column]:
        return [column for column in self.columns if column.field == field]

    def _text(self, row: int, field: str) -> str:
        return " ".join(
            text for column in self._columns_of(field) if (text := self.grid.cell(row, column.number).text)
        )

    def _value(self, row: int, field: str) -> str | None:
        """The normalised value of a field, read for nobody in particular, and once only."""
        if (row, field) not in self.values:
            self.values[row, field] = self._read_value(row, field)
        return self.values[row, field]

    def _read_value(self, row: int, field: str) -> str | None:
        for column in self._columns_of(field):
            context = Context(FIELDS[field], _UNKNOWN, self.as_at)
            value = diagnose_cell(self.grid.cell(row, column.number), context).value
            if value and (value[0].isdigit() or not FIELDS[field].holds_date):
                return value
        if field == "dbs.issue_date":
            return self._certificate_date_in_number(row)
        return None

    def _certificate_date_in_number(self, row: int) -> str | None:
        for column in self._columns_of("dbs.number"):
            context = Context(FIELDS["dbs.number"], _UNKNOWN, self.as_at)
            parts = diagnose_cell(self.grid.cell(row, column.number), context).parts
            if "dbs.issue_date" in parts:
                return parts["dbs.issue_date"]
        return None

    def _diagnose(self, row: int, column: Column, person: Person, certificate: str | None) -> Finding:
        cell = self.grid.cell(row, column.number)
        context = Context(
            FIELDS[str(column.field)],
            person,
            self.as_at,
            self._beside(row, column, certificate),
            self._is_swapped(cell, column),
            column.heading.legacy,
            column.heading.surname_first,
        )
        return diagnose_cell(cell, context)

    def _is_swapped(self, cell: RawCell, column: Column) -> bool:
        """Whether this very cell may have day and month swapped; 7 July and 13 May cannot."""
        real, texts = self.swapped.get(column.number, (False, False))
        if isinstance(cell.value, date):
            return real and cell.value.day <= 12 and cell.value.day != cell.value.month
        return texts and isinstance(cell.value, str)

    def _beside(self, row: int, column: Column, certificate: str | None) -> Beside:
        marks = {
            one.heading.aspect is Aspect.REQUIRED: self.grid.cell(row, one.number).text
            for one in self.columns
            if one.heading.marks == column.field
        }
        required = marks.get(True, "")
        if column.field in {"overseas.date", "overseas.eea"} and not required:
            required = self._text(row, "overseas.required")
        others = [one for one in self._columns_of(str(column.field)) if one.number != column.number]
        elsewhere = any(self.grid.cell(row, one.number).text for one in others)
        in_time = any(self._is_in_time(row, one) for one in others)
        told = elsewhere or self._stands_in_part(row, column)
        return Beside(marks.get(False, ""), required, certificate, told, in_time)

    def _is_in_time(self, row: int, column: Column) -> bool:
        """Whether a column of the same field has a date that is not after the start."""
        field = FIELDS[str(column.field)]
        start = bounds_of(self._value(row, "role.start_date"))
        if start is None or not field.before_start:
            return False
        found = diagnose_cell(self.grid.cell(row, column.number), Context(field, _UNKNOWN, self.as_at))
        dated = found.value is not None and found.value[0].isdigit()
        bounds = bounds_of(found.value) if dated else None
        return bounds is not None and bounds.earliest <= start.latest

    def _stands_in_part(self, row: int, column: Column) -> bool:
        return column.field == "dbs.issue_date" and self._certificate_date_in_number(row) is not None

    def _cell(self, row: int, column: Column, found: Finding) -> ReadCell:
        return ReadCell(
            sheet=self.grid.title,
            row=row,
            cell=f"{self.grid.letter(column.number)}{row}",
            field=str(column.field),
            value=found.value,
            diagnosis=found.diagnosis,
            message=found.message,
            fix=found.fix,
            parts=dict(found.parts),
        )


def _yes_or_no(text: str) -> bool | None:
    return {Saying.DONE: True, Saying.NOT_DONE: False}.get(read_words(text).saying)


def _name(values: Mapping[str, str | None]) -> str:
    """Forename and surname out of whichever columns the sheet has."""
    apart = [values.get("person.forename") or values.get("person.known_as"), values.get("person.surname")]
    return values.get("person.full_name") or " ".join(part for part in apart if part)
