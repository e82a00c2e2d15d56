"""Names as offices write them, such as SMITH, Jane (née Ball) or Mrs J. Smith, made one way."""

import re
from dataclasses import dataclass

_TITLES = r"(?:mr|mrs|ms|miss|mx|dr|rev|revd|reverend|fr|father|sr|sister|prof|professor|canon|sir|dame|cllr)"
_TITLE_BEFORE = re.compile(rf"^{_TITLES}\.?\s+(?=\S)", re.IGNORECASE)
_TITLE_AFTER = re.compile(rf"[\s,]+\(?{_TITLES}\.?\)?$", re.IGNORECASE)
_FORMER = re.compile(
    r"[\s,]*[(\[]?\s*\b(?:n[ée]e|formerly|maiden name|previously|prev\.?|was|"
    r"f\.?k\.?a\.?)\b[:\s]+(?P<name>[^()\[\]]+)[)\]]?",
    re.IGNORECASE,
)
_KNOWN_AS = re.compile(
    r"\s*(?:[(\[]\s*(?:known as|k\.?/?n\.?/?a\.?|aka|goes by)?\s*(?P<in>[^()\[\]]+)[)\]]|"
    r"[\"“‘](?P<quoted>[^\"”’]+)[\"”’]|\b(?:known as|k/a|aka)\s+(?P<plain>\S+))",
    re.IGNORECASE,
)
_SMALL = frozenset(
    {"de", "la", "le", "van", "der", "den", "von", "du", "da", "dos", "bin", "al", "el", "ap", "ab"}
)


@dataclass(frozen=True, slots=True)
class ReadName:
    forename: str
    surname: str
    former: str = ""
    known_as: str = ""

    @property
    def full(self) -> str:
        return f"{self.forename} {self.surname}".strip()


def without_nee(text: str) -> str:
    """A former name without the *née* or *formerly* before it."""
    return re.sub(
        r"^\W*(?:n[ée]e|formerly|previously|prev\.?|was|maiden name)\b[\s:]*", "", text, flags=re.IGNORECASE
    )


def repair_name(text: str) -> str:
    """One name, or several, in the case a person writes it; blanks tidied. Mixed case is left as it is."""
    words = [word for word in " ".join(text.split()).strip(" ,;").split(" ") if word]
    *leading, last = words or [""]
    particles = [word.lower() if word.lower() in _SMALL else _repair_word(word) for word in leading]
    return " ".join([*particles, _repair_word(last)])


def read_full_name(text: str, *, surname_first: bool = False) -> ReadName:
    """Forename and surname out of one cell.

    A comma or capitals tell the surname; else the last word is it, unless the heading says surname first.
    """
    rest = " ".join(text.split())
    former = known_as = ""
    if found := _FORMER.search(rest):
        former, rest = repair_name(found["name"]), f"{rest[: found.start()]} {rest[found.end() :]}"
    rest = _TITLE_BEFORE.sub("", _TITLE_AFTER.sub("", rest.strip()))
    if (found := _KNOWN_AS.search(rest)) and not _is_title(found["in"] or ""):
        known_as = repair_name(found["in"] or found["quoted"] or found["plain"])
        rest = f"{rest[: found.start()]} {rest[found.end() :]}"
    forename, surname = _apart(" ".join(rest.split()), surname_first=surname_first)
    forename = _TITLE_BEFORE.sub("", _TITLE_AFTER.sub("", forename))
    return ReadName(repair_name(forename), repair_name(surname), former, known_as)


def _apart(text: str, *, surname_first: bool) -> tuple[str, str]:
    if "," in text:
        surname, _, forename = text.partition(",")
        return forename.strip(), surname.strip()
    words = text.split(" ")
    capitals = [word for word in words if len(word.strip(".")) > 1 and word.isupper()]
    if capitals and len(capitals) < len(words):
        return " ".join(word for word in words if word not in capitals), " ".join(capitals)
    if surname_first or (len(words) > 1 and _is_initials(words[-1]) and not _is_initials(words[0])):
        return " ".join(words[1:]), words[0]
    particles = next(
        (place for place, word in enumerate(words[1:], 1) if word.lower() in _SMALL), len(words) - 1
    )
    place = max(particles, 1) if len(words) > 1 else 0
    return " ".join(words[:place]), " ".join(words[place:])


def strip_title(text: str) -> str:
    """A name without the Mr, Mrs or Dr before it."""
    return _TITLE_BEFORE.sub("", text.strip())


def _is_initials(word: str) -> bool:
    return re.fullmatch(r"(?:[A-Z]\.?){1,2}", word) is not None


def _is_title(text: str) -> bool:
    return re.fullmatch(rf"\s*{_TITLES}\.?\s*", text, re.IGNORECASE) is not None


def _repair_word(word: str) -> str:
    if not (word.isupper() or word.islower()) or len(word.strip(".'")) < 2:
        return word.upper() if len(word.strip(".")) == 1 else word
    parts = re.split(r"([-'’])", word.lower())
    joined = "".join(part.capitalize() for part in parts)
    return re.sub(r"^Mc([a-z])", lambda found: f"Mc{found[1].upper()}", joined)
