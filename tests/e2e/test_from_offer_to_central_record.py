"""One whole story: appointed, checked, held up, started early, cleared, in the record, inspected."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_playwright.pytest_playwright import CreateContextCallback

from compliance.models import CentralRecordLook, Check, EngagementRole, StartConfirmation
from core.domain.permissions import Role
from core.models import Engagement, Person, School, User
from tests.factories.appointed import make_appointed
from tests.factories.people import make_school, make_user

FACTS = ("teaching_work", "has_trn", "lived_abroad", "early_years_or_wraparound", "manages_early_years")


@pytest.fixture
def school() -> School:
    return make_school(name="Mill Lane Primary School")


@pytest.fixture
def engagement(school: School) -> Engagement:
    return make_appointed(school, timezone.localdate())


def day(days: int) -> str:
    return f"{timezone.localdate() + timedelta(days=days):%d/%m/%Y}"


def describe_role(page: Page) -> None:
    """From the board: the kind of worker is proposed, every fact is answered."""
    page.get_by_role("link", name="New starters").click()
    page.get_by_role("link", name="Describe the role").click()
    expect(page.locator("select#category")).to_have_value("ta_elsa")
    for fact in FACTS:
        page.locator(f"input[name={fact}][value=no]").check()
    page.get_by_role("button", name="Save the role").click()


def record(page: Page, engagement: Engagement, check: str, **fields: str) -> None:
    """Record a check from the starter's page; each field by its name, radios by their value."""
    page.goto(f"/starters/{engagement.pk}/")
    page.locator(f"a[href^='/staff/{engagement.pk}/checks/{check}/']").first.click()
    given = {"state": "done", "done_date": day(-2), "outcome": "clear", "done_by": "Nia Owen"} | fields
    for name, value in given.items():
        control = page.locator(f"[name={name}]").first
        if control.get_attribute("type") == "radio":
            page.locator(f"[name={name}][value={value}]").check()
        elif control.evaluate("node => node.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.fill(value)
    page.get_by_role("button", name="Record the check").click()
    page.wait_for_url(re.compile(r"/(starters|staff)/"))


def ask_for_certificate(page: Page, engagement: Engagement) -> None:
    page.goto(f"/starters/{engagement.pk}/")
    page.locator(f"a[href^='/staff/{engagement.pk}/checks/enhanced_dbs/']").first.click()
    page.locator("[name=state][value=requested]").check()
    page.locator("[name=requested_date]").fill(day(-12))
    page.get_by_role("button", name="Record the check").click()


def sign_early_start(page: Page, engagement: Engagement) -> None:
    page.goto(f"/starters/{engagement.pk}/")
    page.get_by_role("link", name="Sign a risk assessment").click()
    page.locator("[name=supervisor]").fill("Tom Ellery")
    page.locator("[name=supervision_plan]").fill("Works beside a colleague in the Year 2 classroom")
    page.locator("[name=risks]").fill("Never alone with a child; a yellow lanyard shows it")
    page.locator("[name=review_date]").fill(day(14))
    page.get_by_role("button", name="Sign the risk assessment").click()


def let_a_day_pass() -> None:
    """All that was recorded so far was recorded yesterday."""
    one_day = timedelta(days=1)
    Check.objects.update(recorded_at=F("recorded_at") - one_day)
    Check.objects.exclude(superseded_at=None).update(superseded_at=F("superseded_at") - one_day)
    for model in (Person, Engagement, EngagementRole, School):
        model.history.update(history_date=F("history_date") - one_day)  # type: ignore[attr-defined]


def states_of(page: Page, name: str) -> list[str]:
    """Identity, barred list and certificate of one line of the record, each by its word."""
    line = page.locator("tbody tr", has_text=name)
    expect(line).to_have_count(1)
    cells = line.locator("td").all()[:3]
    return [re.sub(r"\s+", " ", cell.inner_text()).strip() for cell in cells]


def hold_up(hr: Page, engagement: Engagement) -> None:
    """Described, but not checked: nobody can confirm the start."""
    describe_role(hr)
    hr.goto(f"/starters/{engagement.pk}/")
    expect(hr.locator("main")).to_contain_text("Do not start")
    expect(hr.get_by_role("button", name=re.compile("Confirm"))).to_have_count(0)


def check_all_but_the_certificate(hr: Page, engagement: Engagement) -> None:
    record(hr, engagement, "identity", evidence_seen="Passport and council-tax bill")
    record(hr, engagement, "right_to_work", route="manual", document="A1")
    record(hr, engagement, "medical_fitness")
    ask_for_certificate(hr, engagement)
    record(hr, engagement, "children_barred_list", permitted_reason="pending")
    expect(hr.locator("main")).to_contain_text("Only the certificate is still to come")


def start_early(head: Page, engagement: Engagement) -> None:
    sign_early_start(head, engagement)
    expect(head.locator("main")).to_contain_text("May start only with risk assessment")
    head.goto(f"/starters/{engagement.pk}/")
    head.get_by_role("button", name=re.compile("Confirm")).click()
    expect(head.locator("main")).to_contain_text("as an early start")


def see_the_certificate(hr: Page, engagement: Engagement) -> None:
    record(
        hr,
        engagement,
        "enhanced_dbs",
        done_date=day(0),
        reference_number="0012 3456 7890",
        issued_date=day(-1),
        name_on_certificate="Rowan Ashdown",
        level="enhanced",
        workforce="child",
        includes_barred_list="yes",
        is_own="yes",
    )
    hr.goto(f"/starters/{engagement.pk}/")
    expect(hr.locator("main")).to_contain_text("Clear to start")


def compare_now_and_yesterday(hr: Page) -> None:
    hr.get_by_role("link", name="Central record").click()
    expect(hr.get_by_role("heading", level=1)).to_contain_text("Single central record")
    hr.get_by_role("link", name="Show everybody").click()
    now = states_of(hr, "Ashdown")
    hr.get_by_label("As at (day)").fill(day(-1))
    hr.get_by_label("Time").fill("23:59")
    hr.get_by_role("button", name="Apply").click()
    expect(hr.locator(".record-banner")).to_contain_text("As at")
    hr.get_by_role("link", name=re.compile("Yet to start")).click()
    before = states_of(hr, "Ashdown")
    assert (now[2], before[2]) == (f"Complete {day(0)}", f"Asked for {day(-12)}")
    assert now[:2] == before[:2] == [f"Complete {day(-2)}", f"Complete {day(-2)}"]


def test_from_the_offer_to_the_central_record(
    new_context: CreateContextCallback,
    sign_in: Callable[[Page, User], Page],
    school: School,
    engagement: Engagement,
    axe: Callable[[Page], list[str]],
) -> None:
    hr = sign_in(new_context().new_page(), make_user(Role.HR_OFFICER, school=school, name="Nia Owen"))
    hr.goto("/")
    hold_up(hr, engagement)
    check_all_but_the_certificate(hr, engagement)
    start_early(sign_in(new_context().new_page(), make_user(Role.HEADTEACHER, school=school)), engagement)
    let_a_day_pass()
    see_the_certificate(hr, engagement)
    assert axe(hr) == []
    compare_now_and_yesterday(hr)

    inspector = sign_in(new_context().new_page(), make_user(Role.INSPECTOR, school=school, name="Alan Brook"))
    inspector.goto(f"/central-record/{school.pk}/inspection/")
    assert states_of(inspector, "Ashdown")[2] == f"Complete {day(0)}"
    assert "001234567890" not in inspector.content()
    assert axe(inspector) == []
    assert CentralRecordLook.objects.filter(looked_by__name="Alan Brook").count() == 1
    assert StartConfirmation.objects.get().is_early_start
