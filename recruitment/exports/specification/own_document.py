"""A version in the layout of the document that the school uploaded."""

import base64
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from core.documents.sandbox import run_limited
from core.domain.errors import DomainError
from core.models import Document
from recruitment.domain.written_specification import WrittenSpecification

REWRITE = "recruitment.exports.specification.rewriting:rewrite"
LAYOUTS: Mapping[str, str] = {
    "rows": "its table with one row for each criterion, and your marks, letters or words in the columns",
    "tables": "its tables, each below the heading that says essential or desirable",
    "signs": "its list, with your signs that say essential and desirable",
    "headings": "its tables, headings and lists, each criterion below the heading that says what it is",
}
REASONS: Mapping[str, str] = {
    "no_place": "not every criterion has a row, or a line of a list, of its own there.",
    "no_requirement": "it does not say which criteria are essential, so there is no place to write it.",
    "no_evidence": "it does not say how the criteria are assessed, so there is no place to write it.",
    "no_section": "this version has a section that the document does not have.",
    "no_heading": "a criterion that was changed has no place in its section there.",
    "not_read_back": "what would be written into it does not read exactly as it was confirmed.",
}


@dataclass(frozen=True, slots=True)
class OwnDocument:
    """The school's document with these criteria and which layout that is, or why there is none."""

    content: bytes | None
    layout: str = ""
    reason: str = ""

    @property
    def words(self) -> str:
        """What comes out, or why nothing does, to go on with a sentence."""
        return LAYOUTS[self.layout] if self.layout else REASONS.get(self.reason, self.reason)


def build_own_document(document: Document, written: WrittenSpecification) -> OwnDocument:
    """The school's Word document with these criteria, or why they cannot be written into it safely."""
    with tempfile.TemporaryDirectory(prefix="own-layout-") as folder:
        path = Path(folder) / "document.docx"
        with document.file.open("rb") as stored, path.open("wb") as copy:
            for chunk in stored.chunks():
                copy.write(chunk)
        try:
            content, layout, reason = run_limited(
                REWRITE, str(path), [asdict(one) for one in written.criteria]
            )
        except DomainError as error:
            return OwnDocument(None, reason=error.message)
    return OwnDocument(base64.b64decode(content) if content else None, layout, reason)
