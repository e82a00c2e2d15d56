"""Destruction: held up, proposed by one person, confirmed by another, carried out and recorded."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Min

from compliance.domain.retention_list import RetentionItem
from compliance.enums import DestructionStatus, ErasableRecord
from compliance.models import DestructionBatch, DestructionItem, LegalHold
from compliance.selectors.retention import list_retention_items
from compliance.services.erasure import plan_erasure
from core.domain.errors import Denial, DomainError, NotAllowed, require
from core.domain.permissions import Actor, Permission, deny_role
from core.models import Engagement, School
from core.services.erasure import Preview, erase, preview_erasure

NOT_NOW = (
    "{number} of these can no longer be destroyed: a legal hold was placed, or something about the record "
    "changed. Cancel this proposal and propose the rest anew."
)


@dataclass(frozen=True, slots=True)
class BatchPreview:
    """What a proposal would take out now; ``missing`` of its items cannot be destroyed any more."""

    items: list[RetentionItem]
    missing: int
    erasure: Preview


@transaction.atomic
def propose_destruction(
    *, kind: str, school_id: int, record_keys: Collection[str], by: Actor, today: date, now: datetime
) -> DestructionBatch:
    """Propose records of one kind at one school. Nothing happens to them until somebody else confirms.

    Raises ``DomainError`` where nothing was chosen, or something that is not due, held or proposed already.
    """
    require(deny_role(by, Permission.MANAGE_RETENTION, school_id))
    wanted = frozenset(record_keys)
    if not wanted:
        raise DomainError("nothing_chosen", "Tick what is to be destroyed.")
    items = [
        item
        for item in list_retention_items([school_id], today=today, kinds=[ErasableRecord(kind)])
        if item.record_key in wanted and item.is_due
    ]
    if len(items) != len(wanted):
        raise DomainError(
            "not_due",
            f"{len(wanted) - len(items)} of these are held, proposed already or not due any more. "
            "Look at the list again.",
        )
    batch = DestructionBatch.objects.create(
        school_id=school_id, kind=kind, proposed_at=now, proposed_by_id=by.acting_id
    )
    rows = [
        DestructionItem(
            batch=batch,
            record_key=item.record_key,
            description=item.description,
            destroy_after=item.retention.destroy_after,
        )
        for item in items
    ]
    try:
        with transaction.atomic():
            DestructionItem.objects.bulk_create(rows)
    except IntegrityError as error:
        raise DomainError(
            "proposed_meanwhile", "Somebody has just proposed one of these. Look at the list again."
        ) from error
    return batch


def deny_confirmation(*, batch: DestructionBatch, by: Actor) -> Denial | None:
    """Whether a person may confirm a proposal: it waits, and it is not their own."""
    if batch.status != DestructionStatus.PROPOSED:
        return Denial("settled", "This is settled already.")
    if batch.proposed_by_id == by.user_id:
        return Denial("own_proposal", "You proposed this, so somebody else has to confirm it.")
    return deny_role(by, Permission.MANAGE_RETENTION, batch.school_id)


def preview_destruction(*, batch: DestructionBatch, today: date) -> BatchPreview:
    """Exactly what a proposal would take out if it were confirmed now."""
    keys = frozenset(batch.items.order_by("pk").values_list("record_key", flat=True))
    items = _still_due(batch, keys, today)
    plan = plan_erasure(kind=batch.kind, school_id=batch.school_id, items=items, today=today)
    return BatchPreview(items, len(keys) - len(items), preview_erasure(erasure=plan))


@transaction.atomic
def confirm_destruction(*, batch_id: int, by: Actor, today: date, now: datetime) -> DestructionBatch:
    """Destroy what was proposed: all of it or, where something stands in the way by now, nothing.

    Raises ``NotAllowed`` for one's own proposal, ``DomainError`` for what has changed since.
    """
    batch = DestructionBatch.objects.select_for_update().get(pk=batch_id)
    require(deny_confirmation(batch=batch, by=by))
    _lock(batch.school_id)
    keys = frozenset(batch.items.order_by("pk").values_list("record_key", flat=True))
    items = _still_due(batch, keys, today)
    if len(items) != len(keys):
        raise DomainError("changed_since", NOT_NOW.format(number=len(keys) - len(items)))
    if batch.kind == ErasableRecord.PERSONNEL_FILE:
        _keep_since_when(batch, items)
    plan = plan_erasure(kind=batch.kind, school_id=batch.school_id, items=items, today=today)
    erased = erase(erasure=plan)
    batch.row_count, batch.file_count, batch.person_count = erased.rows, erased.files, erased.people
    return _settle(batch, DestructionStatus.DESTROYED, by=by, now=now)


@transaction.atomic
def cancel_destruction(*, batch_id: int, by: Actor, now: datetime) -> DestructionBatch:
    """Take a proposal back; its records are free to be proposed again."""
    batch = DestructionBatch.objects.select_for_update().get(pk=batch_id)
    require(deny_role(by, Permission.MANAGE_RETENTION, batch.school_id))
    if batch.status != DestructionStatus.PROPOSED:
        raise NotAllowed("settled", "This is settled already.")
    return _settle(batch, DestructionStatus.CANCELLED, by=by, now=now)


@transaction.atomic
def place_hold(
    *,
    school_id: int,
    person_id: int | None = None,
    vacancy_id: int | None = None,
    reason: str,
    by: Actor,
    now: datetime,
) -> LegalHold:
    """Keep all of a person, or of a vacancy, from being destroyed at a school. The reason is needed."""
    require(deny_role(by, Permission.MANAGE_RETENTION, school_id))
    if not reason.strip():
        raise DomainError("reason_missing", "Say why this must stay: a claim, a complaint.", "reason")
    _lock(school_id)
    running = LegalHold.objects.running().filter(school_id=school_id)
    on_it = running.filter(person_id=person_id) if person_id else running.filter(vacancy_id=vacancy_id or 0)
    if on_it.exists():
        raise DomainError("held_already", "There is a hold on this already.")
    return LegalHold.objects.create(
        school_id=school_id,
        person_id=person_id,
        vacancy_id=vacancy_id,
        reason=reason.strip()[:300],
        placed_at=now,
        placed_by_id=by.acting_id,
    )


@transaction.atomic
def lift_hold(*, hold_id: int, reason: str, by: Actor, now: datetime) -> LegalHold:
    """End a hold; whose time was up meanwhile comes up for destruction at once. The reason is needed."""
    hold = LegalHold.objects.select_for_update().get(pk=hold_id)
    require(deny_role(by, Permission.MANAGE_RETENTION, hold.school_id))
    if hold.lifted_at is not None:
        raise NotAllowed("lifted_already", "This hold is lifted already.")
    if not reason.strip():
        raise DomainError("reason_missing", "Say why it need not stay any longer.", "reason")
    hold.lifted_at, hold.lifted_by_id, hold.lift_reason = now, by.acting_id, reason.strip()[:300]
    hold.save(update_fields=["lifted_at", "lifted_by", "lift_reason"])
    return hold


def _keep_since_when(batch: DestructionBatch, items: Sequence[RetentionItem]) -> None:
    """From when each of these stood in the central record: a past view says so that somebody is missing."""
    histories = Engagement.history.filter(
        school_id=batch.school_id, person_id__in=[item.person_id for item in items]
    )
    first = histories.order_by().values("person_id").annotate(first=Min("history_date"))
    since = dict(first.values_list("person_id", "first"))
    keys = {item.record_key: since.get(item.person_id) for item in items}
    rows = list(batch.items.filter(record_key__in=keys).order_by("pk"))
    for row in rows:
        row.recorded_at = keys[row.record_key]
    DestructionItem.objects.bulk_update(rows, ["recorded_at"])


def _lock(school_id: int) -> None:
    """One at a time at a school: no hold slips in while a destruction is under way."""
    School.objects.select_for_update().get(pk=school_id)


def _still_due(batch: DestructionBatch, keys: frozenset[str], today: date) -> list[RetentionItem]:
    """The items of a proposal whose day has come and that nothing holds."""
    kinds = [ErasableRecord(batch.kind)]
    return [
        item
        for item in list_retention_items([batch.school_id], today=today, kinds=kinds)
        if item.record_key in keys and item.retention.due is True
    ]


def _settle(batch: DestructionBatch, status: str, *, by: Actor, now: datetime) -> DestructionBatch:
    batch.items.update(is_settled=True)
    batch.status, batch.settled_at, batch.settled_by_id = status, now, by.acting_id
    batch.save()
    return batch
