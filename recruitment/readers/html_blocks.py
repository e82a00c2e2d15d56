"""Web pages: paragraphs, list items and tables as the page shows them; scripts and styles are passed over."""

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from recruitment.domain.person_specification import SourceLine
from recruitment.readers.blocks import Block, Cell, Line, Row, Table
from recruitment.readers.cell_colours import colour_name
from recruitment.readers.wording import clean, split_marker

_PASSED_OVER = frozenset(
    {"script", "style", "head", "template", "noscript", "svg", "button", "select", "option"}
)
_PARAGRAPHS = frozenset(
    {"p", "div", "li", "section", "article", "header", "footer", "dt", "dd", "blockquote", "main", "br"}
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD, _ITALIC = frozenset({"b", "strong", "th"}), frozenset({"i", "em"})
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
_FILL = re.compile(r"background(?:-color)?:\s*#([0-9A-Fa-f]{6})\b", re.IGNORECASE)
_MOST_SPAN = 50
_MOST_COLUMNS = 200


@dataclass(slots=True)
class _OpenCell:
    span: int = 1
    height: int = 1
    colour: str = ""
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class _OpenTable:
    """Rows under construction; ``below`` counts, by column, the rows that a cell above still fills.

    ``width`` is that of the last row so far, and ``colour`` what it is painted with.
    """

    rows: list[list[Cell]] = field(default_factory=list)
    below: dict[int, int] = field(default_factory=dict)
    width: int = 0
    colour: str = ""

    def begin_row(self, colour: str = "") -> None:
        self.rows.append([])
        self.width, self.colour = 0, colour

    def add(self, cell: Cell) -> None:
        self.rows[-1].append(cell)
        self.width += cell.span


def read_html_blocks(text: str) -> tuple[Block, ...]:
    """Lines and tables of a page in order. Broken markup never raises: what is not understood is text."""
    page = _Page()
    page.feed(text)
    page.close()
    page.finish()
    return tuple(page.blocks)


class _Page(HTMLParser):
    """Walks the tags; a table inside a cell gives its words to that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.words: list[tuple[str, bool, bool]] = []
        self.tables: list[_OpenTable] = []
        self.cell: _OpenCell | None = None
        self.lists: list[str] = []
        self.skipped = self.bold = self.italic = self.heading = self.number = 0
        self.marker = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _PASSED_OVER:
            self.skipped += 1
        elif tag == "table":
            self._end_paragraph()
            self.tables.append(_OpenTable())
        elif tag == "tr" and len(self.tables) == 1:
            self._end_cell()
            self._fill_from_above(self.tables[0])
            self.tables[0].begin_row(_colour_of(dict(attrs)))
        elif tag in {"td", "th"} and len(self.tables) == 1:
            self._end_cell()
            self._begin_cell(dict(attrs))
        elif tag in _PARAGRAPHS or tag in _HEADINGS or tag in {"td", "th", "tr"}:
            self._end_paragraph()
            self.heading = _HEADINGS.get(tag, self.heading)
        elif tag in {"ul", "ol"}:
            self._end_paragraph()
            self.lists.append("bullet" if tag == "ul" else "number")
        if tag == "li":
            self.marker = self.lists[-1] if self.lists else "bullet"
        self.bold += tag in _BOLD
        self.italic += tag in _ITALIC

    def handle_endtag(self, tag: str) -> None:
        self.skipped -= tag in _PASSED_OVER and self.skipped > 0
        if tag == "table" and self.tables:
            self._end_table()
        elif tag in {"td", "th"} and len(self.tables) == 1:
            self._end_cell()
        elif tag in _PARAGRAPHS or tag in _HEADINGS:
            self._end_paragraph()
            self.heading = 0 if tag in _HEADINGS else self.heading
        elif tag in {"ul", "ol"}:
            self._end_paragraph()
            self.lists[-1:] = []
        self.bold -= tag in _BOLD and self.bold > 0
        self.italic -= tag in _ITALIC and self.italic > 0

    def handle_data(self, data: str) -> None:
        if not self.skipped and data:
            self.words.append((data, self.bold > 0, self.italic > 0))

    def finish(self) -> None:
        self._end_paragraph()
        while self.tables:
            self._end_table()

    def _end_paragraph(self) -> None:
        words, self.words = self.words, []
        text = clean("".join(piece for piece, _, _ in words))
        marker, rest = split_marker(text)
        if not rest:
            return
        self.number += 1
        solid = [(bold, italic) for piece, bold, italic in words if piece.strip(" \n\t.:*")]
        line = Line(
            rest,
            SourceLine(None, self.number),
            bold=bool(solid) and all(bold for bold, _ in solid),
            italic=bool(solid) and all(italic for _, italic in solid),
            heading=self.heading,
            marker=marker or self.marker,
            level=max(len(self.lists) - 1, 0),
        )
        self.marker = ""
        if self.cell is not None:
            self.cell.lines.append(line)
        elif not self.tables:
            self.blocks.append(line)

    def _begin_cell(self, attrs: dict[str, str | None]) -> None:
        table = self.tables[0]
        if not table.rows:
            table.begin_row()
        self._fill_from_above(table)
        colour = _colour_of(attrs) or table.colour
        self.cell = _OpenCell(_count(attrs.get("colspan")), _count(attrs.get("rowspan")), colour)

    def _end_cell(self) -> None:
        self._end_paragraph()
        cell, self.cell = self.cell, None
        if cell is None or not self.tables:
            return
        table = self.tables[0]
        if table.width >= _MOST_COLUMNS:
            return  # no page that people read has as many columns
        if cell.height > 1:
            table.below[table.width] = cell.height - 1
        table.add(Cell(tuple(replace(line, colour=cell.colour) for line in cell.lines), cell.span))

    @staticmethod
    def _fill_from_above(table: _OpenTable) -> None:
        while (left := table.below.get(table.width, 0)) > 0:
            table.below[table.width] = left - 1
            table.add(Cell(merged=True))

    def _end_table(self) -> None:
        if len(self.tables) > 1:
            self._end_paragraph()
            self.tables.pop()
            return
        self._end_cell()
        self._fill_from_above(self.tables[0])
        table = self.tables.pop()
        rows = [(row, [line.source for cell in row for line in cell.lines]) for row in table.rows]
        made = tuple(Row(tuple(row), sources[0]) for row, sources in rows if sources)
        if made:
            self.blocks.append(Table(made))


def _colour_of(attrs: dict[str, str | None]) -> str:
    """The colour of a cell or row as its style or the older ``bgcolor`` writes it in hexadecimal."""
    found = _FILL.search(attrs.get("style") or "") or _HEX.fullmatch((attrs.get("bgcolor") or "").strip())
    return colour_name(found[1]) if found else ""


def _count(value: str | None) -> int:
    return min(max(int(value), 1), _MOST_SPAN) if value and value.strip().isdecimal() else 1
