"""Boxes to tick as they stand in a text: of “☒ Essential ☐ Desirable” what is ticked."""

import re
from collections.abc import Sequence

from recruitment.readers.wording import with_boxes

_BOX = "☐☒☑✓✔✗"
_CHOICE = re.compile(rf"[{_BOX}][^{_BOX}]*")
_WORDS = re.compile(r"[A-Za-z]{2}")
_FEWEST_BOXES = 2
# Choices that follow each other with a space or two between them, up to the edge of their cell.
_ONE = rf"[{_BOX}] ?\w[^{_BOX}\t|]*?(?= {{3,}}|\s{{0,3}}[\t|]|\s{{0,3}}$| {{0,2}}[{_BOX}])"
_RUN = re.compile(rf"{_ONE}(?: {{0,2}}{_ONE})*")
_FEWEST_LINES = 3
_LEAST_INDENT = 8  # letters before a cell that is not the first of its row
_CELL = re.compile(r"\S+(?: {1,2}\S+)*")
_BELOW = re.compile(rf"[^\s{_BOX}]+(?: [^\s{_BOX}]+)*")


def ticked_words(text: str) -> str | None:
    """The ticked words, with commas between them; empty where nothing is ticked, None for no such choice.

    One tick alone, or ticks without an empty box beside them, are marks and no choice.
    """
    parts = [part for part in _CHOICE.findall(text) if _WORDS.search(part)]
    chosen = [part[1:].strip(" ,;/") for part in parts if part[0] != "☐"]
    if len(chosen) == len(parts) or (not chosen and len(parts) < _FEWEST_BOXES):
        return None
    return ", ".join(chosen)


def with_ticked_words(texts: Sequence[str]) -> list[str]:
    """Physical lines with each choice in them cut down to what is ticked, where several lines hold one."""
    texts = [_CELL.sub(lambda cell: _as_wide(with_boxes(cell[0]), cell), text) for text in texts]
    choices = [text for text in texts if "☐" in text and ticked_words(text) is not None]
    if len(choices) < _FEWEST_LINES:
        return list(texts)
    made = [
        _RUN.sub(_chosen, text) if any(box in text for box in _BOX) else text
        for text in _without_wrapped_choices(texts)
    ]
    return _with_blanks_last(made, texts)


def _without_wrapped_choices(texts: Sequence[str]) -> list[str]:
    """Cells held by spaces without the words of an empty box that stand on the line below their box.

    “☒ Essential  ☐” over “Desirable” is essential; below a box that is ticked the words stay.
    """
    made = list(texts)
    for place in range(len(made) - 1):
        if "\t" in made[place] or "|" in made[place]:
            continue
        for cell in _CELL.finditer(made[place]):
            last = max(cell[0].rfind(box) for box in _BOX)
            if last < 0 or cell.start() < _LEAST_INDENT:
                continue
            empty = cell[0][last] == "☐"
            below = _BELOW.match(made[place + 1], cell.start())
            starts_there = not made[place + 1][: cell.start()][-1:].strip()
            if below and starts_there and empty:
                made[place + 1] = _blanked(made[place + 1], below.start(), below.end())
            if last == len(cell[0]) - 1:
                made[place] = _blanked(made[place], cell.start() + last, cell.end())
    return made


def _with_blanks_last(made: list[str], before: Sequence[str]) -> list[str]:
    """Lines that have become empty go below the others of their row: an empty line would end it."""
    for place in reversed(range(len(made) - 1)):
        if before[place].strip() and not made[place].strip():
            end = next((at for at in range(place, len(made)) if not before[at].strip()), len(made))
            made[place:end] = [*made[place + 1 : end], made[place]]
    return made


def _as_wide(text: str, cell: re.Match[str]) -> str:
    """The text as wide as the cell was, so that the columns behind it stay where they are."""
    return text.ljust(len(cell[0]))


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _chosen(run: re.Match[str]) -> str:
    parts = _CHOICE.findall(run[0])
    words = ", ".join(part[1:].strip(" ,;/") for part in parts if part[0] != "☐")
    return _as_wide(words, run)
