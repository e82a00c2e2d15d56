"""Every page of the demonstration: accessible, no wider than the screen at both widths, no complaints."""

import re
from collections.abc import Callable

from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page
from pytest_playwright.pytest_playwright import CreateContextCallback

from core.models import Engagement, User
from cpd.domain.training_log import LogLine, TrainingLogReading, reading_to_json
from cpd.models import Course, Training, TrainingLog, TrainingRequirement
from overview.demonstration import load_demonstration
from overview.handbook import list_doors
from recruitment.models import (
    Application,
    ApplicationDraft,
    DocumentReading,
    Offer,
    OfferCondition,
    PanelMember,
    Referee,
    Stage,
    Vacancy,
)

# Who visits a page, by the first part of its address that fits; Nia runs the vacancies.
VISITORS = (("/people", "david.okafor@harbour.example"), ("/panels", "tom.ellery@millane.example"))
RUNS_VACANCIES = "nia.owen@millane.example"
# A line that is ready, one that cannot come in.
A_LOG = TrainingLogReading(
    (("Name", "Name"), ("Course", "Training"), ("Date", "Completed on")),
    (
        LogLine("Log", 2, "B", "Josie", "Lane", "Working at height", "03/11/2025", provider="Red Kite"),
        LogLine("Log", 3, "B", "Jo", "Nobody", "Fire safety", "Sept 2025"),
    ),
)
TASK_PAGES = ("panel", "grid", "ranking", "decide")
# Doors that are no pages: files, what only a script asks for, and the API.
NO_PAGES = re.compile(r"\.(xlsx|csv|pdf|ics)$|/file$|/document/$|/documents/<|^/api/")


def addresses() -> list[str]:
    """One address for every page, each showing something of the demonstration."""
    paths = [fill(pattern) for pattern, _, _ in list_doors() if not NO_PAGES.search(pattern)]
    task = Stage.objects.get(vacancy__reference="ML-ADMIN-03", kind="task")
    paths += [f"/vacancies/{task.vacancy_id}/task/{page}/" for page in TASK_PAGES]
    return [path for path in paths if answers_get(path)]


def fill(pattern: str) -> str:
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda match: str(sample(pattern, match[1])), pattern)


def sample(pattern: str, name: str) -> object:
    """What an argument of an address stands for in the demonstration."""
    interviewing = Vacancy.objects.get(reference="ML-MENTOR-07")
    shortlisted = Application.objects.filter(vacancy=interviewing, status="shortlisted").order_by("pk")[0]
    folder = pattern.strip("/").split("/")[0]
    if folder == "training":
        return sample_of_training(pattern, name)
    offer = Offer.objects.select_related("engagement__person").get()
    first = {
        "vacancies": interviewing,
        "applications": shortlisted,
        "offers": offer,
        "staff": offer.engagement.person if "/person/" in pattern else offer.engagement,
        "starters": offer.engagement,
    }
    if name == "pk":
        if folder == "job-profiles":
            is_reading = "readings" in pattern
            return DocumentReading.objects.get(status="open").pk if is_reading else 1
        return first[folder].pk if folder in first else User.objects.get(email=RUNS_VACANCIES).pk
    if name == "code":
        return (
            shortlisting().public_code
            if folder == "apply"
            else "C15"
            if folder == "panels"
            else shortlisted.code
        )
    return {
        "topic": lambda: "required-checks",
        "kind": lambda: "application",
        "step": lambda: "request" if folder == "applications" else "employment",
        "token": lambda: draft().token,
        "stage_id": lambda: Stage.objects.get(vacancy=shortlisting(), kind="application").pk,
        "member_pk": lambda: PanelMember.objects.filter(stage__vacancy=interviewing).order_by("pk")[0].pk,
        "referee_pk": lambda: Referee.objects.filter(application=shortlisted).order_by("-position")[0].pk,
        "condition_pk": lambda: OfferCondition.objects.filter(status="outstanding").order_by("pk")[0].pk,
        "criterion_pk": lambda: 0,
        "criterion_id": lambda: 0,
        "assignment_pk": lambda: 0,
        "check": lambda: "identity",
        "engagement_id": lambda: offer.engagement.pk,
        "rule": lambda: "right_to_work",
        "record_key": lambda: "check-0",
        "number": lambda: 1,
        "before": lambda: 1,
        "after": lambda: 1,
    }[name]()


def shortlisting() -> Vacancy:
    return Vacancy.objects.get(reference="ML-ELSA-02")


def draft() -> ApplicationDraft:
    now = timezone.now()
    Vacancy.objects.filter(pk=shortlisting().pk).update(status="published", closes_date=timezone.localdate())
    found, _ = ApplicationDraft.objects.get_or_create(
        vacancy=shortlisting(), defaults={"created_at": now, "changed_at": now}
    )
    return found


def sample_of_training(pattern: str, name: str) -> object:
    """Josie's training, something the school asks, a log that somebody is looking through."""
    josie = Engagement.objects.get(person__given_name="Josie", person__family_name="Lane")
    if name == "course_id":
        return Course.objects.get(key="fire").pk
    log, _ = TrainingLog.objects.get_or_create(
        source_name="log.xlsx",
        school=josie.school,
        defaults={"reading": reading_to_json(A_LOG), "created_at": timezone.now(), "created_by": nia()},
    )
    return {
        "schools": josie.school_id,
        "people": josie.pk,
        "records": Training.objects.filter(person=josie.person).order_by("pk")[0].pk,
        "requirements": TrainingRequirement.objects.filter(valid_until=None).order_by("pk")[0].pk,
        "logs": log.pk,
    }[pattern.strip("/").split("/")[1]]


def nia() -> User:
    return User.objects.get(email=RUNS_VACANCIES)


def answers_get(path: str) -> bool:
    """Whether there is a page at all: some doors only take what is posted."""
    client = Client()
    client.force_login(User.objects.get(email=visitor_of(path)))
    return client.get(path).status_code == 200


def visitor_of(path: str) -> str:
    return next((email for start, email in VISITORS if path.startswith(start)), RUNS_VACANCIES)


def faults_of(page: Page, path: str, axe: Callable[..., list[str]]) -> list[str]:
    """The rules of accessibility are asked on a telephone's screen, where less fits and more can go wrong."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(path)
    heads = page.locator("h1").count()
    faults = [f"{path}: {heads} main headings"] if heads != 1 else []
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        faults += [f"{path}: {wider} pixels wider than a screen of {width}"] if wider > 0 else []
    return [*faults, *(f"{path}: {line}" for line in axe(page))]


def test_every_page_is_accessible_and_fits(
    new_context: CreateContextCallback,
    settings,
    sign_in: Callable[[Page, User], Page],
    axe: Callable[..., list[str]],
) -> None:
    settings.DEMONSTRATION = True
    load_demonstration(timezone.now())
    paths = addresses()
    pages = {
        email: sign_in(new_context().new_page(), User.objects.get(email=email))
        for email in {visitor_of(path) for path in paths}
    }
    faults = [fault for path in paths for fault in faults_of(pages[visitor_of(path)], path, axe)]

    assert len(paths) > 70
    assert faults == []
