"""What is kept of somebody's development, for the day their personnel file is destroyed."""

from collections.abc import Collection

from django.db.models import Q

from core.models import Document, Engagement
from core.services.erasure import Erasure, Rows, known_ids
from cpd.models import LineManagement, Training, TrainingRequirement
from cpd.services.appraisal_erasure import list_appraisal_files, list_appraisal_rows


def plan_development_erasure(*, school_id: int, person_ids: Collection[int]) -> Erasure:
    """Everything of these people's development at the school."""
    here = Q(person_id__in=person_ids, school_id=school_id)
    of_engagement = known_ids(model=Engagement, where=here, column="engagement_id")
    certificates = Training.objects.filter(here, certificate__isnull=False).values("certificate_id")
    evidence = list_appraisal_files(of_engagement=of_engagement).values("pk")
    parts = (
        Rows("Training", Training, here),
        Rows("Training asked of them by name", TrainingRequirement, of_engagement),
        Rows("Line management", LineManagement, of_engagement),
        *list_appraisal_rows(of_engagement=of_engagement),
    )
    kept = Document.objects.filter(Q(pk__in=certificates) | Q(pk__in=evidence))
    return Erasure(parts, kept, frozenset())
