"""Cells of a table given one by one between blank lines: their printed lines, and empty ones beside marks."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from recruitment.domain.specification_requirement import is_mark, requirement_of_word
from recruitment.readers.columns import Columns, Role
from recruitment.readers.page_furniture import furniture_in
from recruitment.readers.raw_lines import CellTexts, RawLine
from recruitment.readers.ticked_boxes import EMPTIED
from recruitment.readers.wording import split_marker, starts_low

_WORD = re.compile(r"[A-Za-z]")
_TABS = re.compile(r"[ ]*\t[ ]*")
_FEWEST_TABS = 6  # lines with a tab and nothing else
_MOST_CELLS = 10
_FEWEST = 3  # marks whose side is known
_FEWEST_ALONE = 4  # “Essential” or “Desirable” between blank lines
_OPEN_END = ("&", "/", ",", " or", " and")
_Row = list[CellTexts]


def with_tabbed_rows(texts: Sequence[str]) -> Sequence[str]:
    """Cells with a line between them that holds a tab alone, as a browser copies them, as rows with tabs.

    Blank lines between the rows go too: a table ends at one.
    """
    if sum(bool(_TABS.fullmatch(text)) for text in texts) < _FEWEST_TABS:
        return texts
    furniture = furniture_in(texts)  # a number alone may be what a cell holds
    made = ["" if at in furniture and _WORD.search(text) else text for at, text in enumerate(texts)]
    bare = tuple(made)
    rows: dict[int, int] = {}
    place = 0
    while place < len(bare):
        cells, end = _cells_from(bare, place)
        if len(cells) > 1:
            first = _first_of_cell(bare, place)
            cells[0] = " ".join(text.strip() for text in bare[first : place + 1])
            rows[first] = len(cells)
            made[first:end] = ["\t".join(cells), *[EMPTIED] * (end - first - 1)]
        place = end
    if not _are_rows(list(rows.values())):
        return texts  # blank lines with a tab in them
    for place in range(min(rows), max(rows)):
        made[place] = made[place] if made[place].strip() else EMPTIED
    return made


def _are_rows(widths: Sequence[int]) -> bool:
    """Whether most rows have as many cells, and no more than a table has."""
    usual, times = Counter(widths).most_common(1)[0] if widths else (0, 0)
    return usual <= _MOST_CELLS and times >= _FEWEST and times * 2 > len(widths)


def _first_of_cell(texts: Sequence[str], place: int) -> int:
    """The first line of a cell that wraps before its tab: the lines below it go on low."""
    while place and starts_low(texts[place].strip()) and texts[place - 1].strip():
        place -= 1
    return place


def _cells_from(texts: Sequence[str], place: int) -> tuple[list[str], int]:
    """The cells of a row that begins on a line, and the line after it; an empty cell may have no line."""
    cells, end = [texts[place].strip()], place + 1
    while end < len(texts) and _TABS.fullmatch(texts[end]):
        filled = next((at for at in range(end + 1, len(texts)) if texts[at]), len(texts))
        beside = filled == end + 1 < len(texts) and not _TABS.fullmatch(texts[filled])
        cells.append(texts[filled].strip() if beside else "")
        ends_row = filled == len(texts) or not _TABS.fullmatch(texts[filled])
        end = filled + 1 if beside else end + 1 if ends_row else filled
    return cells, end


def with_whole_cells(texts: Sequence[str]) -> list[str]:
    """Physical lines with “Application form &” and “interview” below it as one, where a cell has a block.

    Only where “Essential” or “Desirable” stands between blank lines row for row, as in a table whose every
    cell is a paragraph.
    """
    made = list(texts)
    runs = groupby(range(len(texts)), key=lambda place: bool(texts[place].strip()))
    blocks = [list(places) for filled, places in runs if filled]
    if (
        sum(len(block) == 1 and requirement_of_word(texts[block[0]]) is not None for block in blocks)
        < _FEWEST_ALONE
    ):
        return made
    for block in blocks:
        first = block[0]
        for place in block[1:]:
            text = made[place].strip()
            if split_marker(text)[0]:
                first = place
            elif starts_low(text) or made[first].endswith(_OPEN_END):
                made[first] = f"{made[first].rstrip()} {text}"
                made[place] = EMPTIED
            else:
                first = place
    return made


def with_empty_cells(rows: Sequence[_Row], lines: Sequence[RawLine], head: Columns) -> list[_Row]:
    """The rows with an empty cell beside each mark, where the blank lines around all marks tell its place.

    “Essential | Desirable” stand side by side and one of them is empty: the longer gap is where it stood.
    Rows whose gaps say nothing keep their cells.
    """
    essential, desirable = head.at(Role.ESSENTIAL), head.at(Role.DESIRABLE)
    if len(essential) != 1 or len(desirable) != 1 or abs(essential[0] - desirable[0]) != 1:
        return [*rows]
    gaps = {place: gap for place, row in enumerate(rows) if (gap := _gaps_of(row, lines))}
    first = {before for before, after in gaps.values() if after is not None and before < after}
    second = {before for before, after in gaps.values() if after is not None and before > after}
    told = sum(after is not None and before != after for before, after in gaps.values())
    both = bool(first and second) and not first & second  # else the gaps are only how the text is spaced
    if told < max(_FEWEST, len(gaps) // 2 + 1) or not both:
        return [*rows]
    made = [*rows]
    for place, (before, _) in gaps.items():
        text, mark, *evidence = rows[place]
        if before in first:
            made[place] = [text, mark, [], *evidence]
        elif before in second:
            made[place] = [text, [], mark, *evidence]
    return made


def _gaps_of(row: _Row, lines: Sequence[RawLine]) -> tuple[int, int | None] | None:
    """Blank lines before the mark of a row and, where evidence stands below, behind it."""
    if not 2 <= len(row) <= 3 or not is_mark(row[1][0][0]):
        return None
    numbers = [row[0][-1][1], row[1][0][1], *(cell[0][1] for cell in row[2:])]
    before, *after = [_blank_between(lines, one, two) for one, two in pairwise(numbers)]
    return before, after[0] if after else None


def _blank_between(lines: Sequence[RawLine], first: int, last: int) -> int:
    return sum(line.is_blank for line in lines if first < line.number < last)
