"""Training that ends, as days to be reminded of."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from compliance.domain.reminders import Basis
from cpd.selectors.due_training import list_training_due
from overview.due_things import gather_due_things
from tests.factories import make_person, make_school
from tests.factories.compliance import make_engagement
from tests.factories.training import make_courses, make_requirement, make_training

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 28)


def test_one_line_is_told_for_everybody_of_a_course_and_a_day() -> None:
    school, courses = make_school(), make_courses()
    for given in ("Ada", "Ben", "Cai"):
        engagement = make_engagement(school=school, person=make_person(given_name=given, family_name="Ash"))
        make_training(engagement, courses["kcsie_read"], awarded_date=date(2026, 9, 4))

    (thing,) = list_training_due([school.pk], today=TODAY)

    assert (thing.due_date, thing.basis, thing.person_name) == (date(2027, 9, 4), Basis.GUIDANCE, "")
    assert thing.title == "Renew: Read and understand KCSIE Part one (or Annex A) (3 people)"
    assert thing.detail == "Ada Ash, Ben Ash, Cai Ash."
    assert thing.done_at == f"/training/schools/{school.pk}/record/?course={courses['kcsie_read'].pk}"


def test_one_person_is_named() -> None:
    school, courses = make_school(), make_courses()
    engagement = make_engagement(school=school, person=make_person(given_name="Ada", family_name="Ash"))
    make_training(engagement, courses["fire"], awarded_date=date(2025, 9, 4))

    (thing,) = list_training_due([school.pk], today=TODAY)

    assert (thing.title, thing.due_date, thing.basis) == (
        "Renew: Fire safety awareness",
        date(2026, 9, 4),
        Basis.POLICY,
    )
    assert thing.detail == f"{engagement.job_title}."
    assert (thing.person_name, thing.initials) == ("Ada Ash", "A. A.")
    assert thing.done_at == f"/training/people/{engagement.pk}/"


def test_senco_is_reminded_of_the_day_law_sets() -> None:
    school, courses = make_school(), make_courses()
    engagement = make_engagement(school=school)
    make_requirement(
        courses["senco_npq"],
        school,
        required_of="person",
        engagement=engagement,
        appointed_date=date(2024, 9, 1),
    )

    (thing,) = list_training_due([school.pk], today=TODAY)

    assert (thing.due_date, thing.basis) == (date(2027, 9, 1), Basis.LAW)
    assert thing.title == "Complete: NPQ for SENCOs (or the award before it)"


@pytest.mark.parametrize(("days", "count"), [(280, 1), (279, 0)])
def test_only_what_comes_near_enough_is_told(days: int, count: int) -> None:
    school, courses = make_school(), make_courses()
    make_training(make_engagement(school=school), courses["kcsie_read"], awarded_date=date(2026, 9, 4))

    assert len(list_training_due([school.pk], today=TODAY, days_ahead=days)) == count


def test_what_nobody_asks_and_other_schools_are_not_told() -> None:
    school, courses = make_school(), make_courses()
    make_training(make_engagement(school=school), courses["faw"], awarded_date=date(2024, 1, 1))
    make_training(make_engagement(), courses["fire"])

    assert list_training_due([school.pk], today=TODAY) == []


@pytest.mark.parametrize("people", [1, 3])
def test_training_is_gathered_with_the_rest_in_as_many_queries(people: int) -> None:
    school, courses = make_school(), make_courses()
    for number in range(people):
        day = date(2026, 9, 4) + timedelta(days=number)
        make_training(make_engagement(school=school), courses["kcsie_read"], awarded_date=day)

    with CaptureQueriesContext(connection) as queries:
        list_training_due([school.pk], today=TODAY)

    assert len(queries) == 3
    rules = {thing.rule.key for thing in gather_due_things([school.pk], today=TODAY)}
    assert "training_guidance" in rules
