"""Writes about people and what they do at a school."""

from datetime import date, datetime

from core.domain.errors import DomainError
from core.domain.permissions import Actor
from core.models import Engagement
from core.services.history import save_with_reason


def create_engagement(
    *,
    person_id: int,
    school_id: int,
    job_title: str,
    start_date: date | None,
    end_date: date | None,
    by: Actor,
    now: datetime,
    reason: str,
) -> Engagement:
    """Record that a person will work at a school. Raises ``DomainError`` for an end before the start."""
    if start_date and end_date and end_date < start_date:
        raise DomainError("dates_out_of_order", "The last day cannot be before the first.", "end_date")
    engagement = Engagement(
        person_id=person_id,
        school_id=school_id,
        job_title=job_title,
        start_date=start_date,
        end_date=end_date,
        created_at=now,
        created_by_id=by.acting_id,
    )
    save_with_reason(engagement, by=by, reason=reason, now=now)
    return engagement
