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
EMPTIED = "\0"  # a line of which nothing is left: no blank line, which would end a row
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
    """Physical lines with each choice in them cut down to what is ticked, where several lines hold one.

    Lines that held nothing but empty boxes and their words are ``EMPTIED``.
    """
    texts = [_CELL.sub(lambda cell: _as_wide(with_boxes(cell[0]), cell), text) for text in texts]
    choices = [text for text in texts if "☐" in text and ticked_words(text) is not None]
    if len(choices) < _FEWEST_LINES:
        return list(texts)
    made = [
        _RUN.sub(_chosen, text) if any(box in text for box in _BOX) else text
        for text in _without_wrapped_choices(texts)
    ]
    return [
        EMPTIED if before.strip() and not text.strip() else text
        for before, text in zip(texts, made, strict=True)
    ]


def _without_wrapped_choices(texts: Sequence[str]) -> list[str]:
    """Cells held by spaces without the words of an empty box that stand on the line below their box.

    “☒ Essential  ☐” over “Desirable” is essential; below a box that is ticked the words stay.
    """
    made = list(texts)
    for place in range(len(made) - 1):
        if "\t" in made[place] or "|" in made[place]:
            continue
        for cell in _CELL.finditer(made[place]):
            if cell[0][-1] not in _BOX or cell.start() < _LEAST_INDENT:
                continue
            words = _BELOW.match(made[place + 1], cell.start())
            if words and cell[0][-1] == "☐" and _begins_cell(made[place + 1], cell.start()):
                made[place + 1] = _blanked(made[place + 1], words.start(), words.end())
            made[place] = _blanked(made[place], cell.end() - 1, cell.end())
    return made


def _begins_cell(text: str, place: int) -> bool:
    return not text[:place].strip() or text[:place].endswith("  ")


def _as_wide(text: str, cell: re.Match[str]) -> str:
    """The text as wide as the cell was, so that the columns behind it stay where they are."""
    return text.ljust(len(cell[0]))


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _chosen(run: re.Match[str]) -> str:
    parts = _CHOICE.findall(run[0])
    words = ", ".join(part[1:].strip(" ,;/") for part in parts if part[0] != "☐")
    return _as_wide(words, run)
