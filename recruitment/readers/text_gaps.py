"""Cells of a table given one by one between blank lines: their printed lines, and empty ones beside marks."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from recruitment.domain.specification_evidence import is_codes
from recruitment.domain.specification_requirement import is_mark, requirement_of_word
from recruitment.readers.columns import Columns, Role
from recruitment.readers.raw_lines import CellTexts, RawLine
from recruitment.readers.ticked_boxes import EMPTIED
from recruitment.readers.wording import split_marker, starts_low

_TWO_SIGNS = re.compile(r"^\s*(?P<need>[ED])\s{2,}(?P<how>[A-Z][A-Z,/& ]{0,20})\s*$")
_FEWEST = 3  # marks whose side is known
_FEWEST_ALONE = 4  # “Essential” or “Desirable” between blank lines
_OPEN_END = ("&", "/", ",", " or", " and")
_Row = list[CellTexts]


def with_signs_apart(texts: Sequence[str]) -> list[str]:
    """Physical lines with “E   A, I” as “E” and, on a line below, “A, I”, where most letters stand alone."""
    alone = sum(text.strip() in {"E", "D"} for text in texts)
    return [
        f"{found['need']}\n{found['how']}"
        if alone >= _FEWEST_ALONE and (found := _TWO_SIGNS.match(text)) and is_codes(found["how"], {})
        else text
        for text in texts
    ]


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
