from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.partial_dates import read_partial_date, write_partial_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9/2024", "2024-09"),
        ("09/2024", "2024-09"),
        (" 09 - 2024 ", "2024-09"),
        ("2024-09", "2024-09"),
        ("Sept 2024", "2024-09"),
        ("sep. 2024", "2024-09"),
        ("September 2024", "2024-09"),
        ("SEPTEMBER, 2024", "2024-09"),
        ("15/09/2024", "2024-09-15"),
        ("1.9.2024", "2024-09-01"),
        ("1st September 2024", "2024-09-01"),
        ("22nd Feb 2024", "2024-02-22"),
        ("3 may 2024", "2024-05-03"),
        ("2024-09-15", "2024-09-15"),
        ("29/02/2024", "2024-02-29"),
    ],
)
def test_read_partial_date(text: str, expected: str) -> None:
    assert str(read_partial_date(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024",
        "soon",
        "13/2024",
        "0/2024",
        "09/24",
        "09/1899",
        "09/2101",
        "29/02/2023",
        "31/04/2024",
        "09/15/2024",
        "1/2/3/2024",
        "Septober 2024",
        "m 2024",
        "９/２０２４",
    ],
)
def test_read_partial_date_refuses_the_rest(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_partial_date(text)


@pytest.mark.parametrize(
    ("stored", "expected"), [("", ""), ("2024-09", "09/2024"), ("2024-09-15", "15/09/2024")]
)
def test_write_partial_date(stored: str, expected: str) -> None:
    assert write_partial_date(stored) == expected


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.booleans())
def test_what_is_written_reads_back(day: date, to_the_month: bool) -> None:
    stored = f"{day:%Y-%m}" if to_the_month else day.isoformat()

    assert str(read_partial_date(write_partial_date(stored))) == stored


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = read_partial_date(text)
    except ValueError:
        return

    assert 1900 <= read.earliest.year <= 2100
