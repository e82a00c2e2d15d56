"""A conditional offer and the conditions it stands under."""

from collections.abc import Iterable
from datetime import date

from core.domain.errors import Denial, DomainError

# Offers are conditional on the checks before employment (statutory guidance, see recruitment.domain.sources).
# Which checks a post needs in law is the compliance app's question; these are what every offer starts from.
STANDARD_CONDITIONS = (
    "Proof of identity seen",
    "Enhanced DBS certificate with children's barred list check, original seen",
    "Right to work in the UK checked before the first day",
    "Confirmation of medical fitness for the post",
)


def propose_conditions(
    *, references_outstanding: Iterable[str], certificates_outstanding: Iterable[str]
) -> tuple[str, ...]:
    """Conditions to start from: the standard ones, each reference not verified, each certificate not seen."""
    return (
        *STANDARD_CONDITIONS,
        *(f"Satisfactory reference from {name}" for name in references_outstanding),
        *(f"Original certificate seen: {text}" for text in certificates_outstanding),
    )


def deny_offer(*, decided_to_appoint: bool, standing_offer: bool) -> Denial | None:
    """An offer follows a recorded decision to appoint, one at a time."""
    if not decided_to_appoint:
        return Denial("not_decided", "Record the decision to appoint this candidate first.")
    if standing_offer:
        return Denial("offer_standing", "This candidate already has an offer.")
    return None


def deny_acceptance(vacancy_status: str) -> Denial | None:
    """A post is filled once: whoever accepts first has it."""
    if vacancy_status in {"published", "closed"}:
        return None
    return Denial(
        "post_gone",
        "This post has been filled, or its vacancy has ended, so this offer cannot be accepted. Withdraw the "
        "offer and tell the candidate.",
    )


def check_offer_dates(*, start_date: date | None, reply_by_date: date | None, today: date) -> None:
    """Raise ``DomainError`` for a reply date that has passed or that lies after the start."""
    if reply_by_date and reply_by_date < today:
        raise DomainError("reply_date_passed", "The date to reply by has already passed.", "reply_by_date")
    if start_date and reply_by_date and reply_by_date > start_date:
        raise DomainError("reply_after_start", "The date to reply by is after the start.", "reply_by_date")
