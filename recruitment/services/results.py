"""Writes down what the pure rule says of applications whose scores are open, so that pages need not ask."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import batched

from recruitment.domain.agreement import measure_agreement
from recruitment.domain.scoring import Key, Sheet
from recruitment.domain.stage_results import KeptResult, count_close_pairs, keep_result
from recruitment.enums import SheetStatus
from recruitment.models import AgreedScore, PanelAgreement, Score, ScoreSheet, Stage, StageResult
from recruitment.selectors.stages import ScoringFrame, get_frame

ROWS_AT_A_TIME = 500
KEPT = [
    name for name in (f.name for f in StageResult._meta.fields) if name not in {"id", "stage", "application"}
]


@dataclass(slots=True)
class Material:
    """What is known of one application: each scorer's points, where there are notes, what was agreed."""

    sheets: dict[int, dict[Key, int | None]] = field(default_factory=dict)
    noted: set[Key] = field(default_factory=set)
    agreed: dict[Key, int | None] = field(default_factory=dict)


def write_results(*, stage: Stage, application_ids: Iterable[int]) -> None:
    """Score these applications anew and keep the results. Units are exact parts of ``UNIT_BASE``."""
    frame = get_frame(stage)
    for some in batched(application_ids, ROWS_AT_A_TIME):
        StageResult.objects.bulk_create(
            [
                _as_row(stage, application_id, _score(frame, application_id, material))
                for application_id, material in _gather(stage, some)
            ],
            update_conflicts=True,
            unique_fields=["stage", "application"],
            update_fields=KEPT,
        )


def refresh_result(*, stage: Stage, application_id: int) -> None:
    """Keep the result of one application after its scores, or what is agreed on it, have changed."""
    write_results(stage=stage, application_ids=[application_id])


def refresh_after_scoring(*, stage: Stage, application_id: int) -> None:
    """As ``refresh_result``, where a scorer's own points changed: the panel's agreement follows too."""
    refresh_result(stage=stage, application_id=application_id)
    write_agreement(stage=stage)


def write_agreement(*, stage: Stage) -> None:
    """Work out anew how far the scorers agreed, from every current sheet; what they agreed later is apart."""
    scores = Score.objects.filter(
        sheet__member__stage=stage, sheet__is_current=True, sheet__status=SheetStatus.SUBMITTED
    )
    by_scorer: defaultdict[Key, dict[Key, int | None]] = defaultdict(dict)
    by_cell: defaultdict[Key, list[int]] = defaultdict(list)
    for scorer, application_id, criterion_id, points in scores.values_list(
        "sheet__member__user_id", "sheet__application_id", "criterion_id", "points"
    ).iterator(chunk_size=5_000):
        cell = f"{application_id}-{criterion_id}"
        by_scorer[scorer][cell] = points
        if points is not None:
            by_cell[cell].append(points)
    agreement = measure_agreement(by_scorer)
    pairs, close = count_close_pairs(by_cell.values())
    low, high = agreement.interval or (None, None)
    PanelAgreement.objects.update_or_create(
        stage=stage,
        defaults={
            "method": agreement.method,
            "value": _as_decimal(agreement.value),
            "interval_low": _as_decimal(low),
            "interval_high": _as_decimal(high),
            "label": agreement.label or "",
            "rated_items": agreement.rated_items,
            "pairs": pairs,
            "pairs_within_one": close,
        },
    )


def _as_decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _gather(stage: Stage, application_ids: tuple[int, ...]) -> Iterator[tuple[int, Material]]:
    """The material of each application, from three queries however many there are."""
    found: defaultdict[int, Material] = defaultdict(Material)
    current = {"member__stage": stage, "is_current": True, "status": SheetStatus.SUBMITTED}
    sheets = ScoreSheet.objects.filter(application_id__in=application_ids, **current)
    for application_id, sheet_id in sheets.order_by("pk").values_list("application_id", "pk"):
        found[application_id].sheets[sheet_id] = {}
    scores = Score.objects.filter(sheet__in=sheets).order_by("pk")
    for application_id, sheet_id, criterion_id, points, note in scores.values_list(
        "sheet__application_id", "sheet_id", "criterion_id", "points", "note"
    ).iterator(chunk_size=5_000):
        material = found[application_id]
        material.sheets[sheet_id][criterion_id] = points
        if note:
            material.noted.add(criterion_id)
    agreed = AgreedScore.objects.filter(stage=stage, application_id__in=application_ids)
    for application_id, criterion_id, points in agreed.values_list(
        "application_id", "criterion_id", "points"
    ):
        found[application_id].agreed[criterion_id] = points
    return ((application_id, found[application_id]) for application_id in application_ids)


def _score(frame: ScoringFrame, application_id: int, material: Material) -> KeptResult:
    return keep_result(
        frame.criteria,
        frame.scale,
        frame.threshold,
        sheets=[
            Sheet(assessor=key, application=application_id, submitted=True, scores=scores)
            for key, scores in material.sheets.items()
        ],
        agreed=material.agreed,
        noted=material.noted,
    )


def _as_row(stage: Stage, application_id: int, kept: KeptResult) -> StageResult:
    result = kept.result
    total = result.total_units if result.complete else None
    essential = result.essential_units if result.complete else None
    return StageResult(
        stage=stage,
        application_id=application_id,
        is_complete=result.complete,
        gate=result.gate,
        total_units=total,
        essential_units=essential,
        desirable_units=None if total is None or essential is None else total - essential,
        essentials_met=kept.essentials_met,
        failing=list(result.failing),
        cells=[[cell.units, cell.marks] for cell in kept.cells],
        sheet_count=result.submitted_sheets,
        discuss_count=kept.discuss_count,
        best_units=kept.best_units,
        worst_units=kept.worst_units,
    )
