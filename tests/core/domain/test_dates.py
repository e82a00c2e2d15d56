from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.dates import DayOrMonth, add_months, parse_day


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
