"""Courses, what is asked of whom, and training that was completed."""

from datetime import date
from typing import Any

from core.models import Engagement, School, User
from cpd.domain.training_rules import RULES
from cpd.enums import RequiredOf
from cpd.models import Course, Training, TrainingRequirement
from tests.factories.people import NOW

AWARDED = date(2026, 9, 4)


def make_courses() -> dict[str, Course]:
    """The courses there are rules for, by key: every database has them, a test's own is made here."""
    known = set(Course.objects.exclude(key="").values_list("key", flat=True))
    Course.objects.bulk_create(
        Course(key=key, name=rule.name) for key, rule in RULES.items() if key not in known
    )
    return {course.key: course for course in Course.objects.exclude(key="").order_by("pk")}


def make_course(key: str) -> Course:
    """The one course of a rule, made where it is not there yet."""
    return make_courses()[key]


def make_training(engagement: Engagement, course: Course | None, **fields: Any) -> Training:
    """Training recorded and confirmed by the school, unless the fields say otherwise."""
    by: User = engagement.created_by
    defaults = {
        "awarded_date": AWARDED,
        "recorded_at": NOW,
        "recorded_by": by,
        "confirmed_at": NOW,
        "confirmed_by": by,
    }
    return Training.objects.create(
        person=engagement.person, school=engagement.school, course=course, **defaults | fields
    )


def make_requirement(course: Course, school: School, **fields: Any) -> TrainingRequirement:
    """A course asked of everybody at a school, unless the fields say otherwise."""
    defaults = {
        "required_of": RequiredOf.EVERYBODY,
        "reason": "Agreed by the governors",
        "valid_from": date(2025, 9, 1),
    }
    return TrainingRequirement.objects.create(course=course, school=school, **defaults | fields)
