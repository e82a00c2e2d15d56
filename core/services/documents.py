"""Taking in a file: judged and scanned on the server's own disk first, stored only then."""

import hashlib
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.core.files import File
from django.db import transaction

from core.documents import guard, scanner
from core.documents.filenames import clean_filename
from core.documents.kinds import PICTURES, Kind
from core.documents.refusals import refuse
from core.domain.permissions import Actor
from core.models import Document


class Upload(Protocol):
    """What Django's ``UploadedFile`` offers, and all that is asked of it."""

    @property
    def name(self) -> str | None: ...

    @property
    def size(self) -> int | None: ...

    def chunks(self) -> Iterable[bytes]: ...


@dataclass(frozen=True, slots=True)
class _Staged:
    """An upload on our own disk, known by what was really received."""

    path: Path
    name: str
    size_bytes: int
    sha256: str


def store_document(
    *, school_id: int, upload: Upload, allowed: frozenset[Kind], by: Actor, now: datetime
) -> Document:
    """Take in one file for a school and return its record.

    Whether the actor may do so is the caller's to ask. Raises ``DomainError`` where the file is refused
    (``core.documents.refusals``), where a virus is found, and where the scanner should answer but does not;
    nothing is kept then. The order is cheapest first: size and first bytes, scanner, contents.
    """
    with tempfile.TemporaryDirectory(prefix="upload-") as folder:
        staged = _stage(upload, Path(folder) / "upload")
        guard.identify(staged.path, allowed=allowed)
        scan_state = scanner.scan(staged.path, address=settings.CLAMD_ADDRESS)
        inspection = guard.inspect(staged.path, name=staged.name, allowed=allowed)
        if inspection.kind in PICTURES:  # written anew by the inspection
            staged = _measured(staged)
        document = Document(
            school_id=school_id,
            kind=inspection.kind.value,
            original_name=clean_filename(staged.name, inspection.kind),
            size_bytes=staged.size_bytes,
            sha256=staged.sha256,
            scan_state=scan_state,
            uploaded_by_id=by.user_id,
            uploaded_at=now,
        )
        _keep(document, staged.path)
    return document


def _stage(upload: Upload, path: Path) -> _Staged:
    """Write the upload to ``path``, counting: the size that a request states need not be true."""
    if (upload.size or 0) > guard.UPLOAD_BYTES:
        raise refuse("file_too_big")
    digest, size_bytes = hashlib.sha256(), 0
    with path.open("wb") as file:
        for chunk in upload.chunks():
            size_bytes += len(chunk)
            if size_bytes > guard.UPLOAD_BYTES:
                raise refuse("file_too_big")
            digest.update(chunk)
            file.write(chunk)
    return _Staged(path, upload.name or "", size_bytes, digest.hexdigest())


def _measured(staged: _Staged) -> _Staged:
    """The same file by what lies there now."""
    with staged.path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return replace(staged, size_bytes=staged.path.stat().st_size, sha256=digest)


def _keep(document: Document, path: Path) -> None:
    """Store the file and its row. A row that cannot be saved leaves no file behind."""
    with path.open("rb") as file:
        document.file.save("upload", File(file), save=False)
    try:
        with transaction.atomic():
            document.save(force_insert=True)
    except BaseException:
        document.file.delete(save=False)
        raise
