"""How long a form is kept that somebody began on the public page and never sent."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.domain.errors import DomainError
from core.domain.school_time import day_of

UNTOUCHED_DAYS = 90
CLOSED_DAYS = 30


@dataclass(frozen=True, slots=True)
class DraftLimits:
    """A form last touched at or before ``touched_until``, or whose vacancy closed before ``closed_before``,
    is kept no longer. ``closed_before`` is compared with the closing day, the last on which it could be sent.
    """

    touched_until: datetime
    closed_before: date


def limits_at(now: datetime, *, untouched_days: int, closed_days: int) -> DraftLimits:
    """What is over at this moment: untouched for whole days of 24 hours, closed for whole calendar days.

    Raises ``DomainError`` for less than a day: forms that people are filling in would go.
    """
    if min(untouched_days, closed_days) < 1:
        raise DomainError("too_few_days", "Keep unfinished forms for one day at least.")
    return DraftLimits(now - timedelta(days=untouched_days), day_of(now) - timedelta(days=closed_days))
