"""Tables printed with pipes between columns of one width, whose cells wrap beside each other."""

import re
from collections.abc import Sequence
from itertools import pairwise

from recruitment.readers.blocks import Table
from recruitment.readers.column_heads import read_header
from recruitment.readers.raw_lines import CellTexts, RawLine, Taken, is_sign_text, row_of
from recruitment.readers.wording import clean, split_marker, starts_low

_FEWEST_LINES = 4
_FEWEST_COLUMNS = 2
_FAR = 10_000  # letters: where the last cell of a line ends that no pipe closes
_OPEN = re.compile(r"(?:\b(?:and|or|of|the|to|in|for)|[&,/-])$", re.IGNORECASE)
_RULE = re.compile(r"^[|+:\s=-]+$")

_Row = list[CellTexts]


def take_printed(lines: Sequence[RawLine], start: int) -> Taken | None:
    """Lines with their pipes below each other; None where no cell of theirs wraps."""
    places = _pipes_of(lines[start].text)
    end = start
    while end < len(lines) and _pipes_of(lines[end].text) == places:
        end += 1
    if end - start < _FEWEST_LINES or len(places) <= _FEWEST_COLUMNS:
        return None
    printed = [line for line in lines[start:end] if not _RULE.match(line.text)]
    rows: list[_Row] = []
    above = [""] * (len(places) - 1)
    for line in printed:
        cells = [line.text[one + 1 : two] for one, two in pairwise(places)]
        if not rows or _begins_row(rows[-1], cells):
            rows.append([[] for _ in cells])
            above = ["" for _ in cells]
        for place, text in enumerate(cells):
            _add(rows[-1][place], text, above[place], line.number)
        above = [clean(text) for text in cells]
    if len(rows) == len(printed):
        return None
    return Table(tuple(row_of(row, _number_of(row)) for row in rows if any(row))), end


def _number_of(row: _Row) -> int:
    return min(number for cell in row for _, number in cell)


def _pipes_of(text: str) -> list[int]:
    """Where the pipes of a line stand; one that has none at its ends is read as if it had."""
    text = text.rstrip()
    places = [place for place, letter in enumerate(text) if letter == "|"]
    if text.startswith("|") and text.endswith("|"):
        return places
    is_open = len(places) > 1 and not text.startswith("|")
    return [-1, *places, _FAR] if is_open else []


def _begins_row(row: _Row, cells: Sequence[str]) -> bool:
    """Something new in the first column; it may also be the rest of what stands there.

    Below the head, and where a column has one sign more, it is new in any case.
    """
    first = clean(cells[0])
    if not first:
        return False
    if read_header([" ".join(text for text, _ in cell) for cell in row]) is not None or _signs_again(
        row, cells
    ):
        return True
    above = row[0][-1][0] if row[0] else ""
    return not above or not (starts_low(first) or _OPEN.search(above))


def _signs_again(row: _Row, cells: Sequence[str]) -> bool:
    """A mark or a need where the row has one already, in that column or in the other for such signs."""
    above = sum(any(is_sign_text(text) for text, _ in cell) for cell in row[1:])
    return above > 0 and any(is_sign_text(clean(text)) for text in cells[1:])


def _add(cell: CellTexts, text: str, above: str, number: int) -> None:
    """One printed line: the rest of the paragraph above it, unless that had room for its first word."""
    said = clean(text)
    if not said:
        return
    has_room = len(above) + 1 + len(said.split()[0]) < len(text)
    if cell and above and not split_marker(said)[0] and (starts_low(said) or not has_room):
        cell[-1] = (f"{cell[-1][0]} {said}", cell[-1][1])
    else:
        cell.append((said, number))
