import pytest

from core.documents.kinds import Container, Kind, in_words, recognise


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"%PDF-1.7\n", Container.PDF),
        (b"\r\n\xef\xbb\xbf%PDF-1.4", Container.PDF),
        (b" " * 1019 + b"%PDF-", Container.PDF),
        (b" " * 1020 + b"%PDF-", Container.OTHER),
        (b"PK\x03\x04rest", Container.ZIP),
        (b"PK\x05\x06" + b"\0" * 18, Container.ZIP),
        (b"PK\x03\x04 %PDF-1.7", Container.ZIP),
        (b"PK dear all", Container.OTHER),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Container.OLE),
        (b"{\\rtf1\\ansi", Container.RICH_TEXT),
        (b"<!DOCTYPE HTML PUBLIC", Container.WEB_PAGE),
        (b"\xef\xbb\xbf\r\n<html lang='en'>", Container.WEB_PAGE),
        (b"\xff\xd8\xff\xe0", Container.PICTURE),
        (b"\x89PNG\r\n\x1a\n", Container.PICTURE),
        (b"\0\0\0\x18ftypheic", Container.PICTURE),
        (b"RIFF\x10\0\0\0WEBPVP8 ", Container.PICTURE),
        (b"RIFF\x10\0\0\0WAVEfmt ", Container.OTHER),
        (b"MZ\x90\0\x03\0", Container.PROGRAM),
        (b"MZ is a postcode area nobody has", Container.OTHER),
        (b"\x7fELF\x02\x01\x01\0", Container.PROGRAM),
        (b"Essential criteria", Container.OTHER),
        (b"", Container.OTHER),
    ],
)
def test_recognise_goes_by_the_first_bytes(head: bytes, expected: Container) -> None:
    assert recognise(head) is expected


EVERY_KIND = (
    "a Word document (.docx), a PDF, an Excel workbook (.xlsx), "
    "a plain text file (.txt), a photograph (.jpg), a picture (.png) or a web page (.html)"
)


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([Kind.PDF], "a PDF"),
        ([Kind.PDF, Kind.DOCX], "a Word document (.docx) or a PDF"),
        (
            list(Kind),
            EVERY_KIND,
        ),
    ],
)
def test_in_words_lists_kinds_as_a_person_would(kinds: list[Kind], expected: str) -> None:
    assert in_words(kinds) == expected
