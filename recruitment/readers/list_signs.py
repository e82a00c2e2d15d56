"""What begins the items of some lists in place of a dot: a tick, or a number without a stop."""

import re
from collections.abc import Sequence
from dataclasses import replace

from recruitment.readers.blocks import Block, Line

_TICKED = re.compile(r"^\s*[✓✔☑\uf0fc]\s*(?=[A-Za-z][\w’'-]*\s+\S)")
_NUMBERED = re.compile(r"^(\d{1,2})\s+(?=[A-Z][a-z]|[A-Z]{2,}\b|An?\b)")
_FEWEST_TICKS = 3
_FEWEST_NUMBERS = 4


def take_list_signs(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with ticks and bare numbers at the start of their lines taken for list markers.

    Ticks where several lines begin with one; numbers where each is one more than that of the numbered line
    above it. Cells of tables keep theirs: there a tick is a fact.
    """
    found = list(blocks)
    ticked = [place for place, block in enumerate(found) if _begins(_TICKED, block)]
    if len(ticked) >= _FEWEST_TICKS:
        _take(found, ticked, _TICKED, "bullet")
    for run in _runs_of_numbers(found):
        _take(found, run, _NUMBERED, "number")
    return found


def without_tick_bullets(texts: Sequence[str]) -> list[str]:
    """Physical lines with a dot in place of the tick at their start, where several have one."""
    ticked = [text for text in texts if _TICKED.match(text)]
    return [
        _TICKED.sub("• ", text) if len(ticked) >= _FEWEST_TICKS and "\t" not in text else text
        for text in texts
    ]


def _begins(pattern: re.Pattern[str], block: Block) -> bool:
    return isinstance(block, Line) and not block.marker and bool(pattern.match(block.text))


def _take(blocks: list[Block], places: Sequence[int], pattern: re.Pattern[str], marker: str) -> None:
    for place in places:
        line = blocks[place]
        if isinstance(line, Line):
            blocks[place] = replace(line, text=pattern.sub("", line.text), marker=marker)


def _runs_of_numbers(blocks: Sequence[Block]) -> list[list[int]]:
    """Places of lines numbered one after the other, from 1 on; too few make no list."""
    runs: list[list[int]] = []
    due = 1
    for place, block in enumerate(blocks):
        found = _NUMBERED.match(block.text) if isinstance(block, Line) and not block.marker else None
        if found and int(found[1]) == due and runs:
            runs[-1].append(place)
            due += 1
        elif found and int(found[1]) == 1:
            runs.append([place])
            due = 2
    return [run for run in runs if len(run) >= _FEWEST_NUMBERS]
