"""Points, the gate on essentials, totals and ranks of the applications of one stage.

Everything here counts in whole numbers. A mean of up to sixteen sheets is a whole number of
``UNIT_BASE`` parts of a point, so totals of applications scored by different numbers of people
compare exactly, in Python and in a database column. The one division comes last.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import floor, lcm

MOST_ASSESSORS = 16
UNIT_BASE = lcm(*range(1, MOST_ASSESSORS + 1))

type Key = int | str


class Requirement(StrEnum):
    ESSENTIAL = "essential"
    DESIRABLE = "desirable"


class Stage(StrEnum):
    APPLICATION = "application"
    INTERVIEW = "interview"
    REFERENCE = "reference"
    CERTIFICATE = "certificate"
    TASK = "task"


class Gate(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    OPEN = "open"


STAGE_LETTERS: Mapping[Stage, frozenset[str]] = {
    Stage.APPLICATION: frozenset("A"),
    Stage.INTERVIEW: frozenset("I"),
    Stage.REFERENCE: frozenset("R"),
    Stage.CERTIFICATE: frozenset("C"),
    Stage.TASK: frozenset("TPO"),
}
# D, pre-employment checks, is a letter schools use; no stage scores it.
EVIDENCE_LETTERS = frozenset("D").union(*STAGE_LETTERS.values())


@dataclass(frozen=True, slots=True)
class Scale:
    """The lowest and the highest points an assessor can give."""

    min_points: int
    max_points: int


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of the person specification, with its weight and the letters it is evidenced by."""

    id: Key
    requirement: Requirement
    weight: int
    evidence: frozenset[str]

    @property
    def is_essential(self) -> bool:
        return self.requirement == Requirement.ESSENTIAL


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one assessor gave one application. A criterion without points has not been scored."""

    assessor: Key
    application: Key
    submitted: bool
    scores: Mapping[Key, int | None]


@dataclass(frozen=True, slots=True)
class ApplicationResult:
    """Where one application stands at one stage.

    ``failing`` are the essentials certainly not met, ``undecided`` those on which the gate is still
    open, ``unscored`` the criteria a submitted sheet left without points and nobody has agreed.
    Units are weighted points in parts of ``UNIT_BASE``; they mean nothing until ``complete``.
    """

    complete: bool
    gate: Gate
    failing: tuple[Key, ...]
    undecided: tuple[Key, ...]
    unscored: tuple[Key, ...]
    submitted_sheets: int
    essential_units: int
    essential_units_max: int
    total_units: int
    total_units_max: int

    @property
    def is_ranked(self) -> bool:
        """Whether it takes part in the ranking: complete, every essential met, something to count."""
        return self.complete and self.gate == Gate.MET and self.total_units_max > 0

    @property
    def essential(self) -> Fraction | None:
        return self._share(self.essential_units, self.essential_units_max)

    @property
    def desirable(self) -> Fraction | None:
        return self._share(
            self.total_units - self.essential_units, self.total_units_max - self.essential_units_max
        )

    @property
    def total(self) -> Fraction | None:
        return self._share(self.total_units, self.total_units_max)

    def _share(self, units: int, units_max: int) -> Fraction | None:
        return Fraction(units, units_max) if self.complete and units_max else None


def split_by_stage(
    criteria: Iterable[Criterion], stage: Stage
) -> tuple[tuple[Criterion, ...], tuple[Criterion, ...]]:
    """The criteria this stage can assess, and those it cannot: these are left out, never zero."""
    letters = STAGE_LETTERS[stage]
    criteria = tuple(criteria)
    return (
        tuple(criterion for criterion in criteria if criterion.evidence & letters),
        tuple(criterion for criterion in criteria if not criterion.evidence & letters),
    )


def judge(points: Sequence[int | None], agreed: int | None, threshold: int) -> Gate:
    """Whether one essential is met, from the points of every submitted sheet.

    Agreed points decide over the sheets. Otherwise it is met where everybody reached the threshold,
    not met where nobody did, and open where they are divided, a score is missing or there is none.
    """
    if agreed is not None:
        return Gate.MET if agreed >= threshold else Gate.NOT_MET
    if not points or None in points:
        return Gate.OPEN
    reached = [given >= threshold for given in points if given is not None]
    if all(reached):
        return Gate.MET
    return Gate.OPEN if any(reached) else Gate.NOT_MET


def units_of(points: Sequence[int | None], agreed: int | None, base: int) -> int | None:
    """Points of one criterion in parts of ``base``: the agreed ones, else the mean of the sheets.

    None where nothing was agreed and a score is missing or nobody has submitted. ``base`` must be a
    multiple of the number of sheets.
    """
    if agreed is not None:
        return agreed * base
    known = [given for given in points if given is not None]
    if not known or len(known) < len(points):
        return None
    return sum(known) * (base // len(known))


def unit_base(sheets: int) -> int:
    """``UNIT_BASE``, or a multiple of it where more than sixteen people have scored."""
    return UNIT_BASE if sheets <= MOST_ASSESSORS else UNIT_BASE * sheets


def score_application(
    criteria: Sequence[Criterion],
    scale: Scale,
    threshold: int,
    sheets: Iterable[Sheet],
    agreed: Mapping[Key, int | None],
) -> ApplicationResult:
    """Score one application on ``criteria``, the ones its stage can assess (``split_by_stage``).

    Sheets that were not submitted count for nothing. It is complete once a sheet is submitted, every
    score is given or agreed, and the gate is not open. One essential certainly not met closes the
    gate, whatever else is divided, and no desirable makes up for it.
    """
    submitted = [sheet.scores for sheet in sheets if sheet.submitted]
    base = unit_base(len(submitted))
    points = {criterion.id: [scores.get(criterion.id) for scores in submitted] for criterion in criteria}
    units = {key: units_of(given, agreed.get(key), base) for key, given in points.items()}
    essentials = [criterion for criterion in criteria if criterion.is_essential]
    gates = {one.id: judge(points[one.id], agreed.get(one.id), threshold) for one in essentials}
    unscored = tuple(key for key, counted in units.items() if counted is None)
    gate = _gate(gates.values())
    full = scale.max_points * base
    return ApplicationResult(
        complete=bool(submitted) and not unscored and gate != Gate.OPEN,
        gate=gate,
        failing=tuple(key for key, standing in gates.items() if standing == Gate.NOT_MET),
        undecided=tuple(key for key, standing in gates.items() if standing == Gate.OPEN),
        unscored=unscored,
        submitted_sheets=len(submitted),
        essential_units=sum(one.weight * (units[one.id] or 0) for one in essentials),
        essential_units_max=sum(one.weight for one in essentials) * full,
        total_units=sum(one.weight * (units[one.id] or 0) for one in criteria),
        total_units_max=sum(one.weight for one in criteria) * full,
    )


def _gate(standings: Iterable[Gate]) -> Gate:
    standings = tuple(standings)
    if Gate.NOT_MET in standings:
        return Gate.NOT_MET
    return Gate.OPEN if Gate.OPEN in standings else Gate.MET


def score_stage(
    criteria: Sequence[Criterion],
    scale: Scale,
    threshold: int,
    sheets: Iterable[Sheet],
    agreed: Mapping[Key, Mapping[Key, int | None]],
) -> dict[Key, ApplicationResult]:
    """Score every application that has a sheet or agreed points, in the order they first appear."""
    sheets_by_application: defaultdict[Key, list[Sheet]] = defaultdict(list)
    for sheet in sheets:
        sheets_by_application[sheet.application].append(sheet)
    return {
        application: score_application(
            criteria,
            scale,
            threshold,
            sheets_by_application.get(application, ()),
            agreed.get(application, {}),
        )
        for application in (
            *sheets_by_application,
            *(key for key in agreed if key not in sheets_by_application),
        )
    }


def rank(results: Mapping[Key, ApplicationResult]) -> dict[Key, int]:
    """Ranks of the complete applications that meet the gate; the others are left out.

    By total, then by the essentials alone; equal in both share the rank and the next one is skipped
    (1, 1, 3). Exact: compares whole units where all have the same maximum, fractions otherwise.
    """
    ranked = {key: result for key, result in results.items() if result.is_ranked}
    same_maximum = len({(r.total_units_max, r.essential_units_max) for r in ranked.values()}) <= 1
    marks = {key: _mark(result, in_units=same_maximum) for key, result in ranked.items()}
    ranks: dict[tuple[Fraction, Fraction] | tuple[int, int], int] = {}
    for position, mark in enumerate(sorted(marks.values(), reverse=True), start=1):
        ranks.setdefault(mark, position)
    return {key: ranks[mark] for key, mark in marks.items()}


def _mark(result: ApplicationResult, *, in_units: bool) -> tuple[Fraction, Fraction] | tuple[int, int]:
    if in_units:
        return result.total_units, result.essential_units
    return result.total or Fraction(), result.essential or Fraction()


def percent_one_decimal(share: Fraction | None) -> float | None:
    """A share of one as a percent with one decimal, half away from zero: 13/18 is 72.2."""
    if share is None:
        return None
    tenths = floor(abs(share) * 1000 + Fraction(1, 2))
    return (tenths if share >= 0 else -tenths) / 10
