"""Who has read an edition, as CSV and as a workbook."""

import csv
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from core.domain.school_time import day_of
from core.domain.spreadsheet_text import guard_formula
from core.exports.sheet_cells import text_cell
from cpd.domain.policies import STATE_LABELS
from cpd.selectors.policies import PolicyPage

HEADINGS = (
    "Last name",
    "First name",
    "Work here",
    "E-mail address",
    "To be read by",
    "State",
    "Signed on",
    "How",
    "Paper seen by",
)
WIDTHS = (20, 16, 32, 34, 14, 18, 12, 18, 22)
NAVY = PatternFill("solid", fgColor="10264A")
WHITE_BOLD = Font(bold=True, color="FFFFFF")
HEAD = Alignment(wrap_text=True, vertical="bottom")

type Value = str | date | None


def list_rows(page: PolicyPage) -> Iterator[tuple[Value, ...]]:
    """Everybody asked, then whoever signed and is not asked any more."""
    for one in page.readings:
        person, signature = one.reader.person, one.signature
        yield (
            person.family_name,
            person.given_name,
            ", ".join(one.reader.job_titles),
            one.reader.email,
            one.due,
            STATE_LABELS[one.state],
            signature.signed_date if signature else None,
            signature.get_way_display() if signature else "",
            signature.seen_by if signature else "",
        )
    for former in page.former:
        state = "Read and signed, not asked now"
        way = former.get_way_display()
        yield (former.name, "", "", "", None, state, former.signed_date, way, former.seen_by)


def write_readers_csv(page: PolicyPage) -> str:
    """With a mark at the start that tells Excel that the letters are Unicode; dates as dd/mm/yyyy."""
    buffer = StringIO()
    writer = csv.writer(buffer)
    writer.writerow(HEADINGS)
    for row in list_rows(page):
        writer.writerow([_as_text(value) for value in row])
    return "\ufeff" + buffer.getvalue()


def build_readers_workbook(page: PolicyPage, *, now: datetime) -> bytes:
    """One sheet; dates are dates, and words stay words even where they begin with an equals sign."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Readers")
    sheet.freeze_panes = "A4"
    sheet.print_title_rows = "3:3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for place, width in enumerate(WIDTHS):
        sheet.column_dimensions["ABCDEFGHI"[place]].width = width
    sheet.append(
        [text_cell(sheet, f"{page.policy.title}, {page.version.edition}", font=Font(bold=True, size=14))]
    )
    printed = f"{page.policy.school.name}, as it stood on {day_of(now):%d/%m/%Y}"
    sheet.append([text_cell(sheet, f"{printed}: {page.signed} of {len(page.readings)} have signed")])
    sheet.append([text_cell(sheet, head, font=WHITE_BOLD, fill=NAVY, alignment=HEAD) for head in HEADINGS])
    for row in list_rows(page):
        sheet.append([_cell(sheet, value) for value in row])
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _as_text(value: Value) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return guard_formula(value) if value else ""


def _cell(sheet: Worksheet, value: Value) -> Cell | str | None:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return text_cell(sheet, value)
    cell = WriteOnlyCell(sheet, datetime.combine(value, time.min))
    cell.number_format = "dd/mm/yyyy"
    return cell
