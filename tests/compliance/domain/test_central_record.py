"""What stands in a cell of the central record, rule and check side by side."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.central_record import (
    COLUMNS,
    LOCAL,
    STATE_LABELS,
    STATE_MEANINGS,
    STATUTORY,
    CellState,
    Terms,
    judge_cell,
)
from compliance.domain.held_checks import HeldCheck, Outcome, take_together
from compliance.domain.record_due import last_day_in_time
from compliance.domain.requirement import Post, Requirement, RoleFacts, Status, depends
from core.domain.schools import SchoolType

DAY = date(2026, 11, 2)
START = date(2026, 9, 1)
TERMS = Terms(DAY, soon_days=60)
DONE = HeldCheck(CheckType.IDENTITY, is_done=True, done_date=date(2026, 8, 20), outcome=Outcome.CLEAR)
ASKED = HeldCheck(CheckType.IDENTITY, is_done=False, requested_date=date(2026, 10, 1))
REQUIRED = Requirement(Status.REQUIRED, "because")


def state(requirement: Requirement, held: HeldCheck | None, terms: Terms = TERMS) -> CellState:
    return judge_cell(requirement, held, due=START, terms=terms).state


@pytest.mark.parametrize(
    ("status", "without", "asked", "done"),
    [
        (Status.REQUIRED, "missing", "asked_for", "complete"),
        (Status.SHOULD, "missing", "asked_for", "complete"),
        (Status.ASSURANCE, "missing", "asked_for", "complete"),
        (Status.NOT_REQUIRED, "not_required", "not_required", "complete"),
        (Status.NOT_PERMITTED, "not_required", "not_required", "not_permitted"),
    ],
)
def test_state_follows_rule_and_check(status: Status, without: str, asked: str, done: str) -> None:
    requirement = Requirement(status, "because")

    assert [state(requirement, held).value for held in (None, ASKED, DONE)] == [without, asked, done]


@pytest.mark.parametrize(
    ("needs", "without"),
    [
        (("policy",), "policy"),
        (("lived_abroad",), "undecided"),
        (("lived_abroad", "policy"), "undecided"),
    ],
)
def test_what_depends_is_found_out_or_left_to_the_policy(needs: tuple[str, ...], without: str) -> None:
    requirement = depends("It depends.", *needs)

    assert [state(requirement, held).value for held in (None, ASKED, DONE)] == [
        without,
        "asked_for",
        "complete",
    ]


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        (START - timedelta(days=1), CellState.COMPLETE),
        (START, CellState.COMPLETE),
        (START + timedelta(days=1), CellState.LATE),
    ],
)
def test_on_the_first_day_is_in_time_and_the_day_after_is_late(done: date, expected: CellState) -> None:
    assert state(REQUIRED, replace(DONE, done_date=done)) == expected


def test_nothing_is_late_for_a_start_nobody_knows() -> None:
    assert judge_cell(REQUIRED, replace(DONE, done_date=DAY), due=None, terms=TERMS).state == (
        CellState.COMPLETE
    )


@pytest.mark.parametrize("status", [Status.NOT_REQUIRED, Status.DEPENDS])
def test_what_nobody_asks_for_is_never_late(status: Status) -> None:
    requirement = Requirement(status, "because", ("policy",))

    assert state(requirement, replace(DONE, done_date=DAY)) == CellState.COMPLETE


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (DAY - timedelta(days=1), CellState.EXPIRED),
        (DAY, CellState.EXPIRING),
        (DAY + timedelta(days=60), CellState.EXPIRING),
        (DAY + timedelta(days=61), CellState.COMPLETE),
    ],
)
@pytest.mark.parametrize("name", ["expires_date", "recheck_date"])
def test_expiring_begins_as_many_days_ahead_as_the_policy_says(
    until: date, expected: CellState, name: str
) -> None:
    assert state(REQUIRED, replace(DONE, **{name: until})) == expected


def test_the_earlier_of_law_and_policy_ends_a_check() -> None:
    held = replace(DONE, expires_date=date(2027, 6, 1), recheck_date=date(2026, 11, 30))

    cell = judge_cell(REQUIRED, held, due=START, terms=TERMS)

    assert (cell.state, cell.day) == (CellState.EXPIRING, date(2026, 11, 30))


def test_what_ends_outweighs_that_it_was_late_and_both_are_known() -> None:
    held = replace(DONE, done_date=date(2026, 9, 2), expires_date=DAY)

    cell = judge_cell(REQUIRED, held, due=START, terms=TERMS)

    assert (cell.state, cell.is_late, cell.word) == (CellState.EXPIRING, True, "Expiring, made late")


def test_a_check_without_a_date_says_so() -> None:
    cell = judge_cell(REQUIRED, replace(DONE, done_date=None), due=START, terms=TERMS)

    assert (cell.state, cell.day, cell.is_late) == (CellState.DATE_MISSING, None, False)


@pytest.mark.parametrize(("shows", "expected"), [(True, CellState.TO_CONSIDER), (False, CellState.COMPLETE)])
def test_an_outcome_is_told_only_to_those_who_decide(shows: bool, expected: CellState) -> None:
    terms = replace(TERMS, shows_outcomes=shows)

    assert state(REQUIRED, replace(DONE, outcome=Outcome.CONCERN), terms) == expected


def test_a_cell_shows_the_day_that_matters() -> None:
    days = [
        judge_cell(REQUIRED, held, due=START, terms=TERMS).day
        for held in (None, ASKED, DONE, replace(DONE, expires_date=DAY))
    ]

    assert days == [None, date(2026, 10, 1), date(2026, 8, 20), DAY]


def test_statutory_columns_come_first_and_every_check_has_one() -> None:
    assert [column.check.value for column in STATUTORY] == [
        "identity",
        "children_barred_list",
        "enhanced_dbs",
        "prohibition_teaching",
        "overseas",
        "qualifications",
        "right_to_work",
        "s128",
    ]
    assert COLUMNS == STATUTORY + LOCAL
    assert {column.check for column in COLUMNS} == set(CheckType)
    assert [column.is_statutory for column in COLUMNS] == [True] * 8 + [False] * 6


def test_every_state_has_a_word_and_a_meaning() -> None:
    assert set(STATE_LABELS) == set(STATE_MEANINGS) == set(CellState)
    assert len(set(STATE_LABELS.values())) == len(CellState)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (None, None),
        (date(2026, 8, 31), date(2026, 9, 1)),
        (date(2026, 9, 1), date(2026, 9, 1)),
        (date(2026, 9, 2), date(2026, 9, 2)),
    ],
)
def test_a_rule_that_began_after_the_start_is_kept_in_time_on_its_first_day(
    start: date | None, expected: date | None
) -> None:
    """A supervised volunteer: the barred list was not asked for before 1 September 2026."""
    post = Post(DAY, SchoolType.ACADEMY, WorkerCategory.VOLUNTEER_RA, RoleFacts(supervised=True))

    assert last_day_in_time(CheckType.CHILDREN_BARRED_LIST, post, start) == expected


def test_a_rule_that_asked_before_too_is_kept_from_the_start() -> None:
    post = Post(DAY, SchoolType.ACADEMY, WorkerCategory.VOLUNTEER_RA, RoleFacts(supervised=False))

    assert last_day_in_time(CheckType.CHILDREN_BARRED_LIST, post, date(2024, 9, 1)) == date(2024, 9, 1)


def test_of_what_is_checked_once_the_latest_made_answers_with_its_first_day() -> None:
    early = replace(DONE, done_date=date(2020, 1, 6), ids=(1,))
    late = replace(DONE, done_date=date(2026, 1, 6), ids=(2,), done_by="Nia Owen")
    asked = replace(ASKED, ids=(3,))

    found = take_together([early, late, asked])[CheckType.IDENTITY]

    assert (found.ids, found.done_date, found.first_done_date, found.is_late(date(2020, 1, 6))) == (
        (2,),
        date(2026, 1, 6),
        date(2020, 1, 6),
        False,
    )
    assert found.is_late(date(2020, 1, 5)) is True


def test_what_there_may_be_several_of_is_done_when_each_is() -> None:
    one = HeldCheck(CheckType.QUALIFICATIONS, is_done=True, done_date=date(2026, 8, 1), ids=(1,))
    asked = HeldCheck(CheckType.QUALIFICATIONS, is_done=False, requested_date=date(2026, 8, 2), ids=(2,))

    found = take_together([one, asked])[CheckType.QUALIFICATIONS]

    assert (found.is_done, found.ids) == (False, (1, 2))
