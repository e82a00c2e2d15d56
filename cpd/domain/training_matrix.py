"""People by training: what is asked of whom, by whom, and how it stands on a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from compliance.domain.categories import EMPLOYED, GOVERNANCE, VOUCHED_FOR, WorkerCategory
from compliance.domain.kinds import KIND_CATEGORIES, PersonKind
from core.domain.dates import add_months
from cpd.domain.training import DUE_SOON_DAYS, Award, TrainingStatus, due_date_of, status_on
from cpd.domain.training_rules import Audience, Basis, CourseRule

BASIS_WORDS: Mapping[Basis, str] = {
    Basis.STATUTORY: "Law",
    Basis.GUIDANCE: "Guidance",
    Basis.NETWORK_RULE: "Network",
    Basis.POLICY: "Policy",
}


# Kinds of people as a sentence names them.
KIND_WORDS: Mapping[PersonKind, str] = {
    PersonKind.TEACHING: "teaching staff",
    PersonKind.SUPPORT: "support staff",
    PersonKind.AGENCY: "supply and agency staff",
    PersonKind.GOVERNANCE: "governors and trustees",
    PersonKind.VOLUNTEERS: "volunteers",
    PersonKind.CONTRACTORS: "contractors",
}


class CellState(StrEnum):
    """Worst first."""

    EXPIRED = "expired"
    MISSING = "missing"
    DUE_SOON = "due_soon"
    VALID = "valid"
    NO_EXPIRY = "no_expiry"
    NOT_REQUIRED = "not_required"


STATE_LABELS: Mapping[CellState, str] = {
    CellState.EXPIRED: "Expired",
    CellState.MISSING: "Missing",
    CellState.DUE_SOON: "Due soon",
    CellState.VALID: "Valid",
    CellState.NO_EXPIRY: "Held",
    CellState.NOT_REQUIRED: "Not required",
}
STATE_MEANINGS: Mapping[CellState, str] = {
    CellState.EXPIRED: "asked of this person, and no longer counts on the day",
    CellState.MISSING: "asked of this person, and no award is recorded",
    CellState.DUE_SOON: "counts, and ends within the days the school calls soon",
    CellState.VALID: "counts until the day shown",
    CellState.NO_EXPIRY: "held, and nothing ends it",
    CellState.NOT_REQUIRED: "nobody asks it of this person",
}
STATE_TONES: Mapping[CellState, str] = {
    CellState.EXPIRED: "danger",
    CellState.MISSING: "danger",
    CellState.DUE_SOON: "warning",
    CellState.VALID: "good",
    CellState.NO_EXPIRY: "good",
    CellState.NOT_REQUIRED: "neutral",
}
TROUBLE = frozenset({CellState.EXPIRED, CellState.MISSING})


class AskedOf(StrEnum):
    """Of whom a school asks a course."""

    EVERYBODY = "everybody"
    KIND = "kind"
    EARLY_YEARS = "early_years"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Worker:
    """What decides which training is asked of somebody. An undescribed role counts as staff."""

    category: WorkerCategory | None
    is_early_years: bool = False
    is_governor: bool = False


@dataclass(frozen=True, slots=True)
class Demand:
    """A course that a school itself asks of some people."""

    course_id: int
    asked_of: AskedOf
    reason: str
    kind: str = ""
    engagement_id: int | None = None
    appointed_date: date | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """By whom training is asked of somebody. ``deadline`` is the day by which law wants it once appointed."""

    text: str
    deadline: date | None = None
    appointed_date: date | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One course as one school has it: its interval on the day, and who sets that."""

    course_id: int
    name: str
    rule: CourseRule | None
    months: int | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class Cell:
    """How one course stands for one person. What is missing is due where law wants it by a day."""

    state: CellState
    due_date: date | None = None
    award: Award | None = None
    why: Why | None = None


type WhyByColumn = tuple[Why | None, ...]
NOTHING = Cell(CellState.NOT_REQUIRED)
_STATES: Mapping[TrainingStatus, CellState] = {
    TrainingStatus.EXPIRED: CellState.EXPIRED,
    TrainingStatus.DUE_SOON: CellState.DUE_SOON,
    TrainingStatus.VALID: CellState.VALID,
    TrainingStatus.NO_EXPIRY: CellState.NO_EXPIRY,
}


def is_asked_by_rule(rule: CourseRule, worker: Worker) -> bool:
    """Whether law or guidance itself asks this of such a worker. By role only the school can say."""
    is_staff = worker.category is None or worker.category in EMPLOYED | VOUCHED_FOR
    governs = worker.is_governor or worker.category in GOVERNANCE
    match rule.audience:
        case Audience.STAFF:
            return is_staff
        case Audience.GOVERNORS:
            return governs
        case Audience.STAFF_AND_GOVERNORS:
            return is_staff or governs
        case Audience.EARLY_YEARS:
            return worker.is_early_years or worker.category == WorkerCategory.EY_WRAP
        case Audience.AS_THE_SCHOOL_SAYS:
            return False


def whys_for(columns: Sequence[Column], worker: Worker, demands: Iterable[Demand]) -> WhyByColumn:
    """Why each course is asked of such a worker, by a rule or else by the school; None where it is not.

    Demands of one person by name are left to ``with_named``.
    """
    by_school = {
        demand.course_id: Why(_in_words(demand))
        for demand in demands
        if demand.asked_of != AskedOf.PERSON and _concerns(demand, worker)
    }
    return tuple(
        Why(_by_rule(column.rule))
        if column.rule and is_asked_by_rule(column.rule, worker)
        else by_school.get(column.course_id)
        for column in columns
    )


def with_named(whys: WhyByColumn, columns: Sequence[Column], demands: Iterable[Demand]) -> WhyByColumn:
    """The same with what is asked of one person by name; a deadline of law counts from the appointment."""
    named = {demand.course_id: demand for demand in demands}
    return tuple(
        _named(named[column.course_id], column, why) if column.course_id in named else why
        for column, why in zip(columns, whys, strict=True)
    )


def judge_cell(
    months: int | None,
    awards: Sequence[Award],
    why: Why | None,
    *,
    as_at: date,
    due_soon_days: int = DUE_SOON_DAYS,
) -> Cell:
    """How a course stands: by the award that counts longest. Those after the day are not yet held.

    What is not asked is shown while it counts, since it is worth knowing who has it.
    """
    held = [award for award in awards if award.awarded_date <= as_at]
    if not held:
        return NOTHING if why is None else Cell(CellState.MISSING, why.deadline, None, why)
    award, due_date = max(
        ((award, due_date_of(award, months)) for award in held),
        key=lambda pair: (pair[1] or date.max, pair[0].awarded_date),
    )
    state = _STATES[status_on(due_date, as_at, due_soon_days=due_soon_days)]
    if why is None and state == CellState.EXPIRED:
        return NOTHING
    return Cell(state, due_date, award, why)


def count_states(rows: Iterable[Sequence[Cell]]) -> dict[CellState, int]:
    """How many cells of each state there are."""
    counts = dict.fromkeys(CellState, 0)
    for cells in rows:
        for cell in cells:
            counts[cell.state] += 1
    return counts


def lapses_within(cell: Cell, first: date, last: date) -> bool:
    """Whether what is asked of somebody ends, or is wanted, on one of these days."""
    return cell.why is not None and cell.due_date is not None and first <= cell.due_date <= last


def _concerns(demand: Demand, worker: Worker) -> bool:
    if demand.asked_of == AskedOf.EVERYBODY:
        return True
    if demand.asked_of == AskedOf.EARLY_YEARS:
        return worker.is_early_years or worker.category == WorkerCategory.EY_WRAP
    return worker.category in KIND_CATEGORIES[PersonKind(demand.kind)]


def _by_rule(rule: CourseRule) -> str:
    whose = "Law" if rule.has_duty or rule.basis == Basis.STATUTORY else BASIS_WORDS[rule.basis]
    return f"{whose} asks it. Of whom: {rule.who[0].lower()}{rule.who[1:]}."


def _in_words(demand: Demand) -> str:
    whom = {
        AskedOf.EVERYBODY: "everybody at work here",
        AskedOf.EARLY_YEARS: "whoever works in early years",
        AskedOf.PERSON: "this person by name",
    }.get(demand.asked_of) or KIND_WORDS[PersonKind(demand.kind)]
    return f"The school asks it of {whom}: {demand.reason}"


def _named(demand: Demand, column: Column, by_rule: Why | None) -> Why:
    deadline = None
    if column.rule and column.rule.within_months and demand.appointed_date:
        deadline = add_months(demand.appointed_date, column.rule.within_months)
    return Why(by_rule.text if by_rule else _in_words(demand), deadline, demand.appointed_date)
