"""Dates in every shape an office writes them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.domain.central_record_dates import (
    DateFault,
    DateRole,
    date_of_figures,
    date_of_serial,
    find_dates,
    year_in_full,
)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("12/9/22", "2022-09-12"),
        ("12.09.2022", "2022-09-12"),
        ("12-9-22", "2022-09-12"),
        ("12 09 2022", "2022-09-12"),
        ("12//9/22", "2022-09-12"),
        ("2022-09-12", "2022-09-12"),
        ("2022-09-12 00:00:00", "2022-09-12"),
        ("12th Sept 2022", "2022-09-12"),
        ("12 September 2022", "2022-09-12"),
        ("the 12th of September, 2022", "2022-09-12"),
        ("Monday 12 September 2022", "2022-09-12"),
        ("12-Sep-22", "2022-09-12"),
        ("12Sept22", "2022-09-12"),
        ("September 12, 2022", "2022-09-12"),
        ("Sept 12th 2022", "2022-09-12"),
        ("29/2/24", "2024-02-29"),
    ],
)
def test_a_day_is_found_in_every_shape(text: str, iso: str) -> None:
    assert [(one.iso, one.fault) for one in find_dates(text)] == [(iso, None)]


@pytest.mark.parametrize(
    ("text", "iso", "fault"),
    [
        ("Sept 19", "2019-09", DateFault.NO_DAY),
        ("Sept '19", "2019-09", DateFault.NO_DAY),
        ("April 2018", "2018-04", DateFault.NO_DAY),
        ("09/2019", "2019-09", DateFault.NO_DAY),
        ("9/19", "2019-09", DateFault.NO_DAY),
        ("1998", "1998", DateFault.NO_DAY),
        ("26/8", None, DateFault.NO_YEAR),
        ("3/4", None, DateFault.NO_YEAR),
        ("12 Sept", None, DateFault.NO_YEAR),
        ("08/25/2020", "2020-08-25", DateFault.MONTH_FIRST),
        ("30/02/23", None, DateFault.NO_SUCH_DATE),
        ("29/2/23", None, DateFault.NO_SUCH_DATE),
        ("31st June 2022", None, DateFault.NO_SUCH_DATE),
        ("45/13/22", None, DateFault.NO_SUCH_DATE),
        ("12/9/202", None, DateFault.NO_SUCH_DATE),
    ],
)
def test_what_is_no_certain_day_says_why(text: str, iso: str | None, fault: DateFault) -> None:
    assert [(one.iso, one.fault) for one in find_dates(text)] == [(iso, fault)]


@pytest.mark.parametrize("text", ["mayor 22", "x2", "Year 5", "May be seen", "1.73531E+09", "0017 6628 1709"])
def test_other_words_and_numbers_are_no_dates(text: str) -> None:
    assert [one.iso for one in find_dates(text) if one.iso] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Passport 12/9/22 JB", [("2022-09-12", DateRole.DONE)]),
        ("BRP exp 03/25", [("2025-03", DateRole.EXPIRY)]),
        ("seen 1/9/22, valid until 1/3/25", [("2022-09-01", DateRole.DONE), ("2025-03-01", DateRole.EXPIRY)]),
        ("DOB 1/2/80 seen 3/9/20", [("1980-02-01", DateRole.BIRTH), ("2020-09-03", DateRole.DONE)]),
        ("awarded 1998", [("1998", DateRole.AWARD)]),
    ],
)
def test_words_before_a_date_tell_what_it_is_of(text: str, found: list[tuple[str, DateRole]]) -> None:
    assert [(one.iso, one.role) for one in find_dates(text)] == found


@pytest.mark.parametrize(
    ("figures", "year"),
    [("39", 2039), ("40", 1940), ("99", 1999), ("00", 2000), ("2019", 2019), ("202", None), ("9", None)],
)
def test_two_figures_stand_for_1940_to_2039(figures: str, year: int | None) -> None:
    assert year_in_full(figures) == year


@pytest.mark.parametrize(
    ("number", "iso"),
    [(9_999, None), (10_000, "1927-05-18"), (43_306, "2018-07-25"), (60_000, "2064-04-08"), (60_001, None)],
)
def test_numbers_of_excel_are_days(number: int, iso: str | None) -> None:
    found = date_of_serial(number)

    assert (found.iso if found else None) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("43306", "2018-07-25"),
        ("12092022", "2022-09-12"),
        ("20220912", "2022-09-12"),
        ("120922", "2022-09-12"),
    ],
)
def test_figures_alone_are_days_in_a_date_column(text: str, iso: str) -> None:
    found = date_of_figures(text)

    assert found is not None
    assert (found.iso, found.fault) == (iso, None)


@pytest.mark.parametrize("text", ["1234", "001234567890", "12/9/22", "F34"])
def test_other_figures_are_not(text: str) -> None:
    assert date_of_figures(text) is None


@given(st.dates(date(1940, 1, 1), date(2039, 12, 31)))
def test_any_day_is_read_back(day: date) -> None:
    shapes = [
        f"{day:%d/%m/%Y}",
        f"{day.day}.{day.month}.{day.year % 100:02}",
        f"{day:%d %B %Y}",
        f"{day:%Y-%m-%d}",
        f"{day:%d-%b-%y}",
    ]

    assert [[one.iso for one in find_dates(f"Passport {text} JB")] for text in shapes] == [
        [day.isoformat()]
    ] * 5


@given(st.integers(min_value=10_000, max_value=60_000))
def test_neighbouring_numbers_are_neighbouring_days(number: int) -> None:
    day, next_day = date_of_serial(number), date_of_serial(number + 1)

    if next_day is not None:
        assert day is not None
        assert date.fromisoformat(str(next_day.iso)) - date.fromisoformat(str(day.iso)) == timedelta(days=1)
