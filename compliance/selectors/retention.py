"""What comes up for destruction at some schools. A constant number of queries, whatever there is."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from django.urls import reverse

from compliance.domain.reminder_rules import DESTRUCTIONS
from compliance.domain.reminders import DueThing
from compliance.domain.retention_list import RetentionItem
from compliance.domain.school_policy import field_of
from compliance.enums import ErasableRecord
from compliance.models import CompliancePolicy
from compliance.selectors.retention_rows import RetentionRow, list_retention_rows
from core.domain.retention import Record, judge_retention
from core.domain.school_time import day_of
from core.models import School


def list_retention_items(
    school_ids: Collection[int],
    *,
    today: date,
    until: date | None = None,
    kinds: Iterable[str] = ErasableRecord.values,
) -> list[RetentionItem]:
    """Records whose day comes by ``until`` (today where not given), by day; held ones too. One query."""
    until = until or today
    rows = list_retention_rows(school_ids, until=until, kinds=frozenset(kinds))
    found = [_item(row, today) for row in rows]
    return sorted(
        (item for item in found if item.retention.destroy_after <= until),
        key=lambda item: (item.retention.destroy_after, item.subject, item.record_key),
    )


def list_destructions_due(school_ids: Collection[int], *, today: date, until: date) -> list[DueThing]:
    """The same as days to be reminded of: one for all applications of a vacancy, one for anything else.

    What is held or proposed already is nobody's to do.
    """
    grouped: dict[tuple[Record, str], list[RetentionItem]] = defaultdict(list)
    for item in list_retention_items(school_ids, today=today, until=until):
        if not item.is_held and not item.is_proposed:
            key = f"vacancy-{item.vacancy_id}" if item.vacancy_id else item.record_key
            grouped[item.record, key].append(item)
    return [_as_due_thing(record, key, items) for (record, key), items in grouped.items()]


def _as_due_thing(record: Record, key: str, items: list[RetentionItem]) -> DueThing:
    first, rule = items[0], DESTRUCTIONS[record]
    of_vacancy = first.vacancy_id is not None
    return DueThing(
        rule=rule,
        record_key=key,
        school_id=first.school_id,
        school_name=first.school_name,
        title=f"Destroy {len(items)} unsuccessful application{'s' if len(items) != 1 else ''}"
        if of_vacancy
        else f"Destroy: {first.description}",
        due_date=first.retention.destroy_after,
        href=f"{reverse('compliance:retention-list')}?kind={record}&school={first.school_id}",
        person_name="" if of_vacancy else first.subject,
        initials="" if of_vacancy else "".join(f"{word[0]}. " for word in first.subject.split()).strip(),
        detail=first.description if of_vacancy else first.retention.reason,
    )


def months_by_policy(record: Record, school: School) -> int | None:
    """What the school's own policy says of a record; None where it says nothing.

    Load ``compliance_policy`` with the school.
    """
    policy: CompliancePolicy | None = getattr(school, "compliance_policy", None)
    return getattr(policy, field_of(record)) if policy else None


def _item(row: RetentionRow, today: date) -> RetentionItem:
    record, event_date = Record(row.record), row.event_date
    if row.event_at is not None:
        event_date = day_of(row.event_at)
    assert event_date is not None  # noqa: S101 (one of the two is there; for the type checker)
    return RetentionItem(
        record=record,
        record_key=row.record_key,
        school_id=row.school_id,
        school_name=row.school_name,
        subject=f"{row.given_name} {row.family_name}",
        description=_description(row),
        event_date=event_date,
        retention=judge_retention(
            record,
            event_date,
            as_at=today,
            legal_hold=bool(row.hold_reason),
            policy_months=row.policy_months,
        ),
        person_id=row.person_id,
        vacancy_id=row.vacancy_id,
        object_id=row.object_id,
        hold_reason=row.hold_reason,
        is_proposed=bool(row.is_proposed),
    )


def _description(row: RetentionRow) -> str:
    if row.record == Record.UNSUCCESSFUL_APPLICATION:
        return f"Application for {row.vacancy_title}, {row.vacancy_reference}"
    if row.record == Record.DBS_COPY:
        return "Copy of a DBS certificate"
    return ErasableRecord(row.record).label
