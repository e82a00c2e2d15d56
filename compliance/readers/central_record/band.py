"""Finds where the headings of a sheet stand, one to four rows deep, and the titles above each column."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from compliance.domain.central_record_fields import FIELDS, NAME_FIELDS
from compliance.domain.central_record_headings import (
    Heading,
    is_heading_like,
    plain_heading,
    read_heading,
)
from compliance.domain.central_record_titles import Aspect
from compliance.readers.central_record.sheets import MOST_ROWS, Grid

ROWS_TO_LOOK_AT = 25
MOST_DEEP = 4
FEWEST_HEADINGS = 3
FEWEST_IN_ANOTHER = 5
FEWEST_CHECKS = 2
LONGEST_HEADING = 160
LONGEST_GROUP = 60


@dataclass(frozen=True, slots=True)
class Band:
    """The rows of the headings, inclusive, and for each column its titles from the outermost inwards.

    Its table lies from ``start`` to before ``end``: a sheet may hold several, one below another.
    """

    top: int
    bottom: int
    paths: Mapping[int, tuple[str, ...]]
    start: int = 1
    end: int = MOST_ROWS + 1


def find_band(grid: Grid) -> Band | None:
    """The first heading band of a sheet; None for one without, such as a key or a list of choices."""
    first = grid.rows[0] if grid.rows else 0
    likely = {row: _likely(grid, row) for row in grid.rows if row <= first + ROWS_TO_LOOK_AT}
    enough = max(FEWEST_HEADINGS, max(likely.values(), default=0) / 2)
    for row in (row for row, number in likely.items() if number >= enough):
        top, bottom = _grow(grid, row)
        found = Band(top, bottom, _paths(grid, top, bottom))
        if _names_people(found):
            return found
    return None


def find_bands(grid: Grid) -> list[Band]:
    """The heading bands of a sheet from top to bottom; the same headings printed again are no other band."""
    first = find_band(grid)
    if first is None:
        return []
    bands = [first]
    for row in grid.rows:
        if row > bands[-1].bottom + 1 and _begins_another(grid, row, bands[-1]):
            top, bottom = _grow(grid, row)
            top = max(top, bands[-1].bottom + 2)
            paths = _paths(grid, top, bottom)
            if _names_people(found := Band(top, bottom, paths, start=bands[-1].bottom + 1)):
                bands[-1] = replace(bands[-1], end=top)
                bands.append(found)
    return bands


def _begins_another(grid: Grid, row: int, before: Band) -> bool:
    """Whether a row holds headings, and others than those above it."""
    texts = grid.texts(row)
    if len(texts) < FEWEST_IN_ANOTHER or any(not isinstance(grid.cell(row, one).value, str) for one in texts):
        return False
    fitting = sum(_could_head(grid, row, column) and not _is_value(texts[column]) for column in texts)
    if fitting < FEWEST_IN_ANOTHER or fitting < 0.8 * len(texts):
        return False
    new = [column for column, text in texts.items() if text not in before.paths.get(column, ())]
    return len(new) >= 2


def _paths(grid: Grid, top: int, bottom: int) -> dict[int, tuple[str, ...]]:
    columns = range(1, grid.last_column + 1)
    return {column: path for column in columns if (path := _path(grid, column, top, bottom))}


def _names_people(band: Band) -> bool:
    """A record has columns for names or for checks; lists of choices and tables of dates have neither."""
    fields = {field for path in band.paths.values() if (field := read_heading(path).field)}
    checks = [field for field in fields if FIELDS[field].core]
    return len(fields) >= FEWEST_HEADINGS and (
        bool(fields & set(NAME_FIELDS)) or len(checks) >= FEWEST_CHECKS
    )


def _likely(grid: Grid, row: int) -> int:
    """How many cells of a row could be headings, those that could not counted against it."""
    texts = grid.texts(row)
    fitting = sum(_could_head(grid, row, column) for column in texts)
    return fitting if fitting * 2 >= len(texts) else 0


def _could_head(grid: Grid, row: int, column: int) -> bool:
    value = grid.cell(row, column).value
    return isinstance(value, str) and len(value) <= LONGEST_HEADING and is_heading_like(value)


def _grow(grid: Grid, row: int) -> tuple[int, int]:
    """The band around its fullest row: sub-headings below it, group titles above."""
    bottom = row
    while bottom - row < MOST_DEEP - 1 and _continues_below(grid, bottom + 1):
        bottom += 1
    bottom = max(
        [
            bottom,
            *(merge.bottom for merge in grid.merges if merge.top <= row <= merge.bottom <= row + MOST_DEEP),
        ]
    )
    top = row
    while top > 1 and bottom - top < MOST_DEEP - 1 and _continues_above(grid, top - 1, bottom):
        top -= 1
    return top, bottom


def _continues_below(grid: Grid, row: int) -> bool:
    """Whether a row is still headings: nearly all its cells could be, and none is a value of somebody's."""
    texts = grid.texts(row)
    values = [grid.cell(row, column).value for column in texts]
    if not texts or any(not isinstance(value, str) or isinstance(value, date) for value in values):
        return _only_small_numbers(grid, row)
    fitting = sum(_could_head(grid, row, column) and not _is_value(text) for column, text in texts.items())
    return fitting >= 0.7 * len(texts) and not _has_row_values(texts.values())


def _only_small_numbers(grid: Grid, row: int) -> bool:
    """A row of 1 and 2 under *References* among headings is still one."""
    texts = grid.texts(row)
    values = [grid.cell(row, column).value for column in texts]
    numbers = [value for value in values if isinstance(value, int) and not isinstance(value, bool)]
    words = [text for column, text in texts.items() if _could_head(grid, row, column) and not _is_value(text)]
    return (
        bool(words)
        and all(1 <= number <= 3 for number in numbers)
        and len(numbers) + len(words) == len(values)
    )


def _is_value(text: str) -> bool:
    """Short words that stand in cells as well as in headings."""
    return plain_heading(text) in {
        "y",
        "n",
        "yes",
        "no",
        "x",
        "done",
        "seen",
        "complete",
        "completed",
        "clear",
        "name s",
    }


def _has_row_values(texts: object) -> bool:
    marks = [text for text in texts if _is_value(str(text))]  # type: ignore[attr-defined]
    return len(marks) > 1


def _continues_above(grid: Grid, row: int, bottom: int) -> bool:
    """Whether a row holds group titles: a few texts over many columns, none of them over all the sheet."""
    texts = {column: text for column, text in grid.texts(row).items() if not _spans_sheet(grid, row, column)}
    if not texts or any(not isinstance(grid.cell(row, column).value, str) for column in texts):
        return False
    if len(texts) >= len(grid.texts(bottom)) or any(len(text) > LONGEST_GROUP for text in texts.values()):
        return False
    groups = [column for column in texts if _could_head(grid, row, column) or _width(grid, row, column) > 1]
    return bool(groups) and (len(texts) > 1 or min(texts) > 2 or _width(grid, row, min(texts)) > 1)


def _width(grid: Grid, row: int, column: int) -> int:
    return next(
        (
            one.right - one.left + 1
            for one in grid.merges
            if one.top <= row <= one.bottom and one.left == column
        ),
        1,
    )


def _spans_sheet(grid: Grid, row: int, column: int) -> bool:
    """A title over (nearly) the whole sheet is no group."""
    return _width(grid, row, column) >= max(0.7 * grid.last_column, 3)


def _path(grid: Grid, column: int, top: int, bottom: int) -> tuple[str, ...]:
    """The titles of a column, each once. A title reaches over its merged cells; unmerged, to the next one."""
    titles: list[str] = []
    for row in range(top, bottom + 1):
        title = _title_over(grid, row, column, bottom)
        if title and (not titles or titles[-1] != title):
            titles.append(title)
    if not any(_own(grid, row, column) for row in range(top, bottom + 1)):
        return ()
    return tuple(titles)


def _own(grid: Grid, row: int, column: int) -> str:
    """The text in the cell itself, or in the cell it is merged into where that is in the same column."""
    if text := grid.cell(row, column).text:
        return text
    for one in grid.merges:
        if one.top <= row <= one.bottom and one.left == column:
            return grid.cell(one.top, one.left).text
    return ""


def _title_over(grid: Grid, row: int, column: int, bottom: int) -> str:
    for one in grid.merges:
        if one.top <= row <= one.bottom and one.left <= column <= one.right:
            spans = _spans_sheet(grid, one.top, one.left)
            return "" if spans else " ".join(grid.cell(one.top, one.left).text.split())
    if text := grid.cell(row, column).text:
        return " ".join(text.split())
    return "" if row == bottom else _reaching(grid, row, column, bottom)


def _reaching(grid: Grid, row: int, column: int, bottom: int) -> str:
    """An unmerged group title reaches right, over cells left empty above headings that need a subject."""
    own = grid.cell(bottom, column).text or next(
        (grid.cell(below, column).text for below in range(bottom, row, -1) if grid.cell(below, column).text),
        "",
    )
    if not own or not _needs_subject(own):
        return ""
    for left in range(column - 1, 0, -1):
        if any(one.top <= row <= one.bottom and one.left <= left <= one.right for one in grid.merges):
            return ""
        if text := grid.cell(row, left).text:
            return " ".join(text.split())
    return ""


def _needs_subject(text: str) -> bool:
    heading: Heading = read_heading([text])
    return heading.field is None or heading.subject == "meta" or heading.aspect in {Aspect.DATE, Aspect.BY}
