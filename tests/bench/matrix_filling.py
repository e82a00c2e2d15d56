"""Training of an invented trust: who is asked what, and what they have completed."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import batched
from random import Random

from django.db import transaction

from core.models import Engagement
from cpd.enums import RequiredOf
from cpd.models import Course, Training, TrainingRequirement
from tests.bench.record_filling import NOW, RECORDED, FilledTrust, fill_trust

ROWS_AT_A_TIME = 2_000
# Of a hundred people so many hold each of the courses, some of them twice.
HELD, HELD_TWICE = 0.55, 0.3


@transaction.atomic
def fill_training(schools: int, size: int) -> FilledTrust:
    """A trust with training in every course there is a rule for; every course is asked of everybody."""
    filled = fill_trust(schools, size)
    courses = list(Course.objects.exclude(key="").order_by("pk"))
    TrainingRequirement.objects.bulk_create(
        TrainingRequirement(
            school=school,
            course=course,
            required_of=RequiredOf.EVERYBODY,
            reason="So that nothing is left out",
            valid_from=RECORDED.date(),
        )
        for school in filled.schools
        for course in courses
    )
    for some in batched(_trainings(filled, courses), ROWS_AT_A_TIME):
        Training.objects.bulk_create(some)
    return filled


def _trainings(filled: FilledTrust, courses: list[Course]) -> Iterator[Training]:
    random = Random(23)  # noqa: S311 (the same training on every run)
    engagements = Engagement.objects.filter(school__in=filled.schools).order_by("pk")
    for engagement in engagements.iterator(chunk_size=ROWS_AT_A_TIME):
        for course in courses:
            if random.random() > HELD:
                continue
            for days in random.sample(range(1_390), 1 + (random.random() < HELD_TWICE)):
                awarded = date(2023, 1, 2) + timedelta(days=days)
                yield Training(
                    person_id=engagement.person_id,
                    school_id=engagement.school_id,
                    course=course,
                    provider="Red Kite Training",
                    awarded_date=awarded,
                    printed_expiry=awarded + timedelta(days=730) if random.random() < 0.2 else None,
                    recorded_at=NOW,
                    recorded_by=filled.officer,
                    confirmed_at=NOW,
                    confirmed_by=filled.officer,
                )
