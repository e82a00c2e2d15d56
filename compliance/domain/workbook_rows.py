"""What one row of a workbook tells of a person and of each check, as far as it may be brought in.

Nothing is invented: a date that is not written is missing, one without a day is missing too, and what cannot
be relied on is left out with the reason.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from compliance.domain.central_record_cells import Diagnosis
from compliance.domain.central_record_fields import FIELDS
from compliance.domain.central_record_reading import ReadCell, ReadPerson

LEFT_OUT = frozenset(
    {
        Diagnosis.NOT_PERMITTED,
        Diagnosis.IMPOSSIBLE,
        Diagnosis.FUTURE,
        Diagnosis.IN_PROGRESS,
        Diagnosis.UNREADABLE,
        Diagnosis.LEGACY,
    }
)
# Done, while the day it was done on is not known.
_WITHOUT_DAY = frozenset({Diagnosis.DATE_MISSING, Diagnosis.AMBIGUOUS_DATE})
_SAYS_NOTHING = frozenset({"", "no", "not_required"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "la", "le", "di", "da", "al", "el", "bin", "st", "st."}
)
NOT_RECORDED = "Not recorded"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that is not brought in, and why: for the import report."""

    place: str
    name: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Told:
    """That a check was done, and when; ``day`` None where the workbook does not say."""

    day: date | None
    cell: str


@dataclass(frozen=True, slots=True)
class WorkbookRow:
    """Somebody's row. ``repaired``: the cells whose certain repair is to be made."""

    person: ReadPerson
    cells: Sequence[ReadCell]
    repaired: frozenset[str] = frozenset()

    def cells_of(self, field: str) -> list[ReadCell]:
        return [cell for cell in self.cells if cell.field == field]

    def value(self, field: str) -> str:
        """What the row says in a field or, failing that, beside another; nothing that has to be set aside."""
        usable = [cell for cell in self.cells if cell.diagnosis not in LEFT_OUT]
        own = [cell.value for cell in usable if cell.field == field and cell.value]
        beside = [cell.parts[field] for cell in usable if field in cell.parts]
        return next(iter([*own, *beside]), "")

    def day(self, field: str) -> date | None:
        """A whole date in a field, if it can be relied on."""
        doubted = [one for one in self.cells_of(field) if one.diagnosis in LEFT_OUT | _WITHOUT_DAY]
        text = "" if doubted else self.value(field)
        return as_day(text)

    def told(self, field: str) -> Told | None:
        """Whether the row says that the check of a date field was done."""
        found = [told for cell in self.cells_of(field) if (told := _told(cell)) is not None]
        beside = as_day(next((one.parts[field] for one in self.cells if field in one.parts), ""))
        if not found and beside:
            return Told(beside, self.place)
        return min(found, key=lambda one: (one.day is None, one.day or date.max), default=None)

    def digits(self, field: str) -> str:
        """A number that is right, or whose certain repair is to be made."""
        for cell in self.cells_of(field):
            if cell.diagnosis == Diagnosis.OK and cell.value:
                return cell.value
            if cell.fix is not None and f"{cell.sheet}!{cell.cell}" in self.repaired:
                return cell.fix
        return ""

    def skipped(self) -> Iterator[Skipped]:
        """The cells that have to be set aside, each with the reason."""
        for cell in self.cells:
            is_number = cell.diagnosis == Diagnosis.WRONG_DIGITS and not self.digits(cell.field)
            if cell.diagnosis in LEFT_OUT or is_number:
                yield Skipped(
                    f"{cell.sheet}!{cell.cell}", self.person.name, FIELDS[cell.field].label, cell.message
                )

    @property
    def place(self) -> str:
        return f"{self.person.sheet}, row {self.person.row}"

    @property
    def names(self) -> tuple[str, str]:
        """First and last name; empty where the row does not say."""
        own = self.value("person.forename"), self.value("person.surname")
        return own if all(own) else split_name(self.person.name)


def _told(cell: ReadCell) -> Told | None:
    value = cell.value or ""
    if cell.diagnosis in _WITHOUT_DAY:
        return Told(None, cell.cell)
    if cell.diagnosis not in {Diagnosis.OK, Diagnosis.LATE} or value in _SAYS_NOTHING:
        return None
    return Told(as_day(value), cell.cell)


def as_day(text: str) -> date | None:
    """A whole ISO date; None for a month, a year or no date."""
    return date.fromisoformat(text) if _DAY.fullmatch(text) else None


def split_name(name: str) -> tuple[str, str]:
    """First and last name out of one: the last word with the particles before it is the last name."""
    words = name.split()
    place = len(words) - 1
    while place > 1 and words[place - 1].lower() in _PARTICLES:
        place -= 1
    return " ".join(words[:place]), " ".join(words[place:])


def rows_of(
    people: Sequence[ReadPerson], cells: Sequence[ReadCell], repaired: frozenset[str]
) -> Mapping[str, WorkbookRow]:
    """The rows by sheet and number, in the order of the workbook."""
    by_row: dict[tuple[str, int], list[ReadCell]] = {}
    for cell in cells:
        by_row.setdefault((cell.sheet, cell.row), []).append(cell)
    return {
        f"{one.sheet}!{one.row}": WorkbookRow(one, by_row.get((one.sheet, one.row), []), repaired)
        for one in people
    }
