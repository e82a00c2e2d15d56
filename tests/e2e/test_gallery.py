"""Every component in a real browser: it breaks no accessibility rule, and the keyboard does all of it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from core.domain.permissions import Role
from core.models import User
from tests.factories import make_school, make_user


@pytest.fixture
def gallery(page: Page, settings, sign_in: Callable[[Page, User], Page]) -> Page:
    settings.DEMONSTRATION = True
    sign_in(page, make_user(Role.STAFF_MEMBER, school=make_school()))
    page.goto("/gallery/")
    return page


@pytest.mark.parametrize("width", [390, 1440])
def test_gallery_breaks_no_accessibility_rule(
    gallery: Page, axe: Callable[..., list[str]], width: int
) -> None:
    gallery.set_viewport_size({"width": width, "height": 900})

    assert axe(gallery, without=()) == []
    assert gallery.evaluate("document.documentElement.scrollWidth") == width


def test_score_sheet_is_filled_in_by_digits(gallery: Page) -> None:
    gallery.locator("#c1-2").focus()
    gallery.keyboard.press("3")
    gallery.keyboard.press("Enter")
    gallery.keyboard.press("?")

    expect(gallery.locator("#c1-3")).to_be_checked()
    expect(gallery.locator("#c2-u")).to_be_checked()
    expect(gallery.locator("[data-sheet-progress] .progress-text")).to_have_text("2 of 2")


def test_score_sheet_leads_to_a_note_and_back(gallery: Page) -> None:
    gallery.locator("#c2-1").focus()
    gallery.keyboard.press("n")
    expect(gallery.locator("#c2-note")).to_be_focused()
    gallery.keyboard.type("3 home visits")
    gallery.keyboard.press("Escape")

    expect(gallery.locator("#c2-0")).to_be_focused()
    expect(gallery.locator("#c2-note")).to_have_value("3 home visits")
    expect(gallery.locator("#c2-3")).not_to_be_checked()


def test_score_sheet_arrow_down_moves_without_scoring(gallery: Page) -> None:
    gallery.locator("#c1-2").focus()
    gallery.keyboard.press("ArrowDown")

    expect(gallery.locator("#c1-2")).to_be_checked()
    expect(gallery.locator("#c2-0")).to_be_focused()
    expect(gallery.locator("#c2-0")).not_to_be_checked()


def test_grid_is_walked_with_arrows_past_the_suggested_line(gallery: Page) -> None:
    grid = gallery.locator("table[data-grid]")
    grid.get_by_role("rowheader", name="C16").evaluate("cell => { cell.tabIndex = 0; cell.focus() }")
    gallery.keyboard.press("ArrowRight")
    gallery.keyboard.press("ArrowDown")

    found = gallery.evaluate(
        "() => [document.activeElement.cellIndex, document.activeElement.parentElement.cells[0].textContent]"
    )
    assert found == [1, "C09form, 3 pages"]


def test_user_menu_closes_on_escape_and_gives_the_focus_back(gallery: Page) -> None:
    summary = gallery.locator(".user-menu > summary")
    summary.click()
    expect(gallery.get_by_role("button", name="Sign out")).to_be_visible()
    gallery.keyboard.press("Escape")

    expect(gallery.get_by_role("button", name="Sign out")).to_be_hidden()
    expect(summary).to_be_focused()


def test_error_summary_takes_the_focus(gallery: Page) -> None:
    expect(gallery.locator(".error-summary")).to_be_focused()


def test_signing_out_works_without_scripts(new_context, settings) -> None:
    settings.DEMONSTRATION = True
    user = make_user(Role.STAFF_MEMBER, school=make_school())
    plain = new_context(java_script_enabled=False).new_page()
    plain.goto("/account/login/")
    plain.get_by_label("E-mail address").fill(user.email)
    plain.get_by_label("Password").fill("a long pass phrase")
    plain.get_by_role("button", name="Sign in").click()
    plain.goto("/gallery/")
    plain.locator(".user-menu > summary").click()
    plain.get_by_role("button", name="Sign out").click()
    plain.goto("/gallery/")

    assert "/account/login/" in plain.url
