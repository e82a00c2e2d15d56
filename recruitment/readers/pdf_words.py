"""The words of a PDF page, with the looks of their font; also those that are printed upwards."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from recruitment.domain.remembering import remembered

# How far a letter may lie over the one before it, in heights of a line; kerning is less.
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


def words_of(page: Any) -> list[Word]:
    """The words of a page with the looks of their font."""
    turned = [letter for letter in page.chars if letter["runs"]]
    found = page.words([letter for letter in page.chars if not letter["runs"]] if turned else page.chars)
    upright = [
        Word(
            "".join(letter["text"] for letter in letters),
            letters[0]["x0"],
            letters[-1]["x1"],
            word["top"],
            word["bottom"],
            is_bold(word["fontname"]),
            is_italic(word["fontname"]),
        )
        for word in found
        for letters in _unlapped(word)
    ]
    return [*upright, *_turned_words(turned)]


@remembered
def is_bold(font: str) -> bool:
    return bool(re.search(r"bold|black|heavy|semib", font, re.IGNORECASE))


@remembered
def is_italic(font: str) -> bool:
    return bool(re.search(r"ital|obli", font, re.IGNORECASE))


def _unlapped(word: Any) -> list[list[Any]]:
    """The letters of a word, parted where one lies over the one before: a text ran into the next column."""
    parts: list[list[Any]] = [[]]
    for letter in word["chars"]:
        lap = parts[-1][-1]["x1"] - letter["x0"] if parts[-1] else 0.0
        if lap > _MOST_LAP * (word["bottom"] - word["top"]):
            parts.append([])
        parts[-1].append(letter)
    return parts


def _turned_words(turned: Sequence[Any]) -> list[Word]:
    """Texts printed upwards or downwards, each as one word that stands where its text ends below.

    The head of a narrow column is often turned; its lines then stand beside each other.
    """
    letters = [letter for letter in turned if letter["text"].strip()]
    made = []
    for rises in (True, False):
        own = [letter for letter in letters if (letter["runs"] == "up") is rises]
        for lines in _beside(_turned_lines(own, rises=rises), rises=rises):
            all_letters = [letter for line in lines for letter in line]
            bottom = max(letter["bottom"] for letter in all_letters)
            font = all_letters[0]["fontname"]
            made.append(
                Word(
                    " ".join(_text_of(line) for line in lines),
                    min(letter["x0"] for letter in all_letters),
                    max(letter["x1"] for letter in all_letters),
                    bottom - all_letters[0]["size"],
                    bottom,
                    is_bold(font),
                    is_italic(font),
                )
            )
    return made


def _turned_lines(letters: Sequence[Any], *, rises: bool) -> list[list[Any]]:
    """Letters below each other, in the order in which they are read, parted at wide gaps."""
    lines: list[list[Any]] = []
    for letter in sorted(
        letters, key=lambda own: (round(own["x0"]), -own["bottom"] if rises else own["top"])
    ):
        last = lines[-1][-1] if lines else None
        if last and abs(last["x0"] - letter["x0"]) < 2 and _gap(last, letter) < 1.5 * letter["size"]:
            lines[-1].append(letter)
        else:
            lines.append([letter])
    return lines


def _gap(one: Any, other: Any) -> float:
    """The distance between two turned letters along their line."""
    return float(max(one["top"] - other["bottom"], other["top"] - one["bottom"]))


def _beside(lines: Sequence[list[Any]], *, rises: bool) -> list[list[list[Any]]]:
    """Lines of one turned text: close beside each other, and from the same edge."""
    groups: list[list[list[Any]]] = []
    for line in sorted(lines, key=lambda own: own[0]["x0"] if rises else -own[0]["x0"]):
        last = groups[-1][-1][0] if groups else None
        edge = "bottom" if rises else "top"
        near = last is not None and abs(line[0]["x0"] - last["x0"]) < 1.6 * last["size"]
        if last is not None and near and abs(last[edge] - line[0][edge]) < 2:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _text_of(line: Sequence[Any]) -> str:
    text = str(line[0]["text"])
    for before, letter in pairwise(line):
        text += (" " if _gap(before, letter) > 0.15 * letter["size"] else "") + letter["text"]
    return text
