"""Who is to read and sign which edition of a policy, by when, and whether they have."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.domain.errors import Denial, DomainError


class ReadingState(StrEnum):
    SIGNED = "signed"
    TO_READ = "to_read"
    OVERDUE = "overdue"


STATE_LABELS: Mapping[ReadingState, str] = {
    ReadingState.SIGNED: "Read and signed",
    ReadingState.TO_READ: "To read",
    ReadingState.OVERDUE: "Overdue",
}


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a policy, as far as it decides who reads what. ``kinds`` empty: everybody."""

    key: int
    in_force_from: date
    read_by: date
    kinds: frozenset[str]


def edition_in_force(editions: Iterable[Edition], today: date) -> Edition | None:
    """The one that holds on a day: the latest that has come into force, the later entered of two of a day.

    None before the first of them does.
    """
    begun = [one for one in editions if one.in_force_from <= today]
    return max(begun, key=lambda one: (one.in_force_from, one.key), default=None)


def is_asked(edition: Edition, held: Collection[str]) -> bool:
    """Whether somebody reads an edition: it is for everybody, or for a kind of work they do here.

    Whoever's role nobody has described does no known kind of work: they read what is for everybody.
    """
    return not edition.kinds or not edition.kinds.isdisjoint(held)


def due_date(edition: Edition, first_day: date) -> date:
    """The last day to read it in time: that of the edition, or the first day here where that is later."""
    return max(edition.read_by, first_day)


def reading_state(*, is_signed: bool, due: date, today: date) -> ReadingState:
    """Overdue begins on the day after the due one."""
    if is_signed:
        return ReadingState.SIGNED
    return ReadingState.OVERDUE if today > due else ReadingState.TO_READ


def deny_change(signatures: int) -> Denial | None:
    """Whether an edition may still be corrected: only while nobody has signed it."""
    if not signatures:
        return None
    people = "Somebody has" if signatures == 1 else f"{signatures} people have"
    return Denial(
        "already_signed",
        f"{people} signed this edition, so it stays as it was read. Publish a new edition instead.",
    )


def deny_signing(
    *, is_in_force: bool, has_begun: bool, is_withdrawn: bool, is_asked: bool, is_signed: bool
) -> Denial | None:
    """Whether somebody may sign an edition now: once, the one in force, and only who is asked to read it."""
    if is_signed:
        return Denial("already_signed", "You have signed this edition. One signature is enough.")
    if is_withdrawn:
        return Denial("withdrawn", "The school no longer asks for this policy to be read.")
    if not has_begun:
        return Denial("not_in_force", "This edition is not in force yet. It will be asked of you on its day.")
    if not is_in_force:
        return Denial("replaced", "A newer edition has replaced this one. Read and sign the newer one.")
    if not is_asked:
        return Denial("not_asked", "This edition is not asked of your kind of work here.")
    return None


def check_paper_date(
    signed_date: date, *, in_force_from: date, today: date, last_day: date | None = None
) -> None:
    """A signature on paper is of a day that has come, the edition in force and its reader not gone by then.

    Some sign before their first day. ``last_day`` is None for whoever has not left. Raises ``DomainError``
    with ``date_ahead``, ``before_edition`` or ``after_last_day``.
    """
    if signed_date > today:
        raise DomainError("date_ahead", "The signature cannot be of a day to come.", "signed_date")
    if signed_date < in_force_from:
        raise DomainError(
            "before_edition",
            f"This edition is in force from {in_force_from:%d/%m/%Y}. A signature from before then is of an "
            "earlier edition: record it there.",
            "signed_date",
        )
    if last_day is not None and signed_date > last_day:
        raise DomainError(
            "after_last_day",
            f"Their last day here was {last_day:%d/%m/%Y}. Check the date on the paper.",
            "signed_date",
        )


@dataclass(frozen=True, slots=True)
class Chase:
    """A reminder ready to send to everybody who has not signed."""

    subject: str
    body: str


def write_chase(*, title: str, edition: str, due: date, today: date, address: str, sender: str) -> Chase:
    """In the words of a colleague, naming nobody: it goes to many at once."""
    was_due = f"It was to be read by {due:%d/%m/%Y}." if today > due else f"Please do so by {due:%d/%m/%Y}."
    body = (
        "Hello,\n\n"
        f"You have not yet read and signed “{title}” ({edition}). {was_due}\n\n"
        f"Sign in to Appoint and open My record:\n{address}\n\n"
        "Read it, tick “I have read and understood this” and sign. If something in it is not clear, ask "
        "before you sign. If you have signed on paper, tell me who has the sheet.\n\n"
        f"Thank you,\n{sender}\n"
    )
    return Chase(f"To read and sign: {title} ({edition})", body)
