"""Lines of the single central record: one for each engagement, under the kind of person it is of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from compliance.domain.categories import VOUCHED_FOR, CheckType, WorkerCategory
from compliance.domain.central_record import COLUMNS, STATUTORY, Cell, CellState, Terms, judge_cell
from compliance.domain.checks import required_checks
from compliance.domain.held_checks import HeldCheck
from compliance.domain.kinds import KIND_CATEGORIES, PersonKind
from compliance.domain.kinds import KIND_LABELS as PERSON_KIND_LABELS
from compliance.domain.record_due import last_day_in_time
from compliance.domain.requirement import Post, Requirement, RoleFacts, Status, depends
from core.domain.schools import SchoolType


class Kind(StrEnum):
    """Whom a tab of the record lists: the kinds of people of every list, and two that only the record has."""

    TEACHING = PersonKind.TEACHING.value
    SUPPORT = PersonKind.SUPPORT.value
    AGENCY = PersonKind.AGENCY.value
    GOVERNANCE = PersonKind.GOVERNANCE.value
    VOLUNTEERS = PersonKind.VOLUNTEERS.value
    CONTRACTORS = PersonKind.CONTRACTORS.value
    TRUST_CENTRAL = "trust_central"
    NOT_DESCRIBED = "not_described"


KIND_LABELS: Mapping[Kind, str] = {
    **{Kind(kind.value): label for kind, label in PERSON_KIND_LABELS.items()},
    Kind.CONTRACTORS: "Contractors and third party",
    Kind.TRUST_CENTRAL: "Trust central team",
    Kind.NOT_DESCRIBED: "Role not described",
}
_LEADERS = frozenset({WorkerCategory.LEADER_MAINTAINED, WorkerCategory.LEADER_ACADEMY})
_KINDS: Mapping[WorkerCategory, Kind] = {
    category: Kind(kind.value) for kind, categories in KIND_CATEGORIES.items() for category in categories
}
NOTHING_KNOWN = RoleFacts()


class Standing(StrEnum):
    """Where somebody's time at the school stands on a day."""

    COMING = "coming"
    HERE = "here"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Engaged:
    """What is known of one engagement at a moment. ``category`` is None where nobody described the role."""

    engagement_id: int
    person_id: int
    school_id: int
    given_name: str
    family_name: str
    birth_date: date | None
    job_title: str
    start_date: date | None
    end_date: date | None
    school_type: SchoolType
    category: WorkerCategory | None
    facts: RoleFacts = NOTHING_KNOWN
    agency: str = ""
    is_central_team: bool = False

    @property
    def name(self) -> str:
        return f"{self.family_name}, {self.given_name}"


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What an agency or provider confirmed in writing: of how many checks it answers for.

    ``received_date`` is the day of the last of them, None while any is outstanding or undated.
    """

    confirmed: int
    wanted: int
    received_date: date | None
    is_certificate_supplied: bool

    @property
    def is_received(self) -> bool:
        return self.confirmed == self.wanted


@dataclass(frozen=True, slots=True)
class Line:
    """One line: who, in what capacity, and a cell for each of ``COLUMNS`` in their order."""

    engaged: Engaged
    kind: Kind
    standing: Standing
    cells: tuple[Cell, ...]
    confirmation: Confirmation | None = None

    @property
    def trouble(self) -> int:
        return sum(cell.is_trouble for cell in self.cells)


NOT_DESCRIBED = depends("Say first what kind of worker this is and what the role is.", "category")


def kind_of(engaged: Engaged) -> Kind:
    """The tab somebody belongs under. Leaders who do no teaching work are support staff."""
    if engaged.is_central_team:
        return Kind.TRUST_CENTRAL
    if engaged.category is None:
        return Kind.NOT_DESCRIBED
    if engaged.category in _LEADERS and engaged.facts.teaching_work is False:
        return Kind.SUPPORT
    return _KINDS[engaged.category]


def standing_of(engaged: Engaged, day: date) -> Standing:
    """Here from the first day to the last, both inclusive; a first day nobody knows has been."""
    if engaged.end_date is not None and engaged.end_date < day:
        return Standing.LEFT
    if engaged.start_date is not None and engaged.start_date > day:
        return Standing.COMING
    return Standing.HERE


def rules_for(engaged: Engaged, day: date) -> Mapping[CheckType, Requirement]:
    """What each check is for it: by the rules of the day, or of the first day where that is to come."""
    if engaged.category is None:
        return dict.fromkeys(CheckType, NOT_DESCRIBED)
    return required_checks(rules_day(engaged, day), engaged.school_type, engaged.category, engaged.facts)


def rules_day(engaged: Engaged, day: date) -> date:
    """The day whose rules count."""
    return max(day, engaged.start_date) if engaged.start_date else day


def build_line(
    engaged: Engaged,
    requirements: Mapping[CheckType, Requirement],
    held: Mapping[CheckType, HeldCheck],
    terms: Terms,
) -> Line:
    """The line of one engagement, from what the rules ask of it and the checks held of the person."""
    cells = tuple(
        judge_cell(
            requirements[column.check],
            held.get(column.check),
            due=_due(column.check, engaged, terms.day),
            terms=terms,
        )
        for column in COLUMNS
    )
    confirmation = _confirmation(cells, held) if engaged.category in VOUCHED_FOR else None
    return Line(engaged, kind_of(engaged), standing_of(engaged, terms.day), cells, confirmation)


def _due(check: CheckType, engaged: Engaged, day: date) -> date | None:
    if engaged.category is None:
        return engaged.start_date
    post = Post(rules_day(engaged, day), engaged.school_type, engaged.category, engaged.facts)
    return last_day_in_time(check, post, engaged.start_date)


def _confirmation(cells: tuple[Cell, ...], held: Mapping[CheckType, HeldCheck]) -> Confirmation:
    """The agency's word on the statutory checks that are its own to make."""
    asked = [
        cell
        for column, cell in zip(STATUTORY, cells, strict=False)
        if cell.requirement.status == Status.ASSURANCE
    ]
    given = [cell.held for cell in asked if cell.held is not None and cell.held.is_done]
    days = [one.done_date for one in given if one.done_date]
    certificate = held.get(CheckType.ENHANCED_DBS)
    return Confirmation(
        confirmed=len(given),
        wanted=len(asked),
        received_date=max(days) if days and len(days) == len(asked) else None,
        is_certificate_supplied=bool(certificate and certificate.is_done and certificate.number),
    )


def count_states(lines: tuple[Line, ...], width: int = len(COLUMNS)) -> dict[CellState, int]:
    """How many cells are in each state, over the first ``width`` columns."""
    counts = dict.fromkeys(CellState, 0)
    for line in lines:
        for cell in line.cells[:width]:
            counts[cell.state] += 1
    return counts


def have_confirmation(lines: Iterable[Line]) -> bool:
    """Whether an agency or provider answers for any of them, so that its columns are worth their place."""
    return any(line.confirmation is not None for line in lines)
