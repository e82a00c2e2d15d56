"""Candidates of an unsealed stage in their order, ranked by the database from the results kept for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum, Value, Window
from django.db.models.expressions import OrderBy
from django.db.models.functions import Coalesce, Rank

from core.domain.errors import require
from recruitment.domain.scoring import Gate
from recruitment.domain.visibility import deny_view_of_results
from recruitment.enums import ApplicationStatus, StageKind
from recruitment.models import Application, Decision, Stage, StageResult
from recruitment.selectors.stages import ScoringFrame, get_frame

PAGE_SIZE = 250

# Complete before incomplete, the gate met before not met before open (as it happens, by the alphabet), then
# the points. The index of the table stands in this order.
BEST_FIRST = (
    F("is_complete").desc(),
    F("gate").asc(),
    F("total_units").desc(),
    F("essential_units").desc(),
)
RANKED = Q(is_complete=True, gate=Gate.MET)


class Show(StrEnum):
    """Which candidates a list is narrowed to."""

    ALL = "all"
    MET = "met"
    NOT_MET = "not_met"
    INCOMPLETE = "incomplete"
    TO_DISCUSS = "discuss"


NARROWED = {
    Show.MET: RANKED,
    Show.NOT_MET: Q(is_complete=True, gate=Gate.NOT_MET),
    Show.INCOMPLETE: Q(is_complete=False),
    Show.TO_DISCUSS: Q(discuss_count__gt=0),
}


@dataclass(frozen=True, slots=True)
class Line:
    """The line candidates are suggested above: fewest units, and of these fewest units on essentials.

    ``percent`` is set where somebody asked for a line there; otherwise it lies at the number to interview.
    """

    total_units: int
    essential_units: int = 0
    percent: int | None = None

    def has_above(self, total_units: int, essential_units: int) -> bool:
        return (total_units, essential_units) >= (self.total_units, self.essential_units)


@dataclass(frozen=True, slots=True)
class RankedRow:
    """One candidate. Percents are None until every score is there; a rank also needs every essential met.

    ``status`` is where the application stands now, ``outcome`` what was decided at this stage, if anything.
    """

    result_id: int
    application_id: int
    code: str
    name: str | None
    status: str
    outcome: str
    is_late: bool
    is_complete: bool
    gate: str
    rank: int | None
    total_percent: float | None
    essential_percent: float | None
    desirable_percent: float | None
    essentials_met: int
    failing: tuple[int, ...]
    sheet_count: int
    discuss_count: int
    is_above_line: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """How the stage stands as a whole, whatever a list is narrowed to. Withdrawn candidates are apart."""

    candidates: int
    complete: int
    ranked: int
    to_discuss: int
    cells_to_discuss: int
    withdrawn: int
    above_line: int

    @property
    def complete_text(self) -> str:
        return f"{self.complete} of {self.candidates}"

    @property
    def complete_hint(self) -> str:
        """What keeps a candidate from being one of them, although every sheet may be in."""
        return "the panel has points to agree on the others" if self.complete < self.candidates else ""

    @property
    def ranked_hint(self) -> str:
        return f"{self.ranked} meet{'s' if self.ranked == 1 else ''} every essential"

    @property
    def discuss_hint(self) -> str:
        """Nothing where nobody has anything to discuss: the figure says it."""
        if not self.to_discuss:
            return ""
        return f"on {self.to_discuss} candidate{'' if self.to_discuss == 1 else 's'}"

    @property
    def withdrawn_hint(self) -> str:
        return f"{self.withdrawn} withdrew" if self.withdrawn else ""


@dataclass(frozen=True, slots=True)
class Ranking:
    rows: tuple[RankedRow, ...]
    count: int
    line: Line
    summary: Summary
    frame: ScoringFrame


def list_ranked(
    stage: Stage,
    *,
    names: bool = False,
    show: Show = Show.ALL,
    line_percent: int | None = None,
    page: int = 1,
    page_size: int | None = PAGE_SIZE,
) -> Ranking:
    """One page of candidates, best first, those outside the ranking last. All pages without a page size.

    Raises ``NotAllowed`` while scores are sealed. Names only where the caller may show them.
    """
    require(deny_view_of_results(stage.status))
    frame = get_frame(stage)
    line = find_line(stage, frame, line_percent)
    summary = summarise(stage, line)
    count = count_shown(stage, summary, show)
    places = list_places(stage, show=show, window=page_window(page, page_size, count))
    found = fetch_rows(places, frame, line, names=names)
    return Ranking(tuple(row for row, _ in found), count, line, summary, frame)


def rank_stage(stage: Stage) -> dict[int, int]:
    """The rank of every application that takes part in the ranking, by its id."""
    ranked = results_of(stage).filter(RANKED)
    places = ranked.annotate(place=Window(Rank(), order_by=BEST_FIRST))
    return dict(places.order_by("place", "application_id").values_list("application_id", "place"))


def results_of(stage: Stage) -> QuerySet[StageResult]:
    """Results of a stage; who has withdrawn takes no part any more."""
    return StageResult.objects.filter(stage=stage).exclude(application__in=withdrawn_from(stage))


def withdrawn_from(stage: Stage) -> QuerySet[Application]:
    """Few as a rule: asked for once as a list, where a join would look at every application."""
    return Application.objects.filter(vacancy_id=stage.vacancy_id, status=ApplicationStatus.WITHDRAWN)


def count_shown(stage: Stage, summary: Summary, show: Show) -> int:
    """How many candidates a list has, all its pages together."""
    return summary.candidates if show == Show.ALL else results_of(stage).filter(NARROWED[show]).count()


def page_window(page: int, page_size: int | None, count: int) -> slice:
    """The rows of the page; of the last one where there are not that many, of all without a page size."""
    if page_size is None:
        return slice(None)
    first = (min(page, max(ceil(count / page_size), 1)) - 1) * page_size
    return slice(first, first + page_size)


def list_places(
    stage: Stage,
    *,
    show: Show = Show.ALL,
    order: Sequence[OrderBy] = (),
    window: slice = slice(None),
) -> list[tuple[int, int]]:
    """Result ids with their place among all results of the stage, in order; narrowed after placing."""
    placed = results_of(stage)
    if show == Show.ALL and not order and window.stop is not None:
        # A rank depends on those before it alone: of a page, nobody after it need be looked at.
        until = placed.order_by(*BEST_FIRST, "application_id").values("pk")[: window.stop]
        placed = StageResult.objects.filter(pk__in=until)
    placed = placed.annotate(place=Window(Rank(), order_by=BEST_FIRST))
    if show != Show.ALL:
        # Part of an "or" with the place, the condition cannot slip below the window and renumber it.
        placed = placed.filter(Q(place=0) | NARROWED[show])
    ordered = placed.order_by(*order, *BEST_FIRST, "application_id")
    return list(ordered.values_list("pk", "place")[window])


def fetch_rows(
    places: Sequence[tuple[int, int]],
    frame: ScoringFrame,
    line: Line,
    *,
    names: bool,
    with_cells: bool = False,
) -> list[tuple[RankedRow, list[tuple[int | None, str]]]]:
    """The rows behind these places, in their order, with the cells of the grid where they are wanted."""
    columns = [*COLUMNS, "application__person__given_name", "application__person__family_name"]
    decided = Decision.objects.filter(
        stage=OuterRef("stage"), application=OuterRef("application"), is_current=True
    )
    found = StageResult.objects.filter(pk__in=[pk for pk, _ in places]).annotate(
        outcome=Coalesce(Subquery(decided.values("outcome")[:1]), Value(""))
    )
    values = found.values("pk", *(columns if names else COLUMNS), *(["cells"] if with_cells else []))
    by_id = {row["pk"]: row for row in values}
    return [(_as_row(by_id[pk], place, frame, line), by_id[pk].get("cells", [])) for pk, place in places]


COLUMNS = (
    "application_id",
    "application__code",
    "application__status",
    "application__is_late",
    "is_complete",
    "gate",
    "total_units",
    "essential_units",
    "desirable_units",
    "essentials_met",
    "failing",
    "sheet_count",
    "discuss_count",
    "outcome",
)


def _as_row(row: dict[str, Any], place: int, frame: ScoringFrame, line: Line) -> RankedRow:
    is_ranked = row["is_complete"] and row["gate"] == Gate.MET
    total, essential = row["total_units"], row["essential_units"]
    given = row.get("application__person__given_name")
    return RankedRow(
        result_id=row["pk"],
        application_id=row["application_id"],
        code=row["application__code"],
        name=None if given is None else f"{given} {row['application__person__family_name']}",
        status=row["application__status"],
        outcome=row["outcome"],
        is_late=row["application__is_late"],
        is_complete=row["is_complete"],
        gate=row["gate"],
        rank=place if is_ranked else None,
        total_percent=percent_of(total, frame.total_units_max),
        essential_percent=percent_of(essential, frame.essential_units_max),
        desirable_percent=percent_of(row["desirable_units"], frame.desirable_units_max),
        essentials_met=row["essentials_met"],
        failing=tuple(row["failing"]),
        sheet_count=row["sheet_count"],
        discuss_count=row["discuss_count"],
        is_above_line=is_ranked and line.has_above(total, essential),
    )


def percent_of(units: int | None, units_max: int) -> float | None:
    """Units as a percent with one decimal, as ``percent_one_decimal`` rounds; None where there are none."""
    if units is None or not units_max:
        return None
    return (2_000 * units + units_max) // (2 * units_max) / 10


def find_line(stage: Stage, frame: ScoringFrame, percent: int | None = None) -> Line:
    """The line asked for, else at the last place to interview: below everybody where all have a place."""
    if percent is not None:
        return Line(ceil(Fraction(frame.total_units_max * percent, 100)), 0, percent)
    places = 1 if stage.kind == StageKind.INTERVIEW else stage.vacancy.shortlist_size
    if not places:
        return Line(frame.total_units_max + 1)
    ranked = results_of(stage).filter(RANKED).order_by(*BEST_FIRST, "application_id")
    mark = ranked.values_list("total_units", "essential_units")[places - 1 : places]
    total_units, essential_units = next(iter(mark), (0, 0))
    return Line(total_units or 0, essential_units or 0)


def summarise(stage: Stage, line: Line) -> Summary:
    """All the counts of the stage."""
    reaches = Q(total_units__gt=line.total_units) | Q(
        total_units=line.total_units, essential_units__gte=line.essential_units
    )
    counts = results_of(stage).aggregate(
        candidates=Count("pk"),
        complete=Count("pk", filter=Q(is_complete=True)),
        ranked=Count("pk", filter=RANKED),
        to_discuss=Count("pk", filter=Q(discuss_count__gt=0)),
        cells_to_discuss=Sum("discuss_count", default=0),
        above_line=Count("pk", filter=RANKED & reaches),
    )
    withdrawn = withdrawn_from(stage).filter(results__stage=stage).count()
    return Summary(**counts, withdrawn=withdrawn)
