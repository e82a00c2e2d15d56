"""What the child process calls: one workbook in, one reading as JSON out. Keeps its imports few."""

from datetime import date
from typing import Any

from compliance.domain.central_record_reading import reading_to_json
from compliance.readers.central_record.workbook import read_central_record
from core.domain.schools import SchoolType


def read_to_json(path: str, school_type: str, as_at: str) -> dict[str, Any]:
    """Raises ``DomainError`` where the workbook cannot be read."""
    reading = read_central_record(path, school=SchoolType(school_type), as_at=date.fromisoformat(as_at))
    return reading_to_json(reading)
