"""The days of induction, probation, plans and job descriptions, for the calendar and its reminders."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import Engagement, School
from cpd.selectors.due_development import list_due_development
from tests.factories import make_person, make_school
from tests.factories.compliance import make_engagement
from tests.factories.development import (
    make_induction,
    make_job_description_review,
    make_need,
    make_probation,
    make_scored_appointment,
    make_step,
)
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

TODAY = NOW.date()


@pytest.fixture
def school() -> School:
    return make_school()


def days(school: School) -> list[tuple[str, str, date]]:
    things = list_due_development([school.pk], today=TODAY)
    return sorted((one.rule.key, one.title, one.due_date) for one in things)


def full(school: School) -> Engagement:
    """Somebody with a day of every kind."""
    engagement = make_engagement(school=school, person=make_person(given_name="Rowan", family_name="Ash"))
    make_induction(engagement)
    make_probation(engagement)
    make_step(make_need(engagement, "planned"))
    make_job_description_review(engagement)
    return engagement


def test_every_kind_of_day_is_listed(school: School) -> None:
    engagement = full(school)
    assert days(school) == [
        ("development_step", "ELSA training, day 1 of 6", TODAY + timedelta(days=14)),
        ("induction", "Finish the induction", TODAY + timedelta(days=1)),
        (
            "job_description_review",
            "Review the job description with the postholder",
            TODAY + timedelta(days=30),
        ),
        ("probation_end", "Decide about probation", date(2027, 2, 28)),
        ("probation_review", "Hold the probation review", TODAY + timedelta(days=20)),
    ]
    thing = next(
        one for one in list_due_development([school.pk], today=TODAY) if one.rule.key == "probation_end"
    )
    assert (thing.person_name, thing.initials) == ("Rowan Ash", "R. A.")
    assert thing.record_key == f"probation-{engagement.probation.pk}"
    assert thing.done_at == f"/development/people/{engagement.pk}/"


def test_what_is_done_or_not_yet_accepted_has_no_day(school: School) -> None:
    engagement = full(school)
    by = engagement.created_by
    engagement.induction.items.update(outcome="done", settled_date=TODAY, settled_at=NOW, settled_by=by)
    engagement.probation.is_over = True
    engagement.probation.save()
    engagement.job_description_reviews.update(
        outcome="unchanged",
        consulted_date=TODAY,
        postholder_words="Fine",
        is_agreed=True,
        reason="Fits",
        held_at=NOW,
        held_by=by,
    )
    need = engagement.development_needs.get()
    need.steps.update(done_date=TODAY, done_by=by)
    make_step(make_need(engagement, "dropped"))
    assert days(school) == []


@pytest.mark.parametrize(("end_date", "is_listed"), [(TODAY, True), (TODAY - timedelta(days=1), False)])
def test_whoever_has_left_is_nobodys_reminder(school: School, end_date: date, is_listed: bool) -> None:
    engagement = full(school)
    Engagement.objects.filter(pk=engagement.pk).update(end_date=end_date)
    assert bool(days(school)) == is_listed


def test_other_schools_are_not_told(school: School) -> None:
    full(make_school())
    assert days(school) == []


def test_somebody_appointed_here_is_reminded_of_without_a_plan(school: School) -> None:
    engagement, _ = make_scored_appointment(school, (("Experience", "essential", "I", 1),), ((2,), (2,)))
    title = "Review the job description with the postholder"
    assert days(school) == [("job_description_review", title, date(2027, 12, 1))]
    version = engagement.offer.application.vacancy.job_profile_version
    version.review_date = date(2027, 4, 1)
    version.save()
    assert days(school) == [("job_description_review", title, date(2027, 4, 1))]
    make_job_description_review(engagement, version, due_date=date(2027, 5, 1))
    assert days(school) == [("job_description_review", title, date(2027, 5, 1))]


def test_far_days_are_left_out(school: School) -> None:
    make_job_description_review(make_engagement(school=school), due_date=TODAY + timedelta(days=401))
    make_job_description_review(make_engagement(school=school), due_date=TODAY + timedelta(days=400))
    assert [day for _, _, day in days(school)] == [TODAY + timedelta(days=400)]


@pytest.mark.parametrize("number", [1, 3])
def test_one_query_however_many(school: School, number: int) -> None:
    for _ in range(number):
        full(school)
    with CaptureQueriesContext(connection) as queries:
        assert len(list_due_development([school.pk], today=TODAY)) == 5 * number
    assert len(queries) == 1
