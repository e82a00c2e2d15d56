"""References: the order of their dates, and who may not be a referee."""

from collections.abc import Collection
from datetime import date
from itertools import pairwise

from core.domain.errors import DomainError


def check_reference_dates(
    *, requested: date | None, received: date | None, verified: date | None, today: date
) -> None:
    """Raise ``DomainError`` where a date lies ahead or the dates do not follow one another."""
    steps = (("requested_date", requested), ("received_date", received), ("verified_date", verified))
    for field, day in steps:
        if day and day > today:
            raise DomainError("date_ahead", "This date has not come yet. Enter the day it happened.", field)
    known = [(field, day) for field, day in steps if day]
    for (_, earlier), (field, later) in pairwise(known):
        if later < earlier:
            raise DomainError("dates_out_of_order", "This date is before the step that comes first.", field)


def find_referee_concerns(
    *, email: str, panel_emails: Collection[str], candidate_email: str
) -> tuple[str, ...]:
    """What to look into before a referee is asked; custom, not law."""
    concerns = []
    address = email.strip().lower()
    if address and address in {other.lower() for other in panel_emails}:
        concerns.append("This referee sits on the panel. Ask the candidate for somebody else.")
    if address and address == candidate_email.strip().lower():
        concerns.append("The referee's address is the candidate's own. Ask for the referee's work address.")
    if address and address.rpartition("@")[2] in PERSONAL_MAIL:
        concerns.append("This is a private address. Confirm by telephone that the reference is genuine.")
    return tuple(concerns)


PERSONAL_MAIL = frozenset(
    {
        "gmail.com",
        "googlemail.com",
        "hotmail.com",
        "hotmail.co.uk",
        "outlook.com",
        "yahoo.com",
        "yahoo.co.uk",
        "icloud.com",
        "live.co.uk",
        "aol.com",
        "btinternet.com",
        "sky.com",
    }
)
