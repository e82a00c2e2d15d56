"""Reads a stored central-record workbook, parsed in a limited child from a copy on our own disk."""

import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from compliance.domain.central_record_reading import CentralRecordReading, reading_from_json
from compliance.readers.central_record.sandboxed import run_reading
from core.domain.schools import SchoolType
from core.models import Document

_TARGET = "compliance.readers.chosen_columns:read_again_to_json"


def read_document(
    document: Document, *, school: SchoolType, as_at: date, columns: Mapping[str, str]
) -> CentralRecordReading:
    """The diagnosis of a workbook that the guard let in. Raises ``DomainError`` where it cannot be read.

    ``columns``: by ``column_key``, the field that a column holds, empty for none.
    """
    with tempfile.TemporaryDirectory(prefix="reading-") as folder:
        path = Path(folder) / "workbook.xlsx"
        with document.file.open("rb") as stored, path.open("wb") as copy:
            for chunk in stored.chunks():
                copy.write(chunk)
        answer = run_reading(_TARGET, str(path), school.value, as_at.isoformat(), dict(columns))
    return reading_from_json(answer)
