"""On which day somebody's work with children first is frequent enough to be regulated.

Weekly as a claimed pattern, on more than three days in any 30, or once overnight. Days at several
settings count together, and a day counts once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MOST_DAYS_UNREGULATED = 3
WINDOW_DAYS = 30


class Pattern(StrEnum):
    WEEKLY = "weekly"


class Way(StrEnum):
    """How the test is met."""

    WEEKLY = "weekly"
    DAYS = "days"
    OVERNIGHT = "overnight"


@dataclass(frozen=True, slots=True)
class Attendance:
    """A day somebody worked with children. ``is_overnight``: at any time between 02:00 and 06:00."""

    day: date
    setting: str | None = None
    is_overnight: bool = False


@dataclass(frozen=True, slots=True)
class Met:
    """That the test is met, how, and since when: None where no day of work is recorded yet."""

    way: Way
    since: date | None


def first_met(
    pattern: Pattern | None, attendance: Iterable[Attendance], *, as_at: date, counts_from: date | None = None
) -> Met | None:
    """When the test was first met by ``as_at``, or None where it has not been.

    What is attended after ``as_at`` has not happened yet. ``counts_from`` is the day from which a law
    counts this work at all: nothing is met before it, a night before it does not count, and a window of
    30 days does, with all its days, where it ends on that day or later. A claimed weekly pattern counts from
    the first day attended; no pattern is ever inferred from attendance.
    """
    if counts_from is not None and as_at < counts_from:
        return None
    past = [one for one in attendance if one.day <= as_at]
    floor = counts_from or date.min
    days = sorted({one.day for one in past})
    ways = [
        *([Met(Way.WEEKLY, max(days[0], floor) if days else None)] if pattern == Pattern.WEEKLY else []),
        *(Met(Way.DAYS, day) for day in [_first_full_window(days, floor, as_at)] if day),
        *(Met(Way.OVERNIGHT, one.day) for one in past if one.is_overnight and one.day >= floor),
    ]
    return min(ways, key=lambda met: met.since or date.max, default=None)


def _first_full_window(days: Sequence[date], floor: date, as_at: date) -> date | None:
    """The first day from ``floor`` on at whose end a window of 30 days holds more than three of ``days``.

    A window is full from the last of four days that lie close enough, until the first of them leaves it.
    """
    for first, last in zip(days, days[MOST_DAYS_UNREGULATED:], strict=False):
        leaves = first + timedelta(days=WINDOW_DAYS - 1)
        full_from = max(last, floor)
        if full_from <= leaves and full_from <= as_at:
            return full_from
    return None
