"""Every scorer's points of an unsealed stage, as files need them: one ordered query."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from core.domain.errors import require
from recruitment.domain.visibility import deny_view_of_results
from recruitment.enums import ApplicationStatus, SheetStatus
from recruitment.models import AgreedScore, Score, Stage


class ScoreLine(NamedTuple):
    """One score. ``points`` is None where the scorer could not tell."""

    code: str
    scorer: str
    criterion_id: int
    points: int | None
    note: str


class ScorerRow(NamedTuple):
    """What one scorer gave one candidate, by criterion id."""

    code: str
    scorer: str
    points: dict[int, int | None]


def iter_scores(stage: Stage) -> Iterator[ScoreLine]:
    """Every score of every submitted sheet in force, by candidate, scorer and criterion.

    Raises ``NotAllowed`` while scores are sealed.
    """
    require(deny_view_of_results(stage.status))
    scores = (
        Score.objects.filter(
            sheet__member__stage=stage, sheet__is_current=True, sheet__status=SheetStatus.SUBMITTED
        )
        .exclude(sheet__application__status=ApplicationStatus.WITHDRAWN)
        .order_by("sheet__application_id", "sheet_id", "criterion__position", "pk")
        .values_list(
            "sheet__application__code", "sheet__member__user__name", "criterion_id", "points", "note"
        )
    )
    return map(ScoreLine._make, scores.iterator(chunk_size=5000))


def iter_scorer_rows(stage: Stage) -> Iterator[ScorerRow]:
    """The same, one row for each candidate and scorer."""
    for (code, scorer), lines in groupby(iter_scores(stage), key=lambda line: (line.code, line.scorer)):
        yield ScorerRow(code, scorer, {line.criterion_id: line.points for line in lines})


def list_agreed(stage: Stage) -> list[AgreedScore]:
    """Points agreed after unsealing, by candidate and criterion. Raises ``NotAllowed`` while sealed."""
    require(deny_view_of_results(stage.status))
    return list(
        AgreedScore.objects.filter(stage=stage)
        .select_related("application", "criterion", "agreed_by")
        .order_by("application_id", "criterion__position", "pk")
    )
