"""Tables of pasted text whose cells are closed by pipes."""

import re
from collections.abc import Sequence

from recruitment.domain.specification_evidence import parse_evidence
from recruitment.domain.specification_requirement import split_heading
from recruitment.readers.blocks import Cell, Row, Table
from recruitment.readers.column_heads import read_header
from recruitment.readers.headings import is_section_name
from recruitment.readers.raw_lines import CellTexts, RawLine, Taken, row_of
from recruitment.readers.wording import clean, split_marker

_FEWEST_ALIKE = 3
_FEWEST_CLOSED = 4  # lines
_CLOSED = re.compile(r"(?<=\S)\s+\|+(?:\s*\|)*\s*$")


def without_closing_pipes(texts: Sequence[str]) -> list[str]:
    """Physical lines without the pipes at their ends, where pipes end most that have any, and begin none.

    The only pipe of a line stays: it tells a row of one cell from the rest of the cell above.
    """
    closed = [text for text in texts if _CLOSED.search(text)]
    few = len(closed) * 2 < sum("|" in text for text in texts)  # those whose last cell is empty
    if few or len(closed) < _FEWEST_CLOSED or any(text.lstrip().startswith("|") for text in texts):
        return [*texts]
    return [_CLOSED.sub("", text) if text.count("|") > 1 else text for text in texts]


def take_pipes(lines: Sequence[RawLine], start: int) -> Taken:
    """Cells closed by pipes, over one or more lines; a lone pipe is an empty cell or closes an open one."""
    rows: list[list[CellTexts]] = []
    numbers: list[int] = []
    is_open = False
    index = start
    width = 0
    while index < len(lines):
        line = lines[index]
        text = line.text.strip()
        if line.is_blank or re.fullmatch(r"[|:\s-]*-{2,}[|:\s-]*", text):
            if not _pipe_follows(lines, index):
                break
            index += 1
            continue
        begins = (
            text.startswith("|")
            and not is_open
            and (not rows or _is_complete(rows[-1], width) or len(text) > 1)
        )
        if text.startswith("|") and not is_open and begins:
            rows.append([])
            numbers.append(line.number)
            text = text[1:].strip() if len(text) > 1 else "|"
        elif not is_open and not text.endswith("|") and not _pipe_soon(lines, index):
            break
        is_open = _add_pipe_cells(rows[-1], text, line.number, is_open=is_open)
        width = max(width, len(rows[-1])) if len(rows) == 1 else width
        index += 1
    return _pipe_table(rows, numbers), index


def _add_pipe_cells(row: list[CellTexts], text: str, number: int, *, is_open: bool) -> bool:
    """Put the parts of a line into the row; answers whether its last cell is still open."""
    parts = text.split("|")
    for place, part in enumerate(parts[:-1]):
        if place == 0 and is_open:
            row[-1].append((part, number))
        else:
            row.append([(part, number)])
    if parts[-1].strip():
        if len(parts) == 1 and is_open:
            row[-1].append((parts[-1], number))
        else:
            row.append([(parts[-1], number)])
        return True
    return False


def _is_complete(row: Sequence[Sequence[tuple[str, int]]], width: int) -> bool:
    last = " ".join(text for text, _ in row[-1]) if row else ""
    return len(row) >= width or bool(row and parse_evidence(last, {}) and len(row) > 1)


def take_open_pipes(lines: Sequence[RawLine], start: int) -> Taken | None:
    """Cells with pipes between them alone, “Essential | Desirable”, whose list items stack below each other.

    Begins at a head, or where several lines have as many pipes; anything else may be a line of an address.
    """
    names = _open_cells(lines[start].text)
    head = read_header(names)
    near = [
        len(_open_cells(line.text.rstrip(" |"))) for line in lines[start : start + 8] if not line.is_blank
    ]
    if head is None and (len(names) < _FEWEST_ALIKE or near[:_FEWEST_ALIKE] != [len(names)] * _FEWEST_ALIKE):
        return None
    all_stack = head is not None and not head.asks_requirement and len(names) == len(head.roles)
    rows: list[list[CellTexts]] = []
    numbers: list[int] = []
    index = start
    if head and _head_wraps(lines, start, near):
        rows.append([[(name, lines[start].number)] for name in (*names, lines[start + 1].text.strip(" |"))])
        numbers.append(lines[start].number)
        index = start + 2
    while index < len(lines) and _belongs(lines, index, all_stack=all_stack and len(rows) > 1):
        line = lines[index]
        parts = _open_cells(line.text)
        stacks = _stacks(line) or (all_stack and len(parts) == 1 and len(rows) > 1)
        if rows and stacks and _has_room(rows[-1], parts, len(names), all_stack=all_stack):
            rows[-1][-1].append((parts[0], line.number))
            rows[-1].extend([[(part, line.number)] for part in parts[1:]])
        elif not line.is_blank:
            rows.append([[(part, line.number)] for part in parts])
            numbers.append(line.number)
        index += 1
    made = tuple(row_of(row, number) for row, number in zip(rows, numbers, strict=True))
    return (Table(made, ruled=False), index) if len(made) > 1 else None


def _head_wraps(lines: Sequence[RawLine], start: int, counts: Sequence[int]) -> bool:
    """Whether the last name of a head stands on the next line, by the cells of it and of those below."""
    more = counts[1:2] == [1] and max(counts[2:], default=0) == counts[0] + 1
    return more and not lines[start + 1].is_blank


def _open_cells(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"(?<!\S)\|(?!\S)", text.strip())]


def _stacks(line: RawLine) -> bool:
    return bool(split_marker(clean(line.text))[0])


def _belongs(lines: Sequence[RawLine], index: int, *, all_stack: bool) -> bool:
    """Whether the table goes on: by pipes here or soon, by a list item, or by any line of a last cell."""
    line = lines[index]
    after = [own for own in lines[index + 1 : index + 10] if not own.is_blank]
    soon = any(" | " in own.text for own in after)
    return soon if line.is_blank else soon or " | " in line.text or _stacks(line) or all_stack


def _has_room(row: Sequence[CellTexts], parts: Sequence[str], width: int, *, all_stack: bool) -> bool:
    """A list item below another of the same cell; it may close that cell and begin those beside it."""
    listed = all_stack or bool(split_marker(clean(row[-1][-1][0]))[0])
    return listed and len(row) + len(parts) - 1 <= width and (len(parts) < width or len(row) < width)


def _pipe_follows(lines: Sequence[RawLine], index: int) -> bool:
    after = next((line for line in lines[index + 1 :] if not line.is_blank), None)
    return after is not None and after.text.lstrip().startswith("|")


def _pipe_soon(lines: Sequence[RawLine], index: int) -> bool:
    """A cell of several lines: a later line closes it before a new row begins."""
    for line in lines[index + 1 : index + 12]:
        if line.is_blank or (line.text.lstrip().startswith("|") and len(line.text.strip()) > 1):
            return False
        if line.text.rstrip().endswith("|"):
            return True
    return False


def _pipe_table(rows: Sequence[list[CellTexts]], numbers: Sequence[int]) -> Table:
    """A row one cell short lost the section cell that spans it; shorter ones are read by content."""
    made = [row_of(row, number) for row, number in zip(rows, numbers, strict=True)]
    heads = [read_header([cell.text for cell in row.cells]) for row in made]
    width = max((len(head.roles) for head in heads if head), default=0)
    fixed = []
    for row in made:
        cells = row.cells
        if width and len(cells) == width - 1 and len(cells) > 1:
            requirement, rest = split_heading(cells[0].text)
            lone = not cells[0].text and sum(bool(cell.text) for cell in cells) == 1
            begins = lone or (requirement is not None and not rest)
            last = cells[-1].text
            is_begun = begins and (is_section_name(last) or parse_evidence(last, {}) is None)
            cells = (*cells, Cell()) if is_begun else (Cell(merged=True), *cells)
        fixed.append(Row(cells, row.source))
    short = [
        row for row in fixed if len(row.cells) != width and sum(bool(cell.text) for cell in row.cells) > 1
    ]
    return Table(tuple(fixed), gapped=bool(short), ruled=False)
