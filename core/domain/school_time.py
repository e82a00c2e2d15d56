"""Which day it is at school. A moment just after midnight in summer is still yesterday in UTC."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

SCHOOL_TIME = ZoneInfo("Europe/London")


def day_of(moment: datetime) -> date:
    """The calendar day of an aware moment, by the clock on the wall of a school in England."""
    return moment.astimezone(SCHOOL_TIME).date()


def moment_of(day: date, at: time | None = None) -> datetime:
    """A moment by the clock on the wall; without a time, the last one of the day."""
    return datetime.combine(day, at or time.max, SCHOOL_TIME)
