"""Cells of the matrix as plain strings: thousands of them on a page.

A cell is ``<td class="k-missing">Missing</td>``: the word says it, the theme adds icon and colour.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import batched, groupby
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from cpd.domain.training_matrix import BASIS_WORDS, STATE_LABELS, TROUBLE, CellState, Column
from cpd.domain.training_rules import Basis
from cpd.selectors.training_matrix import MatrixRow

ROWS_A_CHUNK = 100
CLASSES: Mapping[CellState, str] = {
    CellState.EXPIRED: "k-expired",
    CellState.MISSING: "k-missing",
    CellState.DUE_SOON: "k-expiring",
    CellState.VALID: "k-complete",
    CellState.NO_EXPIRY: "k-complete",
    CellState.NOT_REQUIRED: "k-not_required",
}
_ONE_DAY = timedelta(days=1)
_ANY_PK = 987654321


def build_head(columns: Sequence[Column], *, is_paper: bool = False) -> SafeString:
    """Who sets each course, then the courses with their interval."""
    groups = "".join(
        f'<th scope="colgroup" colspan="{len(list(some))}">{BASIS_WORDS[basis]}</th>'
        for basis, some in groupby(columns, key=lambda column: column.rule.basis if column.rule else None)
        if basis is not None
    )
    own = sum(column.rule is None for column in columns)
    groups += f'<th scope="colgroup" colspan="{own}">The school’s own</th>' if own else ""
    heads = "".join(
        f'<th scope="col" data-criterion="{column.course_id}">{escape(column.name)}'
        f"<small>{interval_in_words(column)}</small></th>"
        for column in columns
    )
    css = "" if is_paper else ' class="who"'
    return mark_safe(  # noqa: S308 (every part is escaped where it is made)
        f'<tr class="groups"><td></td>{groups}</tr><tr><th scope="col"{css}>Name</th>{heads}</tr>'
    )


def interval_in_words(column: Column) -> str:
    """How often it is renewed, and that policy says so where the training itself is law or guidance."""
    words = _how_often(column)
    is_own = column.rule is not None and column.basis == Basis.POLICY != column.rule.basis
    return f"{words}, by policy" if is_own else words


def _how_often(column: Column) -> str:
    if column.months is None:
        return "once"
    years, months = divmod(column.months, 12)
    if months:
        return f"every {column.months} months" if column.months > 1 else "every month"
    return "every year" if years == 1 else f"every {years} years"


def build_rows(
    rows: Iterable[MatrixRow], places: Sequence[int], *, query: Mapping[str, str]
) -> Iterator[SafeString]:
    """The body of the table in chunks; the cells of the courses at these places."""
    before, after = reverse("cpd:training-person", args=[_ANY_PK]).split(str(_ANY_PK))
    tail = f"{after}?{urlencode(query)}" if query else after
    for chunk in batched(rows, ROWS_A_CHUNK):
        written = (_row(row, places, address=f"{before}{row.engagement_id}{tail}") for row in chunk)
        yield mark_safe("".join(written))  # noqa: S308 (every part is escaped where it is made)


def build_paper_rows(rows: Iterable[MatrixRow], places: Sequence[int]) -> Iterator[SafeString]:
    """The same for paper, without links: words in black and white say it all, and nothing says nothing."""
    for chunk in batched(rows, ROWS_A_CHUNK):
        written = (_paper_row(row, places) for row in chunk)
        yield mark_safe("".join(written))  # noqa: S308 (every part is escaped where it is made)


def _paper_row(row: MatrixRow, places: Sequence[int]) -> str:
    who = f'<th scope="row">{escape(row.name)}<small>{escape(row.job_title)}</small></th>'
    cells = "".join(_paper_cell(row.cells[place].state, row.cells[place].due_date) for place in places)
    return f"<tr>{who}{cells}</tr>"


@lru_cache(maxsize=8192)
def _paper_cell(state: CellState, due_date: date | None) -> str:
    if state == CellState.NOT_REQUIRED:
        return '<td class="quiet">–<span class="visually-hidden"> not required</span></td>'
    words = STATE_LABELS[state]
    shown = words if state == CellState.VALID else f"<strong>{words}</strong>"
    if due_date is None:
        return f"<td>{shown}</td>"
    day = due_date if state in TROUBLE else due_date - _ONE_DAY
    return f"<td>{shown}<br>{day:%d/%m/%Y}</td>"


def _row(row: MatrixRow, places: Sequence[int], *, address: str) -> str:
    name, url = escape(row.name), escape(address)
    cells = "".join(
        _cell(row.cells[place].state, row.cells[place].due_date, bool(row.cells[place].why))
        for place in places
    )
    who = f'<th scope="row"><a href="{url}">{name}</a><small>{escape(row.job_title)}</small></th>'
    return f'<tr data-url="{url}">{who}{cells}</tr>'


@lru_cache(maxsize=8192)
def _cell(state: CellState, due_date: date | None, is_asked: bool) -> str:  # noqa: FBT001
    """Word and day; each of the few different ones there are is made once."""
    parts = [f"<small>{day_in_words(state, due_date)}</small>"] if due_date else []
    if not is_asked and state != CellState.NOT_REQUIRED:
        parts.append("<small>not asked</small>")
    return f'<td class="{CLASSES[state]}">{STATE_LABELS[state]}{"".join(parts)}</td>'


def day_in_words(state: CellState, due_date: date) -> str:
    """The last valid day; or the first on which it no longer counts; or by when it is wanted."""
    if state == CellState.MISSING:
        return f"by {due_date:%d/%m/%Y}"
    if state == CellState.EXPIRED:
        return f"on {due_date:%d/%m/%Y}"
    return f"to {due_date - _ONE_DAY:%d/%m/%Y}"
