from datetime import UTC, date, datetime

import pytest

from core.domain.errors import DomainError
from recruitment.domain.draft_retention import DraftLimits, limits_at

NOW = datetime(2026, 11, 28, 6, 0, tzinfo=UTC)


def test_limits_count_back_from_the_moment_and_from_its_day() -> None:
    assert limits_at(NOW, untouched_days=90, closed_days=30) == DraftLimits(
        touched_until=datetime(2026, 8, 30, 6, 0, tzinfo=UTC), closed_before=date(2026, 10, 29)
    )


def test_limits_take_the_day_at_school() -> None:
    """In summer it is already the next day in London when it is half past eleven at night in UTC."""
    after_midnight = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    assert limits_at(after_midnight, untouched_days=1, closed_days=1).closed_before == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("untouched_days", "closed_days", "code"),
    [(1, 1, ""), (0, 1, "too_few_days"), (1, 0, "too_few_days"), (-5, 30, "too_few_days")],
)
def test_limits_leave_a_day_at_least(untouched_days: int, closed_days: int, code: str) -> None:
    try:
        limits_at(NOW, untouched_days=untouched_days, closed_days=closed_days)
        found = ""
    except DomainError as error:
        found = error.code

    assert found == code
