"""Tables with ruling lines in a PDF: cells from the lines, texts from the words inside them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from recruitment.domain.person_specification import SourceLine
from recruitment.readers.blocks import Cell, Row, Table
from recruitment.readers.cell_colours import name_of_rgb
from recruitment.readers.pdf_lines import Printed, printed_lines
from recruitment.readers.pdf_paragraphs import Column, Paragraph, paragraphs_of
from recruitment.readers.pdf_setting import PLAIN, Setting
from recruitment.readers.pdf_view import Box
from recruitment.readers.pdf_words import Word

_THICKEST_LINE = 3  # points: a rectangle as thin is the rule between cells


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle and the name of its colour."""

    box: Box
    colour: str


def fills_of(page: Any) -> list[Fill]:
    """The filled rectangles of a page that are no lines, in the order in which they were painted.

    White ones too, whose colour has no name: they cover what is below them.
    """
    painted = [
        rect
        for rect in page.rects
        if rect["non_stroking_color"] and min(rect["width"], rect["height"]) > _THICKEST_LINE
    ]
    return [
        Fill((rect["x0"], rect["top"], rect["x1"], rect["bottom"]), name_of_rgb(*rect["non_stroking_color"]))
        for rect in painted
    ]


class PageLines:
    """Numbers the lines of one page from 1."""

    def __init__(self, page: int) -> None:
        self.page = page
        self.line = 0

    def next(self) -> SourceLine:
        self.line += 1
        return SourceLine(self.page, self.line)


@dataclass(frozen=True, slots=True)
class Ruled:
    """Where a ruled table stands, and the boxes of its cells."""

    box: Box
    cells: Sequence[Box]


def ruled_tables(page: Any) -> list[Ruled]:
    """Tables of a page that have columns; pages without any drawing are not searched."""
    if not page.lines and not page.rects and not page.curves:
        return []
    return [Ruled(table.bbox, table.cells) for table in page.tables() if len(_edges(table.cells, 0)) >= 2]


def _edges(cells: Sequence[Box], side: int) -> list[float]:
    """Distinct left (0) or top (1) edges of cells; edges closer than 3 points are one."""
    edges: list[float] = []
    for edge in sorted(cell[side] for cell in cells):
        if not edges or edge - edges[-1] > 3:
            edges.append(edge)
    return edges


def is_inside(word: Word, box: Box) -> bool:
    x, y = _middle(word)
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1


def _middle(word: Word) -> tuple[float, float]:
    return (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2


@dataclass(frozen=True, slots=True)
class _Grid:
    """The edges of a ruled table, and the printed lines in each of its boxes."""

    lefts: list[float]
    tops: list[float]
    lines: dict[Box, list[Printed]]
    padding: float
    setting: Setting
    fills: Sequence[Fill] = ()

    def colour(self, box: Box) -> str:
        """The last colour painted behind the middle of a box."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for fill in reversed(self.fills):
            left, top, right, bottom = fill.box
            if left <= x <= right and top <= y <= bottom:
                return fill.colour
        return ""

    def column(self, box: Box) -> Column:
        return Column(box[0] + self.padding, box[2] - self.padding, narrow=True, setting=self.setting)


def read_ruled(
    table: Ruled,
    words: Sequence[Word],
    counter: PageLines,
    setting: Setting = PLAIN,
    fills: Sequence[Fill] = (),
) -> Table:
    """The grid of a ruled table: wide cells keep their span, cells merged downwards repeat as merged."""
    inside = [word for word in words if is_inside(word, table.box)]
    grid = replace(_grid_of(table.cells, inside, setting), fills=fills)
    rows = []
    for top in grid.tops:
        made = list(_cells_of_row(top, grid))
        if any(inside.paragraphs or inside.cell.merged for inside in made):
            rows.append(_number(made, counter))
    return Table(tuple(rows))


def _grid_of(boxes: Sequence[Box], words: Sequence[Word], setting: Setting) -> _Grid:
    placed = sorted(((*_middle(word), word) for word in words), key=_height)
    lines = {}
    for box in boxes:
        beside = placed[
            bisect_left(placed, box[1] - 1, key=_height) : bisect_right(placed, box[3] + 1, key=_height)
        ]
        lines[box] = printed_lines([word for x, _, word in beside if box[0] - 1 <= x <= box[2] + 1])
    padding = _padding(lines)
    runs = [(own, box[0] + padding, box[2] - padding) for box, own in lines.items()]
    return _Grid(_edges(boxes, 0), _edges(boxes, 1), lines, padding, setting.with_gaps(runs))


def _height(placed: tuple[float, float, Word]) -> float:
    return placed[1]


def _padding(lines: Mapping[Box, Sequence[Printed]]) -> float:
    """The free margin inside cells, taken from where texts begin."""
    margins = sorted(min(line.x0 for line in own) - box[0] for box, own in lines.items() if own)
    return min(max(margins[len(margins) // 4] if margins else 4.0, 0.5), 9.0)


@dataclass(frozen=True, slots=True)
class _Inside:
    """A cell, the paragraphs in it, and the colour behind them."""

    cell: Cell
    paragraphs: Sequence[Paragraph] = ()
    colour: str = ""


def _cells_of_row(top: float, grid: _Grid) -> Iterator[_Inside]:
    below = next((edge for edge in grid.tops if edge > top + 3), None)
    middle = top + 4 if below is None else (top + below) / 2
    across = [box for box in grid.lines if box[1] <= middle <= box[3]]
    index = 0
    while index < len(grid.lefts):
        box = _box_at(grid.lefts[index] + 1, across)
        if box is None:
            yield _Inside(Cell())
            index += 1
            continue
        span = max(1, sum(1 for edge in grid.lefts[index:] if edge < box[2] - 3))
        paragraphs = [own for own in paragraphs_of(grid.lines[box], grid.column(box)) if own.text]
        yield _Inside(Cell(span=span, merged=box[1] < top - 3), paragraphs, grid.colour(box))
        index += span


def _box_at(x: float, boxes: Iterable[Box]) -> Box | None:
    return next((box for box in boxes if box[0] - 2 <= x <= box[2]), None)


def _number(made: Sequence[_Inside], counter: PageLines) -> Row:
    """A row of single lines is one line of the page; where cells hold more, each line counts."""
    single = all(len(inside.paragraphs) <= 1 or inside.cell.merged for inside in made)
    shared = counter.next() if single else None
    cells = []
    for inside in made:
        cell, lines = inside.cell, []
        for paragraph in inside.paragraphs:
            source = shared or (
                counter.next() if not cell.merged else SourceLine(counter.page, max(counter.line, 1))
            )
            if line := paragraph.as_line(source):
                lines.append(replace(line, colour=inside.colour) if inside.colour else line)
        cells.append(Cell(tuple(lines), cell.span, cell.merged))
    first = shared or next(
        (line.source for cell in cells if not cell.merged for line in cell.lines),
        SourceLine(counter.page, max(counter.line, 1)),
    )
    return Row(tuple(cells), first)
