"""What is kept of somebody's development, for the day their personnel file is destroyed."""

from collections.abc import Collection

from django.db.models import Q

from core.models import Document, Engagement
from core.services.erasure import Erasure, Rows, known_ids
from cpd.models import LineManagement, Training, TrainingRequirement


def plan_development_erasure(*, school_id: int, person_ids: Collection[int]) -> Erasure:
    """Everything of these people's development at the school."""
    here = Q(person_id__in=person_ids, school_id=school_id)
    of_engagement = known_ids(model=Engagement, where=here, column="engagement_id")
    certificates = Training.objects.filter(here, certificate__isnull=False).values("certificate_id")
    parts = (
        Rows("Training", Training, here),
        Rows("Training asked of them by name", TrainingRequirement, of_engagement),
        Rows("Line management", LineManagement, of_engagement),
    )
    return Erasure(parts, Document.objects.filter(pk__in=certificates), frozenset())
