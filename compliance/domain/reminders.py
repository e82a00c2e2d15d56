"""When somebody is reminded of a day that comes, and what may be put off.

A step is a number of days before the day itself, which is step 0. Nothing is ever due on exactly one day:
what was missed is caught up with by the nearest step alone. Any app adds its own dated things by handing
over ``DueThing`` rows of rules of its own.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.domain.errors import Denial
from core.domain.sources import LegalSource

LADDER = (90, 60, 30, 14, 7, 0)
MOST_SNOOZE_DAYS = 180
DIGEST_DAYS = 14

MONDAY = 0


class Basis(StrEnum):
    """Who says so. A school is told apart what it must, what it should and what it chose."""

    LAW = "law"
    GUIDANCE = "guidance"
    POLICY = "policy"


BASIS_WORDS: Mapping[Basis, str] = {
    Basis.LAW: "Law",
    Basis.GUIDANCE: "Guidance",
    Basis.POLICY: "Policy",
}


@dataclass(frozen=True, slots=True)
class ReminderRule:
    """A kind of day to be reminded of. ``key`` is stored in the ledger and never changes.

    ``steps`` are days before the day, ending in 0. ``title`` is all that leaves the house in a calendar
    feed, so it says nothing of anybody.
    """

    key: str
    title: str
    basis: Basis
    sources: tuple[LegalSource, ...]
    steps: tuple[int, ...] = LADDER


@dataclass(frozen=True, slots=True)
class DueThing:
    """One day that comes, of one record at one school.

    ``record_key`` names the record for good, in the words of the app that owns it (``check-12``). ``title``
    says what is to be done, ``href`` tells more of it, and ``done_at`` is where it is done. ``initials``
    stand for the name where that is not shown.
    """

    rule: ReminderRule
    record_key: str
    school_id: int
    school_name: str
    title: str
    due_date: date
    href: str
    done_at: str = ""
    person_name: str = ""
    initials: str = ""
    detail: str = ""

    @property
    def key(self) -> tuple[str, str, date]:
        """What the ledger knows it by. A day that moves starts a ladder of its own."""
        return (self.rule.key, self.record_key, self.due_date)

    @property
    def basis(self) -> Basis:
        return self.rule.basis

    def days_left(self, today: date) -> int:
        """Days until it is due; below nought once that is past."""
        return (self.due_date - today).days


def step_due(
    due_date: date,
    *,
    today: date,
    sent: Collection[int] = (),
    snoozed_until: date | None = None,
    steps: Iterable[int] = LADDER,
) -> int | None:
    """The one step to send on a day, or None.

    It is the nearest of the steps reached: those before it are past, sent or not, and never caught up with.
    None while snoozed, which is until the day before ``snoozed_until``, and once the nearest is sent.
    """
    if snoozed_until is not None and today < snoozed_until:
        return None
    days_left = (due_date - today).days
    nearest = min((step for step in steps if days_left <= step), default=None)
    return None if nearest is None or any(step <= nearest for step in sent) else nearest


def deny_snooze(thing: DueThing, *, until: date, today: date) -> Denial | None:
    """Whether reminders of a thing may rest until a day.

    Where law sets the day they come back by then; anything else may rest for half a year at a time.
    """
    if until <= today:
        return Denial("not_ahead", "Choose a day that is still to come.")
    if thing.basis == Basis.LAW and until > thing.due_date:
        return Denial(
            "law_sets_the_day",
            f"Law sets this day, so the reminder has to come back by {thing.due_date:%d/%m/%Y}."
            if thing.due_date > today
            else "Law sets this day and it has come: it cannot be put off. Do it, then record it.",
        )
    if until > today + timedelta(days=MOST_SNOOZE_DAYS):
        return Denial("too_far", f"A reminder can rest for at most {MOST_SNOOZE_DAYS} days at a time.")
    return None


def week_of(day: date) -> date:
    """The Monday of the week a day is in."""
    return day - timedelta(days=(day.weekday() - MONDAY) % 7)


def in_digest(things: Iterable[DueThing], *, today: date) -> list[DueThing]:
    """What the weekly mail lists: everything past its day, and what comes within two weeks."""
    return in_order(thing for thing in things if thing.days_left(today) <= DIGEST_DAYS)


def in_order(things: Iterable[DueThing]) -> list[DueThing]:
    """By day, then law before guidance before policy, then by name: the same on every day."""
    rank = list(Basis)
    return sorted(
        things,
        key=lambda one: (
            one.due_date,
            rank.index(one.basis),
            one.person_name,
            one.title,
            one.rule.key,
            one.record_key,
        ),
    )
