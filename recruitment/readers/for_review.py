"""What the limited child process is asked for: a document or pasted words, ready to be reviewed, as JSON."""

from pathlib import Path

from recruitment.domain.review_storage import StoredDraft, draft_from_reading, draft_to_json
from recruitment.readers.reader import read_specification, read_text


def read_file(path: str, kind: str) -> StoredDraft:
    """Read a docx, pdf, xlsx, html or txt file. Raises ``DomainError`` where it cannot be read."""
    return draft_to_json(draft_from_reading(read_specification(Path(path), kind=kind)))


def read_words(text: str) -> StoredDraft:
    """Read pasted words. Raises ``DomainError`` where they are too many."""
    return draft_to_json(draft_from_reading(read_text(text)))
