"""The archive guards in this process. What they cost, and that they run in the child, is tested elsewhere."""

import io
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents.archive import ArchiveLimits, Inspected, inspect_archive
from core.documents.refusals import REFUSALS
from core.documents.xml_parts import OVERLAP
from core.domain.errors import DomainError
from tests.core.documents.builders import (
    WORD_MAIN,
    Parts,
    docx,
    excel_parts,
    relationships,
    saved,
    word_parts,
    xlsx,
    zipped,
)

WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
KB = 1024
CHUNK = 256 * KB


@pytest.fixture
def inspected(tmp_path: Path):
    def inspect(data: bytes, limits: ArchiveLimits | None = None) -> Inspected:
        return inspect_archive(str(saved(tmp_path, data)), limits)

    return inspect


@pytest.fixture
def refusal(inspected):
    def code_of(data: bytes, limits: ArchiveLimits | None = None) -> str:
        with pytest.raises(DomainError) as caught:
            inspected(data, limits)
        return caught.value.code

    return code_of


def noise(size: int) -> bytes:
    """Bytes that do not shrink."""
    state, data = 1, bytearray()
    while len(data) < size:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        data += (state >> 32).to_bytes(4)
    return bytes(data[:size])


def altered(data: bytes, offset_in_entry: int, value: bytes, *, entry: str = "word/document.xml") -> bytes:
    """The archive with some bytes of one entry in its directory replaced."""
    name = entry.encode()
    at = data.rindex(name) - 46 + offset_in_entry
    return data[:at] + value + data[at + len(value) :]


@pytest.mark.parametrize(("data", "kind"), [(docx(), "docx"), (xlsx(), "xlsx")])
def test_word_and_excel_files_pass(inspected, data: bytes, kind: str) -> None:
    assert inspected(data) == {"kind": kind, "notes": []}


def test_parts_may_be_stored_without_compression(inspected) -> None:
    assert inspected(zipped(word_parts(), method=zipfile.ZIP_STORED))["kind"] == "docx"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_compression_is_refused(refusal, method: int) -> None:
    assert refusal(zipped(word_parts(), method=method)) == "office_unsafe_part"


def test_as_many_parts_as_allowed_pass(inspected) -> None:
    parts = {f"customXml/item{number}.xml": "<a/>" for number in range(2_000 - len(word_parts()))}

    assert inspected(docx(parts))["kind"] == "docx"


def test_one_part_too_many_is_refused(refusal) -> None:
    parts = {f"customXml/item{number}.xml": "<a/>" for number in range(2_001 - len(word_parts()))}

    assert refusal(docx(parts)) == "office_too_many_parts"


def test_encrypted_part_is_refused(refusal) -> None:
    assert refusal(altered(docx(), 8, b"\x01\x00")) == "office_password_protected"


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd.xml",
        "../word/settings.xml",
        "word/../../settings.xml",
        "word\\settings.xml",
        "C:/settings.xml",
        "word/settings.xml\0.png",
    ],
)
def test_traversing_name_is_refused(refusal, name: str) -> None:
    placeholder = "#" * len(name)
    data = docx({placeholder: "<a/>"}).replace(placeholder.encode(), name.encode())

    assert refusal(data) == "office_unsafe_part"


@pytest.mark.parametrize("name", ["word/a..b.xml", "word/...xml", "customXml/Ünïcode.xml"])
def test_unusual_but_harmless_name_passes(inspected, name: str) -> None:
    assert inspected(docx({name: "<a/>"}))["kind"] == "docx"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["word/document.xml", "WORD/document.XML"])
def test_duplicate_name_is_refused(refusal, name: str) -> None:
    assert refusal(zipped(word_parts(), more=[(name, b"<a/>")])) == "office_duplicate_parts"


def test_ratio_at_the_limit_passes_and_beyond_is_refused(inspected, refusal) -> None:
    data = docx({"word/media/a.bin": b"\0" * (2 * 1024 * KB)})
    entry = next(e for e in zipfile.ZipFile(io.BytesIO(data)).infolist() if e.filename == "word/media/a.bin")
    ratio = -(-entry.file_size // entry.compress_size)

    assert inspected(data, ArchiveLimits(ratio=ratio))["kind"] == "docx"
    assert refusal(data, ArchiveLimits(ratio=ratio - 1)) == "office_too_big_inside"


def test_small_bomb_is_refused_without_inflating_it(refusal) -> None:
    assert refusal(docx({"word/media/a.bin": b"\0" * (20 * 1024 * KB)})) == "office_too_big_inside"


def test_small_parts_may_shrink_as_far_as_they_like(inspected) -> None:
    assert inspected(docx({"word/media/a.bin": b"\0" * (1024 * KB)}))["kind"] == "docx"


def test_part_at_its_limit_passes_and_beyond_is_refused(inspected, refusal) -> None:
    data = docx({"word/media/a.bin": noise(100 * KB)})

    assert inspected(data, ArchiveLimits(entry_bytes=100 * KB))["kind"] == "docx"
    assert refusal(data, ArchiveLimits(entry_bytes=100 * KB - 1)) == "office_too_big_inside"


def test_total_at_its_limit_passes_and_beyond_is_refused(inspected, refusal) -> None:
    parts = word_parts() | {"word/media/a.bin": noise(50 * KB), "word/media/b.bin": noise(50 * KB)}
    total = sum(len(data) for data in parts.values())

    assert inspected(zipped(parts), ArchiveLimits(total_bytes=total))["kind"] == "docx"
    assert refusal(zipped(parts), ArchiveLimits(total_bytes=total - 1)) == "office_too_big_inside"


def test_size_that_lies_in_the_directory_is_refused(refusal) -> None:
    data = docx({"word/media/a.bin": b"\0" * (300 * KB)})

    assert (
        refusal(altered(data, 24, (10).to_bytes(4, "little"), entry="word/media/a.bin")) == "office_damaged"
    )


def test_bytes_that_do_not_inflate_are_refused(refusal) -> None:
    data = docx({"word/media/a.bin": noise(1 * KB)})
    at = data.index(b"word/media/a.bin") + len(b"word/media/a.bin")

    assert refusal(data[:at] + b"\xff" * 50 + data[at + 50 :]) == "office_damaged"


@pytest.mark.parametrize("keep", [4, 300, -30])
def test_truncated_archive_is_refused(refusal, keep: int) -> None:
    assert refusal(docx()[:keep]) == "office_damaged"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}, "open_document"),
        ({"Index/Document.iwa": b"\0"}, "apple_document"),
        ({"CV.docx": docx(), "Letter.docx": docx()}, "zip_of_files"),
        ({}, "zip_of_files"),
    ],
)
def test_other_archives_are_told_apart(refusal, parts: Parts, expected: str) -> None:
    assert refusal(zipped(parts)) == expected


def test_macro_file_is_refused(refusal) -> None:
    macro = {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}

    assert refusal(docx(macro)) == "office_macros"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", ["word/document.xml", "customXml/item9.XML", "word/drawing1.vml"])
def test_doctype_is_refused_in_any_part_and_encoding(refusal, name: str, encoding: str) -> None:
    text = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'

    assert refusal(docx({name: text.encode(encoding)})) == "office_declarations"


def test_doctype_is_refused_in_a_part_that_hides_its_kind(refusal) -> None:
    hidden = {"word/media/image1.png": '<?xml version="1.0"?><!DOCTYPE a><a/>'}

    assert refusal(docx(hidden)) == "office_declarations"


def test_doctype_is_refused_by_the_type_of_its_part(refusal) -> None:
    extra = '<Override PartName="/word/odd" ContentType="application/vnd.example+xml"/>'

    assert refusal(docx({"word/odd": "<!DOCTYPE a><a/>"}, extra_types=extra)) == "office_declarations"


@pytest.mark.parametrize("before", [CHUNK - 5, CHUNK - 1, CHUNK, 2 * CHUNK - 4, 3 * CHUNK + OVERLAP])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_doctype_is_refused_wherever_it_falls_between_two_chunks(refusal, before: int, encoding: str) -> None:
    width = len("a".encode(encoding))
    text = "<a>".ljust(before // width, "-") + "<!DOCTYPE b></a>"

    assert refusal(docx({"customXml/item1.xml": text.encode(encoding)})) == "office_declarations"


def test_drawing_may_carry_a_doctype(inspected) -> None:
    extra = '<Default Extension="svg" ContentType="image/svg+xml"/>'
    drawing = {"word/media/crest.svg": '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "a" "b"><svg/>'}

    assert inspected(docx(drawing, extra_types=extra))["kind"] == "docx"


def test_picture_may_hold_any_bytes(inspected) -> None:
    assert inspected(docx({"word/media/a.jpeg": b"\xff\xd8\xff<!DOCTYPE"}))["kind"] == "docx"


def test_words_about_a_doctype_pass(inspected) -> None:
    words = "<a>Knows what &lt;!DOCTYPE html&gt; is for</a>"

    assert inspected(docx({"customXml/item1.xml": words}))["kind"] == "docx"


def test_encoding_that_can_hide_a_doctype_is_refused(refusal) -> None:
    text = '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'

    assert refusal(docx({"customXml/item1.xml": text})) == "office_encoding"


def test_remote_template_is_refused(refusal) -> None:
    remote = relationships(("attachedTemplate", "https://files.example.org/t.dotm", "External"))

    assert refusal(docx({"word/_rels/settings.xml.rels": remote})) == "office_remote_template"


def test_template_on_a_school_server_and_linked_picture_are_noted(inspected) -> None:
    links = relationships(
        ("attachedTemplate", "file:///\\\\council01\\templates\\JD.dotx", "External"),
        ("image", "https://www.example.org/crest.png", "External"),
    )

    assert inspected(docx({"word/_rels/settings.xml.rels": links}))["notes"] == [
        "linked_content",
        "template_on_own_network",
    ]


@pytest.mark.parametrize("dimension", ["A1:SF50000", "A1"])
def test_sheet_at_its_limit_passes(inspected, dimension: str) -> None:
    assert inspected(xlsx(dimension=dimension))["kind"] == "xlsx"


@pytest.mark.parametrize("dimension", ["A1:A50001", "A1:SG1", "A1:XFD1048576"])
def test_absurd_sheet_dimension_is_refused(refusal, dimension: str) -> None:
    assert refusal(xlsx(dimension=dimension)) == "sheet_too_big"


def test_far_cell_in_a_sheet_that_says_it_is_small_is_refused(refusal) -> None:
    assert refusal(xlsx(cells='<row r="1048576"><c r="A1048576"/></row>')) == "sheet_too_big"


def test_absurd_dimension_in_utf16_is_refused(refusal) -> None:
    parts = excel_parts(dimension="A1:XFD1048576")
    sheet = str(parts["xl/worksheets/sheet1.xml"]).replace("UTF-8", "UTF-16")

    assert refusal(zipped(parts | {"xl/worksheets/sheet1.xml": sheet.encode("utf-16")})) == "sheet_too_big"


def test_sheet_is_known_by_its_type_too(refusal) -> None:
    parts = excel_parts()
    types = str(parts["[Content_Types].xml"]).replace(
        "</Types>", f'<Override PartName="/xl/a.xml" ContentType="{WORKSHEET}"/></Types>'
    )
    sheet = '<worksheet><dimension ref="A1:XFD1048576"/></worksheet>'

    assert refusal(zipped(parts | {"[Content_Types].xml": types, "xl/a.xml": sheet})) == "sheet_too_big"


def test_relationships_beyond_what_is_read_whole_are_refused(refusal) -> None:
    many = relationships(*[("hyperlink", "https://www.example.org/", "External")] * 20)
    limits = ArchiveLimits(small_part_bytes=2 * KB)

    assert refusal(docx({"word/_rels/document.xml.rels": many}), limits) == "office_too_big_inside"


def test_content_types_that_are_no_xml_are_refused(refusal) -> None:
    assert refusal(zipped(word_parts(WORD_MAIN) | {"[Content_Types].xml": "<Types>"})) == "office_damaged"


@given(st.data())
def test_an_archive_with_bytes_overwritten_is_taken_or_refused_but_never_breaks(data: st.DataObject) -> None:
    contents = bytearray(docx({"word/media/a.bin": noise(200)}))
    for _ in range(data.draw(st.integers(1, 4))):
        contents[data.draw(st.integers(0, len(contents) - 1))] = data.draw(st.integers(0, 255))

    assert kind_or_code(bytes(contents)) in {"docx", *REFUSALS}


def kind_or_code(data: bytes) -> str:
    with tempfile.TemporaryDirectory() as folder:
        try:
            return inspect_archive(str(saved(Path(folder), data)))["kind"]
        except DomainError as error:
            return error.code
