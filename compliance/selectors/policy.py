"""The policy of a school, and what it was before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from compliance.domain.school_policy import SchoolPolicy, field_of
from compliance.enums import ErasableRecord
from compliance.models import CompliancePolicy
from core.domain.retention import Record
from core.selectors import as_recorded

KEPT = tuple(Record(kind) for kind in ErasableRecord.values)
NAMES = (
    "references_wanted",
    "dbs_renewal_months",
    "early_start_review_days",
    "expiring_soon_days",
    *(field_of(record) for record in KEPT),
)


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """One change: who, when, why, and the names of what became different with the earlier and the new."""

    at: datetime
    by: str
    reason: str
    changed: Sequence[tuple[str, int | None, int | None]]


def get_policy(school_id: int) -> CompliancePolicy:
    """What the school decided; where it decided nothing, what holds then (not saved)."""
    return CompliancePolicy.objects.filter(school_id=school_id).first() or CompliancePolicy(
        school_id=school_id
    )


def get_months_at(record: Record, *, school_id: int, at: datetime) -> int | None:
    """How long a school kept a record by its own policy at a moment; None where it had none."""
    rows = as_recorded(CompliancePolicy, at).filter(school_id=school_id)
    return rows.values_list(field_of(record), flat=True).first()


def list_policy_changes(school_id: int) -> list[PolicyChange]:
    """Every change of a school's policy, the latest first."""
    rows = CompliancePolicy.history.filter(school_id=school_id).select_related("history_user")
    usual = CompliancePolicy(school_id=school_id)
    lines = [usual, *rows.order_by("history_date", "history_id")]
    return [
        PolicyChange(
            at=after.history_date,
            by=after.history_user.name if after.history_user else "",
            reason=after.history_change_reason or "",
            changed=[
                (name, getattr(before, name), getattr(after, name))
                for name in NAMES
                if getattr(before, name) != getattr(after, name)
            ],
        )
        for before, after in pairwise(lines)
    ][::-1]


def as_policy(row: CompliancePolicy) -> SchoolPolicy:
    """The row as the rules see it."""
    return SchoolPolicy(
        references_wanted=row.references_wanted,
        dbs_renewal_months=row.dbs_renewal_months,
        early_start_review_days=row.early_start_review_days,
        expiring_soon_days=row.expiring_soon_days,
        kept_months={record: getattr(row, field_of(record)) for record in KEPT},
    )
