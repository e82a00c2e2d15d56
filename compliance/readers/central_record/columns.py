"""Which field each column holds: by its titles, and by its contents where two columns claim one field."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from compliance.domain.central_record_cells import RawCell
from compliance.domain.central_record_dates import date_of_figures, date_of_serial, find_dates
from compliance.domain.central_record_fields import FIELDS, NAME_FIELDS
from compliance.domain.central_record_headings import Heading, read_heading
from compliance.domain.central_record_parts import names_document
from compliance.domain.central_record_titles import Aspect
from compliance.domain.central_record_words import Saying, read_words
from compliance.readers.central_record.band import Band
from compliance.readers.central_record.sheets import Grid

MANY_DIGITS = 9
_LIKE_A_NAME = re.compile(r"(?:[A-Z][\w.'’-]*,? ){1,3}[A-Z][\w'’-]+(?: \(.*\))?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet and what its heading was taken for."""

    number: int
    titles: tuple[str, ...]
    heading: Heading

    @property
    def field(self) -> str | None:
        return self.heading.field


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a column: shares of its filled cells, from 0 to 1."""

    filled: int
    dates: float = 0
    numbers: float = 0
    marks: float = 0
    documents: float = 0

    @property
    def is_marks(self) -> bool:
        return self.filled > 0 and self.marks >= 0.7 and self.dates == 0


def map_columns(grid: Grid, band: Band) -> list[Column]:
    """Every column with a heading, from left to right."""
    columns: list[Column] = []
    left: Heading | None = None
    for number in sorted(band.paths):
        titles = band.paths[number]
        heading = read_heading(titles, left=left)
        columns.append(Column(number, titles, heading))
        if heading.subject or heading.field:
            left = heading
        elif number not in grid.hidden_columns:
            left = None
    contents = {column.number: _content(grid, column.number, band) for column in columns}
    settled = _settle(columns, contents)
    return settled if any(one.field in NAME_FIELDS for one in settled) else _find_names(grid, band, settled)


def _find_names(grid: Grid, band: Band, columns: Sequence[Column]) -> list[Column]:
    """Under headings such as *Trainee* or *Tutor*: the first column that holds names is taken for them."""
    for place, column in enumerate(columns):
        cells = [grid.cell(row, column.number) for row in grid.rows if band.bottom < row < band.end]
        filled = [cell.text for cell in cells if cell.text]
        named = [text for text in filled if _LIKE_A_NAME.fullmatch(text)]
        if column.field is None and not column.heading.marks and len(named) >= max(1, 0.7 * len(filled)):
            return [*columns[:place], _as(column, "person.full_name", sure=False), *columns[place + 1 :]]
    return list(columns)


def _content(grid: Grid, column: int, band: Band) -> Content:
    cells = [grid.cell(row, column) for row in grid.rows if band.bottom < row < band.end]
    filled = [cell for cell in cells if cell.text]
    if not filled:
        return Content(0)
    share = 1 / len(filled)
    return Content(
        filled=len(filled),
        dates=share * sum(_is_date(cell) for cell in filled),
        numbers=share
        * sum(len(re.sub(r"\D", "", cell.text)) >= MANY_DIGITS and not _is_date(cell) for cell in filled),
        marks=share * sum(read_words(cell.text).saying in _MARKS for cell in filled if len(cell.text) < 16),
        documents=share * sum(names_document(cell.text) and not _is_date(cell) for cell in filled),
    )


_MARKS = frozenset({Saying.DONE, Saying.NOT_DONE, Saying.NOT_REQUIRED})


def _is_date(cell: RawCell) -> bool:
    if isinstance(cell.value, date):
        return True
    if isinstance(cell.value, bool):
        return False
    if isinstance(cell.value, int | float):
        return date_of_serial(cell.value) is not None
    return bool(find_dates(cell.text)) or date_of_figures(cell.text) is not None


def _settle(columns: Sequence[Column], contents: Mapping[int, Content]) -> list[Column]:
    """One column for each field where their contents tell which; the others become what they hold."""
    settled = [_by_content(column, contents[column.number]) for column in columns]
    for field in {column.field for column in settled if column.field}:
        rivals = [column for column in settled if column.field == field]
        if len(rivals) > 1:
            changed = {one.number: one for one in _part(rivals, contents)}
            settled = [changed.get(column.number, column) for column in settled]
    return _mark(settled, contents)


def _by_content(column: Column, content: Content) -> Column:
    """A plain heading such as *DBS* holds the certificate's number, where numbers stand under it."""
    heading = column.heading
    if heading.field == "dbs.issue_date" and heading.aspect is not Aspect.ISSUED and content.numbers >= 0.5:
        return _as(column, "dbs.number")
    if heading.field == "qualification.name" and content.dates >= 0.6:
        return _as(column, "qualification.date")
    return column


def _part(rivals: Sequence[Column], contents: Mapping[int, Content]) -> list[Column]:
    """Columns that claim one field: dates keep a date field, documents and marks give way."""
    field = FIELDS[str(rivals[0].field)]
    if not field.holds_date:
        return _part_words(rivals)
    most = max(contents[one.number].dates for one in rivals)
    parted = [_give_way(one, contents[one.number], most) for one in rivals]
    second = parted[1]
    if field.id == "references.first" == second.field and second.heading.aspect is not Aspect.DATE:
        parted[1] = _as(second, "references.second")
    return parted


def _give_way(column: Column, content: Content, most: float) -> Column:
    """A column with far fewer dates than its rival holds what was seen, or only marks that it was done."""
    if not column.heading.sure or not most or content.dates >= 0.5 * most:
        return column
    evidence = f"{FIELDS[str(column.field)].subject}.evidence"
    if evidence in FIELDS and content.documents > content.marks:
        return _as(column, evidence)
    if content.filled and content.documents + content.marks >= 0.5:
        return _marking(column, str(column.field))
    return column


def _part_words(rivals: Sequence[Column]) -> list[Column]:
    """Two columns of words: the first keeps the field; a second name column is not the person's."""
    if rivals[0].field in {"person.full_name", "role.title", "supply.agency", "role.category"}:
        return [rivals[0], *(replace(one, heading=replace(one.heading, field=None)) for one in rivals[1:])]
    return list(rivals)


def _mark(columns: Sequence[Column], contents: Mapping[int, Content]) -> list[Column]:
    """A check's heading over ticks alone is the mark of a general date column to its right."""
    out = list(columns)
    for place, (one, right) in enumerate(pairwise(columns)):
        is_check = one.field in FIELDS and FIELDS[str(one.field)].before_start
        if is_check and right.field == "meta.check_date" and contents[one.number].is_marks:
            out[place + 1] = _as(right, str(one.field), sure=False)
            out[place] = _marking(one, str(one.field))
    return [_stand_alone(one, out) for one in out]


def _stand_alone(column: Column, columns: Sequence[Column]) -> Column:
    """A Y/N column of a check that has no date column on the sheet is all there is of the check."""
    heading = column.heading
    if not heading.marks or heading.aspect is not Aspect.DONE:
        return column
    if any(one.field == heading.marks for one in columns):
        return column
    return replace(column, heading=replace(heading, field=heading.marks, marks=""))


def _as(column: Column, field: str, *, sure: bool | None = None) -> Column:
    keep = column.heading.sure if sure is None else sure
    return replace(column, heading=replace(column.heading, field=field, sure=keep))


def _marking(column: Column, field: str) -> Column:
    """A Y/N column: for overseas it has a field of its own, for others it only marks the date beside it."""
    if field == "overseas.date":
        return _as(column, "overseas.required")
    return replace(column, heading=replace(column.heading, field=None, marks=field, aspect=Aspect.DONE))
