"""What the panel should talk about, first what could change who is above the line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.domain.errors import require
from recruitment.domain.discussion import Consequence, Discussion
from recruitment.domain.scoring import Gate
from recruitment.domain.stage_results import Cell
from recruitment.domain.visibility import deny_view_of_results
from recruitment.models import AgreedScore, Stage, StageResult, VacancyCriterion
from recruitment.selectors.cells import GivenPoints, list_given, with_candidates
from recruitment.selectors.ranking import Line, find_line, results_of
from recruitment.selectors.stages import ScoringFrame, get_frame

CANDIDATES_AT_MOST = 250
AGREED_AT_MOST = 250
FALLS = "could fall below the line"
RISES = "could come above the line"
BOUNDS = ("is_complete", "gate", "total_units", "essential_units", "worst_units", "best_units")


@dataclass(frozen=True, slots=True)
class DiscussionItem:
    """One cell to settle. ``crosses_line`` where settling this candidate could move them over the line."""

    application_id: int
    code: str
    name: str | None
    criterion: VacancyCriterion
    given: tuple[GivenPoints, ...]
    reason: str
    crosses_line: str
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AgreedItem:
    """One cell that is settled; ``name`` is empty where names are not shown."""

    code: str
    criterion_id: int
    criterion: str
    points: int
    reason: str
    name: str


@dataclass(frozen=True, slots=True)
class DiscussionPage:
    """``candidates`` counts all that have something to settle, however many of them are listed."""

    items: tuple[DiscussionItem, ...]
    candidates: int
    crossing: int
    frame: ScoringFrame

    @property
    def is_robust(self) -> bool:
        """Whether nothing that could be agreed would change who is above the line."""
        return not self.crossing


def get_discussion(stage: Stage, *, names: bool) -> DiscussionPage:
    """Cells to settle of up to 250 candidates, those who could cross the line first.

    Raises ``NotAllowed`` while scores are sealed.
    """
    require(deny_view_of_results(stage.status))
    frame = get_frame(stage)
    line = find_line(stage, frame)
    unsettled = results_of(stage).filter(discuss_count__gt=0).order_by("pk")
    crossing = {result.pk: line_crossed(result, line) for result in unsettled.only(*BOUNDS)}
    first = sorted(crossing, key=lambda pk: (not crossing[pk], pk))[:CANDIDATES_AT_MOST]
    listed = with_candidates(StageResult.objects.filter(pk__in=first), names=names)
    given = list_given(stage, [result.application_id for result in listed])
    items = [
        item
        for result in listed
        for item in _items_of(result, frame, given, names=names, crosses=crossing[result.pk])
    ]
    items.sort(key=lambda item: item.order)
    return DiscussionPage(tuple(items), len(crossing), sum(map(bool, crossing.values())), frame)


def list_agreed(stage: Stage, *, code: str = "", names: bool) -> tuple[AgreedItem, ...]:
    """What the panel has agreed, of everybody or of one candidate, the newest first.

    Raises ``NotAllowed`` while scores are sealed.
    """
    require(deny_view_of_results(stage.status))
    agreed = AgreedScore.objects.filter(stage=stage, **({"application__code": code} if code else {}))
    columns = ("application__code", "criterion_id", "criterion__text", "points", "reason")
    person = ("application__person__given_name", "application__person__family_name") if names else ()
    rows = agreed.order_by("-agreed_at", "-pk").values_list(*columns, *person)[:AGREED_AT_MOST]
    return tuple(
        AgreedItem(code, criterion_id, criterion, points, reason, " ".join(name))
        for code, criterion_id, criterion, points, reason, *name in rows
    )


def line_crossed(result: StageResult, line: Line) -> str:
    """How settling everything open for a candidate could move them over the line; empty if it cannot."""
    is_ranked = result.is_complete and result.gate == Gate.MET
    if is_ranked and line.has_above(result.total_units or 0, result.essential_units or 0):
        return FALLS if result.worst_units is None or result.worst_units < line.total_units else ""
    return RISES if result.best_units is not None and result.best_units >= line.total_units else ""


def _items_of(
    result: StageResult,
    frame: ScoringFrame,
    given: Mapping[tuple[int, int], list[GivenPoints]],
    *,
    names: bool,
    crosses: str,
) -> Iterable[DiscussionItem]:
    application = result.application
    for row, kept in zip(frame.rows, result.cells, strict=True):
        cell = Cell(*kept)
        if not cell.is_to_discuss:
            continue
        points = tuple(given.get((result.application_id, row.pk), ()))
        reason, order = _reason(result, frame, row, points)
        yield DiscussionItem(
            application_id=result.application_id,
            code=application.code,
            name=application.person.full_name if names else None,
            criterion=row,
            given=points,
            reason=reason,
            crosses_line=crosses,
            order=(not crosses, *order, result.application_id, row.position),
        )


def _reason(
    result: StageResult, frame: ScoringFrame, row: VacancyCriterion, given: tuple[GivenPoints, ...]
) -> tuple[str, tuple[int, int]]:
    """Why to talk about the cell, and what to order it by: what it could change, then how much."""
    known = sorted(one.points for one in given if one.points is not None)
    unsure = len(given) - len(known)
    if unsure:
        words = (
            f"{unsure} of {len(given)} could not tell. The candidate is not scored in full until you agree."
        )
        swing = row.weight * (frame.scale.max_points - frame.scale.min_points)
        return words, (
            Consequence.DECIDES_THE_GATE if row.is_essential else Consequence.MOVES_THE_TOTAL,
            -swing,
        )
    difference = Discussion(
        application=result.application_id,
        criterion=row.pk,
        points=tuple(known),
        threshold=frame.threshold if row.is_essential else None,
        gate=Gate(result.gate),
        swing=row.weight * (known[-1] - known[0]),
    )
    return difference.reason, (difference.consequence, -difference.swing)
