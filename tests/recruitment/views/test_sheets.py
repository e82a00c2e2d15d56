"""A panel member's own pages: scoring with and without scripts, standing aside, correcting."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from django.urls import reverse

from recruitment.models import (
    Application,
    HistoryEntry,
    PanelMember,
    Qualification,
    Score,
    ScoreSheet,
    Stage,
    Statement,
)
from tests.factories import make_application, make_panel_member, make_stage, make_vacancy
from tests.factories.scoring import list_criteria, make_sheet

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


def fields(scene: Scene, *points: object, note: str = "") -> dict[str, object]:
    """What the form sends: points in the order of the criteria, None where nothing is chosen."""
    data: dict[str, object] = {}
    for criterion, given in zip(list_criteria(scene[0]), points, strict=False):
        data[f"note-{criterion.pk}"] = note
        if given is not None:
            data[f"points-{criterion.pk}"] = given
    return data


def stored() -> list[tuple[int | None, bool, str]]:
    return list(Score.objects.order_by("criterion__position").values_list("points", "cannot_tell", "note"))


# The sheet


def test_the_sheet_shows_only_the_criteria_of_its_stage(mine: Client, scene: Scene) -> None:
    page = mine.get(url(scene, "sheet-edit")).content.decode()

    shown = [
        criterion.text
        for criterion in scene[0].vacancy.criteria.order_by("position")
        if criterion.text in page
    ]
    assert shown == [
        "Experience of working with primary-aged children",
        "Knowledge of safeguarding procedures",
        "ELSA training",
    ]


def test_the_sheet_shows_the_evidence_with_its_lengths(mine: Client, scene: Scene) -> None:
    application = scene[2][0]
    first = list_criteria(scene[0])[0]
    Statement.objects.create(
        application=application, criterion=first, text="I ran a nurture group in Year 4."
    )
    Qualification.objects.create(application=application, position=1, title="BA Education", grade="2:1")
    HistoryEntry.objects.create(
        application=application,
        position=1,
        kind="employment",
        job_title="Teaching assistant",
        started="2019-09",
        ended="2022-08",
    )

    page = mine.get(url(scene, "sheet-edit")).content.decode()

    for words in (
        "I ran a nurture group in Year 4.",
        "BA Education",
        "2:1",
        "Sep 2019 to Aug 2022 (3 years)",
    ):
        assert words in page


def test_saving_without_scripts_keeps_everything(mine: Client, scene: Scene) -> None:
    response = mine.post(url(scene, "sheet-save"), fields(scene, "0", "cannot_tell", None, note="Page 2"))

    assert response.status_code == 302
    assert stored() == [(0, False, "Page 2"), (None, True, "Page 2"), (None, False, "Page 2")]


def test_saving_one_cell_leaves_the_others(mine: Client, scene: Scene) -> None:
    first, second, _ = list_criteria(scene[0])
    mine.post(url(scene, "score-save"), {f"points-{first.pk}": "2", f"note-{first.pk}": ""})

    response = mine.post(
        url(scene, "score-save"), {f"points-{second.pk}": "cannot_tell", f"note-{second.pk}": "Vague"}
    )

    assert response.json() == {"saved": True}
    assert stored() == [(2, False, ""), (None, True, "Vague")]


def test_with_and_without_scripts_store_the_same(mine: Client, scene: Scene) -> None:
    for criterion, given in zip(list_criteria(scene[0]), ("3", "cannot_tell", "0"), strict=True):
        mine.post(url(scene, "score-save"), {f"points-{criterion.pk}": given, f"note-{criterion.pk}": "x"})
    mine.post(url(scene, "sheet-save", "C02"), fields(scene, "3", "cannot_tell", "0", note="x"))

    rows = [
        list(
            Score.objects.filter(sheet__application=application)
            .order_by("criterion_id")
            .values_list("criterion_id", "points", "cannot_tell", "label", "note")
        )
        for application in scene[2]
    ]
    assert rows[0] == rows[1]


@pytest.mark.parametrize("points", ["4", "-1", "two", "²"])
def test_points_that_are_none_are_refused_and_said(mine: Client, scene: Scene, points: str) -> None:
    first = list_criteria(scene[0])[0]

    response = mine.post(url(scene, "score-save"), {f"points-{first.pk}": points, f"note-{first.pk}": ""})

    assert response.status_code == 409
    assert response.json()["saved"] is False
    assert stored() == []


def test_a_note_that_is_too_long_comes_back_with_what_was_typed(mine: Client, scene: Scene) -> None:
    response = mine.post(url(scene, "sheet-save"), fields(scene, "2", "2", "2", note="long " * 1000))

    page = response.content.decode()
    assert response.status_code == 422
    assert "A note can have up to 4000 characters" in page
    assert page.count(("long " * 1000).strip()) == 3
    assert stored() == []


def test_clearing_an_answer_without_scripts(mine: Client, scene: Scene) -> None:
    first = list_criteria(scene[0])[0]
    mine.post(url(scene, "sheet-save"), fields(scene, "2", "1", "1", note="kept"))

    mine.post(url(scene, "sheet-save"), fields(scene, "2", "1", "1", note="kept") | {"clear": str(first.pk)})

    assert stored() == [(None, False, "kept"), (1, False, "kept"), (1, False, "kept")]


def test_submitting_goes_on_to_the_next_candidate(mine: Client, scene: Scene) -> None:
    response = mine.post(url(scene, "sheet-submit"), fields(scene, "2", "1", "cannot_tell"))

    assert response["Location"] == url(scene, "sheet-edit", "C02")
    assert ScoreSheet.objects.get().status == "submitted"


def test_submitting_the_last_one_goes_back_to_the_list(mine: Client, scene: Scene) -> None:
    make_sheet(scene[1], scene[2][1], [2, 2, 2])

    response = mine.post(url(scene, "sheet-submit"), fields(scene, "2", "1", "0"))

    assert response["Location"] == url(scene, "sheet-list", None)


def test_submitting_too_early_saves_and_says_what_is_missing(mine: Client, scene: Scene) -> None:
    response = mine.post(url(scene, "sheet-submit"), fields(scene, "2", None, None), follow=True)

    page = response.content.decode()
    assert stored() == [(2, False, "")]
    assert ScoreSheet.objects.get().status == "open"
    assert (page.count("not answered yet"), page.count("Not answered yet")) == (2, 2)
    second = list_criteria(scene[0])[1]
    assert f'href="#criterion-{second.pk}"' in page


def test_a_submitted_sheet_shows_no_form_to_change_it(mine: Client, scene: Scene) -> None:
    make_sheet(scene[1], scene[2][0], [2, None, 0], notes={0: "Two schools"})

    page = mine.get(url(scene, "sheet-edit")).content.decode()

    assert 'a mistake is put right with a <a href="#correct">correction</a>' in page
    assert "Two schools" in page
    assert "data-save-url" not in page


def test_changing_a_submitted_sheet_is_refused(mine: Client, scene: Scene) -> None:
    make_sheet(scene[1], scene[2][0], [2, 2, 2])

    cell = mine.post(url(scene, "score-save"), fields(scene, "3"))
    whole = mine.post(url(scene, "sheet-save"), fields(scene, "3", "3", "3"))

    assert (cell.status_code, whole.status_code) == (409, 422)
    assert [points for points, *_ in stored()] == [2, 2, 2]


def test_correcting_a_sheet(mine: Client, scene: Scene) -> None:
    make_sheet(scene[1], scene[2][0], [2, 2, 2])

    mine.post(url(scene, "sheet-correct"), {"reason": "I had the wrong candidate open"})
    page = mine.get(url(scene, "sheet-edit")).content.decode()
    mine.post(url(scene, "sheet-submit"), fields(scene, "1", "2", "2"))

    assert "You are correcting a submitted sheet" in page
    assert list(ScoreSheet.objects.order_by("version").values_list("version", "status", "is_current")) == [
        (1, "submitted", False),
        (2, "submitted", True),
    ]


def test_correcting_without_a_reason_shows_the_form_again(mine: Client, scene: Scene) -> None:
    make_sheet(scene[1], scene[2][0], [2, 2, 2])

    response = mine.post(url(scene, "sheet-correct"), {"reason": " "})

    assert response.status_code == 422
    assert "Give the reason in a sentence" in response.content.decode()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"kind": "recognise"}, "I recognise this person"),
        (
            {"kind": "recognise", "reason": "We taught together"},
            "I recognise this person: We taught together",
        ),
        ({"kind": "other", "reason": "She is my neighbour"}, "She is my neighbour"),
        ({"reason": "She is my neighbour"}, "She is my neighbour"),
    ],
)
def test_standing_aside_keeps_the_reason(
    mine: Client, scene: Scene, data: dict[str, str], reason: str
) -> None:
    mine.post(url(scene, "sheet-recuse"), data)

    sheet = ScoreSheet.objects.get()
    assert (sheet.status, sheet.reason) == ("recused", reason)


@pytest.mark.parametrize("data", [{}, {"kind": "other"}, {"kind": "other", "reason": "  "}])
def test_standing_aside_without_a_reason_shows_the_form_again(
    mine: Client, scene: Scene, data: dict[str, str]
) -> None:
    response = mine.post(url(scene, "sheet-recuse"), data)

    assert response.status_code == 422
    assert not ScoreSheet.objects.exists()


def test_somebody_recused_is_shown_no_evidence(mine: Client, scene: Scene) -> None:
    Statement.objects.create(application=scene[2][0], criterion=None, text="I ran a nurture group in Year 4.")
    make_sheet(scene[1], scene[2][0], status="recused")

    page = mine.get(url(scene, "sheet-edit")).content.decode()

    assert "You stood aside from this candidate" in page
    assert "nurture group" not in page


# What pages cost


@pytest.mark.parametrize("candidates", [1, 3])
def test_pages_of_a_panel_cost_the_same_however_much_there_is(
    client: Client, candidates: int, assert_queries: AssertQueries
) -> None:
    vacancy = make_vacancy()
    stage = make_stage(vacancy)
    member = make_panel_member(stage)
    for application in [make_application(vacancy) for _ in range(candidates)]:
        make_sheet(member, application, [2, 1], status="open")
        for place in range(candidates):
            Qualification.objects.create(application=application, position=place, title="BA")
            HistoryEntry.objects.create(
                application=application, position=place, kind="employment", started="2019-09", job_title="TA"
            )
    client.force_login(member.user)
    scene: Scene = stage, member, []

    with assert_queries(9):
        client.get(reverse("recruitment:panel-list"))
    with assert_queries(8):
        client.get(url(scene, "sheet-list", None))
    with assert_queries(12):
        client.get(url(scene, "sheet-edit"))


def test_every_field_of_the_sheet_has_a_label(mine: Client, scene: Scene) -> None:
    page = mine.get(url(scene, "sheet-edit")).content.decode()

    ids = set(re.findall(r'<(?:input|textarea|select)[^>]*\bid="([^"]+)"', page))
    labelled = set(re.findall(r'<label[^>]*\bfor="([^"]+)"', page))
    assert ids - labelled == set()


def test_the_summary_lists_the_first_few_of_many(client: Client) -> None:
    criteria = [(f"Criterion number {number}", "essential", "A", 1) for number in range(1, 8)]
    vacancy = make_vacancy(criteria=criteria)
    stage = make_stage(vacancy)
    make_application(vacancy)
    member = make_panel_member(stage)
    client.force_login(member.user)
    scene: Scene = stage, member, []

    page = client.post(url(scene, "sheet-submit"), {}, follow=True).content.decode()

    assert page.count(": not answered yet") == 5
    assert "and 2 more, marked below" in page
