"""A version in the layout of the document that the school uploaded."""

import base64
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from django.utils.text import Truncator

from core.documents.sandbox import run_limited
from core.domain.errors import DomainError
from core.models import Document
from recruitment.domain.profile_draft import ProfileDraft
from recruitment.domain.written_specification import LABELS, WrittenSpecification
from recruitment.exports.specification.own_profile import fields_of
from recruitment.exports.specification.rewriting import Answer

REWRITE = "recruitment.exports.specification.rewriting:rewrite"
LAYOUTS: Mapping[str, str] = {
    "rows": "its table with one row for each criterion, and your marks, letters or words in the columns",
    "tables": "its tables, each below the heading that says essential or desirable",
    "signs": "its list, with your signs that say essential and desirable",
    "headings": "its tables, headings and lists, each criterion below the heading that says what it is",
}
# Each goes on with the criterion that it is about.
REASONS: Mapping[str, str] = {
    "no_place": "not every criterion has a row, or a line of a list, of its own there",
    "no_requirement": "it does not say which criteria are essential, so there is no place to write it",
    "no_evidence": "it does not say how the criteria are assessed, so there is no place to write it",
    "no_section": "this version has a section that the document does not have",
    "no_heading": "a criterion that was changed has no place in its section there",
    "not_read_back": "what would be written into it does not read exactly as it was confirmed",
}
WOULD_READ: Mapping[str, str] = {
    "text": "would have other words",
    "section": "would stand in another section",
    "requirement": "would not be {requirement}",
    "evidence": "would be assessed in other ways",
    "order": "would stand in another place",
    "added": "would be read as one more criterion",
}
NAMES: Mapping[str, str] = {**LABELS, "purpose": "Purpose of the post", "duties": "Duties"}
_LONGEST_QUOTE = 80


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A fact of the post that the school's document does not say as it was confirmed."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class OwnDocument:
    """The school's document with these criteria and which layout that is, or why there is none."""

    content: bytes | None
    words: str
    unsaid: tuple[Unsaid, ...] = ()


def build_own_document(document: Document, written: WrittenSpecification) -> OwnDocument:
    """The school's Word document with these criteria, or why they cannot be written into it safely."""
    with tempfile.TemporaryDirectory(prefix="own-layout-") as folder:
        path = Path(folder) / "document.docx"
        with document.file.open("rb") as stored, path.open("wb") as copy:
            for chunk in stored.chunks():
                copy.write(chunk)
        criteria = [asdict(one) for one in written.criteria]
        try:
            answer = Answer(*run_limited(REWRITE, str(path), criteria, fields_of(written.profile)))
        except DomainError as error:
            return OwnDocument(None, error.message)
    if answer.content is None:
        return OwnDocument(None, why_not(answer, written))
    unsaid = tuple(_unsaid(name, written.profile) for name in answer.unsaid)
    return OwnDocument(base64.b64decode(answer.content), LAYOUTS[answer.layout], unsaid)


def why_not(answer: Answer, written: WrittenSpecification) -> str:
    """The reason with the row and the field that it is about, to go on with a sentence."""
    quoted = f"“{Truncator(answer.words).chars(_LONGEST_QUOTE)}”"
    which = f"row {answer.row}, {quoted}," if answer.row else quoted
    reason = REASONS[answer.reason]
    criterion = written.criteria[answer.row - 1] if answer.row else None
    if answer.reason == "not_read_back":
        would = WOULD_READ[answer.field].format(requirement=criterion.requirement if criterion else "")
        return f"{reason}: {which} {would}."
    if answer.reason == "no_section" and criterion:
        section = f"“{criterion.section}”" if criterion.section else "no section at all"
        return f"{reason}: {section}, where row {answer.row} stands, {quoted}."
    return f"{reason}: {which.rstrip(',')}." if answer.words else f"{reason}."


def _unsaid(name: str, profile: ProfileDraft) -> Unsaid:
    value = getattr(profile, name)
    words = value if isinstance(value, str) else f"{len(value)} in this version"
    return Unsaid(NAMES[name], Truncator(words).chars(_LONGEST_QUOTE) or "not stated")
