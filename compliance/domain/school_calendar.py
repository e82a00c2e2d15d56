"""Months and half-terms of a school year, September to August.

Schools set their own terms; here a half-term is always the same months, so that a page means the same at
every school: Autumn 1 September and October, Autumn 2 November and December, Spring 1 January and February,
Spring 2 March, Summer 1 April and May, Summer 2 June to August.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from core.domain.dates import add_months

# Name and first month of each half-term, in the order of a school year.
HALF_TERMS: Mapping[str, tuple[str, int]] = {
    "autumn-1": ("Autumn 1", 9),
    "autumn-2": ("Autumn 2", 11),
    "spring-1": ("Spring 1", 1),
    "spring-2": ("Spring 2", 3),
    "summer-1": ("Summer 1", 4),
    "summer-2": ("Summer 2", 6),
}
FIRST_MONTH = 9
MONTHS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Period:
    """Days from first to last, both included. ``key`` names it in an address."""

    key: str
    label: str
    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def school_year_of(day: date) -> int:
    """The year in which the school year of a day began: 2026 from 1 September 2026 to 31 August 2027."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def list_months(today: date) -> list[Period]:
    """A year of months, beginning with this one."""
    first = today.replace(day=1)
    months = [add_months(first, ahead) for ahead in range(MONTHS_SHOWN)]
    return [
        Period(f"{month:%Y-%m}", f"{month:%b %Y}", month, add_months(month, 1) - timedelta(days=1))
        for month in months
    ]


def list_half_terms(today: date) -> list[Period]:
    """Six half-terms, beginning with this one."""
    year = school_year_of(today)
    found = [*list_half_terms_of(year), *list_half_terms_of(year + 1)]
    begin = next(number for number, one in enumerate(found) if one.holds(today))
    return found[begin : begin + len(HALF_TERMS)]


def list_half_terms_of(year: int) -> list[Period]:
    """The six half-terms of the school year that begins in a year."""
    starts = [
        date(year if month >= FIRST_MONTH else year + 1, month, 1) for _name, month in HALF_TERMS.values()
    ]
    ends = [*starts[1:], date(year + 1, FIRST_MONTH, 1)]
    return [
        Period(f"{year}-{key}", name, start, end - timedelta(days=1))
        for (key, (name, _month)), start, end in zip(HALF_TERMS.items(), starts, ends, strict=True)
    ]
