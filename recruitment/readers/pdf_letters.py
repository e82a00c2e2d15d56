"""The letters of a PDF page by PDFium, each with its place, its font and the direction of its line.

A letter stands on its line in every font: files from LibreOffice do not say how far a font reaches below it.
"""

import ctypes
import math
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from core.documents.refusals import refuse
from recruitment.readers.pdf_view import Box, Point, Thing, View

MOST_LETTERS = 100_000  # on a page; a full one has 5,000
_SPACE, _ADDED = 0x20, frozenset({0x20, 0x0D, 0x0A})  # PDFium adds them where a file moves on instead
_HALVES = range(0xD800, 0xE000)  # of letters beyond the first 65,536
_NAMELESS = "•"  # a glyph of a font that does not say which sign it is: most often a bullet
_NOWHERE = (0, 0.0, 0.0)
_HYPHENS = {0x02: "-", 0xFFFE: "-"}  # what PDFium gives for one that ends a line


@dataclass(frozen=True, slots=True)
class _Text:
    """What the letters shown by one command share.

    ``height`` is that of the font, in points; ``right`` and ``up`` are the direction of their line in the
    file's own coordinates, ``runs`` is "up" or "down" where it is seen to run so, else empty.
    """

    font: str
    font_key: int  # tells fonts of one name apart
    height: float
    right: float
    up: float
    runs: str
    is_level: bool


def letters_of(text_page: Any, view: View) -> list[Thing]:
    """The letters in the order of the file, described as pdfplumber puts words together from them.

    Raises ``DomainError`` pdf_too_complex where there are more than ``MOST_LETTERS``.
    """
    count = pdfium.FPDFText_CountChars(text_page)
    if count > MOST_LETTERS:
        raise refuse("pdf_too_complex")
    letters: list[Thing] = []
    x, y, ink = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    last = _NOWHERE
    text: _Text | None = None
    has_halves = False
    signs: dict[tuple[int, int], str] = {}  # by font and code
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in _ADDED and pdfium.FPDFText_IsGenerated(text_page, index):
            if code == _SPACE and letters:
                letters.append(letters[-1] | {"text": " "})
            last = _NOWHERE
            continue
        shown_by = pdfium.FPDFText_GetTextObject(text_page, index)
        if not shown_by:
            continue
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text_page, index, ink)
        place = ctypes.addressof(shown_by.contents), x.value, y.value
        if text is None or last[0] != place[0]:
            text = _text_of(text_page, index, shown_by, view)
        sign = signs.get((text.font_key, code))
        if sign is None:
            is_nameless = pdfium.FPDFText_HasUnicodeMapError(text_page, index)
            sign = signs[text.font_key, code] = _NAMELESS if is_nameless else _sign_of(code)
            has_halves = has_halves or code in _HALVES
        if place == last:
            # One glyph for several letters, such as “ffi”, or words that the file gives for what it shows.
            sign = letters.pop()["text"] + sign
        last = place
        letters.append(_letter(sign, text, _box_of(text, place[1:], ink, view)))
    if has_halves:
        for letter in letters:
            letter["text"] = _whole(letter["text"])
    return letters


def _sign_of(code: int) -> str:
    if code == 0:  # a font without the sign that was meant
        return _NAMELESS
    return _HYPHENS.get(code) or (chr(code) if code >= _SPACE else " ")


def _whole(text: str) -> str:
    """Two halves of a letter put together; “�” for one alone."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _text_of(text_page: Any, index: int, shown_by: Any, view: View) -> _Text:
    font = pdfium.FPDFTextObj_GetFont(shown_by)
    name = ctypes.create_string_buffer(pdfium.FPDFFont_GetBaseFontName(font, None, 0))
    pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(shown_by, size)
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    height = abs(size.value) * math.hypot(matrix.c, matrix.d)
    along = math.copysign(1, size.value)  # a size below zero turns the letters round
    a, b = along * matrix.a, along * matrix.b
    right, up = view.direction(a, b)
    runs = "" if abs(up) <= abs(right) else "up" if up > 0 else "down"
    font_key = ctypes.addressof(font.contents) if font else 0
    font_name = name.value.decode("utf-8", "replace")
    return _Text(font_name, font_key, height, a, b, runs, is_level=b == 0 < a)


def _box_of(text: _Text, begins: Point, ink: Any, view: View) -> Box:
    """The box of a letter on the page as it is looked at."""
    x, y = begins
    if text.is_level and not view.turns:  # nearly every letter there is
        bottom = view.top - y
        return x - view.left, bottom - text.height, ink.right - view.left, bottom
    return view.box(begins, _corner(text, x, y, ink))


def _corner(text: _Text, x: float, y: float, ink: Any) -> Point:
    """The corner of a letter across from where it begins: as far as it moves along, as high as its font."""
    if abs(text.up) > abs(text.right):
        return x - math.copysign(text.height, text.up), ink.top if text.up > 0 else ink.bottom
    return ink.right if text.right >= 0 else ink.left, y + math.copysign(text.height, text.right)


def _letter(sign: str, text: _Text, box: Box) -> Thing:
    x0, top, x1, bottom = box
    return {
        "text": sign,
        "fontname": text.font,
        "runs": text.runs,
        "size": bottom - top,
        "upright": True,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "doctop": top,
    }
