"""Words on a PDF page put back into printed lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from recruitment.readers.labels import label_with_colon
from recruitment.readers.pdf_words import Word
from recruitment.readers.wording import clean, split_marker

_CHUNK_GAP = 0.8  # heights of a line
_WIDE_GAP = 1.0  # heights of a line: more than any space takes


@dataclass(frozen=True)
class Printed:
    """One printed line: its words from left to right."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        return clean(label_with_colon(self._with_tab()))

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @cached_property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @cached_property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @cached_property
    def bold(self) -> bool:
        return all(word.bold for word in self._solid)

    @cached_property
    def italic(self) -> bool:
        return all(word.italic for word in self._solid)

    @cached_property
    def marker(self) -> str:
        return split_marker(self.text)[0]

    @cached_property
    def chunks(self) -> tuple[tuple[Word, ...], ...]:
        """The words that stand close together."""
        chunks: list[list[Word]] = [[self.words[0]]]
        for before, word in pairwise(self.words):
            if word.x0 - before.x1 > _CHUNK_GAP * (word.bottom - word.top):
                chunks.append([])
            chunks[-1].append(word)
        return tuple(tuple(chunk) for chunk in chunks)

    def _with_tab(self) -> str:
        """The words, with a tab at each gap that is wider than any space."""
        text = self.words[0].text
        for before, after in pairwise(self.words):
            text += (
                "\t" if after.x0 - before.x1 > _WIDE_GAP * (before.bottom - before.top) else " "
            ) + after.text
        return text

    @cached_property
    def _solid(self) -> list[Word]:
        words = [word for word in self.words if re.search(r"[A-Za-z]{2}", word.text)]
        return words or list(self.words)


def printed_lines(words: Sequence[Word]) -> list[Printed]:
    """Words grouped by height: a word joins a line when most of it stands beside the line's first word."""
    groups: list[list[Word]] = []
    for word in sorted(words, key=lambda word: ((word.top + word.bottom) / 2, word.x0)):
        middle = (word.top + word.bottom) / 2
        if groups:
            first = groups[-1][0]
            if abs((first.top + first.bottom) / 2 - middle) <= 0.5 * max(
                2.0, min(first.bottom - first.top, word.bottom - word.top)
            ):
                groups[-1].append(word)
                continue
        groups.append([word])
    return [Printed(tuple(sorted(group, key=lambda word: word.x0))) for group in groups]
