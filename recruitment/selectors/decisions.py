"""What a person has before them when they decide about the candidates of a stage."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet, Window
from django.db.models.functions import Rank

from recruitment.domain.decisions import suggest_outcome, suggest_reason
from recruitment.domain.scoring import Gate, percent_one_decimal
from recruitment.enums import ApplicationStatus
from recruitment.models import Decision, Stage, StageResult
from recruitment.selectors.stages import ScoringFrame, get_frame


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One candidate: where the scores put them, what is suggested, what has been decided."""

    application_id: int
    code: str
    name: str
    status_label: str
    wants_guaranteed_interview: bool
    is_complete: bool
    gate: str
    failing: tuple[str, ...]
    essentials_met: int
    total_percent: float | None
    rank: int | None
    suggested_outcome: str
    suggested_reason: str
    decision: Decision | None


def results_to_decide(stage: Stage) -> QuerySet[StageResult]:
    """Results of a stage by rank, those outside the ranking last, withdrawn candidates left out."""
    is_ranked = ExpressionWrapper(Q(is_complete=True, gate=Gate.MET), output_field=BooleanField())
    return (
        StageResult.objects.filter(stage=stage)
        .exclude(application__status=ApplicationStatus.WITHDRAWN)
        .annotate(is_ranked=is_ranked)
        .annotate(
            place=Window(
                Rank(),
                order_by=[F("is_ranked").desc(), F("total_units").desc(), F("essential_units").desc()],
            )
        )
        .select_related("application__person")
        .order_by("place", "application__code", "application_id")
    )


def build_decision_rows(stage: Stage, results: list[StageResult]) -> list[DecisionRow]:
    """The rows of one page; ``results`` come from ``results_to_decide``."""
    frame = get_frame(stage)
    words = {row.pk: row.text for row in frame.rows}
    decisions = {
        decision.application_id: decision
        for decision in Decision.objects.filter(
            stage=stage, is_current=True, application__in=[result.application_id for result in results]
        ).select_related("decided_by")
    }
    return [_row(stage, frame, words, result, decisions.get(result.application_id)) for result in results]


def _row(
    stage: Stage,
    frame: ScoringFrame,
    words: Mapping[int, str],
    result: StageResult,
    decision: Decision | None,
) -> DecisionRow:
    application = result.application
    rank = result.place if result.is_ranked else None
    failing = tuple(words[int(key)] for key in result.failing)
    total = (
        percent_one_decimal(_share(result.total_units, frame.total_units_max)) if result.is_complete else None
    )
    outcome = suggest_outcome(stage_kind=stage.kind, rank=rank, places=stage.vacancy.shortlist_size)
    return DecisionRow(
        application_id=application.pk,
        code=application.code,
        name=application.person.full_name,
        status_label=application.get_status_display(),
        wants_guaranteed_interview=application.wants_guaranteed_interview,
        is_complete=result.is_complete,
        gate=result.gate,
        failing=failing,
        essentials_met=result.essentials_met,
        total_percent=total,
        rank=rank,
        suggested_outcome=outcome,
        suggested_reason=suggest_reason(outcome=outcome, failing=failing, total_percent=total, rank=rank),
        decision=decision,
    )


def _share(units: int | None, units_max: int) -> Fraction | None:
    return Fraction(units, units_max) if units is not None and units_max else None
