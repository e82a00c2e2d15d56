"""What a person says of a workbook that was read: columns, people, repairs. Kept with the reading."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from compliance.domain.central_record_reading import CentralRecordReading, ReadCell, ReadColumn, ReadPerson

NEW = "new"
NOTHING_CHOSEN: Mapping[str, Any] = {}


def column_key(column: ReadColumn) -> str:
    """How a column is known among the choices; two tables on one sheet differ by their headings."""
    return f"{column.sheet}!{column.column}!{column.heading}"


def person_key(person: ReadPerson) -> str:
    """How somebody's row is known among the choices."""
    return f"{person.sheet}!{person.row}"


def cell_key(cell: ReadCell) -> str:
    """How a cell is known among the choices."""
    return f"{cell.sheet}!{cell.cell}"


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """What to do with one row. ``worker`` and ``known`` empty: as proposed.

    ``known`` is the number of a person known already, or ``NEW`` for somebody else.
    """

    is_taken: bool = True
    worker: str = ""
    known: str = ""


@dataclass(frozen=True, slots=True)
class WorkbookChoices:
    """``columns``: the field a column was said to hold, empty for none. ``repairs`` None: all of them."""

    columns: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, PersonChoice] = field(default_factory=dict)
    repairs: tuple[str, ...] | None = None

    def of(self, person: ReadPerson) -> PersonChoice:
        """What was chosen for a row; leavers are left out unless somebody ticks them."""
        return self.people.get(person_key(person)) or PersonChoice(is_taken=not person.leaver)

    def repairs_in(self, reading: CentralRecordReading) -> list[ReadCell]:
        """The certain repairs that are to be made."""
        certain = [cell for cell in reading.cells if cell.fix is not None]
        return [cell for cell in certain if self.repairs is None or cell_key(cell) in self.repairs]


def choices_to_json(choices: WorkbookChoices) -> dict[str, Any]:
    """Everything as JSON; ``choices_from_json`` undoes it."""
    return {
        "columns": dict(choices.columns),
        "people": {
            key: {"is_taken": one.is_taken, "worker": one.worker, "known": one.known}
            for key, one in choices.people.items()
        },
        "repairs": None if choices.repairs is None else list(choices.repairs),
    }


def choices_from_json(stored: Mapping[str, Any]) -> WorkbookChoices:
    """The choices that ``choices_to_json`` stored; none where nothing is stored."""
    repairs = stored.get("repairs")
    return WorkbookChoices(
        columns=stored.get("columns", NOTHING_CHOSEN),
        people={key: PersonChoice(**one) for key, one in stored.get("people", NOTHING_CHOSEN).items()},
        repairs=None if repairs is None else tuple(repairs),
    )


def without_strangers(choices: WorkbookChoices, reading: CentralRecordReading) -> WorkbookChoices:
    """The choices without rows and cells that the reading no longer has."""
    rows, cells = _known(map(person_key, reading.people)), _known(map(cell_key, reading.cells))
    kept = None if choices.repairs is None else tuple(key for key in choices.repairs if key in cells)
    return replace(
        choices,
        people={key: one for key, one in choices.people.items() if key in rows},
        repairs=kept,
    )


def _known(keys: Iterable[str]) -> frozenset[str]:
    return frozenset(keys)
