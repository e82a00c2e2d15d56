"""Hours of training of a school as a workbook, its totals as formulas."""

from datetime import datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from core.domain.school_time import day_of
from core.exports.sheet_cells import text_cell
from cpd.domain.hours import to_hours, year_in_words
from cpd.selectors.hours import HoursRow, SchoolHours

NAVY = PatternFill("solid", fgColor="10264A")
WHITE_BOLD, BOLD = Font(bold=True, color="FFFFFF"), Font(bold=True)
HEAD = Alignment(wrap_text=True, vertical="bottom")
WIDTHS = (20, 16, 34, 13, 13, 13, 10, 18, 18, 14)
FIRST_ROW = 4
HOURS = "0.##"


def build_hours_workbook(page: SchoolHours, *, now: datetime) -> bytes:
    """One sheet: a row a person, confirmed hours by term, and what waits or has no hours beside them."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("CPD hours")
    sheet.freeze_panes = f"D{FIRST_ROW}"
    for letter, width in zip("ABCDEFGHIJ", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    title = f"CPD hours {year_in_words(page.year)}, {page.school.name}"
    sheet.append([text_cell(sheet, title, font=Font(bold=True, size=14))])
    sheet.append([text_cell(sheet, f"Confirmed by the school, as it stood on {day_of(now):%d/%m/%Y}")])
    heads = ("Last name", "First name", "Work here", *(term.label for term in page.terms), "Year")
    more = ("Waiting to be confirmed", "Trainings without hours", "Left on")
    sheet.append(
        [text_cell(sheet, head, font=WHITE_BOLD, fill=NAVY, alignment=HEAD) for head in heads + more]
    )
    for number, row in enumerate(page.rows, start=FIRST_ROW):
        sheet.append(_row(sheet, row, number))
    if page.rows:
        sheet.append(_totals(sheet, FIRST_ROW + len(page.rows) - 1))
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _row(sheet: Worksheet, row: HoursRow, number: int) -> list[Cell | str | None]:
    person, hours = row.person, row.hours
    return [
        text_cell(sheet, person.family_name),
        text_cell(sheet, person.given_name),
        text_cell(sheet, ", ".join(row.job_titles)),
        *(_number(sheet, float(to_hours(quarters))) for quarters in hours.by_term),
        _number(sheet, f"=SUM(D{number}:F{number})"),
        _number(sheet, float(to_hours(hours.waiting))) if hours.waiting else None,
        _number(sheet, hours.without_hours) if hours.without_hours else None,
        text_cell(sheet, f"{row.left_date:%d/%m/%Y}") if row.left_date else None,
    ]


def _totals(sheet: Worksheet, last: int) -> list[Cell | str | None]:
    sums = [_number(sheet, f"=SUM({letter}{FIRST_ROW}:{letter}{last})", font=BOLD) for letter in "DEFGHI"]
    return [text_cell(sheet, "Everybody", font=BOLD), None, None, *sums]


def _number(sheet: Worksheet, value: float | str, **styles: object) -> Cell:
    cell = WriteOnlyCell(sheet, value)
    cell.number_format = HOURS
    for name, given in styles.items():
        setattr(cell, name, given)
    return cell
