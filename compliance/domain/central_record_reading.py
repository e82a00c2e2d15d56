"""What was read out of a school's own central-record workbook, for pages and imports to build upon."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from dataclasses import field as with_default
from typing import Any

from compliance.domain.central_record_cells import Diagnosis

# The fix list: what keeps children safe first, what is only untidy last.
PRIORITY: Mapping[Diagnosis, int] = {
    diagnosis: place
    for place, diagnosis in enumerate(
        (
            Diagnosis.NOT_PERMITTED,
            Diagnosis.BLANK,
            Diagnosis.IN_PROGRESS,
            Diagnosis.LATE,
            Diagnosis.IMPOSSIBLE,
            Diagnosis.FUTURE,
            Diagnosis.DATE_MISSING,
            Diagnosis.UNREADABLE,
            Diagnosis.AMBIGUOUS_DATE,
            Diagnosis.WRONG_DIGITS,
            Diagnosis.NA_WITHOUT_REASON,
            Diagnosis.DUPLICATE,
            Diagnosis.LEGACY,
        )
    )
}


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A column under a heading; ``field`` None: kept, but not mapped."""

    sheet: str
    column: str
    heading: str
    field: str | None
    sure: bool
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ReadPerson:
    """Somebody's row. ``workers`` are proposed categories of the matrix, for a person to confirm.

    ``start_date`` is normalised (YYYY-MM-DD, YYYY-MM, YYYY). ``same_as`` is the first row of the same person.
    """

    sheet: str
    row: int
    name: str
    category: str
    start_date: str | None
    leaver: bool
    role: str = ""
    workers: tuple[str, ...] = ()
    hidden: bool = False
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class ReadCell:
    """A cell of somebody's row under a mapped heading. ``parts``: what else stood in it, by field id."""

    sheet: str
    row: int
    cell: str
    field: str
    value: str | None
    diagnosis: Diagnosis
    message: str = ""
    fix: str | None = None
    parts: Mapping[str, str] = with_default(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CentralRecordReading:
    """The whole of a reading, in the order of the workbook. Nothing in it has been saved."""

    columns: tuple[ReadColumn, ...]
    people: tuple[ReadPerson, ...]
    cells: tuple[ReadCell, ...]
    missing_columns: tuple[str, ...]
    notes: tuple[str, ...] = ()

    def count_by_diagnosis(self) -> dict[str, int]:
        """How many cells have each diagnosis, those that are right included."""
        counted = Counter(cell.diagnosis.value for cell in self.cells)
        return {
            diagnosis.value: counted[diagnosis.value] for diagnosis in Diagnosis if counted[diagnosis.value]
        }

    def list_fixes(self) -> list[ReadCell]:
        """The cells to put right, the gravest first; equal ones in the order of the workbook."""
        wrong = [cell for cell in self.cells if cell.diagnosis is not Diagnosis.OK]
        return sorted(wrong, key=lambda cell: PRIORITY[cell.diagnosis])


def reading_to_json(reading: CentralRecordReading) -> dict[str, Any]:
    """Everything as JSON; ``reading_from_json`` undoes it."""
    return asdict(reading)


def reading_from_json(stored: Mapping[str, Any]) -> CentralRecordReading:
    """The reading that ``reading_to_json`` stored."""
    return CentralRecordReading(
        columns=tuple(ReadColumn(**column) for column in stored["columns"]),
        people=tuple(
            ReadPerson(**(person | {"workers": tuple(person["workers"])})) for person in stored["people"]
        ),
        cells=tuple(
            ReadCell(**(cell | {"diagnosis": Diagnosis(cell["diagnosis"])})) for cell in stored["cells"]
        ),
        missing_columns=tuple(stored["missing_columns"]),
        notes=tuple(stored["notes"]),
    )


def reading_to_answer(reading: CentralRecordReading) -> dict[str, Any]:
    """The answer other programs build upon: columns, people, cells, missing columns and a summary."""
    return {
        "columns": [
            {"sheet": one.sheet, "column": one.column, "field": one.field, "sure": one.sure}
            for one in reading.columns
        ],
        "people": [
            {
                "sheet": one.sheet,
                "row": one.row,
                "name": one.name,
                "category": one.category,
                "start_date": one.start_date,
                "leaver": one.leaver,
            }
            for one in reading.people
        ],
        "cells": [_cell_answer(one) for one in reading.cells],
        "missing_columns": list(reading.missing_columns),
        "summary": {
            "people": len(reading.people),
            "cells": len(reading.cells),
            "by_diagnosis": reading.count_by_diagnosis(),
        },
    }


def _cell_answer(one: ReadCell) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "sheet": one.sheet,
        "cell": one.cell,
        "field": one.field,
        "value": one.value,
        "diagnosis": one.diagnosis.value,
        "message": one.message,
        "fix": one.fix,
    }
    return answer | ({"parts": dict(one.parts)} if one.parts else {})
