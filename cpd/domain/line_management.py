"""Who may manage whom, and from which day."""

from datetime import date, timedelta

from core.domain.errors import Denial

MOST_DAYS_AHEAD = 366
MOST_DAYS_BACK = 366 * 5


def deny_managing(*, holds_role: bool, is_oneself: bool, has_left: bool) -> Denial | None:
    """Whether somebody may become the line manager of a person at a school."""
    if is_oneself:
        return Denial(
            "manages_oneself", "Nobody is their own line manager. Choose somebody else for this person."
        )
    if not holds_role:
        return Denial(
            "not_a_manager",
            "This account is no line manager or headteacher of the school. Give it the role first.",
        )
    if has_left:
        return Denial("has_left", "This person has left by that day.")
    return None


def deny_first_day(day: date, *, today: date) -> Denial | None:
    """A first day lies at most five years back and a year ahead; anything else is a slip of the pen."""
    if today - timedelta(days=MOST_DAYS_BACK) <= day <= today + timedelta(days=MOST_DAYS_AHEAD):
        return None
    return Denial(
        "date_unlikely", "Look at this date again: it is more than five years back or a year ahead."
    )


def last_day_before(day: date) -> date:
    """The day on which whoever managed before ends, so that no day has two managers and none is without."""
    return day - timedelta(days=1)
