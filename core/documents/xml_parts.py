"""What may stand in the XML of a Word or Excel file: looked for in the bytes, before any parser sees them."""

import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from core.documents.refusals import refuse

OVERLAP = 512  # longer than any mark that is looked for, so that none is lost between two chunks

_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_DECLARED_ENCODING = re.compile(rb"""^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']""")
# The format asks for UTF-8 or UTF-16; the others spell < ! and the names alike. UTF-7 and EBCDIC do not, and
# some parsers read them: a declaration could hide in them.
_ENCODINGS = frozenset({b"utf-8", b"utf-16", b"ascii", b"us-ascii", b"iso-8859-1", b"windows-1252"})
_REFERENCE = rb"""["'](?:[A-Z]{1,3}\d{1,7}:)?([A-Z]{1,3})(\d{1,20})["']"""
_DIMENSION = re.compile(rb"<(?:\w{1,20}:)?dimension\s[^<>]{0,200}?\bref\s*=\s*" + _REFERENCE)
# Cells far out, and rows beyond any sheet. An empty row at the very end is common and harmless.
_FAR = re.compile(rb"""\sr\s*=\s*["'](?:([A-Z]{3})(\d{1,20})|([A-Z]{1,2})(\d{5,20})|()(\d{8,20}))["']""")

_MERGED = re.compile(
    rb"""<(?:\w{1,20}:)?mergeCell\s[^<>]{0,200}?\bref\s*=\s*["']([A-Z]{1,3})(\d{1,20}):([A-Z]{1,3})(\d{1,20})["']"""
)
_MOST_MERGED = 500_000  # cells joined into others: a reader makes one for each. A whole row has 16,384.


def without_marks(chunk: bytes) -> bytes:
    """The bytes as an 8-bit encoding has them: in UTF-16 plain names only have zeros between."""
    for mark in _BYTE_ORDER_MARKS:
        chunk = chunk.removeprefix(mark)
    return chunk.replace(b"\0", b"")


def looks_like_xml(start: bytes) -> bool:
    return without_marks(start).lstrip().startswith(b"<?xml")


def refuse_unusual_encoding(start: bytes) -> None:
    """Raise ``DomainError`` where the first bytes of an XML part are not written as the format has it."""
    text = without_marks(start).lstrip()
    if text and not text.startswith(b"<"):
        raise refuse("office_encoding")
    declared = _DECLARED_ENCODING.match(text)
    if declared and declared[1].lower() not in _ENCODINGS:
        raise refuse("office_encoding")


def refuse_declarations(window: bytes) -> None:
    """Raise ``DomainError`` where a document type or entity is declared: Office never writes one."""
    if b"<!DOCTYPE" in window or b"<!ENTITY" in window:
        raise refuse("office_declarations")


def refuse_vast_sheet(window: bytes, *, rows: int, columns: int) -> None:
    """Raise ``DomainError`` where a sheet says it reaches, or has a cell, beyond these rows or columns.

    Cells joined over a whole sheet are refused too.
    """
    references = [(found[1], found[2]) for found in _DIMENSION.finditer(window)]
    references += [
        (found[1] or found[3] or b"A", found[found.lastindex or 0]) for found in _FAR.finditer(window)
    ]
    for letters, digits in references:
        if int(digits) > rows or column_number(letters) > columns:
            raise refuse("sheet_too_big")
    if sum(_cells_joined(found) for found in _MERGED.finditer(window)) > _MOST_MERGED:
        raise refuse("sheet_too_big")


def _cells_joined(found: re.Match[bytes]) -> int:
    width = abs(column_number(found[3]) - column_number(found[1])) + 1
    return width * (abs(int(found[4]) - int(found[2])) + 1)


def column_number(letters: bytes) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def parse_part(data: bytes) -> Element:
    """The root of a small XML part. Raises ``DomainError`` for anything but plain, complete XML."""
    refuse_unusual_encoding(data[:OVERLAP])
    refuse_declarations(without_marks(data))
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise refuse("office_damaged") from error
    return root
