"""Invented vacancies of any size: N applications, three members, seventeen criteria, every sheet but one."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import batched, product
from random import Random

from django.db import transaction

from core.domain.permissions import Role
from core.models import Person, RoleAssignment, School, User
from recruitment.models import (
    Application,
    Criterion,
    HistoryEntry,
    JobProfile,
    JobProfileVersion,
    PanelMember,
    PersonSpecification,
    Qualification,
    Score,
    ScoreSheet,
    Stage,
    Statement,
    Vacancy,
    VacancyCriterion,
)

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
MEMBERS = 3
ESSENTIALS, DESIRABLES = 12, 5
ROWS_AT_A_TIME = 5_000
SECTIONS = ("Qualifications", "Experience", "Knowledge and skills", "Personal qualities")
LABELS = ["No evidence", "Mentioned only", "Brief example", "In-depth example tied to the job"]
WORDS = (
    "Experience of supporting children with social, emotional and mental health needs",
    "Ability to build trust with families whose experience of school was poor",
    "Knowledge of safeguarding and of when to pass a concern on",
    "Clear record keeping that a colleague can act on",
)


@dataclass(frozen=True, slots=True)
class People:
    """One school with an HR officer and the scorers of every panel."""

    school: School
    hr: User
    scorers: tuple[User, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A stage in scoring; ``open_code`` is the candidate whose sheet the last scorer has yet to submit."""

    stage: Stage
    size: int
    open_code: str
    criteria: tuple[VacancyCriterion, ...]


def make_people(scorers: int) -> People:
    school = School.objects.create(name="Harbour Lane Primary School", school_type="academy", phase="primary")
    users = [
        User.objects.create_user(f"scorer{number}@bench.example", name=f"Scorer {number}")
        for number in range(scorers)
    ]
    hr = User.objects.create_user("hr@bench.example", name="Officer")
    held = [(hr, Role.HR_OFFICER), *((user, Role.PANEL_MEMBER) for user in users)]
    RoleAssignment.objects.bulk_create(
        RoleAssignment(user=user, role=role, school=school, granted_at=NOW) for user, role in held
    )
    return People(school, hr, tuple(users))


@transaction.atomic
def fill(people: People, size: int, *, members: int = MEMBERS, scored: bool = True) -> Filled:
    """A vacancy with so many applications, in scoring; without ``scored``, nobody has begun."""
    vacancy = _vacancy(people, f"BENCH-{size}-{members}")
    stage = Stage.objects.create(
        vacancy=vacancy, kind="application", status="scoring", opened_at=NOW, opened_by=people.hr
    )
    seats = PanelMember.objects.bulk_create(
        PanelMember(stage=stage, user=user, added_at=NOW, added_by=people.hr)
        for user in people.scorers[:members]
    )
    criteria = tuple(vacancy.criteria.order_by("position"))
    applications = _applications(vacancy, size, criteria)
    if scored:
        _sheets(seats, applications, criteria)
    return Filled(stage, size, applications[-1].code, criteria)


def _vacancy(people: People, reference: str) -> Vacancy:
    author = {"created_at": NOW, "created_by": people.hr}
    profile = JobProfile.objects.create(school=people.school, title="Learning Mentor", **author)
    version = JobProfileVersion.objects.create(
        job_profile=profile, number=1, title="Learning Mentor", confirmed_at=NOW, confirmed_by=people.hr
    )
    specification = PersonSpecification.objects.create(version=version)
    vacancy = Vacancy.objects.create(
        school=people.school,
        job_profile_version=version,
        title="Learning Mentor",
        reference=reference,
        opens_date=date(2026, 10, 1),
        closes_date=date(2026, 10, 30),
        scale_labels=LABELS,
        status="published",
        published_at=NOW,
        published_by=people.hr,
        specification_hash="0" * 64,
        **author,
    )
    for position in range(1, ESSENTIALS + DESIRABLES + 1):
        words = {
            "position": position,
            "section": SECTIONS[position % len(SECTIONS)],
            "text": f"{WORDS[position % len(WORDS)]} ({position})",
            "requirement": "essential" if position <= ESSENTIALS else "desirable",
            "evidence": "AI",
        }
        source = Criterion.objects.create(specification=specification, **words)
        VacancyCriterion.objects.create(
            vacancy=vacancy, criterion=source, weight=2 if position <= ESSENTIALS else 1, **words
        )
    return vacancy


def _applications(vacancy: Vacancy, size: int, criteria: tuple[VacancyCriterion, ...]) -> list[Application]:
    people = Person.objects.bulk_create(
        Person(given_name="Rowan", family_name=f"Ashdown{number}") for number in range(size)
    )
    applications = Application.objects.bulk_create(
        Application(vacancy=vacancy, person=person, code=f"C{number:02}", channel="online", received_at=NOW)
        for number, person in enumerate(people, start=1)
    )
    last = applications[-1]
    Statement.objects.bulk_create(
        Statement(application=last, criterion=criterion, text=f"{criterion.text}: for four years, weekly.")
        for criterion in criteria
    )
    Qualification.objects.bulk_create(
        Qualification(application=last, position=place, title="Diploma in childcare", grade="Merit")
        for place in range(5)
    )
    HistoryEntry.objects.bulk_create(
        HistoryEntry(
            application=last,
            position=place,
            kind="employment",
            job_title="Assistant",
            started=f"201{place}-09",
        )
        for place in range(6)
    )
    return applications


def _sheets(
    seats: list[PanelMember], applications: list[Application], criteria: tuple[VacancyCriterion, ...]
) -> None:
    random = Random(17)  # noqa: S311 (the same invented points on every run)
    levels = {application.pk: random.choice([1.4, 2.0, 2.5, 2.8]) for application in applications}
    pairs = [pair for pair in product(applications, seats) if pair != (applications[-1], seats[-1])]
    for some in batched(pairs, ROWS_AT_A_TIME):
        sheets = ScoreSheet.objects.bulk_create(
            ScoreSheet(
                member=seat,
                application=application,
                status="submitted",
                is_current=True,
                created_at=NOW,
                finished_at=NOW,
            )
            for application, seat in some
        )
        Score.objects.bulk_create(
            [
                Score(
                    sheet=sheet,
                    criterion=criterion,
                    points=(points := min(3, max(0, round(random.gauss(levels[sheet.application_id], 0.5))))),
                    label=LABELS[points],
                    note="Names the setting and the age group." if random.random() < 0.05 else "",
                )
                for sheet in sheets
                for criterion in criteria
            ],
            batch_size=ROWS_AT_A_TIME,
        )
