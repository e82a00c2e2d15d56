"""Cells of a workbook that is written row by row: words stay words, columns have their widths."""

from collections.abc import Sequence
from typing import Any

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from core.domain.spreadsheet_text import without_controls

# What openpyxl would take for a formula, or for an error such as #N/A.
_NOT_TAKEN_FOR_WORDS = ("=", "#")


def text_cell(sheet: Worksheet, text: str, **styles: Any) -> Cell | str:
    """Text that stays text whatever it begins with, and that the file can hold.

    The bare words where they need neither a style nor protection: a large workbook is written faster so.
    """
    kept = without_controls(text)
    if not styles and not kept.startswith(_NOT_TAKEN_FOR_WORDS):
        return kept
    cell: Cell = WriteOnlyCell(sheet, kept)
    cell.data_type = "s"
    for name, value in styles.items():
        setattr(cell, name, value)
    return cell


def set_widths(
    sheet: Worksheet, widths: Sequence[int], *, columns: int | None = None, others: int = 15
) -> None:
    """The widths of the columns in characters; those after the last width given are ``others`` wide."""
    for place in range(len(widths) if columns is None else columns):
        width = widths[place] if place < len(widths) else others
        sheet.column_dimensions[get_column_letter(place + 1)].width = width
