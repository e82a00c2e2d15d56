"""Remarks on wording through the API: what the page says, for those who may open the page."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from http import HTTPStatus

import pytest
from django.test import Client

from core.domain.permissions import Role
from core.models import School
from recruitment.models import JobProfileVersion
from recruitment.services.wording import let_remark_stand
from tests.factories import make_actor, make_job_profile_version, make_school, make_user
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

CRITERIA = (
    ("Car owner", "essential", "A", 1),
    ("Knows simple repairs", "desirable", "AI", 1),
    ("Knows of simple repairs", "desirable", "AI", 1),
)


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def version(school: School) -> JobProfileVersion:
    return make_job_profile_version(school=school, criteria=CRITERIA)


def address(version: JobProfileVersion) -> str:
    return f"/api/v1/job-profiles/{version.job_profile_id}/versions/{version.number}/wording/"


def pages(version: JobProfileVersion) -> str:
    return f"/job-profiles/{version.job_profile_id}/versions/{version.number}/wording/"


def sign_in(client: Client, school: School, role: Role = Role.HR_OFFICER) -> None:
    client.force_login(make_user(role, school=school))


def test_open_remarks_come_with_their_source(
    client: Client, school: School, version: JobProfileVersion
) -> None:
    sign_in(client, school)

    by_law, alike = client.get(address(version)).json()

    assert (by_law["code"], by_law["criteria"], by_law["basis"]["kind"]) == (
        "driving_demand",
        [1],
        "statute",
    )
    assert (by_law["is_left_as_it_is"], by_law["reason"], by_law["left_at"]) == (False, "", None)
    assert (alike["code"], alike["name"], alike["criteria"], alike["basis"]["kind"]) == (
        "duplicate",
        "Asked for twice",
        [2, 3],
        "custom",
    )


def test_a_remark_that_was_let_stand_says_who_and_why(
    client: Client, school: School, version: JobProfileVersion
) -> None:
    by = make_actor(Role.HR_OFFICER, school=school)
    let_remark_stand(
        version_id=version.pk,
        anchor="question-driving-demand-1",
        reason="The post is between sites.",
        by=by,
        now=NOW,
    )
    sign_in(client, school)

    remarks = client.get(address(version)).json()

    assert [(one["code"], one["is_left_as_it_is"], one["reason"]) for one in remarks] == [
        ("duplicate", False, ""),
        ("driving_demand", True, "The post is between sites."),
    ]


@pytest.mark.parametrize("role", list(Role))
def test_the_rights_are_those_of_the_page(
    client: Client, school: School, version: JobProfileVersion, role: Role
) -> None:
    sign_in(client, school, role)

    assert client.get(address(version)).status_code == client.get(pages(version)).status_code


def test_strangers_find_nothing(client: Client, version: JobProfileVersion) -> None:
    sign_in(client, make_school())

    assert client.get(address(version)).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("count", [1, 3])
def test_the_answer_asks_the_database_little(
    client: Client,
    school: School,
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
    count: int,
) -> None:
    sign_in(client, school)
    version = make_job_profile_version(school=school, criteria=[("Car owner", "essential", "AI", 1)] * count)

    with django_assert_num_queries(6):
        client.get(address(version))
