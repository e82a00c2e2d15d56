"""Headings as they were meant: “Essental”, “Desireable”, “Qulaifications”."""

import re
from difflib import SequenceMatcher

from recruitment.domain.remembering import remembered

# Only words that headings are made of, and long enough that nothing else looks like them.
_MEANT = (
    "essential",
    "desirable",
    "specification",
    "criteria",
    "qualifications",
    "experience",
    "knowledge",
    "understanding",
    "abilities",
    "attributes",
    "qualities",
    "responsibilities",
    "requirements",
    "competencies",
    "assessment",
    "interview",
)
_BY_LETTER = {letter: tuple(w for w in _MEANT if w[0] == letter) for letter in {word[0] for word in _MEANT}}
_RIGHT_AS_THEY_ARE = frozenset(["quantities"])
_WORD = re.compile(r"[A-Za-z]{7,16}")
_MOST_WORDS = 10
_LEAST_LIKE = 0.84


@remembered
def _meant(word: str) -> str:
    low = word.lower()
    near = _BY_LETTER.get(low[0], ())
    if low in _RIGHT_AS_THEY_ARE or any(low.startswith(meant) or meant.startswith(low) for meant in near):
        return word
    near = tuple(meant for meant in near if _may_be(low, meant))
    matches = [(SequenceMatcher(None, low, meant), meant) for meant in near]
    likeness, best = max(
        ((match.ratio(), meant) for match, meant in matches if match.quick_ratio() >= _LEAST_LIKE),
        default=(0.0, word),
    )
    if likeness < _LEAST_LIKE:
        return word
    return best.upper() if word.isupper() else best.capitalize() if word[0].isupper() else best


def _may_be(word: str, meant: str) -> bool:
    """A quick look before the two are compared: as long, but for two letters, and few others in it."""
    length = len(word) + len(meant)
    strange = len(set(word).difference(meant))
    return abs(len(meant) - len(word)) <= 2 and strange <= len(word) - _LEAST_LIKE * length / 2


@remembered
def as_meant(text: str) -> str:
    """A short text with its misspelt heading words put right; others as they are."""
    if len(text.split()) > _MOST_WORDS:
        return text
    return _WORD.sub(lambda found: _meant(found[0]), text)
