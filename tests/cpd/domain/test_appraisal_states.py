"""Every ordered pair of states, for every part."""

from itertools import product

import pytest

from core.domain.errors import DomainError
from cpd.domain.appraisal_states import (
    MOVES,
    RUNNING,
    Event,
    Part,
    State,
    deny_move,
    find_move,
    list_events_of,
)

A, M, HEAD, HR = Part.APPRAISEE, Part.APPRAISER, Part.MODERATOR, Part.HR
POSSIBLE = {
    ("planned", "objectives_agreed"): {M},
    ("planned", "suspended"): {HEAD, HR},
    ("objectives_agreed", "planned"): {M},
    ("objectives_agreed", "mid_year_reviewed"): {M},
    ("objectives_agreed", "suspended"): {HEAD, HR},
    ("mid_year_reviewed", "final_drafted"): {M},
    ("mid_year_reviewed", "suspended"): {HEAD, HR},
    ("final_drafted", "mid_year_reviewed"): {M, HEAD},
    ("final_drafted", "signed"): {A, M},
    ("final_drafted", "appealed"): {A},
    ("final_drafted", "suspended"): {HEAD, HR},
    ("signed", "appealed"): {A},
    ("signed", "closed"): {M, HEAD, HR},
    ("appealed", "appeal_decided"): {HEAD, HR},
    ("appeal_decided", "mid_year_reviewed"): {M},
    ("appeal_decided", "closed"): {M, HEAD, HR},
    **{("suspended", state): {HEAD, HR} for state in RUNNING},
    **{(state, "closed"): {HEAD, HR} for state in (*RUNNING, "suspended")},
}


@pytest.mark.parametrize(("source", "target"), list(product(State, State)))
def test_who_may_move_from_one_state_to_another(source: State, target: State) -> None:
    may = {
        part
        for part in (*Part, None)
        for move in MOVES
        if (move.source, move.target) == (source, target) and deny_move(move, part) is None
    }
    assert may == POSSIBLE.get((source, target), set())


def test_whoever_has_no_part_does_nothing() -> None:
    assert {state: list_events_of(None, state) for state in State} == dict.fromkeys(State, frozenset())


def test_a_closed_appraisal_is_over() -> None:
    assert [move for move in MOVES if move.source == State.CLOSED] == []


@pytest.mark.parametrize("stood", RUNNING)
def test_a_suspended_appraisal_is_taken_up_where_it_stood(stood: State) -> None:
    assert find_move(Event.RESUMED, "suspended", resumed_to=stood.value).target == stood


def test_what_is_not_in_the_table_is_refused() -> None:
    with pytest.raises(DomainError) as refused:
        find_move(Event.SIGNED, "planned")
    assert refused.value.code == "impossible_move"


def test_nobody_decides_the_appeal_about_their_own_review() -> None:
    deciding = [move.parts for move in MOVES if move.event == Event.APPEAL_DECIDED]
    assert deciding == [frozenset({HEAD, HR})]
