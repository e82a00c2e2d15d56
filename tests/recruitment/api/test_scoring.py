"""Scoring over the API: my own sheet, never another's; the ranking only once scores are open."""

from http import HTTPStatus

import pytest
from django.test import Client

from core.domain.permissions import Role
from recruitment.models import Score
from recruitment.services.unsealing import unseal_stage
from tests.factories import (
    make_actor,
    make_application,
    make_panel_member,
    make_school,
    make_stage,
    make_user,
    make_vacancy,
)
from tests.factories.people import NOW
from tests.factories.scoring import list_criteria, make_sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage():
    return make_stage(make_vacancy())


@pytest.fixture
def members(stage):
    return [make_panel_member(stage) for _ in range(2)]


@pytest.fixture
def candidate(stage):
    return make_application(stage.vacancy)


def sheet_address(stage, candidate) -> str:
    return f"/api/v1/panels/{stage.pk}/sheets/{candidate.code}/"


def put(client: Client, stage, candidate, points: int | None, **fields: object):
    row = {"criterion": list_criteria(stage)[0].pk, "points": points} | fields
    return client.put(sheet_address(stage, candidate), {"scores": [row]}, content_type="application/json")


def test_own_sheet_is_saved_and_read_back(client: Client, stage, members, candidate) -> None:
    client.force_login(members[0].user)
    answer = put(client, stage, candidate, 2, note="Ran a lunch club").json()
    assert (answer["status"], answer["scores"][0]["points"], answer["scores"][0]["note"]) == (
        "open",
        2,
        "Ran a lunch club",
    )
    assert client.get(sheet_address(stage, candidate)).json() == answer


def test_another_members_points_are_nowhere(client: Client, stage, members, candidate) -> None:
    client.force_login(members[1].user)
    before = [
        client.get(address).content
        for address in (f"/api/v1/panels/{stage.pk}/sheets/", sheet_address(stage, candidate))
    ]
    make_sheet(members[0], candidate, (3, 1, 2), notes={0: "Outstanding"})
    after = [
        client.get(address).content
        for address in (f"/api/v1/panels/{stage.pk}/sheets/", sheet_address(stage, candidate))
    ]
    assert after == before


def test_points_off_the_scale_are_refused_and_nothing_is_saved(
    client: Client, stage, members, candidate
) -> None:
    client.force_login(members[0].user)
    answer = put(client, stage, candidate, 4)
    criterion = list_criteria(stage)[0].pk
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert answer.json()["error"] == {
        "code": "off_scale",
        "field": f"points-{criterion}",
        "message": "Points go from 0 to 3.",
    }
    assert Score.objects.count() == 0


def test_sheet_is_submitted_once_every_criterion_is_answered(
    client: Client, stage, members, candidate
) -> None:
    client.force_login(members[0].user)
    put(client, stage, candidate, 2)
    early = client.post(f"{sheet_address(stage, candidate)}submit/")
    rows = [{"criterion": one.pk, "points": None, "cannot_tell": True} for one in list_criteria(stage)]
    client.put(sheet_address(stage, candidate), {"scores": rows}, content_type="application/json")
    submitted = client.post(f"{sheet_address(stage, candidate)}submit/")
    again = put(client, stage, candidate, 1)
    assert (early.status_code, early.json()["error"]["code"]) == (HTTPStatus.BAD_REQUEST, "unanswered")
    assert submitted.json()["status"] == "submitted"
    assert again.json()["error"]["code"] == "already_submitted"


def test_who_is_not_on_the_panel_has_no_sheet(client: Client, stage, members, candidate) -> None:
    client.force_login(make_user(Role.PANEL_MEMBER, school=stage.vacancy.school))
    assert client.get(sheet_address(stage, candidate)).status_code == HTTPStatus.NOT_FOUND
    client.force_login(make_user(Role.PANEL_MEMBER, school=make_school()))
    assert client.get(f"/api/v1/panels/{stage.pk}/sheets/").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("role", [Role.HR_OFFICER, Role.HEADTEACHER])
def test_ranking_is_nobodys_while_sealed(client: Client, stage, members, candidate, role: Role) -> None:
    make_sheet(members[0], candidate, (3, 1, 2))
    client.force_login(make_user(role, school=stage.vacancy.school))
    answer = client.get(f"/api/v1/vacancies/{stage.vacancy_id}/application/ranking/")
    assert (answer.status_code, answer.json()["error"]["code"]) == (HTTPStatus.CONFLICT, "sealed")


def test_opened_ranking_is_given_by_code(client: Client, stage, members, candidate) -> None:
    for member in members:
        make_sheet(member, candidate, (3, 1, 2))
    head = make_actor(Role.HEADTEACHER, school=stage.vacancy.school)
    unseal_stage(stage_id=stage.pk, by=head, now=NOW)
    client.force_login(members[0].user)
    answer = client.get(f"/api/v1/vacancies/{stage.vacancy_id}/application/ranking/").json()
    (row,) = answer["results"]
    assert answer["count"] == 1
    assert (row["code"], row["gate"], row["rank"], row["total_percent"]) == (candidate.code, "met", 1, 72.2)
    assert candidate.person.family_name not in str(answer)
