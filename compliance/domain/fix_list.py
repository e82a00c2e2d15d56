"""The cells of a workbook to put right, in words, and narrowed down to what somebody looks for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from compliance.domain.central_record_cells import Diagnosis
from compliance.domain.central_record_fields import FIELDS
from compliance.domain.central_record_reading import CentralRecordReading, ReadCell

DIAGNOSIS_LABELS: Mapping[Diagnosis, str] = {
    Diagnosis.OK: "Right",
    Diagnosis.NOT_PERMITTED: "Must not be there",
    Diagnosis.BLANK: "Missing",
    Diagnosis.IN_PROGRESS: "Under way",
    Diagnosis.LATE: "Late",
    Diagnosis.IMPOSSIBLE: "No such date",
    Diagnosis.FUTURE: "Date still to come",
    Diagnosis.DATE_MISSING: "Done, date missing",
    Diagnosis.UNREADABLE: "Says nothing",
    Diagnosis.AMBIGUOUS_DATE: "Date not clear",
    Diagnosis.WRONG_DIGITS: "Wrong number of figures",
    Diagnosis.NA_WITHOUT_REASON: "Not needed, no reason",
    Diagnosis.DUPLICATE: "Stands twice",
    Diagnosis.LEGACY: "From earlier rules",
}


@dataclass(frozen=True, slots=True)
class Fix:
    """One cell to put right: whose, which column, what is wrong."""

    cell: ReadCell
    name: str

    @property
    def what(self) -> str:
        return FIELDS[self.cell.field].label

    @property
    def label(self) -> str:
        return DIAGNOSIS_LABELS[self.cell.diagnosis]


def list_fixes(
    reading: CentralRecordReading, *, sheet: str = "", kind: str = "", search: str = ""
) -> Iterator[Fix]:
    """The fixes of a sheet, of a kind (a diagnosis), of somebody; the gravest first."""
    names = {(one.sheet, one.row): one.name for one in reading.people}
    words = search.casefold().split()
    for cell in reading.list_fixes():
        name = names.get((cell.sheet, cell.row), "")
        is_wanted = sheet in {"", cell.sheet} and kind in {"", cell.diagnosis.value}
        if is_wanted and all(word in name.casefold() for word in words):
            yield Fix(cell, name)


def list_repairs(reading: CentralRecordReading) -> list[Fix]:
    """The certain repairs, in the order of the workbook."""
    names = {(one.sheet, one.row): one.name for one in reading.people}
    return [
        Fix(cell, names.get((cell.sheet, cell.row), "")) for cell in reading.cells if cell.fix is not None
    ]


def count_kinds(reading: CentralRecordReading) -> list[tuple[str, str, int]]:
    """Each diagnosis that wants something done: its name, its words, how many cells; the gravest first."""
    counted = reading.count_by_diagnosis()
    found = dict.fromkeys(cell.diagnosis for cell in reading.list_fixes())
    return [(one.value, DIAGNOSIS_LABELS[one], counted[one.value]) for one in found]
