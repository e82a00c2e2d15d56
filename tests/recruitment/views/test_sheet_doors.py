"""Doors to a panel member's sheets that stay shut: to other people, other vacancies, other roles."""

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from recruitment.models import PanelMember, Stage
from tests.factories import make_application, make_panel_member, make_stage, make_user, make_vacancy
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

type Scene = tuple[Stage, PanelMember]


@pytest.fixture
def scene() -> Scene:
    vacancy = make_vacancy()
    stage = make_stage(vacancy)
    make_application(vacancy)
    return stage, make_panel_member(stage)


def url(scene: Scene, name: str, code: str = "C01") -> str:
    return reverse(f"recruitment:{name}", kwargs={"stage_id": scene[0].pk, "code": code})


PAGES = ("sheet-edit", "score-save", "sheet-save", "sheet-submit", "sheet-recuse", "sheet-correct")


def ask(client: Client, scene: Scene, name: str) -> int:
    address = url(scene, name)
    return (client.get(address) if name == "sheet-edit" else client.post(address, {})).status_code


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("role", [Role.HR_OFFICER, Role.HEADTEACHER, Role.PANEL_MEMBER])
def test_sheets_are_not_there_for_whoever_is_not_on_the_panel(
    client: Client, scene: Scene, name: str, role: Role
) -> None:
    client.force_login(make_user(role, school=scene[0].vacancy.school))

    assert ask(client, scene, name) == 404


@pytest.mark.parametrize("name", PAGES)
def test_sheets_are_not_there_for_whoever_has_left(client: Client, scene: Scene, name: str) -> None:
    PanelMember.objects.filter(pk=scene[1].pk).update(left_at=NOW, leaving_reason="Moved away")
    client.force_login(scene[1].user)

    assert ask(client, scene, name) == 404


@pytest.mark.parametrize("name", PAGES)
def test_sheets_are_closed_to_roles_that_do_not_score(client: Client, scene: Scene, name: str) -> None:
    client.force_login(make_user(Role.LINE_MANAGER, school=scene[0].vacancy.school))

    assert ask(client, scene, name) == 403


@pytest.mark.parametrize("name", PAGES)
def test_sheets_of_candidates_of_another_vacancy_are_not_there(
    client: Client, scene: Scene, name: str
) -> None:
    make_application(make_vacancy(), code="C77")
    client.force_login(scene[1].user)
    address = url(scene, name, "C77")

    response = client.get(address) if name == "sheet-edit" else client.post(address, {})

    assert response.status_code == 404


def test_a_member_whose_role_at_the_school_has_ended_is_refused(client: Client, scene: Scene) -> None:
    elsewhere = make_user(Role.PANEL_MEMBER, school=make_vacancy().school)
    make_panel_member(scene[0], elsewhere)
    client.force_login(elsewhere)

    assert client.get(url(scene, "sheet-edit")).status_code == 403


def test_sheets_ask_strangers_to_sign_in(client: Client, scene: Scene) -> None:
    response = client.get(url(scene, "sheet-edit"))

    assert response.status_code == 302
    assert response["Location"].startswith("/account/login/")
