"""Tables brought into the usual shape: one criterion a row, and in a cell only what is ticked."""

from collections.abc import Sequence
from dataclasses import replace

from recruitment.readers.blocks import Block, Cell, Line, Row, Table, grid_of
from recruitment.readers.column_heads import read_header
from recruitment.readers.columns import Role, is_generic
from recruitment.readers.ticked_boxes import ticked_words


def in_usual_shape(block: Block) -> Block:
    """The table with only ticked words in cells of boxes, turned where its heads stand at the left."""
    if isinstance(block, Line):
        return block
    rows = tuple(replace(row, cells=tuple(_ticked(cell) for cell in row.cells)) for row in block.rows)
    return upright(replace(block, rows=rows))


def _ticked(cell: Cell) -> Cell:
    """Of “☒ Form ☐ Interview” the cell says “Form”, of boxes none of which is ticked nothing."""
    words = ticked_words(cell.text)
    if words is None:
        return cell
    return replace(cell, lines=(replace(cell.lines[0], text=words, marker=""),) if words else ())


def upright(table: Table) -> Table:
    """A table with “Essential” and “Desirable” at the left and the sections over its columns, turned."""
    grid = [grid_of(row) for row in table.rows]
    if len(grid) < 3 or len({len(cells) for cells in grid}) != 1 or len(grid[0]) < 3:
        return table
    head = read_header([cells[0].text for cells in grid])
    if not head or not (head.at(Role.ESSENTIAL) and head.at(Role.DESIRABLE)) or _heads(grid[0]):
        return table
    if any(is_generic(cells[0].text) and _heads(cells) for cells in grid):
        return table  # “Factor | Criteria | Method” below “Essential criteria”
    return replace(table, rows=tuple(_turned(grid, column) for column in range(len(grid[0]))))


def _heads(cells: Sequence[Cell]) -> bool:
    return read_header([cell.text for cell in cells]) is not None


def _turned(grid: Sequence[Sequence[Cell]], column: int) -> Row:
    cells = tuple(cells[column] for cells in grid)
    source = next((line.source for cell in cells for line in cell.lines), None)
    return Row(cells, source or next(line.source for cells in grid for cell in cells for line in cell.lines))
