from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.domain.school_calendar import list_half_terms, list_months, school_year_of

ANY_DAY = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(("day", "year"), [(date(2026, 8, 31), 2025), (date(2026, 9, 1), 2026)])
def test_school_year_begins_on_1_september(day: date, year: int) -> None:
    assert school_year_of(day) == year


@pytest.mark.parametrize(
    ("day", "label", "first", "last"),
    [
        (date(2026, 9, 1), "Autumn 1", date(2026, 9, 1), date(2026, 10, 31)),
        (date(2026, 10, 31), "Autumn 1", date(2026, 9, 1), date(2026, 10, 31)),
        (date(2026, 11, 1), "Autumn 2", date(2026, 11, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), "Spring 1", date(2027, 1, 1), date(2027, 2, 28)),
        (date(2028, 2, 29), "Spring 1", date(2028, 1, 1), date(2028, 2, 29)),
        (date(2027, 3, 1), "Spring 2", date(2027, 3, 1), date(2027, 3, 31)),
        (date(2027, 4, 1), "Summer 1", date(2027, 4, 1), date(2027, 5, 31)),
        (date(2027, 6, 1), "Summer 2", date(2027, 6, 1), date(2027, 8, 31)),
        (date(2027, 8, 31), "Summer 2", date(2027, 6, 1), date(2027, 8, 31)),
    ],
)
def test_half_terms_are_whole_months(day: date, label: str, first: date, last: date) -> None:
    now = list_half_terms(day)[0]

    assert (now.label, now.first, now.last) == (label, first, last)


@given(ANY_DAY)
def test_strips_begin_with_today_and_leave_no_day_out(day: date) -> None:
    for strip, number in ((list_months(day), 12), (list_half_terms(day), 6)):
        assert (len(strip), strip[0].holds(day)) == (number, True)
        assert [later.first - earlier.last for earlier, later in pairwise(strip)] == [timedelta(days=1)] * (
            number - 1
        )
        assert len({one.key for one in strip}) == number
