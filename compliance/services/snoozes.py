"""Reminders that rest for a while, because somebody said why."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from compliance.domain.reminders import DueThing, deny_snooze
from compliance.models import Snooze
from core.domain.errors import DomainError, NotAllowed, require
from core.domain.permissions import Actor, Permission, deny_role
from core.models import School


@transaction.atomic
def snooze(
    *, thing: DueThing, until_date: date, reason: str, by: Actor, today: date, now: datetime
) -> Snooze:
    """Let the reminders of a thing rest until a day. A snooze that runs is ended by the new one.

    Raises ``DomainError`` for a day that is not allowed or no reason.
    """
    require(deny_role(by, Permission.RECORD_CHECKS, thing.school_id))
    denial = deny_snooze(thing, until=until_date, today=today)
    if denial is not None:
        raise DomainError(denial.code, denial.message, "until_date")
    if not reason.strip():
        raise DomainError("reason_missing", "Say in a few words why this can wait.", "reason")
    School.objects.select_for_update().get(pk=thing.school_id)  # two at once would both find nothing to end
    _running(thing).update(ended_at=now, ended_by_id=by.acting_id)
    return Snooze.objects.create(
        rule=thing.rule.key,
        record_key=thing.record_key,
        due_date=thing.due_date,
        school_id=thing.school_id,
        until_date=until_date,
        reason=reason.strip()[:300],
        snoozed_at=now,
        snoozed_by_id=by.acting_id,
    )


@transaction.atomic
def end_snooze(*, thing: DueThing, by: Actor, now: datetime) -> None:
    """Wake the reminders of a thing again. Raises ``NotAllowed`` where nothing rests."""
    require(deny_role(by, Permission.RECORD_CHECKS, thing.school_id))
    if not _running(thing).update(ended_at=now, ended_by_id=by.acting_id):
        raise NotAllowed("not_snoozed", "These reminders are not resting.")


def _running(thing: DueThing) -> QuerySet[Snooze]:
    return (
        Snooze.objects.select_for_update()
        .running()
        .filter(rule=thing.rule.key, record_key=thing.record_key, due_date=thing.due_date)
    )
