"""The school's own Word document with its table of criteria rewritten and everything else as it was.

The marks, the fonts and the way evidence is written are the school's: they are moved and copied, never
replaced by ours. What was written is read back before it is given out; where that does not come to the same
criteria, there is no such document.
"""

import base64
import copy
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from recruitment.domain.evidence_key import USUAL_MEANINGS
from recruitment.domain.written_specification import WrittenCriterion
from recruitment.exports.specification.own_layout import Layout, Slot, cells_of, find_layout, text_of
from recruitment.readers.reader import read_specification

ALIKE = 0.6  # share of letters in common from which a wording counts as the old one changed
_LETTERS = re.compile(r"^[A-Z]{1,2}(?:[^A-Za-z]*[A-Z]{1,2})*$")


def rewrite(path: str, criteria: Sequence[Mapping[str, Any]]) -> str | None:
    """The document at ``path`` with these criteria, in base64; None where its layout is not understood.

    To be called in a limited child process: somebody else made the document.
    """
    wanted = [WrittenCriterion(**one) for one in criteria]
    document = docx.Document(path)
    layout = find_layout(document)
    read = {one.text: "".join(one.evidence) for one in read_specification(Path(path), kind="docx").criteria}
    for slot in layout.slots:
        slot.evidence = read.get(slot.text, "")
    if not layout.slots or not _write(layout, wanted):
        return None
    with TemporaryDirectory(prefix="written-") as folder:
        written = Path(folder) / "written.docx"
        document.save(str(written))
        return base64.b64encode(written.read_bytes()).decode("ascii") if _says(written, wanted) else None


def _says(path: Path, wanted: Sequence[WrittenCriterion]) -> bool:
    """Whether the document, read like any other, holds exactly these criteria."""
    found = read_specification(path, kind="docx").criteria
    return [(one.text, one.section or "", one.requirement, set(one.evidence)) for one in found] == [
        (one.text, one.section, one.requirement, set(one.evidence)) for one in wanted
    ]


def _write(layout: Layout, wanted: Sequence[WrittenCriterion]) -> bool:
    """Put the criteria into the rows, section by section; False where a section has no place there."""
    partners = _pair(layout.slots, wanted)
    homes = _homes(partners, wanted)
    pristine = [_Row(slot, copy.deepcopy(slot.row)) for slot in layout.slots]
    used: set[int] = set()
    anchors = list(layout.leads)
    for place, criterion in enumerate(wanted):
        home = homes.get(criterion.section)
        if home is None:
            return False
        slot = partners.get(place)
        if slot is not None and slot.group == home:
            used.add(id(slot))
            row = _Row(slot, slot.row)
        else:
            row = _template(pristine, home, criterion.requirement)
        row.say(criterion, pristine)
        anchors[home].addnext(row.element)
        anchors[home] = row.element
    for slot in layout.slots:
        if id(slot) not in used:
            slot.row.getparent().remove(slot.row)
    return True


def _pair(slots: Sequence[Slot], wanted: Sequence[WrittenCriterion]) -> dict[int, Slot]:
    """By place of a criterion, the row it comes from: the one with its words, else the most alike."""
    free = list(slots)
    partners: dict[int, Slot] = {}
    for exact in (True, False):
        for place, criterion in enumerate(wanted):
            if place in partners or not free:
                continue
            best = max(free, key=lambda slot: _likeness(slot.text, criterion.text))
            if best.text == criterion.text if exact else _likeness(best.text, criterion.text) >= ALIKE:
                partners[place] = best
                free.remove(best)
    return partners


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()


def _homes(partners: Mapping[int, Slot], wanted: Sequence[WrittenCriterion]) -> dict[str, int]:
    """The group of rows that each section stands in: where most of its criteria come from."""
    votes: dict[str, Counter[int]] = {}
    for place, slot in partners.items():
        votes.setdefault(wanted[place].section, Counter())[slot.group] += 1
    return {section: counted.most_common(1)[0][0] for section, counted in votes.items()}


class _Row:
    """A row of the document about to be written; ``slot`` tells what it said before."""

    def __init__(self, slot: Slot, element: Any) -> None:
        self.slot, self.element = slot, element

    def cell(self, place: int) -> Any:
        return cells_of(self.element)[place]

    def say(self, criterion: WrittenCriterion, known: Sequence["_Row"]) -> None:
        """Write what differs, and leave the rest as the school made it."""
        columns = self.slot.columns
        if self.slot.text != criterion.text:
            _set_words(self.cell(columns.text), criterion.text)
        if self.slot.requirement != criterion.requirement:
            _swap(self.cell(columns.essential), self.cell(columns.desirable))
        if columns.evidence is not None and set(self.slot.evidence) != set(criterion.evidence):
            self._say_evidence(columns.evidence, criterion.evidence, known)

    def _say_evidence(self, place: int, letters: str, known: Sequence["_Row"]) -> None:
        """As another row says it; else composed of what single letters are called in this document."""
        for row in known:
            column = row.slot.columns.evidence
            if column is not None and set(row.slot.evidence) == set(letters):
                _set_content(self.cell(place), copy.deepcopy(_content(row.cell(column))))
                return
        _set_words(self.cell(place), _compose(letters, known))


def _template(pristine: Sequence[_Row], group: int, requirement: str) -> _Row:
    """A fresh copy of a row of this group, if possible one with the same mark."""
    rows = [row for row in pristine if row.slot.group == group]
    same = [row for row in rows if row.slot.requirement == requirement]
    chosen = (same or rows)[0]
    return _Row(chosen.slot, copy.deepcopy(chosen.element))


def _compose(letters: str, known: Sequence[_Row]) -> str:
    said = {
        row.slot.evidence: text_of(row.cell(row.slot.columns.evidence))
        for row in known
        if row.slot.evidence and row.slot.columns.evidence is not None
    }
    single = {evidence: words for evidence, words in said.items() if len(evidence) == 1}
    if said and not all(_LETTERS.match(words) for words in said.values()):
        parts = [single.get(letter, USUAL_MEANINGS[letter]) for letter in letters]
        return " and ".join([", ".join(parts[:-1]), parts[-1]] if parts[1:] else parts)
    between = (re.search(r"[A-Z]([^A-Z]*)[A-Z]", words) for words in said.values())
    separator = next((found[1] for found in between if found), "/")
    return separator.join(single.get(letter, letter) for letter in letters)


def _content(cell: Any) -> list[Any]:
    return [child for child in cell if child.tag != qn("w:tcPr")]


def _set_content(cell: Any, content: Sequence[Any]) -> None:
    for child in _content(cell):
        cell.remove(child)
    for child in content:
        cell.append(child)


def _swap(one: Any, other: Any) -> None:
    """The mark moves to the other column, in whatever form the school gave it."""
    first, second = _content(one), _content(other)
    _set_content(one, second)
    _set_content(other, first)


def _set_words(cell: Any, words: str) -> None:
    """One paragraph with these words, in the fonts of the first that was there."""
    paragraph = cell.find(qn("w:p"))
    fonts = next(iter(paragraph.iter(qn("w:rPr"))), None) if paragraph is not None else None
    style = paragraph.find(qn("w:pPr")) if paragraph is not None else None
    fresh = OxmlElement("w:p")
    if style is not None:
        fresh.append(copy.deepcopy(style))
    run = OxmlElement("w:r")
    if fonts is not None and fonts.getparent().tag == qn("w:r"):
        run.append(copy.deepcopy(fonts))
    text = OxmlElement("w:t")
    text.text = words
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    fresh.append(run)
    _set_content(cell, [fresh])
