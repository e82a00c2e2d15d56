"""When a job profile is due for review."""

from datetime import date

import pytest

from recruitment.domain.review_dates import ReviewState, default_review_date, review_state

TODAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("today", "expected"),
    [(TODAY, date(2027, 11, 2)), (date(2028, 2, 29), date(2029, 2, 28))],
)
def test_default_review_date_is_a_year_on(today: date, expected: date) -> None:
    assert default_review_date(today) == expected


@pytest.mark.parametrize(
    ("review_date", "expected"),
    [
        (None, ReviewState.NOT_SET),
        (date(2026, 11, 1), ReviewState.OVERDUE),
        (TODAY, ReviewState.SOON),
        (date(2027, 1, 1), ReviewState.SOON),
        (date(2027, 1, 2), ReviewState.LATER),
    ],
)
def test_review_state(review_date: date | None, expected: ReviewState) -> None:
    assert review_state(review_date, TODAY) == expected
