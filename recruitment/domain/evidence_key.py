"""The key to the evidence letters, in the words of the school."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from recruitment.domain.coverage import METHODS
from recruitment.domain.review import ListHead
from recruitment.domain.rows import EVIDENCE_LETTERS, tidy

LONGEST_MEANING = 60
USUAL_MEANINGS: Mapping[str, str] = dict(METHODS)


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
