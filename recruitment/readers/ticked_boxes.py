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
    texts = [with_boxes(text) for text in texts]
    choices = [text for text in texts if "☐" in text and ticked_words(text) is not None]
    if len(choices) < _FEWEST_LINES:
        return list(texts)
    return [_RUN.sub(_chosen, text) if any(box in text for box in _BOX) else text for text in texts]


def _chosen(run: re.Match[str]) -> str:
    parts = _CHOICE.findall(run[0])
    return ", ".join(part[1:].strip(" ,;/") for part in parts if part[0] != "☐")
