"""Where a school's own Word document says each criterion: in a row of a table, or in a paragraph, of its own.

What our reader read is looked up in the document, so every layout that can be read this way can be written.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from recruitment.domain.person_specification import ReadCriterion
from recruitment.readers.column_heads import read_header
from recruitment.readers.columns import Columns, Role
from recruitment.readers.wording import clean

NO_ROLES = Columns(())


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said of a criterion besides its words."""

    section: str
    requirement: str | None
    evidence: frozenset[str]


@dataclass(slots=True, eq=False)
class Unit:
    """A row or paragraph that says one criterion.

    ``carrier`` is the paragraph or cell with its words, which stand between ``before`` and ``after``;
    ``place`` is the cell it stands in. ``group`` counts the runs of units that nothing else interrupts.
    """

    element: Any
    carrier: Any
    facts: Facts
    text: str
    before: str
    after: str
    place: int = -1
    columns: Columns = NO_ROLES
    group: int = -1
    is_first: bool = False

    @property
    def is_row(self) -> bool:
        return self.place >= 0

    def cells(self) -> list[str]:
        """The words of each cell; none for a paragraph."""
        return [text_of(cell) for cell in cells_of(self.element)] if self.is_row else []

    @property
    def shape(self) -> tuple[int, int, tuple[Role, ...]]:
        """Units of one shape say each fact at the same place."""
        return (self.place, len(cells_of(self.element)) if self.is_row else 0, self.columns.roles)

    def role(self, place: int) -> Role:
        roles = self.columns.roles
        return roles[place] if place < len(roles) else Role.UNNAMED


def find_units(document: Any, criteria: Sequence[ReadCriterion]) -> list[Unit] | None:
    """One unit for each criterion, in the order of the document; None where one has no place of its own."""
    found = _places_of(document, criteria)
    return found if isinstance(found, list) else None


def criterion_without_place(document: Any, criteria: Sequence[ReadCriterion]) -> ReadCriterion | None:
    """The first criterion that has no row or paragraph of its own."""
    found = _places_of(document, criteria)
    return None if isinstance(found, list) else found


def _places_of(document: Any, criteria: Sequence[ReadCriterion]) -> list[Unit] | ReadCriterion:
    body = document.element.body
    carriers = [*body.iter(qn("w:p")), *body.iter(qn("w:tc"))]
    words = [text_of(carrier) for carrier in carriers]
    taken: dict[int, ReadCriterion] = {}
    last = -1
    for criterion in criteria:
        found = _place_of(criterion.text, words, taken, last)
        if found is None:
            return criterion
        taken[found] = criterion
        last = found
    rows = {place: _row_of(carriers[place]) for place in taken}
    in_row = Counter(rows.values())
    units = []
    for place, criterion in sorted(taken.items()):
        row = rows[place]
        alone = row is not None and in_row[row] == 1
        if not alone and carriers[place].tag == qn("w:tc"):
            return criterion  # its words are spread over paragraphs that do not form a row
        units.append(_unit(carriers[place], words[place], criterion, row if alone else None))
    order = {element: number for number, element in enumerate(body.iter())}
    units.sort(key=lambda unit: order[unit.carrier])
    _group(units)
    return units


def _place_of(text: str, words: Sequence[str], taken: dict[int, ReadCriterion], last: int) -> int | None:
    """The free paragraph, else cell, that says hardly more than this text; the next one where several do."""
    holders = [place for place, own in enumerate(words) if place not in taken and text in own]
    return min(holders, key=lambda place: (len(words[place]), place < last, place), default=None)


def _unit(carrier: Any, words: str, criterion: ReadCriterion, row: Any) -> Unit:
    at = words.index(criterion.text)
    facts = Facts(criterion.section or "", criterion.requirement, frozenset(criterion.evidence))
    unit = Unit(
        carrier if row is None else row,
        carrier,
        facts,
        criterion.text,
        words[:at],
        words[at + len(criterion.text) :],
    )
    if row is not None:
        cell = carrier if carrier.tag == qn("w:tc") else _above(carrier, "w:tc")
        unit.place = cells_of(row).index(cell)
        unit.columns = _columns_over(row)
    return unit


def _columns_over(row: Any) -> Columns:
    """What the head above a row says of its columns, as our reader understands it."""
    for above in row.itersiblings(qn("w:tr"), preceding=True):
        if found := read_header([text_of(cell) for cell in cells_of(above)]):
            return found
    return NO_ROLES


def _group(units: Sequence[Unit]) -> None:
    group = -1
    before: Unit | None = None
    for unit in units:
        if before is None or not _follows(before, unit):
            group += 1
            unit.is_first = True
        unit.group = group
        before = unit


def _follows(before: Unit, unit: Unit) -> bool:
    if (
        before.facts.section != unit.facts.section
        or before.element.getparent() is not unit.element.getparent()
    ):
        return False
    for sibling in before.element.itersiblings():
        if sibling is unit.element:
            return True
        if text_of(sibling):
            return False
    return False


def _above(element: Any, tag: str) -> Any:
    return next(element.iterancestors(qn(tag)), None)


def _row_of(carrier: Any) -> Any:
    return _above(carrier, "w:tr")


def cells_of(row: Any) -> list[Any]:
    return list(row.findall(qn("w:tc")))


def text_of(element: Any) -> str:
    """The words of a paragraph, cell or row on one line; a symbol counts as a tick."""
    pieces = []
    for paragraph in element.iter(qn("w:p")):
        for part in paragraph.iter(qn("w:t"), qn("w:sym"), qn("w:tab"), qn("w:br")):
            is_words = part.tag == qn("w:t")
            pieces.append((part.text or "") if is_words else "✓" if part.tag == qn("w:sym") else " ")
        pieces.append(" ")
    return clean("".join(pieces))
