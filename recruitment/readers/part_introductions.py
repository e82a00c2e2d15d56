"""Paragraphs that say of all criteria below them whether they are essential, and how they are assessed."""

import re
from collections.abc import Mapping

from recruitment.domain.specification_evidence import evidence_of_all
from recruitment.domain.specification_requirement import Requirement, requirement_of_word
from recruitment.readers.prose import sentences_of

_LONGEST = 70  # words
_GROUP = r"(?:criteria|requirements|competenc(?:ies|es|y)|behaviours|qualities|attributes)"
_NEED = r"(?P<need>essential|desirable)"
_OF_PART: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"\b{_GROUP} (?:in|of|on|under) this (?:part|section|stage|list|table|page)\b[^.]{{0,20}}"
        rf"\b(?:are|is)(?: all)? {_NEED}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_GROUP} (?:below|that follow)\b[^.]{{0,20}}\b(?:are|is)(?: all)? {_NEED}\b", re.IGNORECASE
    ),
    re.compile(rf"\bfollowing(?: \w+){{0,2}} {_NEED} {_GROUP}\b", re.IGNORECASE),
    re.compile(rf"\bthe(?: [\w,]+){{1,6}} (?:which|that) follow are(?: all)? {_NEED}\b", re.IGNORECASE),
)
_THEY = re.compile(r"\bthey (?=(?:will|are)\b)", re.IGNORECASE)


_IN_PART = re.compile(
    rf"\b{_GROUP} (?:in|of|on|under) (?:this |the )?(?:part|section|stage)(?: (?:[A-Z]|\d|one|two|three))?\b",
    re.IGNORECASE,
)


# “Part C – before appointment”, for which what was said of part B does not hold.
_PART = re.compile(
    r"^(?:part|stage) (?P<name>[A-Z]|\d|one|two|three)(?:\s*[–—:-]\s*.{0,60})?$", re.IGNORECASE
)


def part_named(text: str) -> str:
    """“B” of “Part B: assessment stage”, as a heading alone, or nothing."""
    found = _PART.match(text)
    return found["name"].upper() if found else ""


def assessed_part(text: str, key: Mapping[str, str]) -> tuple[str, ...]:
    """The letters in “The criteria in Part A will be assessed from your application form”, or nothing."""
    if len(text.split()) > _LONGEST or not _IN_PART.search(text):
        return ()
    told = (evidence_of_all(sentence, key) for sentence in sentences_of(text))
    return next((letters for letters in told if letters), ())


def introduced_part(text: str, key: Mapping[str, str]) -> tuple[Requirement | None, tuple[str, ...]]:
    """The requirement that a paragraph gives to all criteria below it, and the letters if it says them too.

    “The criteria in this part are essential. They will be measured at interview.” A paragraph that speaks of
    both essential and desirable criteria gives neither.
    """
    if len(text.split()) > _LONGEST:
        return None, ()
    said = {found["need"].lower() for pattern in _OF_PART for found in pattern.finditer(text)}
    if len(said) != 1:
        return None, ()
    told = (evidence_of_all(_THEY.sub("these ", sentence), key) for sentence in sentences_of(text))
    return requirement_of_word(said.pop()), next((letters for letters in told if letters), ())
