"""What every format is turned into first: lines and tables in reading order.

A ``Line`` is a paragraph as a person sees it (a wrapped line is already joined where the format
tells), so that all later stages are the same for Word, PDF and plain text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from recruitment.domain.person_specification import SourceLine
from recruitment.readers.wording import join


@dataclass(frozen=True, slots=True)
class Seam:
    """Where one printed line met the next, and how likely a new wording begins there (from 0 to 1)."""

    place: int
    weight: float


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or list item; ``marker`` is "bullet", "number" or empty, ``heading`` a level from 1.

    ``seams`` are places inside the text where the format does not tell whether a new wording begins.
    """

    text: str
    source: SourceLine
    bold: bool = False
    italic: bool = False
    heading: int = 0
    marker: str = ""
    level: int = 0
    soft: bool = False  # the format does not tell whether this line only wraps the one before
    seams: tuple[Seam, ...] = ()
    colour: str = ""  # of what is behind it
    doubtful: bool = False  # whether it begins or ends at a seam that might be none
    running: bool = False  # from the head of the pages: no part of the text, but it may name the school


def join_lines(first: Line, second: Line, *, weight: float = 0.0) -> Line:
    """Two halves of one wording; the seams of both are kept, and one between them where it has a weight."""
    text = join(first.text, second.text)
    shift = len(text) - len(second.text)
    moved = tuple(replace(seam, place=seam.place + shift) for seam in second.seams)
    between = (Seam(shift, weight),) if weight else ()
    seams = (*first.seams, *between, *moved)
    return replace(first, text=text, seams=seams, doubtful=first.doubtful or second.doubtful)


@dataclass(frozen=True)
class Cell:
    """One cell; ``span`` columns wide; ``merged`` repeats the cell above it.

    ``places``: where its lines stand among all the paragraphs of the cell, empty ones too, in a Word file.
    """

    lines: tuple[Line, ...] = ()
    span: int = 1
    merged: bool = False
    places: tuple[int, ...] = ()

    @cached_property
    def text(self) -> str:
        if len(self.lines) == 1:
            return self.lines[0].text.strip()
        return " ".join(line.text for line in self.lines if line.text).strip()

    @property
    def bold(self) -> bool:
        return bool(self.lines) and all(line.bold for line in self.lines)


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    source: SourceLine


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. In a ``gapped`` table empty cells have vanished, so places mean nothing by themselves.

    Without lines (``ruled`` false) a wide cell cannot be told from one in the first column.
    """

    rows: tuple[Row, ...]
    gapped: bool = False
    ruled: bool = True


Block = Line | Table
_EMPTY = Cell()


def without_running_heads(blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """The text of a document, and what stands at the head of its pages."""
    running = [block.text for block in blocks if isinstance(block, Line) and block.running]
    return [block for block in blocks if not (isinstance(block, Line) and block.running)], running


def grid_of(row: Row) -> list[Cell]:
    """The cells of a row by column: a wide cell stands in its first column, the others are empty."""
    cells: list[Cell] = []
    for cell in row.cells:
        cells.append(cell)
        cells.extend([_EMPTY] * (cell.span - 1))
    return cells
