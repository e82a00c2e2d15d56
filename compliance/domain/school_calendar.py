"""The months of a year ahead, as a strip of the calendar."""

from datetime import date, timedelta

from core.domain.dates import add_months
from core.domain.terms import Period

MONTHS_SHOWN = 12


def list_months(today: date) -> list[Period]:
    """A year of months, beginning with this one."""
    first = today.replace(day=1)
    months = [add_months(first, ahead) for ahead in range(MONTHS_SHOWN)]
    return [
        Period(f"{month:%Y-%m}", f"{month:%b %Y}", month, add_months(month, 1) - timedelta(days=1))
        for month in months
    ]
