"""Terms of a school year. Schools set their own; here a term is always the same months, as half-terms are.

Autumn is September to December, Spring January to March, Summer April to August.
"""

from dataclasses import dataclass
from datetime import date, timedelta

_STARTS = ((1, "Spring"), (4, "Summer"), (9, "Autumn"))


@dataclass(frozen=True, slots=True)
class Term:
    """Days from first to last, both included."""

    label: str
    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def term_of(day: date) -> Term:
    """The term a day is in."""
    place = max(place for place, (month, _name) in enumerate(_STARTS) if month <= day.month)
    month, name = _STARTS[place]
    follows = (
        date(day.year, _STARTS[place + 1][0], 1) if place + 1 < len(_STARTS) else date(day.year + 1, 1, 1)
    )
    return Term(f"{name} {day.year}", date(day.year, month, 1), follows - timedelta(days=1))


def term_after(term: Term) -> Term:
    """The next one."""
    return term_of(term.last + timedelta(days=1))
