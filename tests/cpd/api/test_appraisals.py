"""The API of appraisals: one's own and those one has a part in, the same sides as on the page."""

from http import HTTPStatus

import pytest
from django.test import Client

from core.domain.permissions import Role
from core.models import School
from cpd.models import Appraisal, Objective
from tests.factories import make_school, make_user
from tests.factories.appraisals import make_appraisal, make_objective, make_side

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def appraisal(school: School) -> Appraisal:
    return make_appraisal(school=school)


def test_lists_hold_what_one_has_a_part_in(client: Client, school: School, appraisal: Appraisal) -> None:
    objective = make_objective(appraisal)
    make_objective(make_appraisal(school=school))
    make_objective(make_appraisal())
    client.force_login(appraisal.engagement.person.user)
    found = {
        name: [row["id"] for row in client.get(f"/api/v1/{name}/").json()["results"]]
        for name in ("appraisals", "objectives")
    }
    assert found == {"appraisals": [appraisal.pk], "objectives": [objective.pk]}


def test_an_appraisal_says_where_it_stands_and_what_is_shared(
    client: Client, school: School, appraisal: Appraisal
) -> None:
    Appraisal.objects.filter(pk=appraisal.pk).update(state="signed")
    final = make_side(appraisal, is_shared=True, overall_rating="met", development_needs="First aid")
    final.ratings.create(objective=make_objective(appraisal), rating="exceeded")
    make_side(appraisal, side="self", text="A draft nobody else reads")
    client.force_login(make_user(Role.HR_OFFICER, school=school))
    answer = client.get(f"/api/v1/appraisals/{appraisal.pk}/").json()
    assert (answer["state"], answer["person_name"]) == ("signed", appraisal.engagement.person.full_name)
    assert [(side["side"], side["overall_rating"]) for side in answer["sides"]] == [("manager", "met")]
    assert [one["rating"] for one in answer["sides"][0]["ratings"]] == ["exceeded"]


@pytest.mark.parametrize("name", ["appraisals", "objectives"])
def test_a_stranger_finds_nothing(client: Client, school: School, appraisal: Appraisal, name: str) -> None:
    pk = {"appraisals": appraisal.pk, "objectives": make_objective(appraisal).pk}[name]
    client.force_login(make_user(Role.LINE_MANAGER, school=school))
    assert client.get(f"/api/v1/{name}/{pk}/").status_code == HTTPStatus.NOT_FOUND
    assert client.get(f"/api/v1/{name}/").json()["results"] == []


def test_an_objective_is_added_by_the_rules_of_the_page(client: Client, appraisal: Appraisal) -> None:
    body = {"appraisal": appraisal.pk, "text": "Learn Makaton", "origin": "Unmet desirable"}
    client.force_login(appraisal.appraiser)
    made = client.post("/api/v1/objectives/", body, content_type="application/json")
    assert (made.status_code, made.json()["origin"]) == (HTTPStatus.CREATED, "Unmet desirable")
    Appraisal.objects.filter(pk=appraisal.pk).update(state="signed")
    refused = client.post("/api/v1/objectives/", body, content_type="application/json")
    assert refused.status_code >= HTTPStatus.BAD_REQUEST
    assert "can no longer change" in refused.content.decode()
    assert Objective.objects.count() == 1


def test_an_objective_for_a_stranger_is_not_found(
    client: Client, school: School, appraisal: Appraisal
) -> None:
    client.force_login(make_user(Role.LINE_MANAGER, school=school))
    body = {"appraisal": appraisal.pk, "text": "Learn Makaton"}
    found = client.post("/api/v1/objectives/", body, content_type="application/json")
    assert (found.status_code, Objective.objects.count()) == (HTTPStatus.NOT_FOUND, 0)


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_database_little(
    client: Client, school: School, number: int, assert_queries
) -> None:
    for _ in range(number):
        make_side(make_appraisal(school=school, state="signed"), is_shared=True)
    client.force_login(make_user(Role.HR_OFFICER, school=school))
    with assert_queries(7):
        client.get("/api/v1/appraisals/")
