"""The checks of somebody who is to start, line by line: what stands, what is to do, and whose turn it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from compliance.domain.categories import CHECK_LABELS, CheckType
from compliance.domain.clearance import Clearance
from compliance.domain.held_checks import HeldCheck, Outcome
from compliance.domain.next_step import NextStep, step_for
from compliance.domain.requirement import MUST, Requirement, Status


class Block(StrEnum):
    """Where a line stands on the page: what is a must, what the school should do, what is not needed."""

    STATUTORY = "statutory"
    LOCAL = "local"
    NOT_NEEDED = "not_needed"


class LineState(StrEnum):
    DONE = "done"
    LATE = "late"
    CONCERN = "concern"
    DATE_MISSING = "date_missing"
    ASKED = "asked"
    MISSING = "missing"
    OPEN = "open"
    NOT_REQUIRED = "not_required"
    NOT_PERMITTED = "not_permitted"


STATE_LABELS: Mapping[LineState, str] = {
    LineState.DONE: "Done",
    LineState.LATE: "Done late",
    LineState.CONCERN: "To be considered",
    LineState.DATE_MISSING: "Done, date missing",
    LineState.ASKED: "Asked for",
    LineState.MISSING: "Not done",
    LineState.OPEN: "Not done",
    LineState.NOT_REQUIRED: "Not required",
    LineState.NOT_PERMITTED: "Must not be asked",
}
# Tones of the page's status pills.
STATE_TONES: Mapping[LineState, str] = {
    LineState.DONE: "good",
    LineState.LATE: "warning",
    LineState.CONCERN: "danger",
    LineState.DATE_MISSING: "warning",
    LineState.ASKED: "waiting",
    LineState.MISSING: "danger",
    LineState.OPEN: "neutral",
    LineState.NOT_REQUIRED: "neutral",
    LineState.NOT_PERMITTED: "neutral",
}
SETTLED = frozenset({LineState.DONE, LineState.LATE})


@dataclass(frozen=True, slots=True)
class Line:
    """One check. ``step`` is what is to be done about it, None where nothing is."""

    check: CheckType
    block: Block
    state: LineState
    requirement: Requirement
    held: HeldCheck | None
    step: NextStep | None
    days_late: int = 0

    @property
    def label(self) -> str:
        return CHECK_LABELS[self.check]

    @property
    def state_label(self) -> str:
        return STATE_LABELS[self.state]

    @property
    def tone(self) -> str:
        return STATE_TONES[self.state]


def list_lines(
    clearance: Clearance,
    requirements: Mapping[CheckType, Requirement],
    held: Mapping[CheckType, HeldCheck],
    *,
    today: date,
) -> tuple[Line, ...]:
    """All checks, what is a must first; among those in the order in which the record names them."""
    lines = list(_lines(clearance, requirements, held, today))
    return tuple(sorted(lines, key=lambda line: list(Block).index(line.block)))


def count_done(lines: tuple[Line, ...]) -> tuple[int, int]:
    """How many of the checks that are wanted are done, and how many are wanted."""
    wanted = [line for line in lines if line.block != Block.NOT_NEEDED]
    return sum(line.state in SETTLED for line in wanted), len(wanted)


def _lines(
    clearance: Clearance,
    requirements: Mapping[CheckType, Requirement],
    held: Mapping[CheckType, HeldCheck],
    today: date,
) -> Iterator[Line]:
    blocking = {one.check for one in clearance.blocking}
    late = {one.check: one.days_late for one in clearance.late}
    for check, requirement in requirements.items():
        own = held.get(check)
        block = _block(requirement, is_blocking=check in blocking, is_begun=own is not None)
        state = _state(requirement, own, block, is_blocking=check in blocking, is_late=check in late)
        is_open = block != Block.NOT_NEEDED and state not in SETTLED
        step = step_for(check, requirement, own, today=today) if is_open else None
        yield Line(check, block, state, requirement, own, step, late.get(check, 0))


def _block(requirement: Requirement, *, is_blocking: bool, is_begun: bool) -> Block:
    """A check that depends on policy alone is shown as needed once somebody has begun it."""
    if is_blocking or requirement.status in MUST:
        return Block.STATUTORY
    if requirement.status == Status.SHOULD or (requirement.status == Status.DEPENDS and is_begun):
        return Block.LOCAL
    return Block.NOT_NEEDED


def _state(
    requirement: Requirement, held: HeldCheck | None, block: Block, *, is_blocking: bool, is_late: bool
) -> LineState:
    if held is None or requirement.status == Status.NOT_PERMITTED:
        return _not_held(requirement, block, is_blocking=is_blocking)
    if not held.is_done:
        return LineState.ASKED
    if held.outcome != Outcome.CLEAR:
        return LineState.CONCERN
    if held.is_date_missing:
        return LineState.DATE_MISSING
    return LineState.LATE if is_late else LineState.DONE


def _not_held(requirement: Requirement, block: Block, *, is_blocking: bool) -> LineState:
    if requirement.status == Status.NOT_PERMITTED:
        return LineState.NOT_PERMITTED
    if block == Block.NOT_NEEDED and requirement.status == Status.NOT_REQUIRED:
        return LineState.NOT_REQUIRED
    return LineState.MISSING if is_blocking else LineState.OPEN
