"""Whatever is uploaded as a workbook is refused in words, or read without running anything in it."""

import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from openpyxl import Workbook

from compliance.readers.central_record.sandboxed import read_workbook
from core.documents.refusals import REFUSALS
from core.domain.errors import DomainError
from core.domain.schools import SchoolType
from tests.compliance.readers.sheets import AS_AT, book_of
from tests.core.documents.builders import (
    OLE_MARK,
    content_types,
    excel_parts,
    ole,
    relationships,
    xlsx,
    zipped,
)

SECONDS = 2.0
HEADINGS = ("Surname", "Forename", "Post", "Start date", "ID check")
JANE = ("Ball", "Jane", "TA", "1/9/20", "1/8/20")


def saved(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def linked_workbook() -> bytes:
    """Excel's own parts for a link to another file, added to a whole workbook."""
    with zipfile.ZipFile(BytesIO(saved(book_of(HEADINGS, JANE)))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/externalLinks/externalLink1.xml"] = b"<externalLink/>"
    parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = relationships(
        ("externalLinkPath", "https://example.com/other.xlsx", "External")
    ).encode()
    return zipped(parts)


def bomb() -> bytes:
    """Two hundred million blanks that pack into a fifth of a megabyte."""
    parts = excel_parts()
    return zipped(parts | {"xl/worksheets/sheet2.xml": b"<worksheet>" + b" " * 200_000_000})


def nested_elements() -> bytes:
    cells = "<row r='1'>" + "<c r='A1'><is>" * 50_000
    return xlsx(cells=cells)


def millions_of_cells() -> bytes:
    """Four hundred thousand cells, different enough not to pack like a bomb."""
    random = Random(1)  # noqa: S311 (only has to be irregular)
    rows = ("".join(f"<c><v>{random.getrandbits(20)}</v></c>" for _ in range(50)) for _ in range(8_000))
    return xlsx(cells="".join(f"<row>{cells}</row>" for cells in rows))


def chart_alone() -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    book.create_chartsheet("Chart")
    return saved(book)


def many_sheets() -> bytes:
    book = Workbook()
    for number in range(61):
        book.create_sheet(f"S{number}").append(HEADINGS)
    return saved(book)


def noise(seed: int) -> Callable[[], bytes]:
    """A whole workbook of about four kilobytes with bytes overwritten in its middle."""

    def make() -> bytes:
        random = Random(seed)  # noqa: S311 (invented damage)
        data = bytearray(saved(book_of(HEADINGS)))
        for _ in range(200):
            data[random.randrange(100, len(data))] = random.randrange(256)
        return bytes(data)

    return make


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "zip bomb": (bomb, "office_too_big_inside"),
    "absurd dimension": (lambda: xlsx(dimension="A1:XFD1048576"), "sheet_too_big"),
    "a cell far out": (lambda: xlsx(cells='<row r="1"><c r="XFD1"/></row>'), "sheet_too_big"),
    "entities": (
        lambda: zipped(excel_parts() | {"xl/sharedStrings.xml": '<!DOCTYPE x [<!ENTITY a "b">]><sst/>'}),
        "office_declarations",
    ),
    "macros": (lambda: zipped(excel_parts() | {"xl/vbaProject.bin": b"x"}), "office_macros"),
    "old Excel": (lambda: ole("Workbook"), "old_excel_workbook"),
    "password": (lambda: ole("EncryptedPackage"), "office_password_protected"),
    "half an old file": (lambda: OLE_MARK + b"\0" * 4000, "old_office_file"),
    "nested elements": (nested_elements, "no_headings"),
    "far more cells than a record": (millions_of_cells, "too_many_cells"),
    "a bare zip": (lambda: zipped({"a.txt": "x"}), "zip_of_files"),
    "no main part": (
        lambda: zipped({"[Content_Types].xml": content_types("xl/workbook.xml", "text/plain")}),
        "office_damaged",
    ),
    "a PDF": (lambda: b"%PDF-1.7\n", "kind_not_allowed"),
    "a list in plain text": (lambda: b"Surname,Forename\r\nBall,Jane\r\n", "text_as_workbook"),
    "a list as a web page": (
        lambda: b"<html><table><tr><td>Surname</td></tr></table></html>",
        "web_page_as_workbook",
    ),
    "nothing but a chart": (chart_alone, "document_unreadable"),
    "more sheets than a record": (many_sheets, "too_many_sheets"),
    "nothing": (lambda: b"", "file_empty"),
    "half a workbook": (lambda: saved(book_of(HEADINGS))[:2000], "office_damaged"),
}


def read(data: bytes, folder: Path) -> object:
    path = folder / "record.xlsx"
    path.write_bytes(data)
    return read_workbook(path, name="record.xlsx", school=SchoolType.ACADEMY, as_at=AS_AT)


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_in_words_within_two_seconds(tmp_path: Path, kind: str) -> None:
    make, code = HOSTILE[kind]
    data = make()
    began = time.monotonic()

    with pytest.raises(DomainError) as refused:
        read(data, tmp_path)

    assert (refused.value.code, time.monotonic() - began < SECONDS) == (code, True)
    assert refused.value.message.endswith((".", "”."))


@pytest.mark.parametrize("seed", range(6))
def test_overwritten_bytes_are_refused_or_read_but_never_crash(tmp_path: Path, seed: int) -> None:
    with pytest.raises(DomainError) as refused:
        read(noise(seed)(), tmp_path)

    assert refused.value.code in {*REFUSALS, "no_headings", "no_people"}


def test_links_to_other_files_are_not_followed_and_are_told(tmp_path: Path) -> None:
    path = tmp_path / "record.xlsx"
    path.write_bytes(linked_workbook())

    reading = read_workbook(path, name="record.xlsx", school=SchoolType.ACADEMY, as_at=AS_AT)

    assert [one.name for one in reading.people] == ["Jane Ball"]
    assert reading.notes == ("This workbook is linked to other files. The links were not followed.",)


def test_formulas_are_not_calculated(tmp_path: Path) -> None:
    row = ("Ball", "Jane", "TA", "1/9/20", '=HYPERLINK("https://example.com/")')
    path = tmp_path / "record.xlsx"
    path.write_bytes(saved(book_of(HEADINGS, row)))

    reading = read_workbook(path, name="record.xlsx", school=SchoolType.ACADEMY, as_at=AS_AT)

    assert [(cell.value, cell.diagnosis.value) for cell in reading.cells if cell.cell == "E2"] == [
        (None, "unreadable")
    ]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DomainError) as refused:
        read_workbook(tmp_path / "none.xlsx", name="none.xlsx", school=SchoolType.ACADEMY, as_at=AS_AT)

    assert refused.value.code == "file_missing"
