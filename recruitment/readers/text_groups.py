"""Tables of pasted text in which blank lines part the rows, and each cell of a row has a line of its own."""

from collections.abc import Sequence

from recruitment.domain.specification_requirement import requirement_of_word
from recruitment.readers.blocks import Row, Table
from recruitment.readers.column_heads import read_header
from recruitment.readers.columns import Columns, Role
from recruitment.readers.raw_lines import RawLine, Taken, row_of
from recruitment.readers.wording import clean

_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 3
_MOST_COLUMNS = 6
_LONGEST_SECTION = 6  # words


def take_grouped(lines: Sequence[RawLine], start: int) -> Taken | None:
    """A head whose names stand on neighbouring lines, then as many lines in each row.

    One of the columns must say E or D in every row: without a sign, lines side by side would be a guess. A
    single short line between rows names a section.
    """
    if start and not lines[start - 1].is_blank:
        return None
    group = _group_at(lines, start)
    head = _head_of(group)
    if head is None:
        return None
    rows: list[Row] = [_as_row(group)]
    found = 0
    index = end = start + len(group)
    while index < len(lines):
        if lines[index].is_blank:
            index += 1
            continue
        group = _group_at(lines, index)
        if _is_row(group, head):
            found += 1
        elif len(group) != 1 or not _may_name_section(clean(group[0].text)):
            break
        rows.append(_as_row(group))
        index += len(group)
        end = index if len(group) > 1 else end
    while len(rows) > 1 and len(rows[-1].cells) == 1:
        rows.pop()  # what stands below the last row names nothing
    return (Table(tuple(rows), ruled=False), end) if found >= _FEWEST_ROWS else None


def _group_at(lines: Sequence[RawLine], start: int) -> Sequence[RawLine]:
    """Lines up to a blank one; of many, enough to see that they are no row."""
    last = min(start + _MOST_COLUMNS + 1, len(lines))
    end = next((at for at in range(start, last) if lines[at].is_blank), last)
    return lines[start:end]


def _head_of(group: Sequence[RawLine]) -> Columns | None:
    if not _FEWEST_COLUMNS <= len(group) <= _MOST_COLUMNS or any("\t" in line.text for line in group):
        return None
    head = read_header([clean(line.text) for line in group])
    return head if head and len(head.at(Role.REQUIREMENT)) == 1 else None


def _is_row(group: Sequence[RawLine], head: Columns) -> bool:
    """A line for each column, or for all but the last, which is empty in some rows."""
    place = head.at(Role.REQUIREMENT)[0]
    if len(group) not in {len(head.roles), len(head.roles) - 1} or place >= len(group):
        return False
    return requirement_of_word(clean(group[place].text)) is not None


def _may_name_section(text: str) -> bool:
    return len(text.split()) <= _LONGEST_SECTION and not text.endswith((".", ":", ";"))


def _as_row(group: Sequence[RawLine]) -> Row:
    return row_of([[(line.text, line.number)] for line in group], group[0].number)
