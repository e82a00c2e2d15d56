"""Pages of a PDF that draw more than a page of a document does are told by counting, not by reading them."""

import io
from collections.abc import Sequence
from pathlib import Path

import pdfplumber
import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, NameObject, StreamObject

from core.domain.errors import DomainError
from recruitment.readers.pdf_blocks import read_pdf
from recruitment.readers.pdf_density import MOST_LINES, MOST_TEXTS, is_too_dense


def drawn(*streams: bytes) -> bytes:
    """A PDF whose one page is drawn by these streams, one after the other."""
    writer = PdfWriter()
    parts = ArrayObject()
    for data in streams:
        stream = StreamObject()
        stream.set_data(data)
        parts.append(writer._add_object(stream))
    writer.add_blank_page(width=595, height=842)[NameObject("/Contents")] = parts
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def is_dense(streams: Sequence[bytes]) -> bool:
    with pdfplumber.open(io.BytesIO(drawn(*streams))) as document:
        return is_too_dense(document.pages[0].page_obj)


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
def test_the_last_thing_too_many_makes_a_page_too_dense(command: bytes, most: int) -> None:
    assert [is_dense([command * most]), is_dense([command * (most + 1)])] == [False, True]


def test_all_streams_of_a_page_count_together() -> None:
    half = b"BT (Essential) Tj ET " * (MOST_TEXTS // 2)

    assert [is_dense([half, half]), is_dense([half, half, b"BT (a) Tj ET"])] == [False, True]


def test_such_a_page_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "dense.pdf"
    path.write_bytes(drawn(b"0 0 m 9 9 l S " * (MOST_LINES + 1)))

    with pytest.raises(DomainError, match="print it to a new PDF") as caught:
        read_pdf(path)

    assert caught.value.code == "pdf_too_complex"
