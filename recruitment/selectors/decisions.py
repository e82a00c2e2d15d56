"""What a person has before them when they decide about the candidates of a stage."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, QuerySet, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from recruitment.domain.decisions import suggest_outcome, suggest_reason
from recruitment.models import Application, Decision, Stage
from recruitment.selectors.ranking import RankedRow, list_ranked

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One candidate: where the scores put them, what is suggested, what has been decided."""

    standing: RankedRow
    wants_guaranteed_interview: bool
    failing: tuple[str, ...]
    suggested_outcome: str
    suggested_reason: str
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class DecisionPage:
    rows: tuple[DecisionRow, ...]
    count: int
    essentials: int
    decided: int


def get_decision_page(
    stage: Stage, *, names: bool = False, page: int = 1, page_size: int | None = PAGE_SIZE
) -> DecisionPage:
    """Candidates by rank with their decisions; names only where the caller may show them.

    Raises ``NotAllowed`` while scores are sealed.
    """
    ranking = list_ranked(stage, names=names, page=page, page_size=page_size)
    ids = [row.application_id for row in ranking.rows]
    current = Decision.objects.filter(stage=stage, is_current=True)
    counted = Application.objects.filter(pk__in=ids).annotate(n_decided=_number_of(current)).order_by("pk")
    facts = {
        pk: (wish, n_decided)
        for pk, wish, n_decided in counted.values_list("pk", "wants_guaranteed_interview", "n_decided")
    }
    decisions = {
        one.application_id: one for one in current.filter(application__in=ids).select_related("decided_by")
    }
    words = {row.pk: row.text for row in ranking.frame.rows}
    rows = tuple(
        _row(
            stage,
            words,
            standing,
            decisions.get(standing.application_id),
            wants_interview=facts[standing.application_id][0],
        )
        for standing in ranking.rows
    )
    decided = next((n_decided for _, n_decided in facts.values()), 0)
    return DecisionPage(rows, ranking.count, ranking.frame.essentials, decided)


def _number_of(decisions: QuerySet[Decision]) -> Combinable:
    """How many of a stage's decisions there are, told along with rows that are asked for anyway."""
    counted = decisions.order_by().values("stage").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), Value(0))


def _row(
    stage: Stage,
    words: Mapping[int, str],
    standing: RankedRow,
    decision: Decision | None,
    *,
    wants_interview: bool,
) -> DecisionRow:
    failing = tuple(words[key] for key in standing.failing)
    outcome = suggest_outcome(
        stage_kind=stage.kind,
        rank=standing.rank,
        places=stage.vacancy.shortlist_size,
        is_guaranteed=wants_interview and standing.rank is not None,
    )
    reason = suggest_reason(
        outcome=outcome, failing=failing, total_percent=standing.total_percent, rank=standing.rank
    )
    return DecisionRow(standing, wants_interview, failing, outcome, reason, decision)
