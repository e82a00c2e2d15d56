"""Making one row or paragraph of a school's document say another criterion, with the school's own signs."""

import copy
import re
from collections.abc import Callable, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from recruitment.domain.rows import sort_evidence
from recruitment.exports.specification.own_layout import Facts, Unit, cells_of
from recruitment.exports.specification.own_signs import (
    Meaning,
    Signs,
    compose,
    is_slanted,
    other_requirement,
    without_number,
)
from recruitment.readers.columns import Role


class Writer:
    """Writes units of one shape; ``units`` are those of the document, none of which is changed."""

    def __init__(self, units: Sequence[Unit], signs: Signs) -> None:
        self.units, self.signs = units, signs

    def write(self, base: Unit, text: str, wanted: Facts) -> Any:
        """A copy of a unit that says this text and these facts; what it says already stays as it is."""
        element = copy.deepcopy(base.element)
        for place, meaning in self.signs.cells.items():
            if meaning(base.facts) != meaning(wanted):
                self._write_cell(cells_of(element)[place], place, meaning, wanted)
        before = self._around(base, wanted, self.signs.before, lambda unit: without_number(unit.before))
        after = self._around(base, wanted, self.signs.after, lambda unit: unit.after)
        same = before == without_number(base.before)
        before = base.before if same else before.replace("#", "1")  # numbers are set once all stand
        words = f"{before}{text}{after}"
        slant = self._slant(base, wanted)
        if words != f"{base.before}{base.text}{base.after}" or slant != is_slanted(base):
            carrier = list(element.iter())[list(base.element.iter()).index(base.carrier)]
            set_words(carrier, words, slant=slant)
        return element

    def _write_cell(self, cell: Any, place: int, meaning: Meaning, wanted: Facts) -> None:
        donor = next((one for one in self.units if meaning(one.facts) == meaning(wanted)), None)
        if donor is not None:
            set_content(cell, copy.deepcopy(content_of(cells_of(donor.element)[place])))
            return
        set_words(cell, self._composed(place, meaning, wanted))

    def _composed(self, place: int, meaning: Meaning, wanted: Facts) -> str:
        role = self.units[0].role(place)
        value = meaning(wanted)
        if role is Role.REQUIREMENT:
            return other_requirement(self.units[0].cells()[place])
        if value is None or value is False:
            return ""
        if value is True:  # a mark: as it stands in any column of marks
            return next((words for words in self._marks() if words), "✓")
        said = {one.facts.evidence: self._evidence_words(one) for one in self.units if one.facts.evidence}
        return compose(
            sort_evidence(wanted.evidence), {letters: words for letters, words in said.items() if words}
        )

    def _marks(self) -> list[str]:
        marked = {Role.ESSENTIAL, Role.DESIRABLE, Role.METHOD}
        return [
            words
            for unit in self.units
            for place, words in enumerate(unit.cells())
            if unit.role(place) in marked and place in self.signs.cells
        ]

    def _evidence_words(self, unit: Unit) -> str:
        cells = unit.cells()
        held = [cells[place] for place in self.signs.cells if unit.role(place) is Role.EVIDENCE]
        both = {Role.ESSENTIAL, Role.DESIRABLE}
        return next(
            iter(
                held
                or [cells[place] for place in self.signs.cells if unit.role(place) in both and cells[place]]
            ),
            "",
        )

    def _around(
        self, base: Unit, wanted: Facts, meaning: Meaning | None, value: Callable[[Unit], str]
    ) -> str:
        """What stands before or after the words of a unit that says these facts."""
        if meaning is None or meaning(base.facts) == meaning(wanted):
            return value(base)
        donor = next((one for one in self.units if meaning(one.facts) == meaning(wanted)), None)
        if donor is not None:
            return value(donor)
        return self._around_composed(base, wanted, value)

    def _around_composed(self, base: Unit, wanted: Facts, value: Callable[[Unit], str]) -> str:
        alike = next((one for one in self.units if one.facts.requirement == wanted.requirement), None)
        words = value(alike or base) if alike else other_requirement(value(base))
        said: dict[frozenset[str], str] = {}
        for one in self.units:
            if found := _SAYS_BOTH.match(value(one)):
                said[one.facts.evidence] = found["evidence"]
        if (alike or base).facts.evidence == wanted.evidence or not (found := _SAYS_BOTH.match(words)):
            return words
        return f"{found['lead']}{compose(sort_evidence(wanted.evidence), said)}{found['tail']}"

    def _slant(self, base: Unit, wanted: Facts) -> bool:
        meaning = self.signs.look
        if meaning is None or meaning(base.facts) == meaning(wanted):
            return is_slanted(base)
        donor = next((one for one in self.units if meaning(one.facts) == meaning(wanted)), None)
        return is_slanted(donor) if donor else not is_slanted(base)


_SAYS_BOTH = re.compile(
    r"^(?P<lead>\W*(?:E|D|Essential|Desirable)\W+)(?P<evidence>\w.*?)(?P<tail>\W*)$", re.IGNORECASE
)


def content_of(cell: Any) -> list[Any]:
    return [child for child in cell if child.tag != qn("w:tcPr")]


def set_content(cell: Any, content: Sequence[Any]) -> None:
    for child in content_of(cell):
        cell.remove(child)
    for child in content:
        cell.append(child)


def set_words(carrier: Any, words: str, *, slant: bool = False) -> None:
    """One paragraph with these words, in the fonts of the first that was there."""
    paragraph = carrier if carrier.tag == qn("w:p") else carrier.find(qn("w:p"))
    fonts = next((run.find(qn("w:rPr")) for run in paragraph.iter(qn("w:r"))), None)
    fonts = copy.deepcopy(fonts) if fonts is not None else None
    style = paragraph.find(qn("w:pPr"))
    for child in list(paragraph):
        if child is not style:
            paragraph.remove(child)
    run = OxmlElement("w:r")
    if slant or fonts is not None:
        run.append(_slanted(fonts if fonts is not None else OxmlElement("w:rPr"), slant=slant))
    text = OxmlElement("w:t")
    text.text = words
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    paragraph.append(run)
    if carrier is not paragraph:
        set_content(carrier, [paragraph])


def _slanted(fonts: Any, *, slant: bool) -> Any:
    for name in ("w:i", "w:iCs"):
        for found in fonts.findall(qn(name)):
            fonts.remove(found)
    if slant:
        later = fonts.find(qn("w:rFonts"))
        mark = OxmlElement("w:i")
        fonts.insert(0 if later is None else list(fonts).index(later) + 1, mark)
    return fonts
