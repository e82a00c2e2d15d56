"""When a job description is looked at again with the person who holds the post."""

from datetime import date

from core.domain.dates import add_months
from core.domain.errors import DomainError

MONTHS_WITH_POSTHOLDER = 12


def review_due(*, first_day: date, profile_review_date: date | None) -> date:
    """A year after the first day: the same day of the month.

    Earlier where the job profile names a review day of its own that falls in that year: a day before the
    postholder came says nothing about them.
    """
    year = add_months(first_day, MONTHS_WITH_POSTHOLDER)
    if profile_review_date is not None and first_day < profile_review_date < year:
        return profile_review_date
    return year


def check_consultation(
    *, consulted_date: date, words: str, reason: str, first_day: date | None, today: date
) -> None:
    """Raise ``DomainError`` where the record would not show that the postholder was consulted, and why."""
    if consulted_date > today:
        raise DomainError("date_ahead", "This day has not come yet.", "consulted_date")
    if first_day is not None and consulted_date < first_day:
        raise DomainError("before_first_day", "The postholder had not started then.", "consulted_date")
    if not words.strip():
        raise DomainError(
            "words_missing",
            "Write down what the postholder said, even if it is that nothing need change.",
            "postholder_words",
        )
    if not reason.strip():
        raise DomainError("reason_missing", "Say in a sentence why it stays or changes.", "reason")


def check_new_version(*, is_changed: bool, has_new_version: bool) -> None:
    """Raise ``DomainError`` where the outcome and the version named do not fit together."""
    if is_changed and not has_new_version:
        raise DomainError(
            "version_missing",
            "Choose the new version; where there is none yet, make it from the job profile.",
            "new_version",
        )
    if not is_changed and has_new_version:
        raise DomainError(
            "version_not_wanted", "It stays as it is, so no new version belongs to it.", "new_version"
        )
