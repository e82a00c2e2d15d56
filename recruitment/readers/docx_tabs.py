"""Columns that a Word document makes with tabs, as rows of a table."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from recruitment.readers.blocks import Block, Cell, Line, Row, Table
from recruitment.readers.column_heads import may_head, read_header
from recruitment.readers.signs import is_sign
from recruitment.readers.wording import clean, join, starts_low

_FEWEST_ROWS = 3
_LONGEST_NAME = 8  # words


def tabbed_row(line: Line, typed: Sequence[str]) -> Table | None:
    """A paragraph with tabs as a row, where its last column holds a mark or letters, or it may be a head.

    ``typed`` are its lines between manual breaks: each goes on with the columns of the one above.
    """
    parts = [text.strip("\t ").split("\t") for text in typed]
    width = max(len(part) for part in parts)
    if width < 2 or line.marker:
        return None
    texts = [""] * width
    for part in parts:
        texts = [join(above, clean(text)) for above, text in zip_longest(texts, part, fillvalue="")]
    if not (
        is_sign(texts[-1], {}) or (may_head(" ".join(texts)) and len(line.text.split()) <= _LONGEST_NAME)
    ):
        return None
    cells = tuple(Cell((replace(line, text=text),) if text else ()) for text in texts)
    return Table((Row(cells, line.source),), ruled=False)


def join_tabbed(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with rows made by tabs gathered into tables, with the names of sections between them.

    Few such rows make no table, and are the lines they were.
    """
    run: list[Block] = []
    for block in blocks:
        if run and isinstance(block, Line) and _goes_on(run[-1], block):
            run[-1] = _with_more(run[-1], block)
            continue
        if _is_row(block) or (run and isinstance(block, Line) and _may_name_section(block)):
            run.append(block)
            continue
        yield from _gathered(run)
        run = []
        yield block
    yield from _gathered(run)


def _is_row(block: Block) -> bool:
    return isinstance(block, Table) and not block.ruled and len(block.rows) == 1


def _goes_on(above: Block, line: Line) -> bool:
    """A line below a row with marks that begins in the middle of a sentence, broken off by hand."""
    if not isinstance(above, Table) or line.marker or not starts_low(line.text):
        return False
    cells = above.rows[0].cells
    return is_sign(cells[-1].text, {}) and not cells[_widest(cells)].text.endswith((".", ";"))


def _with_more(above: Block, line: Line) -> Block:
    """The row with the line behind its wording."""
    if not isinstance(above, Table):
        return above
    (row,) = above.rows
    place = _widest(row.cells)
    first, *others = row.cells[place].lines
    longer = Cell((replace(first, text=join(first.text, line.text)), *others))
    return replace(above, rows=(replace(row, cells=(*row.cells[:place], longer, *row.cells[place + 1 :])),))


def _widest(cells: Sequence[Cell]) -> int:
    return max(range(len(cells)), key=lambda place: len(cells[place].text))


def _may_name_section(line: Line) -> bool:
    return not line.marker and len(line.text.split()) <= _LONGEST_NAME and not line.text.endswith((".", ";"))


def _gathered(run: Sequence[Block]) -> Iterator[Block]:
    last = max((place for place, block in enumerate(run) if _is_row(block)), default=-1)
    table, rest = run[: last + 1], run[last + 1 :]
    signed = [
        block for block in table if isinstance(block, Table) and is_sign(block.rows[0].cells[-1].text, {})
    ]
    if len(signed) < _FEWEST_ROWS:
        for block in run:
            yield block if isinstance(block, Line) else _as_line(block)
        return
    yield Table(_with_whole_head([_row_of(block) for block in table]), gapped=True, ruled=False)
    yield from rest


def _row_of(block: Block) -> Row:
    return Row((Cell((block,)),), block.source) if isinstance(block, Line) else block.rows[0]


def _as_line(table: Table) -> Line:
    cells = [cell for cell in table.rows[0].cells if cell.lines]
    return replace(cells[0].lines[0], text=" ".join(cell.text for cell in cells))


def _with_whole_head(rows: list[Row]) -> tuple[Row, ...]:
    """A head that was typed in two lines: “Essential/ | How” over “Desirable | assessed”."""
    if len(rows) < 2 or len(rows[1].cells) < 2 or any(is_sign(row.cells[-1].text, {}) for row in rows[:2]):
        return tuple(rows)
    pairs = list(zip_longest(rows[0].cells[::-1], rows[1].cells[::-1], fillvalue=Cell()))[::-1]
    joined = [Cell((*above.lines, *below.lines)) for above, below in pairs]
    if not read_header([cell.text for cell in joined]):
        return tuple(rows)
    return (Row(tuple(joined), rows[0].source), *rows[2:])
