"""Sheets of a workbook that are a part of the job document by their name: its duties, its description."""

import re
from collections.abc import Iterator, Sequence

from recruitment.readers.blocks import Cell, Line, Row, grid_of
from recruitment.readers.columns import is_generic
from recruitment.readers.headings import Part, heads_duties, names_description, part_of
from recruitment.readers.labels import label_of
from recruitment.readers.table_heads import first_head

_LONGEST_HEAD = 4  # words
_FORM = 2  # rows with a label and a value, which make a form
_NUMBER = re.compile(r"^\W*\d{1,3}(?:\.\d{1,2})*\W*$")


def name_of_sheet(title: str, rows: Sequence[Row]) -> Line:
    """The name as a heading over the first row."""
    return Line(title, rows[0].source, bold=True, heading=1)


def begins_other_part(title: str, rows: Sequence[Row]) -> bool:
    """Whether the name of a sheet, and none of its first two rows, says which part it is."""
    said = [part_of(_words(row)) for row in rows[:2]]
    part = part_of(title)
    return bool(rows) and (part is not None or names_description(title)) and part not in said


def is_sheet_of_duties(title: str, rows: Sequence[Row]) -> bool:
    """A sheet called “Main duties” with a list of them: no form, no other part, no table for criteria."""
    if not rows or not heads_duties(title) or first_head(rows) is not None:
        return False
    labelled = sum(len(row.cells) > 1 and bool(label_of(row.cells[0].text)) for row in rows)
    parts = {part_of(_words(row)) for row in rows} & {Part.SPECIFICATION, Part.PURPOSE}
    return labelled < _FORM and not parts and _column_of_duties(rows) >= 0


def lines_of_duties(title: str, rows: Sequence[Row]) -> Iterator[Line]:
    """The duties as list items, below what stands in a column before them as their sub-heading."""
    yield name_of_sheet(title, rows)
    column = _column_of_duties(rows)
    section = ""
    for row in rows[_rows_of_head(rows) :]:
        cells = [cell for cell in grid_of(row)[:column] if _names_section(cell)]
        own = cells[-1].text if cells else section
        if own != section:
            section = own
            yield Line(own, row.source, bold=True, heading=2)
        cell = grid_of(row)[column] if column < len(row.cells) else Cell()
        yield from (Line(line.text, line.source, marker="bullet") for line in cell.lines)


def _column_of_duties(rows: Sequence[Row]) -> int:
    """The column with the longest words below the head; -1 where there are none."""
    below = [grid_of(row) for row in rows[_rows_of_head(rows) :]]
    width = max((len(cells) for cells in below), default=0)
    lengths = [sum(len(cells[place].text) for cells in below if place < len(cells)) for place in range(width)]
    return lengths.index(max(lengths)) if any(lengths) else -1


def _rows_of_head(rows: Sequence[Row]) -> int:
    """The rows over the list: the title of the sheet, and what heads its columns."""
    count = 0
    for row in rows[:3]:
        texts = [cell.text for cell in row.cells if cell.text]
        names = [text for text in texts if heads_duties(text) or is_generic(text) or part_of(text)]
        if not names or any(len(text.split()) > _LONGEST_HEAD for text in texts if text not in names):
            break
        count += 1
    return count


def _names_section(cell: Cell) -> bool:
    return bool(cell.text) and not _NUMBER.match(cell.text)


def _words(row: Row) -> str:
    return " ".join(cell.text for cell in row.cells if cell.text)
