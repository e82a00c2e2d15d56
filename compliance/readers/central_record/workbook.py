"""From a workbook to its diagnosis: the stages in order. Runs in the limited child process."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from compliance.domain.central_record_people import section_category
from compliance.domain.central_record_reading import CentralRecordReading, ReadColumn
from compliance.readers.central_record.band import Band, find_bands
from compliance.readers.central_record.columns import Column, map_columns
from compliance.readers.central_record.missing import find_missing_columns
from compliance.readers.central_record.people import find_leavers, find_people, find_unnamed
from compliance.readers.central_record.rows import DiagnosedRow, SheetReader
from compliance.readers.central_record.same_person import mark_same_people
from compliance.readers.central_record.sheets import Grid, read_grids
from core.domain.errors import DomainError
from core.domain.schools import SchoolType

_NO_PEOPLE = (
    "The headings were found, and nobody stands under them. Write the names of the people below them, save "
    "it and choose it again."
)
_NO_HEADINGS = (
    "No sheet of this workbook has headings with names and checks. Put headings such as Surname, Start "
    "date and "
    "DBS number above the rows, save it and choose it again."
)


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """One table of people, its columns and diagnosed rows; a sheet has one or more."""

    grid: Grid
    band: Band
    columns: tuple[Column, ...]
    rows: tuple[DiagnosedRow, ...]
    unnamed: tuple[int, ...] = ()


def read_central_record(path: str, *, school: SchoolType, as_at: date) -> CentralRecordReading:
    """The diagnosis of every cell of a workbook for a kind of school on a day.

    Raises ``DomainError``: ``no_headings``, ``no_people``, and what the sheets themselves are refused for.
    """
    grids = read_grids(path)
    bands = [(grid, band) for grid in grids for band in find_bands(grid)]
    if not bands:
        raise DomainError("no_headings", _NO_HEADINGS)
    tables = [_read_table(grid, band, school=school, as_at=as_at) for grid, band in bands]
    sheets = [sheet for sheet in tables if sheet.rows]
    if not sheets:
        raise DomainError("no_people", _NO_PEOPLE)
    rows = mark_same_people([row for sheet in sheets for row in sheet.rows])
    return CentralRecordReading(
        columns=tuple(column for sheet in sheets for column in _columns(sheet)),
        people=tuple(row.person for row in rows),
        cells=tuple(cell for row in rows for cell in row.cells),
        missing_columns=tuple(find_missing_columns([(sheet.columns, sheet.rows) for sheet in sheets])),
        notes=tuple(_notes(grids, sheets)),
    )


def _read_table(grid: Grid, band: Band, *, school: SchoolType, as_at: date) -> ReadSheet:
    columns = map_columns(grid, band)
    people = list(find_people(grid, band, columns))
    reader = SheetReader(
        grid,
        columns,
        [one.row for one in people],
        sheet_category=section_category(grid.title),
        school=school,
        as_at=as_at,
    )
    leavers = find_leavers(grid, people, columns)
    rows = tuple(reader.read(one, looks_left=one.row in leavers) for one in people)
    return ReadSheet(grid, band, tuple(columns), rows, tuple(find_unnamed(grid, band, columns)))


def _columns(sheet: ReadSheet) -> Iterable[ReadColumn]:
    for one in sheet.columns:
        yield ReadColumn(
            sheet.grid.title,
            sheet.grid.letter(one.number),
            " › ".join(one.titles),
            one.field,
            one.heading.sure,
            one.number in sheet.grid.hidden_columns,
        )


def _notes(grids: Sequence[Grid], sheets: Sequence[ReadSheet]) -> Iterable[str]:
    """What a person should know of the reading as a whole."""
    read = {sheet.grid.title for sheet in sheets}
    left = [grid.title for grid in grids if grid.title not in read and grid.cells]
    if left:
        yield f"Not read as lists of people: {', '.join(left)}."
    hidden = [sheet.grid.title for sheet in sheets if sheet.grid.hidden]
    if hidden:
        yield f"Hidden sheets were read as well: {', '.join(hidden)}."
    for sheet in sheets:
        if sheet.unnamed:
            rows = ", ".join(str(row) for row in sheet.unnamed)
            yield f"Rows of {sheet.grid.title} without a name were left out: {rows}."
    counted = Counter(row.person.hidden for sheet in sheets for row in sheet.rows)
    if counted[True]:
        yield f"Hidden rows were read as well: {counted[True]}."
