"""Drafts of criteria from one row of a table whose columns are known."""

import re
from collections.abc import Sequence
from dataclasses import replace

from recruitment.domain.specification_requirement import Requirement, is_mark, split_heading
from recruitment.readers.assessed_headings import assessment_in
from recruitment.readers.blocks import Cell
from recruitment.readers.cell_facts import (
    EMPTY,
    EvidenceFact,
    evidence_at,
    evidence_by_need,
    evidence_of,
    lines_at,
    requirements_of,
    signs_beside,
    weights_of,
)
from recruitment.readers.columns import Columns, Role
from recruitment.readers.drafts import Context, Draft
from recruitment.readers.headings import is_section_name
from recruitment.readers.items import Item, Items, items_of
from recruitment.readers.seams import part_likely, settle_seams
from recruitment.readers.wording import starts_low

_LONGEST_NAME = 10  # words
_LONGEST_LONE_NAME = 5  # words
_ROLES: dict[Requirement, Role] = {"essential": Role.ESSENTIAL, "desirable": Role.DESIRABLE}
_CODE_BEHIND = re.compile(r"(?:^|\s+)([ED]\s?\d{1,2})$")


def read_side_by_side(cells: Sequence[Cell], columns: Columns, context: Context, *, doubtful: bool) -> None:
    """Essential and desirable wordings beside each other; the row's evidence serves both."""
    _take_section(cells, columns, context)
    cells = _take_name_over_bullets(cells, columns, context)
    sides: list[tuple[Requirement, Items]] = [
        ("essential", _items_in(cells, columns, Role.ESSENTIAL)),
        ("desirable", _items_in(cells, columns, Role.DESIRABLE)),
    ]
    alone = sum(bool(found.items) for _, found in sides) == 1
    for requirement, found in sides:
        context.unread.extend(found.fillers)
        evidence = _evidence_of_side(cells, columns, context, requirement, len(found.items), alone=alone)
        for item, (letters, unsure) in zip(found.items, evidence, strict=True):
            draft = draft_of(item, context, item.requirement or requirement)
            told = context.section_evidence or columns.methods_of_sides.get(_ROLES[requirement])
            draft.evidence = told if letters is None else letters
            draft.check |= ({"evidence"} if unsure else set()) | ({"requirement"} if doubtful else set())
            context.drafts.append(draft)


def _take_name_over_bullets(cells: Sequence[Cell], columns: Columns, context: Context) -> list[Cell]:
    """“Experience” above the bullets of one side names their section, where the other side is empty.

    A short line that is no usual name may be a wording without its bullet: it stays one, and is doubtful.
    """
    places = [*columns.at(Role.ESSENTIAL), *columns.at(Role.DESIRABLE)]
    filled = [place for place in places if lines_at(cells, place)]
    lines = lines_at(cells, filled[0]) if len(filled) == 1 else ()
    first, below = lines[:1], lines[1:]
    if not below or first[0].marker or not all(line.marker or starts_low(line.text) for line in below):
        return [*cells]
    kept = below
    if is_section_name(first[0].text):
        context.begin_section(first[0].text)
    elif len(first[0].text.split()) <= _LONGEST_LONE_NAME and not first[0].text.endswith((".", ":", ";")):
        kept = (replace(first[0], doubtful=True), *below)
    else:
        kept = lines
    return [replace(cell, lines=kept) if place == filled[0] else cell for place, cell in enumerate(cells)]


def _items_in(cells: Sequence[Cell], columns: Columns, role: Role) -> Items:
    lines = [line for index in columns.at(role) for line in lines_at(cells, index)]
    return items_of(part_likely([line for line in lines if not EMPTY.match(line.text)]))


def _evidence_of_side(
    cells: Sequence[Cell],
    columns: Columns,
    context: Context,
    requirement: Requirement,
    count: int,
    *,
    alone: bool,
) -> list[EvidenceFact]:
    """The evidence of the side's own column, else the row's; line by line only for a lone side."""
    places = columns.at(Role.EVIDENCE)
    sides = sorted([*columns.at(Role.ESSENTIAL), *columns.at(Role.DESIRABLE)])
    mine = columns.at(Role.ESSENTIAL if requirement == "essential" else Role.DESIRABLE)
    if len(places) > 1 and mine:
        after = next((side for side in sides if side > mine[0]), len(columns.roles))
        between = [place for place in places if mine[0] < place < after]
        if between:
            return evidence_at(between, cells, context, count)
    if alone:
        return evidence_of(cells, columns, context, count)
    return evidence_of(cells, columns, context, 1) * count


def _take_section(cells: Sequence[Cell], columns: Columns, context: Context) -> None:
    for index in columns.at(Role.SECTION):
        if index < len(cells) and cells[index].text and not cells[index].merged:
            cell, letters = _without_assessment(cells[index], context)
            if not cell.lines:
                context.section_evidence = letters
                continue
            text = _CODE_BEHIND.sub("", _name_in(cell, context))
            requirement, rest = split_heading(text)
            if requirement and not rest:
                inside = context.section is not None and not context.outer  # below “Skills” across the table
                context.begin_requirement(requirement, None, outer=not inside)
                continue
            name = rest if requirement else text
            if name.strip(" :") != context.section:
                context.begin_section(name.strip(" :") or context.section)
            context.requirement = requirement or context.requirement
            context.section_evidence = letters or context.section_evidence


def _without_assessment(cell: Cell, context: Context) -> tuple[Cell, tuple[str, ...]]:
    """The cell for the section without a line such as “Evidence: A/I”, and the letters of that."""
    found = [(line, assessment_in(line.text, context.key)) for line in cell.lines]
    kept = tuple(line for line, letters in found if not letters)
    return replace(cell, lines=kept), next((letters for _, letters in found if letters), ())


def _name_in(cell: Cell, context: Context) -> str:
    """The name in the cell for the section; what came into the cell from the row above is not used."""
    *above, last = [line.text for line in cell.lines]
    if above and is_section_name(last) and len(cell.text.split()) > _LONGEST_NAME:
        for text in above:
            context.skip(text)
        return last
    return cell.text


def draft_of(item: Item, context: Context, requirement: Requirement | None, number: str = "") -> Draft:
    return Draft(
        item.text,
        item.source,
        context.section,
        requirement,
        bold=item.bold,
        italic=item.italic,
        colour=item.colour,
        number=number,
        is_intact=context.is_intact,
        check={"text"} if item.doubtful else set(),
    )


def read_marked(cells: Sequence[Cell], columns: Columns, context: Context) -> None:
    """One text column with marks, letters, evidence and weights beside it, paired by count."""
    _take_section(cells, columns, context)
    lines = [line for index in columns.at(Role.TEXT) for line in lines_at(cells, index)]
    found = items_of(settle_seams(lines, signs_beside(cells, columns)))
    context.unread.extend(found.fillers)
    items = found.items
    count = len(items)
    if not count:
        _read_wordless(cells, context)
        return
    context.is_shifted = context.is_shifted or (count == 1 and _has_two_marks(cells, columns))
    requirements = requirements_of(cells, columns, context, count)
    evidence = evidence_of(cells, columns, context, count)
    if by_need := evidence_by_need(cells, columns, context):
        evidence = [by_need.get(item.requirement, ((), True)) for item in items]
    weights = weights_of(cells, columns, count)
    number = _number_of(cells, columns)
    for place, item in enumerate(items):
        requirement, unsure = requirements[place]
        draft = draft_of(item, context, item.requirement or requirement or context.requirement, number)
        letters, doubtful = evidence[place]
        draft.evidence = context.section_evidence if letters is None else letters
        draft.weight = weights[place]
        draft.blank = draft.requirement is None and columns.asks_requirement
        draft.check |= ({"requirement"} if unsure else set()) | ({"evidence"} if doubtful else set())
        draft.check |= _facts_lost(cells, columns)
        context.drafts.append(draft)


def _has_two_marks(cells: Sequence[Cell], columns: Columns) -> bool:
    """Two ticks in one column beside one wording: the columns stand elsewhere than their heads."""
    places = [*columns.at(Role.METHOD), *columns.at(Role.ESSENTIAL), *columns.at(Role.DESIRABLE)]
    texts = [cells[place].text for place in places if place < len(cells)]
    return any(is_mark(text) and len(text.split()) > 1 for text in texts)


def _number_of(cells: Sequence[Cell], columns: Columns) -> str:
    """What stands in the column for numbers; else a code such as E1 behind the name of the section."""
    number = " ".join(cells[index].text for index in columns.at(Role.NUMBER) if index < len(cells))
    behind = [
        _CODE_BEHIND.search(cells[index].text) for index in columns.at(Role.SECTION) if index < len(cells)
    ]
    return number or next((found[1] for found in behind if found), "")


def _facts_lost(cells: Sequence[Cell], columns: Columns) -> set[str]:
    """What a tick may say that stands in a column whose head could not be understood."""
    places = [index for index in columns.at(Role.UNNAMED) if index < len(cells)]
    if not any(is_mark(cells[index].text) for index in places):
        return set()
    return {"evidence"} if columns.asks_requirement else {"requirement", "evidence"}


def _read_wordless(cells: Sequence[Cell], context: Context) -> None:
    """A row of marks whose wording is lost, or only a section name, leaves a trace."""
    left = [cell.text for cell in cells if cell.text and not cell.merged and cell.text != context.section]
    if left:
        context.skip(" | ".join(left))
