"""The reader held to its figures on documents that nobody tuned it to. The whole measure is a command:
``python -m tests.recruitment.readers.generated_documents --count 500``; here is a share of it.
"""

from pathlib import Path

import pytest

from tests.recruitment.readers.generated_documents.__main__ import read_one, write_file
from tests.recruitment.readers.generated_documents.layouts import layout_names, write_document
from tests.recruitment.readers.generated_documents.measuring import Figures

# Format, how many documents, the least share of criteria that must be right in every fact, and how many in a
# hundred may be wrong without a flag.
SHARES = [
    ("docx", 32, 0.99, 1),
    ("html", 32, 0.99, 1),
    ("xlsx", 16, 0.99, 1),
    ("txt", 48, 0.97, 2),
    ("pdf", 12, 0.96, 2),
]


def measured(kind: str, count: int, folder: Path) -> Figures:
    total = Figures()
    for seed in range(1, count + 1):
        document = write_document(seed, layout_names()[seed % len(layout_names())])
        total.add(read_one(write_file(document, kind, folder), kind, document))
    return total


@pytest.mark.parametrize(("kind", "count", "full", "silent"), SHARES)
def test_generated_documents_are_read_back(
    kind: str, count: int, full: float, silent: float, tmp_path: Path
) -> None:
    figures = measured(kind, count, tmp_path)

    assert figures.full >= full, figures
    assert figures.section >= 0.9, figures
    assert figures.profile >= 0.9, figures
    assert figures.duties >= 0.95, figures
    assert figures.silent <= silent, figures
    assert figures.needless <= 12, figures


def test_the_same_seed_writes_the_same_document() -> None:
    assert write_document(7) == write_document(7)


def test_other_seeds_write_other_documents() -> None:
    assert len({write_document(seed).criteria for seed in range(1, 21)}) == 20


@pytest.mark.parametrize("layout", layout_names())
def test_every_layout_states_some_criteria(layout: str) -> None:
    document = write_document(3, layout)

    assert len(document.criteria) >= 6
    assert {item.text for item in document.criteria} == {item.text for item in set(document.criteria)}
