"""Looks at the single central record in inspection mode, and at the files of checks: each is written down."""

from datetime import datetime

from compliance.domain.categories import CHECK_LABELS, CheckType
from compliance.models import CentralRecordLook, Check
from core.domain.errors import require
from core.domain.permissions import Actor, Permission, deny_role
from core.models import Engagement


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


def log_file_look(*, check: Check, by: Actor, now: datetime) -> CentralRecordLook:
    """Write down who took the file kept with a check. Raises ``NotAllowed`` as a look does."""
    engagements = Engagement.objects.filter(person_id=check.person_id, school_id=check.school_id)
    newest = engagements.order_by("-pk").first()
    return log_look(
        school_id=check.school_id,
        what=f"File: {CHECK_LABELS[CheckType(check.check_type)]}",
        as_at=None,
        by=by,
        now=now,
        engagement_id=newest.pk if newest else None,
    )
