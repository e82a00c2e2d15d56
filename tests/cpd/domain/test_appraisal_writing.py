"""When sides are written, how many objectives there are, and until when an appeal is possible."""

from datetime import date
from itertools import product

import pytest

from core.domain.schools import SchoolType
from cpd.domain.appraisal import CycleKind, Phase
from cpd.domain.appraisal_states import Part, State
from cpd.domain.appraisal_steps import CycleDates, find_step, path_states
from cpd.domain.appraisal_visibility import Side
from cpd.domain.appraisal_writing import (
    appeal_by,
    deny_agreement,
    deny_appeal,
    deny_closing,
    deny_objective_change,
    deny_one_more,
    deny_writing,
    needs_adviser,
    usual_dates,
)

SIGNED = date(2026, 11, 20)  # a Friday
LAST = date(2026, 12, 4)
DATES = CycleDates(date(2026, 10, 31), date(2027, 3, 31), date(2027, 10, 31))


@pytest.mark.parametrize(("phase", "side", "state"), list(product(Phase, Side, State)))
def test_a_side_is_written_in_its_states_until_it_is_shared(phase: Phase, side: Side, state: State) -> None:
    written = {
        (Phase.MID_YEAR, Side.SELF): {"objectives_agreed", "mid_year_reviewed"},
        (Phase.MID_YEAR, Side.MANAGER): {"objectives_agreed"},
        (Phase.FINAL, Side.SELF): {"mid_year_reviewed", "final_drafted"},
        (Phase.FINAL, Side.MANAGER): {"mid_year_reviewed"},
    }
    is_open = deny_writing(phase, side, state=state, is_shared=False) is None
    assert is_open == (state in written[phase, side])
    assert deny_writing(phase, side, state=state, is_shared=True) is not None


@pytest.mark.parametrize(("count", "is_full"), [(2, False), (3, True), (4, True)])
def test_one_more_objective_up_to_the_policy(count: int, is_full: bool) -> None:
    assert (deny_one_more(count, 3) is not None) == is_full


def test_objectives_are_fixed_from_the_final_review_on() -> None:
    changeable = {state for state in State if deny_objective_change(state) is None}
    assert changeable == {State.PLANNED, State.OBJECTIVES_AGREED, State.MID_YEAR_REVIEWED}


@pytest.mark.parametrize(
    ("objectives", "needs", "adviser", "code"),
    [
        (0, False, "", "no_objectives"),
        (1, False, "", None),
        (1, True, " ", "no_adviser"),
        (1, True, "Dr Ada Forsyth", None),
    ],
)
def test_what_agreeing_needs(objectives: int, needs: bool, adviser: str, code: str | None) -> None:
    denial = deny_agreement(objectives=objectives, needs_adviser=needs, adviser=adviser)
    assert (denial.code if denial else None) == code


@pytest.mark.parametrize(
    ("school_type", "is_head", "expected"),
    [
        (SchoolType.MAINTAINED, True, True),
        (SchoolType.MAINTAINED, False, False),
        (SchoolType.ACADEMY, True, False),
    ],
)
def test_the_head_of_a_maintained_school_needs_an_adviser(
    school_type: SchoolType, is_head: bool, expected: bool
) -> None:
    assert needs_adviser(school_type, is_headteacher=is_head) is expected


def test_appeal_days_are_working_days_over_christmas_too() -> None:
    assert appeal_by(SIGNED, 10) == LAST
    assert appeal_by(date(2026, 12, 18), 10) == date(2027, 1, 6)


@pytest.mark.parametrize(("today", "is_late"), [(LAST, False), (date(2026, 12, 5), True)])
def test_either_an_appeal_or_closing_is_possible_and_never_both(today: date, is_late: bool) -> None:
    assert (deny_appeal(signed=SIGNED, today=today, working_days=10) is not None) == is_late
    assert (deny_closing(signed=SIGNED, today=today, working_days=10) is None) == is_late


def test_before_both_have_signed_an_appeal_has_no_last_day() -> None:
    assert deny_appeal(signed=None, today=date(2030, 1, 1), working_days=10) is None


def test_usual_dates_are_october_for_teachers_and_december_for_the_head() -> None:
    found = usual_dates(CycleKind.TEACHERS, date(2026, 9, 1))
    assert found["objectives_by_date"] == date(2026, 10, 31)
    assert found["final_by_date"] == date(2027, 10, 31)
    assert found["head_final_by_date"] == date(2027, 12, 31)
    assert usual_dates(CycleKind.SUPPORT_STAFF, date(2026, 9, 1))["head_final_by_date"] is None


@pytest.mark.parametrize(
    ("state", "due"),
    [
        (State.PLANNED, DATES.objectives_by),
        (State.OBJECTIVES_AGREED, DATES.mid_year_by),
        (State.MID_YEAR_REVIEWED, DATES.final_by),
        (State.FINAL_DRAFTED, DATES.final_by),
        (State.SIGNED, LAST),
        (State.APPEALED, None),
        (State.SUSPENDED, None),
    ],
)
def test_each_state_has_its_next_step_and_day(state: State, due: date | None) -> None:
    step = find_step(state, DATES, appeal_until=LAST)
    assert step is not None
    assert step.due_date == due


def test_a_closed_appraisal_waits_for_nothing() -> None:
    assert find_step(State.CLOSED, DATES) is None


@pytest.mark.parametrize("state", [State.OBJECTIVES_AGREED, State.FINAL_DRAFTED])
def test_whoever_has_done_their_share_is_no_longer_waited_for(state: State) -> None:
    step = find_step(state, DATES, done=frozenset({Part.APPRAISER}))
    assert step is not None
    assert (step.is_turn_of(Part.APPRAISER), step.is_turn_of(Part.APPRAISEE)) == (False, True)


@pytest.mark.parametrize(
    ("state", "resumes_as", "marks"),
    [
        ("planned", "", ["current", "todo", "todo", "todo", "todo"]),
        ("final_drafted", "", ["done", "done", "done", "current", "todo"]),
        ("closed", "", ["done"] * 5),
        ("suspended", "objectives_agreed", ["done", "current", "todo", "todo", "todo"]),
    ],
)
def test_path_shows_where_it_stands(state: str, resumes_as: str, marks: list[str]) -> None:
    assert [mark for _, mark in path_states(state, resumes_as)] == marks


@pytest.mark.parametrize(
    ("state", "current", "fourth"),
    [
        ("final_drafted", "Signed by both", "Signed by both"),
        ("appealed", "Appeal", "Appeal"),
        ("appeal_decided", "Closed", "Appeal"),
        ("signed", "Closed", "Signed by both"),
    ],
)
def test_an_appeal_stands_where_the_signatures_would(state: str, current: str, fourth: str) -> None:
    path = path_states(state)
    assert [label for label, mark in path if mark == "current"] == [current]
    assert path[3][0] == fourth
