"""The guards in their order, with the child process behind them."""

from pathlib import Path

import pytest

from core.documents.guard import UPLOAD_BYTES, Candidate, Inspection, inspect, inspect_each
from core.documents.kinds import PICTURES, Kind, Note
from core.documents.text import TEXT_BYTES
from core.domain.errors import DomainError
from tests.core.documents.builders import (
    docx,
    locked_pdf,
    ole,
    pdf,
    pdf_of_objects,
    pdf_writer,
    relationships,
    saved,
    xlsx,
)

ALL = frozenset(Kind) - PICTURES
MB = 1024 * 1024


def refusal_of(path: Path, name: str = "cv.docx", allowed: frozenset[Kind] = ALL) -> DomainError:
    with pytest.raises(DomainError) as caught:
        inspect(path, name=name, allowed=allowed)
    return caught.value


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (docx(), Kind.DOCX),
        (xlsx(), Kind.XLSX),
        (pdf(), Kind.PDF),
        ("Caretaker – 25 hours".encode(), Kind.TXT),
    ],
)
def test_inspect_passes_each_kind(tmp_path: Path, data: bytes, kind: Kind) -> None:
    assert inspect(saved(tmp_path, data), name=f"Caretaker.{kind}", allowed=ALL) == Inspection(kind, ())


@pytest.mark.parametrize("name", ["a.b.pdf", "A.PDF", "C:\\Users\\Head\\a.pdf"])
def test_inspect_takes_any_name_of_a_pdf(tmp_path: Path, name: str) -> None:
    assert inspect(saved(tmp_path, pdf()), name=name, allowed=ALL) == Inspection(Kind.PDF, ())


@pytest.mark.parametrize("name", ["", "cv", "cv.pdf.exe", ".pdf.exe", "cv.docx"])
def test_inspect_notes_a_name_that_says_otherwise(tmp_path: Path, name: str) -> None:
    inspection = inspect(saved(tmp_path, pdf()), name=name, allowed=ALL)

    assert inspection == Inspection(Kind.PDF, (Note.NAME_DIFFERS,))


def test_inspect_gives_the_notes_of_the_child(tmp_path: Path) -> None:
    links = relationships(("image", "https://www.example.org/crest.png", "External"))
    path = saved(tmp_path, docx({"word/_rels/document.xml.rels": links}))

    assert inspect(path, name="jd", allowed=ALL).notes == (Note.NAME_DIFFERS, Note.LINKED_CONTENT)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_empty"),
        (ole("EncryptedPackage"), "office_password_protected"),
        (ole("WordDocument"), "old_word_document"),
        (ole("Workbook"), "old_excel_workbook"),
        (b"{\\rtf1 Caretaker}", "rich_text"),
        (b"<html><body>Caretaker</body></html>", "web_page"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture"),
        (b"MZ\x90\0" + b"\0" * 60, "program"),
        (b"\0\x01\x02\x03", "kind_unknown"),
        ("Caretaker".encode("utf-16"), "text_encoding"),
        (docx()[:200], "office_damaged"),
        (docx({"word/vbaProject.bin": b"\0"}), "office_macros"),
        (docx({"a.xml": "<!DOCTYPE a><a/>".encode("utf-16")}), "office_declarations"),
        (xlsx(dimension="A1:XFD1048576"), "sheet_too_big"),
        (pdf()[:60], "pdf_damaged"),
        (pdf(pdf_writer(301)), "pdf_too_many_pages"),
        (locked_pdf(user_password="mill-lane"), "pdf_password_protected"),
    ],
)
@pytest.mark.parametrize("name", ["letter.docx", "letter.pdf.exe"])
def test_inspect_refuses_by_what_a_file_is_whatever_its_name(
    tmp_path: Path, data: bytes, code: str, name: str
) -> None:
    assert refusal_of(saved(tmp_path, data), name, allowed=ALL - {Kind.HTML}).code == code


def test_inspect_takes_exactly_twenty_megabytes(tmp_path: Path) -> None:
    data = pdf()
    path = saved(tmp_path, data + b"\n" * (UPLOAD_BYTES - len(data)))

    assert path.stat().st_size == 20 * 1024 * 1024
    assert inspect(path, name="scan.pdf", allowed=ALL).kind is Kind.PDF


def test_inspect_refuses_one_byte_more_before_it_looks_inside(tmp_path: Path) -> None:
    path = saved(tmp_path, b"")
    with path.open("r+b") as file:
        file.truncate(UPLOAD_BYTES + 1)

    assert refusal_of(path).code == "file_too_big"


def test_inspect_takes_two_megabytes_of_text(tmp_path: Path) -> None:
    path = saved(tmp_path, b"a" * TEXT_BYTES)

    assert inspect(path, name="notes.txt", allowed=ALL).kind is Kind.TXT


def test_inspect_refuses_more_text_than_that(tmp_path: Path) -> None:
    assert refusal_of(saved(tmp_path, b"a" * (TEXT_BYTES + 1))).code == "text_too_big"


@pytest.mark.parametrize(
    ("data", "allowed", "code", "message"),
    [
        (
            pdf(),
            {Kind.XLSX},
            "kind_not_allowed",
            "This is a PDF, and it cannot be used here. Upload an Excel workbook (.xlsx) instead.",
        ),
        (
            xlsx(),
            {Kind.DOCX, Kind.PDF},
            "kind_not_allowed",
            (
                "This is an Excel workbook (.xlsx), and it cannot be used here. "
                "Upload a Word document (.docx) or a PDF instead."
            ),
        ),
        (
            b"Caretaker",
            {Kind.PDF},
            "kind_unknown",
            "Appoint cannot read this kind of file. Upload a PDF instead.",
        ),
    ],
)
def test_inspect_refuses_a_kind_that_is_not_wanted_here(
    tmp_path: Path, data: bytes, allowed: set[Kind], code: str, message: str
) -> None:
    error = refusal_of(saved(tmp_path, data), allowed=frozenset(allowed))

    assert (error.code, error.message) == (code, message)


def test_inspect_bounds_a_pdf_whose_pages_multiply(tmp_path: Path) -> None:
    """Ten nodes of a hundred times the next one: a few kilobytes that say they have 10^20 pages."""
    catalogue = "<</Type/Catalog/Pages 2 0 R>>"
    nodes = [f"<</Type/Pages/Count 1/Kids[{f'{number} 0 R ' * 100}]>>" for number in range(3, 13)]
    data = pdf_of_objects([catalogue, *nodes, "<</Type/Page/MediaBox[0 0 9 9]>>"])

    assert len(data) < 12_000
    assert refusal_of(saved(tmp_path, data)).code == "pdf_too_complex"


def test_inspect_bounds_a_workbook_that_swells(tmp_path: Path) -> None:
    parts = {f"xl/media/image{number}.bin": b"\0" * (90 * MB) for number in range(3)}

    assert refusal_of(saved(tmp_path, docx(parts))).code == "office_too_big_inside"


def test_inspect_each_answers_in_order_and_is_not_stopped_by_bad_files(tmp_path: Path) -> None:
    files = [pdf(), b"", docx(), pdf()[:60], b"Caretaker", xlsx(), pdf(), docx()[:99]]
    candidates = [
        Candidate(saved(tmp_path, data, f"upload{number}"), "x") for number, data in enumerate(files)
    ]

    outcomes = inspect_each(candidates, allowed=frozenset({Kind.PDF, Kind.DOCX, Kind.TXT}))

    assert [outcome.error.code if outcome.error else outcome.unwrap().kind.value for outcome in outcomes] == [
        "pdf",
        "file_empty",
        "docx",
        "pdf_damaged",
        "txt",
        "kind_not_allowed",
        "pdf",
        "office_damaged",
    ]


def test_inspect_each_of_nothing_is_nothing() -> None:
    assert inspect_each([], allowed=ALL) == []
