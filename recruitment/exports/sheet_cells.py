"""Cells of a workbook that hold words: always text, wrapped, in rows high enough to show them whole."""

from collections.abc import Iterable
from math import ceil
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from core.exports.sheet_cells import text_cell

LINE_POINTS = 15
TITLE_POINTS = 22
WRAPPED = Alignment(wrap_text=True, vertical="top")
UNWRAPPED = Alignment(wrap_text=False, vertical="top")


def words_cell(sheet: Worksheet, words: str, **style: Any) -> Any:
    """Text that stays text, whatever it begins with, without characters that no workbook can hold."""
    given = {name: value for name, value in style.items() if value is not None}
    return text_cell(sheet, words, **{"alignment": WRAPPED, **given})


def number_cell(sheet: Worksheet, value: int) -> Any:
    """A number at the top of its row, beside the first line of the words."""
    cell = WriteOnlyCell(sheet, value=value)
    cell.alignment = WRAPPED
    return cell


def height_of_row(texts_and_widths: Iterable[tuple[str, int]]) -> int:
    """Points that a row needs, given the words of its cells and the widths of their columns in characters."""
    lines = [
        sum(max(1, ceil(len(part) * 1.1 / width)) for part in text.split("\n"))
        for text, width in texts_and_widths
    ]
    return LINE_POINTS * max(lines, default=1)
