"""Which rows are people: not labels, not totals or remarks under the table, not headings printed again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from compliance.domain.central_record_fields import NAME_FIELDS
from compliance.domain.central_record_headings import is_heading_like, plain_heading
from compliance.domain.central_record_people import section_category
from compliance.readers.central_record.band import Band
from compliance.readers.central_record.columns import Column
from compliance.readers.central_record.sheets import Grid

FEWEST_CELLS = 2
LONGEST_NAME = 70
MANY_CELLS = 4
_NOT_A_NAME = re.compile(
    r"\b(?:total\w*|number of|count of|last (?:checked|updated|reviewed)|reviewed|updated|checked by|signed|"
    r"signature|by|the|for|please|checked|printed|prepared|example|sample|completed by|end of|as at|audit\w*|"
    r"highlighted|shaded|means)\b|[=:?]|\d",
    re.IGNORECASE,
)
# Also surnames: they speak against a name only where the row says little else.
_HARDLY_A_NAME = re.compile(
    r"^(?:key|legend|notes?|nb|page|record|yellow|green|red|amber|orange|blue|pink|gr[ea]y|columns?|rows?|"
    r"please .*|(?:the )?head ?teacher|chair(?: of governors)?|governor|dsl|date|name)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A row about somebody; ``section`` is the category of the label row above it, if any."""

    row: int
    section: str | None
    label: str = ""


def find_people(grid: Grid, band: Band, columns: Sequence[Column]) -> Iterator[PersonRow]:
    """The rows of people under the heading band, down to the next one."""
    names = [column.number for column in columns if column.field in NAME_FIELDS]
    mapped = {column.number for column in columns if column.field}
    section, label = _section_above(grid, band)
    for row in grid.rows:
        texts = grid.texts(row)
        if not band.bottom < row < band.end or not texts or _repeats_headings(texts, band.paths):
            continue
        if _is_person(grid, row, texts, names, mapped):
            yield PersonRow(row, section, label)
        elif (title := _label(grid, row, texts)) and (said := section_category(title)):
            section, label = said, title


def _section_above(grid: Grid, band: Band) -> tuple[str | None, str]:
    """The label over the headings of a second table."""
    for row in range(band.top - 1, max(band.start, band.top - 3) - 1, -1):
        title = _label(grid, row, grid.texts(row)) if grid.texts(row) else ""
        if said := section_category(title):
            return said, title
    return None, ""


def _is_person(
    grid: Grid, row: int, texts: Mapping[int, str], names: Sequence[int], mapped: set[int]
) -> bool:
    named = [texts[column] for column in names if column in texts]
    if not named or any(len(name) > LONGEST_NAME for name in named) or _is_merged_over(grid, row, names[0]):
        return False
    others = [column for column in texts if column in mapped and column not in names]
    if len(others) >= MANY_CELLS:
        return True
    name = " ".join(named)
    if _NOT_A_NAME.search(name) or _HARDLY_A_NAME.match(name):
        return False
    if len(named) == 1 and len(others) < FEWEST_CELLS and section_category(name):
        return False
    if others or len(named) > 1:
        return True
    return _is_lone_person(grid, row, name, names[0])


def _is_lone_person(grid: Grid, row: int, name: str, column: int) -> bool:
    """A name and nothing else: somebody of whom nothing is recorded, unless it could be a label."""
    look = grid.look(row, column)
    if look.bold or look.fill or section_category(name) or is_heading_like(name):
        return False
    return re.fullmatch(r"[A-Z][\w'’-]+,? [A-Z][\w'’ -]+", name) is not None


def _is_merged_over(grid: Grid, row: int, column: int) -> bool:
    return any(
        one.top <= row <= one.bottom and one.left <= column <= one.right and one.right - one.left >= 3
        for one in grid.merges
    )


def _label(grid: Grid, row: int, texts: Mapping[int, str]) -> str:
    """The text of a row that holds nothing else."""
    distinct = set(texts.values())
    first = min(texts)
    return texts[first] if len(distinct) == 1 and first <= max(3, grid.last_column // 2) else ""


def _repeats_headings(texts: Mapping[int, str], paths: Mapping[int, tuple[str, ...]]) -> bool:
    """Whether headings are printed once more, as after a page break."""
    same = [
        column
        for column, text in texts.items()
        if column in paths and plain_heading(text) in {plain_heading(title) for title in paths[column]}
    ]
    return len(same) >= 3 and len(same) * 2 >= len(texts)


def find_unnamed(grid: Grid, band: Band, columns: Sequence[Column]) -> list[int]:
    """Rows that say as much as somebody's and name nobody, such as a contractor known by the company only."""
    names = {column.number for column in columns if column.field in NAME_FIELDS}
    mapped = {column.number for column in columns if column.field} - names
    return [
        row
        for row in grid.rows
        if band.bottom < row < band.end
        and len(mapped & grid.texts(row).keys()) >= MANY_CELLS
        and not names & grid.texts(row).keys()
        and not _repeats_headings(grid.texts(row), band.paths)
    ]


def find_leavers(grid: Grid, people: Sequence[PersonRow], columns: Sequence[Column]) -> frozenset[int]:
    """Rows whose look says that somebody left: struck through, or greyed where few rows are.

    Every other row grey is only a pattern, and so is grey on most.
    """
    named = [column.number for column in columns if column.field in NAME_FIELDS]
    struck = {one.row for one in people if any(grid.look(one.row, column).strike for column in named)}
    greyed = [one.row for one in people if _is_greyed(grid, one.row, columns)]
    rows = [one.row for one in people]
    places = [rows.index(row) for row in greyed]
    steps = [after - before for before, after in pairwise(places)]
    is_pattern = len(greyed) * 5 > len(rows) * 2 or (
        len(steps) >= 2 and set(steps) == {steps[0]} and steps[0] > 1
    )
    return frozenset(struck if is_pattern else struck | set(greyed))


def _is_greyed(grid: Grid, row: int, columns: Sequence[Column]) -> bool:
    filled = [column.number for column in columns if grid.cell(row, column.number).text]
    looks = [grid.look(row, column) for column in filled]
    grey = [look for look in looks if look.grey_fill or look.grey_font]
    return len(filled) > 1 and len(grey) >= 0.8 * len(filled)
