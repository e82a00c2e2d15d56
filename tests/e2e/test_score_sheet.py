"""The score sheet in a real browser: by keyboard, saving itself, through a failure, and without scripts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from pytest_playwright.pytest_playwright import CreateContextCallback

from core.models import User
from recruitment.models import PanelMember, Score, ScoreSheet, Stage
from tests.factories import make_application, make_panel_member, make_stage, make_vacancy
from tests.factories.scoring import list_criteria

type Axe = Callable[..., list[str]]
type OpenSheet = Callable[[BrowserContext], Page]


@pytest.fixture
def member() -> PanelMember:
    vacancy = make_vacancy()
    stage = make_stage(vacancy)
    make_panel_member(stage)
    for _ in range(2):
        make_application(vacancy)
    return make_panel_member(stage)


@pytest.fixture
def open_sheet(sign_in: Callable[[Page, User], Page], member: PanelMember) -> OpenSheet:
    """``open_sheet(window)``: the member's sheet for the first candidate."""

    def first_sheet(context: BrowserContext) -> Page:
        page = sign_in(context.new_page(), member.user)
        page.goto(f"/panels/{member.stage_id}/C01/")
        return page

    return first_sheet


def stored(stage: Stage) -> list[tuple[int | None, bool, str]]:
    found = {score.criterion_id: score for score in Score.objects.all()}
    return [
        (found[pk].points, found[pk].cannot_tell, found[pk].note) if pk in found else (None, False, "")
        for pk in (criterion.pk for criterion in list_criteria(stage))
    ]


def wait_saved(page: Page, number: int) -> None:
    expect(page.locator(".criterion").nth(number).locator("[data-save-state]")).to_have_text(
        re.compile(r"^Saved at \d\d:\d\d$")
    )


def test_scoring_by_keyboard_saves_every_cell(
    new_context: CreateContextCallback, open_sheet: OpenSheet, member: PanelMember, axe: Axe
) -> None:
    page = open_sheet(new_context())

    page.locator(".criterion").nth(0).locator(".chip-input").first.focus()
    page.keyboard.press("2")
    wait_saved(page, 0)
    page.keyboard.press("?")
    wait_saved(page, 1)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("n")
    page.keyboard.type("Says so without an example")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("0")
    wait_saved(page, 2)
    expect(page.locator("[data-sheet-progress] .progress-text")).to_have_text("3 of 3")
    wait_saved(page, 1)

    assert stored(member.stage) == [
        (2, False, ""),
        (None, True, "Says so without an example"),
        (0, False, ""),
    ]
    assert axe(page) == []

    page.get_by_role("button", name="Submit").click()
    page.wait_for_url("**/C02/")
    assert ScoreSheet.objects.get().status == "submitted"


def test_clearing_an_answer_leaves_it_unscored(
    new_context: CreateContextCallback, open_sheet: OpenSheet, member: PanelMember
) -> None:
    page = open_sheet(new_context())
    first = page.locator(".criterion").nth(0)
    first.get_by_text("Strongly shown").click()
    wait_saved(page, 0)

    with page.expect_response("**/score/"):
        first.get_by_role("button", name="Clear").click()
    wait_saved(page, 0)

    assert stored(member.stage)[0] == (None, False, "")
    expect(first.get_by_role("button", name="Clear")).to_be_hidden()


def test_a_failure_is_said_and_the_value_is_sent_again(
    new_context: CreateContextCallback,
    open_sheet: OpenSheet,
    member: PanelMember,
    complaints: list[str],
) -> None:
    page = open_sheet(new_context())
    first = page.locator(".criterion").nth(0)

    def refuse(route: Route) -> None:
        route.abort("internetdisconnected")

    page.route("**/score/", refuse)
    first.get_by_text("Strongly shown").click()
    expect(first.locator("[data-save-state]")).to_contain_text("Not saved: no connection")
    expect(first.locator(".chip-input:checked")).to_have_value("3")
    assert stored(member.stage)[0] == (None, False, "")

    page.unroute("**/score/", refuse)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    wait_saved(page, 0)

    assert stored(member.stage)[0] == (3, False, "")
    complaints[:] = [line for line in complaints if "ERR_INTERNET_DISCONNECTED" not in line]


def test_being_signed_out_is_said_and_never_taken_for_saved(
    new_context: CreateContextCallback, open_sheet: OpenSheet, member: PanelMember
) -> None:
    context = new_context()
    page = open_sheet(context)
    first = page.locator(".criterion").nth(0)

    context.clear_cookies(name="sessionid")
    first.get_by_text("Strongly shown").click()

    expect(first.locator("[data-save-state]")).to_contain_text("you are signed out")
    assert stored(member.stage)[0] == (None, False, "")


def test_without_scripts_the_result_is_the_same(
    new_context: CreateContextCallback, open_sheet: OpenSheet, member: PanelMember
) -> None:
    page = open_sheet(new_context(java_script_enabled=False))

    for number, choice in enumerate((2, 4, 0)):  # two points, cannot tell, no points
        page.locator(".criterion").nth(number).locator("label.chip").nth(choice).click()
    page.get_by_role("button", name="Save", exact=True).click()

    assert stored(member.stage) == [(2, False, ""), (None, True, ""), (0, False, "")]
    page.get_by_role("button", name="Submit").click()
    assert ScoreSheet.objects.get().status == "submitted"
    assert page.url.endswith("/C02/")


def test_going_on_finds_the_first_criterion_without_an_answer(
    new_context: CreateContextCallback, open_sheet: OpenSheet, member: PanelMember
) -> None:
    page = open_sheet(new_context())
    page.locator(".criterion").nth(0).get_by_text("Strongly shown").click()
    wait_saved(page, 0)

    page.goto(f"/panels/{member.stage_id}/")
    page.get_by_role("link", name="Go on scoring").click()
    page.wait_for_url("**/C01/#next")
    expect(page.locator(".criterion").nth(1).locator(".chip-input").first).to_be_focused()
    page.keyboard.press("1")
    wait_saved(page, 1)
    page.get_by_role("link", name="Next unanswered").click()
    page.keyboard.press("0")
    wait_saved(page, 2)

    assert [points for points, _, _ in stored(member.stage)] == [3, 1, 0]
    expect(page.get_by_role("link", name="Next unanswered")).to_be_hidden()


def test_on_a_telephone_the_bar_is_whole_at_first_sight(
    new_context: CreateContextCallback, open_sheet: OpenSheet, member: PanelMember
) -> None:
    page = open_sheet(new_context(has_touch=True, is_mobile=True))
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()

    box = page.locator(".sheet-bar").bounding_box()

    assert box is not None
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 390, 844)
    submit = page.get_by_role("button", name="Submit").bounding_box()
    assert submit is not None
    assert submit["x"] + submit["width"] <= 390
    expect(page.locator("[data-keys-hint]")).to_be_hidden()
    page.get_by_role("link", name="Application").click()
    expect(page.locator("#evidence")).to_be_in_viewport()
