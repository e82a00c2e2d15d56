"""A confirmed person specification as an Excel workbook."""

from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from recruitment.domain.written_specification import WrittenSpecification

HEADS = ("Section", "Criterion", "Essential", "Desirable", "Evidence")
MARK = "X"
PAPER_A4 = 9
_WRAPPED = Alignment(wrap_text=True, vertical="top")
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
    for letter, width in zip("ABCDE", (26, 80, 11, 11, 12), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.page_setup.paperSize = PAPER_A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "2:2"
    sheet.freeze_panes = "A3"
    sheet.append([_text(sheet, f"Person specification: {written.name}", font=Font(bold=True, size=14))])
    head = {"font": Font(bold=True, color="FFFFFF"), "fill": PatternFill("solid", fgColor="10264A")}
    sheet.append([_text(sheet, words, **head) for words in HEADS])
    for one in written.criteria:
        marks = [MARK if one.requirement == name else "" for name in ("essential", "desirable")]
        centred = [_text(sheet, words, alignment=_CENTRED) for words in (*marks, "/".join(one.evidence))]
        sheet.append([_text(sheet, one.section), _text(sheet, one.text), *centred])
    if written.key:
        sheet.append([])
        sheet.append([_text(sheet, f"Evidence: {written.key_in_words}", alignment=Alignment())])


def _write_post(sheet: Worksheet, written: WrittenSpecification) -> None:
    sheet.column_dimensions["A"].width = 26
    sheet.column_dimensions["B"].width = 100
    for label, value in (*written.facts, ("Purpose", written.profile.purpose)):
        if value:
            sheet.append([_text(sheet, label, font=Font(bold=True)), _text(sheet, value)])
    for group in written.duties:
        for text in group.texts:
            sheet.append([_text(sheet, group.section or "Duty", font=Font(bold=True)), _text(sheet, text)])


def _text(sheet: Worksheet, words: str, **style: Any) -> Any:
    """Text that stays text, whatever it begins with."""
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", words))
    cell.data_type = "s"
    cell.alignment = _WRAPPED
    for name, value in style.items():
        setattr(cell, name, value)
    return cell
