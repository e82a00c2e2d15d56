"""Writes down every move: who, when, why, from what to what."""

from datetime import datetime

from core.domain.permissions import Actor
from recruitment.enums import EventKind
from recruitment.models import Application, RecruitmentEvent, Stage


def record_event(
    kind: EventKind | str,
    *,
    vacancy_id: int,
    by: Actor,
    now: datetime,
    stage: Stage | None = None,
    application: Application | None = None,
    from_status: str = "",
    to_status: str = "",
    reason: str = "",
) -> RecruitmentEvent:
    """Store one event. It never carries points or totals: the timeline is read while scores are sealed."""
    return RecruitmentEvent.objects.create(
        vacancy_id=vacancy_id,
        stage=stage,
        application=application,
        kind=EventKind(kind),
        from_status=from_status,
        to_status=to_status,
        at=now,
        by_id=by.user_id,
        reason=reason,
    )
