from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from compliance.domain.school_calendar import list_months


@given(st.dates(date(2020, 1, 1), date(2060, 12, 31)))
def test_the_strip_begins_with_today_and_leaves_no_day_out(day: date) -> None:
    strip = list_months(day)
    assert (len(strip), strip[0].holds(day)) == (12, True)
    assert [later.first - earlier.last for earlier, later in pairwise(strip)] == [timedelta(days=1)] * 11
    assert len({one.key for one in strip}) == 12
