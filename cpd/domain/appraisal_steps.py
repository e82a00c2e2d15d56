"""What comes next in an appraisal, whose turn it is, and by when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cpd.domain.appraisal_states import Part, State


@dataclass(frozen=True, slots=True)
class CycleDates:
    """The days of a cycle as they are for one appraisal: the head's are later."""

    objectives_by: date
    mid_year_by: date
    final_by: date


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: in words, whose turn it is, and by when where a day is set."""

    sentence: str
    turn: tuple[Part, ...]
    due_date: date | None = None

    def is_turn_of(self, part: Part | None) -> bool:
        return part in self.turn


_BOTH = (Part.APPRAISEE, Part.APPRAISER)
_SENTENCES: Mapping[State, tuple[str, tuple[Part, ...]]] = {
    State.PLANNED: ("Write the objectives and agree them.", _BOTH),
    State.OBJECTIVES_AGREED: ("Write both sides of the mid-year review and hold it.", _BOTH),
    State.MID_YEAR_REVIEWED: ("Write the final review and share it.", _BOTH),
    State.FINAL_DRAFTED: ("Read the final review and sign it.", _BOTH),
    State.SIGNED: ("Close it when the time to appeal is over.", (Part.APPRAISER, Part.MODERATOR, Part.HR)),
    State.APPEALED: ("Decide the appeal.", (Part.MODERATOR, Part.HR)),
    State.APPEAL_DECIDED: ("Write the final review again or close it.", (Part.APPRAISER,)),
    State.SUSPENDED: ("Take it up again when the reason is over.", (Part.MODERATOR, Part.HR)),
}


def find_step(
    state: str, dates: CycleDates, *, appeal_until: date | None = None, done: frozenset[Part] = frozenset()
) -> Step | None:
    """What comes next; None once it is closed. Whoever has ``done`` their share is no longer waited for."""
    known = State(state)
    if known not in _SENTENCES:
        return None
    sentence, turn = _SENTENCES[known]
    due = {
        State.PLANNED: dates.objectives_by,
        State.OBJECTIVES_AGREED: dates.mid_year_by,
        State.MID_YEAR_REVIEWED: dates.final_by,
        State.FINAL_DRAFTED: dates.final_by,
        State.SIGNED: appeal_until,
    }.get(known)
    return Step(sentence, tuple(part for part in turn if part not in done), due)


# The line of steps at the head of the page, each with the state that is reached by it.
PATH: tuple[tuple[str, State], ...] = (
    ("Objectives", State.OBJECTIVES_AGREED),
    ("Mid-year review", State.MID_YEAR_REVIEWED),
    ("Final review", State.FINAL_DRAFTED),
    ("Signed by both", State.SIGNED),
    ("Closed", State.CLOSED),
)
_REACHED: Mapping[State, int] = {
    State.PLANNED: 0,
    State.OBJECTIVES_AGREED: 1,
    State.MID_YEAR_REVIEWED: 2,
    State.FINAL_DRAFTED: 3,
    State.SIGNED: 4,
    State.APPEALED: 3,
    State.APPEAL_DECIDED: 4,
    State.CLOSED: 5,
}


def path_states(state: str, resumes_as: str = "") -> list[tuple[str, str]]:
    """Each step with done, current or todo. A suspended appraisal stands where it will be taken up.

    An appeal stands in the place of the signatures: it can be made before both have signed.
    """
    reached = _REACHED[State(resumes_as or state)]
    marks = ["done" if place < reached else "todo" for place in range(len(PATH))]
    if reached < len(PATH):
        marks[reached] = "current"
    is_appealed = State(state) in (State.APPEALED, State.APPEAL_DECIDED)
    labels = ["Appeal" if is_appealed and step is State.SIGNED else label for label, step in PATH]
    return list(zip(labels, marks, strict=True))
