"""What every scorer gave, side by side, once the scores of a stage are open."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet

from core.domain.errors import require
from recruitment.domain.stage_results import Cell, points_in_words
from recruitment.domain.visibility import deny_view_of_results
from recruitment.enums import SheetStatus
from recruitment.models import (
    AgreedScore,
    Score,
    ScoreSheet,
    Stage,
    StageResult,
    Statement,
    VacancyCriterion,
)
from recruitment.selectors.masking import mask_for
from recruitment.selectors.my_panels import fields_for, hides_names
from recruitment.selectors.stages import ScoringFrame, get_frame


@dataclass(frozen=True, slots=True)
class GivenPoints:
    """What one scorer gave. ``label`` are the words of the scale as they stood then.

    ``is_later`` where the sheet was submitted after the scores had been opened, as a correction.
    """

    scorer: str
    points: int | None
    label: str
    note: str
    is_later: bool


@dataclass(frozen=True, slots=True)
class CellDetail:
    """One candidate on one criterion: the originals, what was agreed beside them, what it comes to."""

    criterion: VacancyCriterion
    number: int
    given: tuple[GivenPoints, ...]
    agreed: AgreedScore | None
    cell: Cell
    statement: str

    @property
    def shown(self) -> str:
        return "–" if self.cell.units is None else points_in_words(self.cell.units)


@dataclass(frozen=True, slots=True)
class CandidateCells:
    result: StageResult
    code: str
    name: str | None
    cells: tuple[CellDetail, ...]
    recused: tuple[str, ...]
    frame: ScoringFrame


def get_candidate_cells(
    stage: Stage, code: str, *, names: bool, criterion_id: int | None = None
) -> CandidateCells | None:
    """All cells of a candidate, or one; None where the stage has no such candidate or criterion.

    Raises ``NotAllowed`` while scores are sealed.
    """
    require(deny_view_of_results(stage.status))
    results = with_candidates(StageResult.objects.filter(stage=stage, application__code=code), names=names)
    if not results:
        return None
    (result,) = results
    frame = get_frame(stage)
    cells = _details(stage, result, frame, criterion_id)
    if not cells:
        return None
    recused = ScoreSheet.objects.filter(
        member__stage=stage, application=result.application_id, is_current=True, status=SheetStatus.RECUSED
    )
    return CandidateCells(
        result=result,
        code=result.application.code,
        name=result.application.person.full_name if names else None,
        cells=cells,
        recused=tuple(recused.order_by("pk").values_list("member__user__name", flat=True)),
        frame=frame,
    )


def with_candidates(results: QuerySet[StageResult], *, names: bool) -> list[StageResult]:
    """Results with the code of their candidate, and the name where it is wanted; nothing else of them."""
    columns = ["gate", "cells", "application__code"]
    if names:
        columns += ["application__person__given_name", "application__person__family_name"]
    related = "application__person" if names else "application"
    return list(results.select_related(related).only(*columns).order_by("pk"))


def _details(
    stage: Stage, result: StageResult, frame: ScoringFrame, criterion_id: int | None
) -> tuple[CellDetail, ...]:
    wanted = [(place, row) for place, row in enumerate(frame.rows) if criterion_id in {None, row.pk}]
    given = list_given(stage, [result.application_id])
    agreed = AgreedScore.objects.filter(stage=stage, application=result.application_id)
    agreed_on = {one.criterion_id: one for one in agreed.select_related("agreed_by")}
    statements = Statement.objects.filter(application=result.application_id)
    rows = list(statements.values(*fields_for(stage).statement))
    hide = mask_for(result.application_id) if rows and hides_names(stage) else str
    words = {row["criterion_id"]: hide(row["text"]) for row in rows}
    return tuple(
        CellDetail(
            criterion=row,
            number=place + 1,
            given=tuple(given[result.application_id, row.pk]),
            agreed=agreed_on.get(row.pk),
            cell=Cell(*result.cells[place]),
            statement=words.get(row.pk, ""),
        )
        for place, row in wanted
    )


def list_given(
    stage: Stage, application_ids: Collection[int]
) -> defaultdict[tuple[int, int], list[GivenPoints]]:
    """What everybody gave these candidates, by application and criterion, scorers in the panel's order."""
    scores = Score.objects.filter(
        sheet__member__stage=stage,
        sheet__application__in=application_ids,
        sheet__is_current=True,
        sheet__status=SheetStatus.SUBMITTED,
    )
    found: defaultdict[tuple[int, int], list[GivenPoints]] = defaultdict(list)
    for application_id, criterion_id, scorer, points, label, note, finished_at in scores.order_by(
        "sheet__member__added_at", "sheet__member_id", "pk"
    ).values_list(
        "sheet__application_id",
        "criterion_id",
        "sheet__member__user__name",
        "points",
        "label",
        "note",
        "sheet__finished_at",
    ):
        is_later = bool(finished_at and stage.unsealed_at and finished_at > stage.unsealed_at)
        found[application_id, criterion_id].append(GivenPoints(scorer, points, label, note, is_later))
    return found
