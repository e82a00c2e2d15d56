"""The one place where a status changes: ask the table, check the right, write the event."""

from datetime import datetime

from django.db import models

from core.domain.errors import require
from core.domain.permissions import Actor, deny_role
from core.services.history import save_with_reason
from recruitment.domain.states import find_transition
from recruitment.models import Application, Stage
from recruitment.services.events import record_event


def move(
    machine: str,
    instance: models.Model,
    target: str,
    *,
    vacancy_id: int,
    school_id: int,
    by: Actor,
    now: datetime,
    stage: Stage | None = None,
    application: Application | None = None,
    reason: str = "",
    writes_event: bool = True,
) -> None:
    """Move a record of the named machine to ``target``, with its event and its history.

    Other fields set on the instance beforehand are saved with it. ``writes_event`` is False where the
    record it belongs to moves too and writes the same event. Raises ``DomainError`` ``impossible_move``
    or ``not_permitted``.
    """
    source = instance.status  # type: ignore[attr-defined]
    transition = find_transition(machine, source, target)
    if transition.permission is not None:
        require(deny_role(by, transition.permission, school_id))
    instance.status = target  # type: ignore[attr-defined]
    if hasattr(type(instance), "history"):
        save_with_reason(instance, by=by, reason=reason or transition.event)
    else:
        instance.save()
    if not writes_event:
        return
    record_event(
        transition.event,
        vacancy_id=vacancy_id,
        by=by,
        now=now,
        stage=stage,
        application=application,
        from_status=source,
        to_status=target,
        reason=reason,
    )
