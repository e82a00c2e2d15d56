"""The school's own Word document with its criteria rewritten and everything else as it was.

The signs, the fonts and the way evidence is written are the school's: they are moved and copied, never
replaced by ours. What was written is read back before it is given out; where that does not come to the same
criteria, there is no such document, and the answer says why.
"""

import base64
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from core.domain.errors import DomainError
from recruitment.domain.written_specification import WrittenCriterion
from recruitment.exports.specification.own_layout import Facts, Unit, find_units
from recruitment.exports.specification.own_signs import Signs, learn_signs
from recruitment.exports.specification.own_writing import Writer
from recruitment.exports.specification.positions import name_sections_again, number_again
from recruitment.readers.reader import read_specification

ALIKE = 0.6  # share of letters in common from which a wording counts as the old one changed


class Answer(NamedTuple):
    """The document in base64 and which layout it has; or nothing, and why."""

    content: str | None
    layout: str = ""
    reason: str = ""


def rewrite(path: str, criteria: Sequence[Mapping[str, Any]]) -> Answer:
    """The document at ``path`` with these criteria, or why its layout cannot take them.

    ``layout`` is rows, joint, lists or columns. To be called in a limited child process: somebody else made
    the document.
    """
    wanted = [WrittenCriterion(**{**one, "evidence": one["evidence"]}) for one in criteria]
    document = docx.Document(path)
    try:
        read = read_specification(Path(path), kind="docx").criteria
    except DomainError:
        read = ()
    units = find_units(document, read)
    if not units:
        return Answer(None, reason="no_place")
    plan = _Plan(units)
    if problem := plan.write(wanted):
        return Answer(None, reason=problem)
    with TemporaryDirectory(prefix="written-") as folder:
        written = Path(folder) / "written.docx"
        document.save(str(written))
        if not _says(written, wanted, in_order=plan.says_requirement):
            return Answer(None, reason="not_read_back")
        return Answer(base64.b64encode(written.read_bytes()).decode("ascii"), plan.layout)


def _says(path: Path, wanted: Sequence[WrittenCriterion], *, in_order: bool) -> bool:
    """Whether the document, read like any other, holds exactly these criteria.

    Where a heading says what is essential, they stand in the order of the headings.
    """
    found = read_specification(path, kind="docx").criteria
    are = [(one.text, one.section or "", one.requirement or "", sorted(one.evidence)) for one in found]
    should = [(one.text, one.section, one.requirement, sorted(one.evidence)) for one in wanted]
    return are == should if in_order else sorted(are) == sorted(should)


class _Plan:
    """Where each wanted criterion goes: into the group of units that has its section and, where the units
    themselves do not say them, its requirement and evidence.
    """

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        shapes: dict[Any, list[Unit]] = {}
        for unit in units:
            shapes.setdefault(unit.shape, []).append(unit)
        self.signs = {shape: learn_signs(own) for shape, own in shapes.items()}
        self.writers = {shape: Writer(own, self.signs[shape]) for shape, own in shapes.items()}

    def signs_of(self, unit: Unit) -> Signs:
        return self.signs[unit.shape]

    @property
    def says_requirement(self) -> bool:
        return all(self.signs_of(unit).says_requirement for unit in self.units)

    @property
    def layout(self) -> str:
        """For the page: rows of a table, lines that carry a sign, or headings over lists."""
        if all(unit.is_row for unit in self.units):
            return "rows" if self.says_requirement else "tables"
        return "signs" if self.says_requirement else "headings"

    def write(self, wanted: Sequence[WrittenCriterion]) -> str:
        """Put the criteria into the document; why not, where one has no place there."""
        partners = _pair(self.units, wanted)
        placed: dict[int, list[tuple[Unit, WrittenCriterion]]] = {unit.group: [] for unit in self.units}
        for place, criterion in enumerate(wanted):
            base = self._base(partners.get(place), criterion)
            if base is None:
                return self._why_not(criterion)
            placed[base.group].append((base, criterion))
        made = {group: self._write_group(group, own) for group, own in placed.items()}
        for shape in self.signs:
            own = [unit for unit in self.units if unit.shape == shape]
            number_again(own, [made[group] for group in dict.fromkeys(unit.group for unit in own)])
        return ""

    def _base(self, partner: Unit | None, criterion: WrittenCriterion) -> Unit | None:
        """The unit to make it of: its own, else one where it belongs, as like it as can be."""
        wanted = _facts(criterion)
        if partner is not None and self._fits(partner, wanted):
            return partner
        there = [unit for unit in self.units if self._fits(unit, wanted)]
        return max(there, key=lambda unit: self._likeness(unit, partner, wanted), default=None)

    def _fits(self, unit: Unit, wanted: Facts) -> bool:
        signs, own = self.signs_of(unit), unit.facts
        return (
            own.section == wanted.section
            and (signs.says_requirement or own.requirement == wanted.requirement)
            and (signs.says_evidence or own.evidence == wanted.evidence)
        )

    @staticmethod
    def _likeness(unit: Unit, partner: Unit | None, wanted: Facts) -> tuple[bool, bool, bool]:
        own = unit.facts
        return (
            partner is not None and unit.group == partner.group,
            own.requirement == wanted.requirement,
            own.evidence == wanted.evidence,
        )

    def _why_not(self, criterion: WrittenCriterion) -> str:
        facts = [unit.facts for unit in self.units]
        if not any(own.requirement for own in facts):
            return "no_requirement"
        if criterion.evidence and not any(own.evidence for own in facts):
            return "no_evidence"
        return "no_heading" if criterion.section in {own.section for own in facts} else "no_section"

    def _write_group(self, group: int, placed: Sequence[tuple[Unit, WrittenCriterion]]) -> list[Any]:
        """The new elements of a group, in the place of the old ones."""
        old = [unit for unit in self.units if unit.group == group]
        parent: Any = old[0].element.getparent()
        mark: Any = OxmlElement("w:bookmarkEnd")
        old[0].element.addprevious(mark)
        for unit in old:
            parent.remove(unit.element)
        made = [self.writers[base.shape].write(base, one.text, _facts(one)) for base, one in placed]
        for element in made:
            mark.addprevious(element)
        parent.remove(mark)
        if parent.tag == qn("w:tc") and parent.find(qn("w:p")) is None:
            parent.append(OxmlElement("w:p"))  # a cell without a paragraph is none
        name_sections_again(old, made)
        return made


def _facts(criterion: WrittenCriterion) -> Facts:
    return Facts(criterion.section, criterion.requirement, frozenset(criterion.evidence))


def _pair(units: Sequence[Unit], wanted: Sequence[WrittenCriterion]) -> dict[int, Unit]:
    """By place of a criterion, the unit it comes from: the one with its words, else the most alike."""
    free = list(units)
    partners: dict[int, Unit] = {}
    for find in (_with_its_words, _most_alike):
        for place, criterion in enumerate(wanted):
            if place not in partners and (best := find(free, criterion.text)):
                partners[place] = best
                free.remove(best)
    return partners


def _with_its_words(units: Sequence[Unit], text: str) -> Unit | None:
    return next((unit for unit in units if unit.text == text), None)


def _most_alike(units: Sequence[Unit], text: str) -> Unit | None:
    best = max(units, key=lambda unit: _same_words(unit.text, text), default=None)
    return best if best is not None and _same_words(best.text, text) >= ALIKE else None


def _same_words(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()
