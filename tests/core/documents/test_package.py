import pytest

from core.documents.kinds import Kind, Note
from core.documents.package import (
    ContentTypes,
    is_on_internet,
    kind_of,
    kind_without_types,
    read_content_types,
    relationship_notes,
)
from core.domain.errors import DomainError
from tests.core.documents.builders import EXCEL_MAIN, WORD_MAIN, content_types, relationships

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def refused(main_type: str, *more_names: str) -> str:
    types = ContentTypes({"word/document.xml": main_type.lower()}, {"xml": "application/xml"})
    with pytest.raises(DomainError) as caught:
        kind_of(types, ["word/document.xml", *more_names])
    return caught.value.code


def test_read_content_types_compares_names_and_types_without_regard_to_case() -> None:
    types = read_content_types(content_types("word/Document.XML", WORD_MAIN.upper()).encode())

    assert types.of("Word/document.xml") == WORD_MAIN.lower()
    assert types.of("customXml/item1.XML") == "application/xml"
    assert types.of("word/media/image1.png") == ""


@pytest.mark.parametrize(("main_type", "expected"), [(WORD_MAIN, Kind.DOCX), (EXCEL_MAIN, Kind.XLSX)])
def test_kind_of_goes_by_the_main_part_wherever_it_lies(main_type: str, expected: Kind) -> None:
    types = ContentTypes({"elsewhere/document2.xml": main_type.lower()})

    assert kind_of(types, ["[Content_Types].xml", "elsewhere/document2.xml"]) is expected


@pytest.mark.parametrize(
    ("main_type", "expected"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "office_macros"),
        ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "office_macros"),
        ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "office_macros"),
        (f"{WORD}template.main+xml", "office_template"),
        (f"{EXCEL}template.main+xml", "office_template"),
        (
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            "powerpoint",
        ),
        ("application/xml", "office_damaged"),
    ],
)
def test_kind_of_refuses_other_office_files_each_with_its_reason(main_type: str, expected: str) -> None:
    assert refused(main_type) == expected


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "xl/VBAPROJECT.BIN", "xl/macrosheets/sheet1.xml"])
def test_kind_of_refuses_a_macro_by_its_name(name: str) -> None:
    assert refused(WORD_MAIN, name) == "office_macros"


def test_kind_of_refuses_a_macro_under_another_name_by_its_type() -> None:
    types = ContentTypes(
        {"word/document.xml": WORD_MAIN.lower(), "word/media/a.png": "application/vnd.ms-office.vbaproject"}
    )

    with pytest.raises(DomainError) as caught:
        kind_of(types, ["word/document.xml", "word/media/a.png"])

    assert caught.value.code == "office_macros"


def test_kind_of_takes_no_notice_of_a_type_that_no_part_has() -> None:
    types = ContentTypes(
        {"word/document.xml": WORD_MAIN.lower()}, {"bin": "application/vnd.ms-office.vbaproject"}
    )

    assert kind_of(types, ["word/document.xml"]) is Kind.DOCX


def test_kind_of_refuses_a_missing_main_part() -> None:
    with pytest.raises(DomainError) as caught:
        kind_of(ContentTypes({"word/document.xml": WORD_MAIN.lower()}), ["word/styles.xml"])

    assert caught.value.code == "office_damaged"


def test_kind_of_refuses_two_main_parts_of_different_kinds() -> None:
    types = ContentTypes({"word/document.xml": WORD_MAIN.lower(), "xl/workbook.xml": EXCEL_MAIN.lower()})

    with pytest.raises(DomainError) as caught:
        kind_of(types, ["word/document.xml", "xl/workbook.xml"])

    assert caught.value.code == "office_damaged"


@pytest.mark.parametrize(
    ("names", "mimetype", "expected"),
    [
        (["mimetype", "content.xml"], b"application/vnd.oasis.opendocument.text", "open_document"),
        (["Index/Document.iwa"], b"", "apple_document"),
        (["CV.docx", "Cover letter.docx"], b"", "zip_of_files"),
        ([], b"", "zip_of_files"),
    ],
)
def test_kind_without_types_tells_other_archives_apart(
    names: list[str], mimetype: bytes, expected: str
) -> None:
    assert kind_without_types(names, mimetype) == expected


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([("styles", "styles.xml", "Internal")], set()),
        ([("hyperlink", "https://www.example.org/apply", "External")], set()),
        ([("image", "https://www.example.org/crest.png", "External")], {Note.LINKED_CONTENT}),
        (
            [("attachedTemplate", "file:///C:\\Templates\\Letter.dotx", "External")],
            {Note.TEMPLATE_ON_OWN_NETWORK},
        ),
        ([("attachedTemplate", "https://example.org/a.dotm", "Internal")], set()),
    ],
)
def test_relationship_notes_tell_what_lies_outside(
    entries: list[tuple[str, str, str]], expected: set[Note]
) -> None:
    assert relationship_notes(relationships(*entries).encode()) == expected


@pytest.mark.parametrize("spelling", ["utf-8", "utf-16"])
def test_relationship_notes_refuse_a_template_on_the_internet(spelling: str) -> None:
    data = relationships(("attachedTemplate", "&#104;ttps://example.org/a.dotm", "Ext&#101;rnal"))

    with pytest.raises(DomainError) as caught:
        relationship_notes(data.replace("UTF-8", spelling).encode(spelling))

    assert caught.value.code == "office_remote_template"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://example.org/t.dotm", True),
        ("HTTP://example.org/t.dotm", True),
        ("ftp://files.example.org/t.dotm", True),
        ("mhtml:https://example.org/t", True),
        ("%68ttps://example.org/t.dotm", True),
        ("\\\\203.0.113.7\\share\\t.dotm", True),
        ("\\\\files.example.org\\share\\t.dotm", True),
        ("\\\\example@SSL@443\\share\\t.dotm", True),
        ("\\\\3405803783\\share\\t.dotm", True),
        ("\\\\?\\UNC\\files.example.org\\share", True),
        ("file://files.example.org/share/t.dotm", True),
        ("file:///\\\\files.example.org\\share\\t.dotm", True),
        ("//files.example.org/share/t.dotm", True),
        ("\\\\", True),
        ("Normal.dotm", False),
        ("C:\\Templates\\Job%20description.dotx", False),
        ("file:///C:\\Templates\\Letter.dotx", False),
        ("file:///C:/Templates/v1.2/Letter.dotx", False),
        ("file://C:/Templates/Letter.dotx", False),
        ("\\\\council01\\templates\\Letter.dotx", False),
        ("file:///\\\\council01\\templates\\v1.2\\Letter.dotx", False),
        ("file:///Volumes/Shared.Docs/Letter.dotx", False),
        ("/Templates/Letter.dotx", False),
        ("", False),
    ],
)
def test_is_on_internet_lets_only_drives_and_bare_servers_pass(target: str, expected: bool) -> None:
    assert is_on_internet(target) is expected
