"""A stage as a whole: opened, watched without a peek, unsealed; conflicts and names on the record."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import ROLES, Permission, Role
from recruitment.models import Application, PanelMember, RecruitmentEvent, ScoreSheet, Stage
from tests.factories import make_application, make_panel_member, make_stage, make_user, make_vacancy
from tests.factories.people import NOW
from tests.factories.scoring import make_sheet

pytestmark = pytest.mark.django_db

type Scene = tuple[Stage, list[PanelMember], list[Application]]


@pytest.fixture
def scene() -> Scene:
    vacancy = make_vacancy()
    stage = make_stage(vacancy)
    return stage, [make_panel_member(stage) for _ in range(2)], [make_application(vacancy) for _ in range(2)]


def finish(scene: Scene, *members: int) -> None:
    for number in members:
        for application in scene[2]:
            make_sheet(scene[1][number], application, [2, 2, 2])


def sign_in(client: Client, role: Role, stage: Stage) -> None:
    client.force_login(make_user(role, school=stage.vacancy.school))


def url(stage: Stage, name: str) -> str:
    return reverse(f"recruitment:{name}", kwargs={"pk": stage.vacancy_id, "kind": stage.kind})


def status_page(client: Client, stage: Stage) -> str:
    return client.get(url(stage, "stage-status")).content.decode()


# Before and during scoring


def test_a_stage_being_prepared_says_what_is_missing(client: Client) -> None:
    stage = make_vacancy().stages.get(kind="application")
    sign_in(client, Role.HR_OFFICER, stage)

    assert "At least two people must score independently" in status_page(client, stage)


def test_opening_scoring(client: Client) -> None:
    stage = make_vacancy().stages.get(kind="application")
    for _ in range(2):
        make_panel_member(stage)
    sign_in(client, Role.HR_OFFICER, stage)

    response = client.post(url(stage, "stage-open"))

    assert response["Location"] == url(stage, "stage-status")
    assert Stage.objects.get(pk=stage.pk).status == "scoring"


def test_opening_scoring_too_early_says_why(client: Client) -> None:
    stage = make_vacancy().stages.get(kind="application")
    sign_in(client, Role.HR_OFFICER, stage)

    page = client.post(url(stage, "stage-open"), follow=True).content.decode()

    assert "At least two people must score independently" in page
    assert Stage.objects.get(pk=stage.pk).status == "preparing"


@pytest.mark.parametrize("name", ["stage-open", "stage-unseal"])
def test_opening_an_address_meant_for_pressing_leads_to_the_status(
    client: Client, scene: Scene, name: str
) -> None:
    sign_in(client, Role.HR_OFFICER, scene[0])

    assert client.get(url(scene[0], name))["Location"] == url(scene[0], "stage-status")


def test_lights_say_only_who_has_finished(client: Client, scene: Scene) -> None:
    finish(scene, 0)
    make_sheet(scene[1][1], scene[2][0], [3, 3, 3])
    sign_in(client, Role.HR_OFFICER, scene[0])

    page = status_page(client, scene[0])

    assert (page.count("Finished"), page.count("Not finished")) == (1, 1)
    assert "Scores stay sealed until every panel member has submitted" in page


def test_lights_of_a_member_who_left_are_gone(client: Client, scene: Scene) -> None:
    PanelMember.objects.filter(pk=scene[1][0].pk).update(left_at=NOW, leaving_reason="Moved away")
    sign_in(client, Role.HR_OFFICER, scene[0])

    page = status_page(client, scene[0])

    assert scene[1][0].user.name not in page
    assert scene[1][1].user.name in page


# Unsealing


def test_unsealing_when_everybody_has_finished(client: Client, scene: Scene) -> None:
    finish(scene, 0, 1)
    sign_in(client, Role.HR_OFFICER, scene[0])

    assert "Open the scores" in status_page(client, scene[0])
    response = client.post(url(scene[0], "stage-unseal"))

    assert response["Location"] == url(scene[0], "scoring-grid")
    assert Stage.objects.get(pk=scene[0].pk).status == "unsealed"


def test_unsealing_too_early_says_why(client: Client, scene: Scene) -> None:
    finish(scene, 0)
    sign_in(client, Role.HR_OFFICER, scene[0])

    page = client.post(url(scene[0], "stage-unseal"), follow=True).content.decode()

    assert "Scores stay sealed until every panel member has submitted" in page
    assert Stage.objects.get(pk=scene[0].pk).status == "scoring"


def test_unsealing_warns_where_one_person_alone_has_scored(client: Client, scene: Scene) -> None:
    finish(scene, 0, 1)
    ScoreSheet.objects.filter(member=scene[1][0], application=scene[2][0]).update(
        status="recused", reason="Her sister"
    )
    sign_in(client, Role.HR_OFFICER, scene[0])

    page = status_page(client, scene[0])

    assert "Scored by one person only" in page
    assert "C01. Where somebody" in page
    assert re.findall(r"\bC02\b", page) == []  # a token of the page may hold the letters


@pytest.mark.parametrize(
    "role",
    [role for role in Role if Permission.UNSEAL_SCORES not in ROLES[role]],
)
def test_unsealing_by_a_role_that_may_not_is_forbidden(client: Client, scene: Scene, role: Role) -> None:
    finish(scene, 0, 1)
    sign_in(client, role, scene[0])

    assert client.post(url(scene[0], "stage-unseal")).status_code == 403
    assert Stage.objects.get(pk=scene[0].pk).status == "scoring"


def test_a_member_of_the_panel_cannot_unseal(client: Client, scene: Scene) -> None:
    finish(scene, 0, 1)
    client.force_login(scene[1][0].user)

    assert "Open the scores" not in status_page(client, scene[0])
    assert client.post(url(scene[0], "stage-unseal")).status_code == 403


@pytest.mark.parametrize("name", ["stage-status", "ranked-list", "scoring-grid", "discussion"])
def test_stages_of_another_school_are_not_there(client: Client, scene: Scene, name: str) -> None:
    sign_in(client, Role.HR_OFFICER, make_vacancy().stages.get(kind="application"))

    assert client.get(url(scene[0], name)).status_code == 404


@pytest.mark.parametrize(
    "name", ["stage-open", "stage-unseal", "conflict-record", "conflict-lift", "names-reveal"]
)
def test_moves_of_a_stage_of_another_school_are_not_there(client: Client, scene: Scene, name: str) -> None:
    sign_in(client, Role.HR_OFFICER, make_vacancy().stages.get(kind="application"))

    assert client.post(url(scene[0], name)).status_code == 404


def test_a_kind_of_stage_there_is_none_of(client: Client, scene: Scene) -> None:
    sign_in(client, Role.HR_OFFICER, scene[0])

    assert client.get(f"/vacancies/{scene[0].vacancy_id}/lunch/grid/").status_code == 404
    assert client.get(f"/vacancies/{scene[0].vacancy_id}/task/grid/").status_code == 404


# Conflicts of interest


def record(client: Client, scene: Scene, **data: object):
    typed = {"member": scene[1][0].pk, "application": "c01", "reason": "Her sister"} | data
    return client.post(url(scene[0], "conflict-record"), typed)


def test_recording_a_conflict_locks_the_sheet(client: Client, scene: Scene) -> None:
    sign_in(client, Role.HR_OFFICER, scene[0])

    response = record(client, scene)

    assert response.status_code == 302
    sheet = ScoreSheet.objects.get()
    assert (sheet.status, sheet.member_id, sheet.application_id, sheet.reason) == (
        "recused",
        scene[1][0].pk,
        scene[2][0].pk,
        "Her sister",
    )
    assert "Her sister" in client.get(url(scene[0], "conflict-record")).content.decode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"member": ""}, "Choose somebody on the panel"),
        ({"member": "9999"}, "Choose somebody on the panel"),
        ({"application": "C99"}, "Choose a candidate of this stage"),
        ({"application": ""}, "Choose a candidate of this stage"),
        ({"reason": " "}, "Give the reason in a sentence"),
    ],
)
def test_recording_a_conflict_with_something_missing_keeps_what_was_typed(
    client: Client, scene: Scene, data: dict[str, str], words: str
) -> None:
    sign_in(client, Role.HR_OFFICER, scene[0])

    response = record(client, scene, **data)

    page = response.content.decode()
    assert response.status_code == 422
    assert words in page
    assert data.get("reason", "Her sister").strip() in page
    assert not ScoreSheet.objects.exists()


def test_taking_a_recusal_back(client: Client, scene: Scene) -> None:
    sign_in(client, Role.HR_OFFICER, scene[0])
    record(client, scene)

    client.post(url(scene[0], "conflict-lift"), {"member": scene[1][0].pk, "application": scene[2][0].pk})

    assert ScoreSheet.objects.get().is_current is False
    assert "None so far" in client.get(url(scene[0], "conflict-record")).content.decode()


@pytest.mark.parametrize("name", ["conflict-record", "conflict-lift"])
def test_conflicts_are_closed_to_the_panel(client: Client, scene: Scene, name: str) -> None:
    client.force_login(scene[1][0].user)

    assert client.post(url(scene[0], name)).status_code == 403


# Names


def reveal(client: Client, stage: Stage, reason: str = "To check the guaranteed interview"):
    return client.post(url(stage, "names-reveal"), {"reason": reason}, follow=True)


@pytest.fixture
def unsealed(client: Client, scene: Scene) -> Stage:
    finish(scene, 0, 1)
    sign_in(client, Role.HR_OFFICER, scene[0])
    client.post(url(scene[0], "stage-unseal"))
    return Stage.objects.select_related("vacancy").get(pk=scene[0].pk)


def test_names_are_shown_only_after_asking_for_them(client: Client, scene: Scene, unsealed: Stage) -> None:
    name = scene[2][0].person.full_name
    before = client.get(url(unsealed, "scoring-grid") + "?names=1").content.decode()

    after = reveal(client, unsealed).content.decode()

    assert name not in before
    assert name in after
    assert RecruitmentEvent.objects.filter(kind="name_revealed").count() == 1
    assert name not in client.get(url(unsealed, "scoring-grid")).content.decode()


def test_names_shown_to_one_are_shown_to_no_other(client: Client, scene: Scene, unsealed: Stage) -> None:
    reveal(client, unsealed)
    name = scene[2][0].person.full_name

    for user in (scene[1][0].user, make_user(Role.HEADTEACHER, school=unsealed.vacancy.school)):
        client.force_login(user)
        for page in ("scoring-grid", "ranked-list", "discussion"):
            assert name not in client.get(url(unsealed, page) + "?names=1").content.decode()


def test_names_are_not_shown_without_a_reason(client: Client, scene: Scene, unsealed: Stage) -> None:
    page = reveal(client, unsealed, " ").content.decode()

    assert "Give the reason in a sentence" in page
    assert scene[2][0].person.full_name not in page
    assert not RecruitmentEvent.objects.filter(kind="name_revealed").exists()


def test_names_cannot_be_asked_for_by_the_panel(client: Client, scene: Scene, unsealed: Stage) -> None:
    client.force_login(scene[1][0].user)

    assert client.post(url(unsealed, "names-reveal"), {"reason": "Curious"}).status_code == 403


def test_names_are_known_to_all_once_the_shortlist_is_decided(
    client: Client, scene: Scene, unsealed: Stage
) -> None:
    make_stage(unsealed.vacancy, status="decided")
    client.force_login(scene[1][0].user)
    name = scene[2][0].person.full_name

    assert name in client.get(url(unsealed, "scoring-grid")).content.decode()
    assert name not in client.get(url(unsealed, "scoring-grid") + "?names=0").content.decode()
