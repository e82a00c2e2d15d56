"""A few spoilt copies of each kind; ``mutated_documents`` is the command that spoils as many as one likes."""

from pathlib import Path

import pytest

from core.documents.guard import Candidate
from recruitment.readers.sandboxed import read_documents
from tests.recruitment.readers.generated_documents.__main__ import write_file
from tests.recruitment.readers.generated_documents.layouts import write_document
from tests.recruitment.readers.mutated_documents.copies import spoilt_copies
from tests.recruitment.readers.mutated_documents.ways import WAYS

DOCUMENTS = Path(__file__).resolve().parents[3] / "fixtures" / "documents"
# Fewer of the slow kind.
COPIES = {"txt": 18, "docx": 16, "pdf": 4, "xlsx": 6, "html": 6}
# These take seconds each; the command has them.
LONG = frozenset({"many pages", "many rows", "wide", "long", "far cell", "vast merge"})
# Answers of the guard around the child where the reader itself came to no end.
BROKE_OFF = frozenset({"document_unreadable", "document_needs_too_much_memory", "document_takes_too_long"})


@pytest.mark.parametrize("kind", sorted(WAYS))
def test_spoilt_copies_are_read_or_refused_in_words(kind: str, tmp_path: Path) -> None:
    source = DOCUMENTS / f"learning-mentor-elsa.{kind}"
    if not source.exists():
        source = write_file(write_document(3), kind, tmp_path)
    copies = spoilt_copies(source, COPIES[kind], tmp_path, without=LONG)

    outcomes = read_documents([Candidate(copy.path, copy.path.name) for copy in copies])

    answers = [outcome.error.code if outcome.error else "read" for outcome in outcomes]
    assert len(answers) == COPIES[kind]
    assert "read" in answers
    assert not BROKE_OFF & set(answers)


def test_the_same_seed_spoils_alike(tmp_path: Path) -> None:
    source = DOCUMENTS / "learning-mentor-elsa.txt"
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()

    ones, others = spoilt_copies(source, 9, first), spoilt_copies(source, 9, second)

    assert [copy.path.read_bytes() for copy in ones] == [copy.path.read_bytes() for copy in others]
    assert len({copy.path.read_bytes() for copy in ones}) > 6
