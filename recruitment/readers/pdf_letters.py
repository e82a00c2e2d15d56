"""The letters of a PDF page by PDFium, each with its place, its font and the direction of its line.

A letter stands on its line in every font: files from LibreOffice do not say how far a font reaches below it.
"""

import ctypes
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from math import inf
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from core.documents.refusals import refuse
from recruitment.readers.pdf_view import Letter, Point, View
from recruitment.readers.pdf_words import WIDEST_GAP

MOST_LETTERS = 100_000  # on a page; a full one has 5,000
_ADDED = frozenset(" \r\n")  # PDFium adds them where a file moves on instead
_HALVES = re.compile("[\ud800-\udfff]")  # of letters beyond the first 65,536
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
_SHORTEST = 3  # letters of a word that is placed as one
# Between where such a word ends and where its letters would make it end, in heights of the line.
_MOST_DRIFT = 0.1
_WORD_OR_BLANK = re.compile(r"\S+|\s")
# The text that a letter belongs to, by its address: the usual binding makes an object of it each time, and
# only whether it is the same one is asked.
_text_at = ctypes.cast(
    pdfium.FPDFText_GetTextObject, ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
)


@dataclass(frozen=True, slots=True)
class _Text:
    """What the letters shown by one command share.

    ``height`` is that of the font, in points; ``right`` and ``up`` are the direction of their line in the
    file's own coordinates. ``is_level``: nothing is turned, as in nearly every text there is, and they stand
    on a ``line`` that far from the top of the page. ``is_one``: all of them begin at the same place, as words
    that a file gives for a picture do.
    """

    font: str
    font_key: int  # tells fonts of one name apart
    height: float
    right: float
    up: float
    runs: str
    line: float
    is_level: bool
    is_one: bool


type _Style = tuple[int, float, float, float]  # the font, its height, and the direction of the line


class _Glyph(NamedTuple):
    sign: str
    width: float  # points


def letters_of(text_page: Any, view: View) -> list[Letter]:
    """The letters in the order of the file; those of a word that stand as usual are one.

    Raises ``DomainError`` pdf_too_complex where there are more than ``MOST_LETTERS``.
    """
    if pdfium.FPDFText_CountChars(text_page) > MOST_LETTERS:
        raise refuse("pdf_too_complex")
    return _Letters(text_page, view).all()


class _Letters:
    """The letters of a page, by their number. Calls of PDFium take most of the time, so that few are made.

    Each glyph is looked at once; a word of known ones is asked only where it begins and where it ends.
    """

    def __init__(self, text_page: Any, view: View) -> None:
        self._page = text_page
        self._view = view
        self._codes = _codes_of(text_page, pdfium.FPDFText_CountChars(text_page))
        self._glyphs: dict[_Style, dict[str, _Glyph]] = {}
        self._ink = pdfium.FS_RECTF()
        self._found: list[Letter] = []

    def all(self) -> list[Letter]:
        for places, is_text in self._texts():
            if is_text:
                self._add_text(places, _text_of(self._page, places, self._view))
            else:
                self._add_blank(places.start)
        if _HALVES.search(self._codes):
            return [letter._replace(text=_whole(letter.text)) for letter in self._found]
        return self._found

    def _texts(self) -> Iterator[tuple[range, bool]]:
        """The letters that one command shows, and one by one those that belong to no command.

        Nothing of another command stands between those of one.
        """
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

    def _add_text(self, places: range, text: _Text) -> None:
        if text.is_one:
            self._add_by_place(places, text)
            return
        known = self._glyphs.setdefault((text.font_key, text.height, text.right, text.up), {})
        for found in _WORD_OR_BLANK.finditer(self._codes, places.start, places.stop):
            codes, (first, stop) = found[0], found.span()
            is_between = codes == " " and first > places.start
            if is_between or (codes in _ADDED and pdfium.FPDFText_IsGenerated(self._page, first)):
                self._add_blank(first)
            elif not text.is_level:
                self._add_by_place(range(first, stop), text)
            elif word := self._word(codes, first, text, known):
                self._found.append(word)
            else:
                self._add_letters(range(first, stop), text, known)

    def _add_by_place(self, places: range, text: _Text) -> None:
        """Letters one by one; those that begin at the same place, such as “ffi” in one glyph, are one."""
        for begins, same in groupby(places, key=partial(_origin_of, self._page)):
            signs = ""
            for index in same:
                signs += self._sign_of(index)
                pdfium.FPDFText_GetLooseCharBox(self._page, index, self._ink)  # of the last one in the end
            box = self._view.box(begins, _corner(text, *begins, self._ink))
            self._found.append(Letter(signs, text.font, text.runs, *box))

    def _word(self, codes: str, first: int, text: _Text, known: Mapping[str, _Glyph]) -> Letter | None:
        """A word whose letters follow each other as wide as they are, by the places of the first and last."""
        if len(codes) < _SHORTEST or not all(map(known.__contains__, codes)):
            return None
        glyphs = [known[code] for code in codes]
        left = _origin_of(self._page, first)[0]
        pdfium.FPDFText_GetLooseCharBox(self._page, first + len(codes) - 1, self._ink)
        drift = left + sum([glyph.width for glyph in glyphs[:-1]]) - self._ink.left
        if abs(drift) > min(_MOST_DRIFT * text.height, WIDEST_GAP):
            return None
        return self._level(left, self._ink.right, "".join([glyph.sign for glyph in glyphs]), text)

    def _add_letters(self, places: range, text: _Text, known: dict[str, _Glyph]) -> None:
        """The letters of a word on a level line one by one, and what is new in them is known from now on."""
        left = right = inf  # of the letter before
        for index in places:
            code = self._codes[index]
            sign = known[code].sign if code in known else self._sign_of(index)
            pdfium.FPDFText_GetLooseCharBox(self._page, index, self._ink)
            begins = self._ink.left
            is_same = False
            if begins <= right - _TOUCH:  # the box can reach back over the letter before
                begins = _origin_of(self._page, index)[0]
                is_same = abs(begins - left) < _TOUCH
            left, right = begins, self._ink.right
            # Of one glyph for several letters each is as wide as all: no word with it is placed as one.
            known[code] = _Glyph(sign, right - left)
            if is_same:
                sign = self._found.pop().text + sign
            self._found.append(self._level(left, right, sign, text))

    def _level(self, left: float, right: float, signs: str, text: _Text) -> Letter:
        edge, top = self._view.left, text.line - text.height
        return Letter(signs, text.font, text.runs, left - edge, top, right - edge, text.line)

    def _add_blank(self, index: int) -> None:
        """A space behind a letter, also where a file only moves on; at the end of a line nothing is added."""
        if self._codes[index] == " " and self._found:
            self._found.append(self._found[-1]._replace(text=" "))

    def _sign_of(self, index: int) -> str:
        if pdfium.FPDFText_HasUnicodeMapError(self._page, index):
            return _NAMELESS
        code = self._codes[index]
        return _SIGNS.get(code) or (code if code >= " " else " ")


def _codes_of(text_page: Any, count: int) -> str:
    """What PDFium takes each letter for; halves of letters stay apart."""
    kept = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, kept)  # with an end that counts as one
    codes = "".join(map(chr, kept[: max(written - 1, 0)]))
    if len(codes) != count:
        codes = _NO_LETTER * count  # some are left out, so that the places of the others are not known
    return "".join(
        chr(pdfium.FPDFText_GetUnicode(text_page, index)) if code == _NO_LETTER else code
        for index, code in enumerate(codes)
    )


def _whole(text: str) -> str:
    """Two halves of a letter put together; “�” for one alone."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _text_of(text_page: Any, places: range, view: View) -> _Text:
    shown_by = pdfium.FPDFText_GetTextObject(text_page, places.start)
    font = pdfium.FPDFTextObj_GetFont(shown_by)
    name = ctypes.create_string_buffer(pdfium.FPDFFont_GetBaseFontName(font, None, 0))
    pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(shown_by, size)
    pdfium.FPDFText_GetMatrix(text_page, places.start, matrix)
    along = math.copysign(1, size.value)  # a size below zero turns the letters round
    a, b = along * matrix.a, along * matrix.b
    right, up = view.direction(a, b)
    first, last = _origin_of(text_page, places[0]), _origin_of(text_page, places[-1])
    return _Text(
        name.value.decode("utf-8", "replace"),
        ctypes.addressof(font.contents) if font else 0,
        abs(size.value) * math.hypot(matrix.c, matrix.d),
        a,
        b,
        runs="" if abs(up) <= abs(right) else "up" if up > 0 else "down",
        line=view.top - first[1],
        is_level=b == 0 < a and not view.turns and first[1] == last[1],
        is_one=len(places) > 1 and first == last,
    )


def _origin_of(text_page: Any, index: int) -> Point:
    """Where a letter begins on its line."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
    return x.value, y.value


def _corner(text: _Text, x: float, y: float, ink: Any) -> Point:
    """The corner of a letter across from where it begins: as far as it moves along, as high as its font."""
    if abs(text.up) > abs(text.right):
        return x - math.copysign(text.height, text.up), ink.top if text.up > 0 else ink.bottom
    return ink.right if text.right >= 0 else ink.left, y + math.copysign(text.height, text.right)
