"""A confirmed person specification as an Excel workbook."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from recruitment.domain.written_specification import WrittenSpecification
from recruitment.exports.sheet_cells import TITLE_POINTS, UNWRAPPED, height_of_row, words_cell
from recruitment.readers.our_workbook import (
    CRITERIA_HEADS,
    CRITERIA_SHEET,
    DUTIES_HEADS,
    DUTIES_SHEET,
    KEY_LEAD,
    POST_HEADS,
    POST_SHEET,
    PURPOSE,
)

MARK = "X"
PAPER_A4 = 9
WIDTHS = (26, 80, 11, 11, 12)
TWO_WIDTHS = (26, 100)
_CENTRED = Alignment(horizontal="center", vertical="top")


def build_workbook(written: WrittenSpecification) -> bytes:
    """A sheet with the criteria, their marks and the key, one with the post, and one with its duties."""
    book = Workbook(write_only=True)
    _write_criteria(book.create_sheet(CRITERIA_SHEET), written)
    post = [*written.facts, (PURPOSE, written.profile.purpose)]
    _write_pairs(book.create_sheet(POST_SHEET), f"{POST_SHEET}: {written.name}", POST_HEADS, post)
    duties = [(duty.section or "", duty.text) for duty in written.profile.duties]
    _write_pairs(book.create_sheet(DUTIES_SHEET), f"{DUTIES_SHEET}: {written.name}", DUTIES_HEADS, duties)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _begin(sheet: Worksheet, title: str, heads: Sequence[str], widths: Sequence[int]) -> None:
    """The title and the head of a sheet, which prints one page wide with its head on every page."""
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.page_setup.paperSize = PAPER_A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "2:2"
    sheet.freeze_panes = "A3"
    sheet.row_dimensions[1].height = TITLE_POINTS
    sheet.append([words_cell(sheet, title, font=Font(bold=True, size=14), alignment=UNWRAPPED)])
    head = {"font": Font(bold=True, color="FFFFFF"), "fill": PatternFill("solid", fgColor="10264A")}
    sheet.append([words_cell(sheet, words, **head) for words in heads])


def _write_criteria(sheet: Worksheet, written: WrittenSpecification) -> None:
    _begin(sheet, f"{CRITERIA_SHEET}: {written.name}", CRITERIA_HEADS, WIDTHS)
    for number, one in enumerate(written.criteria, start=3):
        sheet.row_dimensions[number].height = height_of_row([(one.section, WIDTHS[0]), (one.text, WIDTHS[1])])
        marks = [MARK if one.requirement == name else "" for name in ("essential", "desirable")]
        centred = [words_cell(sheet, words, alignment=_CENTRED) for words in (*marks, "/".join(one.evidence))]
        sheet.append([words_cell(sheet, one.section), words_cell(sheet, one.text), *centred])
    if written.key:
        sheet.append([])
        sheet.append([words_cell(sheet, f"{KEY_LEAD} {written.key_in_words}", alignment=UNWRAPPED)])


def _write_pairs(
    sheet: Worksheet, title: str, heads: Sequence[str], pairs: Sequence[tuple[str, str]]
) -> None:
    _begin(sheet, title, heads, TWO_WIDTHS)
    for number, pair in enumerate(pairs, start=3):
        sheet.row_dimensions[number].height = height_of_row(zip(pair, TWO_WIDTHS, strict=True))
        label, value = pair
        sheet.append([words_cell(sheet, label, font=Font(bold=True)), words_cell(sheet, value)])
