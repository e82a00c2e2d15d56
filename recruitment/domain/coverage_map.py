"""The coverage map: which criterion is assessed by which method, and what is left out or asked too often."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from recruitment.domain.coverage import METHODS
from recruitment.domain.scoring import STAGE_LETTERS, Stage

ALWAYS_SHOWN = frozenset("ACTIR")  # the five ways a school plans for; others only where they are used
_SCORED_STAGES = (Stage.APPLICATION, Stage.TASK, Stage.INTERVIEW)
_SCORED = frozenset().union(*(STAGE_LETTERS[stage] for stage in _SCORED_STAGES))


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
    """How much a gap matters: an essential nobody assesses, one nobody scores, or time spent twice."""

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
_NEVER_SCORED = Gap(
    "essential_never_scored",
    Urgency.WARNING,
    "Checked, never scored",
    "This essential is looked at once somebody has been chosen. Add the form, a task or the interview.",
)
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
    ("Interview", "I", "Question to every candidate, and what a good answer names"),
    ("Reference", "R", "What the referee is asked"),
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
    letters = set(criterion.evidence)
    is_essential = criterion.requirement == "essential"
    if not letters:
        return _NEVER if is_essential else _DESIRABLE_NEVER
    if is_essential and not letters & _SCORED and letters != {"D"}:
        return _NEVER_SCORED
    if all(letters & STAGE_LETTERS[stage] for stage in _SCORED_STAGES):
        return _EVERY_STAGE
    return None


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
