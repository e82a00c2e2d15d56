"""The bank holidays of England, by the rules they follow and the days they were moved or added.

The rules are those kept since 1978; the exceptions known are those of 2020 and later, so a day
proclaimed once is a working day until it is written down here.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from core.domain.sources import LegalSource

_MONDAY, _SATURDAY = 0, 5

# What a proclamation changed: the day that fell away, and the days that came.
_MOVED_AWAY = frozenset({date(2020, 5, 4), date(2022, 5, 30)})
_ADDED: Mapping[int, frozenset[date]] = {
    2020: frozenset({date(2020, 5, 8)}),  # 75 years after the end of the war in Europe
    2022: frozenset({date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)}),  # Jubilee; the Queen's funeral
    2023: frozenset({date(2023, 5, 8)}),  # the King's coronation
}

BANK_HOLIDAYS = LegalSource(
    title="Banking and Financial Dealings Act 1971",
    provision="Schedule 1: bank holidays in England; days moved or added by proclamation",
    kind="statute",
)


@lru_cache(maxsize=64)
def bank_holidays(year: int) -> frozenset[date]:
    """Every bank holiday of a year. One that falls on a weekend stands on its substitute weekday alone."""
    easter = easter_sunday(year)
    by_rule = {
        *_weekdays_from(date(year, 1, 1), number=1),
        easter - timedelta(days=2),
        easter + timedelta(days=1),
        _monday_from(date(year, 5, 1)),
        _monday_from(date(year, 5, 25)),
        _monday_from(date(year, 8, 25)),
        *_weekdays_from(date(year, 12, 25), number=2),
    }
    return frozenset(by_rule - _MOVED_AWAY | _ADDED.get(year, frozenset()))


def easter_sunday(year: int) -> date:
    """Easter in the Gregorian calendar, by the table of the golden number and the epact."""
    golden, century = year % 19, year // 100
    leap_centuries, moon = century // 4, (8 * century + 13) // 25
    epact = (century - leap_centuries - moon + 19 * golden + 15) % 30
    full_moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + full_moon + 2 - century + leap_centuries) % 7
    return date(year, 3, 28) + timedelta(days=full_moon - weekday)


def is_weekend(day: date) -> bool:
    """A Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


def _monday_from(day: date) -> date:
    """The first Monday on or after a day: from 25 May or 25 August it is the last of the month."""
    return day + timedelta(days=(_MONDAY - day.weekday()) % 7)


def _weekdays_from(day: date, *, number: int) -> list[date]:
    """The first weekdays from a day on, which is where holidays that meet a weekend are made up for."""
    days = (day + timedelta(days=ahead) for ahead in range(number + 2))
    return [one for one in days if not is_weekend(one)][:number]
