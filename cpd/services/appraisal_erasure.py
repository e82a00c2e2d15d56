"""What an appraisal leaves behind, for the day a personnel file is destroyed."""

from collections.abc import Sequence
from typing import Any

from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat

from compliance.models import Snooze
from core.models import Document
from core.services.erasure import Rows, known_ids
from cpd.models import (
    Appeal,
    Appraisal,
    AppraisalEvent,
    AppraisalExclusion,
    Objective,
    ObjectiveEvidence,
    ObjectiveRating,
    ReviewSide,
    Signature,
)

APPRAISALS = "Appraisals, objectives and reviews"


def list_appraisal_rows(*, of_engagement: Q) -> Sequence[Rows]:
    """Everything of these engagements' appraisals, in an order in which nothing is left hanging."""
    of_appraisal = known_ids(model=Appraisal, where=of_engagement, column="appraisal_id")
    of_side = known_ids(model=ReviewSide, where=of_appraisal, column="review_side_id")
    of_objective = known_ids(model=Objective, where=of_appraisal, column="objective_id")
    snoozed = Q(record_key__in=_keys(of_engagement))
    return (
        Rows(APPRAISALS, ObjectiveRating, of_side),
        Rows(APPRAISALS, ObjectiveEvidence, of_objective),
        *(Rows(APPRAISALS, model, of_appraisal) for model in (ReviewSide, Signature, Appeal, Objective)),
        Rows(APPRAISALS, AppraisalEvent, of_appraisal),
        Rows(APPRAISALS, Appraisal, of_engagement),
        Rows(APPRAISALS, AppraisalExclusion, of_engagement),
        Rows("Reasons for putting off reminders", Snooze, snoozed),
    )


def list_appraisal_files(*, of_engagement: Q) -> QuerySet[Document]:
    """The files that were put forward as evidence."""
    appraisals = Appraisal.objects.filter(of_engagement)
    kept = ObjectiveEvidence.objects.filter(
        objective__appraisal__in=appraisals.values("pk"), document__isnull=False
    )
    return Document.objects.filter(pk__in=kept.values("document_id"))


def _keys(of_engagement: Q) -> QuerySet[Any, Any]:
    """The keys under which the calendar knows these appraisals."""
    key = Concat(Value("appraisal-"), Cast("pk", CharField()))
    rows: QuerySet[Any, Any] = Appraisal.objects.filter(of_engagement).annotate(record_key=key)
    return rows.values("record_key")
