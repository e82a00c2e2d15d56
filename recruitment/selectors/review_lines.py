"""The document beside the rows: its lines, cell by cell where several rows were read from one of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from recruitment.domain.person_specification import DocumentLine
from recruitment.domain.review import Draft, mark_of_line
from recruitment.domain.rows import Row, tidy
from recruitment.selectors.review_rows import is_doubtful, mark_of_row

_BETWEEN_CELLS = " | "
_BOXES = "☐☒☑"
_AFTER_A_BOX = re.compile(rf"(?<=[{_BOXES}]) (?=\w)")
_BEFORE_A_BOX = re.compile(rf"(?<=\w) (?=[{_BOXES}])")
_ENOUGH_WORDS = 0.5  # of a row's words, to say that it was read from a cell


@dataclass(frozen=True, slots=True)
class PieceView:
    """A cell of a line, the head of its column where that is a section, and its rows as (key, number)."""

    text: str
    column: str = ""
    rows: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of the document, and the rows read from it; ``pieces`` name them where there are several."""

    mark: str
    number: int
    pieces: tuple[PieceView, ...]
    keys: tuple[int, ...]
    css: str
    left_out: int | None = None

    @property
    def text(self) -> str:
        return _BETWEEN_CELLS.join(piece.text for piece in self.pieces if piece.text)


@dataclass(frozen=True, slots=True)
class DocumentPage:
    number: int | None
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What a line is held against: rows by line, their numbers, unread lines, headings, sections."""

    rows_at: Mapping[str, Sequence[Row]]
    numbers: Mapping[int, int]
    unread: set[str]
    headings: set[str]
    sections: set[str]


def document_pages(draft: Draft, numbers: Mapping[int, int], unread: set[str]) -> tuple[DocumentPage, ...]:
    """The lines page by page; ``numbers`` count the kept rows by key, ``unread`` are marks of lines."""
    rows_at: dict[str, list[Row]] = {}
    for row in draft.rows:
        rows_at.setdefault(mark_of_row(row), []).append(row)
    sections = {row.section.casefold() for row in draft.rows if row.section}
    headings = sections | {head.title.casefold() for head in draft.lists if head.title}
    known = _Known(rows_at, numbers, unread, headings, sections)
    views = zip(draft.lines, _lines(draft.lines, known), strict=True)
    return tuple(
        DocumentPage(number, tuple(view for _line, view in group))
        for number, group in groupby(views, lambda pair: pair[0].page)
    )


def _lines(lines: Sequence[DocumentLine], known: _Known) -> Iterator[LineView]:
    """Each line; below a head whose cells are sections, its cells say which column they stand in."""
    heads: list[str] = []
    for line in lines:
        cells = _cells(line)
        if sum(cell.casefold() in known.sections for cell in cells) > 1:
            heads = cells
        elif len(cells) == 1:
            heads = []
        yield _line(line, cells, [] if cells is heads else heads, known)


def _line(line: DocumentLine, cells: Sequence[str], heads: Sequence[str], known: _Known) -> LineView:
    mark = mark_of_line(line)
    here = known.rows_at.get(mark, ())
    rows = [row for row in here if not row.is_left_out]
    css = "used" if rows else "unused"
    if mark in known.unread or any(is_doubtful(row) for row in rows):
        css = "flagged"
    elif tidy(line.text).strip(":").casefold() in known.headings:
        css = "h"
    left_out = here[0].key if here and not rows else None
    pieces = _pieces(cells, heads, rows, known.numbers)
    return LineView(mark, line.line, pieces, tuple(row.key for row in rows), css, left_out)


def _pieces(
    cells: Sequence[str], heads: Sequence[str], rows: Sequence[Row], numbers: Mapping[int, int]
) -> tuple[PieceView, ...]:
    """The cells with their columns, and with their rows where the line has several; else one piece."""
    if len(rows) < 2 and not heads:
        return (PieceView(_BETWEEN_CELLS.join(_with_boxes_kept(cell) for cell in cells)),)
    placed = _placed(rows, cells)
    columns = ["", *heads] if len(cells) == len(heads) + 1 else [""] * len(cells)
    pieces = []
    for place, (cell, column) in enumerate(zip(cells, columns, strict=True)):
        own = placed.get(place, [])
        named = next((row.section for row in own if row.section in heads), column)
        links = tuple((row.key, numbers[row.key]) for row in own) if len(rows) > 1 else ()
        pieces.append(PieceView(_with_boxes_kept(cell), named, links))
    homeless = tuple((row.key, numbers[row.key]) for row in placed.get(-1, ()))
    return (*pieces, PieceView("", "", homeless)) if homeless and len(rows) > 1 else tuple(pieces)


def _placed(rows: Sequence[Row], cells: Sequence[str]) -> dict[int, list[Row]]:
    """The rows by the cell they were read from, or -1 where their words stand in none any more."""
    placed: dict[int, list[Row]] = {}
    for row in rows:
        likeness = [
            (_share_of_words(row.text, cell), place not in placed) for place, cell in enumerate(cells)
        ]
        best = max(likeness)
        placed.setdefault(likeness.index(best) if best[0] >= _ENOUGH_WORDS else -1, []).append(row)
    return placed


def _share_of_words(text: str, cell: str) -> float:
    wanted = set(re.findall(r"\w+", text.casefold()))
    return len(wanted & set(re.findall(r"\w+", cell.casefold()))) / len(wanted) if wanted else 0.0


def _cells(line: DocumentLine) -> list[str]:
    return (line.shown or line.text).split(_BETWEEN_CELLS)


def _with_boxes_kept(cell: str) -> str:
    """A box at the edge of the page stays with its own word: the one behind it, unless boxes come last."""
    comes_last = cell.endswith(tuple(_BOXES)) and not cell.startswith(tuple(_BOXES))
    return (_BEFORE_A_BOX if comes_last else _AFTER_A_BOX).sub("\N{NO-BREAK SPACE}", cell)
