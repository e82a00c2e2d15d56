"""Decides whether a file may come in: cheap questions first, and no parser before they are answered.

What needs inflating or parsing is looked at in the child process (``core.documents.sandbox``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.documents import ole
from core.documents.filenames import ending_of
from core.documents.kinds import (
    HEAD_BYTES,
    KIND_LABELS,
    PICTURES,
    Container,
    Kind,
    Note,
    in_words,
    picture_kind,
    recognise,
)
from core.documents.refusals import refuse
from core.documents.sandbox import Limits, Outcome, run_limited_each
from core.documents.text import NotTextError, decode_text
from core.domain.errors import DomainError

_SAME_ENDING = {"jpeg": "jpg"}
UPLOAD_BYTES = 20 * 1024 * 1024
INSPECTION_LIMITS = Limits(memory_mb=768, cpu_seconds=20, wall_seconds=40)

_WORKBOOK = frozenset({Kind.XLSX})
_REFUSED_BY_CONTAINER = frozenset(
    {Container.RICH_TEXT, Container.WEB_PAGE, Container.PICTURE, Container.PROGRAM}
)
_INSPECTORS: Mapping[Container, str] = {
    Container.PICTURE: "core.documents.picture:clean_picture",
    Container.PDF: "core.documents.pdf:inspect_pdf",
    Container.ZIP: "core.documents.archive:inspect_archive",
}


@dataclass(frozen=True, slots=True)
class Inspection:
    """A file that may come in: what it is, and what was noticed in it."""

    kind: Kind
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file on disk and the name its sender gave it, which may be anything or nothing."""

    path: Path
    name: str


def identify(path: Path, *, allowed: frozenset[Kind]) -> Container:
    """What a file is by its size and first bytes alone, whatever its name.

    Raises ``DomainError`` for an empty file, one over 20 MB, and whatever is not taken whatever is inside.
    """
    size = path.stat().st_size
    if size > UPLOAD_BYTES:
        raise refuse("file_too_big")
    if size == 0:
        raise refuse("file_empty")
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    container = recognise(head)
    if container is Container.PICTURE and allowed & PICTURES:
        if picture_kind(head) not in allowed:
            raise refuse("picture_of_other_kind")
        return container
    if container is Container.OLE:
        raise refuse(ole.refusal_code(path.read_bytes()))
    if container in _REFUSED_BY_CONTAINER and not (container is Container.WEB_PAGE and Kind.HTML in allowed):
        is_list = container is Container.WEB_PAGE and allowed == _WORKBOOK
        raise refuse("web_page_as_workbook" if is_list else container.value)
    if container is Container.PDF:
        _require_allowed(Kind.PDF, allowed)
    return container


def inspect(path: Path, *, name: str, allowed: frozenset[Kind]) -> Inspection:
    """Whether a file may come in, and what it is.

    A picture is written anew where it lies, without what the camera wrote beside it.
    ``name`` decides nothing; that it contradicts the contents is noted. Raises ``DomainError`` with a stable
    code and a sentence that says what to do next (all of them are in ``core.documents.refusals``).
    """
    return inspect_each([Candidate(path, name)], allowed=allowed)[0].unwrap()


def inspect_each(candidates: Sequence[Candidate], *, allowed: frozenset[Kind]) -> list[Outcome[Inspection]]:
    """``inspect`` for many files with one child for each sort. One bad file does not stop the others."""
    outcomes: dict[int, Outcome[Inspection]] = {}
    waiting: dict[Container, list[int]] = {container: [] for container in _INSPECTORS}
    for position, candidate in enumerate(candidates):
        try:
            container = identify(candidate.path, allowed=allowed)
            if container in waiting:
                waiting[container].append(position)
            else:
                outcomes[position] = Outcome(value=_inspect_text(candidate, container, allowed))
        except DomainError as error:
            outcomes[position] = Outcome(error=error)
    for container, positions in waiting.items():
        arguments = [[str(candidates[position].path.resolve())] for position in positions]
        found = run_limited_each(_INSPECTORS[container], arguments, INSPECTION_LIMITS)
        for position, outcome in zip(positions, found, strict=True):
            outcomes[position] = _conclude(candidates[position], outcome, allowed)
    return [outcomes[position] for position in range(len(candidates))]


def _inspect_text(candidate: Candidate, container: Container, allowed: frozenset[Kind]) -> Inspection:
    """Text has no mark to know it by: it is what decodes, and only looked for where text may be uploaded."""
    kind = Kind.HTML if container is Container.WEB_PAGE else Kind.TXT
    if allowed == _WORKBOOK:
        raise refuse("text_as_workbook")
    if kind not in allowed:
        raise refuse("kind_unknown", allowed=in_words(allowed))
    try:
        decode_text(candidate.path.read_bytes())
    except NotTextError as error:
        raise refuse("kind_unknown", allowed=in_words(allowed)) from error
    return _inspection(kind, [], candidate)


def _conclude(candidate: Candidate, outcome: Outcome[Any], allowed: frozenset[Kind]) -> Outcome[Inspection]:
    """What the child found, held against what may be uploaded here."""
    try:
        found = outcome.unwrap()
        kind = Kind(found["kind"])
        _require_allowed(kind, allowed)
        return Outcome(value=_inspection(kind, [Note(note) for note in found["notes"]], candidate))
    except DomainError as error:
        return Outcome(error=error)


def _inspection(kind: Kind, notes: Sequence[Note], candidate: Candidate) -> Inspection:
    ending = ending_of(candidate.name)
    differs = [Note.NAME_DIFFERS] if _SAME_ENDING.get(ending, ending) != kind else []
    return Inspection(kind, (*differs, *notes))


def _require_allowed(kind: Kind, allowed: frozenset[Kind]) -> None:
    if kind not in allowed:
        raise refuse("kind_not_allowed", found=KIND_LABELS[kind], allowed=in_words(allowed))
