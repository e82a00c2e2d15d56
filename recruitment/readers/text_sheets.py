"""Text out of a spreadsheet: rows of as many cells, parted by commas or semicolons."""

import csv
from collections import Counter
from collections.abc import Sequence

from recruitment.readers.ticked_boxes import EMPTIED

_FEWEST_ROWS, _FEWEST_CELLS = 6, 3
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
