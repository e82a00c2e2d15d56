"""A confirmed person specification as an Excel workbook."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from recruitment.domain.written_specification import WrittenSpecification
from recruitment.exports.sheet_cells import TITLE_POINTS, UNWRAPPED, height_of_row, words_cell

HEADS = ("Section", "Criterion", "Essential", "Desirable", "Evidence")
MARK = "X"
PAPER_A4 = 9
WIDTHS = (26, 80, 11, 11, 12)
_CENTRED = Alignment(horizontal="center", vertical="top")


def build_workbook(written: WrittenSpecification) -> bytes:
    """A sheet with the criteria, their marks and the key, and one with the post and its duties."""
    book = Workbook(write_only=True)
    _write_criteria(book.create_sheet("Person specification"), written)
    _write_post(book.create_sheet("The post"), written)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _write_criteria(sheet: Worksheet, written: WrittenSpecification) -> None:
    for letter, width in zip("ABCDE", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.page_setup.paperSize = PAPER_A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "2:2"
    sheet.freeze_panes = "A3"
    sheet.row_dimensions[1].height = TITLE_POINTS
    sheet.append(
        [
            words_cell(
                sheet,
                f"Person specification: {written.name}",
                font=Font(bold=True, size=14),
                alignment=UNWRAPPED,
            )
        ]
    )
    head = {"font": Font(bold=True, color="FFFFFF"), "fill": PatternFill("solid", fgColor="10264A")}
    sheet.append([words_cell(sheet, words, **head) for words in HEADS])
    for number, one in enumerate(written.criteria, start=3):
        sheet.row_dimensions[number].height = height_of_row([(one.section, WIDTHS[0]), (one.text, WIDTHS[1])])
        marks = [MARK if one.requirement == name else "" for name in ("essential", "desirable")]
        centred = [words_cell(sheet, words, alignment=_CENTRED) for words in (*marks, "/".join(one.evidence))]
        sheet.append([words_cell(sheet, one.section), words_cell(sheet, one.text), *centred])
    if written.key:
        sheet.append([])
        sheet.append([words_cell(sheet, f"Evidence: {written.key_in_words}", alignment=UNWRAPPED)])


def _write_post(sheet: Worksheet, written: WrittenSpecification) -> None:
    sheet.column_dimensions["A"].width = 26
    sheet.column_dimensions["B"].width = 100
    duties = [(group.section or "Duty", text) for group in written.duties for text in group.texts]
    stated = [
        (label, value) for label, value in (*written.facts, ("Purpose", written.profile.purpose)) if value
    ]
    for number, (label, value) in enumerate([*stated, *duties], start=1):
        sheet.row_dimensions[number].height = height_of_row([(label, 26), (value, 100)])
        sheet.append([words_cell(sheet, label, font=Font(bold=True)), words_cell(sheet, value)])
