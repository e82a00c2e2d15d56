"""Hours by person and term: exact, confirmed alone, in the term of their day."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.terms import school_year_of
from cpd.domain.hours import Attended, Hours, add_up, to_hours, year_in_words
from tests.core.domain.test_terms import TERMS

DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
ATTENDED = st.builds(Attended, DAYS, st.none() | st.integers(1, 400), st.booleans())


def test_hours_go_by_the_schools_own_terms() -> None:
    """A day in the Christmas holidays is of the autumn, wherever the year ends in between."""
    attended = [
        Attended(date(2027, 1, 3), 4, is_confirmed=True),
        Attended(date(2027, 1, 4), 2, is_confirmed=True),
    ]
    assert add_up(attended, 2026, TERMS).by_term == (4, 2, 0)
    assert add_up(attended, 2026).by_term == (0, 6, 0)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 8, 31), (0, 0, 0)),
        (date(2026, 9, 1), (6, 0, 0)),
        (date(2026, 12, 31), (6, 0, 0)),
        (date(2027, 1, 1), (0, 6, 0)),
        (date(2027, 3, 31), (0, 6, 0)),
        (date(2027, 4, 1), (0, 0, 6)),
        (date(2027, 8, 31), (0, 0, 6)),
        (date(2027, 9, 1), (0, 0, 0)),
    ],
)
def test_training_counts_in_the_term_of_its_day(day: date, expected: tuple[int, ...]) -> None:
    assert add_up([Attended(day, 6)], 2026).by_term == expected


def test_what_waits_and_what_has_no_hours_is_told_apart() -> None:
    day = date(2026, 11, 2)
    attended = [
        Attended(day, 5),
        Attended(day, None),
        Attended(day, 8, is_confirmed=False),
        Attended(day, None, is_confirmed=False),
    ]
    assert add_up(attended, 2026) == Hours((5, 0, 0), waiting=8, without_hours=1)


@given(st.lists(ATTENDED, max_size=30), st.integers(2024, 2027))
def test_terms_add_up_to_the_confirmed_hours_of_the_year(attended: list[Attended], year: int) -> None:
    hours = add_up(attended, year)
    of_year = [one for one in attended if school_year_of(one.day) == year]
    assert hours.total == sum(one.quarters or 0 for one in of_year if one.is_confirmed)
    assert hours.total + hours.waiting == sum(one.quarters or 0 for one in of_year)


@pytest.mark.parametrize(
    ("quarters", "text"), [(0, "0"), (1, "0.25"), (6, "1.5"), (40, "10"), (401, "100.25")]
)
def test_hours_are_exact_and_short(quarters: int, text: str) -> None:
    assert f"{to_hours(quarters):f}" == text


@given(st.integers(0, 40_000))
def test_hours_are_quarters_of_themselves(quarters: int) -> None:
    assert to_hours(quarters) * 4 == Decimal(quarters)


@pytest.mark.parametrize(("year", "words"), [(2026, "2026/27"), (2099, "2099/00"), (2008, "2008/09")])
def test_year_in_words(year: int, words: str) -> None:
    assert year_in_words(year) == words
