"""The single central record: its columns, and what stands in each cell. A projection of the checks.

Nothing is kept of it. A cell is what the rules of a day say of a check for a post, beside the check that is
held: so it can be told for any day, and nobody types it twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from compliance.domain.categories import CHECK_LABELS, CheckType
from compliance.domain.held_checks import HeldCheck, Outcome
from compliance.domain.requirement import POLICY, Requirement, Status


@dataclass(frozen=True, slots=True)
class Column:
    """One check as a column; ``head`` is its short name. Statutory ones are all an inspector is shown."""

    check: CheckType
    head: str
    is_statutory: bool = False

    @property
    def label(self) -> str:
        return CHECK_LABELS[self.check]


STATUTORY: tuple[Column, ...] = (
    Column(CheckType.IDENTITY, "Identity", is_statutory=True),
    Column(CheckType.CHILDREN_BARRED_LIST, "Barred list", is_statutory=True),
    Column(CheckType.ENHANCED_DBS, "Enhanced DBS", is_statutory=True),
    Column(CheckType.PROHIBITION_TEACHING, "Prohibition", is_statutory=True),
    Column(CheckType.OVERSEAS, "Overseas", is_statutory=True),
    Column(CheckType.QUALIFICATIONS, "Qualifications", is_statutory=True),
    Column(CheckType.RIGHT_TO_WORK, "Right to work", is_statutory=True),
    Column(CheckType.S128, "Section 128", is_statutory=True),
)
LOCAL: tuple[Column, ...] = (
    Column(CheckType.REFERENCES, "References"),
    Column(CheckType.ONLINE_SEARCH, "Online search"),
    Column(CheckType.CHILDCARE_DISQUALIFICATION, "Childcare disqual."),
    Column(CheckType.MEDICAL_FITNESS, "Medical fitness"),
    Column(CheckType.EMPLOYMENT_HISTORY_GAPS, "Gaps"),
    Column(CheckType.CRIMINAL_SELF_DECLARATION, "Self-declaration"),
)
COLUMNS = STATUTORY + LOCAL


class CellState(StrEnum):
    COMPLETE = "complete"
    MISSING = "missing"
    ASKED_FOR = "asked_for"
    EXPIRED = "expired"
    EXPIRING = "expiring"
    LATE = "late"
    DATE_MISSING = "date_missing"
    TO_CONSIDER = "to_consider"
    UNDECIDED = "undecided"
    POLICY = "policy"
    NOT_PERMITTED = "not_permitted"
    NOT_REQUIRED = "not_required"


STATE_LABELS: Mapping[CellState, str] = {
    CellState.COMPLETE: "Complete",
    CellState.MISSING: "Missing",
    CellState.ASKED_FOR: "Asked for",
    CellState.EXPIRED: "Expired",
    CellState.EXPIRING: "Expiring",
    CellState.LATE: "Late",
    CellState.DATE_MISSING: "Done, date missing",
    CellState.TO_CONSIDER: "To be considered",
    CellState.UNDECIDED: "To find out",
    CellState.POLICY: "Your policy decides",
    CellState.NOT_PERMITTED: "Must not be made",
    CellState.NOT_REQUIRED: "Not required",
}
STATE_MEANINGS: Mapping[CellState, str] = {
    CellState.COMPLETE: "made in time, on the day shown",
    CellState.MISSING: "needed, and nothing is recorded",
    CellState.ASKED_FOR: "asked for on the day shown, not yet done",
    CellState.EXPIRED: "could be relied on until the day shown",
    CellState.EXPIRING: "can be relied on until the day shown, which is near",
    CellState.LATE: "made, but dated after the first day",
    CellState.DATE_MISSING: "made, but nobody wrote down when",
    CellState.TO_CONSIDER: "made; somebody has to look at what it says",
    CellState.UNDECIDED: "depends on something about the post that is not recorded",
    CellState.POLICY: "neither law nor guidance decides; the school's own policy does",
    CellState.NOT_PERMITTED: "made, though the law does not allow it for this post",
    CellState.NOT_REQUIRED: "the rule for this post does not ask for it",
}
# What somebody can do something about, the most pressing first. A late check stays late.
TROUBLE: tuple[CellState, ...] = (
    CellState.EXPIRED,
    CellState.MISSING,
    CellState.NOT_PERMITTED,
    CellState.TO_CONSIDER,
    CellState.DATE_MISSING,
    CellState.EXPIRING,
    CellState.ASKED_FOR,
    CellState.UNDECIDED,
)
_ASKED_OF_THE_POST = frozenset({Status.REQUIRED, Status.SHOULD, Status.ASSURANCE})


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell. ``day`` is the one worth showing: done, asked for, or relied on until.

    ``held`` is the check behind it, ``requirement`` the rule. ``is_late`` is known beside any state.
    """

    state: CellState
    requirement: Requirement
    held: HeldCheck | None = None
    day: date | None = None
    is_late: bool = False

    @property
    def word(self) -> str:
        """The state in words; that a check was made late is told beside any other state."""
        late = self.is_late and self.state != CellState.LATE
        return f"{STATE_LABELS[self.state]}, made late" if late else STATE_LABELS[self.state]

    @property
    def is_trouble(self) -> bool:
        return self.state in TROUBLE


@dataclass(frozen=True, slots=True)
class Terms:
    """By what a cell is judged: the day, how many days ahead count as soon, and who may see outcomes.

    Without ``shows_outcomes`` a check to be considered looks like any that was done: what a certificate
    says is for those who decide about it.
    """

    day: date
    soon_days: int = 60
    shows_outcomes: bool = True


def judge_cell(requirement: Requirement, held: HeldCheck | None, *, due: date | None, terms: Terms) -> Cell:
    """What stands in the cell of one check. ``due`` is the last day on which it was in time.

    What must not be made and was not, is simply not required. A check nobody asked for counts as made, and
    never as late. What ends matters more than that it began late.
    """
    if requirement.status == Status.NOT_PERMITTED:
        made = held is not None and held.is_done
        state = CellState.NOT_PERMITTED if made else CellState.NOT_REQUIRED
        return Cell(state, requirement, held if made else None, held.done_date if made and held else None)
    if held is None:
        return Cell(_state_without_check(requirement), requirement)
    if not held.is_done:
        if requirement.status == Status.NOT_REQUIRED:
            return Cell(CellState.NOT_REQUIRED, requirement)
        return Cell(CellState.ASKED_FOR, requirement, held, held.requested_date)
    return _judge_done(requirement, held, due=due, terms=terms)


def _state_without_check(requirement: Requirement) -> CellState:
    if requirement.status in _ASKED_OF_THE_POST:
        return CellState.MISSING
    if requirement.status == Status.NOT_REQUIRED:
        return CellState.NOT_REQUIRED
    return CellState.POLICY if set(requirement.needs) == {POLICY} else CellState.UNDECIDED


def _judge_done(requirement: Requirement, held: HeldCheck, *, due: date | None, terms: Terms) -> Cell:
    is_late = requirement.status in _ASKED_OF_THE_POST and held.is_late(due)
    until = relied_on_until(held)
    day = held.done_date
    if held.outcome == Outcome.CONCERN and terms.shows_outcomes:
        state = CellState.TO_CONSIDER
    elif held.is_date_missing:
        state = CellState.DATE_MISSING
    elif until is not None and until < terms.day:
        state, day = CellState.EXPIRED, until
    elif until is not None and until <= terms.day + timedelta(days=terms.soon_days):
        state, day = CellState.EXPIRING, until
    else:
        state = CellState.LATE if is_late else CellState.COMPLETE
    return Cell(state, requirement, held, day, is_late)


def relied_on_until(held: HeldCheck) -> date | None:
    """The last day of a check by law, or the one its school's policy wants it made again, if earlier."""
    return min((day for day in (held.expires_date, held.recheck_date) if day), default=None)
