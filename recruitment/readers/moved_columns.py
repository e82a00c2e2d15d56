"""Columns held by spaces that begin elsewhere on each page: they are moved below their head."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from recruitment.readers.pdf_heads import Head, gutters_of
from recruitment.readers.pdf_lines import Printed
from recruitment.readers.pdf_words import Word

_LOOKED_AT = 60  # lines of a page
_MOST_TRIED = 9  # strips of a page
_DOUBT = 18.0  # what a narrow strip, which may have fallen together by chance, counts against its columns


def moved_below(head: Head, page: Sequence[Printed]) -> list[Printed]:
    """The printed lines of a further page, each column where the head has it.

    A column that the page leaves empty has no place of its own, and no word to be moved.
    """
    lines = page[:_LOOKED_AT]
    wide = gutters_of(lines, narrow=False)
    own = gutters_of(lines)
    pairs = _paired(head.starts[1:], own if len(own) <= _MOST_TRIED else wide[:_MOST_TRIED], wide)
    return [_moved(line, [(0.0, 0.0), *pairs]) for line in page] if pairs else list(page)


def _paired(
    starts: Sequence[float], own: Sequence[float], wide: Sequence[float]
) -> list[tuple[float, float]]:
    """Where columns begin on the page, each with the place its head has: so that they move most alike."""
    count = min(len(starts), len(own))
    tried = (
        list(zip(begins, places, strict=True))
        for begins in combinations(own, count)
        for places in combinations(starts, count)
    )
    return min(tried, key=lambda pairs: _strain(pairs, wide)) if count else []


def _strain(pairs: Sequence[tuple[float, float]], wide: Sequence[float]) -> float:
    moves = [0.0, *(start - begin for begin, start in pairs)]
    return sum(abs(one - other) for one, other in pairwise(moves)) + _DOUBT * sum(
        begin not in wide for begin, _ in pairs
    )


def _moved(line: Printed, pairs: Sequence[tuple[float, float]]) -> Printed:
    """Each word moves with its column; a line that stands close together, as a sentence does, stays so."""
    words: list[Word] = []
    for word in line.words:
        at = line.x0 if len(line.chunks) == 1 else word.x0
        begin, start = next(pair for pair in reversed(pairs) if pair[0] <= at + 1)
        words.append(replace(word, x0=word.x0 - begin + start, x1=word.x1 - begin + start))
    return Printed(tuple(words))
