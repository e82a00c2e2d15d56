"""Printed lines of a PDF joined into what the author typed as one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from recruitment.domain.specification_requirement import requirement_of_word, split_suffix
from recruitment.readers.headings import is_requirement_heading, part_of, starts_like_criterion
from recruitment.readers.pdf_lines import Printed, Word
from recruitment.readers.signs import is_stackable
from recruitment.readers.wording import join, split_marker, starts_low

_DASH_SIGN = re.compile(r"^[–—-]\s*\w+$")
_WHOLE_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "can",
        "for",
        "from",
        "has",
        "have",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "our",
        "so",
        "the",
        "their",
        "they",
        "this",
        "to",
        "under",
        "up",
        "was",
        "we",
        "will",
        "with",
        "within",
        "you",
        "your",
    ]
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Printed lines joined into what the author typed as one."""

    text: str
    first: Printed
    bold: bool
    italic: bool


def paragraphs_of(
    lines: Sequence[Printed], left: float, right: float, *, narrow: bool = False, slack: float = 0.0
) -> list[Paragraph]:
    """Printed lines joined where the break is only the edge of the column.

    A break is one of wrapping when the first word of the next line would not have fitted. ``narrow``
    columns also break inside long words, which are then glued; ``slack`` is how far their right edge
    may be off.
    """
    found: list[Paragraph] = []
    before: Printed | None = None
    stops = narrow and not any(_STOP_INSIDE.search(line.text) for line in lines)
    for line in lines:
        if before is not None and (
            (stops and _is_new_sentence(before.text, line.text)) or _is_closed(found[-1].text, line.text)
        ):
            found.append(Paragraph(line.text, line, line.bold, line.italic))
            before = line
            continue
        key = bool(found) and goes_on_in_key(found[-1].text, line.text)
        if before is not None and found and (key or _wraps(before, line, left, right, narrow=narrow)):
            last = found[-1]
            glued = narrow and _breaks_word(before, line, right - slack)
            text = last.text + line.text if glued else join(last.text, line.text)
            found[-1] = Paragraph(text, last.first, last.bold and line.bold, last.italic and line.italic)
        else:
            found.append(Paragraph(line.text, line, line.bold, line.italic))
        before = line
    return found


def goes_on_in_key(before: str, text: str) -> bool:
    """“(AF – form, I” and below it “– interview)”: the dash is no bullet."""
    is_open = before.count("(") > before.count(")")
    return is_open and text[:1] in "–—-" and bool(re.search(r"(?:^|[\s(,;])[A-Z][A-Za-z]{0,4}$", before))


_CODED = re.compile(r"^[ED]\s?\d{1,2}[.):]?\s+[A-Z]")
_JOINER_AT_END = re.compile(r"\b(?:and|the|with|for|including|both|either|relevant|their|our)$")
_STOP_INSIDE = re.compile(r"[a-z)]{2}\.\s+[A-Z]")
_STOP_AT_END = re.compile(r"[a-z)]{2}\.$")


def _is_closed(before: str, text: str) -> bool:
    """A wording that ends in “(Essential, A)”, or one that begins with its number E6, needs no wide gap."""
    if _CODED.match(text):
        return True
    suffix = split_suffix(before)[1] or ""
    said = requirement_of_word(re.split(r"[\s,;:/]+", suffix)[0]) if suffix else None
    return said is not None and text[:1].isupper()


def _is_new_sentence(before: str, text: str) -> bool:
    """Where no sentence ends inside a line, those that end at the end of one are wordings of their own."""
    return bool(_STOP_AT_END.search(before)) and text[:1].isupper()


def _are_stacked(before: str, text: str) -> bool:
    """Letters or codes below each other, one for each wording beside them."""
    if before.endswith((",", "/", ";", "&", " and", " or")) or text.startswith(("and ", "or ")):
        return False
    return is_stackable(before) and is_stackable(text)


def _wraps(before: Printed, line: Printed, left: float, right: float, *, narrow: bool) -> bool:
    by_words = _wraps_by_words(before.text, line, narrow=narrow)
    if by_words is not None:
        return by_words
    if _stands_apart(before, line, narrow=narrow):
        return False
    room = right - before.x1
    low = starts_low(line.text) and before.text[-1:].isalpha()
    if not narrow and low and room < 0.3 * (right - left):
        return True
    return _lacks_room(before, line.words[0], left, right)


def _wraps_by_words(before: str, line: Printed, *, narrow: bool) -> bool | None:
    """What the words alone say of a break; None where the space has to tell."""
    if _DASH_SIGN.match(line.text) and requirement_of_word(line.text.lstrip("–—- ")):
        return True
    if narrow and starts_like_criterion(line.text) and re.search(r"[a-z)]{3}$", before):
        return bool(_JOINER_AT_END.search(before))
    if line.marker or (narrow and _are_stacked(before, line.text)):
        return False
    return True if starts_low(line.text) and before.endswith(("e.g.", "i.e.")) else None


def _stands_apart(before: Printed, line: Printed, *, narrow: bool) -> bool:
    """A wide gap, another weight, or a heading above."""
    height = before.bottom - before.top
    gap = line.top - before.bottom
    if gap > 0.75 * height or gap < -height:
        return True
    if not narrow and before.bold != line.bold and not starts_low(line.text):
        return True
    return is_requirement_heading(before.text) or (not narrow and bool(part_of(before.text)) and before.bold)


def _lacks_room(before: Printed, first: Word, left: float, right: float) -> bool:
    """Whether the first word of a line would not have fitted on the line above."""
    room = right - before.x1
    centred = before.x0 - left > 8 and abs((before.x0 - left) - (right - before.x1)) < 6
    if centred:
        room = (right - left) - (before.x1 - before.x0)
    gaps = sorted(after.x0 - word.x1 for word, after in pairwise(before.words))
    space = gaps[len(gaps) // 2] if gaps else 0.25 * (before.bottom - before.top)
    return first.x1 - first.x0 + space > room - 2


def _breaks_word(before: Printed, line: Printed, right: float) -> bool:
    """A word too long for its column is cut without a hyphen: it fills its line alone."""
    last, first = before.words[-1], line.words[0]
    letter = (first.x1 - first.x0) / max(len(first.text), 1)
    alone = len(before.words) == 1 or (len(before.words) == 2 and bool(split_marker(before.text)[0]))
    if first.text.lower() in _WHOLE_WORDS:
        return False
    capitals = last.text.isupper() and len(last.text) > 3 and first.text.isupper() and len(first.text) <= 3
    if not (starts_low(line.text) or (capitals and len(line.words) == 1)):
        return False
    return alone and right - before.x1 < letter + 0.3 and last.text[-1:].isalpha()
