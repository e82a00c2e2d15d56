"""A central-record workbook under review: read it, say what is meant, discard it, forget it in time."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db import transaction

from compliance.domain.central_record_fields import FIELDS
from compliance.domain.central_record_reading import reading_from_json, reading_to_json
from compliance.domain.workbook_choices import (
    PersonChoice,
    WorkbookChoices,
    cell_key,
    choices_from_json,
    choices_to_json,
    column_key,
    person_key,
    without_strangers,
)
from compliance.enums import WorkbookStatus
from compliance.models import WorkbookReading
from compliance.readers.central_record.sandboxed import WORKBOOK_KINDS
from compliance.readers.stored_workbook import read_document
from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.schools import SchoolType
from core.models import Document, School
from core.services.documents import Upload, store_document

KEPT_DAYS = 90


def read_workbook_upload(
    *, school_id: int, upload: Upload, as_at: date, by: Actor, now: datetime
) -> WorkbookReading:
    """Store a workbook and read it for review. One that cannot be read is not kept.

    Raises ``DomainError`` where the file is refused or cannot be read.
    """
    require(deny_role(by, Permission.IMPORT_CENTRAL_RECORD, school_id))
    school = School.objects.get(pk=school_id)
    document = store_document(school_id=school_id, upload=upload, allowed=WORKBOOK_KINDS, by=by, now=now)
    try:
        read = read_document(document, school=SchoolType(school.school_type), as_at=as_at, columns={})
        return WorkbookReading.objects.create(
            school=school,
            document=document,
            source_name=document.original_name,
            as_at=as_at,
            reading=reading_to_json(read),
            created_at=now,
            created_by_id=by.acting_id,
            changed_at=now,
        )
    except BaseException:
        _forget_file(document)
        raise


def lock_open_workbook(*, reading_id: int, by: Actor) -> WorkbookReading:
    """The reading, locked for a change. Raises ``DomainError`` where it is closed or not the actor's."""
    reading = WorkbookReading.objects.select_for_update().get(pk=reading_id)
    require(deny_role(by, Permission.IMPORT_CENTRAL_RECORD, reading.school_id))
    if reading.status != WorkbookStatus.OPEN:
        word = WorkbookStatus(reading.status).label.lower()
        raise DomainError("workbook_closed", f"This workbook has already been {word}. Drop it in again.")
    return reading


@transaction.atomic
def read_columns_again(
    *, reading_id: int, columns: dict[str, str], by: Actor, now: datetime
) -> WorkbookReading:
    """Read the workbook again with the fields a person chose, by ``column_key``; empty for none.

    What was chosen of people and repairs stays. Raises ``DomainError`` for a field nobody knows, or where
    the workbook cannot be read any more.
    """
    reading = lock_open_workbook(reading_id=reading_id, by=by)
    read, choices = reading_from_json(reading.reading), choices_from_json(reading.choices)
    if unknown := [field for field in columns.values() if field and field not in FIELDS]:
        raise DomainError("field_unknown", f"There is no such column as {unknown[0]}. Choose from the list.")
    proposed = {column_key(one): one.field or "" for one in read.columns}
    chosen = {key: field for key, field in columns.items() if key in proposed and proposed[key] != field}
    chosen = {**choices.columns, **chosen}
    document = reading.document
    if document is None:
        raise DomainError("workbook_gone", "The file of this workbook is no longer kept. Drop it in again.")
    school = SchoolType(School.objects.get(pk=reading.school_id).school_type)
    again = read_document(document, school=school, as_at=reading.as_at, columns=chosen)
    reading.reading = reading_to_json(again)
    reading.choices = choices_to_json(without_strangers(replace(choices, columns=chosen), again))
    reading.changed_at = now
    reading.save(update_fields=["reading", "choices", "changed_at"])
    return reading


@transaction.atomic
def choose_people(
    *, reading_id: int, people: dict[str, PersonChoice], by: Actor, now: datetime
) -> WorkbookReading:
    """Keep what a person says of rows, by ``person_key``; other rows stay as they were."""
    reading = lock_open_workbook(reading_id=reading_id, by=by)
    return keep_people(reading, people=people, now=now)


def keep_people(
    reading: WorkbookReading, *, people: dict[str, PersonChoice], now: datetime
) -> WorkbookReading:
    """The same, for a reading that is locked already."""
    choices = choices_from_json(reading.choices)
    rows = {person_key(one) for one in reading_from_json(reading.reading).people}
    said = {key: one for key, one in people.items() if key in rows}
    return _keep(reading, replace(choices, people={**choices.people, **said}), now)


@transaction.atomic
def choose_repairs(
    *, reading_id: int, shown: set[str], ticked: set[str], by: Actor, now: datetime
) -> WorkbookReading:
    """Keep which certain repairs are to be made: of those shown the ticked ones, others as they were."""
    reading = lock_open_workbook(reading_id=reading_id, by=by)
    read, choices = reading_from_json(reading.reading), choices_from_json(reading.choices)
    before = {cell_key(cell) for cell in choices.repairs_in(read)}
    certain = [cell_key(cell) for cell in read.cells if cell.fix is not None]
    wanted = (before - shown) | (ticked & shown)
    return _keep(reading, replace(choices, repairs=tuple(key for key in certain if key in wanted)), now)


def _keep(reading: WorkbookReading, choices: WorkbookChoices, now: datetime) -> WorkbookReading:
    reading.choices = choices_to_json(choices)
    reading.changed_at = now
    reading.save(update_fields=["choices", "changed_at"])
    return reading


@transaction.atomic
def discard_workbook(*, reading_id: int, by: Actor, now: datetime) -> WorkbookReading:
    """Set a workbook aside without bringing anything in: its file and what was read of it are erased."""
    reading = lock_open_workbook(reading_id=reading_id, by=by)
    document = reading.document
    reading.status = WorkbookStatus.DISCARDED
    reading.document, reading.reading, reading.choices = None, {}, {}
    reading.changed_at = reading.settled_at = now
    reading.settled_by_id = by.acting_id
    reading.save()
    if document is not None:
        _forget_file(document)
    return reading


@transaction.atomic
def forget_workbooks(*, now: datetime, dry_run: bool = False) -> int:
    """Erase workbooks nobody has touched for 90 days, file, reading and report; how many there were.

    What was brought in stays in the record, where the retention of each record decides.
    """
    old = WorkbookReading.objects.filter(changed_at__lt=now - timedelta(days=KEPT_DAYS))
    readings = list(old.select_related("document").order_by("pk"))
    if not dry_run:
        for reading in readings:
            document = reading.document
            reading.delete()
            if document is not None:
                _forget_file(document)
    return len(readings)


def _forget_file(document: Document) -> None:
    """Take out the row at once, and the file when that is settled."""
    file = document.file
    document.delete()
    transaction.on_commit(lambda: file.storage.delete(str(file.name)))
