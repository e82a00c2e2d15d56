"""What a named person may decide about an application, and what has to be said with it."""

from collections.abc import Collection
from dataclasses import dataclass

from core.domain.errors import Denial, DomainError
from core.domain.permissions import Permission

OUTCOMES: dict[str, tuple[str, ...]] = {
    "application": ("shortlisted", "reserve", "not_shortlisted"),
    "task": ("shortlisted", "reserve", "not_shortlisted"),
    "interview": ("appoint", "reserve", "not_appointed"),
}

# The status an application takes with each outcome. To be appointed changes nothing until an offer is made.
STATUS_AFTER: dict[str, str] = {
    "shortlisted": "shortlisted",
    "reserve": "reserve",
    "not_shortlisted": "not_shortlisted",
    "appoint": "shortlisted",
    "not_appointed": "not_appointed",
}

POSITIVE = frozenset({"shortlisted", "appoint"})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an application stands when somebody decides: the gate and what fails it."""

    is_complete: bool
    gate: str
    failing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person chose for one application."""

    outcome: str
    reason: str
    override_reason: str = ""


def permission_to_decide(stage_kind: str) -> Permission:
    """Shortlisting and tasks are decided by those who shortlist; appointing is the head's."""
    return Permission.DECIDE_APPOINTMENT if stage_kind == "interview" else Permission.DECIDE_SHORTLIST


def deny_decision(stage_status: str) -> Denial | None:
    """Nothing is decided on sealed scores."""
    if stage_status in {"unsealed", "decided"}:
        return None
    return Denial("sealed", "Decide when the scores are open: they are still sealed.")


def deny_deciding_again(application_status: str) -> Denial | None:
    """Once an offer stands, it comes first: declined or withdrawn before anything else is decided."""
    if application_status not in {"offered", "appointed"}:
        return None
    return Denial(
        "offer_made",
        "This candidate has been made an offer. Withdraw it, or record that it is declined, before you "
        "decide otherwise.",
    )


def check_choice(choice: Choice, standing: Standing, *, stage_kind: str) -> None:
    """Raise ``DomainError`` where a decision lacks what makes it defensible.

    A reason is always needed. A positive outcome against an essential that is not met, or not yet
    settled, needs its own reason on top: the system never overrides, a person does.
    """
    if choice.outcome not in OUTCOMES[stage_kind]:
        raise DomainError("unknown_outcome", "Choose one of the outcomes offered.", "outcome")
    if not choice.reason.strip():
        raise DomainError("reason_missing", "Give the reason in a sentence; it goes on the record.", "reason")
    needs_override = choice.outcome in POSITIVE and standing.gate != "met"
    if needs_override and not choice.override_reason.strip():
        words = "; ".join(standing.failing) or "an essential criterion is not settled"
        raise DomainError(
            "override_missing",
            f"Not every essential is met ({words}). To go on all the same, say why.",
            "override_reason",
        )


def deny_borrowed_reason(choice: Choice, earlier: Choice) -> Denial | None:
    """Whether a reason that was written for another outcome was left standing beside this one."""
    is_same = choice.reason.strip() == earlier.reason.strip() != ""
    if choice.outcome == earlier.outcome or not is_same:
        return None
    return Denial(
        "reason_borrowed",
        "This reason was written for another outcome. Say why you decide as you now do.",
    )


def deny_confirmation(*, undecided: Collection[str], incomplete: Collection[str]) -> Denial | None:
    """A stage is confirmed when every application is scored in full and decided."""
    if incomplete:
        return Denial(
            "incomplete",
            f"Some scores are missing or still divided ({', '.join(incomplete)}). "
            "Agree points for them first: a missing score is never counted as nought.",
        )
    if undecided:
        return Denial("undecided", f"Decide about every candidate first. Still open: {', '.join(undecided)}.")
    return None


def suggest_outcome(*, stage_kind: str, rank: int | None, places: int, is_guaranteed: bool = False) -> str:
    """What the ranking suggests, for a person to accept or change: never saved by itself."""
    above_line = is_guaranteed or (rank is not None and rank <= places)
    if stage_kind == "interview":
        return "appoint" if rank == 1 else ("reserve" if rank is not None else "not_appointed")
    return "shortlisted" if above_line else "not_shortlisted"


def suggest_reason(
    *, outcome: str, failing: tuple[str, ...], total_percent: float | None, rank: int | None
) -> str:
    """A first wording of the reason, from the criteria alone and never by comparison with named others."""
    if failing:
        return f"Essential criteria not met: {'; '.join(failing)}."
    if outcome in POSITIVE:
        return f"Meets every essential criterion; {total_percent}% of the weighted points."
    if rank is None:
        return "Points are still to settle."
    return f"Meets the essential criteria; {total_percent}% of the weighted points, below the line."
