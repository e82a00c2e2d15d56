"""Pages of a PDF that draw more than a page of a document does are told by counting, not by reading them."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from core.domain.errors import DomainError
from recruitment.readers.pdf_blocks import read_pdf
from recruitment.readers.pdf_density import DEEPEST, MOST_LINES, MOST_TEXTS, count_pages
from tests.recruitment.readers.drawn_pdf import draw


def is_dense(path: Path, streams: Sequence[bytes]) -> bool:
    try:
        count_pages(draw(path, *streams))
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


def nested(path: Path, levels: int, *, times: int = 2) -> Path:
    """A page that places a drawing so often, which places another so often, and so on."""
    writer = PdfWriter()
    page = writer.add_blank_page(width=595, height=842)
    inner: DictionaryObject = DictionaryObject()
    data = b"0 0 m 9 9 l S "
    for _ in range(levels):
        form = StreamObject()
        form.set_data(data)
        form[NameObject("/Type")], form[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
        form[NameObject("/Resources")] = inner
        placed = DictionaryObject({NameObject("/Inner"): writer._add_object(form)})
        inner = DictionaryObject({NameObject("/XObject"): placed})
        data = b"/Inner Do " * times
    stream = StreamObject()
    stream.set_data(data)
    page[NameObject("/Contents")] = writer._add_object(stream)
    page[NameObject("/Resources")] = inner
    writer.write(path)
    return path


@pytest.mark.parametrize(
    ("levels", "times", "is_dense"),
    [
        (9, 2, False),  # 2 + 4 + … + 512 drawings
        (10, 2, True),
        (7, 10, True),
        (DEEPEST, 1, False),
        (DEEPEST + 1, 1, True),
    ],
)
def test_drawings_that_place_others_count_as_often_as_they_are_drawn(
    tmp_path: Path, levels: int, times: int, *, is_dense: bool
) -> None:
    path = nested(tmp_path / "nested.pdf", levels, times=times)

    if not is_dense:
        assert count_pages(path) == 1
        return
    with pytest.raises(DomainError) as caught:
        count_pages(path)

    assert caught.value.code == "pdf_too_complex"
