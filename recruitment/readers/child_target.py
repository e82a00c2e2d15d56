"""What the child process calls: one file in, one reading as JSON out. Keeps its imports few."""

from pathlib import Path
from typing import Any

from recruitment.readers.reader import read_specification
from recruitment.readers.reading_json import reading_to_json


def read_to_json(path: str, kind: str) -> dict[str, Any]:
    """Raises ``DomainError`` where the file cannot be read."""
    return reading_to_json(read_specification(Path(path), kind=kind))
