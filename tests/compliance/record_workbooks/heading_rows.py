"""Writes the headings of a layout: groups merged or not, lone headings at the foot or merged down to it."""

from itertools import groupby

from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from tests.compliance.record_workbooks.layouts import Layout

SHADE = PatternFill("solid", fgColor="FFDDEBF7")


def write_headings(sheet: Worksheet, layout: Layout, top: int, left: int) -> int:
    """The row below the headings."""
    bottom = top + layout.depth - 1
    for place, column in enumerate(layout.columns):
        lowest = top + len(column.titles) - 1 if layout.from_the_top else bottom
        sheet.cell(lowest, left + place, column.titles[-1]).fill = SHADE
        if lowest < bottom:
            sheet.merge_cells(
                start_row=lowest, start_column=left + place, end_row=bottom, end_column=left + place
            )
    for row in range(top, bottom):
        _write_groups(sheet, layout, row, (top, left))
    return bottom + 1


def _write_groups(sheet: Worksheet, layout: Layout, row: int, corner: tuple[int, int]) -> None:
    """The group titles of one row, each over the columns that share it."""
    top, left = corner
    groups = [_group_in(layout, row - top, column.titles) for column in layout.columns]
    titled = [(titles, left + place) for place, titles in enumerate(groups)]
    for titles, run in groupby(titled, key=lambda pair: pair[0]):
        columns = [number for _, number in run]
        if not titles:
            continue
        sheet.cell(row, columns[0], titles[-1]).fill = SHADE
        if layout.merged and len(columns) > 1:
            sheet.merge_cells(start_row=row, start_column=columns[0], end_row=row, end_column=columns[-1])


def _group_in(layout: Layout, level: int, titles: tuple[str, ...]) -> tuple[str, ...]:
    """The titles down to the group that stands ``level`` rows below the top; none where no group does."""
    number = level + 1 if layout.from_the_top else len(titles) - (layout.depth - 1 - level)
    return titles[:number] if 0 < number < len(titles) else ()
