"""Invented documents, built the way schools build them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import typst
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from recruitment.domain.person_specification import Reading, SourceLine
from recruitment.readers.blocks import Cell, Line, Row, Table
from recruitment.readers.reader import read_text

HERE = SourceLine(None, 1)


def line(
    text: str,
    *,
    marker: str = "",
    bold: bool = False,
    italic: bool = False,
    level: int = 0,
    soft: bool = False,
) -> Line:
    return Line(text, HERE, bold=bold, italic=italic, marker=marker, level=level, soft=soft)


def cell(*texts: str) -> Cell:
    return Cell(tuple(line(text) for text in texts if text))


def table(*rows: Sequence[str], gapped: bool = False) -> Table:
    """A table of single lines; a line break in a text begins a new line of its cell."""
    made = (Row(tuple(cell(*text.split("\n")) for text in row), HERE) for row in rows)
    return Table(tuple(made), gapped=gapped)


def facts(reading: Reading) -> list[tuple[str, str | None, str | None, str]]:
    """Text, section, requirement and evidence letters of each criterion."""
    return [(item.text, item.section, item.requirement, "".join(item.evidence)) for item in reading.criteria]


def facts_of(text: str) -> list[tuple[str, str | None, str | None, str]]:
    return facts(read_text(text))


class WordFile:
    """A Word document under construction."""

    def __init__(self) -> None:
        self.document: Any = docx.Document()

    def heading(self, text: str, level: int = 1) -> None:
        self.document.add_heading(text, level)

    def lines(self, *texts: str, style: str | None = None) -> None:
        for text in texts:
            self.document.add_paragraph(text, style=style)

    def bullets(self, *texts: str) -> None:
        self.lines(*texts, style="List Bullet")

    def table(self, *rows: Sequence[str]) -> Any:
        """A row of one text is one wide cell; lines that begin with * are bullets."""
        made = self.document.add_table(rows=len(rows), cols=max(len(row) for row in rows))
        for number, row in enumerate(rows):
            if len(row) == 1:
                made.cell(number, 0).merge(made.cell(number, len(made.columns) - 1))
            for column, text in enumerate(row):
                self._fill(made.cell(number, column), text)
        return made

    @staticmethod
    def _fill(target: Any, text: str) -> None:
        for index, part in enumerate(text.split("\n")):
            paragraph = target.paragraphs[0] if index == 0 else target.add_paragraph()
            paragraph.add_run(part.removeprefix("*"))
            if part.startswith("*"):
                paragraph.style = "List Bullet"

    def save(self, folder: Path) -> Path:
        path = folder / "document.docx"
        self.document.save(str(path))
        return path


def add_symbol(target: Any, character: str, font: str = "Wingdings") -> None:
    """A tick as Word's Insert Symbol writes it: an element without text."""
    symbol = OxmlElement("w:sym")
    symbol.set(qn("w:font"), font)
    symbol.set(qn("w:char"), character)
    target.paragraphs[0].add_run()._r.append(symbol)


def add_check_box(target: Any, *, checked: bool) -> None:
    """A content-control check box."""
    space = "http://schemas.microsoft.com/office/word/2010/wordml"
    control, properties, content = OxmlElement("w:sdt"), OxmlElement("w:sdtPr"), OxmlElement("w:sdtContent")
    box = properties.makeelement(f"{{{space}}}checkbox", {}, nsmap={"w14": space})
    box.append(box.makeelement(f"{{{space}}}checked", {f"{{{space}}}val": "1" if checked else "0"}))
    properties.append(box)
    control.extend([properties, content])
    target.paragraphs[0]._p.append(control)


def pdf(source: str, folder: Path) -> Path:
    """A PDF of a typst source."""
    path = folder / "document.pdf"
    (folder / "document.typ").write_text(source, encoding="utf-8")
    typst.compile(str(folder / "document.typ"), output=str(path))
    return path
