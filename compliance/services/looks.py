"""Looks at the single central record in inspection mode: each is written down."""

from datetime import datetime

from compliance.models import CentralRecordLook
from core.domain.errors import require
from core.domain.permissions import Actor, Permission, deny_role


def log_look(
    *,
    school_id: int,
    what: str,
    as_at: datetime | None,
    by: Actor,
    now: datetime,
    engagement_id: int | None = None,
) -> CentralRecordLook:
    """Write down who looked, when and at what. Raises ``NotAllowed`` for somebody who may not look."""
    require(deny_role(by, Permission.VIEW_CENTRAL_RECORD, school_id))
    return CentralRecordLook.objects.create(
        school_id=school_id,
        engagement_id=engagement_id,
        as_at=as_at,
        looked_at=now,
        looked_by_id=by.acting_id,
        what=what[:100],
    )
