"""Writes about people and what they do at a school."""

from datetime import date, datetime

from django.db.models import ProtectedError

from core.domain.errors import DomainError
from core.domain.permissions import Actor
from core.models import Engagement
from core.services.history import delete_with_reason, save_with_reason


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


def delete_engagement(*, engagement: Engagement, by: Actor, reason: str, now: datetime) -> None:
    """Remove an engagement that was recorded in error; its history stays.

    Raises ``DomainError`` ``engagement_in_use`` where anything else has been recorded for it.
    """
    try:
        delete_with_reason(engagement, by=by, reason=reason, now=now)
    except ProtectedError as error:
        raise DomainError(
            "engagement_in_use",
            "A role or a check has been recorded for this engagement, so the acceptance stays. Where the "
            "person does not come after all, end the engagement in the staff record instead.",
        ) from error
