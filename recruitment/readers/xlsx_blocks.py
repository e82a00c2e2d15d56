"""Excel workbooks: each sheet as lines where a row holds one cell, and as tables where rows hold several."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from core.documents.refusals import refuse
from recruitment.domain.person_specification import SourceLine
from recruitment.domain.specification_evidence import parse_key
from recruitment.readers.assessed_headings import assessment_in
from recruitment.readers.blocks import Block, Cell, Line, Row, Table
from recruitment.readers.cell_colours import colour_name
from recruitment.readers.column_contents import settle
from recruitment.readers.columns import Role
from recruitment.readers.list_headings import is_notice
from recruitment.readers.table_heads import body_after, first_head, header_of
from recruitment.readers.table_shapes import upright
from recruitment.readers.wording import clean, split_marker

_MOST_ROWS, _MOST_COLUMNS = 2_000, 40
_HEIGHTS = (4, 3)  # rows of a turned table: its head, essential, desirable, and how they are assessed


def read_xlsx(path: Path) -> tuple[Block, ...]:
    """The sheets that are shown, in order; only the first 2,000 rows and 40 columns of each are looked at."""
    import openpyxl  # noqa: PLC0415 - slow to load, and only needed for this format

    try:
        with path.open("rb") as file:  # by its contents: a stored copy has no ending for openpyxl to go by
            workbook = openpyxl.load_workbook(file, data_only=True)
        sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        rows = [_rows_of(sheet) for sheet in sheets]
    except MemoryError:
        raise  # says nothing about the file: whoever set the limit explains it
    except Exception as error:
        raise refuse("office_damaged") from error
    counted = 0
    blocks: list[Block] = []
    for own in rows:
        made = [_row(cells, counted + number) for number, cells in own]
        counted += max((number for number, _ in own), default=0)
        blocks.extend(_blocks_of(made))
    return tuple(blocks)


@dataclass(frozen=True, slots=True)
class _SheetCell:
    """The words of a cell and how they look; ``goes_on``: it is the lower part of one merged downwards."""

    value: str
    bold: bool
    italic: bool
    colour: str
    span: int
    goes_on: bool


def _rows_of(sheet: Any) -> list[tuple[int, list[_SheetCell]]]:
    """Rows that hold anything, with their numbers."""
    spans, covered, below = _merged(sheet)
    rows = []
    last = min(sheet.max_column or 1, _MOST_COLUMNS)
    for number, row in enumerate(sheet.iter_rows(max_row=_MOST_ROWS, max_col=last), 1):
        cells = []
        for column, cell in enumerate(row, 1):
            if (number, column) in covered:
                continue
            value = "" if cell.value is None else _in_words(cell.value)
            font = cell.font
            place = (number, column)
            looks = bool(font and font.b), bool(font and font.i), _colour_of(cell)
            cells.append(_SheetCell(value, *looks, spans.get(place, 1), place in below))
        if any(cell.value.strip() or cell.goes_on for cell in cells):
            rows.append((number, cells))
    return rows


def _merged(sheet: Any) -> tuple[dict[tuple[int, int], int], set[tuple[int, int]], set[tuple[int, int]]]:
    """Spans by first cell, cells hidden behind a wide one, and first cells of rows that go on from above."""
    spans: dict[tuple[int, int], int] = {}
    covered: set[tuple[int, int]] = set()
    below: set[tuple[int, int]] = set()
    for area in list(sheet.merged_cells.ranges)[:_MOST_ROWS]:
        width = min(area.max_col, _MOST_COLUMNS) - area.min_col + 1
        for number in range(area.min_row, min(area.max_row, _MOST_ROWS) + 1):
            spans[number, area.min_col] = width
            covered.update((number, column) for column in range(area.min_col + 1, area.min_col + width))
            if number > area.min_row:
                below.add((number, area.min_col))
    return spans, covered, below


def _colour_of(cell: Any) -> str:
    """The colour that a cell is filled with; one of the workbook's theme has no name."""
    fill = cell.fill
    paint = fill.fgColor.rgb if fill is not None and fill.fill_type == "solid" else None
    return colour_name(paint[-6:]) if isinstance(paint, str) else ""


def _in_words(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _row(cells: Sequence[_SheetCell], number: int) -> Row:
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
