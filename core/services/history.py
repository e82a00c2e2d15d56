"""Saving with a name and a reason in the history."""

from django.db.models import Model

from core.domain.permissions import Actor
from core.models import User


def save_with_reason(
    instance: Model, *, by: Actor, reason: str = "", update_fields: list[str] | None = None
) -> None:
    """Save a model that keeps history, saying who changed it and why."""
    instance._history_user = User(pk=by.user_id) if by.user_id else None  # type: ignore[attr-defined]
    instance._change_reason = reason[:100]  # type: ignore[attr-defined]
    instance.save(update_fields=update_fields)
