"""The candidate × criterion grid of an unsealed stage, for the page and for every file made of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from django.db.models import BigIntegerField, F
from django.db.models.expressions import OrderBy
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast

from core.domain.errors import require
from recruitment.domain.visibility import deny_view_of_results
from recruitment.models import Stage, VacancyCriterion
from recruitment.selectors.ranking import (
    PAGE_SIZE,
    Line,
    RankedRow,
    Show,
    Summary,
    count_shown,
    fetch_rows,
    find_line,
    list_places,
    page_window,
    summarise,
)
from recruitment.selectors.stages import ScoringFrame, get_frame


class GridCell(NamedTuple):
    """Points in parts of ``UNIT_BASE`` (None: not scored in full) and the letters of ``Mark``."""

    units: int | None
    marks: str


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A criterion as the head of a column; ``place`` is where its cell stands in what is kept of a row."""

    criterion: VacancyCriterion
    place: int


@dataclass(frozen=True, slots=True)
class GridRow:
    """A candidate: where they stand, and a cell for each column."""

    standing: RankedRow
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """``groups`` are the headings over the columns, each with how many of them it covers."""

    columns: tuple[GridColumn, ...]
    groups: tuple[tuple[str, int], ...]
    rows: tuple[GridRow, ...]
    count: int
    line: Line
    summary: Summary
    frame: ScoringFrame


def get_grid(
    stage: Stage,
    *,
    names: bool = False,
    desirables: bool = True,
    show: Show = Show.ALL,
    sort: str = "rank",
    line_percent: int | None = None,
    page: int = 1,
    page_size: int | None = PAGE_SIZE,
) -> Grid:
    """One page of the grid, or all of it without a page size. Essentials stand before desirables.

    ``sort`` is ``rank``, ``code``, ``essentials`` or the id of a criterion, best first. Raises
    ``NotAllowed`` while scores are sealed. Names only where the caller may show them.
    """
    require(deny_view_of_results(stage.status))
    frame = get_frame(stage)
    line = find_line(stage, frame, line_percent)
    summary = summarise(stage, line)
    columns = arrange_columns(frame, desirables=desirables)
    count = count_shown(stage, summary, show)
    places = list_places(
        stage, show=show, order=_order_of(sort, columns), window=page_window(page, page_size, count)
    )
    rows = tuple(
        GridRow(standing, tuple(GridCell(*cells[column.place]) for column in columns))
        for standing, cells in fetch_rows(places, frame, line, names=names, with_cells=True)
    )
    return Grid(columns, group_columns(columns), rows, count, line, summary, frame)


def arrange_columns(frame: ScoringFrame, *, desirables: bool) -> tuple[GridColumn, ...]:
    """Essentials first, then desirables if wanted; under their headings in the order these first appear."""
    every = [GridColumn(row, place) for place, row in enumerate(frame.rows)]
    headings = list(dict.fromkeys(column.criterion.section for column in every))
    wanted = [column for column in every if desirables or column.criterion.is_essential]
    return tuple(
        sorted(
            wanted,
            key=lambda column: (
                not column.criterion.is_essential,
                headings.index(column.criterion.section),
                column.place,
            ),
        )
    )


def group_columns(columns: Sequence[GridColumn]) -> tuple[tuple[str, int], ...]:
    """Headings over neighbouring columns; an essential and a desirable never share one."""
    key = [(column.criterion.is_essential, column.criterion.section) for column in columns]
    return tuple((section, len(list(some))) for (_, section), some in groupby(key))


def _order_of(sort: str, columns: Sequence[GridColumn]) -> tuple[OrderBy, ...]:
    if sort == "code":
        return (F("application_id").asc(),)
    if sort == "essentials":
        return (F("essentials_met").desc(),)
    for column in columns:
        if sort == str(column.criterion.pk):
            points = KeyTextTransform("0", KeyTransform(str(column.place), "cells"))
            return (Cast(points, BigIntegerField()).desc(nulls_last=True),)
    return ()
