"""The review of a document in a real browser: by keyboard alone, with nothing lost and no rule broken."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from core.domain.permissions import Role
from core.models import User
from core.selectors import get_actor
from recruitment.domain.rows import list_kept
from recruitment.models import DocumentReading, JobProfileVersion
from recruitment.selectors.drafts import draft_of
from recruitment.services.readings import start_reading
from tests.factories import make_school, make_user
from tests.factories.people import NOW

DOCUMENTS = Path(__file__).resolve().parents[2] / "fixtures" / "documents"
WORDS = """Job title: Midday Supervisor

Person specification

Essential
- Experience of caring for children
- Able to stay calm in a busy playground

Personal attributes
- Friendly with children
- Good time keeper
"""


STARTS = ("Experience of", "Knowledge of", "Confidence in", "Training in")
SUBJECTS = (
    "planning lessons",
    "teaching phonics",
    "supporting autistic pupils",
    "leading a choir",
    "reporting to parents",
    "speech therapy",
    "managing a budget",
    "keeping records",
    "using tablets in class",
    "running a breakfast club",
)


type SignIn = Callable[[Page, User], Page]


@pytest.fixture
def hr() -> User:
    return make_user(Role.HR_OFFICER, school=make_school())


@pytest.fixture
def reading(hr: User) -> DocumentReading:
    school_id = hr.roles.get().school_id
    return start_reading(school_id=school_id, by=get_actor(hr), now=NOW, source_name="midday", text=WORDS)


@pytest.fixture
def review(page: Page, sign_in: SignIn, hr: User, reading: DocumentReading) -> Page:
    """The review page of a pasted document with four rows, two of them without a requirement."""
    sign_in(page, hr)
    page.goto(f"/job-profiles/readings/{reading.pk}/")
    return page


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def wait_saved(page: Page) -> None:
    expect(page.locator("[data-save-state]")).to_have_attribute("data-state", "saved")


def rows(reading: DocumentReading) -> list[tuple[str, str | None, str]]:
    reading.refresh_from_db()
    return [(row.text, row.requirement, row.evidence) for row in list_kept(draft_of(reading).rows)]


def test_rows_are_finished_by_keyboard_and_confirmed_right_after_typing(
    review: Page, reading: DocumentReading
) -> None:
    review.locator("#evidence-key > summary").press("Enter")
    review.locator("#key-I").fill("Panel interview")
    wait_saved(review)
    review.get_by_role("button", name="Next to check").focus()
    press(review, "Enter", "a", "i", "n", "i", "n", "e", "i", "n", "d", "a", "r")
    press(review, "n")  # while that is still being saved
    expect(review.locator("#review-counts")).to_contain_text("none left to check")
    wait_saved(review)
    expect(review.locator("[data-save-state]")).to_contain_text("Nothing left to check. Saved at")

    assert rows(reading) == [
        ("Experience of caring for children", "essential", "AI"),
        ("Able to stay calm in a busy playground", "essential", "I"),
        ("Friendly with children", "essential", "I"),
        ("Good time keeper", "desirable", "AR"),
    ]

    review.locator(".review-bar").get_by_role("button", name="Save").click()
    review.locator("#row-1-text").fill("Experience of looking after children")  # leaving the row saves it
    review.get_by_role("button", name="Confirm this job profile").press("Enter")
    expect(review.get_by_role("heading", level=1)).to_contain_text("Midday Supervisor")
    specification = JobProfileVersion.objects.get().person_specification
    assert (specification.criteria.count(), specification.evidence_key) == (4, {"I": "Panel interview"})
    assert specification.criteria.order_by("position").first().text == "Experience of looking after children"


def test_forty_criteria_without_a_mark_take_four_keys_each_and_no_fast_key_is_lost(
    page: Page, sign_in: SignIn, hr: User
) -> None:
    school_id = hr.roles.get().school_id
    lines = [f"- {start} {subject}" for start in STARTS for subject in SUBJECTS]
    words = "\n".join(["Job title: Teaching Assistant", "", "Person specification", "", "Skills", *lines])
    reading = start_reading(
        school_id=school_id, by=get_actor(hr), now=NOW, source_name="assistant", text=words
    )
    sign_in(page, hr)
    page.goto(f"/job-profiles/readings/{reading.pk}/")

    page.get_by_role("button", name="Next to check").press("Enter")
    for number in range(40):
        press(page, *("dan" if number % 4 == 0 else "eain"))
    page.get_by_role("button", name="Confirm this job profile").press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("Teaching Assistant")
    criteria = JobProfileVersion.objects.get().person_specification.criteria.order_by("position")
    assert [(criterion.requirement, criterion.evidence) for criterion in criteria] == [
        ("desirable", "A"),
        *[("essential", "AI")] * 3,
    ] * 10


def test_a_row_is_split_at_the_cursor_joined_again_and_undone(review: Page, reading: DocumentReading) -> None:
    before = rows(reading)
    review.locator("#row-2").focus()
    press(review, "Enter", *["ArrowLeft"] * len(" in a busy playground"), "Escape", "s")
    expect(review.locator(".review-row")).to_have_count(5)
    assert [text for text, _, _ in rows(reading)][1:3] == ["Able to stay calm", "in a busy playground"]

    press(review, "j")
    expect(review.locator(".review-row")).to_have_count(4)
    assert rows(reading) == before

    press(review, "u")
    expect(review.locator(".review-row")).to_have_count(5)
    press(review, "u")
    expect(review.locator(".review-row")).to_have_count(4)
    expect(review.locator("#row-2-text")).to_have_value("Able to stay calm in a busy playground")
    expect(review.locator("#review-undo button")).to_have_count(0)
    press(review, "u")
    expect(review.locator("[data-save-state]")).to_have_text("There is nothing to undo.")
    expect(review.locator("#row-2")).to_be_focused()


def test_rows_are_added_copied_and_left_out_by_keyboard(review: Page, reading: DocumentReading) -> None:
    review.locator("#row-1").focus()
    press(review, "a", "c", "k", "+")
    expect(review.locator("#row-5-text")).to_be_focused()
    review.keyboard.type("Paediatric first aid certificate")
    press(review, "Escape", "=")
    expect(review.locator("#row-5-C")).to_be_checked()
    expect(review.locator("#row-5")).to_be_focused()
    press(review, "ArrowDown", "x")
    expect(review.locator("#row-2")).to_have_count(0)
    expect(review.locator("#row-3")).to_be_focused()

    assert rows(reading)[:3] == [
        ("Experience of caring for children", "essential", "ACD"),
        ("Paediatric first aid certificate", "essential", "ACD"),
        ("Friendly with children", None, ""),
    ]


def test_letters_that_are_typed_are_no_keys(review: Page, reading: DocumentReading) -> None:
    review.locator("#row-3-text").fill("")
    review.locator("#row-3-text").press_sequentially("dux jean")
    wait_saved(review)

    assert rows(reading)[2] == ("dux jean", None, "")


def test_the_line_of_the_chosen_row_lights_up_and_a_line_leads_to_its_row(review: Page) -> None:
    line = review.locator("#row-4").get_attribute("data-lines")
    review.locator("#row-4").focus()
    expect(review.locator(f"#line-{line}")).to_have_class("flagged on")

    review.locator(f"#line-{review.locator('#row-1').get_attribute('data-lines')}").click()
    expect(review.locator("#row-1")).to_be_focused()


TURNED = """Job title: Midday Supervisor
Responsible to: Headteacher

Person specification

\tQualifications\tSkills
Essential\tFirst aid certificate\tCalm in a busy playground
Desirable\tFood hygiene certificate\tKnows playground games
"""


def open_reading(page: Page, hr: User, words: str) -> None:
    school_id = hr.roles.get().school_id
    reading = start_reading(school_id=school_id, by=get_actor(hr), now=NOW, source_name="midday", text=words)
    page.goto(f"/job-profiles/readings/{reading.pk}/")


def test_a_line_of_several_rows_leads_to_each_of_them(page: Page, sign_in: SignIn, hr: User) -> None:
    sign_in(page, hr)
    open_reading(page, hr, TURNED)
    line = page.locator(".doc-lines > li", has_text="Essential |")
    expect(line).to_contain_text("First aid certificate (Qualifications) Go to row 1")

    line.get_by_role("link", name="Go to row 3").click()
    expect(page.locator("#row-3")).to_be_focused()
    expect(line.locator("[aria-current]")).to_have_text("Go to row 3")
    expect(page.locator(".review-row-kin")).to_have_count(2)

    page.locator("#row-2").focus()
    expect(page.locator(".review-row-kin")).to_have_count(0)
    page.locator("#row-1").get_by_role("link", name="Line ").press("Enter")
    expect(page.locator(".review-row-kin")).to_have_count(2)


def test_the_first_row_to_check_is_one_key_away_until_that_is_turned_off(review: Page) -> None:
    press(review, "n")
    expect(review.locator("#row-1")).to_be_focused()

    switch = review.get_by_label("works while no row is chosen")
    switch.uncheck()
    press(review, "n")
    expect(switch).to_be_focused()
    review.reload()
    expect(switch).not_to_be_checked()
    press(review, "n")
    expect(review.locator("#row-1")).not_to_be_focused()
    review.locator("#row-4").focus()
    press(review, "n")
    expect(review.locator("#row-1")).to_be_focused()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_bar_keeps_its_height_whatever_it_says(
    review: Page, reading: DocumentReading, complaints: list[str], width: int
) -> None:
    review.set_viewport_size({"width": width, "height": 900})
    bar = review.locator(".review-bar")
    height = bar.bounding_box()["height"]
    review.locator("#row-1-text").fill("Typed")
    wait_saved(review)
    expect(review.locator("#review-undo button")).to_have_count(1)
    saved = bar.bounding_box()["height"]
    review.route("**/readings/**", lambda route: route.abort("internetdisconnected"))
    review.locator("#row-1-text").fill("Typed while the network was away")
    expect(review.locator("[data-save-state]")).to_have_attribute("data-state", "unsaved")
    unsaved = bar.bounding_box()["height"]
    review.unroute("**/readings/**")
    bar.get_by_role("button", name="Save").click()
    wait_saved(review)
    complaints[:] = [line for line in complaints if "ERR_INTERNET_DISCONNECTED" not in line]

    assert (saved, unsaved) == (height, height)


def test_on_a_telephone_the_document_is_a_link_away_and_the_key_stands_once(
    review: Page, axe: Callable[[Page], list[str]]
) -> None:
    review.set_viewport_size({"width": 390, "height": 900})
    expect(review.locator(".letters-key:visible")).to_have_count(1)
    review.locator("#row-3-text").focus()
    expect(review.locator("#row-3 .letters-key")).to_be_in_viewport()
    expect(review.locator(".letters-key:visible")).to_have_count(2)
    broken = axe(review)

    review.get_by_role("link", name="Document", exact=True).click()
    line = review.locator(f"#line-{review.locator('#row-3').get_attribute('data-lines')}")
    expect(line).to_be_in_viewport()
    expect(line).to_have_class("flagged on")
    review.get_by_role("link", name="Back to the rows").click()
    expect(review.locator("#row-3")).to_be_focused()

    assert broken == []


@pytest.mark.parametrize("width", [390, 1440])
def test_words_of_the_key_are_seen_whole(review: Page, width: int) -> None:
    review.set_viewport_size({"width": width, "height": 900})
    review.locator("#evidence-key > summary").press("Enter")
    box = review.locator("#key-A")
    box.fill("The application form and the letter that comes along with it")
    wait_saved(review)

    hidden = "box => [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight]"
    assert box.evaluate(hidden) == [0, 0]


def test_a_line_says_that_it_is_to_be_checked_until_its_row_is_settled(review: Page) -> None:
    line = review.locator(f"#line-{review.locator('#row-4').get_attribute('data-lines')}")
    expect(line).to_contain_text("To check:")
    review.locator("#row-4").focus()
    press(review, "e", "a")
    wait_saved(review)

    expect(line).not_to_contain_text("To check:")
    expect(line).to_have_class("used on")
    press(review, "n", "a", "n", "a", "n", "e", "a", "n")
    expect(review.locator("#review-counts")).to_contain_text("none left to check")
    wait_saved(review)
    press(review, "n")
    expect(review.locator("[data-save-state]")).to_have_text("Nothing left to check")


def test_on_a_telephone_the_document_opens_at_the_row_in_view(page: Page, sign_in: SignIn, hr: User) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    sign_in(page, hr)
    lines = "\n".join(f"- {start} {subject}" for start in STARTS for subject in SUBJECTS)
    open_reading(page, hr, f"Job title: Teaching Assistant\n\nPerson specification\n\nSkills\n{lines}")
    page.locator("#row-30").evaluate("row => row.scrollIntoView({ block: 'start' })")

    page.get_by_role("link", name="Document", exact=True).click()
    line = page.locator(".doc-lines > .on")
    expect(line).to_be_in_viewport()
    expect(line).to_contain_text(STARTS[2])
    expect(page.locator(".doc-lines > li").first).not_to_be_in_viewport()
    page.get_by_role("link", name="Back to the rows").click()
    expect(page.locator(".review-row:focus")).to_be_in_viewport()


def test_what_could_not_be_saved_is_said_and_kept(
    review: Page, reading: DocumentReading, complaints: list[str]
) -> None:
    review.route("**/readings/**", lambda route: route.abort("internetdisconnected"))
    review.locator("#row-1-text").fill("Typed while the network was away")
    expect(review.locator("[data-save-state]")).to_have_text("Not saved: no connection. Keep this page open.")

    review.unroute("**/readings/**")
    expect(review.locator("[data-save-state]")).to_contain_text("Saved at", timeout=10_000)
    assert rows(reading)[0][0] == "Typed while the network was away"
    complaints[:] = [line for line in complaints if "ERR_INTERNET_DISCONNECTED" not in line]


def test_being_signed_out_is_said_and_never_taken_for_saved(review: Page, reading: DocumentReading) -> None:
    review.context.clear_cookies(name="sessionid")
    review.locator("#row-1-text").fill("Typed after the session ended")

    expect(review.locator("[data-save-state]")).to_contain_text("you have been signed out")
    expect(review.locator("#row-1-text")).to_have_value("Typed after the session ended")
    assert rows(reading)[0][0] == "Experience of caring for children"
    review.on("dialog", lambda dialog: dialog.accept())


def test_mistakes_break_no_accessibility_rule_and_a_remark_is_let_stand(
    page: Page, sign_in: SignIn, hr: User, axe: Callable[[Page], list[str]]
) -> None:
    """What the sweep over every page does not meet: no profile yet, and a review that cannot be confirmed."""
    page.set_viewport_size({"width": 390, "height": 900})
    sign_in(page, hr)
    page.goto("/job-profiles/")
    broken = axe(page)
    page.goto("/job-profiles/upload/")
    page.get_by_label("The document", exact=True).set_input_files(DOCUMENTS / "elsa-home-link-worker.docx")
    page.get_by_role("button", name="Read the document").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Check what was read")
    page.get_by_role("button", name="Confirm this job profile").click()
    expect(page.locator("#problems")).to_be_focused()
    broken += axe(page)
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    let_a_remark_stand(page, "Asked of every referee in the same words")
    page.get_by_role("button", name="Leave out “ELSA & Home Link Worker”").click()
    expect(page.locator(".review-row")).to_have_count(21)
    page.get_by_role("button", name="Confirm this job profile").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("ELSA & Home Link Worker")

    assert (broken, wider) == ([], 0)
    [remark] = JobProfileVersion.objects.get().dismissed_remarks.all()
    assert remark.reason == "Asked of every referee in the same words"


def let_a_remark_stand(page: Page, reason: str) -> None:
    """By keyboard: a remark about a criterion of the list that is kept."""
    remark = page.locator(".question:not(.question-settled)", has_text="An essential that no stage scores")
    remark.locator("summary").press("Enter")
    remark.get_by_label("Why it stays").fill(reason)
    remark.get_by_role("button", name="Leave it, for this reason").press("Enter")
    expect(remark).to_have_count(0)
