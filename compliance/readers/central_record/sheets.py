"""A workbook as plain grids: values, notes, colours and merged cells, without openpyxl's types."""

import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from compliance.domain.central_record_cells import RawCell
from core.domain.errors import DomainError

MOST_SHEETS = 60
MOST_ROWS = 6_000
MOST_COLUMNS = 200
MOST_CELLS = 300_000
_CELL = re.compile(rb"<(?:\w{1,20}:)?c[\s>/]")
_CHUNK = 1 << 20
_TOO_MANY_CELLS = (
    "A sheet of this workbook has far more cells than a central record. Copy the rows you use into a new "
    "workbook, save that and choose it instead."
)
# A stretch of empty rows as long as this is the end of what people wrote, whatever is formatted below it.
LONGEST_GAP = 300
_ZEROS = re.compile(r"^0+$")
# Ticks and crosses out of fonts in which letters are drawn as signs.
_SYMBOL_FONTS = ("Wingdings", "Webdings", "Marlett")
_SYMBOLS = {
    "ü": "✓",
    "þ": "✓",
    "P": "✓",
    "R": "✓",
    "a": "✓",
    "û": "✗",
    "ý": "✗",
    "O": "✗",
    "Q": "✗",
    "r": "✗",
}
_GREYS = re.compile(r"(?:FF|00)?([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks, as a hint only. ``fill``: RRGGBB or the theme's colour, empty for none."""

    strike: bool = False
    bold: bool = False
    fill: str = ""
    grey_fill: bool = False
    grey_font: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged stretch, its bounds inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Grid:
    """One sheet. Rows and columns are numbered from 1, as in Excel; empty cells are left out."""

    title: str
    hidden: bool = False
    cells: dict[int, dict[int, RawCell]] = field(default_factory=dict)
    looks: dict[int, dict[int, Look]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def cell(self, row: int, column: int) -> RawCell:
        return self.cells.get(row, {}).get(column, RawCell())

    def look(self, row: int, column: int) -> Look:
        return self.looks.get(row, {}).get(column, PLAIN)

    def texts(self, row: int) -> dict[int, str]:
        """The texts of a row by column, the empty ones left out."""
        return {column: cell.text for column, cell in self.cells.get(row, {}).items() if cell.text}

    @property
    def rows(self) -> list[int]:
        return sorted(self.cells)

    @property
    def last_column(self) -> int:
        return max((max(row) for row in self.cells.values() if row), default=0)

    @staticmethod
    def letter(column: int) -> str:
        return get_column_letter(column)


def read_grids(path: str) -> list[Grid]:
    """Every sheet of a workbook, the hidden ones too. Links to other files are not followed.

    Raises ``DomainError`` (``too_many_sheets``, ``too_many_rows``, ``too_many_cells``) where it is more than
    a record can be.
    """
    _refuse_too_many_cells(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # extensions of Excel that openpyxl does not know
        workbook = load_workbook(path, keep_links=False)
        if len(workbook.worksheets) > MOST_SHEETS:
            raise DomainError(
                "too_many_sheets",
                f"This workbook has more than {MOST_SHEETS} sheets. Split it and read each part.",
            )
        results = load_workbook(path, data_only=True, keep_links=False) if _calculates(workbook) else workbook
    return [
        _grid(sheet, values) for sheet, values in zip(workbook.worksheets, results.worksheets, strict=True)
    ]


def _refuse_too_many_cells(path: str) -> None:
    """Counts cells in the bytes: openpyxl would take minutes to build as many as a file may hold."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.lower().startswith("xl/worksheets/"):
                continue
            with archive.open(name) as part:
                counted = sum(len(_CELL.findall(chunk)) for chunk in iter(lambda: part.read(_CHUNK), b""))
            if counted > MOST_CELLS:
                raise DomainError("too_many_cells", _TOO_MANY_CELLS)


def _calculates(workbook: Any) -> bool:
    return any(
        cell.data_type == "f" for sheet in workbook.worksheets for row in _cells(sheet) for cell in row
    )


def _cells(sheet: Any) -> Iterator[Sequence[Any]]:
    return sheet.iter_rows(max_col=min(sheet.max_column, MOST_COLUMNS))


def _grid(sheet: Any, values: Any) -> Grid:
    grid = Grid(
        sheet.title,
        hidden=sheet.sheet_state != "visible",
        merges=[
            Merge(one.min_row, one.min_col, one.max_row, one.max_col) for one in sheet.merged_cells.ranges
        ],
        hidden_rows=frozenset(number for number, row in sheet.row_dimensions.items() if row.hidden),
        hidden_columns=frozenset(_hidden_columns(sheet)),
    )
    last = 0
    for row in _cells(sheet):
        number = row[0].row if row else 0
        if last and number - last > LONGEST_GAP:
            break
        if number > MOST_ROWS:
            raise DomainError(
                "too_many_rows",
                f"The sheet “{sheet.title}” has more than {MOST_ROWS} rows. Split it and read each part.",
            )
        if _take_row(grid, row, values):
            last = number
    return grid


def _take_row(grid: Grid, row: Sequence[Any], values: Any) -> bool:
    """Takes over what a row holds; whether it holds anything."""
    taken: dict[int, RawCell] = {}
    looks: dict[int, Look] = {}
    for cell in row:
        if cell.value is not None or cell.comment:
            taken[cell.column] = _raw(cell, values)
        if cell.has_style:
            looks[cell.column] = _look(cell)
    number = row[0].row if row else 0
    if looks:
        grid.looks[number] = looks
    if any(not cell.is_empty for cell in taken.values()):
        grid.cells[number] = taken
        return True
    return False


def _raw(cell: Any, values: Any) -> RawCell:
    value, calculated = cell.value, cell.data_type == "f"
    if calculated:
        value = values.cell(cell.row, cell.column).value
    if cell.data_type == "e" or (
        not isinstance(value, str | int | float | bool) and not hasattr(value, "year")
    ):
        value = None if value is None else str(value)
    if isinstance(value, str) and cell.font and str(cell.font.name).startswith(_SYMBOL_FONTS):
        value = _SYMBOLS.get(value.strip(), value)
    zeros = str(cell.number_format or "").split(";")[0].strip('"')
    return RawCell(
        value,
        note=_note(cell.comment.text) if cell.comment else "",
        zeros=len(zeros) if _ZEROS.match(zeros) else 0,
        calculated=calculated and value is None,
    )


def _note(text: str) -> str:
    """What somebody wrote in a note, without what Excel puts before a comment of the newer kind."""
    return text.rpartition("Comment:")[2].strip() if text.startswith("[Threaded comment]") else text


def _look(cell: Any) -> Look:
    font, fill = cell.font, cell.fill
    colour = _colour(fill.fgColor) if fill is not None and fill.fill_type == "solid" else ""
    return Look(
        strike=bool(font and font.strike),
        bold=bool(font and font.bold),
        fill=colour,
        grey_fill=_is_grey(colour),
        grey_font=bool(font and font.color) and _is_grey(_colour(font.color)),
    )


def _colour(colour: Any) -> str:
    """RRGGBB, or the theme's number and tint as ``theme:0:-0.25``."""
    if colour is None:
        return ""
    if colour.type == "rgb" and isinstance(colour.rgb, str):
        return colour.rgb[-6:].upper()
    return f"theme:{colour.theme}:{colour.tint:.2f}" if colour.type == "theme" else ""


def _is_grey(colour: str) -> bool:
    """Grey proper: neither black nor white, nor any hue."""
    if colour.startswith("theme:"):
        _, number, tint = colour.split(":")
        return (number == "0" and float(tint) <= -0.14) or (number == "1" and float(tint) >= 0.3)
    found = _GREYS.fullmatch(colour)
    if not found:
        return False
    parts: Mapping[int, int] = {place: int(found[place], 16) for place in (1, 2, 3)}
    return max(parts.values()) - min(parts.values()) <= 12 and 0x60 <= min(parts.values()) <= 0xE4


def _hidden_columns(sheet: Any) -> Iterator[int]:
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden and dimension.min and dimension.max:
            yield from range(dimension.min, min(dimension.max, MOST_COLUMNS) + 1)
