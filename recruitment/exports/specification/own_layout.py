"""Finding the rows of a school's own Word document that hold one criterion each.

A table is understood where each criterion has a row of its own, with a mark under *Essential* or *Desirable*
and, where there is such a column, its evidence in words or letters.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from recruitment.readers.wording import clean, split_marker

_EVIDENCE_HEAD = re.compile(r"\b(?:evidence|assess\w*|identified|method|source|how)\b", re.IGNORECASE)
_LONGEST_HEAD = 25


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the facts of a criterion stand in a row, counted in cells."""

    text: int
    essential: int
    desirable: int
    evidence: int | None


@dataclass(slots=True)
class Slot:
    """A row that holds one criterion, of the group that begins below ``leads[group]``.

    ``evidence`` holds the letters that our reader found for it.
    """

    row: Any
    columns: Columns
    group: int
    text: str
    requirement: str
    evidence: str = ""


@dataclass(slots=True)
class Layout:
    """The rows with criteria, and the row that stands before the first of each group."""

    slots: list[Slot] = field(default_factory=list)
    leads: list[Any] = field(default_factory=list)


def find_layout(document: Any) -> Layout:
    """The rows of all tables that hold one criterion each, under heads that name both requirements."""
    layout = Layout()
    for table in document.element.body.iter(qn("w:tbl")):
        _add_table(layout, table)
    return layout


def _add_table(layout: Layout, table: Any) -> None:
    columns: Columns | None = None
    lead: Any = None
    for row in table.findall(qn("w:tr")):
        texts = [text_of(cell) for cell in cells_of(row)]
        head = _find_columns(texts)
        slot = None if head or columns is None else _slot(row, texts, columns)
        columns = head or columns
        if slot is None:
            lead = row
            continue
        if lead is not None:
            layout.leads.append(lead)
            lead = None
        slot.group = len(layout.leads) - 1
        layout.slots.append(slot)


def cells_of(row: Any) -> list[Any]:
    return list(row.findall(qn("w:tc")))


def text_of(cell: Any) -> str:
    """The words of a cell on one line; a symbol counts as a tick."""
    pieces = []
    for paragraph in cell.iter(qn("w:p")):
        for part in paragraph.iter(qn("w:t"), qn("w:sym"), qn("w:tab"), qn("w:br")):
            is_words = part.tag == qn("w:t")
            pieces.append((part.text or "") if is_words else "✓" if part.tag == qn("w:sym") else " ")
        pieces.append(" ")
    return clean("".join(pieces))


def _find_columns(texts: Sequence[str]) -> Columns | None:
    """The columns that a head names; None for a row that is no head, or one we do not understand."""
    essential, desirable = (_named(texts, word) for word in ("essential", "desirable"))
    if len(essential) != 1 or len(desirable) != 1 or essential == desirable:
        return None
    marks = {essential[0], desirable[0]}
    before = [place for place in range(len(texts)) if place < min(marks)]
    evidence = [
        place
        for place, text in enumerate(texts)
        if place > 0 and place not in marks and _EVIDENCE_HEAD.search(text)
    ]
    if not before or len(evidence) > 1:
        return None
    return Columns(before[-1], essential[0], desirable[0], evidence[0] if evidence else None)


def _named(texts: Sequence[str], word: str) -> list[int]:
    return [
        place
        for place, text in enumerate(texts)
        if text.casefold().startswith(word) and len(text) <= _LONGEST_HEAD
    ]


def _slot(row: Any, texts: Sequence[str], columns: Columns) -> Slot | None:
    places = (columns.text, columns.essential, columns.desirable, columns.evidence or 0)
    if len(texts) <= max(places) or not texts[columns.text]:
        return None
    is_essential, is_desirable = bool(texts[columns.essential]), bool(texts[columns.desirable])
    if is_essential == is_desirable:
        return None
    text = split_marker(texts[columns.text])[1]
    return Slot(row, columns, -1, text, "essential" if is_essential else "desirable")
