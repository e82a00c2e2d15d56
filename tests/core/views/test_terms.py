"""A school's own half terms on their page."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.domain.permissions import Role
from core.domain.terms import MONTHS, school_year_of
from core.models import School
from tests.factories import make_school, make_user

pytestmark = pytest.mark.django_db
YEAR = school_year_of(timezone.localdate())


def address(school: School) -> str:
    return reverse("core:school-terms", args=[school.pk])


def typed(year: int) -> dict[str, str]:
    """Half terms a day shorter than months at both ends."""
    found = {}
    for place, one in enumerate(MONTHS.half_terms_of(year)):
        found[f"first_{place}"] = f"{one.first.replace(day=2):%d/%m/%Y}"
        found[f"last_{place}"] = f"{one.last.replace(day=20):%d/%m/%Y}"
    return found


def test_dates_are_kept_with_their_history_and_taken_back(client: Client) -> None:
    school = make_school()
    client.force_login(make_user(Role.HR_OFFICER, school=school))
    assert "By the months of the calendar" in client.get(address(school)).content.decode()
    response = client.post(address(school), typed(YEAR))
    school.refresh_from_db()
    assert response["Location"] == f"{address(school)}?year={YEAR}"
    assert (school.terms.says(YEAR), school.terms.says(YEAR + 1)) == (True, False)
    assert school.history.latest().history_change_reason == f"half terms of {YEAR}"
    page = client.get(address(school)).content.decode()
    assert (f'value="02/11/{YEAR}"' in page, "By the months of the calendar" in page) == (True, False)
    client.post(address(school), dict.fromkeys(typed(YEAR), ""))
    school.refresh_from_db()
    assert not school.terms.says(YEAR)


def test_next_year_is_written_down_beside_this_one(client: Client) -> None:
    school = make_school()
    client.force_login(make_user(Role.HEADTEACHER, school=school))
    client.post(address(school), typed(YEAR))
    client.post(f"{address(school)}?year={YEAR + 1}", typed(YEAR + 1))
    school.refresh_from_db()
    assert sorted(school.terms.own) == [YEAR, YEAR + 1]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"last_2": ""}, "Give this day too"),
        ({"last_0": f"01/09/{YEAR}"}, "Autumn 1 ends before it begins"),
        ({"first_1": f"20/10/{YEAR}"}, "Autumn 2 begins before Autumn 1 has ended"),
    ],
)
def test_dates_that_cannot_be_keep_what_was_typed(client: Client, change: dict[str, str], said: str) -> None:
    school = make_school()
    client.force_login(make_user(Role.HR_OFFICER, school=school))
    response = client.post(address(school), typed(YEAR) | change)
    page = response.content.decode()
    assert (response.status_code, said in page, f"02/06/{YEAR + 1}" in page) == (422, True, True)
    school.refresh_from_db()
    assert school.term_dates == {}


@pytest.mark.parametrize(
    ("role", "elsewhere", "expected"),
    [(Role.HR_OFFICER, True, 404), (Role.PANEL_MEMBER, False, 403), (Role.LINE_MANAGER, False, 403)],
)
def test_dates_are_for_those_who_set_the_schools_policy(
    client: Client, role: Role, elsewhere: bool, expected: int
) -> None:
    school = make_school()
    client.force_login(make_user(role, school=make_school() if elsewhere else school))
    assert client.get(address(school)).status_code == expected
    assert client.post(address(school), typed(YEAR)).status_code == expected
    school.refresh_from_db()
    assert school.term_dates == {}
