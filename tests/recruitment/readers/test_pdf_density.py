"""Pages of a PDF that draw more than a page of a document does are told by counting, not by reading them."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from core.domain.errors import DomainError
from recruitment.readers.pdf_blocks import read_pdf
from recruitment.readers.pdf_density import MOST_LINES, MOST_TEXTS, refuse_dense
from tests.recruitment.readers.drawn_pdf import draw


def is_dense(path: Path, streams: Sequence[bytes]) -> bool:
    try:
        refuse_dense(draw(path, *streams))
    except DomainError as error:
        return error.code == "pdf_too_complex"
    return False


@pytest.mark.parametrize(
    ("command", "most"),
    [
        (b"BT (Essential) Tj ET ", MOST_TEXTS),
        (b"[(Essen) -12 (tial)] TJ\n", MOST_TEXTS),
        (b"<0045> Tj\n", MOST_TEXTS),
        (b"(Essential) ' ", MOST_TEXTS),
        (b"0 0 m 9 9 l S ", MOST_LINES),
        (b"0 0 9 9 re\nf\n", MOST_LINES),
        (b"1 2 3 4 5 6 c\n", MOST_LINES),
    ],
)
def test_the_last_thing_too_many_makes_a_page_too_dense(tmp_path: Path, command: bytes, most: int) -> None:
    path = tmp_path / "dense.pdf"

    assert [is_dense(path, [command * most]), is_dense(path, [command * (most + 1)])] == [False, True]


def test_all_streams_of_a_page_count_together(tmp_path: Path) -> None:
    path = tmp_path / "dense.pdf"
    half = b"BT (Essential) Tj ET " * (MOST_TEXTS // 2)

    assert [is_dense(path, [half, half]), is_dense(path, [half, half, b"BT (a) Tj ET"])] == [False, True]


def test_such_a_page_is_refused_in_words(tmp_path: Path) -> None:
    path = draw(tmp_path / "dense.pdf", b"0 0 m 9 9 l S " * (MOST_LINES + 1))

    with pytest.raises(DomainError, match="print it to a new PDF") as caught:
        read_pdf(path)

    assert caught.value.code == "pdf_too_complex"
