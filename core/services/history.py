"""Saving with a name and a reason in the history."""

from datetime import datetime

from django.db.models import Model

from core.domain.permissions import Actor
from core.models import User


def save_with_reason(
    instance: Model,
    *,
    by: Actor,
    reason: str = "",
    update_fields: list[str] | None = None,
    now: datetime | None = None,
) -> None:
    """Save a model that keeps history, saying who changed it and why.

    With ``now`` the history is dated by the moment of the service that writes, so that the record of a
    past moment is found again by that moment.
    """
    instance._history_user = User(pk=by.user_id) if by.user_id else None  # type: ignore[attr-defined]
    instance._change_reason = reason[:100]  # type: ignore[attr-defined]
    if now is not None:
        instance._history_date = now  # type: ignore[attr-defined]
    instance.save(update_fields=update_fields)


def delete_with_reason(instance: Model, *, by: Actor, reason: str) -> None:
    """Delete a model that keeps history; who did it and why stays there."""
    instance._history_user = User(pk=by.user_id) if by.user_id else None  # type: ignore[attr-defined]
    instance._change_reason = reason[:100]  # type: ignore[attr-defined]
    instance.delete()
