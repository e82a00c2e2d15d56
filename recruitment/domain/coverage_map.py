"""The coverage map: which criterion is assessed by which method, and what is left out or asked too often."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from recruitment.domain.after_offer import AfterOffer, find_too_early
from recruitment.domain.coverage import METHODS, Unscored, find_unscored, is_at_every_stage

ALWAYS_SHOWN = frozenset("ACTIR")  # the five ways a school plans for; others only where they are used


class MappedCriterion(Protocol):
    """What the map needs to know of a criterion."""

    @property
    def section(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def requirement(self) -> str: ...
    @property
    def evidence(self) -> str: ...


class Urgency(StrEnum):
    """How much a gap matters: what breaks a rule or nobody assesses, what nobody scores, time spent twice."""

    ALARM = "alarm"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Gap:
    """What is amiss with one criterion, in a few words, and what to do."""

    code: str
    urgency: Urgency
    words: str
    advice: str


@dataclass(frozen=True, slots=True)
class MapRow:
    """One criterion; ``number`` counts from 1, ``methods`` answers each column of the map."""

    number: int
    criterion: MappedCriterion
    methods: tuple[bool, ...]
    gap: Gap | None


@dataclass(frozen=True, slots=True)
class MapColumn:
    """One method with how many criteria it assesses."""

    letter: str
    words: str
    essential: int
    desirable: int


@dataclass(frozen=True, slots=True)
class PlanPart:
    """What a panel does at one point of the process: the rows assessed there, by which letters."""

    title: str
    letters: tuple[str, ...]
    task: str
    rows: tuple[MapRow, ...]


@dataclass(frozen=True, slots=True)
class CoverageMap:
    columns: tuple[MapColumn, ...]
    rows: tuple[MapRow, ...]

    @property
    def alarms(self) -> tuple[MapRow, ...]:
        """The rows with something amiss, the most urgent first."""
        order = list(Urgency)
        amiss = [row for row in self.rows if row.gap]
        return tuple(sorted(amiss, key=lambda row: order.index(row.gap.urgency) if row.gap else 0))


_NEVER = Gap(
    "essential_never_assessed",
    Urgency.ALARM,
    "Never assessed",
    "Nobody would find out whether a candidate meets this essential. Choose at least one method.",
)
_DESIRABLE_NEVER = Gap(
    "desirable_never_assessed",
    Urgency.WARNING,
    "Never assessed",
    "It is advertised and plays no part. Choose a method, or leave it out.",
)
_UNSCORED: Mapping[Unscored, Gap] = {
    Unscored.ONLY_CHECKED: Gap(
        "essential_only_checked",
        Urgency.ALARM,
        "Only checked after the offer",
        "No paper shows this, so nobody would find out before somebody is chosen. Add the form, a task or "
        "the interview.",
    ),
    Unscored.NEVER_SCORED: Gap(
        "essential_never_scored",
        Urgency.WARNING,
        "Confirmed, never scored",
        "References, read before the interview where possible, and certificates confirm this essential and "
        "give no points. Add the form, a task or the interview.",
    ),
}
_EARLY: Mapping[AfterOffer, Gap] = {
    AfterOffer.HEALTH: Gap(
        "health_before_offer",
        Urgency.ALARM,
        "Not before an offer",
        "Health and attendance may not be asked about before an offer, of a referee either, except for "
        "what is intrinsic to the work. Leave it to the pre-employment checks (D), and describe the task "
        "itself.",
    ),
    AfterOffer.CHECK: Gap(
        "check_before_offer",
        Urgency.WARNING,
        "Settled after the offer",
        "This is checked for whoever is offered the post. Leave it to the pre-employment checks (D).",
    ),
    AfterOffer.BAN: Gap(
        "ban_before_offer",
        Urgency.ALARM,
        "No criterion",
        "It shuts out everybody with a criminal record, and nobody can score it. Take it out: people on the "
        "shortlist declare what is not protected, and the DBS check follows the offer.",
    ),
}
_EVERY_STAGE = Gap(
    "every_stage",
    Urgency.NOTE,
    "At every stage",
    "The same strength counts at each stage. Keep the one where it shows best.",
)

# What the panel does, in the order in which it comes, with the letters that lead there.
PLAN: tuple[tuple[str, str, str], ...] = (
    ("Shortlisting", "A", "What the application form has to show"),
    ("Task, presentation or observation", "TPO", "What is set, and what is looked for"),
    ("Reference", "R", "What the referee is asked, before the interview where possible"),
    ("Interview", "I", "Question to every candidate, and what a good answer names"),
    ("Certificate", "C", "What candidates bring"),
    ("Pre-employment checks", "D", "What is checked after the offer"),
)


def map_coverage(criteria: Sequence[MappedCriterion]) -> CoverageMap:
    """The map of these criteria: the five ways of ``ALWAYS_SHOWN``, and others where they are used."""
    used = ALWAYS_SHOWN.union(*(criterion.evidence for criterion in criteria))
    letters = [(letter, words) for letter, words in METHODS if letter in used]
    rows = tuple(
        MapRow(
            number,
            criterion,
            tuple(letter in criterion.evidence for letter, _ in letters),
            find_gap(criterion),
        )
        for number, criterion in enumerate(criteria, start=1)
    )
    columns = tuple(
        MapColumn(
            letter,
            words,
            _count(criteria, letter, "essential"),
            _count(criteria, letter, "desirable"),
        )
        for letter, words in letters
    )
    return CoverageMap(columns, rows)


def find_gap(criterion: MappedCriterion) -> Gap | None:
    """What is amiss with how a criterion is assessed; None where all is well."""
    text, letters = criterion.text, criterion.evidence
    is_essential = criterion.requirement == "essential"
    if early := find_too_early(text, letters):
        return _EARLY[early]
    if not letters:
        return _NEVER if is_essential else _DESIRABLE_NEVER
    if is_essential and (unscored := find_unscored(text, letters)):
        return _UNSCORED[unscored]
    return _EVERY_STAGE if is_at_every_stage(letters) else None


def plan_of(coverage: CoverageMap) -> tuple[PlanPart, ...]:
    """The panel's plan: what is assessed when, without the parts that assess nothing."""
    parts = [
        PlanPart(title, tuple(letters), task, tuple(_assessed_by(coverage.rows, letters)))
        for title, letters, task in PLAN
    ]
    return tuple(part for part in parts if part.rows)


def _assessed_by(rows: Iterable[MapRow], letters: str) -> list[MapRow]:
    return [row for row in rows if set(letters) & set(row.criterion.evidence)]


def _count(criteria: Sequence[MappedCriterion], letter: str, requirement: str) -> int:
    return sum(letter in one.evidence and one.requirement == requirement for one in criteria)
