"""The day the test of frequency, period or night is first met, against counting every window by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.domain.frequency import Attendance, Met, Pattern, Way, first_met

START = date(2026, 8, 1)
AS_AT = date(2026, 11, 22)
DAYS = st.integers(0, 90).map(lambda offset: START + timedelta(days=offset))
ATTENDED = st.lists(st.builds(Attendance, DAYS, st.sampled_from(["Ash", "Beech", None])), max_size=14)


def on(*days: str) -> list[Attendance]:
    return [Attendance(date.fromisoformat(day)) for day in days]


def counted(attendance: list[Attendance], *, as_at: date, counts_from: date | None) -> Met | None:
    """Every window of 30 days that has ended, counted one by one."""
    last = as_at
    end = max(counts_from or date(2026, 7, 1), date(2026, 7, 1))
    while end <= last:
        window = {end - timedelta(days=back) for back in range(30)}
        if len(window & {one.day for one in attendance}) > 3:
            return Met(Way.DAYS, end)
        end += timedelta(days=1)
    return None


@given(attendance=ATTENDED, as_at=DAYS, counts_from=st.none() | DAYS)
def test_days_are_those_of_a_count_by_hand(
    attendance: list[Attendance], as_at: date, counts_from: date | None
) -> None:
    expected = counted(attendance, as_at=as_at, counts_from=counts_from)

    assert first_met(None, attendance, as_at=as_at, counts_from=counts_from) == expected


@given(attendance=ATTENDED, more=ATTENDED, pattern=st.sampled_from([None, Pattern.WEEKLY]))
def test_more_attendance_never_meets_it_later(
    attendance: list[Attendance], more: list[Attendance], pattern: Pattern | None
) -> None:
    before = first_met(pattern, attendance, as_at=AS_AT)
    after = first_met(pattern, attendance + more, as_at=AS_AT)

    if before is not None:
        assert after is not None
        assert (after.since or date.max) <= (before.since or date.max)


@given(attendance=ATTENDED, as_at=DAYS)
def test_attendance_after_the_day_makes_no_difference(attendance: list[Attendance], as_at: date) -> None:
    past = [one for one in attendance if one.day <= as_at]

    assert first_met(Pattern.WEEKLY, attendance, as_at=as_at) == first_met(Pattern.WEEKLY, past, as_at=as_at)
    assert first_met(None, attendance, as_at=as_at) == first_met(None, past, as_at=as_at)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2026-10-01", "2026-10-02", "2026-10-03"), None),
        (("2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04"), date(2026, 10, 4)),
        (("2026-10-01", "2026-10-02", "2026-10-03", "2026-10-03"), None),
        (("2026-10-01", "2026-10-10", "2026-10-20", "2026-10-30"), date(2026, 10, 30)),
        (("2026-10-01", "2026-10-10", "2026-10-20", "2026-10-31"), None),
        (("2026-10-20", "2026-10-01", "2026-10-30", "2026-10-10"), date(2026, 10, 30)),
    ],
)
def test_more_than_three_days_in_any_thirty(days: tuple[str, ...], expected: date | None) -> None:
    found = first_met(None, on(*days), as_at=AS_AT)

    assert found == (None if expected is None else Met(Way.DAYS, expected))


def test_a_night_meets_it_at_once() -> None:
    night = [Attendance(date(2026, 11, 14), is_overnight=True)]

    assert first_met(None, night, as_at=date(2026, 11, 14)) == Met(Way.OVERNIGHT, date(2026, 11, 14))
    assert first_met(None, night, as_at=date(2026, 11, 13)) is None


@pytest.mark.parametrize(
    ("night", "expected"),
    [
        (date(2026, 10, 3), Met(Way.OVERNIGHT, date(2026, 10, 3))),
        (date(2026, 10, 5), Met(Way.DAYS, date(2026, 10, 4))),
    ],
)
def test_whichever_comes_first_meets_it(night: date, expected: Met) -> None:
    days = on("2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04")

    assert first_met(None, [*days, Attendance(night, is_overnight=True)], as_at=AS_AT) == expected


def test_a_weekly_pattern_meets_it_from_the_first_day_attended() -> None:
    assert first_met(Pattern.WEEKLY, on("2026-09-15", "2026-09-08"), as_at=AS_AT) == Met(
        Way.WEEKLY, date(2026, 9, 8)
    )
    assert first_met(Pattern.WEEKLY, [], as_at=AS_AT) == Met(Way.WEEKLY, None)


def test_every_week_for_years_is_no_pattern_unless_claimed() -> None:
    every_two_weeks = [Attendance(date(2026, 1, 6) + timedelta(days=14 * n)) for n in range(22)]

    assert first_met(None, every_two_weeks, as_at=AS_AT) is None


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        # Three days of August and one of September lie in one window, which ends in September.
        (("2026-08-20", "2026-08-25", "2026-08-28", "2026-09-02"), date(2026, 9, 2)),
        # All in August, but the window that ends on the first day still holds the four.
        (("2026-08-03", "2026-08-17", "2026-08-24", "2026-08-31"), date(2026, 9, 1)),
        # The first has left every window that ends on the first day or later.
        (("2026-08-02", "2026-08-17", "2026-08-24", "2026-08-31"), None),
        (("2026-06-01", "2026-06-02", "2026-06-03", "2026-06-04"), None),
    ],
)
def test_days_before_a_law_count_in_a_window_that_ends_under_it(
    days: tuple[str, ...], expected: date | None
) -> None:
    found = first_met(None, on(*days), as_at=AS_AT, counts_from=date(2026, 9, 1))

    assert found == (None if expected is None else Met(Way.DAYS, expected))


def test_nothing_is_met_before_a_law_counts_it() -> None:
    days = on("2026-08-03", "2026-08-17", "2026-08-24", "2026-08-31")
    counts_from = date(2026, 9, 1)

    assert first_met(Pattern.WEEKLY, days, as_at=date(2026, 8, 31), counts_from=counts_from) is None
    assert first_met(Pattern.WEEKLY, days, as_at=counts_from, counts_from=counts_from) == Met(
        Way.WEEKLY, counts_from
    )


@pytest.mark.parametrize(
    ("night", "expected"), [("2026-08-31", None), ("2026-09-01", Met(Way.OVERNIGHT, date(2026, 9, 1)))]
)
def test_a_night_before_a_law_does_not_count(night: str, expected: Met | None) -> None:
    nights = [Attendance(date.fromisoformat(night), is_overnight=True)]

    assert first_met(None, nights, as_at=AS_AT, counts_from=date(2026, 9, 1)) == expected
