"""A version in the layout of the document that the school uploaded."""

import base64
import tempfile
from dataclasses import asdict
from pathlib import Path

from core.documents.sandbox import run_limited
from core.models import Document
from recruitment.domain.written_specification import WrittenSpecification

REWRITE = "recruitment.exports.specification.rewriting:rewrite"


def build_own_document(document: Document, written: WrittenSpecification) -> bytes | None:
    """The school's Word document with these criteria; None where its table is not one we can rewrite safely.

    Raises ``DomainError`` where the document takes too long or can no longer be read.
    """
    with tempfile.TemporaryDirectory(prefix="own-layout-") as folder:
        path = Path(folder) / "document.docx"
        with document.file.open("rb") as stored, path.open("wb") as copy:
            for chunk in stored.chunks():
                copy.write(chunk)
        answer = run_limited(REWRITE, str(path), [asdict(one) for one in written.criteria])
    return base64.b64decode(answer) if answer else None
