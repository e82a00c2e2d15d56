"""Printed lines of a PDF joined into what the author typed as one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recruitment.domain.person_specification import SourceLine
from recruitment.domain.specification_evidence import methods_in
from recruitment.domain.specification_requirement import requirement_of_word, split_lead, split_suffix
from recruitment.readers.blocks import Line, Seam
from recruitment.readers.headings import is_requirement_heading, part_of, starts_like_criterion
from recruitment.readers.pdf_lines import Printed
from recruitment.readers.pdf_setting import PLAIN, Setting, lacks_room, weight_of_seam
from recruitment.readers.signs import is_stackable
from recruitment.readers.wording import ends_abbreviated, join, split_marker, starts_low

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
    """Printed lines joined into what the author typed as one; ``seams`` where that is not sure."""

    text: str
    first: Printed
    bold: bool
    italic: bool
    seams: tuple[Seam, ...] = ()

    def with_line(self, line: Printed, *, glued: bool, weight: float) -> "Paragraph":
        """The paragraph with one more printed line."""
        text = self.text + line.text if glued else join(self.text, line.text)
        seams = (*self.seams, Seam(len(text) - len(line.text), weight)) if weight else self.seams
        return Paragraph(text, self.first, self.bold and line.bold, self.italic and line.italic, seams)

    def as_line(self, source: SourceLine, *, soft: bool = False) -> Line | None:
        """The paragraph without its list marker; nothing where there is nothing else."""
        marker, text = split_marker(self.text)
        shift = len(self.text) - len(text)
        seams = tuple(Seam(seam.place - shift, seam.weight) for seam in self.seams)
        return (
            Line(text, source, self.bold, self.italic, marker=marker, soft=soft, seams=seams)
            if text
            else None
        )


@dataclass(frozen=True, slots=True)
class Column:
    """Where the lines of a paragraph may run, and how its document sets them.

    ``narrow`` columns also break inside long words, which are then glued; ``slack`` is how far the right
    edge may be off.
    """

    left: float
    right: float
    narrow: bool = False
    slack: float = 0.0
    setting: Setting = PLAIN


def paragraphs_of(lines: Sequence[Printed], column: Column) -> list[Paragraph]:
    """Printed lines joined where the break is only the edge of the column.

    A break is one of wrapping when the first word of the next line would not have fitted.
    """
    found: list[Paragraph] = []
    before: Printed | None = None
    stops = column.narrow and not any(_STOP_INSIDE.search(line.text) for line in lines)
    listed = any(line.marker for line in lines)
    for line in lines:
        if before is None or not _joins(found[-1], before, line, column, stops=stops):
            found.append(Paragraph(line.text, line, line.bold, line.italic))
        else:
            glued = column.narrow and _breaks_word(before, line, column)
            doubted = column.narrow and not glued and not listed
            weight = weight_of_seam(before, line, column.setting) if doubted else 0.0
            found[-1] = found[-1].with_line(line, glued=glued, weight=weight)
        before = line
    return found


def _joins(begun: Paragraph, before: Printed, line: Printed, column: Column, *, stops: bool) -> bool:
    """Whether a printed line goes on with the paragraph begun above it."""
    if (stops and _is_new_sentence(before.text, line.text)) or _is_closed(begun.text, line.text):
        return False
    if not column.narrow and (column.setting.ends_item(begun.first, before, line) or _is_heading(line.text)):
        return False
    return goes_on_in_key(begun.text, line.text) or _wraps(begun, before, line, column)


def _is_heading(text: str) -> bool:
    """“Desirable:”; “(desirable)” below a wording is its end."""
    return not text.startswith("(") and is_requirement_heading(text)


def goes_on_in_key(before: str, text: str) -> bool:
    """“(AF – form, I” and below it “– interview)”: the dash is no bullet."""
    is_open = before.count("(") > before.count(")")
    return is_open and text[:1] in "–—-" and bool(re.search(r"(?:^|[\s(,;])[A-Z][A-Za-z]{0,4}$", before))


_CODED = re.compile(r"^[ED]\s?\d{1,2}[.):]?\s+[A-Z]")
_JOINER_AT_END = re.compile(r"\b(?:and|the|with|for|including|both|either|relevant|their|our)$")
_STOP_INSIDE = re.compile(r"[a-z)]{2}\.\s+[A-Z]")
_STOP_AT_END = re.compile(r"[a-z)]{2}\.$")


def _is_closed(before: str, text: str) -> bool:
    """A wording that ends in “(Essential, A)” or “– E (A)”, or begins with E6 or “Desirable:”."""
    if _CODED.match(text) or split_lead(text)[0]:
        return True
    rest, last = split_suffix(before)
    ends = [last, split_suffix(rest)[1] if last else None]
    said = any(end and requirement_of_word(re.split(r"[\s,;:/]+", end)[0]) for end in ends)
    return said and text[:1].isupper()


def _is_new_sentence(before: str, text: str) -> bool:
    """Where no sentence ends inside a line, those that end at the end of one are wordings of their own."""
    ends = bool(_STOP_AT_END.search(before)) and not ends_abbreviated(before)
    return ends and text[:1].isupper()


def _are_stacked(before: str, text: str) -> bool:
    """Letters or codes below each other, one for each wording beside them."""
    if before.endswith((",", "/", ";", "&", " and", " or")) or text.startswith(("and ", "or ")):
        return False
    return is_stackable(before) and is_stackable(text)


def _wraps(begun: Paragraph, before: Printed, line: Printed, column: Column) -> bool:
    by_words = _wraps_by_words(before.text, line, narrow=column.narrow)
    if by_words is not None:
        return by_words
    if _stands_apart(before, line, narrow=column.narrow, alone=begun.first is before):
        return False
    if column.narrow and column.setting.parts(before, line):
        return False
    room = column.right - before.x1
    low = starts_low(line.text) and before.text[-1:].isalpha()
    if not column.narrow and low and room < 0.3 * (column.right - column.left):
        return True
    return lacks_room(before, line.words[0], column.left, column.right)


def _wraps_by_words(before: str, line: Printed, *, narrow: bool) -> bool | None:
    """What the words alone say of a break; None where the space has to tell."""
    if _DASH_SIGN.match(line.text) and requirement_of_word(line.text.lstrip("–—- ")):
        return True
    if narrow and starts_like_criterion(line.text) and re.search(r"[a-z)]{3}$", before):
        return bool(_JOINER_AT_END.search(before))
    if line.marker or (narrow and _are_stacked(before, line.text)):
        return False
    return True if ends_abbreviated(before) else None


def _stands_apart(before: Printed, line: Printed, *, narrow: bool, alone: bool) -> bool:
    """A wide gap, another weight, or a heading ``alone`` above: “Minimum” inside a wording is none."""
    height = before.bottom - before.top
    gap = line.top - before.bottom
    if gap > 0.75 * height or gap < -height:
        return True
    if not narrow and before.bold != line.bold and not starts_low(line.text):
        return True
    heads = is_requirement_heading(before.text) or (not narrow and bool(part_of(before.text)) and before.bold)
    return alone and heads


def _breaks_word(before: Printed, line: Printed, column: Column) -> bool:
    """A word too long for its column is cut without a hyphen: it fills its line alone."""
    last, first = before.words[-1], line.words[0]
    letter = (first.x1 - first.x0) / max(len(first.text), 1)
    alone = len(before.words) == 1 or (len(before.words) == 2 and bool(split_marker(before.text)[0]))
    if methods_in(first.text):
        return False
    whole = column.setting.whole
    if first.text.lower() in _WHOLE_WORDS or first.text.lower() in whole or last.text.lower() in whole:
        return False
    capitals = last.text.isupper() and len(last.text) > 3 and first.text.isupper() and len(first.text) <= 3
    if not (starts_low(line.text) or (capitals and len(line.words) == 1)):
        return False
    right = column.right - column.slack
    return alone and right - before.x1 < letter + 0.3 and last.text[-1:].isalpha()
