"""What a school decides for itself where law and guidance leave room, and how far that room goes.

How long a record is kept follows ``core.domain.retention``: guidance that names the least may only be
lengthened, guidance that names the most only shortened. A leaver's staff record holds the evidence of the
right to work, so it is kept at least as long as that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.domain.errors import DomainError
from core.domain.retention import PERIODS, PolicyMay, Record

LONGEST_MONTHS = 1200
MOST_REFERENCES = 5
MOST_DAYS = 365


@dataclass(frozen=True, slots=True)
class SchoolPolicy:
    """Months and days; ``dbs_renewal_months`` None: no renewal. ``kept_months`` None: the usual period."""

    references_wanted: int = 2
    dbs_renewal_months: int | None = None
    early_start_review_days: int = 14
    expiring_soon_days: int = 60
    kept_months: Mapping[Record, int | None] = field(default_factory=dict)


def field_of(record: Record) -> str:
    """Under which name a form and the table know the months of a record."""
    return f"{record.value}_months"


def check_policy(policy: SchoolPolicy) -> None:
    """Raise ``DomainError`` at the field for what law or guidance leaves no room for."""
    for name, least, most in (
        ("references_wanted", 0, MOST_REFERENCES),
        ("early_start_review_days", 1, MOST_DAYS),
        ("expiring_soon_days", 1, MOST_DAYS),
        ("dbs_renewal_months", 1, LONGEST_MONTHS),
    ):
        number = getattr(policy, name)
        if number is not None and not least <= number <= most:
            raise DomainError("out_of_range", f"Give a number from {least} to {most}.", name)
    for record, months in policy.kept_months.items():
        if months is not None:
            _check_months(record, months)
    held = kept_months(Record.PERSONNEL_FILE, policy.kept_months)
    within = kept_months(Record.RIGHT_TO_WORK, policy.kept_months)
    if held < within:
        raise DomainError(
            "evidence_goes_with_it",
            f"The staff record holds the evidence of the right to work, which is kept {within} months. "
            f"Keep the staff record {within} months or longer.",
            field_of(Record.PERSONNEL_FILE),
        )


def kept_months(record: Record, policy: Mapping[Record, int | None]) -> int:
    """For how many months a record is kept at a school of this policy."""
    return PERIODS[record].under_policy(policy.get(record))


def room_for(record: Record) -> tuple[int, int]:
    """The least and the most months a policy may name."""
    period = PERIODS[record]
    if period.policy_may == PolicyMay.LENGTHEN:
        return period.months, LONGEST_MONTHS
    return (0 if period.policy_may == PolicyMay.SHORTEN else 1), (
        period.months if period.policy_may == PolicyMay.SHORTEN else LONGEST_MONTHS
    )


def _check_months(record: Record, months: int) -> None:
    least, most = room_for(record)
    if least <= months <= most:
        return
    source = PERIODS[record].sources[0].in_brief
    if PERIODS[record].policy_may == PolicyMay.LENGTHEN and months < least:
        said = f"It has to be kept {least} months; a policy may only keep it longer. {source}"
    elif PERIODS[record].policy_may == PolicyMay.SHORTEN:
        said = f"It may be kept {most} months at most; a policy may only make that shorter. {source}"
    else:
        said = f"Give a number of months from {least} to {most}."
    raise DomainError("no_room_for_policy", said, field_of(record))
