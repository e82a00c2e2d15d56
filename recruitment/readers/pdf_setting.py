"""How a PDF sets its paragraphs: the gaps between lines, and the words that tell a name from a beginning."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from recruitment.readers.pdf_lines import Printed
from recruitment.readers.pdf_words import Word
from recruitment.readers.wording import starts_low

_OPEN_END = re.compile(
    r"\b(?:the|an?|of|in|and|or|to|with|for|on|by|at|from|their|its|our|as|using|including|both|either|your|his|"
    r"her|than|into|through|between|within|under|about|via|such|any|all|other)$|[,/&–—-]$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.;!?]\W*$")
_CAPITALISED = re.compile(r"^[A-Z][a-z]")
# The lines of a cell, and the edges between which they run.
Run = tuple[Sequence[Printed], float, float]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole document says of a line break.

    ``wrapped`` is the gap inside paragraphs and ``apart`` the least gap between them, in heights of a
    line, where they differ; ``hanging``: the lines of a list item stand below its words, not its marker
    (None: no item has several lines); ``low`` are its words in small letters, ``names`` those with a
    capital in the middle of a sentence, ``whole`` those that stand inside a line, where no column can have
    cut them.
    """

    wrapped: float | None = None
    apart: float | None = None
    hanging: bool | None = None
    low: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()

    def with_gaps(self, columns: Iterable[Run]) -> "Setting":
        """The setting of one table, whose cells hold these lines."""
        wrapped, apart = _gaps(columns)
        return replace(self, wrapped=wrapped, apart=apart)

    def parts(self, before: Printed, line: Printed) -> bool:
        """Whether the gap alone says that a new paragraph begins."""
        return self.apart is not None and gap_between(before, line) > self.apart

    def ends_item(self, first: Printed, before: Printed, line: Printed) -> bool:
        """Whether a line stands below the marker of a list whose items hang, or may do."""
        if not first.marker or line.x0 >= first.x0 + 3:
            return False
        if self.hanging is None:
            return bool(_STOP.search(before.text)) and line.text[:1].isupper()
        return self.hanging

    def holds(self, before: Printed, line: Printed) -> bool:
        """Whether the gap alone says that the paragraph goes on."""
        return self.apart is not None and gap_between(before, line) <= self.apart


PLAIN = Setting()


def gap_between(before: Printed, line: Printed) -> float:
    """The gap between two lines in heights of a line."""
    return (line.top - before.bottom) / max(before.bottom - before.top, 1.0)


def setting_of(lines: Sequence[Printed]) -> Setting:
    """The setting of a document as far as its words tell it."""
    low: set[str] = set()
    names: set[str] = set()
    whole: set[str] = set()
    below_words = below_marker = 0
    for chunk in [chunk for line in lines for chunk in line.chunks]:
        texts = [re.sub(r"[^A-Za-z]+", "", word.text) for word in chunk]
        whole.update(text.lower() for text in texts[1:-1])
        low.update(text for text in texts if text.islower())
        names.update(text for own, text in pairwise(texts) if own.islower() and _CAPITALISED.match(text))
    for before, line in pairwise(lines):
        if len(before.words) > 1 and before.marker and starts_low(line.text):
            below_words += abs(line.x0 - before.words[1].x0) < 2
            below_marker += abs(line.x0 - before.x0) < 2
    hanging = not below_marker if below_words or below_marker else None
    return Setting(hanging=hanging, low=frozenset(low), names=frozenset(names), whole=frozenset(whole - {""}))


def _gaps(columns: Iterable[Run]) -> tuple[float | None, float | None]:
    """The usual gap inside paragraphs, and one that is wider than it wherever a paragraph surely ended."""
    inside: list[float] = []
    between: list[float] = []
    for lines, left, right in columns:
        for before, line in pairwise(lines):
            gap = gap_between(before, line)
            if starts_low(line.text) and before.text[-1:].isalpha():
                inside.append(gap)
            elif not lacks_room(before, line.words[0], left, right) and not line.marker:
                between.append(gap)
    if not inside or len(between) < 2:
        return None, None
    usual, least = median(inside), sorted(between)[len(between) // 10]
    return (usual, (usual + least) / 2) if least - usual > 0.08 else (None, None)


def lacks_room(before: Printed, first: Word, left: float, right: float) -> bool:
    """Whether the first word of a line would not have fitted on the line above."""
    room = right - before.x1
    indented = abs(first.x0 - before.x0) < 2
    centred = not indented and before.x0 - left > 8 and abs((before.x0 - left) - (right - before.x1)) < 6
    if centred:
        room = (right - left) - (before.x1 - before.x0)
    gaps = sorted(after.x0 - word.x1 for word, after in pairwise(before.words))
    space = gaps[len(gaps) // 2] if gaps else 0.25 * (before.bottom - before.top)
    return first.x1 - first.x0 + space > room - 2


def weight_of_seam(before: Printed, line: Printed, setting: Setting) -> float:
    """How likely a new wording begins at a break where the next word had no room anyway; 0: it does not.

    A capital begins a wording, unless it is a name: one that the document has in the middle of sentences,
    or one of several in a row.
    """
    text = line.text
    word = re.sub(r"[^A-Za-z]+", "", line.words[0].text)
    is_open = before.text.count("(") > before.text.count(")") or bool(_OPEN_END.search(before.text))
    if not text[:1].isupper() or is_open or setting.holds(before, line):
        return 0.0
    if before.text.endswith("."):
        return 0.9
    weight = 0.5
    if len(word) > 1 and word.isupper():
        weight = 0.35
    elif word in setting.names:
        weight = 0.25 if word.lower() not in setting.low else 0.45
    elif word.lower() in setting.low:
        weight = 0.75
    in_a_row = [*before.words[-1:], *line.words[1:2]]
    if len(before.words) > 1 and any(_CAPITALISED.match(near.text) for near in in_a_row):
        weight -= 0.25
    return weight + (0.15 if before.text.endswith(")") else 0.0)
