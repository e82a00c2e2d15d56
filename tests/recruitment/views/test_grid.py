"""The grid and the ranked list in the browser: what stands where, how it is sorted, what it costs."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from recruitment.domain.scoring import Scale
from recruitment.models import Application, PanelMember, Stage
from recruitment.selectors.grid import GridCell
from recruitment.services.unsealing import unseal_stage
from recruitment.views.grid_html import cell_writer, shorten
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

type AssertQueries = Callable[..., AbstractContextManager[object]]
type Rows = list[list[list[int | None]]]


def scored(rows: Rows, **fields: object) -> tuple[Stage, list[PanelMember]]:
    vacancy = make_vacancy(**fields)
    stage = make_stage(vacancy)
    members = [make_panel_member(stage) for _ in range(2)]
    for row in rows:
        application = make_application(vacancy)
        for member, points in zip(members, row, strict=True):
            make_sheet(member, application, points)
    hr = make_actor(Role.HR_OFFICER, school=vacancy.school)
    return unseal_stage(stage_id=stage.pk, by=hr, now=NOW), members


def alike(*points: int | None) -> list[list[int | None]]:
    return [list(points), list(points)]


def open_page(client: Client, stage: Stage, name: str = "scoring-grid", query: str = "") -> str:
    client.force_login(make_user(Role.HR_OFFICER, school=stage.vacancy.school))
    address = reverse(f"recruitment:{name}", kwargs={"pk": stage.vacancy_id, "kind": stage.kind})
    return client.get(address + query).content.decode()


def body(page: str) -> list[list[str]]:
    """The words of the cells of the table's body, row by row; of the name, without what stands under it."""
    found = re.search(r"<tbody>(.*?)</tbody>", page, re.S)
    assert found is not None
    return [
        [
            re.sub(r"<small>.*</small>|<[^>]+>", "", cell)
            for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.S)
        ]
        for row in re.findall(r"<tr[^>]*>(.*?)</tr>", found[1], re.S)
    ]


def test_grid_shows_points_essentials_met_total_rank_and_suggestion(client: Client) -> None:
    stage, _ = scored([[[2, 2, 3], [3, 2, 3]], alike(0, 3, 1)])

    assert body(open_page(client, stage)) == [
        ["C01", "2.5", "2", "3", "2/2", "80.6%", "1", "Suggested"],
        ["Suggested line: 1 candidate above it. It suggests; the panel decides."],
        ["C02", "0", "3", "1", "1/2", "38.9%", "–", "Essential not met"],
    ]


def test_grid_keeps_rank_and_total_beside_the_name(client: Client) -> None:
    stage, _ = scored([alike(2, 2, 2), alike(0, 1, 1), [[1, None, 1], [1, 1, 1]]])
    Application.objects.filter(code="C02").update(is_late=True)

    page = open_page(client, stage)

    assert re.findall(r"<small>([^<]*)</small></th>", page) == [
        "rank 1 · 66.7%",
        "not ranked · 16.7% · late",
        "not ranked",
    ]


def test_grid_tells_unscored_and_cannot_tell_from_nought(client: Client) -> None:
    stage, _ = scored([[[0, None, 2], [0, 2, 2]]])

    page = open_page(client, stage)

    assert body(page)[0][1:4] == ["0", "?", "2"]
    assert '<td class="s0 f">0</td><td class="su">?</td><td class="s2">2</td>' in page


def test_ranked_list_shows_what_the_rank_comes_from(client: Client) -> None:
    stage, _ = scored([alike(1, 1, 1), alike(3, 3, 0), [[0, 2, 2], [2, 2, 2]]], shortlist_size=1)

    assert body(open_page(client, stage, "ranked-list")) == [
        ["1", "C02", "83.3%", "100.0%", "2 of 2", "–", "Suggested"],
        ["Suggested line: 1 candidate above it. It suggests; the panel decides."],
        ["2", "C01", "33.3%", "33.3%", "2 of 2", "–", "Below the line"],
        ["–", "C03", "–", "–", "1 of 2", "1", "To settle"],
    ]


def test_the_line_can_be_moved(client: Client) -> None:
    stage, _ = scored([alike(3, 3, 3), alike(2, 2, 2), alike(1, 1, 1)], shortlist_size=1)

    page = open_page(client, stage, query="?line=60")

    assert [row[0] for row in body(page)] == [
        "C01",
        "C02",
        "Line at 60%: 2 candidates above it. It suggests; the panel decides.",
        "C03",
    ]


def test_the_line_says_when_equal_candidates_share_the_last_place(client: Client) -> None:
    stage, _ = scored([alike(3, 3, 3), alike(2, 2, 2), alike(2, 2, 2), alike(1, 1, 1)], shortlist_size=2)

    (line,) = next(row for row in body(open_page(client, stage)) if len(row) == 1)
    assert line == (
        "Suggested line: 3 candidates above it, because equal candidates share the last of 2 places. "
        "It suggests; the panel decides."
    )


def test_sorting_by_a_criterion_marks_its_column(client: Client) -> None:
    stage, _ = scored([alike(1, 3, 3), alike(3, 1, 1)])
    second = list_criteria(stage)[1]

    page = open_page(client, stage, query=f"?sort={second.pk}")

    assert [row[0] for row in body(page)] == ["C01", "C02"]
    assert f'data-criterion="{second.pk}" aria-sort="descending"' in page


def test_hiding_desirables_keeps_the_totals(client: Client) -> None:
    stage, _ = scored([alike(2, 2, 0)])

    (row,) = body(open_page(client, stage, query="?desirables=0"))

    assert row == ["C01", "2", "2", "2/2", "55.6%", "1", "Suggested"]


@pytest.mark.parametrize(
    "query", ["?page=99", "?page=x", "?line=-1", "?line=x", "?show=nonsense", "?sort=%27"]
)
def test_nonsense_in_the_address_does_no_harm(client: Client, query: str) -> None:
    stage, _ = scored([alike(2, 2, 2)])

    assert "C01" in open_page(client, stage, query=query)


def test_words_of_people_are_escaped(client: Client) -> None:
    hostile = '<b class="x">'
    stage, _ = scored(
        [alike(2, 2)],
        criteria=[(hostile, "essential", "A", 1), ("Plain", "essential", "A", 1)],
        is_anonymous=False,
    )
    stage.vacancy.criteria.update(section=hostile)
    person = Application.objects.get().person
    person.given_name = hostile
    person.save()

    page = open_page(client, stage)

    assert hostile not in page
    assert page.count("&lt;b class=&quot;x&quot;&gt;") >= 3


def test_withdrawn_candidates_are_counted_apart(client: Client) -> None:
    stage, _ = scored([alike(2, 2, 2), alike(1, 1, 1)])
    Application.objects.filter(code="C01").update(status="withdrawn")

    page = open_page(client, stage)

    assert [row[0] for row in body(page)] == ["C02"]
    assert "1 withdrew" in page


def test_nobody_fits_what_is_chosen(client: Client) -> None:
    stage, _ = scored([alike(2, 2, 2)])

    assert "Nobody here" in open_page(client, stage, query="?show=not_met")


@pytest.mark.parametrize("name", ["scoring-grid", "ranked-list", "discussion"])
def test_open_scores_can_be_read_by_the_panel_and_by_those_who_run_the_vacancy(
    client: Client, name: str
) -> None:
    stage, members = scored([alike(2, 2, 2)])
    address = reverse(f"recruitment:{name}", kwargs={"pk": stage.vacancy_id, "kind": stage.kind})
    school = stage.vacancy.school
    answers = {}
    for who, user in {
        "member": members[0].user,
        "head": make_user(Role.HEADTEACHER, school=school),
        "trust": make_user(Role.TRUST_ADMINISTRATOR, school=school),
        "other panel member": make_user(Role.PANEL_MEMBER, school=school),
        "line manager": make_user(Role.LINE_MANAGER, school=school),
    }.items():
        client.force_login(user)
        answers[who] = client.get(address).status_code

    assert answers == {
        "member": 200,
        "head": 200,
        "trust": 403,
        "other panel member": 404,
        "line manager": 403,
    }


@pytest.mark.parametrize("candidates", [1, 3])
def test_pages_of_results_cost_the_same_however_many_candidates(
    client: Client, candidates: int, assert_queries: AssertQueries
) -> None:
    stage, _ = scored([[[0, 2, 2], [2, 2, None]]] * candidates, shortlist_size=1)
    client.force_login(make_user(Role.HR_OFFICER, school=stage.vacancy.school))
    kwargs = {"pk": stage.vacancy_id, "kind": stage.kind}

    for name, queries in (
        ("scoring-grid", 11),
        ("ranked-list", 11),
        ("discussion", 11),
        ("stage-status", 11),
    ):
        with assert_queries(queries):
            client.get(reverse(f"recruitment:{name}", kwargs=kwargs))
    with assert_queries(11):
        client.get(reverse("recruitment:cell-detail", kwargs=kwargs | {"code": "C01"}))


@pytest.mark.parametrize(
    ("units", "marks", "html"),
    [
        (720720 * 2, "", '<td class="s2">2</td>'),
        (720720 * 7 // 3, "n", '<td class="s2 n">2.3</td>'),
        (720720 * 3, "a", '<td class="s3 a">3</td>'),
        (0, "fn", '<td class="s0 f n">0</td>'),
        (720720, "ws", '<td class="s1 w">1</td>'),
        (None, "u", '<td class="su">?</td>'),
        (None, "", '<td class="sn">–</td>'),
    ],
)
def test_a_cell_is_one_plain_string(units: int | None, marks: str, html: str) -> None:
    assert cell_writer(Scale(0, 3))(GridCell(units, marks)) == html


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Short", "Short"),
        ("Twenty characters ok", "Twenty characters ok"),
        ("Twenty-one characters", "Twenty-one…"),
        ("Experience, and more of it", "Experience, and…"),
    ],
)
def test_shorten_cuts_between_words(text: str, shown: str) -> None:
    assert shorten(text, 20) == shown
