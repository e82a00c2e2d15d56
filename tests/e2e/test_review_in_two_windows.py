"""A review that has not the browser to itself: signed out in between, or open in two windows."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from core.domain.permissions import Role
from core.models import User
from core.selectors import get_actor
from recruitment.domain.rows import list_kept
from recruitment.models import DocumentReading
from recruitment.selectors.drafts import draft_of
from recruitment.services.readings import start_reading
from tests.factories import make_school, make_user
from tests.factories.people import NOW

WORDS = """Job title: Midday Supervisor

Person specification

Essential
- Experience of caring for children
- Able to stay calm in a busy playground
- Friendly with children
- Good time keeper
"""


@pytest.fixture
def hr() -> User:
    return make_user(Role.HR_OFFICER, school=make_school())


@pytest.fixture
def reading(hr: User) -> DocumentReading:
    school_id = hr.roles.get().school_id
    return start_reading(school_id=school_id, by=get_actor(hr), now=NOW, source_name="midday", text=WORDS)


@pytest.fixture
def review(page: Page, sign_in: Callable[[Page, User], Page], hr: User, reading: DocumentReading) -> Page:
    """The review page of a pasted document with four rows."""
    sign_in(page, hr)
    page.goto(f"/job-profiles/readings/{reading.pk}/")
    return page


def wait_saved(page: Page) -> None:
    expect(page.locator("[data-save-state]")).to_have_attribute("data-state", "saved")


def texts(reading: DocumentReading) -> list[str]:
    reading.refresh_from_db()
    return [row.text for row in list_kept(draft_of(reading).rows)]


def sign_in_by_form(page: Page, user: User) -> None:
    page.goto("/account/login/")
    page.get_by_label("E-mail address").fill(user.email)
    page.get_by_label("Password").fill("a long pass phrase")
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What needs me today")


def test_signed_in_again_in_another_tab_saving_goes_on_here(
    page: Page, hr: User, reading: DocumentReading
) -> None:
    sign_in_by_form(page, hr)
    page.goto(f"/job-profiles/readings/{reading.pk}/")
    page.context.clear_cookies(name="sessionid")
    page.locator("#row-1-text").fill("Typed after the session ended")
    expect(page.locator("[data-save-state]")).to_contain_text("you have been signed out")
    sign_in_by_form(page.context.new_page(), hr)

    page.locator(".review-bar").get_by_role("button", name="Save").click()
    wait_saved(page)
    assert texts(reading)[0] == "Typed after the session ended"

    page.locator("#row-1-text").fill("Typed after that")
    wait_saved(page)
    page.locator("#row-2").focus()
    page.keyboard.press("x")
    expect(page.locator(".review-row")).to_have_count(3)
    assert texts(reading)[0] == "Typed after that"


def test_confirming_after_signing_in_again_shows_the_words_and_says_that_it_was_not_done(
    page: Page, hr: User, reading: DocumentReading
) -> None:
    sign_in_by_form(page, hr)
    page.goto(f"/job-profiles/readings/{reading.pk}/")
    page.context.clear_cookies(name="sessionid")
    sign_in_by_form(page.context.new_page(), hr)
    page.locator("#review_date").evaluate("box => box.value = '1/9/2028'")  # typed, and nothing saved since

    page.get_by_role("button", name="Confirm this job profile").click()
    expect(page.locator("#kept")).to_contain_text("What you typed is here again, but not saved yet")
    expect(page.locator("[data-save-state]")).to_have_text("Not saved yet. Press Save, or go on.")
    expect(page.locator("#review_date")).to_have_value("1/9/2028")
    page.locator(".review-bar").get_by_role("button", name="Save").click()
    wait_saved(page)
    expect(page.locator("#kept")).to_be_empty()


def test_somebody_else_signed_in_in_another_tab_is_said_and_nothing_is_saved_as_theirs(
    page: Page, hr: User, reading: DocumentReading
) -> None:
    sign_in_by_form(page, hr)
    page.goto(f"/job-profiles/readings/{reading.pk}/")
    page.context.clear_cookies(name="sessionid")
    sign_in_by_form(page.context.new_page(), make_user(Role.HR_OFFICER, school=reading.school))
    page.locator("#row-1-text").fill("Typed by somebody else")

    expect(page.locator("[data-save-state]")).to_contain_text("Not saved: somebody else is signed in now.")
    expect(page.locator("#row-1-text")).to_have_value("Typed by somebody else")
    assert texts(reading)[0] == "Experience of caring for children"
    page.on("dialog", lambda dialog: dialog.accept())


def test_two_windows_keep_the_words_of_both(review: Page, reading: DocumentReading) -> None:
    other = review.context.new_page()
    other.goto(review.url)
    review.locator("#row-1-text").fill("Typed in the first window")
    wait_saved(review)

    other.locator("#row-2-text").press("End")
    other.keyboard.type(", also in rain")
    expect(other.locator("[data-save-state]")).to_contain_text("beside changes of another window")
    expect(other.locator("#row-1-text")).to_have_value("Typed in the first window")
    other.keyboard.type(" and snow")  # the cursor stands where it stood
    wait_saved(other)
    both = ["Typed in the first window", "Able to stay calm in a busy playground, also in rain and snow"]
    expect(other.locator("#row-2-text")).to_have_value(both[1])
    assert texts(reading)[:2] == both


def test_a_row_changed_in_two_windows_is_never_called_saved_until_one_is_chosen(
    review: Page, reading: DocumentReading, axe: Callable[[Page], list[str]]
) -> None:
    other = review.context.new_page()
    other.goto(review.url)
    review.locator("#row-1-text").fill("Typed in the first window")
    wait_saved(review)

    other.locator("#row-1-text").fill("Typed in the second window")
    expect(other.locator("[data-save-state]")).to_have_text(
        "Not saved, another window changed it too: Row 1. Choose at the top of the page."
    )
    expect(other.locator("#row-1-text")).to_have_value("Typed in the second window")
    expect(other.locator("#row-1-text")).to_be_focused()
    with other.expect_response(lambda answer: "with everybody" in (answer.request.post_data or "")):
        other.locator("#row-3-text").fill("Friendly with everybody")
    expect(other.locator("[data-save-state]")).to_have_attribute("data-state", "unsaved")
    assert texts(reading)[::2][:2] == [
        "Typed in the first window",
        "Friendly with everybody",
    ]
    assert axe(other) == []

    other.locator("#clashes").get_by_role("button", name="Keep mine").click()
    wait_saved(other)
    expect(other.locator("#clashes-open")).to_have_count(0)
    assert texts(reading)[0] == "Typed in the second window"


def test_what_is_typed_while_the_other_windows_words_are_on_their_way_is_asked_about_too(
    review: Page, reading: DocumentReading
) -> None:
    other = review.context.new_page()
    other.goto(review.url)
    review.locator("#profile-title").fill("Midday Assistant")
    wait_saved(review)

    other.route("**/readings/**", lambda route: (other.wait_for_timeout(300), route.continue_()))
    other.locator("#row-1-text").fill("Child care")
    other.locator("#profile-title").fill(
        "Lunch Supervisor"
    )  # the row is on its way, and with it the old title

    expect(other.locator("[data-save-state]")).to_contain_text("another window changed it too: Title")
    expect(other.locator("#profile-title")).to_have_value("Lunch Supervisor")
    reading.refresh_from_db()
    assert (reading.profile["title"], texts(reading)[0]) == ("Midday Assistant", "Child care")
    other.on("dialog", lambda dialog: dialog.accept())


def test_what_another_window_set_aside_is_not_called_saved_and_is_taken_up_again(
    review: Page, reading: DocumentReading, axe: Callable[[Page], list[str]]
) -> None:
    other = review.context.new_page()
    other.goto(review.url)
    other.locator(".review-discard summary").click()
    other.get_by_role("button", name="Set it aside").click()
    expect(other.locator(".messages")).to_contain_text("was set aside")

    review.locator("#row-1-text").fill("Typed too late")
    expect(review.locator("[data-save-state]")).to_contain_text("Not saved: this document was set aside.")
    expect(review.get_by_role("button", name="Confirm this job profile")).to_be_hidden()
    expect(review.locator("#row-1-text")).to_have_attribute("readonly", "")
    assert texts(reading)[0] == "Experience of caring for children"
    assert axe(review) == []

    review.get_by_role("button", name="Take it up again and save what I typed").click()
    wait_saved(review)
    expect(review.locator("#row-1-text")).to_have_value("Typed too late")
    expect(review.locator("#row-1-text")).to_be_editable()
    assert (texts(reading)[0], reading.status) == ("Typed too late", "open")


def test_what_is_typed_after_another_window_confirmed_goes_to_the_next_version(
    review: Page, reading: DocumentReading, hr: User
) -> None:
    review.locator("#row-1").focus()
    review.get_by_role("button", name="Set application and interview (A, I)").click()
    expect(review.locator("#review-counts")).to_contain_text("none left to check")
    other = review.context.new_page()
    other.goto(review.url)
    other.get_by_role("button", name="Confirm this job profile").click()
    expect(other.get_by_role("heading", level=1)).to_contain_text("Midday Supervisor")

    review.locator("#row-1-text").fill("Typed too late")
    said = review.locator("[data-save-state]")
    expect(said).to_contain_text(f"Not saved: {hr.name} has confirmed this document.")
    expect(review.locator("#closed").get_by_role("link")).to_have_text("Midday Supervisor, version 1")

    review.get_by_role("button", name="Put it into the next version").click()
    expect(review.get_by_role("heading", level=1)).to_contain_text("Make the next version")
    expect(review.locator("#row-1-text")).to_have_value("Typed too late")
    expect(review.get_by_role("button", name="Confirm as version 2 of Midday Supervisor")).to_be_visible()
