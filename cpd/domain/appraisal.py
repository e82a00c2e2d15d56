"""Appraisal: its words, and who is in a cycle by which rule.

Teachers of maintained schools are appraised by regulations, everybody else by their school's own policy.
Days and numbers (31 October, three objectives, ten working days to appeal) are custom: schools set their own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from compliance.domain.categories import EMPLOYED, WorkerCategory
from core.domain.dates import add_months, in_words
from core.domain.errors import DomainError
from core.domain.schools import SchoolType
from core.domain.sources import LegalSource
from cpd.domain.appraisal_visibility import Side
from cpd.domain.sources import appraisal as sources

MOST_OBJECTIVES = 3
APPEAL_WORKING_DAYS = 10
# Longer ago than any induction or capability procedure that still matters: a slip of the keyboard.
LONGEST_AGO_MONTHS = 120
# The regulations speak of a term and do not count its days.
TERM_WEEKS = 12
# Below so many people a figure could be read as somebody's own.
FEWEST_SHOWN = 5


class CycleKind(StrEnum):
    TEACHERS = "teachers"
    SUPPORT_STAFF = "support_staff"


class Ground(StrEnum):
    """Why somebody is out of appraisal for a time."""

    INDUCTION = "induction"
    CAPABILITY = "capability"


class Phase(StrEnum):
    MID_YEAR = "mid_year"
    FINAL = "final"


class Rating(StrEnum):
    NOT_MET = "not_met"
    PARTLY_MET = "partly_met"
    MET = "met"
    EXCEEDED = "exceeded"
    UNRATED = "unrated"


class Standing(StrEnum):
    IN = "in"
    OUT = "out"
    SUSPENDED = "suspended"


class Basis(StrEnum):
    LAW = "law"
    POLICY = "policy"


CYCLE_LABELS: Mapping[CycleKind, str] = {
    CycleKind.TEACHERS: "Teachers",
    CycleKind.SUPPORT_STAFF: "Support staff",
}
GROUND_LABELS: Mapping[Ground, str] = {
    Ground.INDUCTION: "Early-career teacher in induction",
    Ground.CAPABILITY: "Capability procedure",
}
PHASE_LABELS: Mapping[Phase, str] = {Phase.MID_YEAR: "Mid-year review", Phase.FINAL: "Final review"}
SIDE_LABELS: Mapping[Side, str] = {Side.SELF: "Appraisee’s side", Side.MANAGER: "Appraiser’s side"}
RATING_LABELS: Mapping[Rating, str] = {
    Rating.NOT_MET: "Not met",
    Rating.PARTLY_MET: "Partly met",
    Rating.MET: "Met",
    Rating.EXCEEDED: "Exceeded",
    Rating.UNRATED: "Unrated",
}

_LEADERS = frozenset({WorkerCategory.LEADER_MAINTAINED, WorkerCategory.LEADER_ACADEMY})


@dataclass(frozen=True, slots=True)
class Worker:
    """What the rule needs to know of somebody. An empty fact is not known, which is never no."""

    school_type: SchoolType
    category: WorkerCategory | None
    teaching_work: bool | None = None
    start_date: date | None = None
    end_date: date | None = None
    ground: Ground | None = None

    @property
    def is_teacher(self) -> bool | None:
        """Leaders may be either, so a person says which cycle is theirs."""
        if self.category == WorkerCategory.TEACHER:
            return True
        if self.category in _LEADERS:
            return None
        return self.category == WorkerCategory.EY_WRAP and self.teaching_work is True


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Whether somebody is in a cycle, who says so, and by which rule."""

    standing: Standing
    code: str
    reason: str
    basis: Basis
    sources: tuple[LegalSource, ...]

    @property
    def is_in(self) -> bool:
        return self.standing == Standing.IN


def judge_eligibility(
    worker: Worker, kind: CycleKind, *, as_at: date, term_weeks: int = TERM_WEEKS
) -> Eligibility:
    """Whether somebody is appraised in a cycle of this kind.

    Out: whoever the school does not employ, has left or has not started, belongs to the other kind of cycle,
    is an early-career teacher in induction, or whose contract runs for less than a term (``term_weeks``,
    counted from its dates; one without an end runs longer). Suspended: whoever is in capability procedures.
    The 2012 regulations say so for teachers of maintained schools; for all others it is the school's policy.
    """
    basis, source = _who_says(worker.school_type, kind)
    if found := _not_ours(worker, kind, as_at):
        return Eligibility(Standing.OUT, *found, Basis.POLICY, (source,))
    if worker.ground == Ground.INDUCTION:
        reason = "An early-career teacher in induction is assessed by induction, not by appraisal."
        return Eligibility(Standing.OUT, "in_induction", reason, basis, (source,))
    if _is_short(worker, term_weeks):
        reason = f"The contract runs for less than a term, counted here as {term_weeks} weeks."
        return Eligibility(Standing.OUT, "less_than_a_term", reason, basis, (source,))
    if worker.ground == Ground.CAPABILITY:
        reason = "Appraisal is suspended while a capability procedure runs, and taken up again after it."
        more = (source, sources.SUPPORT_BEFORE_CAPABILITY)
        return Eligibility(Standing.SUSPENDED, "in_capability", reason, basis, more)
    return Eligibility(Standing.IN, "in", _why_in(worker, basis, kind), basis, (source,))


def _who_says(school_type: SchoolType, kind: CycleKind) -> tuple[Basis, LegalSource]:
    if kind == CycleKind.SUPPORT_STAFF:
        return Basis.POLICY, sources.SUPPORT_STAFF_POLICY
    if school_type in (SchoolType.MAINTAINED, SchoolType.PRU):
        return Basis.LAW, sources.TEACHER_APPRAISAL
    return Basis.POLICY, sources.OWN_POLICY


def _not_ours(worker: Worker, kind: CycleKind, as_at: date) -> tuple[str, str] | None:
    """The code and the reason why a cycle of this school and kind is not theirs at all."""
    if worker.category is None:
        return "role_not_known", "What they do here is not described yet: describe the role first."
    if worker.category not in EMPLOYED:
        return "not_employed", "Not employed by the school: appraisal is their employer’s."
    if worker.end_date is not None and worker.end_date < as_at:
        return "has_left", f"Left on {in_words(worker.end_date)}."
    if worker.start_date is None or worker.start_date > as_at:
        return "not_started", "Has not started yet."
    if worker.is_teacher is not None and worker.is_teacher != (kind == CycleKind.TEACHERS):
        other = "support staff" if kind == CycleKind.TEACHERS else "teachers"
        return "other_cycle", f"Belongs in the cycle of {other}."
    return None


def _is_short(worker: Worker, term_weeks: int) -> bool:
    if worker.start_date is None or worker.end_date is None:
        return False
    return (worker.end_date - worker.start_date).days + 1 < term_weeks * 7


def _why_in(worker: Worker, basis: Basis, kind: CycleKind) -> str:
    if worker.is_teacher is None:
        return "A leader: in the cycle of teachers where they hold a teaching post, else with support staff."
    if basis == Basis.LAW:
        return "A teacher of a maintained school, employed for a term or more."
    return (
        "By the school’s own policy."
        if kind == CycleKind.TEACHERS
        else "By contract and the school’s policy."
    )


def check_exclusion_start(
    valid_from: date, *, today: date, first_day: date | None, last_day: date | None
) -> None:
    """Raise ``DomainError`` for a day on which nobody can have gone out of appraisal here.

    It has come, lies between the first and the last day here as far as they are known, and is of the last
    ten years.
    """
    said = None
    if valid_from > today:
        said = ("date_ahead", "Write it down on the day it begins, not before.")
    elif first_day is not None and valid_from < first_day:
        said = ("before_first_day", f"They began here on {first_day:%d/%m/%Y}. It cannot begin before that.")
    elif last_day is not None and valid_from > last_day:
        said = ("after_last_day", f"Their last day here was {last_day:%d/%m/%Y}. It cannot begin after that.")
    elif valid_from < add_months(today, -LONGEST_AGO_MONTHS):
        said = ("too_long_ago", "Check the year: that is more than ten years ago.")
    if said is not None:
        raise DomainError(*said, "valid_from")
