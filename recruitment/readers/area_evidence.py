"""Whether the evidence of a table stands once for each of its areas: in the first row of each, for all."""

import re
from collections.abc import Sequence

from recruitment.readers.blocks import Row, grid_of
from recruitment.readers.column_contents import settle
from recruitment.readers.columns import Columns, Role
from recruitment.readers.table_heads import body_after

_OF_AREA = re.compile(
    r"\b(?:whole|each|per|all)\b.*\b(?:attributes?|areas?|sections?|categor(?:y|ies)|groups?)\b",
    re.IGNORECASE,
)
_FEWEST_AREAS = 3  # of several rows


def speaks_by_area(columns: Columns) -> bool:
    """“Method (for the whole attribute)”, whose cell in the first row of an area is that of all its rows."""
    names = [columns.names[place] for place in columns.at(Role.EVIDENCE) if place < len(columns.names)]
    return bool(columns.at(Role.SECTION)) and any(_OF_AREA.search(name) for name in names)


def speaks_once_an_area(rows: Sequence[tuple[Row, Columns | None]]) -> bool:
    """Whether in every area of a table the first row has evidence and no other has.

    A head, a row with one cell alone, and a name in the column for sections begin an area.
    """
    areas = [area for area in _areas_in(rows) if len(area) > 1]
    return len(areas) >= _FEWEST_AREAS and all(first and not any(others) for first, *others in areas)


def _areas_in(rows: Sequence[tuple[Row, Columns | None]]) -> list[list[bool]]:
    """By area, whether each of its rows has something in the one column for evidence."""
    areas: list[list[bool]] = []
    columns: Columns | None = None
    for index, (row, head) in enumerate(rows):
        columns = settle(head, body_after(rows, index)) if head else columns
        places = columns.at(Role.EVIDENCE) if columns else []
        texts = [cell.text for cell in grid_of(row)]
        named = columns is not None and any(texts[at] for at in columns.at(Role.SECTION) if at < len(texts))
        if head or sum(map(bool, texts)) == 1 or named:
            areas.append([])
        if len(places) == 1 and areas and not head and sum(map(bool, texts)) > 1:
            areas[-1].append(places[0] < len(texts) and bool(texts[places[0]]))
    return areas
