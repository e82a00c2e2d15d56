"""What is kept of somebody's needs, induction and probation, to be destroyed with their file."""

from django.db.models import Q

from core.services.erasure import Rows, known_ids
from cpd.models import (
    DevelopmentNeed,
    DevelopmentStep,
    Induction,
    InductionItem,
    JobDescriptionReview,
    Probation,
    ProbationDecision,
    ProbationReview,
)


def list_needs_and_induction(of_engagement: Q) -> tuple[Rows, ...]:
    """What goes of these engagements: rows before those they hang on."""
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
