"""The people page: who is listed to whom, what waits, and how the list is narrowed."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.domain.permissions import Actor, Role
from core.models import Engagement, School
from core.selectors import get_actor
from cpd.selectors.people import PeopleFilter, list_people
from tests.factories import make_actor, make_person, make_school
from tests.factories.compliance import make_engagement
from tests.factories.development import (
    make_induction,
    make_job_description_review,
    make_manager,
    make_need,
    make_own_user,
    make_probation,
    make_scored_appointment,
    make_step,
)
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

TODAY = NOW.date()
LONG_AGO = date(2020, 9, 1)


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def hr(school: School) -> Actor:
    return make_actor(Role.HR_OFFICER, school=school)


def somebody(school: School, family_name: str, **fields: object) -> Engagement:
    defaults: dict[str, object] = {"start_date": LONG_AGO, "person": make_person(family_name=family_name)}
    return make_engagement(school=school, **defaults | fields)  # type: ignore[arg-type]


def names(actor: Actor, **wanted: object) -> list[str]:
    lines = list_people(actor, today=TODAY, wanted=PeopleFilter(**wanted))  # type: ignore[arg-type]
    return [line.engagement.person.family_name for line in lines]


def waits(actor: Actor) -> list[tuple[str, list[str]]]:
    return [
        (line.engagement.person.family_name, [one.label for one in line.waits])
        for line in list_people(actor, today=TODAY)
    ]


def test_what_waits_is_told_of_each(school: School, hr: Actor) -> None:
    settled, busy, late = (somebody(school, name) for name in ("Abel", "Brook", "Cole"))
    for one in (settled, busy):
        make_manager(one)
    make_need(busy)
    make_need(busy)
    make_need(busy, "accepted")
    planned = make_need(busy, "planned")
    make_step(planned, 1, due_date=TODAY - timedelta(days=9), done_date=TODAY, done_by=busy.created_by)
    make_step(planned, 2, due_date=TODAY - timedelta(days=2))
    make_probation(busy, end_date=TODAY + timedelta(days=3))
    make_induction(late).items.update(due_date=TODAY - timedelta(days=1))
    make_job_description_review(late, due_date=TODAY)
    assert waits(hr) == [
        ("Abel", []),
        ("Brook", ["2 proposed needs", "Step of a plan", "Probation to decide"]),
        ("Cole", ["No line manager", "2 induction items", "Job description review"]),
    ]


def test_somebody_appointed_here_has_their_job_description_reviewed_after_a_year(
    school: School, hr: Actor
) -> None:
    engagement, _ = make_scored_appointment(school, (("Experience", "essential", "I", 1),), ((2,), (2,)))
    start = date(2025, 11, 20)
    Engagement.objects.filter(pk=engagement.pk).update(start_date=start)
    (line,) = list_people(hr, today=TODAY)
    assert [(one.label, one.due_date) for one in line.waits] == [
        ("Job description review", date(2026, 11, 20))
    ]


def test_a_head_needs_nobody_over_them(school: School, hr: Actor) -> None:
    make_own_user(somebody(school, "Marsh", category="leader_academy"), Role.HEADTEACHER)
    make_own_user(somebody(school, "Hale", category="leader_academy"), Role.LINE_MANAGER)
    assert waits(hr) == [("Hale", ["No line manager"]), ("Marsh", [])]


def test_everybody_sees_their_reach_and_no_more(school: School, hr: Actor) -> None:
    managed, own, _ = (somebody(school, name) for name in ("Abel", "Brook", "Cole"))
    somebody(make_school(), "Elsewhere")
    somebody(school, "Gone", end_date=TODAY - timedelta(days=1))
    somebody(school, "Coming", start_date=TODAY + timedelta(days=1))
    manager = make_manager(managed)
    assert names(hr) == ["Abel", "Brook", "Cole", "Coming"]
    assert names(get_actor(manager)) == ["Abel"]
    assert names(get_actor(make_own_user(own))) == ["Brook"]
    assert names(make_actor(Role.INSPECTOR, school=school)) == []


def test_list_is_narrowed_and_put_in_order(school: School, hr: Actor) -> None:
    abel = somebody(school, "Abel", job_title="Midday supervisor", category="support_staff")
    brook = somebody(school, "Brook", category="teacher", start_date=date(2024, 9, 1))
    somebody(school, "Cole", start_date=date(2025, 9, 1))
    manager = make_manager(abel)
    make_manager(brook, user=manager)
    make_need(brook)
    assert names(hr, search="midday") == ["Abel"]
    assert names(hr, search="cole") == ["Cole"]
    assert names(hr, kind="teaching") == ["Brook"]
    assert names(hr, kind="support") == ["Abel", "Cole"]
    assert names(hr, manager=manager.pk) == ["Abel", "Brook"]
    assert names(hr, manager=0) == ["Cole"]
    assert names(hr, waiting="anything") == ["Brook", "Cole"]
    assert names(hr, waiting="needs") == ["Brook"]
    assert names(hr, waiting="turn-school") == ["Cole"]
    assert names(hr, waiting="turn-manager") == ["Brook"]
    assert names(hr, sort="start") == ["Cole", "Brook", "Abel"]
    assert names(hr, sort="waiting") == ["Brook", "Cole", "Abel"]
    assert names(hr, sort="manager") == ["Abel", "Brook", "Cole"]
    assert names(hr, school_id=make_school().pk) == []


@pytest.mark.parametrize("number", [1, 3])
def test_one_query_however_many(school: School, hr: Actor, number: int) -> None:
    for place in range(number):
        engagement = somebody(school, f"Person {place}")
        make_manager(engagement)
        make_need(engagement)
        make_induction(engagement)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert len(list_people(hr, today=TODAY)) == number
    assert len(queries) == 1
