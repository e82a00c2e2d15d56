"""Tables without ruling lines in a PDF: a head, and the rows below it cut into cells."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from recruitment.domain.person_specification import SourceLine
from recruitment.readers.blocks import Cell, Line, Row, Table
from recruitment.readers.pdf_heads import LONGEST_NAME, Head, cells_of
from recruitment.readers.pdf_lines import Printed
from recruitment.readers.pdf_paragraphs import Column, paragraphs_of
from recruitment.readers.pdf_rows import rows_of
from recruitment.readers.pdf_setting import PLAIN, Setting
from recruitment.readers.wording import split_marker, starts_low

_SEVERAL = 4  # wrapped lines, from which the edge of their column is known


def read_columns(
    head: Head,
    lines: Sequence[Printed],
    number: Callable[[Printed], SourceLine],
    setting: Setting = PLAIN,
) -> Table:
    """Printed lines gathered into rows, and the rows into a table with its head.

    ``number`` says where in the document a row stands that begins with this line.
    """
    first = number(lines[0]) if lines else number(Printed(()))
    edge = max((word.x1 for line in lines for word in line.words), default=0.0)
    rights = [*(start - 4 for start in head.starts[1:]), edge]
    groups = [(group, _columns_of(head, group)) for group in rows_of(head, lines)]
    rights = [
        _reached(right, [columns[place] for _, columns in groups]) for place, right in enumerate(rights)
    ]
    runs = [
        (own, min(line.x0 for line in own), right)
        for _, columns in groups
        for own, right in zip(columns, rights, strict=True)
        if own
    ]
    setting = setting.with_gaps(runs)
    rows = [Row(tuple(Cell((Line(name, first),)) for name in head.names), first)]
    for group, columns in groups:
        source = number(group[0])
        rows.append(_heading_across(head, group, source) or _make_row(columns, rights, source, setting))
    return Table(tuple(rows), ruled=False)


def _reached(right: float, cells: Sequence[Sequence[Printed]]) -> float:
    """The right edge of a column, no further than its wrapped lines reach where there are several."""
    ends = [
        above.x1
        for lines in cells
        for above, below in pairwise(lines)
        if starts_low(below.text) and above.text[-1:].isalpha()
    ]
    return min(right, max(ends)) if len(ends) >= _SEVERAL else right


def _columns_of(head: Head, group: Sequence[Printed]) -> list[list[Printed]]:
    """The printed lines of one row by column."""
    columns: list[list[Printed]] = [[] for _ in head.starts]
    for line in group:
        for column, words in enumerate(cells_of(head, line)):
            if words:
                columns[column].append(Printed(tuple(words)))
    return columns


def _heading_across(head: Head, group: Sequence[Printed], source: SourceLine) -> Row | None:
    """One line of words close together that runs over the edge of the first columns."""
    (line, *others) = group
    if others or len(line.chunks) > 1 or not (line.marker or line.words[0].text[:1].isalpha()):
        return None
    if sum(bool(cell) for cell in cells_of(head, line)) < 2 or len(line.words) > LONGEST_NAME:
        return None
    heading = Line(split_marker(line.text)[1], source, line.bold, line.italic, soft=True)
    return Row((Cell((heading,), span=len(head.starts)),), source)


def _make_row(
    columns: Sequence[Sequence[Printed]], rights: Sequence[float], source: SourceLine, setting: Setting
) -> Row:
    cells = []
    for lines, right in zip(columns, rights, strict=True):
        left = min((line.x0 for line in lines), default=0.0)
        column = Column(left, right, narrow=True, slack=4, setting=setting)
        made = [paragraph.as_line(source, soft=True) for paragraph in paragraphs_of(lines, column)]
        cells.append(Cell(tuple(line for line in made if line)))
    return Row(tuple(cells), source)
