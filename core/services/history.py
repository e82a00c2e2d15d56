"""Saving with a name and a reason in the history."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache

from django.db.models import Model
from simple_history.utils import bulk_create_with_history

from core.domain.permissions import Actor
from core.models import User


def save_with_reason(
    instance: Model,
    *,
    by: Actor,
    reason: str = "",
    now: datetime | None = None,
    update_fields: list[str] | None = None,
) -> None:
    """Save a model that keeps history, saying who changed it and why.

    With ``now`` the history is dated by the moment of the service that writes: rows that are changed together
    are found together again by it, and so is a record as it stood at a past moment.
    """
    _sign(instance, by=by, reason=reason, now=now)
    instance.save(update_fields=update_fields)


def delete_with_reason(instance: Model, *, by: Actor, reason: str, now: datetime) -> None:
    """Delete a row; its history keeps how it last stood, who took it out and why."""
    _sign(instance, by=by, reason=reason, now=now)
    instance.delete()


def create_with_reason[M: Model](
    model: type[M], rows: Iterable[M], *, by: Actor, reason: str, now: datetime
) -> None:
    """Store many new rows at once, each with its first line of history."""
    bulk_create_with_history(
        list(rows),
        model,
        default_user=_user(by),
        default_change_reason=_fitting(model, reason),
        default_date=now,
    )


def _sign(instance: Model, *, by: Actor, reason: str, now: datetime | None) -> None:
    instance._history_user = _user(by)  # type: ignore[attr-defined]
    instance._change_reason = _fitting(type(instance), reason)  # type: ignore[attr-defined]
    if now is not None:
        instance._history_date = now  # type: ignore[attr-defined]
    else:  # no moment that an earlier save of the same object was given
        vars(instance).pop("_history_date", None)


def _user(by: Actor) -> User | None:
    return User(pk=by.user_id) if by.user_id else None


def _fitting(model: type[Model], reason: str) -> str:
    """The reason as far as the history of the model has room for it; whole where that is a text."""
    return reason[: _room_for_reason(model)]


@cache
def _room_for_reason(model: type[Model]) -> int | None:
    """Looked up once for each model: every look at its history makes a manager anew."""
    kept_in = model.history.model._meta.get_field("history_change_reason")  # type: ignore[attr-defined]
    room: int | None = kept_in.max_length
    return room
