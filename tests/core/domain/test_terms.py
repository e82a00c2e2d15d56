"""Half terms and terms: a school's own where it has written them down, months where not."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.errors import DomainError
from core.domain.terms import MONTHS, SchoolTerms, Span, check_half_terms, school_year_of

ANY_DAY = st.dates(date(2020, 1, 1), date(2060, 12, 31))
OWN: tuple[Span, ...] = (
    (date(2026, 9, 2), date(2026, 10, 23)),
    (date(2026, 11, 2), date(2026, 12, 18)),
    (date(2027, 1, 4), date(2027, 2, 12)),
    (date(2027, 2, 22), date(2027, 3, 25)),
    (date(2027, 4, 12), date(2027, 5, 28)),
    (date(2027, 6, 7), date(2027, 7, 21)),
)
TERMS = SchoolTerms({2026: OWN})


@pytest.mark.parametrize(("day", "year"), [(date(2026, 8, 31), 2025), (date(2026, 9, 1), 2026)])
def test_school_year_begins_on_1_september(day: date, year: int) -> None:
    assert school_year_of(day) == year


@pytest.mark.parametrize(
    ("day", "label", "first", "last"),
    [
        (date(2026, 9, 1), "Autumn 1", date(2026, 9, 1), date(2026, 10, 31)),
        (date(2026, 10, 31), "Autumn 1", date(2026, 9, 1), date(2026, 10, 31)),
        (date(2026, 11, 1), "Autumn 2", date(2026, 11, 1), date(2026, 12, 31)),
        (date(2028, 2, 29), "Spring 1", date(2028, 1, 1), date(2028, 2, 29)),
        (date(2027, 3, 1), "Spring 2", date(2027, 3, 1), date(2027, 3, 31)),
        (date(2027, 4, 1), "Summer 1", date(2027, 4, 1), date(2027, 5, 31)),
        (date(2027, 8, 31), "Summer 2", date(2027, 6, 1), date(2027, 8, 31)),
    ],
)
def test_without_dates_half_terms_are_whole_months(day: date, label: str, first: date, last: date) -> None:
    now = MONTHS.half_terms_from(day)[0]
    assert (now.label, now.first, now.last) == (label, first, last)


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2026, 9, 1), "Autumn 1"),
        (date(2026, 10, 23), "Autumn 1"),
        (date(2026, 11, 1), "Autumn 1"),
        (date(2026, 11, 2), "Autumn 2"),
        (date(2027, 1, 3), "Autumn 2"),
        (date(2027, 1, 4), "Spring 1"),
        (date(2027, 8, 31), "Summer 2"),
        (date(2027, 9, 1), "Autumn 1"),
    ],
)
def test_holidays_count_with_the_half_term_before_them(day: date, label: str) -> None:
    assert TERMS.half_terms_from(day)[0].label == label


@pytest.mark.parametrize(
    ("day", "label", "first", "last"),
    [
        (date(2026, 9, 1), "Autumn 2026", date(2026, 9, 1), date(2027, 1, 3)),
        (date(2027, 1, 3), "Autumn 2026", date(2026, 9, 1), date(2027, 1, 3)),
        (date(2027, 1, 4), "Spring 2027", date(2027, 1, 4), date(2027, 4, 11)),
        (date(2027, 4, 12), "Summer 2027", date(2027, 4, 12), date(2027, 8, 31)),
        (date(2027, 9, 1), "Autumn 2027", date(2027, 9, 1), date(2027, 12, 31)),
        (date(2026, 8, 31), "Summer 2026", date(2026, 4, 1), date(2026, 8, 31)),
    ],
)
def test_a_term_is_the_schools_own_in_its_year_and_months_in_others(
    day: date, label: str, first: date, last: date
) -> None:
    term = TERMS.term_of(day)
    assert (term.label, term.first, term.last) == (label, first, last)
    assert (TERMS.says(2026), TERMS.says(2027)) == (True, False)


@given(ANY_DAY, st.sampled_from([MONTHS, TERMS]))
def test_no_day_is_left_out_and_none_is_held_twice(day: date, terms: SchoolTerms) -> None:
    year = school_year_of(day)
    for periods in (terms.half_terms_of(year), terms.terms_of(year), terms.half_terms_from(day)):
        assert sum(one.holds(day) for one in periods) == 1
    joined = terms.terms_of(year)
    assert [two.first - one.last for one, two in pairwise(joined)] == [timedelta(days=1)] * 2


def test_what_is_stored_is_read_again() -> None:
    assert SchoolTerms.read(TERMS.store()) == SchoolTerms({2026: list(OWN)})


def changed(place: int, first: date, last: date) -> list[Span]:
    return [*OWN[:place], (first, last), *OWN[place + 1 :]]


@pytest.mark.parametrize(
    ("spans", "field"),
    [
        (OWN, None),
        (changed(1, date(2026, 10, 24), date(2026, 12, 18)), None),
        (changed(1, date(2026, 10, 23), date(2026, 12, 18)), "first_1"),
        (changed(2, date(2027, 1, 4), date(2027, 1, 4)), None),
        (changed(2, date(2027, 1, 4), date(2027, 1, 3)), "last_2"),
        (changed(0, date(2026, 8, 15), date(2026, 10, 23)), None),
        (changed(0, date(2026, 8, 14), date(2026, 10, 23)), "first_0"),
        (changed(5, date(2027, 6, 7), date(2027, 8, 31)), None),
        (changed(5, date(2027, 6, 7), date(2027, 9, 1)), "last_5"),
    ],
)
def test_half_terms_come_in_order_within_their_year(spans: list[Span], field: str | None) -> None:
    if field is None:
        check_half_terms(2026, spans)
    else:
        with pytest.raises(DomainError) as caught:
            check_half_terms(2026, spans)
        assert caught.value.field == field


def test_there_are_six_or_none() -> None:
    with pytest.raises(DomainError, match="all six"):
        check_half_terms(2026, OWN[:5])
