"""Notes that say what a sign means: “criteria marked * are essential”, “essential unless in italics”."""

import re
from dataclasses import dataclass

from recruitment.domain.remembering import remembered
from recruitment.domain.specification_evidence import methods_in
from recruitment.domain.specification_requirement import (
    DESIRABLE,
    DESIRABLE_RE,
    ESSENTIAL,
    ESSENTIAL_RE,
    Requirement,
    requirement_of_word,
)

# “Star” alone may be a school or a scheme: “Star Academies”, “Our Lady Star of the Sea”.
_STARRED = (
    r"\*|asterisk|\b(?:un)?starred\b|"
    r"\bmarked (?:with |by )?(?:an? |the )?stars?\b|\b(?:with(?:out)?|by) an? star\b"
)
_STYLES = (
    ("asterisk", re.compile(_STARRED, re.IGNORECASE)),
    ("italic", re.compile(r"\bitalic", re.IGNORECASE)),
    ("bold", re.compile(r"\bbold", re.IGNORECASE)),
    ("underline", re.compile(r"\bunderlin", re.IGNORECASE)),
    ("shading", re.compile(r"\bshad(?:ed|ing)\b|\bhighlighted\b", re.IGNORECASE)),
)
# “Essential unless marked (D)”: the marked ones are the other requirement.
_UNLESS = re.compile(
    rf"\b(?P<plain>{ESSENTIAL}|{DESIRABLE})\b[^.]{{0,20}}\b"
    r"(?:unless|except (?:those|where|when))\b[^.]{0,25}"
    r"\b(?:marked|labelled|shown|stated|indicated|followed)\b(?P<sign>.*)",
    re.IGNORECASE,
)
_COLOURED = re.compile(
    rf"\b(?P<colour>green|yellow|blue|red|orange|amber|purple|gr[ae]y|white)\b[^.;]{{0,40}}?"
    rf"\b(?P<need>{ESSENTIAL}|{DESIRABLE})\b",
    re.IGNORECASE,
)
_UNCOLOURED = re.compile(r"\b(?:not (?:shaded|coloured|highlighted)|unshaded)\b", re.IGNORECASE)
_LONGEST_NOTE = 40  # words
_LETTER = re.compile(rf"(?<![A-Za-z])(?:[ED]|(?i:{ESSENTIAL}|{DESIRABLE}))(?![A-Za-z])")
_OTHERS = re.compile(r"\b(?:all )?(?:the )?(?:others?|remaining|rest|unmarked)\b", re.IGNORECASE)
_UNSTARRED = re.compile(
    r"\bwithout (?:an? |the )?(?:star|asterisk|\*)|\b(?:unstarred|unmarked)\b", re.IGNORECASE
)
_SIGNED = re.compile(
    r"\bmarked (?:with )?(?:an? )?(?P<sign>[*†‡#§]|asterisk|star)(?!\w)(?P<rest>.{4,})", re.IGNORECASE
)
_BEFORE_SIGNED = re.compile(
    r",?\s*(?:and |but )?(?:(?:those|criteria|points|items) )?\bmarked\b", re.IGNORECASE
)
_AGAIN = re.compile(r"\b(?:again|also|too|as well|in addition)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|rather than|instead of)\s+(?:an?\s+)?(?:essential|desirable)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Convention:
    """A note such as “criteria marked * are essential, all the others desirable”; by ``colours`` of rows."""

    sign: str
    marked: Requirement
    unmarked: Requirement | None
    colours: tuple[tuple[str, Requirement], ...] = ()

    def completed_by(self, other: "Convention | None") -> "Convention":
        """With what another note about the same sign says of the criteria without it."""
        same = other and (other.sign, other.marked) == (self.sign, self.marked)
        return other if other and same and self.unmarked is None else self


@dataclass(frozen=True, slots=True)
class EvidenceSign:
    """“Those marked † again at interview”: the letters of the sign; ``adds`` them to those of all."""

    sign: str
    letters: tuple[str, ...]
    adds: bool

    def ends(self, text: str) -> bool:
        return text.rstrip(" .;").endswith(self.sign)


def evidence_beside_sign(text: str) -> tuple[str, ...]:
    """How a note says that all criteria are assessed, before it speaks of those with a sign; or nothing."""
    return methods_in(_BEFORE_SIGNED.split(text)[0]) if read_evidence_sign(text) else ()


def explains_sign(text: str) -> bool:
    """Whether a text is a note about a sign, and so no criterion."""
    return bool(read_convention(text) or read_evidence_sign(text))


def read_evidence_sign(text: str) -> EvidenceSign | None:
    """What a note says about how the criteria with a sign are assessed; None where it says their need."""
    found = _SIGNED.search(text) if len(text.split()) <= _LONGEST_NOTE else None
    letters = methods_in(found["rest"]) if found else ()
    if found is None or not letters or ESSENTIAL_RE.search(text) or DESIRABLE_RE.search(text):
        return None
    sign = found["sign"] if len(found["sign"]) == 1 else "*"
    return EvidenceSign(sign, letters, adds=bool(_AGAIN.search(found["rest"])))


@remembered
def read_convention(text: str) -> Convention | None:
    """What a note says a sign means; None where the text is no such note.

    The other criteria take the other requirement only where the note names it for them.
    """
    if len(text.split()) > _LONGEST_NOTE:
        parts = (part for part in re.split(r"(?<=[.!?])\s+", text) if len(part.split()) <= _LONGEST_NOTE)
        return next((found for part in parts if (found := read_convention(part))), None)
    if unless := _UNLESS.search(text):
        return _read_unless(unless["plain"], unless["sign"])
    if told := _read_unstarred(text) or _read_colours(text):
        return told
    sign = next((name for name, pattern in _STYLES if pattern.search(text)), None)
    plain = _NOT.sub(" ", text)
    essential, desirable = ESSENTIAL_RE.search(plain), DESIRABLE_RE.search(plain)
    if sign is None or not (essential or desirable):
        return None
    other: Requirement
    if essential and desirable:
        marked: Requirement = _nearest(plain, sign, essential.start(), desirable.start())
        other = "desirable" if marked == "essential" else "essential"
        return Convention(sign, marked, other)
    marked = "essential" if essential else "desirable"
    other = "desirable" if marked == "essential" else "essential"
    named = bool(_NOT.search(text)) or bool(_OTHERS.search(text))
    return Convention(sign, marked, other if named else None)


def _read_unstarred(text: str) -> Convention | None:
    """“The points without a star are desirable”: by the others, those with one are essential."""
    essential, desirable = ESSENTIAL_RE.search(text), DESIRABLE_RE.search(text)
    if not _UNSTARRED.search(text) or bool(essential) == bool(desirable):
        return None
    unmarked: Requirement = "essential" if essential else "desirable"
    return Convention("asterisk", "desirable" if essential else "essential", unmarked)


def _read_colours(text: str) -> Convention | None:
    """“Rows coloured green are essential and rows coloured yellow are desirable.”"""
    text = _UNCOLOURED.sub("white", text)
    found = [(pair["colour"].lower(), requirement_of_word(pair["need"])) for pair in _COLOURED.finditer(text)]
    pairs = tuple(
        (colour.replace("gray", "grey").replace("amber", "orange"), need) for colour, need in found if need
    )
    if not pairs or len(dict(pairs)) < len(pairs):
        return None
    marked = pairs[0][1]
    other: Requirement = "desirable" if marked == "essential" else "essential"
    return Convention("colour", marked, other if _OTHERS.search(text) else None, pairs)


def _read_unless(plain: str, sign: str) -> Convention | None:
    unmarked: Requirement = "essential" if ESSENTIAL_RE.search(plain) else "desirable"
    marked: Requirement = "desirable" if unmarked == "essential" else "essential"
    name = next((name for name, pattern in _STYLES if pattern.search(sign)), None)
    if name is None and (letter := _LETTER.search(sign)):
        is_other = requirement_of_word(letter[0]) == marked
        return Convention("letter", marked, unmarked) if is_other else None
    return Convention(name, marked, unmarked) if name else None


def _nearest(text: str, sign: str, essential: int, desirable: int) -> Requirement:
    """Which of the two words the sign belongs to: the one closer to it."""
    pattern = dict(_STYLES)[sign]
    found = pattern.search(text)
    place = found.start() if found else 0
    others = _OTHERS.search(text)
    if others:
        return "essential" if (essential < others.start()) else "desirable"
    return "essential" if abs(essential - place) <= abs(desirable - place) else "desirable"
