"""Applications as HR sees them: the list of a vacancy, and one with everything that came with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import FETCH_RAISE, Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Lower, Replace

from core.domain.permissions import Actor
from core.domain.school_time import day_of
from core.models import Person
from recruitment.domain.application_form import HistoryData, find_history_gaps
from recruitment.domain.history_line import HistoryLine, draw_history
from recruitment.enums import ApplicationStatus
from recruitment.models import (
    Application,
    ApplicationDocument,
    HistoryEntry,
    Qualification,
    Referee,
    Statement,
    Vacancy,
    VacancyCriterion,
)
from recruitment.selectors.counting import count_of
from recruitment.selectors.decisions import list_shortlistings

SORTS: Mapping[str, tuple[str, ...]] = {
    "code": ("pk",),
    "name": ("person__family_name", "person__given_name", "pk"),
    "received": ("-received_at", "-pk"),
}
STATUS_TONES: Mapping[str, str] = {
    ApplicationStatus.RECEIVED: "info",
    ApplicationStatus.SHORTLISTED: "good",
    ApplicationStatus.NOT_SHORTLISTED: "neutral",
    ApplicationStatus.RESERVE: "waiting",
    ApplicationStatus.OFFERED: "waiting",
    ApplicationStatus.APPOINTED: "good",
    ApplicationStatus.NOT_APPOINTED: "neutral",
    ApplicationStatus.WITHDRAWN: "neutral",
}
_ENTRY_FIELDS = ("kind", "started", "ended", "organisation", "job_title", "duties", "reason_for_leaving")


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """One line of the list. ``missing`` names parts of the form that came empty."""

    application: Application
    tone: str
    gap_count: int
    is_explained: bool
    shares_contact: bool
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    total: int
    late: int
    withdrawn: int
    shortlisted: int


def list_applications(
    vacancy: Vacancy, *, actor: Actor, search: str = "", status: str = "", sort: str = "code"
) -> QuerySet[Application]:
    """The applications of a vacancy, if the actor may see applicants there."""
    entries = HistoryEntry.objects.only("application_id", "kind", "started", "ended").order_by("position")
    applications = (
        Application.objects.visible_to(actor)
        .filter(vacancy=vacancy)
        .select_related("person")
        .prefetch_related(Prefetch("history_entries", entries, to_attr="spans"))
        .annotate(
            n_referees=count_of(Referee.objects.all(), "application"),
            n_statements=count_of(Statement.objects.all(), "application"),
            n_documents=count_of(ApplicationDocument.objects.all(), "application"),
        )
        .fetch_mode(FETCH_RAISE)
    )
    for word in search.split():
        applications = applications.filter(
            Q(code__iexact=word)
            | Q(person__given_name__icontains=word)
            | Q(person__family_name__icontains=word)
            | Q(person__email__icontains=word)
        )
    if status:
        applications = applications.filter(status=status)
    return applications.order_by(*SORTS.get(sort, SORTS["code"]))


def build_rows(applications: list[Application], vacancy: Vacancy) -> list[ApplicationRow]:
    """The lines of one page; ``applications`` come from ``list_applications``."""
    emails, phones = _shared_contacts(vacancy)
    return [
        ApplicationRow(
            application=one,
            tone=STATUS_TONES[one.status],
            gap_count=_count_gaps(one),
            is_explained=bool(one.gap_explanation.strip()),
            shares_contact=one.person.email.lower() in emails or _digits(one.person.phone) in phones,
            missing=tuple(_missing(one)),
        )
        for one in applications
    ]


def get_tally(vacancy: Vacancy) -> Tally:
    """How many applications there are of each sort."""
    return Tally(
        **Application.objects.filter(vacancy=vacancy).aggregate(
            total=Count("pk"),
            late=Count("pk", filter=Q(is_late=True)),
            withdrawn=Count("pk", filter=Q(status=ApplicationStatus.WITHDRAWN)),
            shortlisted=Count(
                "pk", filter=Q(Exists(list_shortlistings().filter(application=OuterRef("pk"))))
            ),
        )
    )


@dataclass(frozen=True, slots=True)
class ApplicationPage:
    """One application whole, for those who look after applicants."""

    application: Application
    tone: str
    line: HistoryLine
    qualifications: list[Qualification]
    statements: list[Statement]
    unanswered: list[VacancyCriterion]
    referees: list[Referee]
    documents: list[ApplicationDocument]
    same_contact: list[Application]


def application_pages(actor: Actor) -> QuerySet[Application]:
    """Applications the actor may see whole, each with its person, its vacancy and who entered it."""
    return Application.objects.visible_to(actor).select_related("person", "vacancy__school", "entered_by")


def get_application_page(application: Application) -> ApplicationPage:
    """Everything about an application of ``application_pages``."""
    entries = application.history_entries.order_by("position").values(*_ENTRY_FIELDS)
    criteria = list(VacancyCriterion.objects.filter(vacancy_id=application.vacancy_id).order_by("position"))
    place = F("criterion__position").asc(nulls_first=True)
    statements = list(application.statements.select_related("criterion").order_by(place, "pk"))
    answered = {statement.criterion_id for statement in statements}
    return ApplicationPage(
        application=application,
        tone=STATUS_TONES[application.status],
        line=draw_history(
            [HistoryData(**entry) for entry in entries],
            education_ended=application.education_ended,
            until=day_of(application.received_at),
        ),
        qualifications=list(application.qualifications.order_by("position")),
        statements=statements,
        unanswered=_unanswered(application, criteria, answered),
        referees=list(application.referees.order_by("position")),
        documents=list(application.documents.select_related("document").order_by("pk")),
        same_contact=list_same_contact(application.person, vacancy=application.vacancy, besides=application),
    )


def list_same_contact(
    person: Person, *, vacancy: Vacancy, besides: Application | None = None
) -> list[Application]:
    """Other applications for the vacancy that give the same e-mail address or telephone number."""
    same = Q(pk=None)
    if person.email:
        same |= Q(person__email__iexact=person.email)
    if _digits(person.phone):
        same |= Q(digits=_digits(person.phone))
    applications = Application.objects.filter(vacancy=vacancy).annotate(digits=_phone())
    if besides is not None:
        applications = applications.exclude(pk=besides.pk)
    return list(applications.filter(same).select_related("person").order_by("pk"))


def find_known_people(*, email: str, school_id: int) -> list[Person]:
    """People who have applied to the school before with this e-mail address."""
    if not email:
        return []
    known = Person.objects.filter(email__iexact=email, applications__vacancy__school_id=school_id)
    return list(known.distinct().order_by("family_name", "given_name", "pk"))


def list_emails(vacancy: Vacancy) -> QuerySet[Application, str]:
    """The e-mail addresses of everybody who has applied, in lower case."""
    applications = Application.objects.filter(vacancy=vacancy).exclude(person__email="").order_by("pk")
    return applications.values_list(Lower("person__email"), flat=True)


def _shared_contacts(vacancy: Vacancy) -> tuple[set[str], set[str]]:
    """E-mail addresses and telephone numbers that more than one application of the vacancy gives."""
    applications = Application.objects.filter(vacancy=vacancy)
    emails = (
        applications.exclude(person__email="")
        .annotate(address=Lower("person__email"))
        .values("address")
        .annotate(n=Count("pk"))
        .filter(n__gt=1)
        .order_by()
    )
    phones = (
        applications.exclude(person__phone="")
        .annotate(digits=_phone())
        .values("digits")
        .annotate(n=Count("pk"))
        .filter(n__gt=1)
        .order_by()
    )
    return set(emails.values_list("address", flat=True)), set(phones.values_list("digits", flat=True))


def _phone() -> Replace:
    return Replace(F("person__phone"), Value(" "), Value(""))


def _digits(phone: str) -> str:
    return phone.replace(" ", "")


def _count_gaps(application: Application) -> int:
    spans = [HistoryData(one.kind, one.started, one.ended) for one in vars(application)["spans"]]
    gaps = find_history_gaps(
        spans, education_ended=application.education_ended, until=day_of(application.received_at)
    )
    return sum(gap.certain for gap in gaps)


def _missing(application: Application) -> list[str]:
    counted: Mapping[str, int] = vars(application)
    absent = {
        "history": not vars(application)["spans"],
        "statement": not counted["n_statements"],
        "referees": counted["n_referees"] < 2,
    }
    return [name for name, is_absent in absent.items() if is_absent]


def _unanswered(
    application: Application, criteria: list[VacancyCriterion], answered: set[int | None]
) -> list[VacancyCriterion]:
    if None in answered or not application.vacancy.statement_per_criterion:
        return []
    return [one for one in criteria if "A" in one.evidence and one.pk not in answered]
