"""What the API gives to whom: the same rows as the pages, and nothing that is not named."""

from http import HTTPStatus

import pytest
from django.test import Client
from drf_spectacular.generators import SchemaGenerator
from openapi_spec_validator import validate

from core.domain.permissions import Role
from core.models import School
from recruitment.models import HistoryEntry, Qualification, Statement, Vacancy
from tests.factories import (
    make_application,
    make_job_profile_version,
    make_person,
    make_school,
    make_user,
    make_vacancy,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def vacancy(school: School) -> Vacancy:
    return make_vacancy(school=school, reference="LM-1")


def sign_in(client: Client, role: Role, school: School) -> None:
    client.force_login(make_user(role, school=school))


def test_description_of_the_api_is_valid() -> None:
    validate(SchemaGenerator().get_schema(request=None, public=True))


def test_job_profile_lists_its_criteria(client: Client, school: School) -> None:
    version = make_job_profile_version(school=school)
    sign_in(client, Role.HR_OFFICER, school)
    answer = client.get(f"/api/v1/job-profiles/{version.job_profile_id}/").json()
    (edition,) = answer["editions"]
    assert (answer["title"], answer["school"], answer["versions"]) == ("Learning Mentor", school.name, 1)
    assert [row["evidence"] for row in edition["criteria"]] == [
        ["A", "I"],
        ["A", "I"],
        ["I"],
        ["A", "C"],
        ["R"],
    ]


def test_vacancy_lists_frozen_criteria_and_stages(client: Client, school: School, vacancy: Vacancy) -> None:
    sign_in(client, Role.HR_OFFICER, school)
    answer = client.get(f"/api/v1/vacancies/{vacancy.pk}/").json()
    assert [row["weight"] for row in answer["criteria"]] == [3, 2, 1, 1, 1]
    assert [stage["kind"] for stage in answer["stages"]] == ["application", "interview"]


def test_application_is_given_to_those_who_look_after_applicants(
    client: Client, school: School, vacancy: Vacancy
) -> None:
    person = make_person(given_name="Carys", family_name="Beddoes")
    application = make_application(vacancy, person=person)
    HistoryEntry.objects.create(application=application, position=1, kind="employment", started="2020-09")
    Qualification.objects.create(application=application, position=1, title="GCSE English")
    Statement.objects.create(application=application, text="I have run a lunch club for four years.")
    sign_in(client, Role.HR_OFFICER, school)
    answer = client.get(f"/api/v1/applications/{application.pk}/").json()
    assert answer["name"] == "Carys Beddoes"
    assert answer["statements"] == [{"criterion": None, "text": "I have run a lunch club for four years."}]
    assert "interview_adjustments" not in answer


@pytest.mark.parametrize(
    ("role", "address", "status"),
    [
        (Role.PANEL_MEMBER, "/api/v1/applications/", HTTPStatus.FORBIDDEN),
        (Role.TRUST_ADMINISTRATOR, "/api/v1/applications/", HTTPStatus.FORBIDDEN),
        (Role.LINE_MANAGER, "/api/v1/vacancies/", HTTPStatus.FORBIDDEN),
        (Role.LINE_MANAGER, "/api/v1/job-profiles/", HTTPStatus.OK),
        (Role.INSPECTOR, "/api/v1/job-profiles/", HTTPStatus.FORBIDDEN),
        (Role.HEADTEACHER, "/api/v1/applications/", HTTPStatus.OK),
    ],
)
def test_roles_open_their_doors_only(
    client: Client, school: School, role: Role, address: str, status: HTTPStatus
) -> None:
    sign_in(client, role, school)
    assert client.get(address).status_code == status


def test_signed_out_gets_nothing(client: Client) -> None:
    assert client.get("/api/v1/vacancies/").status_code == HTTPStatus.FORBIDDEN


def test_stranger_finds_nothing(client: Client, school: School, vacancy: Vacancy) -> None:
    application = make_application(vacancy)
    sign_in(client, Role.HR_OFFICER, make_school())
    addresses = [
        f"/api/v1/job-profiles/{vacancy.job_profile_version.job_profile_id}/",
        f"/api/v1/vacancies/{vacancy.pk}/",
        f"/api/v1/vacancies/{vacancy.pk}/application/ranking/",
        f"/api/v1/applications/{application.pk}/",
    ]
    assert [client.get(address).status_code for address in addresses] == [HTTPStatus.NOT_FOUND] * 4
    assert client.get("/api/v1/applications/").json()["count"] == 0


@pytest.mark.parametrize(
    ("address", "queries"),
    [("/api/v1/vacancies/", 5), ("/api/v1/applications/", 5), ("/api/v1/job-profiles/", 5)],
)
def test_lists_cost_the_same_for_one_and_three(
    client: Client, school: School, django_assert_num_queries, address: str, queries: int
) -> None:
    sign_in(client, Role.HR_OFFICER, school)
    for number in (1, 2):
        for _ in range(number):
            make_application(make_vacancy(school=school))
        with django_assert_num_queries(queries):
            client.get(address)
