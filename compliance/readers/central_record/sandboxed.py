"""Reads a central-record workbook that somebody gave us: guarded, then parsed in a limited child."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from compliance.domain.central_record_reading import CentralRecordReading, reading_from_json
from core.documents.guard import inspect
from core.documents.kinds import Kind, Note
from core.documents.sandbox import Limits, run_limited
from core.domain.errors import DomainError
from core.domain.schools import SchoolType

WORKBOOK_KINDS = frozenset({Kind.XLSX})
READING_LIMITS = Limits(memory_mb=1024, cpu_seconds=40, wall_seconds=60)
_TARGET = "compliance.readers.central_record.child_target:read_to_json"
_UNREADABLE = (
    "This workbook could not be read: it may be damaged, or hold nothing but charts. Open it in Excel, "
    "choose Save As, pick Excel Workbook (.xlsx) and upload that copy."
)
_LINKS_LEFT = "This workbook is linked to other files. The links were not followed."


def read_workbook(path: Path, *, name: str, school: SchoolType, as_at: date) -> CentralRecordReading:
    """The diagnosis of one uploaded workbook. Raises ``DomainError`` where it is refused or unreadable."""
    if not path.is_file():
        raise DomainError(
            "file_missing", f"There is no file called {name}. Check the name and the folder.", "file"
        )
    inspection = inspect(path, name=name, allowed=WORKBOOK_KINDS)
    answer = run_reading(_TARGET, str(path.resolve()), school.value, as_at.isoformat())
    reading = reading_from_json(answer)
    if Note.LINKED_CONTENT in inspection.notes:
        return replace(reading, notes=(*reading.notes, _LINKS_LEFT))
    return reading


def run_reading(target: str, *arguments: Any) -> Any:
    """What a reading in the limited child answers. Raises ``DomainError`` in the words of workbooks."""
    try:
        return run_limited(target, *arguments, limits=READING_LIMITS)
    except DomainError as error:
        if error.code == "document_unreadable":
            raise DomainError(error.code, _UNREADABLE, error.field) from error
        raise
