"""A generated document as a Word file."""

from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Cm

from tests.recruitment.readers.generated_documents import wordings
from tests.recruitment.readers.generated_documents.page import Element, Grid, PageBreak, Paragraph

_STYLES = {"bullet": "List Bullet", "number": "List Number"}
_PAGE_CM = 16.0


def write_word(elements: tuple[Element, ...], path: Path) -> Path:
    document: Any = docx.Document()
    for element in elements:
        if isinstance(element, Paragraph):
            _fill(document.add_paragraph(), element)
        elif isinstance(element, PageBreak):
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        else:
            _add_grid(document, element)
    document.save(str(path))
    return path


def _fill(target: Any, paragraph: Paragraph) -> None:
    if paragraph.heading:
        target.style = f"Heading {paragraph.heading}"
    elif paragraph.marker:
        target.style = _STYLES[paragraph.marker] + (f" {paragraph.level + 1}" if paragraph.level else "")
    run = target.add_run("" if paragraph.text == wordings.WINGDINGS_TICK else paragraph.text)
    if paragraph.text == wordings.WINGDINGS_TICK:
        symbol = run._r.makeelement(qn("w:sym"), {qn("w:font"): "Wingdings", qn("w:char"): "F0FC"})
        run._r.append(symbol)
    run.bold = paragraph.bold or None
    run.italic = paragraph.italic or None


def _add_grid(document: Any, grid: Grid) -> None:
    table = document.add_table(rows=len(grid.rows), cols=grid.columns)
    if grid.ruled:
        table.style = "Table Grid"
    table.autofit = False
    cells = [
        list(row.cells) for row in table.rows
    ]  # asking the table for each cell would walk all of it anew
    share = _PAGE_CM / sum(grid.widths)
    for number, row in enumerate(grid.rows):
        column = 0
        for box in row:
            cell = cells[number][column]
            if box.span > 1:
                cell = cell.merge(cells[number][column + box.span - 1])
            elif box.follows:
                cells[number - 1][column].merge(cell)
            for index, paragraph in enumerate(box.paragraphs):
                _fill(cell.paragraphs[0] if index == 0 else cell.add_paragraph(), paragraph)
            if box.fill:
                shade = cell._tc.makeelement(qn("w:shd"), {qn("w:val"): "clear", qn("w:fill"): box.fill})
                cell._tc.get_or_add_tcPr().append(shade)
            if box.turned:
                turn = cell._tc.makeelement(qn("w:textDirection"), {qn("w:val"): "btLr"})
                cell._tc.get_or_add_tcPr().append(turn)
                table.rows[number].height = Cm(4)
            column += box.span
    if grid.repeats:
        mark = table.rows[0]._tr.makeelement(qn("w:tblHeader"), {})
        table.rows[0]._tr.get_or_add_trPr().append(mark)
    for width, column_cells in zip(grid.widths, zip(*cells, strict=True), strict=True):
        for cell in column_cells:
            cell.width = Cm(width * share)
