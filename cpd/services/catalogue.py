"""The courses there are rules for: in every database, however it was made."""

from datetime import datetime

from django.db import transaction

from core.domain.permissions import Actor
from core.services.history import create_with_reason
from cpd.domain.training_rules import RULES
from cpd.models import Course


@transaction.atomic
def add_known_courses(*, by: Actor, now: datetime) -> dict[str, Course]:
    """Add what is missing of the courses there are rules for, and return all of them by key."""
    known = set(Course.objects.exclude(key="").values_list("key", flat=True))
    missing = [Course(key=key, name=rule.name) for key, rule in RULES.items() if key not in known]
    create_with_reason(Course, missing, by=by, reason="there is a rule for it", now=now)
    return {course.key: course for course in Course.objects.exclude(key="").order_by("pk")}
