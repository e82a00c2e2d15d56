"""What needs HR and the head in the development of their schools, on the home page."""

from datetime import date, timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.domain.permissions import Role
from core.models import Engagement, School
from cpd.domain.elsa import Status
from cpd.models import ElsaRegistration
from overview.need import Need
from overview.needs_of_schools import list_school_needs
from tests.factories import make_actor, make_person, make_school, make_user
from tests.factories.appraisals import make_appraisal, make_cycle
from tests.factories.compliance import make_engagement
from tests.factories.elsa import make_elsa, make_session
from tests.factories.policies import make_policy, make_signature, make_version
from tests.factories.training import make_course, make_requirement, make_training

pytestmark = pytest.mark.django_db
TODAY = date(2027, 5, 4)


@pytest.fixture
def school() -> School:
    return make_school(name="Mill Lane")


def needs_of(school: School, *, today: date = TODAY, role: Role = Role.HR_OFFICER) -> list[Need]:
    return list_school_needs(make_actor(role, school=school), today=today)


def said(needs: list[Need]) -> list[tuple[str, str]]:
    return [(need.title, need.detail) for need in needs]


def colleague(school: School, name: str = "Lane", **fields: object) -> Engagement:
    person = make_person(given_name="Josie", family_name=name)
    return make_engagement(school=school, person=person, start_date=date(2020, 9, 1), **fields)


def test_where_nothing_waits_nothing_is_said(school: School) -> None:
    colleague(school)
    assert needs_of(school) == []


def elsa(school: School, name: str, sessions: int) -> ElsaRegistration:
    """Somebody who needs four sessions in the year and has attended some of them."""
    registration = make_elsa(engagement=colleague(school, name))
    for place in range(sessions):
        make_session(registration, date(2026, 9 + place, 8))
    return registration


def test_elsas_who_lapsed_or_need_every_session_are_named(school: School) -> None:
    for name, sessions in (("Lapsed", 1), ("Chance", 2), ("Met", 4)):
        elsa(school, name, sessions)
    elsa(make_school(), "Elsewhere", 1)
    assert said(needs_of(school)) == [
        ("ELSA registration has lapsed: 1 person", "Josie Lapsed."),
        ("ELSA on the last chance: 1 person", "Josie Chance."),
    ]
    assert needs_of(school)[0].href == f"{reverse('cpd:elsa-ledger')}?status={Status.LAPSED}"


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2027, 3, 31), []),
        (date(2027, 4, 1), ["Asked of people here: 1 lapses this term."]),
        (date(2027, 5, 3), ["Asked of people here: 1 lapses this term."]),
        (date(2027, 5, 4), ["Asked of people here: 1 has lapsed."]),
    ],
)
def test_training_is_one_line_of_a_school(school: School, today: date, expected: list[str]) -> None:
    engagement, course = colleague(school), make_course("faw")
    make_requirement(course, school)
    make_training(engagement, course, awarded_date=date(2024, 5, 4))
    elsewhere = colleague(make_school())
    make_requirement(course, elsewhere.school)
    assert [need.detail for need in needs_of(school, today=today)] == expected


@pytest.mark.parametrize(("days", "is_late"), [(0, False), (1, True)])
def test_appraisals_past_their_day_are_counted_and_named(school: School, days: int, is_late: bool) -> None:
    cycle = make_cycle(school=school)
    make_appraisal(cycle=cycle, engagement=colleague(school))
    make_appraisal()
    found = needs_of(school, today=cycle.objectives_by_date + timedelta(days=days))
    expected = [("Past their day: 1 appraisal", "Josie Lane.")]
    assert said(found) == (expected if is_late else [])


@pytest.mark.parametrize(("days", "is_late"), [(0, False), (1, True)])
def test_policies_not_signed_in_time_are_counted_without_names(
    school: School, days: int, is_late: bool
) -> None:
    version = make_version(make_policy(school=school, title="Code of conduct"), edition="First")
    make_signature(version, colleague(school, "Signed").person)
    colleague(school, "Unsigned")
    make_version(school=make_school())
    found = needs_of(school, today=version.read_by + timedelta(days=days))
    expected = [("Not signed in time: Code of conduct", "First: 1 still to sign.")]
    assert said(found) == (expected if is_late else [])


@pytest.mark.parametrize("number", [1, 3])
def test_at_most_eight_queries_whatever_there_is(
    school: School, number: int, django_assert_max_num_queries
) -> None:
    for place in range(number):
        engagement = elsa(school, f"Lane{place}", 1).engagement
        make_requirement(make_course("faw"), school, required_of="person", engagement=engagement)
        make_training(engagement, make_course("faw"), awarded_date=date(2024, 1, 1))
        make_appraisal(cycle=make_cycle(school=school, name=f"Year {place}"), engagement=engagement)
        make_version(make_policy(school=school, title=f"Policy {place}"))
    actor = make_actor(Role.HEADTEACHER, school=school)
    with django_assert_max_num_queries(8):
        assert len(list_school_needs(actor, today=TODAY)) == 3 + number


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.HR_OFFICER, HTTPStatus.OK),
        (Role.HEADTEACHER, HTTPStatus.OK),
        (Role.LINE_MANAGER, HTTPStatus.FORBIDDEN),
        (Role.STAFF_MEMBER, HTTPStatus.FORBIDDEN),
        (Role.INSPECTOR, HTTPStatus.FORBIDDEN),
    ],
)
def test_the_part_of_the_home_page_is_a_page_too(
    client: Client, school: School, role: Role, status: HTTPStatus
) -> None:
    late = timezone.localdate() - timedelta(days=9)
    title = "Code of conduct"
    make_version(make_policy(school=school, title=title), in_force_from=late, read_by=late)
    colleague(school)
    client.force_login(make_user(role, school=school))
    address = reverse("overview:school-needs")
    home, page = client.get("/").content.decode(), client.get(address)
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert page.status_code == status
    sees = status == HTTPStatus.OK
    assert (address in home, title in page.content.decode(), title in part) == (sees, sees, sees)
    assert ("<h1" in part) is False or not sees
