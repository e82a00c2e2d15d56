"""What a page break of a PDF cut, made whole: a sentence, a table, a row."""

import re
from collections.abc import Sequence
from dataclasses import replace

from recruitment.readers.blocks import Block, Cell, Line, Row, Table, join_lines
from recruitment.readers.headings import is_section_name
from recruitment.readers.seams import LIKELY
from recruitment.readers.signs import is_sign, is_stackable
from recruitment.readers.table_heads import header_of
from recruitment.readers.wording import starts_low

_FOOTNOTE = re.compile(r"^\d{1,2}\s+[A-Z]")
_HEAD_ROWS = 3  # among these a head stands that pages repeat


def append_page(blocks: list[Block], found: list[Block]) -> None:
    """Join what a page break cut: a sentence, or a table that goes on without its head.

    Footnotes below the first half of a table come after the whole of it.
    """
    notes = _footnotes_at_end(blocks)
    if notes and found and isinstance(found[0], Table) and not any(map(header_of, found[0].rows)):
        del blocks[-len(notes) :]
        found = [found[0], *notes, *found[1:]]
    if blocks and found:
        last, first = blocks[-1], found[0]
        if isinstance(last, Table) and isinstance(first, Table) and _goes_on(last, first):
            blocks[-1] = _stitch(last, first)
            found = found[1:]
        elif isinstance(last, Line) and isinstance(first, Line) and _continues(last, first):
            blocks[-1] = join_lines(last, first)
            found = found[1:]
    blocks.extend(found)


def _footnotes_at_end(blocks: Sequence[Block]) -> list[Block]:
    """“1 Applicants with …” and the like below a table that may go on."""
    count = 0
    while count < len(blocks) and isinstance(last := blocks[-1 - count], Line) and _FOOTNOTE.match(last.text):
        count += 1
    below_table = count < len(blocks) and isinstance(blocks[-1 - count], Table)
    return [*blocks[len(blocks) - count :]] if count and below_table else []


def _continues(last: Line, first: Line) -> bool:
    return not first.marker and starts_low(first.text) and not last.text.endswith((".", ":", "!", "?"))


def _width(row: Row) -> int:
    return sum(cell.span for cell in row.cells)


def _goes_on(last: Table, first: Table) -> bool:
    return bool(first.rows) and _width(last.rows[-1]) == _width(first.rows[0])


def _stitch(last: Table, first: Table) -> Table:
    """Two halves of a table; a repeated head is dropped, and a row that the page cut is made whole."""
    rows = list(first.rows)
    if _texts(rows[0]) in [_texts(row) for row in last.rows[:_HEAD_ROWS]]:
        rows = rows[1:]
    if rows and header_of(rows[0]) is None and not header_of(last.rows[-1]) and _is_cut(last, rows):
        cut = all(len(cell.lines) <= 1 for cell in last.rows[-1].cells) and _lacks_signs(last, rows[0])
        joined = tuple(
            _join_cells(one, other, cut=cut)
            for one, other in zip(last.rows[-1].cells, rows[0].cells, strict=False)
        )
        return replace(last, rows=(*last.rows[:-1], Row(joined, last.rows[-1].source), *rows[1:]))
    return replace(last, rows=(*last.rows, *_with_cut_cells(last.rows[-1], rows)))


def _with_cut_cells(above: Row, rows: Sequence[Row]) -> list[Row]:
    """Cells over several rows that the page cut: an empty one under each repeats what stands above it.

    Such a cell goes over rows above the cut, or over those below it, where its rest is empty.
    """
    if not rows or len(rows[0].cells) != len(above.cells):
        return [*rows]
    first, second = rows[0].cells, rows[1].cells if len(rows) > 1 else ()
    over = [place for place, cell in enumerate(above.cells) if cell.merged]
    places = set() if 0 not in over or any(first[place].text for place in over) else {*over}
    places |= {
        place
        for place, (cell, below) in enumerate(zip(first, second, strict=False))
        if below.merged and not cell.text and not below.text
    }
    cells = [replace(cell, merged=cell.merged or place in places) for place, cell in enumerate(first)]
    return [replace(rows[0], cells=tuple(cells)), *rows[1:]]


def _texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def _is_cut(last: Table, rows: Sequence[Row]) -> bool:
    """Whether the first of these rows is the rest of the last one on the page before."""
    return (
        _is_rest_of_row(rows[0])
        or _has_rest(last, rows)
        or _is_unnamed_rest(last, rows)
        or _lacks_signs(last, rows[0])
    )


def _is_rest_of_row(row: Row) -> bool:
    """Every wording goes on in the middle of a sentence, whatever signs stand beside."""
    filled = [
        cell for cell in row.cells if cell.text and not all(is_stackable(line.text) for line in cell.lines)
    ]
    return bool(filled) and all(starts_low(cell.text) and not cell.lines[0].marker for cell in filled)


def _has_rest(last: Table, rows: Sequence[Row]) -> bool:
    """Where no other row begins in the middle of a sentence, one that does in a cell is the rest of a row."""
    row, *below = rows
    others = [cell for own in (*last.rows, *below) for cell in own.cells if cell.text]
    pairs = zip(last.rows[-1].cells, row.cells, strict=False)
    open_cells = [other for one, other in pairs if one.text and _goes_on_low(other)]
    return bool(open_cells) and not any(_goes_on_low(cell) for cell in others)


def _goes_on_low(cell: Cell) -> bool:
    return bool(cell.lines) and not cell.lines[0].marker and starts_low(cell.text) and len(cell.text) > 3


def _is_unnamed_rest(last: Table, rows: Sequence[Row]) -> bool:
    """Where every row has its name at the left, one without at the top of a page belongs to the row above.

    Several rows say so, or one whose cells hold wordings and signs in stacks.
    """
    row, *below = rows
    others = [own for own in (*last.rows[1:], *below) if len(own.cells) > 2]
    stacked = sum(len(cell.lines) > 1 for cell in last.rows[-1].cells) > 1
    named = len(others) > (0 if stacked else 1) and all(
        own.cells[0].text and not own.cells[0].merged for own in others
    )
    return named and len(row.cells) > 2 and not row.cells[0].text and last.rows[-1] in others


def _lacks_signs(last: Table, row: Row) -> bool:
    """Where every row has its signs, words alone at the top of a page are the rest of the row before."""
    filled = [cell for cell in row.cells if cell.text]
    if len(row.cells) < 2 or not filled or any(cell.bold for cell in filled) or _signs_in(row):
        return False
    above = [own for own in last.rows[1:] if sum(bool(cell.text) for cell in own.cells) > 1]
    if len(above) < 2 or last.rows[-1] not in above or not all(_signs_in(own) for own in above):
        return False
    pairs = zip(row.cells, last.rows[-1].cells, strict=False)
    if any(cell.text and over.text and is_sign(over.text, {}) for cell, over in pairs):
        return False  # a letter that is known for no sign stands in the place of one
    return len(filled) > 1 or not is_section_name(filled[0].text)


def _signs_in(row: Row) -> int:
    return sum(bool(cell.text) and not cell.merged and is_sign(cell.text, {}) for cell in row.cells)


def _join_cells(one: Cell, other: Cell, *, cut: bool) -> Cell:
    """``cut``: the page cut one wording, so that the halves are one even where a capital follows.

    Where the page may have cut a wording or have fallen between two, the seam says so.
    """
    if not one.lines or not other.lines:
        return Cell(one.lines or other.lines, one.span, one.merged)
    last, first = one.lines[-1], other.lines[0]
    low = starts_low(first.text)
    ended = last.text.endswith((".", ";")) and not low
    if first.marker or ended or (is_stackable(last.text) and is_stackable(first.text) and not cut):
        return Cell((*one.lines, *other.lines), one.span, one.merged)
    bridge = join_lines(last, first, weight=0.0 if low else LIKELY)
    return Cell((*one.lines[:-1], bridge, *other.lines[1:]), one.span, one.merged)
