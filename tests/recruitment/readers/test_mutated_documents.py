"""A few spoilt copies of each kind; ``mutated_documents`` is the command that spoils as many as one likes."""

from pathlib import Path

import pytest

from tests.recruitment.readers.mutated_documents import BROKE_OFF, WAYS, outcomes_of, spoilt_copies

DOCUMENTS = Path(__file__).resolve().parents[3] / "fixtures" / "documents"
# Fewer of the slow kind.
COPIES = {"txt": 18, "docx": 16, "pdf": 6}


@pytest.mark.parametrize("kind", sorted(WAYS))
def test_spoilt_copies_are_read_or_refused_in_words(kind: str, tmp_path: Path) -> None:
    copies = spoilt_copies(DOCUMENTS / f"learning-mentor-elsa.{kind}", COPIES[kind], tmp_path)

    answers = outcomes_of(copies)

    assert sum(answers.values()) == COPIES[kind]
    assert answers["read"] > 0
    assert not BROKE_OFF & set(answers), answers


def test_the_same_seed_spoils_alike(tmp_path: Path) -> None:
    source = DOCUMENTS / "learning-mentor-elsa.txt"
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()

    ones, others = spoilt_copies(source, 9, first), spoilt_copies(source, 9, second)

    assert [path.read_bytes() for path in ones] == [path.read_bytes() for path in others]
    assert len({path.read_bytes() for path in ones}) > 6
