"""Tables as a browser copies them: a tab before each cell, each paragraph on a line of its own."""

from collections.abc import Sequence

from recruitment.readers.blocks import Row, Table
from recruitment.readers.column_heads import read_header
from recruitment.readers.raw_lines import CellTexts, RawLine, Taken, row_of
from recruitment.readers.wording import clean

_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2


def take_cells(lines: Sequence[RawLine], start: int) -> Taken | None:
    """Rows below a head with tabs, of which each has as many cells as the head; None where one has not."""
    names = [clean(name) for name in lines[start].text.split("\t")]
    if len(names) < _FEWEST_COLUMNS or not read_header(names):
        return None
    rows: list[list[CellTexts]] = []
    end = start + 1
    opened = 0  # cells that begin on a line of their own
    for index in range(start + 1, len(lines)):
        line = lines[index]
        if line.is_blank and "\t" not in line.text:
            continue
        first, *others = line.text.split("\t")
        is_whole = not rows or len(rows[-1]) == len(names)
        if is_whole and (not others or not first.strip() or first[:1].isspace()):
            break
        if is_whole:
            rows.append([])
            _open_cell(rows[-1], first, line.number)
        elif first.strip():
            rows[-1][-1].append((first.strip(), line.number))
        else:
            opened += 1
        for text in others:
            _open_cell(rows[-1], text, line.number)
        if len(rows[-1]) > len(names):
            return None
        end = index + 1
    if len(rows) < _FEWEST_ROWS or opened < _FEWEST_ROWS or len(rows[-1]) != len(names):
        return None
    number = lines[start].number
    made: list[Row] = [row_of([[(name, number)] for name in names], number)]
    made += [row_of(row, next((cell[0][1] for cell in row if cell), number)) for row in rows]
    return Table(tuple(made)), end


def _open_cell(row: list[CellTexts], text: str, number: int) -> None:
    row.append([(text.strip(), number)] if text.strip() else [])
