"""Every move an appraisal can make, as data: from which state to which, by whom, under which word.

One service assigns the state, after asking ``find_move`` here. The diagram in ``docs/generated/states.md`` is
built from this table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.domain.errors import Denial, DomainError


class State(StrEnum):
    PLANNED = "planned"
    OBJECTIVES_AGREED = "objectives_agreed"
    MID_YEAR_REVIEWED = "mid_year_reviewed"
    FINAL_DRAFTED = "final_drafted"
    SIGNED = "signed"
    APPEALED = "appealed"
    APPEAL_DECIDED = "appeal_decided"
    CLOSED = "closed"
    SUSPENDED = "suspended"


class Part(StrEnum):
    """What somebody is to an appraisal. Whoever is none of these is a stranger to it."""

    APPRAISEE = "appraisee"
    APPRAISER = "appraiser"
    MODERATOR = "moderator"
    HR = "hr"


class Event(StrEnum):
    OPENED = "opened"
    OBJECTIVES_AGREED = "objectives_agreed"
    OBJECTIVES_REOPENED = "objectives_reopened"
    MID_YEAR_HELD = "mid_year_held"
    MID_YEAR_LEFT_OUT = "mid_year_left_out"
    FINAL_SHARED = "final_shared"
    SENT_BACK = "sent_back"
    SIGNED = "signed"
    APPEALED = "appealed"
    APPEAL_DECIDED = "appeal_decided"
    FINAL_REOPENED = "final_reopened"
    CLOSED = "closed"
    ENDED_EARLY = "ended_early"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    APPRAISER_CHANGED = "appraiser_changed"


STATE_LABELS: Mapping[State, str] = {
    State.PLANNED: "Objectives to agree",
    State.OBJECTIVES_AGREED: "Objectives agreed",
    State.MID_YEAR_REVIEWED: "Mid-year review held",
    State.FINAL_DRAFTED: "Final review to sign",
    State.SIGNED: "Signed by both",
    State.APPEALED: "Under appeal",
    State.APPEAL_DECIDED: "Appeal decided",
    State.CLOSED: "Closed",
    State.SUSPENDED: "Suspended",
}
PART_LABELS: Mapping[Part, str] = {
    Part.APPRAISEE: "Appraisee",
    Part.APPRAISER: "Appraiser",
    Part.MODERATOR: "Moderator (head)",
    Part.HR: "HR",
}
EVENT_LABELS: Mapping[Event, str] = {
    Event.OPENED: "Opened",
    Event.OBJECTIVES_AGREED: "Objectives agreed",
    Event.OBJECTIVES_REOPENED: "Objectives opened again",
    Event.MID_YEAR_HELD: "Mid-year review held",
    Event.MID_YEAR_LEFT_OUT: "Mid-year review left out",
    Event.FINAL_SHARED: "Final review ready to sign",
    Event.SENT_BACK: "Final review sent back",
    Event.SIGNED: "Signed by both",
    Event.APPEALED: "Appeal made",
    Event.APPEAL_DECIDED: "Appeal decided",
    Event.FINAL_REOPENED: "Final review opened again after an appeal",
    Event.CLOSED: "Closed",
    Event.ENDED_EARLY: "Ended early",
    Event.SUSPENDED: "Suspended",
    Event.RESUMED: "Taken up again",
    Event.APPRAISER_CHANGED: "Appraiser changed",
}


@dataclass(frozen=True, slots=True)
class Move:
    """From one state to another by one word. ``parts`` are those who may."""

    source: State
    target: State
    event: Event
    parts: frozenset[Part]
    needs_reason: bool = False


def _move(source: State, target: State, event: Event, *parts: Part, reason: bool = False) -> Move:
    return Move(source, target, event, frozenset(parts), reason)


_S, _P, _E = State, Part, Event

# The states in which the work of the year goes on, and which a suspension interrupts.
RUNNING = (_S.PLANNED, _S.OBJECTIVES_AGREED, _S.MID_YEAR_REVIEWED, _S.FINAL_DRAFTED)
# The states in which a final review has been signed by both.
FINISHED = (_S.SIGNED, _S.APPEALED, _S.APPEAL_DECIDED, _S.CLOSED)

MOVES: tuple[Move, ...] = (
    _move(_S.PLANNED, _S.OBJECTIVES_AGREED, _E.OBJECTIVES_AGREED, _P.APPRAISER),
    _move(_S.OBJECTIVES_AGREED, _S.PLANNED, _E.OBJECTIVES_REOPENED, _P.APPRAISER, reason=True),
    _move(_S.OBJECTIVES_AGREED, _S.MID_YEAR_REVIEWED, _E.MID_YEAR_HELD, _P.APPRAISER),
    _move(_S.OBJECTIVES_AGREED, _S.MID_YEAR_REVIEWED, _E.MID_YEAR_LEFT_OUT, _P.APPRAISER, reason=True),
    _move(_S.MID_YEAR_REVIEWED, _S.FINAL_DRAFTED, _E.FINAL_SHARED, _P.APPRAISER),
    _move(_S.FINAL_DRAFTED, _S.MID_YEAR_REVIEWED, _E.SENT_BACK, _P.APPRAISER, _P.MODERATOR, reason=True),
    _move(_S.FINAL_DRAFTED, _S.SIGNED, _E.SIGNED, _P.APPRAISEE, _P.APPRAISER),
    _move(_S.FINAL_DRAFTED, _S.APPEALED, _E.APPEALED, _P.APPRAISEE, reason=True),
    _move(_S.SIGNED, _S.APPEALED, _E.APPEALED, _P.APPRAISEE, reason=True),
    _move(_S.SIGNED, _S.CLOSED, _E.CLOSED, _P.APPRAISER, _P.MODERATOR, _P.HR),
    _move(_S.APPEALED, _S.APPEAL_DECIDED, _E.APPEAL_DECIDED, _P.MODERATOR, _P.HR, reason=True),
    _move(_S.APPEAL_DECIDED, _S.MID_YEAR_REVIEWED, _E.FINAL_REOPENED, _P.APPRAISER),
    _move(_S.APPEAL_DECIDED, _S.CLOSED, _E.CLOSED, _P.APPRAISER, _P.MODERATOR, _P.HR),
    *(
        _move(one, _S.CLOSED, _E.ENDED_EARLY, _P.MODERATOR, _P.HR, reason=True)
        for one in (*RUNNING, _S.SUSPENDED)
    ),
    *(_move(one, _S.SUSPENDED, _E.SUSPENDED, _P.MODERATOR, _P.HR, reason=True) for one in RUNNING),
    *(_move(_S.SUSPENDED, one, _E.RESUMED, _P.MODERATOR, _P.HR, reason=True) for one in RUNNING),
)


def find_move(event: Event, source: str, *, resumed_to: str = "") -> Move:
    """The move by that word from a state; ``resumed_to`` tells where a suspended appraisal stood before.

    Raises ``DomainError`` ``impossible_move`` where there is none.
    """
    for move in MOVES:
        if move.event == event and move.source == source and resumed_to in ("", move.target):
            return move
    raise DomainError(
        "impossible_move",
        f"“{EVENT_LABELS[event]}” is not possible while the appraisal stands at "
        f"“{STATE_LABELS[State(source)]}”. Load the page again to see where it is now.",
    )


def deny_move(move: Move, part: Part | None) -> Denial | None:
    """Whether somebody with that part may make the move."""
    if part in move.parts:
        return None
    who = " or ".join(PART_LABELS[one].lower() for one in Part if one in move.parts)
    return Denial("not_your_part", f"“{EVENT_LABELS[move.event]}” is done by the {who} of this appraisal.")


def list_events_of(part: Part | None, state: str) -> frozenset[Event]:
    """What somebody with that part can do from a state."""
    return frozenset(move.event for move in MOVES if move.source == state and part in move.parts)
