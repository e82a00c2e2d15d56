"""What is written down of one training, and what cannot be."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.domain.dates import add_months
from core.domain.errors import Denial, DomainError
from cpd.domain.training_rules import Basis, CourseRule

EARLIEST = date(1950, 1, 1)
LONGEST_EXPIRY_MONTHS = 600
MOST_QUARTERS = 4 * 2000
MOST_PENCE = 100_000_00
QUARTER = Decimal("0.25")


@dataclass(frozen=True, slots=True)
class TrainingEntry:
    """One training in a course, or under a title of its own. Hours in quarters, cost in pence."""

    awarded_date: date
    course_id: int | None = None
    title: str = ""
    provider: str = ""
    printed_expiry: date | None = None
    quarter_hours: int | None = None
    cost_pence: int | None = None


def check_training(entry: TrainingEntry, *, today: date) -> None:
    """Raise ``DomainError`` for training that cannot have been: still to come, or ended before it began."""
    if (entry.course_id is None) == (not entry.title.strip()):
        raise DomainError(
            "course_or_title",
            "Choose one of the courses, or write a title of its own: one of the two.",
            "course",
        )
    if entry.awarded_date > today:
        raise DomainError(
            "not_yet", "That day has not come yet. Record it once the training is completed.", "awarded_date"
        )
    if entry.awarded_date < EARLIEST:
        raise DomainError("too_long_ago", "Check the year: that is before 1950.", "awarded_date")
    printed = entry.printed_expiry
    if printed is not None and printed < entry.awarded_date:
        raise DomainError(
            "ends_before_it_begins",
            "The certificate cannot end before the training was completed.",
            "printed_expiry",
        )
    if printed is not None and printed > add_months(entry.awarded_date, LONGEST_EXPIRY_MONTHS):
        raise DomainError("ends_too_late", "Check the year: that is over 50 years later.", "printed_expiry")
    if entry.quarter_hours is not None and not 0 < entry.quarter_hours <= MOST_QUARTERS:
        raise DomainError("hours_impossible", "Give the hours between 0.25 and 2,000.", "hours")
    if entry.cost_pence is not None and not 0 <= entry.cost_pence <= MOST_PENCE:
        raise DomainError("cost_impossible", "Give the cost between £0 and £100,000.", "cost")


def to_quarters(hours: Decimal) -> int | None:
    """Hours as quarters; None where they are no whole quarters, which nobody rounds for you."""
    quarters = hours / QUARTER
    return int(quarters) if quarters == quarters.to_integral_value() else None


def deny_policy(rule: CourseRule | None, months: int, *, today: date) -> Denial | None:
    """Whether a school may renew a course after so many months.

    What law, guidance or a network sets may be shortened, never lengthened.
    """
    if rule is None or rule.renewal_months is None:
        return None
    basis = rule.basis_on(today)
    if basis == Basis.POLICY or months <= rule.renewal_months:
        return None
    whose = {Basis.STATUTORY: "Law sets", Basis.GUIDANCE: "Guidance sets"}.get(basis, "The network sets")
    return Denial(
        "policy_too_long",
        f"{whose} {rule.renewal_months} months for this. Your policy may be shorter, not longer.",
    )
