"""Diagnoses one cell of a school's own central record: what it says, and what is wrong with it.

Nothing is invented: *Yes* without a date stays *date missing* and its value unknown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from compliance.domain.central_record_fields import Field
from compliance.domain.central_record_needs import NO_NEEDS, Needs
from compliance.domain.offence_words import may_tell_offence
from core.domain.dates import DayOrMonth

type RawValue = str | int | float | bool | date | datetime | None


class Diagnosis(StrEnum):
    OK = "ok"
    DATE_MISSING = "date_missing"
    LATE = "late"
    BLANK = "blank"
    IN_PROGRESS = "in_progress"
    NA_WITHOUT_REASON = "na_without_reason"
    NOT_PERMITTED = "not_permitted"
    WRONG_DIGITS = "wrong_digits"
    AMBIGUOUS_DATE = "ambiguous_date"
    IMPOSSIBLE = "impossible"
    FUTURE = "future"
    DUPLICATE = "duplicate"
    LEGACY = "legacy"
    UNREADABLE = "unreadable"


class Legacy(StrEnum):
    """A heading that names a check of older days and no other."""

    LIST_99 = "list_99"
    EEA = "eea"


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as the workbook has it.

    ``note`` is the comment on it, ``zeros`` how many figures its format shows at least. ``calculated``: a
    formula whose result the file does not hold.
    """

    value: RawValue = None
    note: str = ""
    zeros: int = 0
    calculated: bool = False

    @property
    def text(self) -> str:
        """The value as somebody would have typed it, blanks at the ends left out."""
        if self.value is None:
            return ""
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        return str(self.value).replace("_x000D_", " ").replace("\xa0", " ").strip()

    @property
    def is_empty(self) -> bool:
        return not self.text and not self.calculated


@dataclass(frozen=True, slots=True)
class Beside:
    """What other cells of the row say of this one.

    ``done`` and ``required``: the words of a Y/N column beside it. ``certificate_date``: the DBS date of the
    row. ``told_elsewhere``: another column of the same field has a value; ``in_time_elsewhere``: a date that
    is not after the start, so that this one is a renewal.
    """

    done: str = ""
    required: str = ""
    certificate_date: str | None = None
    told_elsewhere: bool = False
    in_time_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Whose cell it is, as far as a diagnosis needs it. ``start`` None: not known."""

    category: str
    needs: Needs = NO_NEEDS
    start: DayOrMonth | None = None
    is_leaver: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    field: Field
    person: Person
    as_at: date
    beside: Beside = Beside()
    swapped: bool = False
    legacy: Legacy | None = None
    surname_first: bool = False

    @property
    def is_required(self) -> bool:
        return bool(self.field.check) and self.field.check in self.person.needs.required

    @property
    def is_not_permitted(self) -> bool:
        return bool(self.field.check) and self.field.check in self.person.needs.not_permitted


@dataclass(frozen=True, slots=True)
class Finding:
    """What is found of a cell. ``parts``: what else stood in it, by field id; ``fix``: a certain repair."""

    value: str | None
    diagnosis: Diagnosis = Diagnosis.OK
    message: str = ""
    fix: str | None = None
    parts: Mapping[str, str] = field(default_factory=dict)

    def as_(self, diagnosis: Diagnosis, message: str) -> "Finding":
        return replace(self, diagnosis=diagnosis, message=message)


def quarantined(cell: RawCell, context: Context) -> Finding | None:
    """A cell whose words or note may tell of an offence: set aside, its words not repeated."""
    if may_tell_offence(cell.text) and not context.field.id.startswith("person."):
        return Finding(
            None,
            Diagnosis.NOT_PERMITTED,
            "This may hold details of an offence, which do not belong in the central record. Move it to the "
            "personnel file and clear the cell.",
        )
    if may_tell_offence(cell.note):
        return Finding(
            None,
            Diagnosis.NOT_PERMITTED,
            "The note on this cell may hold details of an offence, which do not belong in the central "
            "record. Move it to the personnel file and delete the note.",
        )
    return None
