"""A training log under review: read, brought in as somebody confirms it, discarded, forgotten in time."""

import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.models import Engagement
from core.services.documents import Upload, store_document
from core.services.history import create_with_reason
from cpd.domain.training_log import TrainingLogReading, reading_from_json, reading_to_json
from cpd.enums import LogStatus, TrainingOrigin
from cpd.models import Training, TrainingLog
from cpd.readers.sandboxed import LOG_KINDS, read_log_document
from cpd.selectors.training_logs import LineState, plan_log
from cpd.services.training import make_record

KEPT_DAYS = 90


@dataclass(frozen=True, slots=True)
class LogReport:
    """How many lines came in, were on record already, cannot come in, and were left out by choice."""

    recorded: int
    known: int
    problems: int
    left_out: int


def read_log_upload(*, school_id: int, upload: Upload, by: Actor, now: datetime) -> TrainingLog:
    """Read a workbook for review. The file itself is not kept, whether it could be read or not.

    In no transaction, which would keep others waiting while it is read. Raises ``DomainError`` where the file
    is refused or cannot be read.
    """
    require(deny_role(by, Permission.RECORD_DEVELOPMENT, school_id))
    forget_logs(now=now)
    document = store_document(school_id=school_id, upload=upload, allowed=LOG_KINDS, by=by, now=now)
    name, stored = document.original_name, document.file
    try:
        with tempfile.TemporaryDirectory(prefix="training-log-") as folder:
            reading = read_log_document(document, Path(folder))
    finally:
        document.delete()
        stored.storage.delete(str(stored.name))
    return TrainingLog.objects.create(
        school_id=school_id,
        source_name=name,
        reading=reading_to_json(reading),
        created_at=now,
        created_by_id=by.acting_id,
    )


@transaction.atomic
def bring_in_log(*, log_id: int, left_out: Collection[str], by: Actor, now: datetime) -> LogReport:
    """Write down every line that can be, but for those left out by their key: all of them or none.

    What is on record by now does not come in twice, however often a log is brought in.
    """
    log = _lock_open(log_id, by)
    reading = reading_from_json(log.reading)
    report = record_lines(reading=reading, school_id=log.school_id, left_out=left_out, by=by, now=now)
    log.report = {
        "recorded": report.recorded,
        "known": report.known,
        "problems": report.problems,
        "left_out": report.left_out,
    }
    _settle(log, LogStatus.IMPORTED, by, now)
    return report


@transaction.atomic
def record_lines(
    *, reading: TrainingLogReading, school_id: int, left_out: Collection[str], by: Actor, now: datetime
) -> LogReport:
    """The same for a reading that is not under review, such as one from the command line.

    What a log says of whoever brings it in waits for somebody else to confirm it.
    """
    require(deny_role(by, Permission.RECORD_DEVELOPMENT, school_id))
    _hold_records(school_id)
    plan = plan_log(reading, school_id=school_id, today=day_of(now))
    ready = plan.of_state(LineState.NEW)
    wanted = [one for one in ready if one.line.key not in left_out]
    rows = [
        make_record(
            one.person, one.entry(), school_id=school_id, origin=TrainingOrigin.WORKBOOK, by=by, now=now
        )
        for one in wanted
        if one.person is not None
    ]
    create_with_reason(Training, rows, by=by, reason="brought in from a training log", now=now)
    return LogReport(
        recorded=len(rows),
        known=len(plan.of_state(LineState.KNOWN)),
        problems=len(plan.of_state(LineState.PROBLEM)),
        left_out=len(ready) - len(wanted),
    )


@transaction.atomic
def discard_log(*, log_id: int, by: Actor, now: datetime) -> TrainingLog:
    """Set a log aside without bringing anything in: what was read of it is erased."""
    log = _lock_open(log_id, by)
    _settle(log, LogStatus.DISCARDED, by, now)
    return log


def forget_logs(*, now: datetime, dry_run: bool = False) -> int:
    """Erase logs that are older than 90 days, open or settled; how many there were."""
    old = TrainingLog.objects.filter(created_at__lt=now - timedelta(days=KEPT_DAYS))
    return old.count() if dry_run else old.delete()[0]


def _lock_open(log_id: int, by: Actor) -> TrainingLog:
    log = TrainingLog.objects.select_for_update().get(pk=log_id)
    require(deny_role(by, Permission.RECORD_DEVELOPMENT, log.school_id))
    if log.status != LogStatus.OPEN:
        word = LogStatus(log.status).label.lower()
        raise DomainError("log_closed", f"This log has already been {word}. Choose the file again.")
    return log


def _hold_records(school_id: int) -> None:
    """Nobody else writes training of the school down until this is done: the same could come in twice."""
    list(
        Engagement.objects.select_for_update(of=("self",))
        .filter(school_id=school_id)
        .order_by("pk")
        .values_list("pk", flat=True)
    )


def _settle(log: TrainingLog, status: LogStatus, by: Actor, now: datetime) -> None:
    log.status, log.reading = status, {}
    log.settled_at, log.settled_by_id = now, by.acting_id
    log.save()
