"""The coverage map and the panel's plan as an Excel workbook."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from recruitment.domain.coverage_map import CoverageMap, MapRow, Urgency
from recruitment.enums import Requirement
from recruitment.exports.sheet_cells import (
    LINE_POINTS,
    TITLE_POINTS,
    UNWRAPPED,
    height_of_row,
    number_cell,
    words_cell,
)
from recruitment.selectors.coverage import CoveragePage, PlanSection

PAPER_A4 = 9
NAVY = PatternFill("solid", fgColor="10264A")
WHITE_BOLD = Font(bold=True, color="FFFFFF")
CENTRED = Alignment(horizontal="center", vertical="top")
TONES = {Urgency.ALARM: "F9D7D3", Urgency.WARNING: "FDEBBD", Urgency.NOTE: "E4EDF9"}
PLAN_HEADS = ("When", "Who", "Number", "Criterion", "Requirement", "Question, task or document", "Asked by")


def build_coverage_workbook(page: CoveragePage, *, title: str) -> bytes:
    """Two sheets: the map with what is amiss in words, and the plan with room for questions and names."""
    book = Workbook(write_only=True)
    _write_map(book.create_sheet("Coverage map"), page.coverage, title)
    _write_plan(book.create_sheet("Plan for the panel"), page.plan)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _write_map(sheet: Worksheet, coverage: CoverageMap, title: str) -> None:
    _prepare(sheet, [8, 18, 60, 13, *[13] * len(coverage.columns), 24, 60], title_rows="1:2", frozen="D3")
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = TITLE_POINTS, 2 * LINE_POINTS
    sheet.append([words_cell(sheet, title, font=Font(bold=True, size=14), alignment=UNWRAPPED)])
    methods = [f"{column.words} ({column.letter})" for column in coverage.columns]
    sheet.append(
        _head(sheet, ("Number", "Section", "Criterion", "Requirement", *methods, "Look at", "Advice"))
    )
    for place, row in enumerate(coverage.rows, start=3):
        advice = row.gap.advice if row.gap else ""
        texts = [(row.criterion.section, 18), (row.criterion.text, 60), (advice, 60)]
        sheet.row_dimensions[place].height = height_of_row(texts)
        sheet.append(_map_row(sheet, row))
    totals = [f"{column.essential} essential, {column.desirable} desirable" for column in coverage.columns]
    sheet.append(
        [words_cell(sheet, words, font=Font(bold=True)) for words in ("", "", "Assessed", "", *totals)]
    )


def _map_row(sheet: Worksheet, row: MapRow) -> list[Any]:
    fill = PatternFill("solid", fgColor=TONES[row.gap.urgency]) if row.gap else None
    marks = [words_cell(sheet, "✓" if assessed else "", alignment=CENTRED) for assessed in row.methods]
    return [
        number_cell(sheet, row.number),
        words_cell(sheet, row.criterion.section),
        words_cell(sheet, row.criterion.text),
        words_cell(sheet, Requirement(row.criterion.requirement).label),
        *marks,
        words_cell(sheet, row.gap.words if row.gap else "", fill=fill),
        words_cell(sheet, row.gap.advice if row.gap else ""),
    ]


def _write_plan(sheet: Worksheet, plan: tuple[PlanSection, ...]) -> None:
    _prepare(sheet, [26, 26, 8, 60, 13, 60, 22], title_rows="1:1", frozen="A2")
    sheet.append(_head(sheet, PLAN_HEADS))
    number = 1
    for section in plan:
        for cells in _plan_rows(section):
            number += 1
            sheet.row_dimensions[number].height = height_of_row(
                [(cells[0], 26), (cells[1], 26), (cells[3], 60)]
            )
            sheet.append([_plan_cell(sheet, value) for value in cells])


def _plan_cell(sheet: Worksheet, value: str | int) -> Any:
    return words_cell(sheet, value) if isinstance(value, str) else number_cell(sheet, value)


def _plan_rows(section: PlanSection) -> Iterator[list[Any]]:
    day = f", {section.day:%d/%m/%Y}" if section.day else ""
    for row in section.part.rows:
        requirement = Requirement(row.criterion.requirement).label
        when = f"{section.part.title}{day}"
        yield [when, ", ".join(section.panel), row.number, row.criterion.text, requirement, "", ""]


def _prepare(sheet: Worksheet, widths: list[int], *, title_rows: str, frozen: str) -> None:
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = frozen
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = PAPER_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = title_rows


def _head(sheet: Worksheet, words: tuple[str, ...]) -> list[Any]:
    return [words_cell(sheet, word, font=WHITE_BOLD, fill=NAVY) for word in words]
