"""What every writer can put on a page: paragraphs and grids of cells."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; ``marker`` is "bullet", "number" or empty, ``heading`` a level from 1."""

    text: str
    bold: bool = False
    italic: bool = False
    heading: int = 0
    marker: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a grid: ``span`` columns wide; ``follows`` goes on with the cell above it.

    ``turned``: its words are printed upwards, as in the head of a narrow column; ``fill``: the colour behind
    it, such as “C6E0B4”.
    """

    paragraphs: tuple[Paragraph, ...] = ()
    span: int = 1
    follows: bool = False
    turned: bool = False
    fill: str = ""

    @property
    def text(self) -> str:
        return " ".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of boxes; every row fills the same number of columns. ``widths`` are shares of the page.

    ``repeats``: the first row stands again at the top of each page. ``text_as``: how a plain text of it was
    got, “copied” out of a PDF viewer or “signed” with the signs on the first lines, “pasted” out of Word, out
    of a “sheet”, “grouped”, “celled” or “slashed” out of a web page, “listed” with a blank line behind each
    cell or “one” without, “wrapped” with its head on several lines, “close” with no space between rows,
    “coded” and “stacked” by printed lines, “unmarked” without its marks; it is empty where the way is any
    other.
    """

    rows: tuple[tuple[Box, ...], ...]
    widths: tuple[int, ...]
    ruled: bool = True
    repeats: bool = False
    text_as: str = ""

    @property
    def columns(self) -> int:
        return len(self.widths)

    def height(self, number: int, column: int) -> int:
        """How many rows a box of this row takes: its own and those whose boxes go on with it."""
        height = 1
        while number + height < len(self.rows):
            below = self.rows[number + height]
            if column >= len(below) or not below[column].follows:
                break
            height += 1
        return height


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows stands on a new page."""


Element = Paragraph | Grid | PageBreak


def box(*texts: str, span: int = 1, bold: bool = False, marker: str = "", follows: bool = False) -> Box:
    """A cell of plain paragraphs; no text gives an empty cell."""
    made = tuple(Paragraph(text, bold=bold, marker=marker) for text in texts if text)
    return Box(made, span, follows)


def grid(rows: Sequence[Sequence[Box]], widths: Sequence[int], *, ruled: bool = True) -> Grid:
    return Grid(tuple(tuple(row) for row in rows), tuple(widths), ruled)
