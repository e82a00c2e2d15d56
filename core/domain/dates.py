"""Arithmetic on months and working days, and dates known only to the month, without a clock."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from core.domain.bank_holidays import bank_holidays, is_weekend

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_ONE_DAY = timedelta(days=1)
_MOST_CLAMPED = timedelta(days=5)  # more than a shorter month can take off at both ends


def add_months(day: date, months: int) -> date:
    """The same day of the month ``months`` later (or earlier), or that month's last day.

    31 August + 6 months is 28 February; 29 February 2024 + 36 months is 28 February 2027.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, _last_day(year, month + 1)))


def first_day_reaching(limit: date, months: int) -> date:
    """The earliest day that, ``months`` later, is on or after a limit: any day before it falls short."""
    day = add_months(limit, -months) - _MOST_CLAMPED
    while add_months(day, months) < limit:
        day += _ONE_DAY
    return day


def is_working_day(day: date) -> bool:
    """Neither a Saturday or Sunday nor a bank holiday in England."""
    return not is_weekend(day) and day not in bank_holidays(day.year)


def last_working_day_on_or_before(day: date) -> date:
    """The day itself where it is a working day, else the nearest one before it."""
    return add_working_days(day + _ONE_DAY, -1)


def next_working_day_on_or_after(day: date) -> date:
    """The day itself where it is a working day, else the nearest one after it."""
    return add_working_days(day - _ONE_DAY, 1)


def add_working_days(day: date, working_days: int) -> date:
    """The working day that many after a day, or before it where the number is negative.

    The day itself is not counted, whether it is a working day or not; none added is the day itself.
    """
    step = _ONE_DAY if working_days > 0 else -_ONE_DAY
    for _ in range(abs(working_days)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def in_words(day: date) -> str:
    """A date as a sentence gives it: 1 September 2026."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def parse_day(text: str) -> date:
    """A date written YYYY-MM-DD and in no other of the shapes ISO 8601 allows. Raises ValueError."""
    if not _DAY.fullmatch(text):
        raise ValueError(f"not YYYY-MM-DD: {text!r}")
    return date.fromisoformat(text)


@dataclass(frozen=True, slots=True)
class DayOrMonth:
    """A date known to the day, or only to the month, which then stands for any of its days.

    Both bounds are inclusive; they are the same where the day is known.
    """

    earliest: date
    latest: date

    @classmethod
    def on(cls, day: date) -> Self:
        return cls(day, day)

    @classmethod
    def in_month(cls, year: int, month: int) -> Self:
        """Raises ValueError where there is no such month."""
        first = date(year, month, 1)
        return cls(first, first.replace(day=_last_day(year, month)))

    @classmethod
    def parse(cls, text: str) -> Self:
        """``2024-09-15`` or ``2024-09``. Raises ValueError for anything else."""
        if _MONTH.fullmatch(text):
            return cls.in_month(int(text[:4]), int(text[5:]))
        return cls.on(parse_day(text))

    @property
    def is_exact(self) -> bool:
        return self.earliest == self.latest

    def __str__(self) -> str:
        return self.earliest.isoformat() if self.is_exact else self.earliest.isoformat()[:7]


def _last_day(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
