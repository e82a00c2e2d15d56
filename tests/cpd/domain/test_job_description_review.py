"""When a job description is reviewed with its postholder, and what the record of it must show."""

from datetime import date

import pytest

from core.domain.errors import DomainError
from cpd.domain.job_description_review import check_consultation, check_new_version, review_due

FIRST = date(2026, 2, 28)
TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("first_day", "profile", "due"),
    [
        (FIRST, None, date(2027, 2, 28)),
        (date(2024, 2, 29), None, date(2025, 2, 28)),
        (FIRST, date(2026, 12, 1), date(2026, 12, 1)),
        (FIRST, FIRST, date(2027, 2, 28)),
        (FIRST, date(2026, 3, 1), date(2026, 3, 1)),
        (FIRST, date(2027, 2, 27), date(2027, 2, 27)),
        (FIRST, date(2027, 2, 28), date(2027, 2, 28)),
        (FIRST, date(2028, 1, 1), date(2027, 2, 28)),
        (FIRST, date(2020, 1, 1), date(2027, 2, 28)),
    ],
)
def test_review_is_due_a_year_with_the_postholder(first_day: date, profile: date | None, due: date) -> None:
    assert review_due(first_day=first_day, profile_review_date=profile) == due


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, None),
        ({"consulted_date": date(2026, 11, 29)}, "date_ahead"),
        ({"consulted_date": date(2026, 2, 27)}, "before_first_day"),
        ({"consulted_date": FIRST}, None),
        ({"first_day": None, "consulted_date": date(2020, 1, 1)}, None),
        ({"words": "  "}, "words_missing"),
        ({"reason": ""}, "reason_missing"),
    ],
)
def test_consultation_is_shown_by_its_record(change: dict[str, object], code: str | None) -> None:
    facts: dict[str, object] = {
        "consulted_date": TODAY,
        "words": "Home visits take a day a week by now.",
        "reason": "The post has grown",
        "first_day": FIRST,
        "today": TODAY,
    } | change
    assert code_of(check_consultation, **facts) == code


@pytest.mark.parametrize(
    ("is_changed", "has_version", "code"),
    [
        (True, True, None),
        (False, False, None),
        (True, False, "version_missing"),
        (False, True, "version_not_wanted"),
    ],
)
def test_outcome_and_version_fit(is_changed: bool, has_version: bool, code: str | None) -> None:
    assert code_of(check_new_version, is_changed=is_changed, has_new_version=has_version) == code


def code_of(check: object, **facts: object) -> str | None:
    try:
        check(**facts)  # type: ignore[operator]
    except DomainError as error:
        return error.code
    return None
