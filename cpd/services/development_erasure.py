"""What is kept of somebody's needs, induction and probation, to be destroyed with their file."""

from collections.abc import Iterator
from typing import Any

from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat

from compliance.models import Snooze
from compliance.services.erasure import SNOOZES, calendar_keys
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
        *_put_off(of_engagement),
        Rows("Development plans", DevelopmentStep, of_need),
        Rows("Development needs", DevelopmentNeed, of_engagement),
        Rows("Induction", InductionItem, of_induction),
        Rows("Induction", Induction, of_engagement),
        Rows("Probation", ProbationReview, of_probation),
        Rows("Probation", ProbationDecision, of_probation),
        Rows("Probation", Probation, of_engagement),
        Rows("Reviews of the job description", JobDescriptionReview, of_engagement),
    )


def _put_off(of_engagement: Q) -> Iterator[Rows]:
    """Why somebody put off what the calendar said about them, whatever became of it since."""
    of_need = known_ids(model=DevelopmentNeed, where=of_engagement, column="need_id")
    of_probation = known_ids(model=Probation, where=of_engagement, column="probation_id")
    for keys in (
        calendar_keys("induction-", Induction, of_engagement),
        calendar_keys("probation-", Probation, of_engagement),
        calendar_keys("probation-review-", ProbationReview, of_probation),
        calendar_keys("development-step-", DevelopmentStep, of_need),
        _keys_of_former_steps(of_need),
        calendar_keys("job-description-review-", JobDescriptionReview, of_engagement),
    ):
        yield Rows(SNOOZES, Snooze, Q(record_key__in=keys))


def _keys_of_former_steps(of_need: Q) -> QuerySet[Any, Any]:
    """The same of steps that gave way to another plan: only their history is left."""
    key = Concat(Value("development-step-"), Cast("id", CharField()))
    lines: QuerySet[Any, Any] = DevelopmentStep.history.model._base_manager.filter(of_need)
    keyed: QuerySet[Any, Any] = lines.annotate(record_key=key)
    return keyed.values("record_key")
