"""Rows whose cells a file parted: by the commas of a spreadsheet, or by lines of one tab in a browser."""

import csv
import re
from collections import Counter
from collections.abc import Sequence

from recruitment.readers.page_furniture import furniture_in
from recruitment.readers.ticked_boxes import EMPTIED
from recruitment.readers.wording import starts_low

_FEWEST_ROWS, _FEWEST_CELLS = 6, 3
_WORD = re.compile(r"[A-Za-z]")
_TABS = re.compile(r"[ ]*\t[ ]*")
_FEWEST_TABS = 6  # lines with a tab and nothing else
_MOST_CELLS, _FEWEST_ALIKE = 10, 3
_SHARE = 0.9  # of the rows have as many cells: a sentence has its commas where it needs them


def with_sheet_rows(texts: Sequence[str]) -> Sequence[str]:
    """Physical lines with tabs between the cells of a sheet; a row with one cell alone is its words."""
    for sign in ",;":
        rows = _rows_of(texts, sign)
        counts = Counter(len(cells) for cells, _ in rows if any(cells))
        (width, times), *_ = counts.most_common(1) or [(0, 0)]
        if width >= _FEWEST_CELLS and times >= max(_FEWEST_ROWS, _SHARE * counts.total()):
            return _as_tabbed(rows, len(texts))
    return texts


def _rows_of(texts: Sequence[str], sign: str) -> list[tuple[list[str], int]]:
    """The cells of each row and the line it ends on, counted from 1; none where the text is no sheet."""
    if sum(text.count(sign) >= _FEWEST_CELLS - 1 for text in texts) < _FEWEST_ROWS:
        return []
    reader = csv.reader((f"{text}\n" for text in texts), delimiter=sign)
    try:
        return [([" ".join(cell.split()) for cell in cells], reader.line_num) for cells in reader]
    except csv.Error:
        return []


def _as_tabbed(rows: Sequence[tuple[Sequence[str], int]], count: int) -> list[str]:
    """A line for each row where it begins; the others that it took are emptied."""
    made = [EMPTIED] * count
    begin = 0
    for cells, end in rows:
        lone = sum(map(bool, cells)) == 1
        made[begin] = max(cells, key=len) if lone else "\t".join(cells) if any(cells) else ""
        begin = end
    return made


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
    return usual <= _MOST_CELLS and times >= _FEWEST_ALIKE and times * 2 > len(widths)


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
