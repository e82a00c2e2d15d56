"""The letters of a PDF page by PDFium, each with its place, its font and the direction of its line.

A letter stands on its line in every font: files from LibreOffice do not say how far a font reaches below it.
"""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Any

import pypdfium2.raw as pdfium

from core.documents.refusals import refuse
from recruitment.readers.pdf_view import Box, Letter, Point, View

MOST_LETTERS = 100_000  # on a page; a full one has 5,000
_ADDED = frozenset(" \r\n")  # PDFium adds them where a file moves on instead
_HALVES = range(0xD800, 0xE000)  # of letters beyond the first 65,536
_NAMELESS = "•"  # a glyph of a font that does not say which sign it is: most often a bullet
_NO_LETTER = "\ufffe"  # what PDFium gives in a whole text for what is not to be shown as it is
_SIGNS = {
    "\0": _NAMELESS,  # a font without the sign that was meant
    "\x02": "-",  # one that ends a line
    _NO_LETTER: "-",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
_LEAP = 8  # letters; a text has some 35
_TOUCH = 0.05  # points: letters no further apart touch, or begin at the same place
# The address of the text that a letter belongs to, without an object made of it.
_text_at = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)


@dataclass(frozen=True, slots=True)
class _Text:
    """What the letters shown by one command share.

    ``height`` is that of the font, in points; ``right`` and ``up`` are the direction of their line in the
    file's own coordinates. ``line`` is where they stand, from the top of the page, if nothing is turned:
    nearly every text there is.
    """

    font: str
    font_key: int  # tells fonts of one name apart
    height: float
    right: float
    up: float
    runs: str
    line: float | None


def letters_of(text_page: Any, view: View) -> list[Letter]:
    """The letters in the order of the file.

    Raises ``DomainError`` pdf_too_complex where there are more than ``MOST_LETTERS``.
    """
    if pdfium.FPDFText_CountChars(text_page) > MOST_LETTERS:
        raise refuse("pdf_too_complex")
    return _Letters(text_page, view).all()


class _Letters:
    """The letters of a page, by their number. Calls of PDFium take most of the time, so that few are made."""

    def __init__(self, text_page: Any, view: View) -> None:
        self._page = text_page
        self._view = view
        self._codes = _codes_of(text_page, pdfium.FPDFText_CountChars(text_page))
        self._signs: dict[tuple[int, str], str] = {}  # by font and code
        self._found: list[Letter] = []

    def all(self) -> list[Letter]:
        for places, is_text in self._texts():
            if is_text:
                self._add_text(places)
            else:
                self._add_space(places.start)
        if any(ord(sign[0]) in _HALVES for sign in self._signs.values()):
            return [letter._replace(text=_whole(letter.text)) for letter in self._found]
        return self._found

    def _texts(self) -> Iterator[tuple[range, bool]]:
        """The letters that one command shows, and one by one those that belong to no command."""
        start, count = 0, len(self._codes)
        while start < count:
            address = _text_at(self._page, start)
            stop = start + 1
            if address:
                while stop + _LEAP < count and _text_at(self._page, stop + _LEAP) == address:
                    stop += _LEAP
                while stop < count and _text_at(self._page, stop) == address:
                    stop += 1
            yield range(start, stop), bool(address)
            start = stop

    def _add_text(self, places: range) -> None:
        text = _text_of(self._page, places.start, self._view)
        ink = pdfium.FS_RECTF()
        begins: Point | None = None  # where the letter before does, if nothing stands between
        right = inf  # where it ends, on a level line
        for index in places:
            code = self._codes[index]
            if code in _ADDED and pdfium.FPDFText_IsGenerated(self._page, index):
                self._add_space(index)
                begins, right = None, inf
                continue
            sign = self._signs.get((text.font_key, code)) or self._sign_of(index, text)
            pdfium.FPDFText_GetLooseCharBox(self._page, index, ink)
            if begins and ink.left > right - _TOUCH:
                begins = ink.left, begins[1]
            else:  # the box can reach back over the letter before
                place = _origin_of(self._page, index)
                if begins and math.dist(place, begins) < _TOUCH:
                    # One glyph for several letters, such as “ffi”, or words that a file gives for a picture.
                    sign = self._found.pop().text + sign
                begins = place
            right = ink.right if text.line is not None else inf
            self._found.append(Letter(sign, text.font, text.runs, *_box_of(text, begins, ink, self._view)))

    def _add_space(self, index: int) -> None:
        """Where a file moves on inside a line; at the end of one there is nothing to add."""
        if self._codes[index] == " " and self._found:
            self._found.append(self._found[-1]._replace(text=" "))

    def _sign_of(self, index: int, text: _Text) -> str:
        code = self._codes[index]
        sign = _SIGNS.get(code) or (code if code >= " " else " ")
        if pdfium.FPDFText_HasUnicodeMapError(self._page, index):
            sign = _NAMELESS
        self._signs[text.font_key, code] = sign
        return sign


def _codes_of(text_page: Any, count: int) -> list[str]:
    """What PDFium takes each letter for; halves of letters stay apart."""
    kept = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, kept)  # with an end that counts as one
    codes = bytes(kept).decode("utf-16-le", "surrogatepass")[: written - 1]
    if len(codes) != count:
        codes = _NO_LETTER * count  # some are left out, so that the places of the others are not known
    return [
        chr(pdfium.FPDFText_GetUnicode(text_page, index)) if code == _NO_LETTER else code
        for index, code in enumerate(codes)
    ]


def _whole(text: str) -> str:
    """Two halves of a letter put together; “�” for one alone."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _text_of(text_page: Any, index: int, view: View) -> _Text:
    shown_by = pdfium.FPDFText_GetTextObject(text_page, index)
    font = pdfium.FPDFTextObj_GetFont(shown_by)
    name = ctypes.create_string_buffer(pdfium.FPDFFont_GetBaseFontName(font, None, 0))
    pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(shown_by, size)
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    along = math.copysign(1, size.value)  # a size below zero turns the letters round
    a, b = along * matrix.a, along * matrix.b
    right, up = view.direction(a, b)
    is_level = b == 0 < a and not view.turns
    return _Text(
        name.value.decode("utf-8", "replace"),
        ctypes.addressof(font.contents) if font else 0,
        abs(size.value) * math.hypot(matrix.c, matrix.d),
        a,
        b,
        runs="" if abs(up) <= abs(right) else "up" if up > 0 else "down",
        line=view.top - _origin_of(text_page, index)[1] if is_level else None,
    )


def _origin_of(text_page: Any, index: int) -> Point:
    """Where a letter begins on its line."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
    return x.value, y.value


def _box_of(text: _Text, place: Point, ink: Any, view: View) -> Box:
    """The box of a letter on the page as it is looked at."""
    if text.line is not None:
        return place[0] - view.left, text.line - text.height, ink.right - view.left, text.line
    return view.box(place, _corner(text, *place, ink))


def _corner(text: _Text, x: float, y: float, ink: Any) -> Point:
    """The corner of a letter across from where it begins: as far as it moves along, as high as its font."""
    if abs(text.up) > abs(text.right):
        return x - math.copysign(text.height, text.up), ink.top if text.up > 0 else ink.bottom
    return ink.right if text.right >= 0 else ink.left, y + math.copysign(text.height, text.right)
