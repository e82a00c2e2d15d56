"""Whether two criteria ask for the same thing in other words. Pure text, no lists of subjects."""

import re
from dataclasses import dataclass

from recruitment.domain.remembering import remembered
from recruitment.domain.wording_activity import Activity, activity_of
from recruitment.domain.wording_stems import FRAME_STEMS, stem

_WORD = re.compile(r"[a-z0-9]+")
_NUMBER_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_IN_DIGITS = {word: str(number) for number, word in enumerate(_NUMBER_WORDS, start=2)}
# Level 2 is not level 3, two years are not five, grade C is not grade A, basic is not intermediate.
_AMOUNT = re.compile(
    rf"\d+|\b(?:{'|'.join(_NUMBER_WORDS)})\b|(?<=\bgrade )[a-z]\b|\b(?:basic|intermediate|advanced)\b"
)
# Being ready for something is not having it: the one may be essential, the other desirable.
_READY = re.compile(
    r"^\W*(?:an?\s+)?(?:willing|ready|readiness|prepared|commit|interest|keen)", re.IGNORECASE
)
_KINDS = (
    (
        "qualification",
        re.compile(r"\b(qualif|degree|gcse|nvq|diploma|certificate|training|trained|licen[cs]e)", re.I),
    ),
    ("experience", re.compile(r"\b(experience|worked|track record|background)", re.I)),
    ("knowledge", re.compile(r"\b(knowledge|understand|aware|knows?\b|familiar)", re.I)),
    ("ability", re.compile(r"\b(abilit|able|skill|can\b|capab|competen)", re.I)),
)


_MANY_SHARED = 4  # telling words that two wordings hardly share by chance
_TEAMWORK = frozenset({"team"})  # asked for with no other word, it is the same however it is asked for


@dataclass(frozen=True, slots=True)
class Subject:
    """What a criterion is about: its telling words and amounts, and whether it asks to have, know or do."""

    words: frozenset[str]
    kind: str
    named: frozenset[str]
    amounts: frozenset[str]
    folded: str
    activity: Activity
    is_readiness: bool = False

    def is_same_as(self, other: "Subject") -> bool:
        """Alike when most words of the shorter one stand in the other and both ask the same kind of thing.

        Never when each names an amount that the other does not (level 2 essential and level 3 desirable), or
        when they ask to do different things, or the same with different things.
        """
        if not self.folded or not other.folded:
            return False
        if self.folded == other.folded or self.words == other.words == _TEAMWORK:
            return True
        shared = self.words & other.words
        if not shared or self.kind != other.kind:
            return False
        if self.amounts - other.amounts and other.amounts - self.amounts:
            return False
        smaller = min(len(self.words), len(other.words))
        enough = len(shared) >= 2 or bool(shared & self.named & other.named)
        overlap = len(shared) / len(self.words | other.words)
        is_alike = enough and len(shared) / smaller >= 0.6 and overlap >= 0.4
        return is_alike and not self.activity.is_other_than(other.activity)

    def contradicts(self, other: "Subject") -> bool:
        """Alike enough that one cannot be essential and the other desirable.

        More than to be like each other: the same kind of thing is asked for, both to have it or both to be
        ready for it, and half of all their words, three quarters of the shorter one's, or many are shared.
        """
        if self.folded == other.folded:
            return True
        if not self.is_same_as(other) or self.kind != other.kind or self.is_readiness != other.is_readiness:
            return False
        shared = self.words & other.words
        smaller = min(len(self.words), len(other.words))
        is_close = 2 * len(shared) >= len(self.words | other.words) or 4 * len(shared) >= 3 * smaller
        return is_close or len(shared) >= _MANY_SHARED or bool(shared & self.named & other.named)


@remembered
def subject_of(text: str) -> Subject:
    """The subject of a wording: stems of the words that are not frame, and its kind.

    ``named`` holds single capital words and initials (ELSA, SEND), which identify a subject alone.
    """
    lowered = text.lower().replace("’", "'").replace("'s", "")
    words = [stem(word) for word in _WORD.findall(lowered)]
    telling = frozenset(word for word in words if word not in FRAME_STEMS)
    named = frozenset(stem(word.lower()) for word in re.findall(r"\b[A-Z]{2,}[A-Z0-9]*\b", text))
    amounts = frozenset(_IN_DIGITS.get(amount, amount) for amount in _AMOUNT.findall(lowered))
    folded, is_readiness = " ".join(words), bool(_READY.match(text))
    return Subject(telling, _kind_of(text), named, amounts, folded, activity_of(lowered), is_readiness)


def _kind_of(text: str) -> str:
    places = [(found.start(), name) for name, pattern in _KINDS if (found := pattern.search(text))]
    return min(places)[1] if places else "quality"
