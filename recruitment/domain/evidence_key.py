"""The key to the evidence letters, in the words of the school."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recruitment.domain.coverage import METHODS
from recruitment.domain.review import ListHead
from recruitment.domain.rows import EVIDENCE_LETTERS, tidy

LONGEST_MEANING = 60
USUAL_MEANINGS: Mapping[str, str] = dict(METHODS)

_REQUIREMENTS: Mapping[str, str] = {"E": "Essential", "D": "Desirable"}
_OPENING = re.compile(r"^\W*(?:key|legend|abbreviations|codes)\b[\s:=–—-]*", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;|/.]|\s+(?:and|&)\s+|\s+(?=\(?[A-Z]{1,4}\)?\s*[=:–—-])|(?<=\))\s+(?=[A-Z])")
_BEFORE_A_CODE = re.compile(r"[,;|/.]|\s+(?:and|&)\s+|\s+(?=\([A-Z]{1,4}\))")
_CODE_FIRST = re.compile(r"\(?([A-Z]{1,4})\)?\s*[=:–—-]?\s*(.+)")
_CODE_LAST = re.compile(r"(.+?)\s*[=:–—-]?\s*\(?([A-Z]{1,4})\)?")


def joined_key(lists: Sequence[ListHead]) -> dict[str, str]:
    """The keys of all lists as one; where two explain a letter, the first says it."""
    words: dict[str, str] = {}
    for head in lists:
        words = dict(head.evidence_key) | words
    return words


def meaning_of(letter: str, key: Mapping[str, str]) -> str:
    """What a letter stands for: in the words of the document, else in the usual ones."""
    return key.get(letter) or USUAL_MEANINGS[letter]


def write_key(lists: Sequence[ListHead], typed: Mapping[str, str] | None) -> tuple[ListHead, ...]:
    """The lists with the meanings that somebody typed; a letter left empty goes back to its usual meaning.

    What was not changed stays as the document has it, list by list.
    """
    before = joined_key(lists)
    given = {letter: tidy(words)[:LONGEST_MEANING] for letter, words in (typed or {}).items()}
    changed = {
        letter: words
        for letter, words in given.items()
        if letter in EVIDENCE_LETTERS and words != meaning_of(letter, before)
    }
    if not changed:
        return tuple(lists)
    return tuple(_with_meanings(head, changed) for head in (lists or [ListHead("")]))


def _with_meanings(head: ListHead, changed: Mapping[str, str]) -> ListHead:
    words = {**dict(head.evidence_key), **changed}
    return replace(
        head, evidence_key=tuple((letter, meaning) for letter, meaning in words.items() if meaning)
    )


def says_only_the_key(text: str, lists: Sequence[ListHead]) -> bool:
    """Whether a line explains letters, all of which the page explains in the same words already.

    “E = Essential, D = Desirable” does; “A = Agility test” does not where A is known as something else.
    """
    known = {
        (code, tidy(words).casefold()) for code, words in {**USUAL_MEANINGS, **joined_key(lists)}.items()
    }
    known |= {(code, words.casefold()) for code, words in _REQUIREMENTS.items()}
    opened = _OPENING.sub("", tidy(text))
    between = _BEFORE_A_CODE if opened.startswith("(") else _BETWEEN
    pieces = [piece.strip() for piece in between.split(opened) if piece and piece.strip()]
    return bool(pieces) and all(_pairs_of(piece) & known for piece in pieces)


def _pairs_of(piece: str) -> set[tuple[str, str]]:
    """A code and its words, whichever stands first; words that cannot be a pair give none that is known."""
    first, last = _CODE_FIRST.fullmatch(piece), _CODE_LAST.fullmatch(piece)
    pairs = {(first[1], first[2].strip().casefold())} if first else set()
    return pairs | ({(last[2], last[1].strip().casefold())} if last else set())
