"""What a person has before them when they decide about the candidates of a stage."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from recruitment.domain.decisions import suggest_outcome, suggest_reason
from recruitment.enums import ApplicationStatus, DecisionOutcome, StageKind
from recruitment.models import Decision, Stage
from recruitment.selectors.guaranteed import (
    NAME_COLUMNS,
    RESULT_COLUMNS,
    GuaranteedList,
    OptedIn,
    gather_opted_in,
)
from recruitment.selectors.ranking import RankedRow, list_ranked, results_of

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One candidate: where the scores put them, what is suggested, what has been decided."""

    standing: RankedRow
    wants_guaranteed_interview: bool
    is_guaranteed: bool
    is_beyond_limit: bool
    failing: tuple[str, ...]
    suggested_outcome: str
    suggested_reason: str
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """``guaranteed`` is the list under the limit on record; ``opted_in`` tells what another would give."""

    rows: tuple[DecisionRow, ...]
    count: int
    essentials: int
    decided: int
    opted_in: OptedIn
    guaranteed: GuaranteedList


def list_shortlistings() -> QuerySet[Decision]:
    """The decisions in force that put somebody on a shortlist, save those who withdrew."""
    return Decision.objects.filter(
        stage__kind=StageKind.APPLICATION, is_current=True, outcome=DecisionOutcome.SHORTLISTED
    ).exclude(application__status=ApplicationStatus.WITHDRAWN)


def get_decision_page(
    stage: Stage, *, names: bool = False, page: int = 1, page_size: int | None = PAGE_SIZE
) -> DecisionPage:
    """Candidates by rank with their decisions; names only where the caller may show them.

    Raises ``NotAllowed`` while scores are sealed.
    """
    ranking = list_ranked(stage, names=names, page=page, page_size=page_size)
    ids = [row.application_id for row in ranking.rows]
    current = Decision.objects.filter(stage=stage, is_current=True)
    wishes = Q(application__wants_guaranteed_interview=True) | Q(application__in=ids)
    facts = results_of(stage).filter(wishes).annotate(n_decided=_number_of(current)).order_by("application")
    found = list(facts.values(*RESULT_COLUMNS, *(NAME_COLUMNS if names else ()), "n_decided"))
    opted_in = gather_opted_in(found, ranking.frame, applied=ranking.summary.candidates)
    guaranteed = opted_in.list_guaranteed(stage.guaranteed_limit)
    decisions = {
        one.application_id: one for one in current.filter(application__in=ids).select_related("decided_by")
    }
    words = {row.pk: row.text for row in ranking.frame.rows}
    rows = tuple(
        _row(
            stage,
            standing,
            tuple(words[key] for key in standing.failing),
            decisions.get(standing.application_id),
            guaranteed,
        )
        for standing in ranking.rows
    )
    decided = next((row["n_decided"] for row in found), 0)
    return DecisionPage(rows, ranking.count, ranking.frame.essentials, decided, opted_in, guaranteed)


def _number_of(decisions: QuerySet[Decision]) -> Combinable:
    """How many of a stage's decisions there are, told along with rows that are asked for anyway."""
    counted = decisions.order_by().values("stage").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), Value(0))


def _row(
    stage: Stage,
    standing: RankedRow,
    failing: tuple[str, ...],
    decision: Decision | None,
    guaranteed: GuaranteedList,
) -> DecisionRow:
    is_guaranteed = standing.application_id in guaranteed.invited_ids
    outcome = suggest_outcome(
        stage_kind=stage.kind,
        rank=standing.rank,
        places=stage.vacancy.shortlist_size,
        is_guaranteed=is_guaranteed,
    )
    reason = suggest_reason(
        outcome=outcome, failing=failing, total_percent=standing.total_percent, rank=standing.rank
    )
    return DecisionRow(
        standing=standing,
        wants_guaranteed_interview=standing.application_id in guaranteed.wishing_ids,
        is_guaranteed=is_guaranteed,
        is_beyond_limit=standing.application_id in guaranteed.beyond_ids,
        failing=failing,
        suggested_outcome=outcome,
        suggested_reason=reason,
        decision=decision,
    )
