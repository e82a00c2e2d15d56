"""Cleaning what formats leave in a text: odd spaces, private-use bullets, markup, list markers."""

import html
import re

BULLETS = "•●▪◦·○➢➤►▶✓✔§♦■□⁃‣–—-*o"
LED = "\ufdd0"  # before a line that its place makes an item of a list, and no dot
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_PRIVATE = {
    "\uf0fc": "✓",
    "\uf0fe": "☑",
    "\uf0fb": "✗",
    "\uf0fd": "☒",
    "\uf0a8": "☐",
    "\uf06f": "☐",
    "\uf052": "☑",
}
_BRACKET_BOX = re.compile(r"\[([xX✓✔ ]?)\]")  # boxes as they are typed: “[x]” and “[ ]”
_PRIVATE_RE = re.compile("[\ue000-\uf8ff]")
_TAG = re.compile(r"</?(?:br|p|li|ul|ol|b|i|strong|em|span|div|td|tr|u|font)\b[^<>]*>", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[•●▪◦·○➢➤►▶§♦■□⁃‣]\s*|[–—*Ø-]\s+|o\s+(?=[A-Z]))(?=\S)")
_NUMBER = re.compile(
    r"^(?:(?P<digits>\(?\d{1,2}(?:\.\d{1,2})*)[.)](?:\s+(?=\S)|(?=[A-Za-z‘“\"'(]))"
    r"|(?P<deep>\d{1,2}(?:\.\d{1,2})+)\s+(?=[A-Z])(?!(?:FTE|WTE|Full[ -]time)\b)"  # “0.6 FTE” is a share
    r"|\(?(?:[a-z]|ii|iii|iv|vi|vii|viii|ix|xi)[.)]\s+(?=\S))"
)


def clean(text: str) -> str:
    """One line of plain text: single spaces, no invisible characters, tags or entities; words untouched."""
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "&" in text:
        text = html.unescape(text)
    text = _INVISIBLE.sub("", text)
    text = with_boxes(text)
    text = _PRIVATE_RE.sub(lambda found: _PRIVATE.get(found[0], "•"), text)
    return _SPACES.sub(" ", text).strip()


def with_boxes(text: str) -> str:
    """Boxes typed as “[x]” and “[ ]” as the signs for them."""
    return _BRACKET_BOX.sub(lambda found: "☒" if found[1].strip() else "☐", text) if "[" in text else text


_PART_OF_WORD = re.compile(  # endings that are no words
    r"(?:op|lop|vid|age)?ments?\b|(?:is|if)?(?:a|ca|ta)?(?:tions?|tional)\b|sions?\b|"
    r"i?bility\b|ings?\b|ity\b|ities\b|ness\b|ally\b|ences?\b|ances?\b"
)
_ABBREVIATED = re.compile(r"\b(?:e\.?g|i\.?e|incl?|approx)\.$", re.IGNORECASE)
_EXPLAINS_STAR = re.compile(
    r"^\*+\s*(?:=|[–—:-]|denot\w+|indicat\w+|mean\w*|mark\w*|show\w*|signif\w+|identif\w+)", re.IGNORECASE
)


def split_marker(text: str) -> tuple[str, str]:
    """The list marker at the start ("bullet", "number", "led" or nothing) and the text after it.

    In “* denotes an essential requirement” the asterisk is what is explained.
    """
    if _EXPLAINS_STAR.match(text):
        return "", text
    if text.startswith(LED):
        return "led", text[len(LED) :].strip()
    if found := _BULLET.match(text):
        rest = text[found.end() :].strip()
        number = None
        while (more := _BULLET.match(rest)) and not rest.startswith("*"):  # behind a dash it is a sign
            rest = rest[more.end() :].strip()
            number = _NUMBER.match(rest)
        return "bullet", rest[number.end() :].strip() if number else rest
    if found := _NUMBER.match(text):
        return "number", text[found.end() :].strip()
    return "", text


def ends_abbreviated(text: str) -> bool:
    """Whether the stop at the end of a line is that of “e.g.” or “incl.”, and ends no sentence."""
    return bool(_ABBREVIATED.search(text))


def depth_of(text: str) -> int:
    """How deep a number such as 1.2 stands: the dots inside it; “4.0” stands over “4.1”."""
    found = _NUMBER.match(text)
    return (found["digits"] or found["deep"] or "").removesuffix(".0").count(".") if found else 0


def join(first: str, second: str) -> str:
    """Two printed lines of one wording; a hyphen at the end of the first keeps them together.

    It stays, as in “well-being”, but for endings that are no words: “develop-” over “ment”.
    """
    if not first or not second:
        return first or second
    if first.endswith("[") and second.startswith("]"):
        return f"{first[:-1]}☐{second[1:]}"  # an empty box that is cut in two
    if re.search(r"[a-z]-$", first) and second[:1].islower():
        return (first[:-1] if _PART_OF_WORD.match(second) else first) + second
    if first.endswith("/") and not first.endswith(" /"):
        return first + second
    return f"{first} {second}"


def starts_low(text: str) -> bool:
    """Whether a line begins in the middle of a sentence."""
    start = text.lstrip("(‘“\"'")[:1]
    return start.islower() or text[:1] in ",;&"
