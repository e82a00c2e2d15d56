"""The document as the review page lists it: one entry for each numbered line, cells joined by bars."""

from collections.abc import Iterator, Sequence

from recruitment.domain.person_specification import DocumentLine
from recruitment.domain.specification_requirement import is_mark
from recruitment.readers.blocks import Block, Cell, Line, Row, Table
from recruitment.readers.columns import Columns, Role
from recruitment.readers.table_heads import rows_with_heads

_LONGEST_HEAD = 40


def document_lines(blocks: Sequence[Block]) -> tuple[DocumentLine, ...]:
    """Each line with its words; where a cell needs its column to be understood, also as it is shown."""
    texts: dict[tuple[int | None, int], list[tuple[str, str]]] = {}
    for line, shown in _all_lines(blocks):
        texts.setdefault((line.source.page, line.source.line), []).append((line.text, shown))
    return tuple(_joined(page, line, parts) for (page, line), parts in texts.items())


def lines_of(blocks: Sequence[Block]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from (line for row in block.rows for cell in row.cells for line in cell.lines)


def _joined(page: int | None, line: int, parts: Sequence[tuple[str, str]]) -> DocumentLine:
    text = " | ".join(text for text, _ in parts)
    shown = " | ".join(shown for _, shown in parts)
    return DocumentLine(page, line, text, shown if shown != text else "")


def _all_lines(blocks: Sequence[Block]) -> Iterator[tuple[Line, str]]:
    for block in blocks:
        if isinstance(block, Line):
            yield block, block.text
        else:
            yield from _lines_of(block)


def _lines_of(table: Table) -> Iterator[tuple[Line, str]]:
    """Where empty cells have vanished, a place says nothing of its column, so none is named."""
    heads = [] if table.gapped else [(row, columns) for row, columns in rows_with_heads(table) if columns]
    settled = {row.source: columns for row, columns in heads}
    columns: Columns | None = None
    for row in table.rows:
        is_head = row.source in settled
        columns = settled.get(row.source, columns)
        yield from _lines_of_row(row, None if is_head else columns)


def _lines_of_row(row: Row, columns: Columns | None) -> Iterator[tuple[Line, str]]:
    place = 0
    for cell in row.cells:
        head = _head_to_show(cell, columns, place) if columns else ""
        for number, line in enumerate(cell.lines):
            yield line, f"{line.text} ({head})" if head and number == 0 else line.text
        place += cell.span


def _head_to_show(cell: Cell, columns: Columns, place: int) -> str:
    """The head over a mark, or over a wording that stands under “Essential” or “Desirable”."""
    if cell.merged or cell.span > 1 or place >= min(len(columns.roles), len(columns.names)):
        return ""
    sided = columns.roles[place] in {Role.ESSENTIAL, Role.DESIRABLE}
    head = columns.names[place].strip(" :*")
    return head if (sided or is_mark(cell.text)) and len(head) <= _LONGEST_HEAD else ""
