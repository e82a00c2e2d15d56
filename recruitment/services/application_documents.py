"""Files that came with an application, stored with it or not at all."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from core.documents.kinds import Kind
from core.domain.errors import DomainError
from core.domain.permissions import Actor
from core.models import Document
from core.services.documents import Upload, store_document

ALLOWED = frozenset({Kind.PDF, Kind.DOCX, Kind.TXT})


@contextmanager
def stored_documents(
    *, school_id: int, uploads: Sequence[Upload], by: Actor, now: datetime
) -> Iterator[list[Document]]:
    """Store the files for the body of the block, inside its transaction; if it fails, nothing is kept.

    Raises ``DomainError`` on the field ``documents``, naming the file, where one is refused.
    """
    documents: list[Document] = []
    try:
        documents.extend(_store(upload, school_id=school_id, by=by, now=now) for upload in uploads)
        yield documents
    except BaseException:
        for document in documents:
            document.file.delete(save=False)
        raise


def _store(upload: Upload, *, school_id: int, by: Actor, now: datetime) -> Document:
    try:
        return store_document(school_id=school_id, upload=upload, allowed=ALLOWED, by=by, now=now)
    except DomainError as error:
        raise DomainError(error.code, f"{upload.name}: {error.message}", "documents") from error
