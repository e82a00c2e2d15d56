"""Excel workbooks: each sheet as lines where a row holds one cell, and as tables where rows hold several."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from recruitment.domain.person_specification import SourceLine
from recruitment.domain.specification_key import parse_key
from recruitment.readers.assessed_headings import assessment_in
from recruitment.readers.blocks import Block, Cell, Line, Row, Table
from recruitment.readers.column_contents import settle
from recruitment.readers.columns import Role
from recruitment.readers.list_headings import is_notice
from recruitment.readers.sheet_parts import (
    begins_other_part,
    is_sheet_of_duties,
    lines_of_duties,
    name_of_sheet,
)
from recruitment.readers.sheets import Sheet, SheetCell
from recruitment.readers.table_heads import body_after, first_head, header_of
from recruitment.readers.table_shapes import upright
from recruitment.readers.wording import clean, split_marker

_HEIGHTS = (4, 3)  # rows of a turned table: its head, essential, desirable, and how they are assessed


def blocks_of(sheets: Sequence[Sheet]) -> tuple[Block, ...]:
    """The lines and tables of these sheets, one after the other."""
    blocks: list[Block] = []
    for sheet in sheets:
        rows = [_row(row.cells, row.number) for row in sheet.rows]
        if is_sheet_of_duties(sheet.title, rows):
            blocks.extend(lines_of_duties(sheet.title, rows))
            continue
        if blocks and begins_other_part(sheet.title, rows):
            blocks.append(name_of_sheet(sheet.title, rows))
        blocks.extend(_blocks_of(rows))
    return tuple(blocks)


def _row(cells: Sequence[SheetCell], number: int) -> Row:
    source = SourceLine(None, number)
    made = []
    for cell in cells:
        lines = []
        for part in re.split(r"[\r\n]+", cell.value):
            marker, text = split_marker(clean(part))
            if text:
                lines.append(Line(text, source, cell.bold, cell.italic, marker=marker, colour=cell.colour))
        made.append(Cell(tuple(lines), cell.span, merged=cell.goes_on))
    return Row(tuple(made), source)


def _without_empty_end(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows without the columns at the right that only other parts of the sheet have."""
    ends = (
        sum(cell.span for cell in row.cells[: place + 1])
        for row in rows
        for place, cell in enumerate(row.cells)
        if cell.text or cell.merged
    )
    used = max(ends, default=1)
    made = []
    for row in rows:
        starts = accumulate((cell.span for cell in row.cells), initial=0)
        cells = tuple(cell for cell, start in zip(row.cells, starts, strict=False) if start < used)
        made.append(Row(cells, row.source))
    return tuple(made)


def _turned(rows: Sequence[Row]) -> list[Block]:
    """The blocks of a sheet whose sections are columns; nothing where no rows say so."""
    heads = [place for place, row in enumerate(rows) if sum(bool(cell.text) for cell in row.cells) > 1]
    for start in heads:
        for height in _HEIGHTS:
            table = Table(tuple(rows[start : start + height]))
            if len(table.rows) == height and upright(table) != table:
                return [*_lines_of(rows[:start]), table, *_lines_of(rows[start + height :])]
    return []


def _lines_of(rows: Sequence[Row]) -> Iterator[Line]:
    yield from (line for row in rows for cell in row.cells for line in cell.lines)


def _with_lone_wordings(rows: Sequence[Row], head: int, last: int) -> int:
    """Where texts stand side by side, rows that go on at once with one of them belong to the table too."""
    columns = header_of(rows[head])
    if columns is None:
        return last
    body = body_after([(row, None) for row in rows], head)
    if columns.at(Role.EVIDENCE) or not settle(columns, body).texts_side_by_side:
        return last
    for place in range(last + 1, len(rows)):
        text = " ".join(cell.text for cell in rows[place].cells if cell.text)
        above = rows[place - 1].source.line
        if rows[place].source.line != above + 1 or parse_key(text) or is_notice(text):
            break
        last = place
    return last


def _blocks_of(rows: Sequence[Row]) -> Iterator[Block]:
    """Before the first head, rows of one cell are lines, others a form; from there on, all is one table."""
    head = first_head(rows)
    if head is None and (turned := _turned(rows)):
        yield from turned
        return
    form: list[Row] = []
    for row in rows[: len(rows) if head is None else head]:
        if len([cell for cell in row.cells if cell.text]) > 1:
            form.append(Row(tuple(cell for cell in row.cells if cell.text), row.source))
            continue
        if form:
            yield Table(tuple(form))
            form = []
        yield from _lines_of([row])
    if form:
        yield Table(tuple(form))
    if head is not None:
        last = max(
            (index for index, row in enumerate(rows) if len([cell for cell in row.cells if cell.text]) > 1),
            default=head,
        )
        texts = [" ".join(cell.text for cell in row.cells if cell.text) for row in rows]
        assessed = [place for place in range(last + 1, len(rows)) if assessment_in(texts[place], {})]
        last = _with_lone_wordings(rows, head, max([head, last, *assessed]))
        yield Table(_without_empty_end(rows[head : last + 1]))
        yield from _lines_of(rows[last + 1 :])
