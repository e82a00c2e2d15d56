"""One whole story: what an appointment left to learn, the year of an ELSA, a review by both, a passport.

The clock stands where the story is: an ELSA's chances depend on the day of the school year.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from pytest_playwright.pytest_playwright import CreateContextCallback

from core.domain.permissions import Role
from core.models import Engagement, School, User
from cpd.models import Appraisal
from tests.factories.appraisals import make_appraisal, make_cycle
from tests.factories.development import make_own_user, make_scored_appointment
from tests.factories.elsa import make_elsa, make_provider, make_session, make_training_day
from tests.factories.people import make_school, make_user
from tests.factories.training import make_training

VISITS = "Experience of visiting families at home"
# Essential and met, essential and trainable, desirable and not met.
CRITERIA = (
    ("Experience of working with children", "essential", "I", 2),
    ("Completed, or a willingness to undertake, ELSA training", "essential", "I", 2),
    (VISITS, "desirable", "I", 1),
)
OBJECTIVE = "Visit the families of the six children in the group at home, with Samira at first"
LAST_TRAINING_DAYS = ("11/03/2027", "25/03/2027")
SESSIONS = ("18/03/2027", "29/04/2027")
OWN_DRAFT = "I rang before each visit and two families asked me to come again."
MANAGERS_DRAFT = "Four of six families visited, and the notes are exemplary."


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """``today(day)``: from now on it is ten o'clock in the morning of that day."""

    def set_clock(day: date) -> None:
        moment = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_clock


@pytest.fixture
def school() -> School:
    return make_school(name="Mill Lane Primary School")


@pytest.fixture
def rowan(school: School) -> Engagement:
    """At work since December, with some training; on day four of six as an ELSA, with one session."""
    engagement, _ = make_scored_appointment(
        school,
        CRITERIA,
        ((2, 1, 0), (2, 2, 0)),
        notes={2: "None so far; would go with a colleague"},
        trainable=(2,),
    )
    make_own_user(engagement)
    provider = make_provider(school, name="Harbour Psychology Service", sessions_required=4)
    registration = make_elsa(engagement=engagement, provider=provider, days=0)
    for number, day in enumerate((7, 14, 21, 28), start=1):
        make_training_day(registration, number, training_date=date(2027, 1, day))
    make_session(registration, date(2027, 1, 19))
    make_training(engagement, None, title="Attachment and trauma", awarded_date=date(2026, 12, 7))
    return engagement


@pytest.fixture
def appraisal(school: School, rowan: Engagement) -> Appraisal:
    samira = make_user(Role.LINE_MANAGER, school=school, name="Samira Haddad")
    cycle = make_cycle(school=school, created_by=samira)
    return make_appraisal(engagement=rowan, cycle=cycle, appraiser=samira)


def press(page: Page, name: str) -> None:
    page.locator("main").get_by_role("button", name=name).first.click()


def follow(page: Page, name: str) -> None:
    page.locator("main").get_by_role("link", name=name).first.click()


def fill(page: Page, **fields: str) -> None:
    """Each field by its name; of radio buttons the one of that value."""
    for name, value in fields.items():
        control = page.locator(f"[name={name}]").first
        if control.get_attribute("type") == "radio":
            page.locator(f"[name={name}][value={value}]").check()
        elif control.evaluate("node => node.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.fill(value)


def make_the_need_an_objective(manager: Page, appraisal: Appraisal) -> None:
    manager.goto(f"/development/people/{appraisal.engagement_id}/")
    press(manager, "Propose from the appointment")
    needs = manager.locator("article.need")
    expect(needs).to_have_count(2)
    visits = needs.filter(has_text=VISITS)
    expect(visits).to_contain_text("None so far; would go with a colleague")
    visits.get_by_role("link", name="Accept").click()
    fill(manager, text=OBJECTIVE, kind="objective", target_date="30/06/2027")
    press(manager, "Accept")
    expect(needs.filter(has_text=OBJECTIVE)).to_contain_text("In the appraisal")


def agree_objectives(manager: Page, appraisal: Appraisal) -> None:
    manager.goto(f"/appraisals/{appraisal.pk}/")
    expect(manager.locator(".objective-card")).to_contain_text(f"Comes from: {VISITS}")
    follow(manager, "Agree the objectives")
    press(manager, "Agree the objectives")
    expect(manager.locator("h1")).to_contain_text("Objectives agreed")


def see_the_objective(own: Page, appraisal: Appraisal) -> None:
    """The person reads the objective, and nothing of what the panel wrote."""
    own.goto(f"/development/people/{appraisal.engagement_id}/")
    expect(own.locator("main")).to_contain_text(OBJECTIVE)
    assert "would go with a colleague" not in own.content()


def attend_training(own: Page, engagement: Engagement) -> None:
    for number, day in enumerate(LAST_TRAINING_DAYS, start=5):
        own.goto(f"/elsa/people/{engagement.pk}/training/{number}/")
        fill(own, training_date=day, topic="friendship", attended="yes")
        press(own, "Save")
    attended = own.locator("td[data-label=Attended]", has_text=re.compile(r"^\s*Attended\s*$"))
    expect(attended).to_have_count(6)


def attend_session(own: Page, engagement: Engagement, day: str) -> None:
    own.goto(f"/elsa/people/{engagement.pk}/sessions/add/?happened=attended")
    fill(own, session_date=day, session_hours="2", group_size="7", supervisor_kind="educational_psychologist")
    press(own, "Save")
    expect(own.locator("main")).to_contain_text(f"The session of {day} is written down.")


def come_to_the_last_chance(own: Page, engagement: Engagement) -> None:
    attend_training(own, engagement)
    for day in SESSIONS:
        attend_session(own, engagement, day)
    expect(own.locator(".elsa-sentence")).to_have_text(
        "3 of the 4 sessions wanted this year count; 1 more needed, 1 left: last chance, none may be missed."
    )


def hold_the_mid_year(manager: Page, appraisal: Appraisal) -> None:
    manager.goto(f"/appraisals/{appraisal.pk}/reviews/mid_year/")
    fill(manager, text="Two families visited together; she goes on alone from now on.")
    press(manager, "Share with")
    expect(manager.locator("h1")).to_contain_text("Mid-year review held")


def meet_the_year(own: Page, engagement: Engagement) -> None:
    attend_session(own, engagement, "17/06/2027")
    expect(own.locator(".elsa-sentence")).to_have_text(
        "4 of the 4 sessions wanted this year count: the year's supervision is met."
    )


def write_final(page: Page, appraisal: Appraisal, text: str, **more: str) -> None:
    page.goto(f"/appraisals/{appraisal.pk}/reviews/final/")
    fill(page, text=text, **more)
    press(page, "Save the draft")
    expect(page.locator("main")).to_contain_text("Your draft is saved.")
    expect(page.locator("main")).to_contain_text(text)


def assert_unseen(page: Page, appraisal: Appraisal, draft: str) -> None:
    """Nowhere the other of the two would look: neither page, nor the API."""
    for address in (f"/appraisals/{appraisal.pk}/", f"/appraisals/{appraisal.pk}/reviews/final/"):
        page.goto(address)
        assert draft not in page.content()
    answer = page.request.get(f"/api/v1/appraisals/{appraisal.pk}/")
    assert answer.ok
    assert draft not in answer.text()


def share_final(page: Page, appraisal: Appraisal) -> None:
    page.goto(f"/appraisals/{appraisal.pk}/reviews/final/")
    press(page, "Share with")
    expect(page.locator("main")).to_contain_text("It is shared.")


def write_the_final_review(own: Page, manager: Page, appraisal: Appraisal) -> None:
    rating = f"rating_{appraisal.objectives.get().pk}"
    write_final(own, appraisal, OWN_DRAFT)
    write_final(manager, appraisal, MANAGERS_DRAFT, overall_rating="exceeded", **{rating: "exceeded"})
    assert_unseen(manager, appraisal, OWN_DRAFT)
    assert_unseen(own, appraisal, MANAGERS_DRAFT)
    share_final(own, appraisal)
    share_final(manager, appraisal)


def sign_review(page: Page, appraisal: Appraisal) -> None:
    """Each reads both sides and signs."""
    page.goto(f"/appraisals/{appraisal.pk}/")
    for text in (OWN_DRAFT, MANAGERS_DRAFT):
        expect(page.locator("main")).to_contain_text(text)
    expect(page.locator(".objective-card")).to_contain_text("Exceeded")
    follow(page, "Sign the final review")
    press(page, "Sign")
    expect(page.locator("main")).to_contain_text("You have signed the final review.")


def take_the_passport(own: Page) -> str:
    own.goto("/my-record/")
    with own.expect_download() as download:
        follow(own, "My CPD passport (PDF)")
    pages = PdfReader(download.value.path()).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def assert_passport_tells_what_was_learned(words: str, engagement: Engagement) -> None:
    told = (
        engagement.person.full_name,
        "Attachment and trauma",
        "Harbour Psychology Service",
        "Standing on 18/06/2027 Met",
        "Training days attended 6 of 6",
    )
    assert [one for one in told if one not in words] == []
    kept = ("exceeded", "exemplary", "asked me to come again", "visit the families", "rating")
    assert [one for one in kept if one in words.lower()] == []


def test_from_an_objective_to_the_passport(
    new_context: CreateContextCallback,
    sign_in: Callable[[Page, User], Page],
    axe: Callable[[Page], list[str]],
    today: Callable[[date], None],
    appraisal: Appraisal,
) -> None:
    rowan, samira = appraisal.engagement, appraisal.appraiser
    assert rowan.person.user is not None
    own, manager = new_context().new_page(), new_context().new_page()

    today(date(2026, 12, 10))
    make_the_need_an_objective(sign_in(manager, samira), appraisal)
    assert axe(manager) == []
    agree_objectives(manager, appraisal)
    see_the_objective(sign_in(own, rowan.person.user), appraisal)

    today(date(2027, 5, 6))
    come_to_the_last_chance(sign_in(own, rowan.person.user), rowan)
    assert axe(own) == []
    hold_the_mid_year(sign_in(manager, samira), appraisal)

    today(date(2027, 6, 18))
    meet_the_year(sign_in(own, rowan.person.user), rowan)
    write_the_final_review(own, sign_in(manager, samira), appraisal)
    sign_review(own, appraisal)
    sign_review(manager, appraisal)
    expect(manager.locator("h1")).to_contain_text("Signed by both")
    assert axe(manager) == []
    assert_passport_tells_what_was_learned(take_the_passport(own), rowan)
