"""The PDF guards in this process, on files that pypdf wrote."""

from pathlib import Path

import pytest

from core.documents.archive import Inspected
from core.documents.pdf import PdfLimits, inspect_pdf
from core.domain.errors import DomainError
from tests.core.documents.builders import (
    locked_pdf,
    pdf,
    pdf_dictionary,
    pdf_with_drawing,
    pdf_with_root_entry,
    pdf_writer,
    saved,
)

MB = 1024 * 1024


@pytest.fixture
def inspected(tmp_path: Path):
    def inspect(data: bytes, limits: PdfLimits | None = None) -> Inspected:
        return inspect_pdf(str(saved(tmp_path, data)), limits)

    return inspect


@pytest.fixture
def refusal(inspected):
    def code_of(data: bytes, limits: PdfLimits | None = None) -> str:
        with pytest.raises(DomainError) as caught:
            inspected(data, limits)
        return caught.value.code

    return code_of


def test_plain_pdf_passes(inspected) -> None:
    assert inspected(pdf()) == {"kind": "pdf", "notes": []}


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_pdf_that_asks_for_a_password_is_refused(refusal, algorithm: str) -> None:
    assert refusal(locked_pdf(user_password="mill-lane", algorithm=algorithm)) == "pdf_password_protected"


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_pdf_locked_for_editing_only_passes_with_a_note(inspected, algorithm: str) -> None:
    assert inspected(locked_pdf(user_password="", algorithm=algorithm))["notes"] == ["pdf_editing_locked"]


def test_pdf_locked_by_a_shop_is_refused(refusal) -> None:
    data = locked_pdf(user_password="").replace(b"/Filter /Standard", b"/Filter /Bookshop")

    assert refusal(data) == "pdf_password_protected"


def test_three_hundred_pages_pass(inspected) -> None:
    assert inspected(pdf(pdf_writer(300)))["kind"] == "pdf"


def test_three_hundred_and_one_pages_are_refused(refusal) -> None:
    assert refusal(pdf(pdf_writer(301))) == "pdf_too_many_pages"


def test_no_pages_are_refused(refusal) -> None:
    assert refusal(pdf(pdf_writer(0))) == "pdf_no_pages"


def test_pages_are_counted_not_believed(refusal) -> None:
    data = pdf(pdf_writer(301)).replace(b"/Count 301", b"/Count 003")

    assert refusal(data) == "pdf_too_many_pages"


def test_objects_at_the_limit_pass_and_beyond_are_refused(inspected, refusal) -> None:
    data = pdf(pdf_writer(5))
    objects = data.count(b" obj\n")

    assert inspected(data, PdfLimits(objects=objects))["kind"] == "pdf"
    assert refusal(data, PdfLimits(objects=objects - 1)) == "pdf_too_complex"


def test_drawing_at_the_limit_passes_and_beyond_is_refused(inspected, refusal) -> None:
    data = pdf_with_drawing(b"0 0 m " * 1000, pages=2)

    assert inspected(data, PdfLimits(drawing_bytes=12_000))["kind"] == "pdf"
    assert refusal(data, PdfLimits(drawing_bytes=11_999)) == "pdf_too_complex"


def test_stream_that_swells_beyond_bounds_is_refused(refusal) -> None:
    data = pdf_with_drawing(b"\0" * (80 * MB))

    assert len(data) < MB
    assert refusal(data) == "pdf_too_complex"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + b"not a document at all\n" * 50,
        pdf()[:200],
        b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
    ],
)
def test_damaged_pdf_is_refused(refusal, data: bytes) -> None:
    assert refusal(data) == "pdf_damaged"


@pytest.mark.parametrize(
    ("key", "entries", "note"),
    [
        ("/Names", {"JavaScript": "x"}, "pdf_script"),
        ("/OpenAction", {"S": "/JavaScript", "JS": "app.alert(1)"}, "pdf_script"),
        ("/Names", {"EmbeddedFiles": "x"}, "pdf_attachments"),
        ("/AcroForm", {"XFA": "x"}, "pdf_xfa_form"),
    ],
)
def test_what_a_pdf_brings_along_is_noted(inspected, key: str, entries: dict[str, str], note: str) -> None:
    data = pdf_with_root_entry(key, pdf_dictionary(**entries))

    assert inspected(data)["notes"] == [note]


def test_opening_on_a_page_is_not_a_script(inspected) -> None:
    data = pdf_with_root_entry("/OpenAction", pdf_dictionary(S="/GoTo", D="first"))

    assert inspected(data)["notes"] == []
