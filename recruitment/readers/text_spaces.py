"""Tables of pasted text whose columns are held by spaces: read as a page of letters that are all as wide."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from recruitment.domain.person_specification import SourceLine
from recruitment.readers.column_heads import may_head
from recruitment.readers.moved_columns import moved_below
from recruitment.readers.pdf_columns import read_columns
from recruitment.readers.pdf_extent import take_rows
from recruitment.readers.pdf_heads import find_head
from recruitment.readers.pdf_lines import Printed
from recruitment.readers.pdf_words import Word
from recruitment.readers.raw_lines import RawLine, Taken

_LETTER = 6.0
_LINE, _HEIGHT = 12.0, 10.0
_BETWEEN_PAGES = 5  # lines: a gap that is none between rows
_LONGEST = 400  # lines of one table
_LOOKED_AT = 90  # lines that tell where its columns begin


def take_wide_spaces(lines: Sequence[RawLine], start: int) -> Taken | None:
    """The table under a head whose words stand over its columns, and the index after it."""
    if not any(may_head(line.text) for line in lines[start : start + 2]):
        return None
    window = lines[start : start + _LONGEST]
    places = _places_of(window)
    pages = _pages(window, places)
    printed = [line for page in pages for line in page]
    found = find_head(pages[0][:_LOOKED_AT], 0) or find_head(printed[:_LOOKED_AT], 0)
    if found is None:
        return None
    head, height = found
    printed = [*pages[0], *(line for page in pages[1:] for line in moved_below(head, page))]
    count = take_rows(head, printed[height:])
    if not count:
        return None
    rows = printed[height : height + count]
    table = read_columns(head, rows, lambda line: SourceLine(None, window[places.index(_place(line))].number))
    return table, start + places.index(_place(rows[-1])) + 1


def _places_of(lines: Sequence[RawLine]) -> list[int]:
    """How far down each line stands: several blank lines part no more than one does, as after a footer."""
    places, place = [], 0
    for above, line in pairwise([None, *lines]):
        place += not (above and line and above.is_blank and line.is_blank)
        place += _BETWEEN_PAGES * bool(above and line and above.page != line.page)
        places.append(place)
    return places


def _pages(lines: Sequence[RawLine], places: Sequence[int]) -> list[list[Printed]]:
    """The printed lines, page by page."""
    pages = groupby(zip(lines, places, strict=True), key=lambda placed: placed[0].page)
    return [[made for line, place in page if (made := _printed(line.text, place))] for _, page in pages]


@lru_cache(maxsize=2 * _LONGEST)  # where heads are repeated, each line stands under many of them
def _printed(text: str, place: int) -> Printed | None:
    text = text.expandtabs(8)
    top = place * _LINE
    words = [
        Word(
            found[0],
            found.start() * _LETTER,
            found.end() * _LETTER,
            top,
            top + _HEIGHT,
            bold=False,
            italic=False,
        )
        for found in re.finditer(r"\S+", text)
    ]
    return Printed(tuple(words)) if words else None


def _place(line: Printed) -> int:
    return round(line.top / _LINE)
