"""Reads a training log that somebody gave us: guarded, then parsed in a limited child."""

from pathlib import Path

from core.documents.guard import inspect
from core.documents.kinds import Kind
from core.documents.sandbox import Limits, run_limited
from core.domain.errors import DomainError
from core.models import Document
from cpd.domain.training_log import TrainingLogReading, reading_from_json

LOG_KINDS = frozenset({Kind.XLSX})
LIMITS = Limits(memory_mb=1024, cpu_seconds=40, wall_seconds=60)
_TARGET = "cpd.readers.training_log:read_to_json"


def read_log_file(path: Path, *, name: str) -> TrainingLogReading:
    """The lines of one workbook. Raises ``DomainError`` where it is refused or unreadable."""
    if not path.is_file():
        raise DomainError(
            "file_missing", f"There is no file called {name}. Check the name and the folder.", "file"
        )
    inspect(path, name=name, allowed=LOG_KINDS)
    return reading_from_json(run_limited(_TARGET, str(path.resolve()), limits=LIMITS))


def read_log_document(document: Document, folder: Path) -> TrainingLogReading:
    """The same of a stored file that the guard let in, from a copy in a folder of our own."""
    path = folder / "log.xlsx"
    with document.file.open("rb") as stored, path.open("wb") as copy:
        for chunk in stored.chunks():
            copy.write(chunk)
    return reading_from_json(run_limited(_TARGET, str(path), limits=LIMITS))
