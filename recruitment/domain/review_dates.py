"""When a job profile is due to be looked at again."""

from datetime import date, timedelta
from enum import StrEnum

from core.domain.dates import add_months

REVIEW_MONTHS = 12
SOON_DAYS = 60


class ReviewState(StrEnum):
    NOT_SET = "not_set"
    LATER = "later"
    SOON = "soon"
    OVERDUE = "overdue"


def default_review_date(today: date) -> date:
    """A year from today."""
    return add_months(today, REVIEW_MONTHS)


def review_state(review_date: date | None, today: date) -> ReviewState:
    """How a review date stands on a day: overdue from the day after it, soon in the 60 days up to it."""
    if review_date is None:
        return ReviewState.NOT_SET
    if review_date < today:
        return ReviewState.OVERDUE
    return ReviewState.SOON if review_date <= today + timedelta(days=SOON_DAYS) else ReviewState.LATER
