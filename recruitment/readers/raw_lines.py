"""The physical lines of a pasted text, and cells made of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from recruitment.domain.person_specification import SourceLine
from recruitment.domain.specification_evidence import are_methods_alone, parse_evidence
from recruitment.domain.specification_requirement import is_mark, requirement_of_word
from recruitment.readers.blocks import Cell, Line, Row, Table
from recruitment.readers.wording import clean, join, split_marker, starts_low

# “• Runs a group • Keeps records”, whose breaks are lost.
_DOT = re.compile(r"^\s*[•●▪◦·\uf0b7]\s*\S")
_NEXT_DOT = re.compile(r"\s+(?=[•●▪◦·\uf0b7]\s*\S)")
_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")


@dataclass(frozen=True, slots=True)
class RawLine:
    """A physical line, tabs kept, with its number in the text; its page counts from 0 at each form feed."""

    text: str
    number: int
    page: int = 0

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


Taken = tuple[Table, int]
# “1, 2 and 3”: ways to assess by their numbers in a key.
METHOD_NUMBERS = re.compile(r"^\d(?:\s*(?:[,/;&+]|and)\s*\d)*$")
# The lines of one cell, each with its number in the text.
CellTexts = list[tuple[str, int]]


_BREAK = re.compile(r"\s*(?:<br\s*/?>|</(?:p|li|div)>(?=\s*<))\s*", re.IGNORECASE)
_LIST_ITEM = re.compile(r"<li\b[^<>]*>\s*", re.IGNORECASE)


def make_cell(texts: Sequence[tuple[str, int]]) -> Cell:
    """The lines of a cell; in tables written with pipes a break inside a cell is a tag."""
    lines: list[Line] = []
    parts = [
        (part, number)
        for whole, number in texts
        for broken in _BREAK.split(_LIST_ITEM.sub("<br>• ", whole) if "<" in whole else whole)
        for part in (_NEXT_DOT.split(broken) if _DOT.match(broken) else [broken])
    ]
    for text, number in parts:
        marker, rest = split_marker(clean(_STRONG.sub(r"\1", text)))
        if lines and _goes_on(lines[-1], marker, rest):
            lines[-1] = replace(lines[-1], text=join(lines[-1].text, rest))
        elif rest and rest != "☐":
            bold = bool(_STRONG.fullmatch(text.strip()))
            lines.append(Line(rest, SourceLine(None, number), bold=bold, marker=marker, soft=True))
    return Cell(tuple(lines))


def _goes_on(above: Line, marker: str, text: str) -> bool:
    """“cooking test”, below “Interview and practical”, which a tag had cut."""
    low = bool(text) and not marker and not above.marker and starts_low(text)
    return low and are_methods_alone(above.text) and parse_evidence(join(above.text, text), {}) is not None


def row_of(cells: Sequence[Sequence[tuple[str, int]]], number: int) -> Row:
    return Row(tuple(make_cell(cell) for cell in cells), SourceLine(None, number))


def is_sign_text(text: str) -> bool:
    return bool(requirement_of_word(text)) or is_mark(text)
