"""The bank holidays of England against the published list, written out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.bank_holidays import bank_holidays, easter_sunday

BANK_HOLIDAYS = {
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
}


@pytest.mark.parametrize(("year", "days"), BANK_HOLIDAYS.items())
def test_bank_holidays_are_those_published(year: int, days: str) -> None:
    assert bank_holidays(year) == {date.fromisoformat(f"{year}-{day}") for day in days.split()}


@pytest.mark.parametrize(
    ("year", "easter"),
    [
        (1900, date(1900, 4, 15)),
        (1954, date(1954, 4, 18)),
        (1961, date(1961, 4, 2)),
        (1981, date(1981, 4, 19)),
        (2000, date(2000, 4, 23)),
        (2008, date(2008, 3, 23)),
        (2011, date(2011, 4, 24)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
        (2049, date(2049, 4, 18)),
        (2285, date(2285, 3, 22)),
    ],
)
def test_easter_sunday_of_known_years(year: int, easter: date) -> None:
    assert easter_sunday(year) == easter


@given(st.integers(1900, 3100))
def test_easter_is_a_sunday_from_22_march_to_25_april(year: int) -> None:
    easter = easter_sunday(year)

    assert easter.weekday() == 6
    assert date(year, 3, 22) <= easter <= date(year, 4, 25)


@given(st.integers(2024, 3100))
def test_ordinary_year_has_eight_bank_holidays_all_on_weekdays(year: int) -> None:
    days = bank_holidays(year)

    assert (len(days), max(day.weekday() for day in days)) == (8, 4)


@given(st.integers(2024, 3100))
def test_mondays_in_may_and_august_are_the_first_and_the_last(year: int) -> None:
    may = [day for day in bank_holidays(year) if day.month == 5]
    august = [day for day in bank_holidays(year) if day.month == 8]

    assert {day.weekday() for day in may + august} == {0}
    assert sorted((day - timedelta(days=7)).month for day in may) == [4, 5]
    assert [(day + timedelta(days=7)).month for day in (max(may), *august)] == [6, 9]
