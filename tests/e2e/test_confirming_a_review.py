"""On the way to confirming: where the keys lead, and what the button says."""

from playwright.sync_api import Page, expect

from recruitment.models import DocumentReading, JobProfile
from tests.e2e import test_review_in_two_windows as windows
from tests.e2e.test_review_in_two_windows import wait_saved
from tests.factories import make_job_profile_version

hr, reading, review = windows.hr, windows.reading, windows.review


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_the_key_leads_to_what_blocks_once_every_row_is_checked(review: Page) -> None:
    review.locator("#row-1").focus()
    press(review, "a", "e", "n", "a", "e", "n", "a", "e", "n", "a", "e")
    review.locator("#review_date").fill("in a year")
    review.locator("#row-2-text").fill("")
    wait_saved(review)
    expect(review.locator("#review-counts")).to_contain_text("2 to settle")
    review.locator("#row-2").focus()
    press(review, "x")
    expect(review.locator("#review-counts")).to_contain_text("1 to settle")

    press(review, "n")
    expect(review.locator(".field:focus #review_date")).to_have_count(1)
    expect(review.locator("[data-save-state]")).to_contain_text("No row left to check: settle this")
    review.locator("#review_date").fill("1/9/2099")
    expect(review.locator("#review-counts")).to_contain_text("none left to check")


def test_a_row_gone_on_to_is_kept_when_the_answer_of_the_one_before_arrives(review: Page) -> None:
    review.locator("#row-1").focus()
    for key in ("a", "i", "n"):
        review.keyboard.press(key)
    wait_saved(review)
    expect(review.locator("#row-2")).to_be_focused()
    review.route("**/readings/**", lambda route: (review.wait_for_timeout(300), route.continue_()))

    review.keyboard.press("=")
    review.keyboard.press("n")
    expect(review.locator("#row-2-evidence")).to_be_checked()
    wait_saved(review)
    expect(review.locator("#row-3")).to_be_focused()


def test_the_confirm_button_follows_what_is_chosen(review: Page, reading: DocumentReading) -> None:
    version = make_job_profile_version(school=reading.school)
    JobProfile.objects.filter(pk=version.job_profile_id).update(title="Midday Supervisor")
    review.reload()
    expect(review.get_by_role("button", name="Confirm as version 2 of Midday Supervisor")).to_be_visible()

    review.get_by_label("Keep it as").select_option("A new job profile")
    expect(review.get_by_role("button", name="Confirm as a new job profile")).to_be_visible()
    wait_saved(review)
    review.locator("#row-1").focus()
    review.keyboard.press("x")
    expect(review.locator(".review-row")).to_have_count(3)
    expect(review.get_by_role("button", name="Confirm as a new job profile")).to_be_visible()


def test_what_confirming_was_refused_for_goes_once_it_is_put_right(review: Page) -> None:
    for key in (1, 2):
        review.locator(f"#row-{key}-text").fill("")
    review.get_by_role("button", name="Confirm").click()
    refused = review.locator("#problems")
    expect(refused.locator("a[href='#row-1-text'], a[href='#row-2-text']")).to_have_count(2)

    review.locator("#row-1-text").fill("Able to lead a small group")
    expect(refused.locator("a[href='#row-1-text']")).to_have_count(0)
    expect(refused.locator("a[href='#row-2-text']")).to_have_count(1)
    expect(review.locator("#row-1 .field-invalid .form-control")).to_have_count(0)
    expect(review.locator("#row-2 .field-error")).not_to_have_count(0)
    review.locator("#row-2-text").fill("Able to keep a calm voice")
    expect(review.locator("#problems a[href='#row-2-text']")).to_have_count(0)

    for key in (1, 2, 3, 4):
        review.locator(f"#row-{key}").focus()
        press(review, "a", "e")
    expect(review.locator("#problems, .field-error")).to_have_count(0)


def test_when_it_was_saved_stands_clear_of_what_is_to_settle(review: Page) -> None:
    review.set_viewport_size({"width": 1440, "height": 900})
    review.locator("#row-2-text").fill("")
    wait_saved(review)
    expect(review.locator("#review-counts a")).to_have_text("2 to settle")

    said = review.locator(".review-said").bounding_box() or {}
    told = review.locator("#review-counts a").bounding_box() or {}
    assert told["x"] + told["width"] < said["x"]
