"""Policies and signatures over HTTP: of one's own schools alone, to be read and nothing else."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from http import HTTPStatus

import pytest
from django.test import Client

from core.domain.permissions import Role
from core.models import School
from tests.factories import make_person, make_school, make_user
from tests.factories.policies import make_policy, make_signature, make_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def school(client: Client) -> School:
    school = make_school(name="Mill Lane Primary School")
    client.force_login(make_user(Role.HR_OFFICER, school=school))
    return school


def test_a_policy_comes_with_its_editions_the_newest_first(client: Client, school: School) -> None:
    first = make_version(school=school, in_force_from="2025-09-01", read_by="2025-09-30")
    second = make_version(first.policy, kinds=["support"], address="https://school.example/code")
    make_version()
    (found,) = client.get("/api/v1/policies/").json()["results"]
    assert (found["title"], found["school_name"]) == ("Staff code of conduct", "Mill Lane Primary School")
    assert [one["id"] for one in found["versions"]] == [second.pk, first.pk]
    assert found["versions"][0] | {"published_at": ""} == {
        "id": second.pk,
        "edition": "Edition 2",
        "in_force_from": "2026-09-01",
        "read_by": "2026-09-30",
        "kinds": ["support"],
        "counts_as": None,
        "address": "https://school.example/code",
        "text": "Doors stay closed.",
        "published_at": "",
    }
    assert client.get(f"/api/v1/policies/{first.policy_id}/").json() == found


def test_signatures_are_those_of_ones_own_schools(client: Client, school: School) -> None:
    version, other = make_version(school=school), make_version(make_policy(school=school, title="Other"))
    wanted = make_signature(version, make_person(given_name="Josie", family_name="Lane"))
    make_signature(other, make_person())
    make_signature(make_version(), make_person())
    found = client.get(f"/api/v1/policy-signatures/?version__policy={version.policy_id}").json()["results"]
    assert client.get("/api/v1/policy-signatures/").json()["count"] == 2
    assert [(one["id"], one["name"], one["way"], one["seen_by"]) for one in found] == [
        (wanted.pk, "Josie Lane", "paper", "Nia Owen")
    ]


@pytest.mark.parametrize("role", [Role.STAFF_MEMBER, Role.LINE_MANAGER])
def test_who_looks_after_nobody_reads_nothing(client: Client, school: School, role: Role) -> None:
    version = make_version(school=school)
    client.force_login(make_user(role, school=school))
    paths = ("policies/", f"policies/{version.policy_id}/", "policy-signatures/")
    assert [client.get(f"/api/v1/{one}").status_code for one in paths] == [HTTPStatus.FORBIDDEN] * 3


def test_nothing_is_written_here(client: Client, school: School) -> None:
    version = make_version(school=school)
    answers = [
        client.post("/api/v1/policy-signatures/", {}, content_type="application/json").status_code,
        client.delete(f"/api/v1/policies/{version.policy_id}/").status_code,
    ]
    assert answers == [HTTPStatus.METHOD_NOT_ALLOWED] * 2


def test_another_schools_policy_is_not_there(client: Client, school: School) -> None:
    assert client.get(f"/api/v1/policies/{make_version().policy_id}/").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("rows", [1, 3])
def test_lists_ask_a_steady_number_of_queries(
    client: Client, school: School, rows: int, assert_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    for number in range(rows):
        make_signature(make_version(make_policy(school=school, title=f"Policy {number}")), make_person())
    for name in ("policies", "policy-signatures"):
        with assert_queries(6):
            client.get(f"/api/v1/{name}/")
