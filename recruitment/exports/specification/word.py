"""Building Word documents: A4, plain fonts, tables with a head that repeats and cells that are told apart."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FONT = "Arial"
HEAD_FILL = "10264A"
SECTION_FILL = "E4EDF9"
_NO_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


def new_document(title: str, *, landscape: bool = False) -> Any:
    """An empty A4 document with our styles, named after what it holds."""
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    if landscape:
        page.orientation = WD_ORIENT.LANDSCAPE
        page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin = page.right_margin = Mm(18)
    page.top_margin = page.bottom_margin = Mm(16)
    document.core_properties.title = plain(title)
    document.core_properties.author = ""
    document.core_properties.language = "en-GB"
    _set_fonts(document)
    return document


def _set_fonts(document: Any) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10.5)
    for name in ("Title", "Heading 1", "Heading 2"):
        style = document.styles[name]
        style.font.name = FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)


def save(document: Any) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def plain(text: str) -> str:
    """The text without the few characters that no Word file can hold."""
    return text.translate(_NO_XML)


def add_table(document: Any, heads: Sequence[str], widths_mm: Sequence[int]) -> Any:
    """A ruled table whose head repeats on every page."""
    table = document.add_table(rows=1, cols=len(heads))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
    for cell, words in zip(table.rows[0].cells, heads, strict=True):
        fill(cell, words, bold=True)
        shade(cell, HEAD_FILL, light_text=True)
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    return table


def add_row(table: Any, texts: Sequence[str], *, centred: Sequence[int] = ()) -> Any:
    """A row that is not broken between two pages."""
    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for place, (cell, words) in enumerate(zip(row.cells, texts, strict=True)):
        cell.width = table.columns[place].width
        fill(cell, words, centred=place in centred)
    return row


def add_section_row(table: Any, title: str) -> None:
    """One cell across the table, with the name of what follows; never at the foot of a page without it."""
    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    whole = row.cells[0].merge(row.cells[-1])
    fill(whole, title, bold=True)
    shade(whole, SECTION_FILL)
    for paragraph in whole.paragraphs:
        paragraph.paragraph_format.keep_with_next = True


def fill(cell: Any, words: str, *, bold: bool = False, centred: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(2)
    run = paragraph.add_run(plain(words))
    run.bold = bold or None
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def shade(cell: Any, colour: str, *, light_text: bool = False) -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:color"), "auto")
    shading.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shading)
    if light_text:
        for run in cell.paragraphs[0].runs:
            run.font.color.rgb = docx.shared.RGBColor(0xFF, 0xFF, 0xFF)
