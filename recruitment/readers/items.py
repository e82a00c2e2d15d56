"""The separate wordings inside one cell or list: bullets, paragraphs, and what only continues them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from recruitment.domain.person_specification import SourceLine
from recruitment.domain.specification_requirement import Requirement, split_heading, split_lead
from recruitment.readers.blocks import Line
from recruitment.readers.headings import starts_like_criterion
from recruitment.readers.seams import is_unsettled
from recruitment.readers.wording import join, starts_low


@dataclass(frozen=True, slots=True)
class Item:
    """One wording with its looks; ``requirement`` only where the cell itself says it.

    ``doubtful``: where it begins and ends is not sure.
    """

    text: str
    source: SourceLine
    bold: bool = False
    italic: bool = False
    colour: str = ""
    requirement: Requirement | None = None
    doubtful: bool = False


@dataclass(slots=True)
class Items:
    items: list[Item] = field(default_factory=list)
    fillers: list[str] = field(default_factory=list)


_FILLER = re.compile(
    r"^\W*(?:n\s*/\s*a|(?:dim\s*/\s*)?none|not applicable|nil|tbc|as above|"
    r"to be (?:completed|confirmed|inserted|added)\b.*|"
    r"(?:please )?(?:delete|insert|amend|add|complete)\b.*\b(?:appropriate|applicable|necessary|"
    r"required|here|below)\b.*|"
    r"\[.*(?:insert|delete|add).*\]|(?:any )?others? (?:criteria|"
    r"requirements?)(?: as)? (?:appropriate|applicable|required)|"
    r"name of (?:the )?(?:applicant|candidate)\b.*|"
    r"x{2,}|\.{2,}|…)\W*$",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"(?::|\bone of(?: the following| these)?|\beither|\bfollowing|\bsuch as|\bincluding)\s*[:–—-]?$",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    r"\b(?:the|an?|of|in|and|to|with|for|on|by|at|from|their|its|our|as|at grade)$|[,/–-]$", re.IGNORECASE
)
_RUN_ON = re.compile(
    r"(?<=[a-z]{2}) (?=(?:Evidence of|Demonstrable|Proven|Demonstrated|Ability to|Able to|"
    r"Experience of|Experience in|Knowledge of|"
    r"Understanding of|Awareness of|Commitment to|Willingness to|Excellent|Strong|Good) [a-z])"
)
# Where a wording ends without a space behind it: after a small word, so that “PowerPoint and” is none.
_GLUED = re.compile(r"(?:(?<![A-Za-z])[a-z][a-z’'-]{2,}|[\w)]\.)(?=[A-Z][a-z]*,? [a-z’'-]+ )")
_FEWEST_GLUED = 3  # words
_FEWEST_SEAMS = 2
_BETWEEN = re.compile(r";(?![^()\[\]]{0,120}[)\]])")  # not inside brackets
_NEXT_NEED = re.compile(r"(?<=[.;]) (?=(?:Essential|Desirable):)")
_LISTED_AND = re.compile(r"^and\s+", re.IGNORECASE)
_STOP = re.compile(r"[.?!]\s+[A-Z]")
_LONGEST_LISTED = 30  # words
_LINK = re.compile(r"^(?:and|or|and/or|either|plus)[\s:,]*$", re.IGNORECASE)


def is_filler(text: str) -> bool:
    """Template guidance and blanks that are no criterion: “N/A”, “to be completed by …”."""
    return bool(_FILLER.match(text.strip()))


def items_of(lines: Sequence[Line]) -> Items:
    """Wordings in order, with fillers set apart.

    A lead-in (“… one of these:”) takes the bullets below it into one wording, since they are
    its alternatives; sub-bullets and lower-case lines continue the wording above.
    """
    found = Items()
    requirement: Requirement | None = None
    base = next((line.level for line in lines if line.marker), 0)
    bulleted = any(line.marker for line in lines)
    led = False
    for line in lines:
        said, rest = split_heading(line.text)
        if said and not rest and not line.text.endswith("."):
            requirement, led = said, False
            continue
        if is_filler(line.text):
            found.fillers.append(line.text)
            continue
        base = min(base, line.level) if line.marker else base
        lead, text = split_lead(line.text)
        requirement = lead or requirement
        line = replace(line, text=text)
        if (
            found.items
            and not lead
            and _continues(found.items[-1], line, base=base, led=led, bulleted=bulleted)
        ):
            last = found.items[-1]
            doubtful = last.doubtful or is_unsettled(line)
            found.items[-1] = replace(last, text=join(last.text, line.text), doubtful=doubtful)
            continue
        for wording in split_run_on(line.text):
            found.items.append(
                Item(
                    wording, line.source, line.bold, line.italic, line.colour, requirement, is_unsettled(line)
                )
            )
        led = bool(_LEAD_IN.search(line.text)) and not line.marker
    return found


def part_listed(line: Line, *, least: int = 3) -> list[Line]:
    """A paragraph that lists its wordings with semicolons, as list items: “Essential: a …; b …; c ….”.

    ``least`` wordings make a list; behind “Essential:” two do.
    """
    if len(needs := _NEXT_NEED.split(line.text)) > 1:  # “Essential: a; b. Desirable: c.”
        return [part for own in needs for part in part_listed(replace(line, text=own), least=1)]
    lead, rest = split_lead(line.text)
    parts = [_LISTED_AND.sub("", part.strip()) for part in _BETWEEN.split(rest.rstrip(" .;"))]
    least = min(least, 2) if lead else least
    whole = all(part and len(part.split()) <= _LONGEST_LISTED and not _STOP.search(part) for part in parts)
    if line.marker or len(parts) < least or not whole:
        return [line]
    parts[0] = line.text[: len(line.text) - len(rest)] + parts[0]
    return [replace(line, text=part, marker="bullet") for part in parts]


def split_run_on(text: str) -> list[str]:
    """Wordings that follow each other without any stop: “… to deadlines Evidence of …”, “… plansGood …”."""
    ends = [0, *(seam.end() for seam in _GLUED.finditer(text)), len(text)]
    parts = [text[begin:end] for begin, end in pairwise(ends)]
    several = len(parts) > _FEWEST_SEAMS or any(part.endswith(".") for part in parts[:-1])
    glued = several and all(len(part.split()) >= _FEWEST_GLUED for part in parts)
    return [
        one.strip() for part in (parts if glued else [text]) for one in _RUN_ON.split(part) if one.strip()
    ]


def _continues(item: Item, line: Line, *, base: int, led: bool, bulleted: bool) -> bool:
    """Whether a line belongs to the wording above it."""
    if led:
        return bulleted or bool(_LINK.match(line.text))
    if line.marker:
        return line.level > base
    if line.text.startswith("(") and not item.text.endswith((".", ";")):
        return True
    if _LINK.match(line.text) or (re.search(r"\b(?:or|OR|and/or)$", item.text) and not bulleted):
        return True
    if starts_low(line.text):
        return line.soft or not item.text.endswith((".", ";"))
    is_open = bool(_OPEN_END.search(item.text)) and not starts_like_criterion(line.text)
    return line.soft and (bulleted or is_open)
