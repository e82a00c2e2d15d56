"""Reading files that people gave us: guarded first, then parsed in a child process with limits."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.documents.guard import Candidate, inspect_each
from core.documents.kinds import Kind
from core.documents.sandbox import Limits, Outcome, run_limited_each
from core.domain.errors import DomainError
from recruitment.domain.person_specification import Reading
from recruitment.readers.reading_json import reading_from_json

SPECIFICATION_KINDS = frozenset({Kind.DOCX, Kind.PDF, Kind.XLSX, Kind.HTML, Kind.TXT})
READING_LIMITS = Limits(memory_mb=768, cpu_seconds=20, wall_seconds=30)
_TARGET = "recruitment.readers.child_target:read_to_json"


def read_document(path: Path, *, name: str) -> Reading:
    """The reading of one uploaded file. Raises ``DomainError`` where it may not come in or cannot be read."""
    return reading_from_json(read_documents([Candidate(path, name)])[0].unwrap())


def read_documents(candidates: Sequence[Candidate]) -> list[Outcome[dict[str, Any]]]:
    """The readings of many files as JSON, in their order; one that cannot be read does not stop the others.

    All files share one child while it lives, and each has limits of its own.
    """
    outcomes: list[Outcome[dict[str, Any]]] = [Outcome() for _ in candidates]
    present = [place for place, candidate in enumerate(candidates) if candidate.path.is_file()]
    for place in set(range(len(candidates))) - set(present):
        message = f"There is no file called {candidates[place].name}. Check the name and the folder."
        outcomes[place] = Outcome(error=DomainError("file_missing", message, "file"))
    inspected = inspect_each([candidates[place] for place in present], allowed=SPECIFICATION_KINDS)
    ready: list[tuple[int, list[str]]] = []
    for place, outcome in zip(present, inspected, strict=True):
        if outcome.value is None:
            outcomes[place] = Outcome(error=outcome.error)
        else:
            ready.append((place, [str(candidates[place].path.resolve()), outcome.value.kind.value]))
    readings = run_limited_each(_TARGET, [arguments for _, arguments in ready], READING_LIMITS)
    for (place, _), reading in zip(ready, readings, strict=True):
        outcomes[place] = reading
    return outcomes
