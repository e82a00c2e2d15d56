"""Wordings that run together in one cell, parted where their printed lines met."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from recruitment.readers.blocks import Line, Seam

LIKELY = 0.5
# A seam with less or more weight than this is settled and needs no person to look at it.
_SURELY_NONE, _SURELY_ONE = 0.3, 0.85


def part_likely(lines: Sequence[Line]) -> list[Line]:
    """The lines parted at every seam where a new wording more likely begins than not."""
    return [
        part
        for line in lines
        for part in _parted(line, [seam for seam in line.seams if seam.weight >= LIKELY])
    ]


def part_by_count(lines: Sequence[Line], count: int) -> list[Line]:
    """The lines parted at their likeliest seams until there are ``count``; as they are where that fails.

    Where the count leaves no choice between seams, it settles all doubt.
    """
    missing = count - len(lines)
    seams = sorted((seam for line in lines for seam in line.seams), key=lambda seam: -seam.weight)
    if missing < 0 or missing > len(seams) or any(line.marker for line in lines):
        return list(lines)
    chosen = {id(seam) for seam in seams[:missing]}
    last, following = seams[missing - 1 : missing], seams[missing : missing + 1]
    clear = not last or not following or last[0].weight > following[0].weight
    made = [
        part for line in lines for part in _parted(line, [seam for seam in line.seams if id(seam) in chosen])
    ]
    return [replace(line, seams=(), doubtful=line.doubtful and not clear) for line in made]


def settle_seams(lines: Sequence[Line], count: int) -> list[Line]:
    """The lines of a cell beside ``count`` signs; 0: nothing beside it says how many wordings it holds."""
    if count:
        return part_by_count(lines, count)
    return part_likely(lines) if len(lines) > 1 else list(lines)


def is_unsettled(line: Line) -> bool:
    """Whether a person should look if this is one wording, and a whole one."""
    return line.doubtful or any(_is_doubtful(seam) for seam in line.seams)


def _is_doubtful(seam: Seam) -> bool:
    return _SURELY_NONE < seam.weight < _SURELY_ONE


def _parted(line: Line, seams: Sequence[Seam]) -> list[Line]:
    """One line for each stretch between these seams; seams inside a stretch stay with it."""
    edges = [0, *(seam.place for seam in seams), len(line.text)]
    doubts = [line.doubtful, *(_is_doubtful(seam) for seam in seams), line.doubtful]
    made = []
    for number, (begin, end) in enumerate(pairwise(edges)):
        inside = tuple(
            replace(seam, place=seam.place - begin) for seam in line.seams if begin < seam.place < end
        )
        made.append(
            replace(
                line,
                text=line.text[begin:end].strip(),
                seams=inside,
                doubtful=doubts[number] or doubts[number + 1],
            )
        )
    return made
