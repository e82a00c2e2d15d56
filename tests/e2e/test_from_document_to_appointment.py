"""The whole line in a browser: a Word document becomes a job profile, a vacancy, an appointed person.

Each member scores one candidate in the browser; their sheets for the others are handed in beside it.
"""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_playwright.pytest_playwright import CreateContextCallback

from core.domain.permissions import Role
from core.models import Engagement, School, User
from recruitment.models import AgreedScore, Application, RecruitmentEvent, Score, Stage, Vacancy
from recruitment.services.scoring import save_scores, submit_sheet
from tests.factories import make_school, make_user
from tests.factories.scoring import actor_of, answers_for, list_criteria

DOCUMENT = Path(__file__).resolve().parents[2] / "fixtures" / "documents" / "learning-mentor-elsa.docx"
STRONG = "In five years as a teaching assistant I have run a nurture group and met families weekly."
WEAK = "I am keen to learn."


@pytest.fixture
def school() -> School:
    return make_school(name="Mill Lane Primary School")


@pytest.fixture
def people(school: School) -> dict[str, User]:
    return {
        "hr": make_user(Role.HR_OFFICER, school=school, name="Nia Owen"),
        "head": make_user(Role.HEADTEACHER, school=school, name="Helen Marsh"),
        "member": make_user(Role.PANEL_MEMBER, school=school, name="Tom Ellery"),
    }


@pytest.fixture
def hr(new_context: CreateContextCallback, people: dict[str, User]) -> Page:
    return sign_in_by_form(new_context().new_page(), people["hr"])


@pytest.fixture
def head(
    new_context: CreateContextCallback, people: dict[str, User], sign_in: Callable[[Page, User], Page]
) -> Page:
    return sign_in(new_context().new_page(), people["head"])


@pytest.fixture
def member(new_context: CreateContextCallback, people: dict[str, User]) -> Page:
    """Tom has switched scripts off."""
    return sign_in_by_form(new_context(java_script_enabled=False).new_page(), people["member"])


def sign_in_by_form(page: Page, user: User) -> Page:
    page.goto("/account/login/")
    page.get_by_label("E-mail address").fill(user.email)
    page.get_by_label("Password").fill("a long pass phrase")
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What needs me today")
    return page


def uk(days: int) -> str:
    return f"{timezone.localdate() + timedelta(days=days):%d/%m/%Y}"


def test_from_document_to_appointment(
    new_context: CreateContextCallback, hr: Page, head: Page, member: Page, people: dict[str, User]
) -> None:
    confirm_the_document(hr)
    vacancy = publish_a_vacancy(hr, people)
    apply_online(new_context().new_page(), vacancy, "Carys", "Beddoes", STRONG, stumbles=True)
    apply_online(new_context().new_page(), vacancy, "Imran", "Sadiq", STRONG)
    enter_from_paper(hr, vacancy, "Joy", "Okoro", WEAK)
    open_scoring(hr, vacancy)

    shortlisting = Stage.objects.get(vacancy=vacancy, kind="application")
    assert_sealed(hr, vacancy)
    score_by_keyboard(head, shortlisting, "C01", 3)
    hand_in(people["head"], shortlisting, {"C02": 2, "C03": 0})
    score_without_scripts(member, shortlisting, "C01", 1)
    hand_in(people["member"], shortlisting, {"C02": 2, "C03": 0})
    open_the_scores(head, vacancy, "application")
    agree_one_cell(head, vacancy)
    decide(hr, vacancy, "application", {"C01": "Shortlisted", "C02": "Shortlisted"})

    open_interviews(hr, vacancy)
    interview = Stage.objects.get(vacancy=vacancy, kind="interview")
    score_by_keyboard(head, interview, "C01", 3)
    hand_in(people["head"], interview, {"C02": 2})
    hand_in(people["member"], interview, {"C01": 3, "C02": 2})
    open_the_scores(head, vacancy, "interview")
    decide(head, vacancy, "interview", {"Carys Beddoes": "To be appointed", "Imran Sadiq": "In reserve"})
    offer_and_accept(hr, vacancy)

    assert_on_record(vacancy, people)


def confirm_the_document(page: Page) -> None:
    page.goto("/job-profiles/upload/")
    page.locator("input[type=file]").set_input_files(DOCUMENT)
    page.get_by_role("button", name="Read the document").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Check what was read")
    expect(page.locator("#review-counts")).to_contain_text("20 rows")
    page.get_by_role("button", name=re.compile("^Confirm")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Learning Mentor / ELSA")


def publish_a_vacancy(page: Page, people: dict[str, User]) -> Vacancy:
    page.goto("/vacancies/new/")
    page.get_by_role("link", name="Learning Mentor / ELSA").click()
    page.get_by_label("Reference").fill("LM-26")
    page.locator("[name=opens_date]").fill(uk(0))
    page.locator("[name=closes_date]").fill(uk(7))
    page.get_by_label("One supporting statement").check()
    page.get_by_role("button", name="Save as a draft").click()
    vacancy = Vacancy.objects.get(reference="LM-26")
    for name, role in (("head", "chair"), ("member", "member")):
        page.goto(f"/vacancies/{vacancy.pk}/application/panel/")
        page.locator("[name=user]").select_option(str(people[name].pk))
        page.locator("[name=role]").select_option(role)
        page.locator("[name=safer_recruitment_date]").fill(uk(-100))
        page.get_by_role("button", name="Add to the panel").click()
        expect(page.get_by_role("rowheader", name=people[name].name)).to_be_visible()
    page.goto(f"/vacancies/{vacancy.pk}/publish/")
    page.get_by_role("button", name="Publish with these criteria").click()
    expect(page.get_by_text("Open for applications").first).to_be_visible()
    vacancy.refresh_from_db()
    return vacancy


def apply_online(
    page: Page, vacancy: Vacancy, given: str, family: str, statement: str, *, stumbles: bool = False
) -> None:
    page.goto(f"/apply/{vacancy.public_code}/")
    page.get_by_role("button", name="Start now").click()
    page.locator("[name=person-given_name]").fill(given)
    page.locator("[name=person-family_name]").fill(family)
    if stumbles:
        page.locator("[name=person-email]").fill("carys at home")
        go_on(page)
        expect(page.locator(".error-summary")).to_contain_text("Give an e-mail address in full")
        expect(page.locator("[name=person-given_name]")).to_have_value(given)
    page.locator("[name=person-email]").fill(f"{given.lower()}@post.example")
    go_on(page)
    page.locator("[name=education-education_ended]").fill("7/2014")
    page.locator("[name=qualifications-0-title]").fill("NVQ level 3")
    go_on(page)
    page.locator("[name=history-0-job_title]").fill("Teaching assistant")
    page.locator("[name=history-0-started]").fill("8/2014")
    page.locator("[name=history-0-is_current]").check()
    go_on(page)
    page.locator("main textarea").fill(statement)
    go_on(page)
    for number, referee in enumerate(("Farida Khan", "Omar Reid")):
        page.locator(f"[name=referees-{number}-name]").fill(referee)
        page.locator(f"[name=referees-{number}-email]").fill(f"referee{number}@school.example")
    go_on(page)
    for question in ("is_related_to_school", "has_lived_abroad"):
        page.locator(f"[name=circumstances-{question}][value=no]").check()
    page.locator("[name=declaration-is_declared_true]").check()
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Check your answers")
    page.get_by_role("button", name="Send my application").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your application has been sent")


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Save and go on").click()


def enter_from_paper(page: Page, vacancy: Vacancy, given: str, family: str, statement: str) -> None:
    page.goto(f"/vacancies/{vacancy.pk}/applications/new/")
    page.get_by_label("Paper").check()
    page.locator("[name=person-given_name]").fill(given)
    page.locator("[name=person-family_name]").fill(family)
    page.get_by_label("Supporting statement").fill(statement)
    page.get_by_role("button", name="Save the application").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{given} {family}")


def open_scoring(page: Page, vacancy: Vacancy) -> None:
    page.goto(f"/vacancies/{vacancy.pk}/close/")
    page.locator("main").get_by_role("button", name=re.compile("^Close")).click()
    page.goto(f"/vacancies/{vacancy.pk}/application/")
    page.get_by_role("button", name="Open scoring").click()
    expect(page.get_by_text("Scores are sealed")).to_be_visible()


def assert_sealed(page: Page, vacancy: Vacancy) -> None:
    page.goto(f"/vacancies/{vacancy.pk}/application/grid/")
    expect(page.locator("main")).to_contain_text("sealed")
    expect(page.locator("table")).to_have_count(0)


def score_by_keyboard(page: Page, stage: Stage, code: str, points: int) -> None:
    page.goto(f"/panels/{stage.pk}/{code}/")
    criteria = page.locator(".criterion")
    criteria.first.locator(".chip-input").first.focus()
    for _ in range(criteria.count()):
        page.keyboard.press(str(points))
    count = criteria.count()
    expect(page.locator("[data-sheet-progress] .progress-text")).to_have_text(f"{count} of {count}")
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("Submitted|My candidates|Mentor"))


def score_without_scripts(page: Page, stage: Stage, code: str, points: int) -> None:
    page.goto(f"/panels/{stage.pk}/{code}/")
    for chip in page.locator(f".chip-input[value='{points}'] + label").all():
        chip.click()
    page.get_by_role("button", name="Submit").click()
    page.goto(f"/panels/{stage.pk}/{code}/")
    expect(page.get_by_text("You submitted this sheet on")).to_be_visible()


def hand_in(user: User, stage: Stage, points: dict[str, int]) -> None:
    """Their sheets for other candidates, with the same points for every criterion of one."""
    by, now = actor_of(user), timezone.now()
    for application in stage.vacancy.applications.filter(code__in=points):
        answers = answers_for(stage, [points[application.code]] * len(list_criteria(stage)))
        sheet = {"stage_id": stage.pk, "application_id": application.pk, "by": by, "now": now}
        save_scores(answers=answers, **sheet)
        submit_sheet(**sheet)


def open_the_scores(page: Page, vacancy: Vacancy, kind: str) -> None:
    page.goto(f"/vacancies/{vacancy.pk}/{kind}/")
    page.locator("summary", has_text="Open the scores").click()
    page.get_by_role("button", name="Open them now").click()
    expect(page.locator("main")).to_contain_text("The scores are open to everybody on the panel.")


def agree_one_cell(page: Page, vacancy: Vacancy) -> None:
    """Helen gave C01 three points everywhere, Tom one: the widest spread there is to talk about."""
    page.goto(f"/vacancies/{vacancy.pk}/application/discussion/")
    item = page.locator(".discussion > li").first
    expect(item).to_contain_text("C01")
    item.locator("summary", has_text="Agree points").click()
    item.locator(".chip-input[value='3'] + label").click()
    item.get_by_label("Reason").fill("The nurture group is a full example")
    item.get_by_role("button", name="Record").click()
    expect(page.locator(".discussion > li").first).to_be_visible()


def decide(page: Page, vacancy: Vacancy, kind: str, chosen: dict[str, str]) -> None:
    """Start from what the ranking suggests, change what the person wants, record and confirm."""
    page.goto(f"/vacancies/{vacancy.pk}/{kind}/decide/")
    page.get_by_role("button", name="Fill in what the ranking suggests").click()
    for candidate, outcome in chosen.items():
        row = page.locator("fieldset", has_text=candidate)
        row.get_by_label(outcome, exact=True).check()
        row.get_by_label("Reason").fill(f"{outcome}: clear examples for the essentials")
    page.get_by_role("button", name="Record these decisions").click()
    expect(page.locator("main")).to_contain_text("recorded")
    page.locator("summary", has_text="Confirm the").click()
    page.get_by_role("button", name=re.compile("^Record and confirm")).click()
    expect(page.locator("main")).to_contain_text("is confirmed")


def open_interviews(page: Page, vacancy: Vacancy) -> None:
    page.goto(f"/vacancies/{vacancy.pk}/interview/panel/")
    page.get_by_role("button", name="Copy the shortlisting panel").click()
    expect(page.get_by_role("rowheader", name="Tom Ellery")).to_be_visible()
    page.goto(f"/vacancies/{vacancy.pk}/interview/")
    page.get_by_role("button", name="Open scoring").click()
    expect(page.get_by_text("Scores are sealed")).to_be_visible()


def offer_and_accept(page: Page, vacancy: Vacancy) -> None:
    chosen = Application.objects.get(vacancy=vacancy, person__family_name="Beddoes")
    page.goto(f"/vacancies/{vacancy.pk}/")
    page.get_by_role("link", name="Go to offer").click()
    page.wait_for_url(f"**/applications/{chosen.pk}/offer/")
    expect(page.get_by_label("Conditions, one on each line")).to_have_value(re.compile("Enhanced DBS"))
    page.get_by_label("First day").fill(uk(60))
    page.get_by_role("button", name="Record the offer").click()
    page.get_by_label("The candidate accepts").check()
    page.get_by_role("button", name="Record the answer").click()
    expect(page.locator("main")).to_contain_text("Carys Beddoes joins Mill Lane Primary School")


def assert_on_record(vacancy: Vacancy, people: dict[str, User]) -> None:
    vacancy.refresh_from_db()
    engagement = Engagement.objects.get()
    agreed = AgreedScore.objects.get()
    statuses = dict(vacancy.applications.values_list("person__family_name", "status"))
    assert (engagement.person.full_name, engagement.school.name) == (
        "Carys Beddoes",
        "Mill Lane Primary School",
    )
    assert statuses == {"Beddoes": "appointed", "Sadiq": "reserve", "Okoro": "not_shortlisted"}
    assert vacancy.status == "filled"
    assert Score.objects.filter(cannot_tell=True).count() == 0
    assert (agreed.points, agreed.reason, agreed.agreed_by) == (
        3,
        "The nurture group is a full example",
        people["head"],
    )
    assert list(moves(vacancy)) == [
        ("vacancy_created", "Nia Owen"),
        ("vacancy_published", "Nia Owen"),
        ("vacancy_closed", "Nia Owen"),
        ("scoring_opened", "Nia Owen"),
        ("scores_unsealed", "Helen Marsh"),
        ("stage_decided", "Nia Owen"),
        ("scoring_opened", "Nia Owen"),
        ("scores_unsealed", "Helen Marsh"),
        ("stage_decided", "Helen Marsh"),
        ("offer_made", "Nia Owen"),
        ("offer_accepted", "Nia Owen"),
        ("vacancy_filled", "Nia Owen"),
    ]


def moves(vacancy: Vacancy) -> Iterator[tuple[str, str]]:
    """The moves of the vacancy and its stages, with who made them; not those of single sheets and people."""
    wanted = ("vacancy_", "scoring_", "scores_", "stage_", "offer_")
    for event in RecruitmentEvent.objects.filter(vacancy=vacancy).select_related("by").order_by("pk"):
        if event.kind.startswith(wanted) and event.by is not None:
            yield event.kind, event.by.name
