"""What may be written into the ELSA ledger, and who may stand in it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from compliance.domain.categories import EMPLOYED, WorkerCategory
from core.domain.errors import Denial, DomainError

MOST_HOURS = 24


@dataclass(frozen=True, slots=True)
class SessionEntry:
    """A supervision session as somebody writes it down. ``attended`` is None for one that is planned.

    ``kind`` is the psychologist's or management supervision; only the first ever counts.
    """

    kind: str
    session_date: date
    is_planned: bool
    attended: bool | None = None
    session_hours: Decimal | None = None
    group_size: int | None = None
    supervisor_kind: str = ""
    supervisor_name: str = ""


def is_employed(category: str | None) -> bool | None:
    """Whether the school employs somebody of this category; None where the role is not described."""
    return None if category is None else WorkerCategory(category) in EMPLOYED


def deny_registration(category: str | None, *, is_declared_employed: bool | None = None) -> Denial | None:
    """Whether somebody may be registered as an ELSA: only whom the school employs.

    Where the role is not described it is what the person registering says.
    Source: ``cpd.domain.sources.elsa.EMPLOYED_BY_THE_SCHOOL``.
    """
    employed = is_employed(category)
    if employed is None:
        employed = is_declared_employed
    if employed:
        return None
    if employed is None:
        return Denial(
            "employment_unknown", "Say whether the school employs them: only then can they be registered."
        )
    return Denial(
        "not_employed",
        "An ELSA is employed by the school. Self-employed people, agency workers, contractors, volunteers "
        "and governors cannot be registered.",
    )


def check_session(entry: SessionEntry, *, today: date, is_psychologists: bool) -> None:
    """Refuse what cannot be: a planned day behind, a held one ahead, hours or a group there are not."""
    if entry.is_planned and entry.session_date <= today:
        raise DomainError(
            "date_behind",
            "A planned session lies ahead. Say whether this one was attended instead.",
            "session_date",
        )
    if not entry.is_planned and entry.session_date > today:
        raise DomainError(
            "date_ahead", "This day is still to come: write it down as planned.", "session_date"
        )
    if not entry.is_planned and entry.attended is None:
        raise DomainError("attendance_missing", "Say whether it was attended.", "attended")
    if entry.session_hours is not None and not 0 < entry.session_hours <= MOST_HOURS:
        raise DomainError(
            "hours_impossible", "Give the hours as a number, such as 2 or 2.5.", "session_hours"
        )
    if entry.group_size is not None and entry.group_size < 1:
        raise DomainError("group_impossible", "At least one person was in the group.", "group_size")
    if not is_psychologists and entry.supervisor_kind:
        raise DomainError(
            "not_a_psychologist",
            "Management supervision is led by the line manager: leave out the kind of psychologist.",
            "supervisor_kind",
        )


def check_training_day(*, number: int, day: date, attended: bool, training_days: int, today: date) -> None:
    """Refuse a day the training has not, and attendance of a day still to come."""
    if not 1 <= number <= training_days:
        raise DomainError("no_such_day", f"This provider's training has {training_days} days.", "number")
    if attended and day > today:
        raise DomainError(
            "date_ahead", "This day is still to come: it is attended once it is over.", "training_date"
        )
