"""The checks that stand for one person at one school."""

from compliance.domain.categories import CheckType
from compliance.models import Check
from core.models import Engagement


def list_checks(engagement: Engagement, check: CheckType) -> list[Check]:
    """The checks of a kind that stand for the person at the engagement's school, the oldest first."""
    return list(
        Check.objects.current()
        .filter(person_id=engagement.person_id, school_id=engagement.school_id, check_type=check)
        .select_related("certificate", "right_to_work", "qualification", "document", "recorded_by")
        .order_by("pk")
    )
