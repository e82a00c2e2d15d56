"""The words of a PDF page, with the looks of their font; also those that are printed upwards."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter

from recruitment.domain.remembering import remembered
from recruitment.readers.pdf_view import Letter

WIDEST_GAP = 3.0  # points between letters of a word, or between the tops of those on one line
# How far a letter may lie over the one before it, in heights of a line; kerning is less. More is a text that
# ran into the next column.
_MOST_LAP = 0.18


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    bold: bool
    italic: bool


def words_of(letters: Sequence[Letter]) -> list[Word]:
    """The words that these letters of a page make, with the looks of their font."""
    turned = [letter for letter in letters if letter.runs]
    upright = [letter for letter in letters if not letter.runs] if turned else letters
    return [*(_word(own) for own in _level_words(upright)), *_turned_words(turned)]


def _word(letters: Sequence[Letter]) -> Word:
    font = letters[0].font
    return Word(
        "".join([letter.text for letter in letters]),
        letters[0].x0,
        letters[-1].x1,
        min([letter.top for letter in letters]),
        max([letter.bottom for letter in letters]),
        is_bold(font),
        is_italic(font),
    )


@remembered
def is_bold(font: str) -> bool:
    return bool(re.search(r"bold|black|heavy|semib", font, re.IGNORECASE))


@remembered
def is_italic(font: str) -> bool:
    return bool(re.search(r"ital|obli", font, re.IGNORECASE))


def _level_words(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """The letters of each word; a word has one font."""
    for _, in_one_font in groupby(letters, key=attrgetter("font")):
        for line in _level_lines(in_one_font):
            word: list[Letter] = []
            for letter in line:
                if letter.text.isspace():
                    if word:
                        yield word
                    word = []
                elif word and _parts(word[-1], letter):
                    yield word
                    word = [letter]
                else:
                    word.append(letter)
            if word:
                yield word


def _level_lines(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    """Letters that stand beside each other, from left to right."""
    line: list[Letter] = []
    for letter in sorted(letters, key=attrgetter("top")):
        if line and letter.top - line[-1].top > WIDEST_GAP:
            yield sorted(line, key=attrgetter("x0"))
            line = []
        line.append(letter)
    yield sorted(line, key=attrgetter("x0"))


def _parts(before: Letter, letter: Letter) -> bool:
    """Whether a letter on the same line begins another word."""
    gap = letter.x0 - before.x1
    return (
        gap > WIDEST_GAP
        or abs(letter.top - before.top) > WIDEST_GAP
        or -gap > _MOST_LAP * (before.bottom - before.top)
    )


def _turned_words(turned: Sequence[Letter]) -> list[Word]:
    """Texts printed upwards or downwards, each as one word that stands where its text ends below.

    The head of a narrow column is often turned; its lines then stand beside each other.
    """
    letters = [letter for letter in turned if letter.text.strip()]
    made = []
    for rises in (True, False):
        own = [letter for letter in letters if (letter.runs == "up") is rises]
        for lines in _beside(_turned_lines(own, rises=rises), rises=rises):
            all_letters = [letter for line in lines for letter in line]
            bottom = max(letter.bottom for letter in all_letters)
            font = all_letters[0].font
            made.append(
                Word(
                    " ".join(_text_of(line) for line in lines),
                    min(letter.x0 for letter in all_letters),
                    max(letter.x1 for letter in all_letters),
                    bottom - all_letters[0].size,
                    bottom,
                    is_bold(font),
                    is_italic(font),
                )
            )
    return made


def _turned_lines(letters: Sequence[Letter], *, rises: bool) -> list[list[Letter]]:
    """Letters below each other, in the order in which they are read, parted at wide gaps."""
    lines: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda own: (round(own.x0), -own.bottom if rises else own.top)):
        last = lines[-1][-1] if lines else None
        if last and abs(last.x0 - letter.x0) < 2 and _gap(last, letter) < 1.5 * letter.size:
            lines[-1].append(letter)
        else:
            lines.append([letter])
    return lines


def _gap(one: Letter, other: Letter) -> float:
    """The distance between two turned letters along their line."""
    return max(one.top - other.bottom, other.top - one.bottom)


def _beside(lines: Sequence[list[Letter]], *, rises: bool) -> list[list[list[Letter]]]:
    """Lines of one turned text: close beside each other, and from the same edge."""
    groups: list[list[list[Letter]]] = []
    edge = attrgetter("bottom" if rises else "top")
    for line in sorted(lines, key=lambda own: own[0].x0 if rises else -own[0].x0):
        last = groups[-1][-1][0] if groups else None
        near = last is not None and abs(line[0].x0 - last.x0) < 1.6 * last.size
        if last is not None and near and abs(edge(last) - edge(line[0])) < 2:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _text_of(line: Sequence[Letter]) -> str:
    text = line[0].text
    for before, letter in pairwise(line):
        text += (" " if _gap(before, letter) > 0.15 * letter.size else "") + letter.text
    return text
