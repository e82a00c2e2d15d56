"""Calendar, feed, retention and destruction in a real browser: two people, both widths, on paper."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.utils import timezone
from playwright.sync_api import Page
from pypdf import PdfReader
from pytest_playwright.pytest_playwright import CreateContextCallback

from compliance.domain.categories import CheckType
from core.domain.permissions import Role
from core.models import School, User
from tests.factories.compliance import make_check, make_engagement
from tests.factories.dated import make_early_start, make_right_to_work
from tests.factories.people import make_person, make_school, make_user
from tests.factories.whole_leaver import make_whole_leaver


@pytest.fixture(autouse=True)
def own_files(settings: LazySettings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def school() -> School:
    """Days of every kind: past, soon and far, and a leaver whose time is up."""
    school = make_school(name="Mill Lane Primary School")
    today = timezone.localdate()
    for number, name in enumerate(("Raman", "Novak", "Adeyemi")):
        engagement = make_engagement(school=school, person=make_person(family_name=name))
        make_right_to_work(engagement, permission_end=today + timedelta(days=20 + 30 * number))
        make_check(engagement, CheckType.S128, recheck_date=today + timedelta(days=3 + 50 * number))
        make_early_start(engagement, today + timedelta(days=9 * number - 9))
    make_whole_leaver(school, "Quillfeather")
    return school


type SignIn = Callable[[Page, User], Page]


def test_two_people_destroy_a_leavers_record(
    new_context: CreateContextCallback, sign_in: SignIn, school: School
) -> None:
    hr = sign_in(new_context().new_page(), make_user(Role.HR_OFFICER, school=school, name="Nia Owen"))
    hr.goto("/")
    hr.get_by_role("link", name="Calendar", exact=True).click()
    hr.get_by_role("link", name="What is due for destruction").click()
    hr.get_by_role("link", name="Staff record of a leaver").click()
    hr.get_by_label("Propose Quillfeather Quillfeather").check()
    hr.get_by_role("button", name="Propose the ticked ones").click()
    assert hr.get_by_text("You proposed this, so somebody else has to confirm it.").is_visible()

    head = sign_in(new_context().new_page(), make_user(Role.HEADTEACHER, school=school, name="Helen Marsh"))
    head.goto(hr.url)
    head.get_by_text("Confirm and destroy").click()
    head.get_by_role("button", name="Destroy for good").click()
    head.get_by_role("heading", name="Destruction record").wait_for()
    record = head.locator("main").inner_text()

    assert ("Quillfeather" in record, "Nia Owen" in record, "Helen Marsh" in record) == (False, True, True)


def test_snoozed_by_keyboard_and_seen_in_the_calendar(
    new_context: CreateContextCallback, sign_in: SignIn, school: School
) -> None:
    page = sign_in(new_context().new_page(), make_user(Role.HR_OFFICER, school=school))
    page.goto("/")
    page.get_by_role("link", name="Calendar", exact=True).click()
    page.get_by_label("Kind").select_option(label="Right-to-work follow-up")
    page.get_by_role("button", name="Show").press("Enter")
    page.get_by_role("link", name="Rowan Raman").press("Enter")
    until = timezone.localdate() + timedelta(days=5)
    page.get_by_label("Remind again on").fill(f"{until:%d/%m/%Y}")
    page.get_by_label("Why it can wait").fill("Appointment booked")
    page.get_by_label("Why it can wait").press("Enter")
    page.get_by_text(f"The reminders rest until {until:%d/%m/%Y}.").wait_for()
    page.goto("/calendar/")

    assert page.get_by_text("Appointment booked").is_visible()


def test_monday_list_is_one_sheet_of_paper(
    new_context: CreateContextCallback, sign_in: SignIn, school: School
) -> None:
    page = sign_in(new_context().new_page(), make_user(Role.HR_OFFICER, school=school))
    page.goto("/calendar/monday-list/")
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))

    assert len(printed.pages) == 1
    assert "Rowan Raman" in printed.pages[0].extract_text()


def test_pages_of_one_matter_break_no_accessibility_rule_and_fit(
    new_context: CreateContextCallback, sign_in: SignIn, school: School, axe: Callable[[Page], list[str]]
) -> None:
    """The pages the demonstration has nothing for: one day, one proposal, one record of destruction."""
    page = sign_in(new_context().new_page(), make_user(Role.HR_OFFICER, school=school))
    broken: dict[str, tuple[list[str], list[int]]] = {}

    def look(name: str) -> None:
        wider = []
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 900})
            root = "document.documentElement"
            wider.append(page.evaluate(f"{root}.scrollWidth - {root}.clientWidth"))
        broken[name] = (axe(page), wider)

    page.goto("/retention/holds/new/?q=Raman")
    look("a hold")
    page.goto("/calendar/?rule=right_to_work")
    page.get_by_role("link", name="Rowan Raman").click()
    page.wait_for_url("**/calendar/right_to_work/**")
    look("one day")
    page.goto("/retention/?kind=personnel_file")
    page.get_by_label("Propose Quillfeather Quillfeather").check()
    page.get_by_role("button", name="Propose the ticked ones").click()
    page.wait_for_url("**/retention/destructions/*/")
    look("a proposal")
    page.get_by_text("Cancel the proposal").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Cancel it").click()
    page.goto("/retention/destructions/")
    page.get_by_role("link", name="Staff record of a leaver").click()
    page.wait_for_url("**/retention/destructions/*/")
    look("a record")

    assert broken == dict.fromkeys(broken, ([], [0, 0]))
