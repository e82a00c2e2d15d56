"""CPD hours of a school: whom the reader may see, with sums, and the workbook."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from http import HTTPStatus
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from core.domain.permissions import Role
from core.domain.terms import school_year_of
from core.models import Engagement, School
from cpd.models import LineManagement
from tests.factories import make_person, make_school, make_trust, make_user
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW
from tests.factories.training import make_training

pytestmark = pytest.mark.django_db

YEAR = school_year_of(timezone.localdate())
AUTUMN, SPRING = date(YEAR - 1, 9, 1), date(YEAR, 1, 1)
LAST_YEAR = f"?year={YEAR - 1}"
HOURS = reverse("cpd:hours")


@pytest.fixture
def school() -> School:
    return make_school(trust=make_trust())


def colleague(school: School, name: str, **fields: object) -> Engagement:
    defaults: dict[str, object] = {"start_date": date(2020, 9, 1)}
    person = make_person(given_name="Rowan", family_name=name)
    return make_engagement(school=school, person=person, **defaults | fields)


def attend(engagement: Engagement, day: date, quarters: int | None, **fields: object) -> None:
    make_training(
        engagement, None, title=f"Course {day} {quarters}", awarded_date=day, quarter_hours=quarters, **fields
    )


def sign_in(client: Client, role: Role, school: School) -> None:
    client.force_login(make_user(role, school=school))


def test_page_adds_up_by_person_and_term(client: Client, school: School) -> None:
    abel, brook = colleague(school, "Abel"), colleague(school, "Brook")
    attend(abel, AUTUMN, 6)
    attend(abel, SPRING, 5)
    attend(abel, SPRING, 4, origin="self", confirmed_at=None, confirmed_by=None)
    attend(abel, SPRING, 40, withdrawn_at=NOW, withdrawn_by=abel.created_by, withdrawn_reason="Double")
    attend(abel, AUTUMN - timedelta(days=1), 80)
    attend(brook, SPRING, None)
    sister = make_engagement(school=make_school(trust=school.trust), person=brook.person)
    attend(sister, AUTUMN, 2)
    attend(colleague(make_school(), "Elsewhere"), AUTUMN, 90)
    sign_in(client, Role.HR_OFFICER, school)
    page = client.get(HOURS + LAST_YEAR).context["page"]
    assert [(row.person.family_name, row.hours.by_term) for row in page.rows] == [
        ("Abel", (6, 5, 0)),
        ("Brook", (2, 0, 0)),
    ]
    assert (page.by_term, page.total, page.waiting, page.without_hours) == ([8, 5, 0], 13, 4, 1)


def test_who_worked_in_the_year_is_listed_whether_they_left_or_not(client: Client, school: School) -> None:
    colleague(school, "Before", end_date=AUTUMN - timedelta(days=1))
    colleague(school, "Leaver", end_date=AUTUMN)
    colleague(school, "Later", start_date=date(YEAR, 9, 1))
    sign_in(client, Role.HEADTEACHER, school)
    rows = client.get(HOURS + LAST_YEAR).context["page"].rows
    assert [(row.person.family_name, row.left_date) for row in rows] == [("Leaver", AUTUMN)]


def test_a_manager_sees_their_team_and_a_colleague_themselves(client: Client, school: School) -> None:
    manager, user = make_user(Role.LINE_MANAGER, school=school), make_user(Role.STAFF_MEMBER, school=school)
    led = colleague(school, "Led")
    colleague(school, "Unled")
    make_engagement(school=school, person=make_person(family_name="Self", user=user))
    LineManagement.objects.create(engagement=led, manager=manager, valid_from=AUTUMN)
    seen = {}
    for one in (manager, user):
        client.force_login(one)
        seen[one] = [row.person.family_name for row in client.get(HOURS).context["page"].rows]
    assert seen == {manager: ["Led"], user: ["Self"]}


def test_a_school_out_of_reach_is_not_there(client: Client, school: School) -> None:
    other = make_school()
    colleague(other, "Elsewhere")
    sign_in(client, Role.HR_OFFICER, school)
    for address in (HOURS, reverse("cpd:hours-workbook")):
        assert client.get(f"{address}?school={other.pk}").status_code == HTTPStatus.NOT_FOUND


def test_somebody_without_a_post_sees_an_empty_page(client: Client, school: School) -> None:
    colleague(school, "Abel")
    sign_in(client, Role.STAFF_MEMBER, school)
    answer = client.get(HOURS)
    assert (answer.status_code, answer.context["page"]) == (HTTPStatus.OK, None)


def test_workbook_says_what_the_page_says(client: Client, school: School) -> None:
    abel = colleague(school, "Abel", job_title="=1+1")
    attend(abel, AUTUMN, 6)
    attend(abel, SPRING, 5)
    sign_in(client, Role.HR_OFFICER, school)
    answer = client.get(reverse("cpd:hours-workbook") + LAST_YEAR)
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    rows = [[cell.value for cell in row][:7] for row in sheet.iter_rows(min_row=4)]
    assert rows == [
        ["Abel", "Rowan", "=1+1", 1.5, 1.25, 0, "=SUM(D4:F4)"],
        ["Everybody", None, None, "=SUM(D4:D4)", "=SUM(E4:E4)", "=SUM(F4:F4)", "=SUM(G4:G4)"],
    ]
    assert (sheet["C4"].data_type, sheet["G4"].data_type) == ("s", "f")


@pytest.mark.parametrize("people", [1, 3])
def test_page_asks_a_steady_number_of_queries(
    client: Client, school: School, people: int, assert_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    for number in range(people):
        attend(colleague(school, f"Abel{number}"), AUTUMN, 4)
    sign_in(client, Role.HR_OFFICER, school)
    with assert_queries(6):
        client.get(HOURS + LAST_YEAR)
