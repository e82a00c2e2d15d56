from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd.domain.terms import term_after, term_of


@pytest.mark.parametrize(
    ("day", "label", "first", "last"),
    [
        (date(2026, 8, 31), "Summer 2026", date(2026, 4, 1), date(2026, 8, 31)),
        (date(2026, 9, 1), "Autumn 2026", date(2026, 9, 1), date(2026, 12, 31)),
        (date(2026, 12, 31), "Autumn 2026", date(2026, 9, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), "Spring 2027", date(2027, 1, 1), date(2027, 3, 31)),
        (date(2027, 4, 1), "Summer 2027", date(2027, 4, 1), date(2027, 8, 31)),
    ],
)
def test_term_of_a_day(day: date, label: str, first: date, last: date) -> None:
    term = term_of(day)

    assert (term.label, term.first, term.last) == (label, first, last)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_terms_follow_one_another_without_a_gap(day: date) -> None:
    term = term_of(day)

    assert term.holds(day)
    assert term_after(term).first == term.last + timedelta(days=1)
    assert not term.holds(term.first - timedelta(days=1))
