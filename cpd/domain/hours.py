"""Hours of training by person and term of one school year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.domain.terms import MONTHS, SchoolTerms, school_year_of

QUARTERS_IN_AN_HOUR = 4
TERMS_A_YEAR = 3


@dataclass(frozen=True, slots=True)
class Attended:
    """One training somebody completed. ``quarters`` of an hour; None where nobody wrote the hours down.

    What the school has not confirmed is told apart and never added up with the rest.
    """

    day: date
    quarters: int | None
    is_confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Hours:
    """What somebody has attended in the terms of a year, in quarters of an hour, in their order."""

    by_term: tuple[int, ...]
    waiting: int
    without_hours: int

    @property
    def total(self) -> int:
        return sum(self.by_term)


def add_up(attended: Iterable[Attended], year: int, terms: SchoolTerms = MONTHS) -> Hours:
    """The confirmed hours of each term of a school year; exact, since quarters are whole numbers.

    A training belongs to the term of the day it was completed on. Those without hours are counted, not
    guessed.
    """
    of_year = [one for one in attended if school_year_of(one.day) == year]
    confirmed = [one for one in of_year if one.is_confirmed]
    by_term = (
        sum(one.quarters or 0 for one in confirmed if term.holds(one.day)) for term in terms.terms_of(year)
    )
    return Hours(
        by_term=tuple(by_term),
        waiting=sum(one.quarters or 0 for one in of_year if not one.is_confirmed),
        without_hours=sum(one.quarters is None for one in confirmed),
    )


def to_hours(quarters: int) -> Decimal:
    """Exact, without noughts that say nothing: 1.25, 1.5, 6."""
    hours = Decimal(quarters) / QUARTERS_IN_AN_HOUR
    return hours.quantize(Decimal(1)) if hours == hours.to_integral_value() else hours.normalize()


def year_in_words(year: int) -> str:
    """2026/27 for the school year that begins in September 2026."""
    return f"{year}/{(year + 1) % 100:02}"
