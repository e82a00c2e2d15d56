import pytest

from core.documents.xml_parts import (
    column_number,
    looks_like_xml,
    parse_part,
    refuse_declarations,
    refuse_unusual_encoding,
    refuse_vast_sheet,
    without_marks,
)
from core.domain.errors import DomainError


@pytest.mark.parametrize(
    ("letters", "number"), [(b"A", 1), (b"Z", 26), (b"AA", 27), (b"SF", 500), (b"XFD", 16384)]
)
def test_column_number_counts_as_a_sheet_does(letters: bytes, number: int) -> None:
    assert column_number(letters) == number


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_looks_like_xml_in_every_encoding(encoding: str) -> None:
    assert looks_like_xml('<?xml version="1.0"?><a/>'.encode(encoding)) is True


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("declaration", ["<!DOCTYPE a [", '<!ENTITY b "c">'])
def test_declarations_are_seen_in_every_encoding(declaration: str, encoding: str) -> None:
    window = without_marks(f"<a>{declaration}</a>".encode(encoding))

    with pytest.raises(DomainError) as caught:
        refuse_declarations(window)

    assert caught.value.code == "office_declarations"


@pytest.mark.parametrize(
    "start",
    [
        b'<?xml version="1.0" encoding="UTF-8"?><a/>',
        b"<?xml version='1.0' encoding='utf-16'?><a/>",
        b'<?xml version="1.0"?><a/>',
        b'<?xml version="1.0" encoding="Windows-1252" standalone="yes"?><a/>',
        b"\xef\xbb\xbf<a/>",
        b"\n <a/>",
        b"",
    ],
)
def test_usual_encodings_pass(start: bytes) -> None:
    assert refuse_unusual_encoding(start) is None


@pytest.mark.parametrize(
    "start",
    [
        b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-',
        b"<?xml version='1.0'  encoding = 'cp037'?><a/>",
        '<?xml version="1.0" encoding="cp037"?><a/>'.encode("cp037"),
        b"plain words",
    ],
)
def test_unusual_encodings_are_refused(start: bytes) -> None:
    with pytest.raises(DomainError) as caught:
        refuse_unusual_encoding(start)

    assert caught.value.code == "office_encoding"


@pytest.mark.parametrize(
    "text",
    [
        b'<dimension ref="A1:SF50000"/>',
        b'<dimension ref="A1"/>',
        b'<row r="1048576"/>',
        b'<c r="SF50000"><v>1</v></c>',
        b'<mergeCell ref="A1:XFD1"/>',
        b'<mergeCell ref="A1:A500000"/>',
    ],
)
def test_sheets_within_bounds_pass(text: bytes) -> None:
    assert refuse_vast_sheet(text, rows=50_000, columns=500) is None


@pytest.mark.parametrize(
    "text",
    [
        b'<dimension ref="A1:SF50001"/>',
        b'<dimension ref="A1:SG50000"/>',
        b"<x:dimension  ref = 'B2:XFD1048576' />",
        b'<dimension xmlns:a="b" ref="A50001"/>',
        b'<c r="A50001"/>',
        b'<c s="1" r="AAA1"/>',
        b"<c r='XFD1048576'/>",
        b'<c r="A99999999"/>',
        b'<row r="10000000"/>',
        b'<mergeCell ref="A1:XFD1048576"/>',
        b"<x:mergeCell  ref = 'A1:A500001' />",
        b'<mergeCell ref="A1:A250000"/><mergeCell ref="B1:B250001"/>',
    ],
)
def test_sheets_beyond_bounds_are_refused(text: bytes) -> None:
    with pytest.raises(DomainError) as caught:
        refuse_vast_sheet(text, rows=50_000, columns=500)

    assert caught.value.code == "sheet_too_big"


def test_parse_part_gives_the_root() -> None:
    assert [child.tag for child in parse_part(b"<a><b/><c/></a>")] == ["b", "c"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<a><b></a>", "office_damaged"),
        (b"", "office_damaged"),
        (b"<a>\xff</a>", "office_damaged"),
        (b"<!DOCTYPE a><a/>", "office_declarations"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"), "office_declarations"),
        (b'<?xml version="1.0" encoding="utf-7"?><a/>', "office_encoding"),
    ],
)
def test_parse_part_refuses_anything_but_plain_xml(data: bytes, expected: str) -> None:
    with pytest.raises(DomainError) as caught:
        parse_part(data)

    assert caught.value.code == expected
