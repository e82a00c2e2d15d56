"""A generated document as an Excel workbook: a paragraph in a row of its own, a table in rows of cells."""

from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Font, PatternFill

from tests.recruitment.readers.generated_documents.page import Box, Element, Grid, Paragraph


def write_workbook(elements: tuple[Element, ...], path: Path) -> Path:
    workbook = openpyxl.Workbook()
    sheet: Any = workbook.active
    row = 1
    for element in elements:
        if isinstance(element, Paragraph):
            _fill(sheet, row, 1, Box((element,)))
            row += 1
        elif isinstance(element, Grid):
            row = _add_grid(sheet, element, row) + 1
    workbook.save(path)
    return path


def _add_grid(sheet: Any, grid: Grid, row: int) -> int:
    for number, boxes in enumerate(grid.rows):
        column = 1
        for box in boxes:
            height = grid.height(number, column - 1)
            if box.span > 1 or (height > 1 and not box.follows):
                sheet.merge_cells(
                    start_row=row + number,
                    end_row=row + number + height - 1,
                    start_column=column,
                    end_column=column + box.span - 1,
                )
            if not box.follows:
                _fill(sheet, row + number, column, box)
            column += box.span
    return row + len(grid.rows)


def _fill(sheet: Any, row: int, column: int, box: Box) -> None:
    if not box.paragraphs:
        return
    cell = sheet.cell(row, column)
    cell.value = "\n".join(
        ("• " if paragraph.marker else "") + paragraph.text for paragraph in box.paragraphs
    )
    cell.data_type = "s"
    if box.fill:
        cell.fill = PatternFill("solid", start_color=box.fill)
    first = box.paragraphs[0]
    cell.font = Font(bold=first.bold or bool(first.heading), italic=first.italic)
