"""The purpose of a post: its paragraphs, and the lists that belong to them."""

import re
from collections.abc import Sequence

from recruitment.readers.blocks import Block, Line, Table
from recruitment.readers.labels import label_values
from recruitment.readers.pay import one_line
from recruitment.readers.regions import Kind, Region

BULLET = "• "
_LONGEST_SUBHEADING = 6  # words
_WILL = re.compile(r"^(?:the|our|this)\s+[^.]{3,60}?\s+will(?: be required to)?\s*:\s*", re.IGNORECASE)


def without_lead(text: str) -> str:
    """“The Cook will: prepare lunch” without what leads in."""
    return _WILL.sub("", text)


def read_purpose(regions: Sequence[Region], *, lists_are_duties: bool) -> str | None:
    """The paragraphs under the purpose heading with their lists, each item on a line of its own.

    A list that stands below a sub-heading, or for want of others holds the duties, ends it.
    """
    region = next((region for region in regions if region.kind is Kind.PURPOSE and region.blocks), None)
    if region is None:
        return None
    texts: list[str] = []
    listed = listed_below(region)
    has_list = False
    for block in region.blocks:
        if isinstance(block, Table) or label_values(block.text) or block in listed[:1]:
            break
        if block.marker and lists_are_duties:
            break
        if has_list and not block.marker and _begins_something_else(block):
            break
        has_list = has_list or bool(block.marker)
        texts.append(item_of(block))
    return "\n".join(texts) or None


def listed_below(region: Region) -> list[Block]:
    """The lists under the purpose of a post, from the sub-heading over the first of them."""
    lines = [block for block in region.blocks if isinstance(block, Line)]
    first = next((place for place, line in enumerate(lines) if line.marker), len(lines))
    over = lines[first - 1] if 0 < first < len(lines) else None
    if over is None or over.text.endswith((":", ".")):
        return []
    brief = first > 1 and len(over.text.split()) <= _LONGEST_SUBHEADING
    if over.bold or over.heading or brief:
        return list(lines[first - 1 :])
    return []


def value_in_cell(lines: Sequence[Line]) -> str:
    """The purpose in a cell of a form: one text, or with a list line by line."""
    if any(line.marker for line in lines):
        return "\n".join(item_of(line) for line in lines)
    return one_line(" ".join(line.text for line in lines))


def item_of(line: Line) -> str:
    return f"{BULLET}{line.text}" if line.marker else without_lead(line.text)


def _begins_something_else(line: Line) -> bool:
    """A heading, or a line as short as one, below a list."""
    return line.bold or bool(line.heading) or len(line.text.split()) <= _LONGEST_SUBHEADING
