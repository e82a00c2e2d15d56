"""What a new edition changes, for whom at one's own schools, and what is still to be done."""

from datetime import date

import pytest
from django.test import Client

from compliance.domain.categories import CheckType, WorkerCategory
from core.domain.permissions import Role
from core.models import School
from tests.factories import make_school, make_user
from tests.factories.compliance import make_certificate, make_check, make_engagement

pytestmark = pytest.mark.django_db
SUPERVISION = "Crime and Policing Act 2026: supervision"


@pytest.fixture
def school() -> School:
    return make_school(school_type="maintained")


def concerned(client: Client, school: School, edition: str = SUPERVISION) -> list[tuple[object, ...]]:
    client.force_login(make_user(Role.HR_OFFICER, school=school))
    parts = client.get("/editions/").context["parts"]
    (rows,) = [rows for part, rows in parts if part.edition.name == edition]
    return [
        (row["person"].pk, row["check"], row["before"], row["after"], row["is_outstanding"]) for row in rows
    ]


def make_volunteer(school: School, **fields: object):
    return make_engagement(
        school=school, category=WorkerCategory.VOLUNTEER_RA, role={"supervised": True}, **fields
    )


def test_supervised_volunteer_needs_the_barred_list_now(client: Client, school: School) -> None:
    volunteer = make_volunteer(school)
    make_engagement(school=school, category=WorkerCategory.TEACHER)
    make_volunteer(make_school())

    found = [row for row in concerned(client, school) if row[1] == "Children's barred list"]

    assert found == [(volunteer.person_id, "Children's barred list", "Must not be made", "Required", True)]


def test_what_is_recorded_is_no_longer_to_do(client: Client, school: School) -> None:
    volunteer = make_volunteer(school)
    make_certificate(volunteer)

    assert [row[4] for row in concerned(client, school)] == [False] * len(concerned(client, school))
    assert concerned(client, school) != []


def test_who_has_left_is_not_concerned(client: Client, school: School) -> None:
    make_volunteer(school, end_date=date(2026, 9, 2))

    assert concerned(client, school) == []


@pytest.mark.parametrize("role", [Role.INSPECTOR, Role.PANEL_MEMBER, Role.STAFF_MEMBER])
def test_role_too_low_is_refused(client: Client, school: School, role: Role) -> None:
    client.force_login(make_user(role, school=school))

    assert client.get("/editions/").status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_the_database_the_same_whatever_there_is(
    client: Client, school: School, count: int, django_assert_num_queries
) -> None:
    for _ in range(count):
        make_check(make_volunteer(school), CheckType.IDENTITY)
    client.force_login(make_user(Role.HR_OFFICER, school=school))

    with django_assert_num_queries(5):
        client.get("/editions/")
