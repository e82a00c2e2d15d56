from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.bank_holidays import bank_holidays
from core.domain.dates import (
    DayOrMonth,
    add_months,
    add_working_days,
    first_day_reaching,
    in_words,
    is_working_day,
    last_working_day_on_or_before,
    next_working_day_on_or_after,
    parse_day,
)

ANY_DAY = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 31), 3, date(2026, 4, 30)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
    ],
)
def test_add_months_keeps_the_day_or_takes_the_last(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)), st.integers(-1200, 1200))
def test_add_months_lands_in_that_month_and_never_on_a_later_day(day: date, months: int) -> None:
    moved = add_months(day, months)

    assert moved.year * 12 + moved.month == day.year * 12 + day.month + months
    assert moved.day == min(day.day, DayOrMonth.in_month(moved.year, moved.month).latest.day)


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        (date(2026, 11, 27), date(2026, 11, 27), date(2026, 11, 27)),
        (date(2026, 11, 28), date(2026, 11, 27), date(2026, 11, 30)),
        (date(2026, 11, 29), date(2026, 11, 27), date(2026, 11, 30)),
        (date(2026, 11, 30), date(2026, 11, 30), date(2026, 11, 30)),
        (date(2026, 8, 31), date(2026, 8, 28), date(2026, 9, 1)),
        (date(2026, 4, 6), date(2026, 4, 2), date(2026, 4, 7)),
        (date(2027, 1, 1), date(2026, 12, 31), date(2027, 1, 4)),
        (date(2026, 12, 27), date(2026, 12, 24), date(2026, 12, 29)),
        (date(2022, 9, 19), date(2022, 9, 16), date(2022, 9, 20)),
        (date(2020, 5, 4), date(2020, 5, 4), date(2020, 5, 4)),
    ],
)
def test_working_days_either_side_step_over_weekends_and_bank_holidays(
    day: date, before: date, after: date
) -> None:
    assert (last_working_day_on_or_before(day), next_working_day_on_or_after(day)) == (before, after)


@pytest.mark.parametrize(
    ("limit", "months", "first"),
    [
        (date(2026, 8, 31), 6, date(2026, 3, 1)),
        (date(2026, 8, 28), 6, date(2026, 2, 28)),
        (date(2027, 2, 28), 6, date(2026, 8, 28)),
        (date(2027, 3, 1), 6, date(2026, 9, 1)),
    ],
)
def test_first_day_reaching_a_limit(limit: date, months: int, first: date) -> None:
    assert first_day_reaching(limit, months) == first


@given(ANY_DAY, st.integers(1, 60))
def test_first_day_reaching_parts_those_before_from_those_after(limit: date, months: int) -> None:
    first = first_day_reaching(limit, months)

    assert add_months(first, months) >= limit
    assert add_months(first - timedelta(days=1), months) < limit


def days_off(day: date) -> bool:
    return day.strftime("%a") in {"Sat", "Sun"} or day in bank_holidays(day.year)


@given(ANY_DAY)
def test_working_days_either_side_are_the_nearest_found_by_looking(day: date) -> None:
    around = [day + timedelta(days=ahead) for ahead in range(-10, 11)]
    working = [one for one in around if not days_off(one)]

    assert is_working_day(day) is (day in working)
    assert last_working_day_on_or_before(day) == max(one for one in working if one <= day)
    assert next_working_day_on_or_after(day) == min(one for one in working if one >= day)


@given(ANY_DAY, st.integers(1, 40))
def test_add_working_days_counts_the_days_worked_between(day: date, number: int) -> None:
    ahead, back = add_working_days(day, number), add_working_days(day, -number)
    days_ahead = [day + timedelta(days=one) for one in range(1, (ahead - day).days + 1)]
    days_back = [day - timedelta(days=one) for one in range(1, (day - back).days + 1)]

    assert [len([one for one in days if not days_off(one)]) for days in (days_ahead, days_back)] == [
        number,
        number,
    ]
    assert (is_working_day(ahead), is_working_day(back)) == (True, True)


@pytest.mark.parametrize("day", [date(2026, 11, 27), date(2026, 11, 28)])
def test_add_no_working_days_is_the_day_itself(day: date) -> None:
    assert add_working_days(day, 0) == day


def test_in_words_has_no_leading_nought() -> None:
    assert in_words(date(2026, 9, 1)) == "1 September 2026"


@pytest.mark.parametrize(
    "text",
    [
        "2026-9-1",
        "20260901",
        "2026-W36-2",
        "2026-09-01T00:00",
        " 2026-09-01",
        "2026-09-31",
        "2026-09",
        "",
        "٢٠٢٦-09-01",
    ],
)
def test_parse_day_refuses_every_other_shape(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse_day(text)


def test_day_or_month_of_a_day_is_exact() -> None:
    day = DayOrMonth.parse("2024-09-15")

    assert (day, day.is_exact, str(day)) == (DayOrMonth.on(date(2024, 9, 15)), True, "2024-09-15")


@pytest.mark.parametrize(
    ("text", "last"), [("2024-02", 29), ("2025-02", 28), ("2025-04", 30), ("2025-12", 31)]
)
def test_day_or_month_of_a_month_stands_for_all_of_its_days(text: str, last: int) -> None:
    month = DayOrMonth.parse(text)

    assert month == DayOrMonth(
        date.fromisoformat(f"{text}-01"), date.fromisoformat(f"{text}-01").replace(day=last)
    )
    assert (month.is_exact, str(month)) == (False, text)


@pytest.mark.parametrize("text", ["2024", "2024-13", "2024-00", "0000-01", "2024-1", "09/2024", "2024-02-30"])
def test_day_or_month_refuses_what_is_neither(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        DayOrMonth.parse(text)


@given(st.dates())
def test_day_or_month_is_written_as_it_is_read(day: date) -> None:
    month = DayOrMonth.in_month(day.year, day.month)

    assert DayOrMonth.parse(str(DayOrMonth.on(day))) == DayOrMonth.on(day)
    assert DayOrMonth.parse(str(month)) == month
