"""Rows of pasted tables whose empty cells have vanished: each cell finds its column by what it is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from recruitment.domain.specification_evidence import are_methods_alone, parse_evidence
from recruitment.domain.specification_requirement import is_mark, requirement_of_word
from recruitment.readers.blocks import Cell, Row, grid_of
from recruitment.readers.columns import Columns, Role

_SIDES = 2  # columns: “Essential” and “Desirable”
_NUMBER = re.compile(r"(?:[ED]\s?)?\d{1,3}(?:\.\d{1,2})?[.)]?")


def placed_row(row: Row, columns: Columns, key: dict[str, str]) -> list[Cell]:
    """The cells of a row in the columns of the head. A full row keeps its places."""
    cells = grid_of(row)
    both = [
        cells[index].text
        for role in (Role.ESSENTIAL, Role.DESIRABLE)
        for index in columns.at(role)
        if index < len(cells)
    ]
    settled = columns.texts_side_by_side or len(both) < 2 or not all(both)
    filled = cells[1:] if columns.roles[0] is Role.SECTION else cells  # the section stands in a row above
    if len(cells) == len(columns.roles) and all(cell.text for cell in filled) and settled:
        return cells
    if _fits(cells, columns, key):
        return cells
    return _place(list(row.cells), columns, key)


def _fits(cells: Sequence[Cell], columns: Columns, key: dict[str, str]) -> bool:
    """“Wording | X | | AP”: a mark in one of two columns side by side, an empty cell, perhaps evidence."""
    sides = sorted([*columns.at(Role.ESSENTIAL), *columns.at(Role.DESIRABLE)])
    if len(sides) != _SIDES or columns.texts_side_by_side or len(cells) <= sides[-1]:
        return False
    marks = [cells[place] for place in sides]
    marked = sum(is_requirement(cell) for cell in marks) == sum(bool(cell.text) for cell in marks) == 1
    behind = cells[sides[-1] + 1 :]
    return marked and columns.at(Role.EVIDENCE)[:1] == [sides[-1] + 1] and _are_evidence(behind, key)


def _are_evidence(cells: Sequence[Cell], key: dict[str, str]) -> bool:
    return len(cells) <= 1 and all(is_evidence(cell.text, key) for cell in cells)


def _place(cells: list[Cell], columns: Columns, key: dict[str, str]) -> list[Cell]:
    placed = [Cell() for _ in columns.roles]
    rest = [cell for cell in cells if cell.text]
    number = next((cell for cell in rest[:2] if _NUMBER.fullmatch(cell.text)), None)
    if number and columns.at(Role.NUMBER):
        rest.remove(number)
        placed[columns.at(Role.NUMBER)[0]] = number
    told = len(cells) > 1 and (not cells[-2].text or is_mark(cells[-2].text))
    if told and cells[-1].text in key and columns.at(Role.EVIDENCE):
        placed[columns.at(Role.EVIDENCE)[-1]] = (
            rest.pop()
        )  # behind a mark or an empty cell D is no requirement
    _place_evidence(rest, placed, columns, key)
    _place_signs(rest, placed, columns)
    if not any(placed[index].text for index in columns.at(Role.EVIDENCE)):
        _place_evidence(rest, placed, columns, key)  # it may stand before the requirement
    texts = _text_places(columns, len(rest), starts_empty=bool(cells) and not cells[0].text)
    if len(rest) > len(texts) > 0:
        rest = [*rest[: len(texts) - 1], _joined(rest[len(texts) - 1 :])]
    for index, cell in zip(texts, rest, strict=False):
        placed[index] = cell
    return placed


def _joined(cells: Sequence[Cell]) -> Cell:
    """A wording that a slash of its own had cut."""
    first = cells[0].lines[0]
    return Cell((replace(first, text=" / ".join(cell.text for cell in cells)),))


def _place_evidence(rest: list[Cell], placed: list[Cell], columns: Columns, key: dict[str, str]) -> None:
    """Evidence stands last; without a column for it, letters stand for a mark in a column that is lost."""
    places = columns.at(Role.EVIDENCE)
    taken: list[Cell] = []
    while len(rest) > 1 and is_evidence(rest[-1].text, key) and (not taken or _are_signs(rest[-1])):
        taken.insert(0, rest.pop())
    if taken and places:
        # Beside one wording alone it is that of the first side.
        first = columns.texts_side_by_side and len(rest) <= 1 + len(columns.at(Role.SECTION))
        placed[places[0 if first else -1]] = Cell(tuple(line for cell in taken for line in cell.lines))


def _are_signs(cell: Cell) -> bool:
    """Letters, or the words of methods and nothing else, that a slash of their own had cut."""
    return not _has_words(cell) or are_methods_alone(cell.text)


def _has_words(cell: Cell) -> bool:
    return bool(re.search(r"[a-z]{3}", cell.text))


def _place_signs(rest: list[Cell], placed: list[Cell], columns: Columns) -> None:
    """Letters name their requirement; a bare mark among several columns names none."""
    sides = {"essential": columns.at(Role.ESSENTIAL), "desirable": columns.at(Role.DESIRABLE)}
    while len(rest) > 1 and is_requirement(rest[-1]):
        cell = rest.pop()
        joint = columns.at(Role.REQUIREMENT)
        word = requirement_of_word(cell.lines[0].text) if len(cell.lines) == 1 else None
        if joint:
            placed[joint[0]] = cell
        elif word and sides[word]:
            placed[sides[word][0]] = cell


def is_requirement(cell: Cell) -> bool:
    """Nothing but requirement letters, words or marks, one a line."""
    return bool(cell.lines) and all(
        requirement_of_word(line.text) or is_mark(line.text) for line in cell.lines
    )


def is_evidence(text: str, key: dict[str, str]) -> bool:
    """Methods and nothing else; a lone E or D is a requirement."""
    return requirement_of_word(text) is None and not is_mark(text) and parse_evidence(text, key) is not None


def _text_places(columns: Columns, count: int, *, starts_empty: bool) -> Sequence[int]:
    """Where the remaining wordings belong, from the left; a lone wording is the text, not the section."""
    wordings = [
        index
        for index, role in enumerate(columns.roles)
        if role in {Role.SECTION, Role.TEXT}
        or (columns.texts_side_by_side and role in {Role.ESSENTIAL, Role.DESIRABLE})
    ]
    sections = columns.at(Role.SECTION)
    if count < len(wordings) and sections and not columns.texts_side_by_side and count == 1:
        return [index for index in wordings if index not in sections]
    if starts_empty and columns.texts_side_by_side:
        return columns.at(Role.DESIRABLE)
    return wordings
