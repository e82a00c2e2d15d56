"""The first weeks: what everybody of a kind is shown, by whom, and by which day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from compliance.domain.kinds import PersonKind
from core.domain.dates import add_months, in_words
from core.domain.errors import Denial, DomainError

MOST_ITEMS = 40
MOST_DAYS = 365
MOST_PROBATION_MONTHS = 24


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """One thing to show or read, so many days after the first day (0 is that day), by somebody."""

    text: str
    due_days: int
    by_whom: str = ""


@dataclass(frozen=True, slots=True)
class TemplateEntry:
    """What a school does with somebody new of a kind. No probation where ``probation_months`` is None."""

    items: tuple[ItemEntry, ...]
    probation_months: int | None = None
    review_months: tuple[int, ...] = ()


_EVERYBODY = (
    ItemEntry(
        "Safeguarding induction: how we keep children safe, who leads, how to report", 0, "Safeguarding lead"
    ),
    ItemEntry("Fire procedures and the way out, walked together", 0, "Site manager"),
    ItemEntry("Keys, badge, signing in and out, first aid points", 0, "School office"),
)
_STAFF = (
    *_EVERYBODY,
    ItemEntry("Keeping children safe in education, Part one: read", 7, "The new colleague"),
    ItemEntry("Staff code of conduct and whistleblowing: read", 7, "The new colleague"),
    ItemEntry("Behaviour policy, and how we speak to children", 7, "Line manager"),
    ItemEntry("Accounts, data protection and safe use of e-mail", 7, "School office"),
)
_WITH_CHILDREN = (
    ItemEntry("Meet the SENCO: children you will work with, their plans and needs", 10, "SENCO"),
    ItemEntry("A morning beside an experienced colleague", 10, "Line manager"),
    ItemEntry("Job description gone through together", 14, "Line manager"),
    ItemEntry("First objectives and training agreed", 42, "Line manager"),
)
# What a school begins from; it changes the list as it likes. No law fixes it but for what its sources say.
PRESETS: Mapping[PersonKind, TemplateEntry] = {
    PersonKind.TEACHING: TemplateEntry(
        (*_STAFF, *_WITH_CHILDREN, ItemEntry("Planning, marking and assessment policies", 14, "Phase leader"))
    ),
    PersonKind.SUPPORT: TemplateEntry((*_STAFF, *_WITH_CHILDREN), 6, (2, 4)),
    PersonKind.AGENCY: TemplateEntry(_EVERYBODY),
    PersonKind.GOVERNANCE: TemplateEntry(
        (
            _EVERYBODY[0],
            ItemEntry("Code of conduct and register of interests: read and signed", 14, "Clerk"),
            ItemEntry("Walk through the school with the headteacher", 30, "Headteacher"),
        )
    ),
    PersonKind.VOLUNTEERS: TemplateEntry(_EVERYBODY),
    PersonKind.CONTRACTORS: TemplateEntry(_EVERYBODY),
}


@dataclass(frozen=True, slots=True)
class DatedItem:
    """An item of the template with its day, for one person."""

    text: str
    by_whom: str
    due_date: date


def date_items(items: Sequence[ItemEntry], *, first_day: date) -> tuple[DatedItem, ...]:
    """Each item with its day, counted in days from the first day; earliest first, otherwise as listed."""
    dated = [DatedItem(one.text, one.by_whom, first_day + timedelta(days=one.due_days)) for one in items]
    return tuple(sorted(dated, key=lambda one: one.due_date))


def check_template(entry: TemplateEntry) -> None:
    """Raise ``DomainError`` for a list nobody could work through, or probation that does not hold."""
    if not entry.items:
        raise DomainError("items_missing", "Write down at least one thing that a new colleague is shown.")
    if len(entry.items) > MOST_ITEMS:
        raise DomainError("items_too_many", f"At most {MOST_ITEMS} things: join some that belong together.")
    months = entry.probation_months
    if months is not None and not 1 <= months <= MOST_PROBATION_MONTHS:
        raise DomainError(
            "probation_length", f"Probation is 1 to {MOST_PROBATION_MONTHS} months.", "probation_months"
        )
    if entry.review_months and months is None:
        raise DomainError("reviews_without_probation", "Say how long probation is first.", "probation_months")
    if any(not 0 < month < (months or 0) for month in entry.review_months):
        raise DomainError("review_outside", "Each review lies within probation.", "review_months")


class ProbationState(StrEnum):
    """How a probation stands on a day."""

    RUNNING = "running"
    TO_DECIDE = "to_decide"
    PASSED = "passed"
    NOT_PASSED = "not_passed"


DECIDE_SOON_DAYS = 28


def probation_state(*, end_date: date, last_outcome: str | None, today: date) -> ProbationState:
    """Decided, or waiting for a decision in the four weeks before its last day and ever after, or running.

    It never ends by itself: somebody decides, with a reason.
    """
    if last_outcome in {ProbationState.PASSED, ProbationState.NOT_PASSED}:
        return ProbationState(last_outcome)
    if today > end_date - timedelta(days=DECIDE_SOON_DAYS):
        return ProbationState.TO_DECIDE
    return ProbationState.RUNNING


def probation_dates(
    first_day: date, *, months: int, review_months: Sequence[int]
) -> tuple[date, tuple[date, ...]]:
    """The last day of probation and the days of its reviews.

    Six months from 1 September end on the last day of February: the day before the same day of the month.
    A review falls on the same day of its month.
    """
    end = add_months(first_day, months) - timedelta(days=1)
    return end, tuple(sorted({add_months(first_day, month) for month in review_months}))


def deny_deciding(*, is_over: bool) -> Denial | None:
    """Whether a probation may still be decided or extended."""
    return Denial("probation_over", "This probation has been decided already.") if is_over else None


def check_extension(new_end: date | None, *, end_date: date, start_date: date) -> None:
    """Raise ``DomainError`` for an extension without a day, to no later day, or beyond two years in all."""
    if new_end is None:
        raise DomainError("date_missing", "Say until which day probation goes on.", "new_end_date")
    if new_end <= end_date:
        raise DomainError(
            "not_later",
            f"Choose a day after {in_words(end_date)}: probation runs until then.",
            "new_end_date",
        )
    if new_end > add_months(start_date, MOST_PROBATION_MONTHS):
        raise DomainError("too_long", "Probation of more than two years is no probation.", "new_end_date")
