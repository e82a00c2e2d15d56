"""The file behind a check, stored with it or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from core.documents.kinds import Kind
from core.domain.errors import DomainError
from core.domain.permissions import Actor
from core.models import Document
from core.services.documents import Upload, store_document

ALLOWED = frozenset({Kind.PDF, Kind.DOCX, Kind.TXT, Kind.JPEG, Kind.PNG})


@contextmanager
def stored_evidence(
    *, school_id: int, upload: Upload | None, by: Actor, now: datetime
) -> Iterator[Document | None]:
    """Store the file for the body of the block, inside its transaction; if that fails, nothing is kept.

    Raises ``DomainError`` on the field ``file`` where it is refused.
    """
    if upload is None:
        yield None
        return
    try:
        document = store_document(school_id=school_id, upload=upload, allowed=ALLOWED, by=by, now=now)
    except DomainError as error:
        raise DomainError(error.code, error.message, "file") from error
    try:
        yield document
    except BaseException:
        document.file.delete(save=False)
        raise
