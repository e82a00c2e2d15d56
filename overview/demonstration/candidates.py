"""Invented candidates: what each writes follows from how strong they are, the same on every machine."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any

from django.conf import settings
from django.utils.text import slugify

from core.domain.dates import add_months
from core.domain.permissions import NOBODY
from overview.demonstration.people import Cast
from recruitment.domain.application_form import (
    ApplicationData,
    HistoryData,
    PersonData,
    QualificationData,
    RefereeData,
    StatementData,
)
from recruitment.models import Application, Vacancy, VacancyCriterion
from recruitment.services.application_parts import data_of
from recruitment.services.applications import edit_application, receive_application

FOLDER = Path(settings.BASE_DIR) / "fixtures" / "demonstration"
CHANNELS = ("online", "online", "online", "email", "paper")
REFEREES = ("Farida Khan", "Martin Oakes", "Lowri James", "Ben Adeyemi", "Ruth Castle", "Owen Sykes")
ADULT_LEARNING_YEARS = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person and how well their evidence fits: 1 little, 2 good, 3 strong.

    ``earlier`` is the job before the present one: its title, its duties and whom they reported to. ``lacks``
    are the first words of criteria of which there is nothing to show.
    """

    name: str
    strength: int
    job: str
    place: str
    qualification: tuple[str, str, str]
    gap: bool
    duties: str = "Small groups and one-to-one work; records for the pastoral team."
    earlier: tuple[str, str, str] = (
        "Play leader",
        "Holiday and after-school clubs for children from five to eleven.",
        "Play manager",
    )
    lacks: tuple[str, ...] = ()

    def is_without(self, criterion: VacancyCriterion) -> bool:
        return criterion.text.startswith(self.lacks) if self.lacks else False

    @property
    def random(self) -> Random:
        return Random(self.name)  # noqa: S311 (only has to be the same each time)


def load_candidates(name: str = "candidates.json") -> list[Candidate]:
    rows: list[dict[str, Any]] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return [as_candidate(row) for row in rows]


def as_candidate(row: dict[str, Any]) -> Candidate:
    """JSON knows no tuples."""
    facts: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
    }
    return Candidate(**facts)


def load_statements() -> dict[str, dict[str, list[str]]]:
    return json.loads((FOLDER / "statements.json").read_text(encoding="utf-8"))


def apply(cast: Cast, vacancy: Vacancy, candidate: Candidate, received_at: datetime) -> Application:
    """Hand in the candidate's application: online, or entered by Nia from e-mail or paper."""
    channel = candidate.random.choice(CHANNELS)
    return receive_application(
        vacancy=vacancy,
        data=application_data(vacancy, candidate, received_at.date()),
        channel=channel,
        received_at=received_at,
        by=NOBODY if channel == "online" else cast.actor("Nia"),
        now=received_at,
    )


def put_right(cast: Cast, application: Application, now: datetime) -> None:
    """Correct an application as Nia would when the candidate has telephoned."""
    data = data_of(application=application)
    phone = f"{data.person.phone[:-1]}{(int(data.person.phone[-1]) + 1) % 10}"
    first, *others = data.qualifications
    edit_application(
        application=application,
        data=replace(
            data,
            person=replace(data.person, phone=phone),
            qualifications=(replace(first, awarding_place="Harbour Adult College"), *others),
        ),
        by=cast.actor("Nia"),
        now=now,
        reason="The candidate telephoned: one digit was wrong, and it was the adult college",
    )


def application_data(vacancy: Vacancy, candidate: Candidate, today: date) -> ApplicationData:
    given, _, family = candidate.name.partition(" ")
    return ApplicationData(
        person=PersonData(
            given_name=given,
            family_name=family,
            email=f"{slugify(candidate.name).replace('-', '.')}@post.example",
            phone=f"01632 96{candidate.random.randrange(1000, 9999)}",
            address=f"{candidate.random.randrange(1, 120)} Quay Road, Harbour",
        ),
        qualifications=qualifications(candidate, today),
        history=history(candidate, today),
        statements=tuple(statements(vacancy, candidate)),
        referees=referees(candidate),
        education_ended=month_before(today, 12 * 11),
        gap_explanation="I cared for my father, who has since died." if candidate.gap else "",
        wants_guaranteed_interview=candidate.name in {"Bethan Rowlands", "Nathan Ball", "Shazia Malik"},
        interview_adjustments="A ground-floor room, please." if candidate.name == "Bethan Rowlands" else "",
        is_related_to_school=False,
        has_lived_abroad=candidate.name in {"Katarzyna Wójcik", "Elif Yıldız"},
        is_declared_true=True,
    )


def qualifications(candidate: Candidate, today: date) -> tuple[QualificationData, ...]:
    title, subject, grade = candidate.qualification
    main = QualificationData(title, subject, grade, "Harbour College", month_before(today, 12 * 9))
    if title == "GCSE":
        return (main,)
    return (main, QualificationData("GCSE", "English", "B", "Seaview School", month_before(today, 12 * 13)))


def history(candidate: Candidate, today: date) -> tuple[HistoryData, ...]:
    """An earlier job and the present one; with a gap of eight months between them where there is one."""
    changed = 12 * ADULT_LEARNING_YEARS + candidate.random.randrange(12)
    left = changed + (8 if candidate.gap else 0)
    return (
        HistoryData(
            "employment",
            month_before(today, 12 * 11 - 1),
            month_before(today, left),
            "Harbour Council",
            candidate.earlier[0],
            candidate.earlier[1],
            "Looked for more responsibility",
        ),
        HistoryData(
            "employment",
            month_before(today, changed - 1 if not candidate.gap else changed),
            "",
            candidate.place,
            candidate.job,
            candidate.duties,
            "",
        ),
    )


def statements(vacancy: Vacancy, candidate: Candidate) -> Sequence[StatementData]:
    bank = load_statements()
    if not vacancy.statement_per_criterion:
        return (StatementData(bank["general"][str(candidate.strength)][0]),)
    written = []
    for criterion in vacancy.criteria.filter(evidence__contains="A").order_by("position", "pk"):
        text = write_statement(bank, candidate, criterion)
        if text:
            written.append(StatementData(text, criterion.pk))
    return written


def write_statement(
    bank: dict[str, dict[str, list[str]]], candidate: Candidate, criterion: VacancyCriterion
) -> str:
    """What the candidate says of a criterion; weaker candidates leave some empty."""
    chance = Random(f"{candidate.name} {criterion.text}")  # noqa: S311 (only has to be the same each time)
    levels = next((levels for start, levels in bank.items() if criterion.text.startswith(start)), None)
    level = level_of(candidate, chance)
    if levels is None or level == 0 or candidate.is_without(criterion):
        return ""
    texts = levels.get(str(level)) or next(iter(levels.values()))
    return chance.choice(texts)


def level_of(candidate: Candidate, chance: Random) -> int:
    """How much evidence there is, 0 to 3: mostly the candidate's strength, sometimes one less or more."""
    shift = chance.choices((-1, 0, 1), weights=(3, 8, 2 if candidate.strength < 3 else 0))[0]
    return max(0, min(3, candidate.strength + shift))


def points_for(candidate: Candidate, criterion: VacancyCriterion, scorer: str) -> int:
    """What a scorer gives: the evidence as it is, read a little more or less generously."""
    if candidate.is_without(criterion):
        return 0
    level = level_of(candidate, Random(f"{candidate.name} {criterion.text}"))  # noqa: S311
    mood = Random(f"{scorer} {candidate.name} {criterion.text}").choices((-1, 0, 1), weights=(2, 12, 2))[0]  # noqa: S311
    return max(0, min(3, level + (mood if 0 < level < 3 else 0)))


def referees(candidate: Candidate) -> tuple[RefereeData, ...]:
    first, second = candidate.random.sample(REFEREES, 2)
    domain = f"{slugify(candidate.place)}.example"
    return (
        RefereeData(
            first,
            "Headteacher",
            candidate.place,
            "Present employer",
            f"{slugify(first).replace('-', '.')}@{domain}",
            "01632 960100",
            is_current_employer=True,
        ),
        RefereeData(
            second,
            candidate.earlier[2],
            "Harbour Council",
            "Former line manager",
            f"{slugify(second).replace('-', '.')}@harbour-council.example",
            "01632 960200",
            may_contact_before_interview=candidate.strength != 2,
        ),
    )


def month_before(today: date, months: int) -> str:
    return f"{add_months(today.replace(day=1), -months):%Y-%m}"
