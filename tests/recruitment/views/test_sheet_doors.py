"""Doors to a panel member's sheets that stay shut: to other people, other vacancies, other roles."""

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from recruitment.models import PanelMember, Stage, StageResult
from tests.factories import make_application, make_panel_member, make_stage, make_user, make_vacancy
from tests.factories.people import NOW
from tests.factories.scoring import list_criteria

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


OF_A_SEAT = (
    "recruitment:ranked-list",
    "recruitment:scoring-grid",
    "recruitment:discussion",
    "recruitment:grid-workbook",
    "recruitment:score-list",
    "recruitment:score-sheet",
    "recruitment_api:ranking",
    "recruitment_api:own-sheet",
)


@pytest.mark.parametrize("is_still_here", [True, False])
@pytest.mark.parametrize("name", OF_A_SEAT)
def test_a_seat_opens_nothing_once_the_role_at_the_school_has_ended(
    client: Client, name: str, is_still_here: bool
) -> None:
    stage = make_stage(make_vacancy(), "application", "unsealed")
    application = make_application(stage.vacancy)
    school = stage.vacancy.school if is_still_here else make_vacancy().school
    user = make_user(Role.PANEL_MEMBER, school=school)
    make_panel_member(stage, user)
    cells = [[None, ""] for _ in list_criteria(stage)]
    StageResult.objects.create(
        stage=stage, application=application, is_complete=False, gate="open", cells=cells
    )
    of_stage = [stage.vacancy_id, stage.kind]
    arguments = {
        "recruitment:score-sheet": [stage.pk],
        "recruitment_api:own-sheet": [stage.pk, application.code],
    }
    address = reverse(name, args=arguments.get(name, of_stage))
    client.force_login(user)

    assert client.get(address).status_code == (200 if is_still_here else 403)


def test_sheets_ask_strangers_to_sign_in(client: Client, scene: Scene) -> None:
    response = client.get(url(scene, "sheet-edit"))

    assert response.status_code == 302
    assert response["Location"].startswith("/account/login/")
