"""What a row or paragraph says of its place: its number, and the section where it is the first."""

import copy
import re
from collections.abc import Sequence
from typing import Any

from docx.oxml.ns import qn

from recruitment.exports.specification.own_layout import Unit, cells_of, text_of

_NUMBER = re.compile(r"\d+")


def name_sections_again(old: Sequence[Unit], made: Sequence[Any]) -> None:
    """The cell that names the section stands in the first row of a group, as it did before."""
    if len(old) < 2 or not old[0].is_row or not made:
        return
    first, second = cells_of(old[0].element), cells_of(old[1].element)
    if len(first) != len(second) or any(len(cells_of(row)) != len(first) for row in made):
        return
    for place in range(min(old[0].place, len(first))):
        if text_of(first[place]) and not text_of(second[place]):
            for number, row in enumerate(made):
                kept = copy.deepcopy(first[place] if number == 0 else second[place])
                row.replace(cells_of(row)[place], kept)


def number_again(units: Sequence[Unit], groups: Sequence[Sequence[Any]]) -> None:
    """Numbers that counted through the units count through the new ones, each letter before them apart."""
    texts = _numbered_texts(units)
    if texts is None:
        return
    starts_again = _starts_again(units, texts)
    counts: dict[str, int] = {}
    for made in groups:
        if starts_again:
            counts = {}
        for element in made:
            for node in _first_numbers(element):
                letter = _NUMBER.split(node.text)[0].strip()
                counts[letter] = counts.get(letter, 0) + 1
                node.text = _NUMBER.sub(str(counts[letter]), node.text, count=1)


def _numbered_texts(units: Sequence[Unit]) -> list[str] | None:
    """What begins each unit, where each begins with a number, with or without letters before it."""
    texts = [text_of(unit.element) for unit in units]
    short = re.compile(r"^\W*[A-Za-z]{0,2}\d{1,3}\b")
    return texts if texts and all(short.match(text) for text in texts) else None


def _starts_again(units: Sequence[Unit], texts: Sequence[str]) -> bool:
    firsts = [text for unit, text in zip(units, texts, strict=True) if unit.is_first]
    return len(firsts) > 1 and all((found := _NUMBER.search(text)) and found[0] == "1" for text in firsts)


def _first_numbers(element: Any) -> list[Any]:
    for node in element.iter(qn("w:t")):
        if (node.text or "").strip():
            return [node] if _NUMBER.search(node.text) else []
    return []
