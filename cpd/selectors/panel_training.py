"""What training says of people on a panel. Recruitment reads it by the setting ``PANEL_TRAINING``."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Max, Q

from core.models import School
from cpd.domain.training_rules import CourseKey
from cpd.models import Training


def find_training_dates(user_ids: Collection[int], *, school_id: int, today: date) -> Mapping[int, date]:
    """The latest confirmed safer-recruitment training of each, at the school or another of its trust.

    By the key of the account, of those alone who have any. One query.
    """
    trusts = School.objects.filter(pk=school_id, trust__isnull=False).values("trust_id")
    here = Q(school_id=school_id) | Q(school__trust_id__in=trusts)
    found = (
        Training.objects.confirmed()
        .filter(
            here,
            course__key=CourseKey.SAFER_RECRUITMENT,
            person__user_id__in=user_ids,
            awarded_date__lte=today,
        )
        .order_by()
        .values("person__user_id")
        .annotate(latest=Max("awarded_date"))
    )
    return dict(found.values_list("person__user_id", "latest"))
