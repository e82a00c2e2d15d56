"""Who manages whom: assigned for many people at once, ended, and never overwritten."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.models import Engagement, User
from core.selectors import list_people_holding
from core.services.history import create_with_reason, delete_with_reason, save_with_reason
from cpd.domain.line_management import deny_first_day, deny_managing, last_day_before
from cpd.models import LineManagement

REPLACED = "another line manager"


@transaction.atomic
def assign_line_manager(
    *, engagement_ids: Collection[int], manager_id: int, valid_from: date, by: Actor, now: datetime
) -> int:
    """Somebody manages these people from a day on; whoever managed them before ends the day before.

    All of them or none. Returns for how many something changed: whoever has this manager stays untouched.
    Raises ``NotAllowed`` where the manager may not manage one of them, ``DomainError`` with nobody chosen.
    """
    if not engagement_ids:
        raise DomainError("nobody_chosen", "Tick the people this is about.", "people")
    require(deny_first_day(valid_from, today=day_of(now)))
    engagements = list(
        Engagement.objects.select_for_update(of=("self",))
        .filter(pk__in=engagement_ids)
        .select_related("person")
        .order_by("pk")
    )
    for school_id in {one.school_id for one in engagements}:
        require(deny_role(by, Permission.RECORD_DEVELOPMENT, school_id))
    manager = User.objects.get(pk=manager_id)
    _check_manager(manager, engagements, valid_from)
    running = {
        one.engagement_id: one
        for one in LineManagement.objects.filter(engagement__in=engagements, valid_until=None)
    }
    changing = [one for one in engagements if _manager_of(running, one) != manager_id]
    for engagement in changing:
        if (before := running.get(engagement.pk)) is not None:
            _give_way(before, valid_from, by=by, now=now)
    rows = [LineManagement(engagement=one, manager=manager, valid_from=valid_from) for one in changing]
    create_with_reason(LineManagement, rows, by=by, reason="assigned", now=now)
    return len(rows)


@transaction.atomic
def end_line_management(*, management_id: int, last_day: date, by: Actor, now: datetime) -> LineManagement:
    """Somebody no longer manages a person after a day. Raises ``DomainError`` for a day before the first."""
    row = (
        LineManagement.objects.select_for_update(of=("self",))
        .select_related("engagement")
        .get(pk=management_id)
    )
    require(deny_role(by, Permission.RECORD_DEVELOPMENT, row.engagement.school_id))
    if row.valid_until is not None:
        raise DomainError("ended_already", "This has ended already.")
    if last_day < row.valid_from:
        raise DomainError("dates_out_of_order", "The last day cannot be before the first.", "last_day")
    row.valid_until = last_day
    save_with_reason(row, by=by, reason="ended", now=now, update_fields=["valid_until"])
    return row


def _check_manager(manager: User, engagements: Collection[Engagement], valid_from: date) -> None:
    holding = {
        school_id: {user.pk for user in list_people_holding(Permission.MANAGE_TEAM, school_id=school_id)}
        for school_id in {one.school_id for one in engagements}
    }
    for one in engagements:
        require(
            deny_managing(
                holds_role=manager.pk in holding[one.school_id],
                is_oneself=one.person.user_id == manager.pk,
                has_left=one.end_date is not None and one.end_date < valid_from,
            )
        )


def _manager_of(running: dict[int, LineManagement], engagement: Engagement) -> int | None:
    row = running.get(engagement.pk)
    return row.manager_id if row else None


def _give_way(before: LineManagement, valid_from: date, *, by: Actor, now: datetime) -> None:
    """End what ran before the new one; where it would never have begun, only its history is left."""
    if before.valid_from >= valid_from:
        delete_with_reason(before, by=by, reason=REPLACED, now=now)
        return
    before.valid_until = last_day_before(valid_from)
    save_with_reason(before, by=by, reason=REPLACED, now=now, update_fields=["valid_until"])
