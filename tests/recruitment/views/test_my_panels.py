"""Where a panel member begins: my panels, my candidates, and nothing of anybody else's."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from recruitment.models import (
    Application,
    PanelMember,
    Stage,
)
from tests.factories import make_application, make_panel_member, make_stage, make_user, make_vacancy
from tests.factories.scoring import make_sheet

pytestmark = pytest.mark.django_db

type Scene = tuple[Stage, PanelMember, list[Application]]
type AssertQueries = Callable[..., AbstractContextManager[object]]


@pytest.fixture
def scene() -> Scene:
    vacancy = make_vacancy(title="Learning Mentor")
    stage = make_stage(vacancy)
    make_panel_member(stage)
    return stage, make_panel_member(stage), [make_application(vacancy) for _ in range(2)]


@pytest.fixture
def mine(client: Client, scene: Scene) -> Client:
    """Signed in as the panel member of the scene."""
    client.force_login(scene[1].user)
    return client


def url(scene: Scene, name: str, code: str | None = "C01") -> str:
    kwargs: dict[str, object] = {"stage_id": scene[0].pk} | ({"code": code} if code else {})
    return reverse(f"recruitment:{name}", kwargs=kwargs)


def test_my_panels_say_what_needs_scoring(mine: Client, scene: Scene) -> None:
    make_sheet(scene[1], scene[2][0], [2, 2, 2])
    make_sheet(scene[1], scene[2][1], [2], status="open")

    page = mine.get(reverse("recruitment:panel-list")).content.decode()

    assert "Learning Mentor" in page
    assert "4 of 6 points given" in page
    assert "1 candidate to finish" in page


def test_my_panels_without_a_panel(client: Client, scene: Scene) -> None:
    client.force_login(make_user(Role.PANEL_MEMBER, school=scene[0].vacancy.school))

    assert "You are on no panel" in client.get(reverse("recruitment:panel-list")).content.decode()


def test_my_panels_count_interviews_by_the_shortlisted(client: Client) -> None:
    vacancy = make_vacancy()
    make_stage(vacancy, status="decided")
    stage = make_stage(vacancy, "interview")
    member = make_panel_member(stage)
    make_application(vacancy, status="shortlisted")
    make_application(vacancy, status="not_shortlisted")
    client.force_login(member.user)

    assert "0 of 3 points given" in client.get(reverse("recruitment:panel-list")).content.decode()


def test_my_candidates_show_my_own_progress_alone(mine: Client, scene: Scene) -> None:
    other = PanelMember.objects.exclude(pk=scene[1].pk).get()
    make_sheet(other, scene[2][0], [2, 2, 2])
    make_sheet(scene[1], scene[2][1], [2], status="open")

    page = mine.get(url(scene, "sheet-list", None)).content.decode()

    assert page.count("Not begun") == 1
    assert page.count("1 of 3 answered") == 1
    assert "Submitted" not in page


@pytest.mark.parametrize(
    ("status", "words"), [("submitted", "Submitted"), ("recused", "Stood aside"), ("open", "3 of 3 answered")]
)
def test_my_candidates_name_the_state_of_each_sheet(
    mine: Client, scene: Scene, status: str, words: str
) -> None:
    make_sheet(scene[1], scene[2][0], [2, 2, 2], status=status)

    assert words in mine.get(url(scene, "sheet-list", None)).content.decode()


def test_my_candidates_say_when_i_have_finished(mine: Client, scene: Scene) -> None:
    for application in scene[2]:
        make_sheet(scene[1], application, [2, 2, 2])

    assert "You have finished" in mine.get(url(scene, "sheet-list", None)).content.decode()


def test_my_candidates_before_scoring_is_open(client: Client) -> None:
    stage = make_vacancy().stages.get(kind="application")
    make_application(stage.vacancy)
    member = make_panel_member(stage)
    client.force_login(member.user)

    listed = client.get(reverse("recruitment:sheet-list", kwargs={"stage_id": stage.pk}))
    sheet = client.get(reverse("recruitment:sheet-edit", kwargs={"stage_id": stage.pk, "code": "C01"}))

    assert "Scoring has not been opened yet" in listed.content.decode()
    assert "C01" not in listed.content.decode()
    assert sheet.status_code == 302
