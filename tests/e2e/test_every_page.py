"""Every page of the demonstration: accessible, no wider than the screen at both widths, no complaints."""

import re
from collections.abc import Callable, Iterable, Iterator

from axe_playwright_python.base import AXE_SCRIPT
from django.urls import resolve
from django.utils import timezone
from playwright.sync_api import Page
from pytest_playwright.pytest_playwright import CreateContextCallback

from core.models import School, User
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
from tests.e2e.accessibility import broken_rules, start_asking
from tests.e2e.compliance_rows import Samples, list_samples_of_checks
from tests.e2e.development_rows import sample_of_development

type SignIn = Callable[[Page, User], Page]

# Who visits a page, by the first part of its address that fits; Nia runs the vacancies.
VISITORS = (
    (r"/people", "david.okafor@harbour.example"),
    (r"/panels", "tom.ellery@millane.example"),
    (r"/early-starts|/starters/\d+/early-start|/appraisals/\d+/appeal/decide", "helen.marsh@millane.example"),
    (r"/appraisals/\d+/appraiser", "nia.owen@millane.example"),
    (r"/appraisals/\d+/|/objectives/", "samira.haddad@millane.example"),
)
RUNS_VACANCIES = "nia.owen@millane.example"
TASK_PAGES = ("panel", "grid", "ranking", "decide")
# Doors that are no pages (files, what only a script asks for, the API), and the report on an import, at which
# the story of the workbook looks.
NO_PAGES = re.compile(
    r"\.(xlsx|csv|pdf|ics)$|/file$|/document/$|/documents/<|/files/<|/files/own-layout/$|^/api/|/report/$"
)

# Sixty people in a table break no rule that twenty would not, but take three times as long to be asked.
ROWS_ALIKE = ("tbody tr:nth-child(n + 21)",)
# The same round all pages of a visitor, and asked on the first of them.
FRAME = (".site-header", ".site-footer")
WIDE, NARROW = 1440, 390
MEASURE = """() => {
    const page = document.documentElement;
    return [document.querySelectorAll('h1').length, page.scrollWidth - page.clientWidth];
}"""


def addresses() -> list[str]:
    """One address for every page, each showing something of the demonstration."""
    school = School.objects.get(name="Mill Lane Primary School")
    samples = list_samples_of_checks(school, User.objects.get(email=RUNS_VACANCIES)) | of_certificates()
    patterns = [pattern for pattern, _, _ in list_doors() if not NO_PAGES.search(pattern)]
    paths = [fill(pattern, samples) for pattern in patterns]
    task = Stage.objects.get(vacancy__reference="ML-ADMIN-03", kind="task")
    paths += [f"/vacancies/{task.vacancy_id}/task/{page}/" for page in TASK_PAGES]
    return [path for path in paths if is_read(path)]


def fill(pattern: str, samples: Samples) -> str:
    def value(name: str) -> object:
        known = (row for (start, arg), row in samples.items() if pattern.startswith(start) and arg == name)
        return next(known, None) or sample(pattern, name)

    return re.sub(r"<(?:\w+:)?(\w+)>", lambda match: str(value(match[1])), pattern)


def sample(pattern: str, name: str) -> object:
    """What an argument of an address stands for in the demonstration."""
    interviewing = Vacancy.objects.get(reference="ML-MENTOR-07")
    shortlisted = Application.objects.filter(vacancy=interviewing, status="shortlisted").order_by("pk")[0]
    folder = pattern.strip("/").split("/")[0]
    if (of_development := sample_of_development(pattern, name)) is not None:
        return of_development
    offer = Offer.objects.select_related("engagement__person").get(
        application__vacancy__reference="ML-MENTOR-06"
    )
    first = {
        "vacancies": interviewing,
        "applications": shortlisted,
        "offers": offer,
        "staff": offer.engagement.person if "/person/" in pattern else offer.engagement,
        "starters": offer.engagement,
        "schools": interviewing.school,
    }
    if name == "pk":
        if folder == "job-profiles":
            is_reading = "readings" in pattern
            profile_id = interviewing.job_profile_version.job_profile_id
            return DocumentReading.objects.filter(status="open")[0].pk if is_reading else profile_id
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
        "remark_pk": lambda: 0,
        "criterion_id": lambda: 0,
        "assignment_pk": lambda: 0,
        "check": lambda: "identity",
        "number": lambda: 1,
        "before": lambda: 1,
        "after": lambda: 1,
    }[name]()


def of_certificates() -> Samples:
    """An application to the only vacancy here that asks for a certificate at the interview."""
    start, office = "/applications/<int:pk>/certificates/", Vacancy.objects.get(reference="ML-ADMIN-03")
    criterion = office.criteria.get(evidence__contains="C")
    applicant = office.applications.order_by("pk")[0]
    return {(start, "pk"): applicant.pk, (start, "criterion_pk"): criterion.pk}


def shortlisting() -> Vacancy:
    return Vacancy.objects.get(reference="ML-ELSA-02")


def draft() -> ApplicationDraft:
    now = timezone.now()
    Vacancy.objects.filter(pk=shortlisting().pk).update(status="published", closes_date=timezone.localdate())
    found, _ = ApplicationDraft.objects.get_or_create(
        vacancy=shortlisting(), defaults={"created_at": now, "changed_at": now}
    )
    return found


def is_read(path: str) -> bool:
    """Whether there is a page to open at all: some doors only take what is posted."""
    view = resolve(path).func.view_class
    return hasattr(view, "get") and "get" in view.http_method_names


def visitor_of(path: str) -> str:
    return next((email for start, email in VISITORS if re.match(start, path)), RUNS_VACANCIES)


def look_at(page: Page, path: str, passing: tuple[str, ...], faults: list[str]) -> Iterator[None]:
    """Add what is wrong with a page at both widths; stops where the browser is busy with the page by itself.

    It is opened at the width at which the page before was left: each change of width is a layout of its own.
    The rules of accessibility are asked on a telephone's screen, where less fits and more can go wrong.
    """
    answer = page.goto(path)
    if answer is None or answer.status != 200:
        faults.append(f"{path}: {answer and answer.status}")
        return
    first = page.viewport_size["width"] if page.viewport_size else WIDE
    for width in (first, WIDE + NARROW - first):
        if width != first:
            page.set_viewport_size({"width": width, "height": 900})
        heads, wider = page.evaluate(MEASURE)
        faults += [f"{path}: {heads} main headings"] if heads != 1 else []
        faults += [f"{path}: {wider} pixels wider than a screen of {width}"] if wider > 0 else []
        if width == NARROW:
            start_asking(page, passing=passing)
            yield
            faults += [f"{path}: {line}" for line in broken_rules(page)]


def take_turns(looks: Iterable[Iterator[None]]) -> None:
    """Open each page while the browser is still busy with the one before: each waits for the other else."""
    before: Iterator[None] = iter(())
    for look in looks:
        next(look, None)
        next(before, None)
        before = look
    next(before, None)


def windows(new_context: CreateContextCallback, email: str, sign_in: SignIn) -> tuple[Page, Page]:
    """Two windows of one visitor, with the accessibility rules on every page instead of sent each time."""
    context = new_context()
    context.add_init_script(AXE_SCRIPT)
    return sign_in(context.new_page(), User.objects.get(email=email)), context.new_page()


def test_every_page_is_accessible_and_fits(
    new_context: CreateContextCallback, settings, sign_in: SignIn
) -> None:
    settings.DEMONSTRATION = True
    load_demonstration(timezone.now())
    paths = addresses()
    pages = {email: windows(new_context, email, sign_in) for email in {visitor_of(path) for path in paths}}
    faults: list[str] = []
    met: set[str] = set()

    def looks() -> Iterator[Iterator[None]]:
        for turn, path in enumerate(paths):
            visitor = visitor_of(path)
            passing = ROWS_ALIKE + FRAME * (visitor in met)
            met.add(visitor)
            yield look_at(pages[visitor][turn % 2], path, passing, faults)

    take_turns(looks())

    assert len(paths) > 70
    assert faults == []
