"""Tables of pasted text whose columns are held by spaces: read as a page of letters that are all as wide."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby, pairwise

from recruitment.domain.person_specification import SourceLine
from recruitment.domain.specification_evidence import is_codes
from recruitment.domain.specification_requirement import is_mark
from recruitment.readers.column_heads import may_head
from recruitment.readers.moved_columns import moved_below
from recruitment.readers.pdf_columns import read_columns
from recruitment.readers.pdf_extent import take_rows
from recruitment.readers.pdf_heads import Head, find_head
from recruitment.readers.pdf_lines import Printed
from recruitment.readers.pdf_words import Word
from recruitment.readers.raw_lines import RawLine, Taken
from recruitment.readers.wording import starts_low

_LETTER = 6.0
_NEAR, _OVER = 2 * _LETTER, 4 * _LETTER
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
    begun_again = (place for place, line in enumerate(printed) if place and line.text == printed[0].text)
    end = next(begun_again, len(printed))  # of the table, so no line below needs to be fitted
    printed[height:end] = [_fitted(line, head) for line in printed[height:end]]
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


def _fitted(line: Printed, head: Head) -> Printed:
    """The line with the words of a cell that reach below the next name drawn together before it.

    The lines of a page need not keep to the same columns, as the letters of its font were not all as wide.
    """
    if not any(_is_out_of_place(word, head) for word in line.words):
        return line
    line = _with_marks_below_names(line, head)
    words: list[Word] = []
    chunks = [tuple(own) for chunk in line.chunks for own in _cells_in(chunk)]
    for chunk, after in zip(chunks, (*chunks[1:], None), strict=True):
        begin, end = chunk[0].x0, chunk[-1].x1
        edge = next((start for start in head.starts if start > begin + 1), end)
        own = max((start for start in head.starts if start <= begin + 1), default=0.0)
        over = any(word.x0 < edge - 1 and word.x1 > edge + 1 for word in chunk)
        goes_on = starts_low(line.text) and end - edge <= _OVER
        belongs = begin - own <= edge - begin and not is_codes(chunk[-1].text, {})
        if over and belongs and (after or goes_on):
            scale = (edge - _NEAR - begin) / (end - begin)
            chunk = tuple(
                replace(word, x0=begin + (word.x0 - begin) * scale, x1=begin + (word.x1 - begin) * scale)
                for word in chunk
            )
        words.extend(chunk)
    return Printed(tuple(words))


def _is_out_of_place(word: Word, head: Head) -> bool:
    """Whether a word lies over the begin of a column, or is a mark right before it."""
    for start in head.starts:
        before = start - word.x0
        if before > 1 and (word.x1 > start + 1 or (before <= _NEAR and is_mark(word.text))):
            return True
    return False


def _cells_in(chunk: Sequence[Word]) -> list[list[Word]]:
    """The words that stand close together, without marks and what was moved over the end of others."""
    parts: list[list[Word]] = [[]]
    for word in chunk:
        above = parts[-1][-1] if parts[-1] else None
        if above and (is_mark(word.text) or is_mark(above.text) or word.x0 < above.x1):
            parts.append([])
        parts[-1].append(word)
    return parts


def _with_marks_below_names(line: Printed, head: Head) -> Printed:
    """The line with each mark that stands a letter or two before a name moved below it."""
    words = []
    for before, word in zip((None, *line.words), line.words, strict=False):
        near = (start for start in head.starts if 0 < start - word.x0 <= _NEAR)
        start = next(near, None) if before and is_mark(word.text) else None
        words.append(word if start is None else replace(word, x0=start, x1=start + word.x1 - word.x0))
    return Printed(tuple(words))


def _place(line: Printed) -> int:
    return round(line.top / _LINE)
