"""What a school decides for itself: written down with the reason, the earlier words kept."""

from dataclasses import fields
from datetime import datetime

from django.db import transaction

from compliance.domain.school_policy import SchoolPolicy, check_policy, field_of
from compliance.models import CompliancePolicy
from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.models import School
from core.services.history import save_with_reason


@transaction.atomic
def set_policy(
    *, school_id: int, policy: SchoolPolicy, reason: str, by: Actor, now: datetime
) -> CompliancePolicy:
    """Write down a school's policy. The reason is needed; history keeps what held before.

    What is due for destruction follows at once. Raises ``DomainError`` at the field for what law or guidance
    leaves no room for, without a reason, and where nothing changes.
    """
    require(deny_role(by, Permission.EDIT_COMPLIANCE_POLICY, school_id))
    check_policy(policy)
    if not reason.strip():
        raise DomainError("reason_missing", "Say in a few words who decided this, or why.", "reason")
    School.objects.select_for_update().get(pk=school_id)
    row = CompliancePolicy.objects.filter(school_id=school_id).first()
    row = row or CompliancePolicy(school_id=school_id)
    wanted = values_of(policy)
    if all(getattr(row, name) == value for name, value in wanted.items()):
        raise DomainError("nothing_changed", "Nothing is different from what holds already.")
    for name, value in wanted.items():
        setattr(row, name, value)
    save_with_reason(row, by=by, reason=reason.strip(), now=now)
    return row


def values_of(policy: SchoolPolicy) -> dict[str, int | None]:
    """A policy as the columns of its table."""
    own = {one.name: getattr(policy, one.name) for one in fields(policy) if one.name != "kept_months"}
    return own | {field_of(record): months for record, months in policy.kept_months.items()}
