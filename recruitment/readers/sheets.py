"""The sheets of an Excel workbook as rows of cells, before anybody asks what they mean."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.documents.refusals import refuse
from recruitment.readers.cell_colours import colour_name

_MOST_ROWS, _MOST_COLUMNS = 2_000, 40


@dataclass(frozen=True, slots=True)
class SheetCell:
    """The words of a cell and how they look; ``goes_on``: it is the lower part of one merged downwards."""

    value: str
    bold: bool
    italic: bool
    colour: str
    span: int
    goes_on: bool
    column: int


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that holds anything. ``number`` counts the rows of all sheets from 1.

    ``texts``: the words by column, counted from 1, those of a cell merged downwards in each of its rows.
    """

    number: int
    cells: tuple[SheetCell, ...]
    texts: Mapping[int, str]

    @property
    def words(self) -> str:
        """All of it on one line, cells joined by bars."""
        texts = (" ".join(text.split()) for text in self.texts.values())
        return " | ".join(text for text in texts if text)


@dataclass(frozen=True, slots=True)
class Sheet:
    title: str
    rows: tuple[SheetRow, ...]


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """The sheets that are shown, in order; only the first 2,000 rows and 40 columns of each are looked at."""
    import openpyxl  # noqa: PLC0415 - slow to load, and only needed for this format

    try:
        with path.open("rb") as file:  # by its contents: a stored copy has no ending for openpyxl to go by
            workbook = openpyxl.load_workbook(file, data_only=True)
        shown = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        read = [(sheet.title, _rows_of(sheet)) for sheet in shown]
    except MemoryError:
        raise  # says nothing about the file: whoever set the limit explains it
    except Exception as error:
        raise refuse("office_damaged") from error
    counted = 0
    sheets = []
    for title, rows in read:
        sheets.append(Sheet(title, tuple(_numbered(rows, counted))))
        counted += max((number for number, _ in rows), default=0)
    return tuple(sheets)


def _numbered(rows: Sequence[tuple[int, list[SheetCell]]], before: int) -> Iterator[SheetRow]:
    above: dict[int, str] = {}
    for number, cells in rows:
        above = {cell.column: above.get(cell.column, "") if cell.goes_on else cell.value for cell in cells}
        yield SheetRow(before + number, tuple(cells), above)


def _rows_of(sheet: Any) -> list[tuple[int, list[SheetCell]]]:
    """Rows that hold anything, with their numbers."""
    spans, covered, below = _merged(sheet)
    rows = []
    last = min(sheet.max_column or 1, _MOST_COLUMNS)
    for number, row in enumerate(sheet.iter_rows(max_row=_MOST_ROWS, max_col=last), 1):
        cells = []
        for column, cell in enumerate(row, 1):
            if (number, column) in covered:
                continue
            value = "" if cell.value is None else _in_words(cell.value)
            font = cell.font
            place = (number, column)
            looks = bool(font and font.b), bool(font and font.i), _colour_of(cell)
            cells.append(SheetCell(value, *looks, spans.get(place, 1), place in below, column))
        if any(cell.value.strip() or cell.goes_on for cell in cells):
            rows.append((number, cells))
    return rows


def _merged(sheet: Any) -> tuple[dict[tuple[int, int], int], set[tuple[int, int]], set[tuple[int, int]]]:
    """Spans by first cell, cells hidden behind a wide one, and first cells of rows that go on from above."""
    spans: dict[tuple[int, int], int] = {}
    covered: set[tuple[int, int]] = set()
    below: set[tuple[int, int]] = set()
    for area in list(sheet.merged_cells.ranges)[:_MOST_ROWS]:
        width = min(area.max_col, _MOST_COLUMNS) - area.min_col + 1
        for number in range(area.min_row, min(area.max_row, _MOST_ROWS) + 1):
            spans[number, area.min_col] = width
            covered.update((number, column) for column in range(area.min_col + 1, area.min_col + width))
            if number > area.min_row:
                below.add((number, area.min_col))
    return spans, covered, below


def _colour_of(cell: Any) -> str:
    """The colour that a cell is filled with; one of the workbook's theme has no name."""
    fill = cell.fill
    paint = fill.fgColor.rgb if fill is not None and fill.fill_type == "solid" else None
    return colour_name(paint[-6:]) if isinstance(paint, str) else ""


def _in_words(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
