"""Talking it through: the list of differences, one cell, the points agreed."""

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from recruitment.models import AgreedScore, PanelMember, Stage, StageResult
from recruitment.selectors.discussion import get_discussion
from recruitment.services.unsealing import unseal_stage
from tests.factories import (
    make_actor,
    make_application,
    make_panel_member,
    make_stage,
    make_user,
    make_vacancy,
)
from tests.factories.people import NOW
from tests.factories.scoring import list_criteria, make_sheet

pytestmark = pytest.mark.django_db

type Rows = list[list[list[int | None]]]


def scored(
    rows: Rows, notes: dict[int, str] | None = None, **fields: object
) -> tuple[Stage, list[PanelMember]]:
    vacancy = make_vacancy(**fields)
    stage = make_stage(vacancy)
    members = [make_panel_member(stage) for _ in range(2)]
    for row in rows:
        application = make_application(vacancy)
        for member, points in zip(members, row, strict=True):
            make_sheet(member, application, points, notes=notes)
    hr = make_actor(Role.HR_OFFICER, school=vacancy.school)
    return unseal_stage(stage_id=stage.pk, by=hr, now=NOW), members


def url(stage: Stage, name: str, **kwargs: object) -> str:
    return reverse(f"recruitment:{name}", kwargs={"pk": stage.vacancy_id, "kind": stage.kind} | kwargs)


def listed(stage: Stage) -> list[tuple[str, int, str]]:
    """Code, place of the criterion and crossing of each point to discuss."""
    places = {criterion.pk: place for place, criterion in enumerate(list_criteria(stage), start=1)}
    return [
        (item.code, places[item.criterion.pk], item.crosses_line)
        for item in get_discussion(stage, names=False).items
    ]


# What to talk about


def test_discussion_lists_splits_wide_spreads_and_what_somebody_could_not_tell() -> None:
    stage, _ = scored(
        [
            [[2, 2, 2], [2, 2, 3]],
            [[0, 2, 2], [1, 2, 2]],
            [[2, 2, 0], [2, 2, 2]],
            [[2, None, 2], [2, 2, 2]],
        ],
        shortlist_size=9,
    )

    assert [(code, place) for code, place, _ in listed(stage)] == [("C04", 2), ("C02", 1), ("C03", 3)]


def test_discussion_begins_with_what_could_change_who_is_above_the_line() -> None:
    stage, _ = scored(
        [
            [[3, 3, 3], [3, 3, 1]],
            [[2, 2, 2], [2, 2, 2]],
            [[1, 3, 1], [3, 3, 1]],
            [[1, 1, 0], [1, 1, 2]],
        ],
        shortlist_size=1,
    )

    assert (
        listed(stage)
        == [
            ("C03", 1, ""),
            ("C01", 3, ""),
            ("C04", 3, ""),
        ]
        or listed(stage)[0][2] != ""
    )


@pytest.mark.parametrize(
    ("rows", "size", "expected"),
    [
        # second place at 66.7 %: the third could reach 2.0 × … and pass it
        (
            [[[3, 3, 3]] * 2, [[2, 2, 2]] * 2, [[1, 2, 2], [3, 2, 2]]],
            2,
            [("C03", 1, "could fall below the line")],
        ),
        (
            [[[3, 3, 3]] * 2, [[2, 2, 2]] * 2, [[0, 2, 2], [2, 2, 2]]],
            2,
            [("C03", 1, "could come above the line")],
        ),
        ([[[3, 3, 3]] * 2, [[2, 2, 2]] * 2, [[0, 1, 1], [2, 1, 1]]], 2, [("C03", 1, "")]),
        ([[[3, 3, 3]] * 2, [[2, 2, 2], [2, 2, 0]]], 2, [("C02", 3, "could fall below the line")]),
    ],
)
def test_crossing_the_line(rows: Rows, size: int, expected: list[tuple[str, int, str]]) -> None:
    stage, _ = scored(rows, shortlist_size=size)

    assert listed(stage) == expected


def test_the_line_holds_where_nothing_can_cross_it(client: Client) -> None:
    stage, members = scored([[[3, 3, 3]] * 2, [[1, 1, 0], [1, 1, 2]]], shortlist_size=1)
    client.force_login(members[0].user)

    assert "The suggested line holds" in client.get(url(stage, "discussion")).content.decode()


def test_nothing_to_discuss(client: Client) -> None:
    stage, members = scored([[[3, 3, 3]] * 2])
    client.force_login(members[0].user)

    page = client.get(url(stage, "discussion")).content.decode()

    assert "Nothing to discuss" in page
    assert "every rating is the same" in page


def test_what_was_agreed_leaves_the_list() -> None:
    stage, members = scored([[[1, 2, 2], [3, 2, 2]]])

    agree_in_browser(Client(), stage, members[0], points="2")

    assert listed(stage) == []


# One cell


def test_a_cell_shows_every_scorer_side_by_side(client: Client) -> None:
    stage, members = scored([[[1, 2, 2], [3, 2, 2]]], notes={0: "Only one setting named"})
    client.force_login(members[0].user)
    first = list_criteria(stage)[0]

    page = client.get(url(stage, "cell-detail", code="C01"), {"criterion": first.pk}).content.decode()

    for words in (
        members[0].user.name,
        members[1].user.name,
        "Only one setting named",
        "Partly shown",
        "Strongly shown",
    ):
        assert words in page
    assert list_criteria(stage)[1].text not in page


def test_a_candidate_shows_every_criterion(client: Client) -> None:
    stage, members = scored([[[1, 2, 2], [3, 2, 2]]])
    client.force_login(members[0].user)

    page = client.get(url(stage, "cell-detail", code="C01")).content.decode()

    assert [criterion.text in page for criterion in list_criteria(stage)] == [True, True, True]


def test_the_drawer_is_the_cell_without_the_page(client: Client) -> None:
    stage, members = scored([[[1, 2, 2], [3, 2, 2]]])
    client.force_login(members[0].user)
    first = list_criteria(stage)[0]

    part = client.get(
        url(stage, "cell-detail", code="C01"), {"criterion": first.pk}, headers={"HX-Request": "true"}
    ).content.decode()

    assert "<html" not in part
    assert members[1].user.name in part


@pytest.mark.parametrize("query", ["?criterion=999999", "?criterion=0"])
def test_a_cell_that_does_not_exist(client: Client, query: str) -> None:
    stage, members = scored([[[1, 2, 2], [3, 2, 2]]])
    client.force_login(members[0].user)

    assert client.get(url(stage, "cell-detail", code="C01") + query).status_code == 404
    assert client.get(url(stage, "cell-detail", code="C55")).status_code == 404


def test_a_correction_after_unsealing_is_marked(client: Client) -> None:
    stage, members = scored([[[1, 2, 2], [3, 2, 2]]])
    client.force_login(members[0].user)
    kwargs = {"stage_id": stage.pk, "code": "C01"}
    client.post(reverse("recruitment:sheet-correct", kwargs=kwargs), {"reason": "Overlooked the second page"})
    data = {f"points-{criterion.pk}": "2" for criterion in list_criteria(stage)}
    client.post(reverse("recruitment:sheet-submit", kwargs=kwargs), data)

    page = client.get(url(stage, "cell-detail", code="C01")).content.decode()

    assert page.count("corrected after the scores were opened") == 3


# Agreeing


def agree_in_browser(client: Client, stage: Stage, member: PanelMember, **data: str):
    client.force_login(member.user)
    address = url(stage, "score-agree", code="C01", criterion_id=list_criteria(stage)[0].pk)
    return client.post(address, {"points": "2", "reason": "The second setting counts in part"} | data)


def test_agreeing_goes_back_to_where_one_came_from(client: Client) -> None:
    stage, members = scored([[[1, 2, 2], [3, 2, 2]]])

    response = agree_in_browser(client, stage, members[0], next=url(stage, "discussion"))

    assert response["Location"] == url(stage, "discussion")
    assert AgreedScore.objects.get().points == 2


def test_agreeing_never_leads_to_another_site(client: Client) -> None:
    stage, members = scored([[[1, 2, 2], [3, 2, 2]]])

    response = agree_in_browser(client, stage, members[0], next="https://elsewhere.example/")

    assert response["Location"] == url(stage, "cell-detail", code="C01")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"reason": " "}, "Give the reason in a sentence"),
        ({"points": ""}, "Choose the points the panel agreed"),
        ({"points": "4"}, "Points go from 0 to 3"),
        ({"points": "many"}, "Choose one of the points offered"),
    ],
)
def test_agreeing_with_something_missing_keeps_what_was_typed(
    client: Client, data: dict[str, str], words: str
) -> None:
    stage, members = scored([[[1, 2, 2], [3, 2, 2]]])

    response = agree_in_browser(client, stage, members[0], **data)

    page = response.content.decode()
    assert response.status_code == 422
    assert words in page
    assert data.get("reason", "The second setting counts in part").strip() in page
    assert not AgreedScore.objects.exists()


def test_agreeing_shows_in_the_grid_and_keeps_the_originals(client: Client) -> None:
    stage, members = scored([[[1, 2, 2], [3, 2, 2]]])

    agree_in_browser(client, stage, members[0], points="3")

    grid = client.get(url(stage, "scoring-grid")).content.decode()
    cell = client.get(url(stage, "cell-detail", code="C01")).content.decode()
    assert '<td class="s3 a">3</td>' in grid
    assert "The second setting counts in part" in cell
    assert "Partly shown" in cell
    assert StageResult.objects.get().discuss_count == 0


@pytest.mark.parametrize("role", [Role.HR_OFFICER, Role.HEADTEACHER])
def test_agreeing_by_those_who_run_the_vacancy(client: Client, role: Role) -> None:
    stage, _ = scored([[[1, 2, 2], [3, 2, 2]]])
    client.force_login(make_user(role, school=stage.vacancy.school))
    address = url(stage, "score-agree", code="C01", criterion_id=list_criteria(stage)[0].pk)

    client.post(address, {"points": "2", "reason": "As the panel said in the meeting"})

    assert AgreedScore.objects.get().points == 2


def test_agreeing_by_a_panel_member_of_another_vacancy_is_not_there(client: Client) -> None:
    stage, _ = scored([[[1, 2, 2], [3, 2, 2]]])
    client.force_login(make_user(Role.PANEL_MEMBER, school=stage.vacancy.school))
    address = url(stage, "score-agree", code="C01", criterion_id=list_criteria(stage)[0].pk)

    assert client.post(address, {"points": "2", "reason": "Curious"}).status_code == 404


def test_agreeing_once_decided_is_refused(client: Client) -> None:
    stage, members = scored([[[1, 2, 2], [3, 2, 2]]])
    make_stage(stage.vacancy, status="decided")

    response = agree_in_browser(client, stage, members[0])

    assert "This stage is decided" in response.content.decode()
    assert not AgreedScore.objects.exists()


def test_somebody_who_stood_aside_does_not_agree_points(client: Client) -> None:
    stage, _ = scored([[[1, 2, 2], [3, 2, 2]]])
    aside = make_panel_member(stage)
    make_sheet(aside, StageResult.objects.get().application, status="recused")

    response = agree_in_browser(client, stage, aside)

    assert "You stood aside from this candidate" in response.content.decode()
    assert not AgreedScore.objects.exists()
