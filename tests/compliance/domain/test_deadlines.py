from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.domain.deadlines import subject_access_deadline
from core.domain.dates import is_working_day


@pytest.mark.parametrize(
    ("received", "extended", "due", "respond_by"),
    [
        (date(2026, 1, 30), False, date(2026, 2, 28), date(2026, 3, 2)),
        (date(2026, 1, 31), False, date(2026, 2, 28), date(2026, 3, 2)),
        (date(2026, 2, 1), False, date(2026, 3, 1), date(2026, 3, 2)),
        (date(2028, 1, 31), False, date(2028, 2, 29), date(2028, 2, 29)),
        (date(2026, 1, 31), True, date(2026, 4, 30), date(2026, 4, 30)),
        (date(2025, 11, 30), True, date(2026, 2, 28), date(2026, 3, 2)),
        (date(2026, 3, 2), False, date(2026, 4, 2), date(2026, 4, 2)),
        (date(2026, 3, 3), False, date(2026, 4, 3), date(2026, 4, 7)),
        (date(2026, 7, 31), False, date(2026, 8, 31), date(2026, 9, 1)),
        (date(2026, 11, 25), False, date(2026, 12, 25), date(2026, 12, 29)),
        (date(2026, 10, 1), True, date(2027, 1, 1), date(2027, 1, 4)),
        (date(2022, 8, 19), False, date(2022, 9, 19), date(2022, 9, 20)),
    ],
)
def test_subject_access_request_is_due_by_calendar_months(
    received: date, extended: bool, due: date, respond_by: date
) -> None:
    found = subject_access_deadline(received, extended=extended)

    assert (found.due_date, found.respond_by) == (due, respond_by)


def test_extension_not_known_is_one_month_and_said_so() -> None:
    found = subject_access_deadline(date(2026, 3, 2), extended=None)

    assert found.due_date == date(2026, 4, 2)
    assert found.reason == (
        "A subject access request is answered within one calendar month of its receipt: by 2 April 2026. "
        "Whether the time was extended is not known; if the person has been told so, it is three months."
    )


def test_reason_names_the_later_day_only_where_there_is_one() -> None:
    assert subject_access_deadline(date(2026, 1, 31), extended=True).reason == (
        "A subject access request is answered within three calendar months, as extended, of its receipt: "
        "by 30 April 2026."
    )
    assert subject_access_deadline(date(2026, 1, 31), extended=False).reason.endswith(
        "That is no working day, so an answer on 2 March 2026 is still in time."
    )


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.booleans())
def test_respond_by_is_a_working_day_soon_after_the_due_one(received: date, extended: bool) -> None:
    found = subject_access_deadline(received, extended=extended)

    assert is_working_day(found.respond_by)
    assert 0 <= (found.respond_by - found.due_date).days <= 5
    assert (found.respond_by == found.due_date) is is_working_day(found.due_date)
