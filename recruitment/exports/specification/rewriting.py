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
from recruitment.domain.person_specification import Reading
from recruitment.domain.profile_draft import from_read_profile
from recruitment.domain.written_specification import WrittenCriterion
from recruitment.exports.specification.own_layout import Facts, Unit, criterion_without_place, find_units
from recruitment.exports.specification.own_profile import fields_of, write_fields
from recruitment.exports.specification.own_signs import Signs, learn_signs
from recruitment.exports.specification.own_writing import Writer
from recruitment.exports.specification.positions import name_sections_again, number_again
from recruitment.exports.specification.reading_back import find_difference
from recruitment.readers.reader import read_specification

ALIKE = 0.6  # share of letters in common from which a wording counts as the old one changed


class Answer(NamedTuple):
    """The document in base64 and which layout it has; or nothing, why, and what it is about.

    ``row`` is the number of a criterion that was wanted, from 1, or 0; ``words`` are its words, or those of
    one in the document. ``unsaid``: the facts of the post that the document does not say as they are wanted.
    """

    content: str | None
    layout: str = ""
    reason: str = ""
    row: int = 0
    words: str = ""
    field: str = ""
    unsaid: Sequence[str] = ()


def rewrite(path: str, criteria: Sequence[Mapping[str, Any]], fields: Mapping[str, str]) -> Answer:
    """The document at ``path`` with these criteria and facts, or why its layout cannot take them.

    To be called in a limited child process: somebody else made the document.
    """
    wanted = [WrittenCriterion(**one) for one in criteria]
    document = docx.Document(path)
    try:
        read = read_specification(Path(path), kind="docx").criteria
    except DomainError:
        read = ()
    units = find_units(document, read)
    if not units:
        lost = criterion_without_place(document, read)
        return Answer(None, reason="no_place", words=lost.text if lost else "")
    plan = _Plan(units)
    if problem := plan.write(wanted):
        return problem
    with TemporaryDirectory(prefix="written-") as folder:
        written = Path(folder) / "written.docx"
        found = _read_again(document, written)
        if told := find_difference(found.criteria, wanted, in_order=plan.says_requirement):
            return Answer(None, "", "not_read_back", *told)
        unsaid = write_fields(document, fields, lambda: _said(_read_again(document, written)))
        document.save(str(written))
        content = base64.b64encode(written.read_bytes()).decode("ascii")
        return Answer(content, plan.layout, unsaid=unsaid)


def _read_again(document: Any, path: Path) -> Reading:
    document.save(str(path))
    return read_specification(path, kind="docx")


def _said(reading: Reading) -> dict[str, str]:
    """The facts of the post, and the criteria as one more that no fact may change."""
    criteria = [(one.text, one.section, one.requirement, one.evidence) for one in reading.criteria]
    return {**fields_of(from_read_profile(reading.profile)), "criteria": repr(criteria)}


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

    def write(self, wanted: Sequence[WrittenCriterion]) -> Answer | None:
        """Put the criteria into the document; why not, where one has no place there."""
        partners = _pair(self.units, wanted)
        placed: dict[int, list[tuple[Unit, WrittenCriterion]]] = {unit.group: [] for unit in self.units}
        for place, criterion in enumerate(wanted):
            base = self._base(partners.get(place), criterion)
            if base is None:
                reason, field = self._why_not(criterion)
                return Answer(None, "", reason, place + 1, criterion.text, field)
            placed[base.group].append((base, criterion))
        made = {group: self._write_group(group, own) for group, own in placed.items()}
        for shape in self.signs:
            own = [unit for unit in self.units if unit.shape == shape]
            number_again(own, [made[group] for group in dict.fromkeys(unit.group for unit in own)])
        return None

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

    def _why_not(self, criterion: WrittenCriterion) -> tuple[str, str]:
        """The reason, and the field of the criterion that it is about."""
        facts = [unit.facts for unit in self.units]
        if not any(own.requirement for own in facts):
            return "no_requirement", "requirement"
        if criterion.evidence and not any(own.evidence for own in facts):
            return "no_evidence", "evidence"
        if criterion.section in {own.section for own in facts}:
            return "no_heading", "requirement"
        return "no_section", "section"

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
