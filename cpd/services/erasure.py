"""What is kept of somebody's development, for the day their personnel file is destroyed."""

from collections.abc import Collection, Sequence

from django.db.models import Q

from core.models import Document, Engagement
from core.services.erasure import Blanks, Erasure, Rows, known_ids
from cpd.models import (
    DevelopmentNeed,
    DevelopmentStep,
    Induction,
    InductionItem,
    JobDescriptionReview,
    LineManagement,
    Probation,
    ProbationDecision,
    ProbationReview,
)


def plan_development_erasure(*, school_id: int, person_ids: Collection[int]) -> Erasure:
    """Everything of these people's development at the school."""
    here = Q(person_id__in=person_ids, school_id=school_id)
    of_engagement = known_ids(model=Engagement, where=here, column="engagement_id")
    parts: Sequence[Rows | Blanks] = (
        *_needs_and_induction(of_engagement),
        Rows("Line management", LineManagement, of_engagement),
    )
    return Erasure(tuple(parts), Document.objects.none(), frozenset())


def _needs_and_induction(of_engagement: Q) -> tuple[Rows, ...]:
    """Rows before those they hang on."""
    of_need = known_ids(model=DevelopmentNeed, where=of_engagement, column="need_id")
    of_induction = known_ids(model=Induction, where=of_engagement, column="induction_id")
    of_probation = known_ids(model=Probation, where=of_engagement, column="probation_id")
    return (
        Rows("Development plans", DevelopmentStep, of_need),
        Rows("Development needs", DevelopmentNeed, of_engagement),
        Rows("Induction", InductionItem, of_induction),
        Rows("Induction", Induction, of_engagement),
        Rows("Probation", ProbationReview, of_probation),
        Rows("Probation", ProbationDecision, of_probation),
        Rows("Probation", Probation, of_engagement),
        Rows("Reviews of the job description", JobDescriptionReview, of_engagement),
    )
