"""Induction: a school's list by kind of person, begun for somebody new, ticked off one by one."""

from datetime import date, datetime

from django.db import transaction

from compliance.domain.kinds import PersonKind
from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.models import Engagement
from core.services.history import create_with_reason, save_with_reason
from core.services.schools import lock_school
from cpd.domain.induction import (
    TemplateEntry,
    check_template,
    date_items,
    probation_dates,
)
from cpd.enums import ItemOutcome
from cpd.models import (
    Induction,
    InductionItem,
    InductionTemplate,
    InductionTemplateItem,
    Probation,
    ProbationReview,
)
from cpd.selectors.acting import deny_developing
from cpd.selectors.induction import find_entry, kind_of


@transaction.atomic
def save_template(
    *, school_id: int, kind: PersonKind, entry: TemplateEntry, by: Actor, now: datetime
) -> InductionTemplate:
    """What a school shows somebody new of a kind, from now on: inductions already begun stay as they are."""
    require(deny_role(by, Permission.EDIT_DEVELOPMENT_RULES, school_id))
    check_template(entry)
    lock_school(school_id)
    template = InductionTemplate.objects.select_for_update().filter(school_id=school_id, kind=kind).first()
    template = template or InductionTemplate(school_id=school_id, kind=kind)
    template.probation_months = entry.probation_months
    template.review_months = sorted(set(entry.review_months))
    save_with_reason(template, by=by, reason=f"{len(entry.items)} items", now=now)
    template.items.all().delete()
    InductionTemplateItem.objects.bulk_create(
        InductionTemplateItem(
            template=template,
            position=place,
            text=one.text.strip(),
            due_days=one.due_days,
            by_whom=one.by_whom.strip(),
        )
        for place, one in enumerate(entry.items, start=1)
    )
    return template


@transaction.atomic
def begin_induction(*, engagement_id: int, by: Actor, now: datetime) -> Induction:
    """Begin somebody's induction, and probation where their kind has one, from the school's list.

    Where the school has no list of its own the usual one stands in. Raises ``DomainError`` without a role
    or a first day, or where it was begun before.
    """
    engagement = Engagement.objects.select_for_update().get(pk=engagement_id)
    require(deny_developing(by, engagement, today=day_of(now)))
    if Induction.objects.filter(engagement=engagement).exists():
        raise DomainError("begun_already", "This induction was begun already.")
    kind = kind_of(engagement)
    if kind is None:
        raise DomainError("role_missing", "Describe the role on the staff record first.")
    if engagement.start_date is None:
        raise DomainError("first_day_missing", "Agree the first day first: every day of the list follows it.")
    entry = find_entry(school_id=engagement.school_id, kind=kind)
    induction = Induction(engagement=engagement, begun_at=now, begun_by_id=by.acting_id)
    save_with_reason(induction, by=by, reason="begun", now=now)
    items = [
        InductionItem(
            induction=induction, position=place, text=one.text, by_whom=one.by_whom, due_date=one.due_date
        )
        for place, one in enumerate(date_items(entry.items, first_day=engagement.start_date), start=1)
    ]
    create_with_reason(InductionItem, items, by=by, reason="begun", now=now)
    if entry.probation_months is not None:
        _begin_probation(engagement, engagement.start_date, entry, by=by, now=now)
    return induction


@transaction.atomic
def settle_item(
    *,
    item_id: int,
    outcome: ItemOutcome,
    settled_date: date,
    reason: str = "",
    by: Actor,
    now: datetime,
) -> InductionItem:
    """Tick one thing off: done on a day that has come, or not needed for a reason."""
    item = _lock_item(item_id, by, now)
    if item.outcome != ItemOutcome.OPEN:
        raise DomainError("settled_already", "This is ticked off already.")
    if settled_date > day_of(now):
        raise DomainError("date_ahead", "This day has not come yet.", "settled_date")
    if outcome == ItemOutcome.NOT_NEEDED and not reason.strip():
        raise DomainError("reason_missing", "Say in a few words why it is not needed.", "reason")
    item.outcome, item.settled_date, item.settled_at = outcome, settled_date, now
    item.settled_by_id = by.acting_id
    item.reason = reason.strip() if outcome == ItemOutcome.NOT_NEEDED else ""
    save_with_reason(item, by=by, reason=item.reason or "done", now=now)
    return item


@transaction.atomic
def reopen_item(*, item_id: int, reason: str, by: Actor, now: datetime) -> InductionItem:
    """Take a tick back that was made in error; who made it stays in the history."""
    item = _lock_item(item_id, by, now)
    if item.outcome == ItemOutcome.OPEN:
        raise DomainError("open_already", "This is still to be done.")
    if not reason.strip():
        raise DomainError("reason_missing", "Say in a few words what was wrong.", "reason")
    item.outcome, item.reason = ItemOutcome.OPEN, ""
    item.settled_date = item.settled_at = item.settled_by = None
    save_with_reason(item, by=by, reason=reason.strip(), now=now)
    return item


def _lock_item(item_id: int, by: Actor, now: datetime) -> InductionItem:
    item = (
        InductionItem.objects.select_for_update(of=("self",))
        .select_related("induction__engagement")
        .get(pk=item_id)
    )
    require(deny_developing(by, item.induction.engagement, today=day_of(now)))
    return item


def _begin_probation(
    engagement: Engagement, first_day: date, entry: TemplateEntry, *, by: Actor, now: datetime
) -> None:
    end, reviews = probation_dates(
        first_day, months=entry.probation_months or 0, review_months=entry.review_months
    )
    probation = Probation(
        engagement=engagement, start_date=first_day, end_date=end, set_at=now, set_by_id=by.acting_id
    )
    save_with_reason(probation, by=by, reason="begun with the induction", now=now)
    rows = [ProbationReview(probation=probation, due_date=day) for day in reviews]
    create_with_reason(ProbationReview, rows, by=by, reason="begun with the induction", now=now)
