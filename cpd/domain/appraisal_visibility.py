"""Who reads which side of a review, and when: one table for query, page, API, PDF and test.

A review has two sides, written apart. A side is its writer's draft until it is shared. Nobody reads the
other's draft, in no state: ``EVERYTHING`` stands only where somebody's part is the writer's.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from cpd.domain.appraisal_states import Part, State


class Side(StrEnum):
    SELF = "self"
    MANAGER = "manager"


class Reading(StrEnum):
    """How much of a side somebody reads: nothing, what is shared, or the draft as well."""

    NOTHING = "nothing"
    SHARED = "shared"
    EVERYTHING = "everything"


WRITER: Mapping[Side, Part] = {Side.SELF: Part.APPRAISEE, Side.MANAGER: Part.APPRAISER}
READING_LABELS: Mapping[Reading, str] = {
    Reading.NOTHING: "–",
    Reading.SHARED: "once shared",
    Reading.EVERYTHING: "own draft and shared",
}

_N, _S, _E = Reading.NOTHING, Reading.SHARED, Reading.EVERYTHING
_ORDER = (Part.APPRAISEE, Part.APPRAISER, Part.MODERATOR, Part.HR)

# For each state: the self side, then the manager's side, each for appraisee, appraiser, moderator, HR.
_ROWS: Mapping[State, tuple[tuple[Reading, ...], tuple[Reading, ...]]] = {
    State.PLANNED: ((_E, _S, _N, _N), (_S, _E, _N, _N)),
    State.OBJECTIVES_AGREED: ((_E, _S, _N, _N), (_S, _E, _N, _N)),
    State.MID_YEAR_REVIEWED: ((_E, _S, _N, _N), (_S, _E, _N, _N)),
    State.FINAL_DRAFTED: ((_E, _S, _S, _N), (_S, _E, _S, _N)),
    State.SIGNED: ((_E, _S, _S, _S), (_S, _E, _S, _S)),
    State.APPEALED: ((_E, _S, _S, _S), (_S, _E, _S, _S)),
    State.APPEAL_DECIDED: ((_E, _S, _S, _S), (_S, _E, _S, _S)),
    State.CLOSED: ((_E, _S, _S, _S), (_S, _E, _S, _S)),
    State.SUSPENDED: ((_E, _S, _N, _N), (_S, _E, _N, _N)),
}

VISIBLE: Mapping[tuple[State, Part, Side], Reading] = {
    (state, part, side): reading
    for state, sides in _ROWS.items()
    for side, readings in zip(Side, sides, strict=True)
    for part, reading in zip(_ORDER, readings, strict=True)
}


def reading_of(state: str, part: Part | None, side: str) -> Reading:
    """How much of a side somebody reads. Whoever has no part reads nothing."""
    return VISIBLE[State(state), part, Side(side)] if part is not None else Reading.NOTHING


def may_read(state: str, part: Part | None, side: str, *, is_shared: bool) -> bool:
    """Whether somebody reads one side as it stands."""
    reading = reading_of(state, part, side)
    return reading is Reading.EVERYTHING or (reading is Reading.SHARED and is_shared)


def is_written_by(part: Part | None, side: str) -> bool:
    """Whether the side is theirs to write."""
    return WRITER[Side(side)] is part


def first_read(part: Part, side: Side) -> State | None:
    """The state from which on the part reads a shared side, in the order of the year; None for never."""
    return next((state for state in State if VISIBLE[state, part, side] is not Reading.NOTHING), None)


def states_read(part: Part, side: Side, reading: Reading) -> Iterator[State]:
    """The states in which the part reads so much of the side: what queries filter on."""
    return (state for state in State if VISIBLE[state, part, side] is reading)
