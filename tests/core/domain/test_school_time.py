from datetime import UTC, date, datetime

import pytest

from core.domain.school_time import day_of


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 7, 10, 22, 59, tzinfo=UTC), date(2026, 7, 10)),
        (datetime(2026, 7, 10, 23, 0, tzinfo=UTC), date(2026, 7, 11)),
        (datetime(2026, 12, 10, 23, 59, tzinfo=UTC), date(2026, 12, 10)),
        (datetime(2026, 12, 11, 0, 0, tzinfo=UTC), date(2026, 12, 11)),
    ],
)
def test_day_of_follows_the_clock_on_the_wall(moment: datetime, expected: date) -> None:
    assert day_of(moment) == expected
