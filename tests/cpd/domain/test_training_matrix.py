"""Of whom training is asked and how it stands."""

from datetime import date

import pytest

from compliance.domain.categories import WorkerCategory
from cpd.domain.training import Award
from cpd.domain.training_matrix import (
    NOTHING,
    AskedOf,
    Cell,
    CellState,
    Column,
    Demand,
    Why,
    Worker,
    count_states,
    is_asked_by_rule,
    judge_cell,
    lapses_within,
    whys_for,
    with_named,
)
from cpd.domain.training_rules import RULES, Basis, CourseKey

DAY = date(2026, 11, 28)
WHY = Why("Guidance asks it.")
_K, _W = CourseKey, WorkerCategory


@pytest.mark.parametrize(
    ("key", "worker", "asked"),
    [
        (_K.KCSIE_READ, Worker(_W.TEACHER), True),
        (_K.KCSIE_READ, Worker(_W.SUPPLY_AGENCY), True),
        (_K.KCSIE_READ, Worker(None), True),
        (_K.KCSIE_READ, Worker(_W.TRUSTEE_ACADEMY), False),
        (_K.KCSIE_READ, Worker(_W.VOLUNTEER_RA), False),
        (_K.SAFEGUARDING_INDUCTION, Worker(_W.TRUSTEE_ACADEMY), True),
        (_K.SAFEGUARDING_INDUCTION, Worker(_W.CONTRACTOR_NONE), False),
        (_K.GOVERNOR_SAFEGUARDING, Worker(_W.TRUSTEE_ACADEMY), True),
        (_K.GOVERNOR_SAFEGUARDING, Worker(_W.TEACHER), False),
        (_K.GOVERNOR_SAFEGUARDING, Worker(_W.TEACHER, is_governor=True), True),
        (_K.EYFS_SAFEGUARDING, Worker(_W.EY_WRAP), True),
        (_K.EYFS_SAFEGUARDING, Worker(_W.TEACHER), False),
        (_K.EYFS_SAFEGUARDING, Worker(_W.TEACHER, is_early_years=True), True),
        (_K.FAW, Worker(_W.TEACHER), False),
        (_K.DATA_PROTECTION, Worker(_W.TEACHER), False),
    ],
)
def test_rules_ask_whom_they_name(key: CourseKey, worker: Worker, asked: bool) -> None:
    assert is_asked_by_rule(RULES[key], worker) is asked


def column(key: CourseKey, course_id: int = 1) -> Column:
    rule = RULES[key]
    return Column(course_id, rule.name, rule, rule.renewal_months, rule.basis)


def test_rule_comes_before_what_the_school_asks() -> None:
    demands = [Demand(1, AskedOf.EVERYBODY, "Agreed")]

    (why,) = whys_for([column(_K.FIRE)], Worker(_W.TEACHER), demands)

    assert why == Why("Law asks it. Of whom: all staff.")


@pytest.mark.parametrize(
    ("demand", "category", "text"),
    [
        (Demand(1, AskedOf.EVERYBODY, "Agreed"), _W.CONTRACTOR_NONE, "everybody at work here: Agreed"),
        (Demand(1, AskedOf.KIND, "Agreed", "support"), _W.TA_ELSA, "support staff: Agreed"),
        (Demand(1, AskedOf.KIND, "Agreed", "support"), _W.TEACHER, None),
        (Demand(1, AskedOf.EARLY_YEARS, "Agreed"), _W.EY_WRAP, "whoever works in early years: Agreed"),
        (Demand(1, AskedOf.EARLY_YEARS, "Agreed"), _W.TEACHER, None),
        (Demand(2, AskedOf.EVERYBODY, "Agreed"), _W.TEACHER, None),
        (Demand(1, AskedOf.PERSON, "Agreed", engagement_id=7), _W.TEACHER, None),
    ],
)
def test_school_asks_whom_it_names(demand: Demand, category: WorkerCategory, text: str | None) -> None:
    (why,) = whys_for([column(_K.FAW)], Worker(category), [demand])

    assert why == (Why(f"The school asks it of {text}") if text else None)


def test_named_person_is_asked_beside_the_groups() -> None:
    columns = [column(_K.FAW, 1), column(_K.KCSIE_READ, 2)]
    whys = whys_for(columns, Worker(_W.TEACHER), [])

    named = with_named(whys, columns, [Demand(1, AskedOf.PERSON, "First aider", engagement_id=7)])

    assert [why.text if why else None for why in named] == [
        "The school asks it of this person by name: First aider",
        "Guidance asks it. Of whom: all staff.",
    ]


def test_senco_has_a_deadline_from_the_appointment() -> None:
    columns = [column(_K.SENCO_NPQ)]
    demand = Demand(1, AskedOf.PERSON, "SENCO", engagement_id=7, appointed_date=date(2024, 9, 1))

    (why,) = with_named((None,), columns, [demand])

    assert why is not None
    assert why.deadline == date(2027, 9, 1)
    assert judge_cell(None, [], why, as_at=DAY) == Cell(CellState.MISSING, date(2027, 9, 1), None, why)


@pytest.mark.parametrize(
    ("awards", "why", "state", "due"),
    [
        ([], WHY, CellState.MISSING, None),
        ([], None, CellState.NOT_REQUIRED, None),
        ([date(2024, 11, 28)], WHY, CellState.EXPIRED, date(2026, 11, 28)),
        ([date(2024, 11, 29)], WHY, CellState.DUE_SOON, date(2026, 11, 29)),
        ([date(2025, 1, 27)], WHY, CellState.DUE_SOON, date(2027, 1, 27)),
        ([date(2025, 1, 28)], WHY, CellState.VALID, date(2027, 1, 28)),
        ([date(2025, 1, 28), date(2020, 1, 1)], WHY, CellState.VALID, date(2027, 1, 28)),
        ([date(2026, 11, 29)], WHY, CellState.MISSING, None),
        ([date(2025, 1, 28)], None, CellState.VALID, date(2027, 1, 28)),
        ([date(2020, 1, 1)], None, CellState.NOT_REQUIRED, None),
    ],
)
def test_cell_stands_by_the_award_that_counts_longest(
    awards: list[date], why: Why | None, state: CellState, due: date | None
) -> None:
    cell = judge_cell(24, [Award(day) for day in awards], why, as_at=DAY)

    assert (cell.state, cell.due_date) == (state, due)


def test_later_award_that_prints_an_earlier_end_does_not_shorten_the_first() -> None:
    awards = [Award(date(2025, 11, 1)), Award(date(2026, 1, 1), date(2026, 6, 30))]

    assert judge_cell(24, awards, WHY, as_at=DAY).due_date == date(2027, 11, 1)


def test_what_nothing_ends_is_held() -> None:
    assert judge_cell(None, [Award(date(2001, 1, 1))], WHY, as_at=DAY).state == CellState.NO_EXPIRY


@pytest.mark.parametrize(
    ("due", "lapses"),
    [
        (date(2026, 8, 31), False),
        (date(2026, 9, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_lapses_within_a_term_includes_both_its_ends(due: date, lapses: bool) -> None:
    cell = Cell(CellState.DUE_SOON, due, None, WHY)

    assert lapses_within(cell, date(2026, 9, 1), date(2026, 12, 31)) is lapses


def test_what_is_not_asked_does_not_lapse() -> None:
    cell = Cell(CellState.DUE_SOON, date(2026, 12, 1))

    assert not lapses_within(cell, date(2026, 9, 1), date(2026, 12, 31))


def test_count_states_counts_every_cell() -> None:
    rows = [(NOTHING, Cell(CellState.MISSING)), (NOTHING, NOTHING)]

    counts = count_states(rows)

    assert (counts[CellState.NOT_REQUIRED], counts[CellState.MISSING], counts[CellState.VALID]) == (3, 1, 0)


def test_basis_words_tell_all_four_apart() -> None:
    from cpd.domain.training_matrix import BASIS_WORDS

    assert [BASIS_WORDS[basis] for basis in Basis] == ["Law", "Guidance", "Network", "Policy"]
