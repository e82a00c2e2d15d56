"""In a browser: before the scores are opened, a colleague's points are nowhere to be found.

A panel member follows every link there is, asks for every file and every answer of the API, before and
after a colleague gives other points: what comes back is the same. Once the scores are opened, it is there.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_playwright.pytest_playwright import CreateContextCallback

from core.domain.permissions import Role
from core.models import User
from recruitment.models import Application, PanelMember, Score, ScoreSheet, Stage
from recruitment.services.unsealing import unseal_stage
from tests.factories import make_application, make_panel_member, make_stage, make_user, make_vacancy
from tests.factories.people import NOW
from tests.factories.scoring import actor_of, make_sheet

TELLING = "Uncommonly good with the harbour choir"
NEW_EACH_TIME = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": "[^"]*"|nonce="[^"]*"')


@pytest.fixture
def stage() -> Stage:
    return make_stage(make_vacancy(shortlist_size=1))


@pytest.fixture
def colleague(stage: Stage) -> PanelMember:
    return make_panel_member(stage, role="chair")


@pytest.fixture
def curious(stage: Stage, colleague: PanelMember) -> PanelMember:
    """On the panel herself, and HR officer too: whatever can be asked for, she can ask.

    Of three candidates the colleague has scored all, she the first.
    """
    user = make_user(Role.HR_OFFICER, Role.PANEL_MEMBER, school=stage.vacancy.school)
    member = make_panel_member(stage, user)
    candidates = [make_application(stage.vacancy) for _ in range(3)]
    for points, candidate in zip((3, 2, 1), candidates, strict=True):
        make_sheet(colleague, candidate, [points] * 3, notes={0: f"{TELLING} {points}"})
    make_sheet(member, candidates[0], [2, 2, 2])
    return member


def addresses_to_ask(stage: Stage) -> list[str]:
    """What somebody would type who knows the addresses: results, files, the API."""
    vacancy = f"/vacancies/{stage.vacancy_id}"
    results = [f"{vacancy}/application/{part}" for part in ("grid/", "ranking/", "discussion/", "cells/C01/")]
    files = [f"{vacancy}/application/grid.xlsx", f"{vacancy}/application/scores.csv"]
    api = [
        f"/api/v1{vacancy}/application/ranking/",
        f"/api/v1{vacancy}/",
        f"/api/v1/panels/{stage.pk}/sheets/",
        f"/api/v1/panels/{stage.pk}/sheets/C02/",
        "/api/v1/applications/",
    ]
    return [*results, *files, *api, f"{vacancy}/timeline/", f"{vacancy}/applications/"]


def crawl(page: Page, start: list[str]) -> dict[str, str]:
    """Every page that links lead to from here, and every address asked for, as the browser got it."""
    waiting, seen = ["/", "/panels/", *start], {}
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        answer = page.request.get(path, max_redirects=0)
        is_words = re.search("text|json", answer.headers["content-type"]) is not None
        body = NEW_EACH_TIME.sub("", answer.text()) if is_words else ""
        seen[path] = (
            f"{answer.status} {answer.headers.get('location', '')} {body or answer.headers['content-type']}"
        )
        links = re.findall(r'<a [^>]*href="(/(?:vacancies|panels|applications)/[^"#]*)"', body)
        waiting += [link.replace("&amp;", "&") for link in links]
    return seen


def change_points(colleague: PanelMember) -> None:
    """Other points, the other order, another note, and a correction under way."""
    for sheet in ScoreSheet.objects.filter(member=colleague).order_by("application_id"):
        place = sheet.application_id % 4
        Score.objects.filter(sheet=sheet).update(
            points=3 - place, label="Changed", note=f"{TELLING}, or not {place}"
        )


def test_colleagues_points_are_nowhere_before_the_scores_are_opened(
    new_context: CreateContextCallback,
    sign_in: Callable[[Page, User], Page],
    stage: Stage,
    colleague: PanelMember,
    curious: PanelMember,
) -> None:
    page = sign_in(new_context().new_page(), curious.user)
    before = crawl(page, addresses_to_ask(stage))
    change_points(colleague)
    after = crawl(page, addresses_to_ask(stage))

    assert len(before) > 15
    assert {path for path in before if before[path] != after.get(path)} == set()
    assert [path for path, answer in {**before, **after}.items() if TELLING in answer] == []

    for candidate in Application.objects.order_by("pk")[1:]:
        make_sheet(curious, candidate, [2, 2, 2])
    unseal_stage(stage_id=stage.pk, by=actor_of(curious), now=NOW)

    page.goto(f"/vacancies/{stage.vacancy_id}/application/cells/C01/")
    expect(page.locator("main")).to_contain_text(TELLING)
