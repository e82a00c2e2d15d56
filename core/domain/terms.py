"""School years, half terms and terms. A school year runs from September to August.

A school can write down its own half terms, year by year. Where it has not, a half term is always the same
months: Autumn 1 September and October, Autumn 2 November and December, Spring 1 January and February,
Spring 2 March, Summer 1 April and May, Summer 2 June to August. A term is two half terms.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Self

from core.domain.errors import DomainError

# Name and first month of each half term, in the order of a school year.
HALF_TERMS: Mapping[str, tuple[str, int]] = {
    "autumn-1": ("Autumn 1", 9),
    "autumn-2": ("Autumn 2", 11),
    "spring-1": ("Spring 1", 1),
    "spring-2": ("Spring 2", 3),
    "summer-1": ("Summer 1", 4),
    "summer-2": ("Summer 2", 6),
}
TERMS = ("Autumn", "Spring", "Summer")
FIRST_MONTH = 9
# Some authorities begin before September: never before the middle of August.
EARLIEST_DAY = (8, 15)

type Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Period:
    """Days from first to last, both included. ``key`` names it in an address.

    The holidays after a half term are held by it, up to ``until``; days before the first of a year, from
    ``since`` on, by the first.
    """

    key: str
    label: str
    first: date
    last: date
    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        return (self.since or self.first) <= day <= (self.until or self.last)


@dataclass(frozen=True, slots=True)
class Term:
    """Days from first to last, both included; the holidays after it belong to it."""

    label: str
    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class SchoolTerms:
    """The half terms of one school: its own of the years it has written down, months for all others."""

    own: Mapping[int, Sequence[Span]] = field(default_factory=dict)

    @classmethod
    def read(cls, stored: Mapping[str, Sequence[Sequence[str]]]) -> Self:
        """As ``store`` wrote it."""
        day = date.fromisoformat
        own = {int(year): [(day(one), day(two)) for one, two in spans] for year, spans in stored.items()}
        return cls(own)

    def store(self) -> dict[str, list[list[str]]]:
        return {
            str(year): [[first.isoformat(), last.isoformat()] for first, last in spans]
            for year, spans in sorted(self.own.items())
        }

    def says(self, year: int) -> bool:
        """Whether the school has written down the half terms of the year that begins then."""
        return year in self.own

    def half_terms_of(self, year: int) -> list[Period]:
        """The six half terms of the school year that begins in a year; together they hold all of its days."""
        spans = self.own.get(year) or _months_of(year)
        firsts = [first for first, _last in spans]
        sinces = [date(year, FIRST_MONTH, 1), *firsts[1:]]
        untils = [one - timedelta(days=1) for one in (*firsts[1:], date(year + 1, FIRST_MONTH, 1))]
        return [
            Period(f"{year}-{key}", name, first, last, since, until)
            for (key, (name, _month)), (first, last), since, until in zip(
                HALF_TERMS.items(), spans, sinces, untils, strict=True
            )
        ]

    def half_terms_from(self, today: date) -> list[Period]:
        """Six half terms, beginning with this one."""
        year = school_year_of(today)
        found = [*self.half_terms_of(year), *self.half_terms_of(year + 1)]
        begin = next(number for number, one in enumerate(found) if one.holds(today))
        return found[begin : begin + len(HALF_TERMS)]

    def terms_of(self, year: int) -> tuple[Term, Term, Term]:
        """Autumn, spring and summer of the school year that begins in a year."""
        halves = self.half_terms_of(year)
        autumn, spring, summer = (
            Term(
                f"{name} {year + (place > 0)}",
                halves[2 * place].since or halves[2 * place].first,
                halves[2 * place + 1].until or halves[2 * place + 1].last,
            )
            for place, name in enumerate(TERMS)
        )
        return autumn, spring, summer

    def term_of(self, day: date) -> Term:
        """The term a day is in, or the one it follows."""
        return next(term for term in self.terms_of(school_year_of(day)) if term.holds(day))


# What holds at a school that has written nothing down.
MONTHS = SchoolTerms()


def school_year_of(day: date) -> int:
    """The year in which the school year of a day began: 2026 from 1 September 2026 to 31 August 2027."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def check_half_terms(year: int, spans: Sequence[Span]) -> None:
    """Raise ``DomainError`` for half terms that cannot be: six in order, apart, within the school year."""
    names = [name for name, _month in HALF_TERMS.values()]
    for place, (first, last) in enumerate(spans):
        if last < first:
            raise DomainError("out_of_order", f"{names[place]} ends before it begins.", f"last_{place}")
    for place, (one, two) in enumerate(pairwise(spans), start=1):
        if two[0] <= one[1]:
            raise DomainError(
                "out_of_order",
                f"{names[place]} begins before {names[place - 1]} has ended.",
                f"first_{place}",
            )
    if len(spans) != len(HALF_TERMS):
        raise DomainError("not_six", "Give the first and last day of all six half terms, or of none.")
    if spans[0][0] < date(year, *EARLIEST_DAY) or spans[-1][1] >= date(year + 1, FIRST_MONTH, 1):
        raise DomainError(
            "other_year",
            f"The half terms of {year}/{(year + 1) % 100:02} lie between 15 August {year} and "
            f"31 August {year + 1}. Check the years.",
            "first_0" if spans[0][0] < date(year, *EARLIEST_DAY) else "last_5",
        )


def _months_of(year: int) -> list[Span]:
    starts = [
        date(year if month >= FIRST_MONTH else year + 1, month, 1) for _name, month in HALF_TERMS.values()
    ]
    ends = [*starts[1:], date(year + 1, FIRST_MONTH, 1)]
    return [(start, end - timedelta(days=1)) for start, end in zip(starts, ends, strict=True)]
