"""What each column of a table is for, from what stands in it below the head."""

import re
from collections.abc import Sequence
from dataclasses import replace

from recruitment.domain.specification_evidence import EvidenceRead, parse_evidence
from recruitment.domain.specification_requirement import is_mark, requirement_of_word
from recruitment.readers.column_heads import method_of
from recruitment.readers.columns import Columns, Role
from recruitment.readers.headings import is_section_name
from recruitment.readers.signs import is_sign

# “3”, “b)”, “2.1” and codes such as “E12”.
_NUMBER = re.compile(r"[\dA-Za-z]{1,2}[.)]?|[A-Za-z]{0,2}\s?\d{1,3}(?:\.\d+)*[.)]?")


def settle(columns: Columns, body: Sequence[Sequence[str]]) -> Columns:
    """Give the unnamed columns their roles by what stands in them below the head."""
    columns = _settle_needs(_settle_names(_settle_methods(columns, body), body), body)
    columns = _without_empty_methods(columns, body)
    roles = list(columns.roles)
    sided = Role.TEXT not in roles and _holds_texts(columns, body)
    unnamed = [index for index, role in enumerate(roles) if role is Role.UNNAMED]
    shared = [row for row in body if sum(bool(cell.strip()) for cell in row) > 1]
    for index in list(unnamed):
        below = _cells_below(shared, index)  # a cell alone in its row names a section
        if role := _role_by_content(index, below, columns.key):
            roles[index] = role
            unnamed.remove(index)
    if sided:
        for index in unnamed[:1]:
            roles[index] = Role.SECTION
    elif unnamed:
        text = max(unnamed, key=lambda index: (_average_length(body, index), index))
        roles[text] = Role.TEXT
        before = [index for index in unnamed if index < text]
        if before:
            roles[before[-1]] = Role.SECTION
    return replace(columns, roles=tuple(roles), texts_side_by_side=sided)


def _settle_needs(columns: Columns, body: Sequence[Sequence[str]]) -> Columns:
    """A column of E and D whose head has lost one of the two words, and no column has it, says both."""
    needs = [*columns.at(Role.ESSENTIAL), *columns.at(Role.DESIRABLE)]
    roles = list(columns.roles)
    if len(needs) == 1:
        said = {requirement_of_word(cell) for cell in _cells_below(body, needs[0])}
        roles[needs[0]] = Role.REQUIREMENT if said == {"essential", "desirable"} else roles[needs[0]]
    return replace(columns, roles=tuple(roles))


def _settle_names(columns: Columns, body: Sequence[Sequence[str]]) -> Columns:
    """“Essential criteria” over names of sections, with the wordings beside them under no head."""
    needs = [*columns.at(Role.ESSENTIAL), *columns.at(Role.DESIRABLE)]
    roles = list(columns.roles)
    place = needs[0] if len(needs) == 1 else -1
    if (
        place < 0
        or place + 1 >= len(roles)
        or roles[place + 1] is not Role.UNNAMED
        or columns.names[place + 1]
    ):
        return columns
    below = _cells_below(body, place)
    named = sum(is_section_name(text) for text in below)
    if named * 2 <= len(below) or _average_length(body, place + 1) <= _average_length(body, place):
        return columns
    roles[place], roles[place + 1] = Role.SECTION, roles[place]
    return replace(columns, roles=tuple(roles))


def _cells_below(body: Sequence[Sequence[str]], index: int) -> list[str]:
    cells = [row[index].strip() for row in body if index < len(row)]
    return [cell for cell in cells if cell.strip("-–— ")]


def _settle_methods(columns: Columns, body: Sequence[Sequence[str]]) -> Columns:
    """Columns of ticks are methods, known by the key or not; “Qualifications” over wordings is none."""
    roles, methods = list(columns.roles), list(columns.methods or [None] * len(columns.roles))
    for index, role in enumerate(roles):
        below = _cells_below(body, index)
        ticked = bool(below) and all(is_mark(cell) for cell in below)
        if (role is Role.UNNAMED and index and (ticked or not below)) or (role is Role.NUMBER and ticked):
            name = columns.names[index] if index < len(columns.names) else ""
            letter = method_of(name, columns.key)
            if letter or (ticked and name and len(name.split()) <= 4):
                roles[index], methods[index] = Role.METHOD, letter
        elif role is Role.METHOD and any(not is_sign(cell, columns.key) for cell in below):
            roles[index], methods[index] = Role.UNNAMED, None
        elif role is Role.METHOD and columns.key and (letter := method_of(columns.names[index], columns.key)):
            methods[index] = letter
    return replace(columns, roles=tuple(roles), methods=tuple(methods))


def _without_empty_methods(columns: Columns, body: Sequence[Sequence[str]]) -> Columns:
    """Beside a column that says how each row is assessed, empty ones named by methods are for the panel."""
    places = columns.at(Role.METHOD)
    if not columns.at(Role.EVIDENCE) or any(_cells_below(body, place) for place in places):
        return columns
    roles = [Role.PANEL if role is Role.METHOD else role for role in columns.roles]
    return replace(columns, roles=tuple(roles))


def _role_by_content(index: int, below: Sequence[str], key: dict[str, str]) -> Role | None:
    """Requirement letters, evidence or numbers alone; the first column is never evidence."""
    if below and index and all(requirement_of_word(cell) for cell in below):
        return Role.REQUIREMENT
    if below and index and all(_is_surely_evidence(parse_evidence(cell, key)) for cell in below):
        return Role.EVIDENCE
    if below and all(_NUMBER.fullmatch(cell) for cell in below):
        return Role.NUMBER
    return None


def _is_surely_evidence(read: EvidenceRead | None) -> bool:
    return read is not None and bool(read.letters) and not read.doubtful


def _average_length(body: Sequence[Sequence[str]], index: int) -> float:
    below = [len(row[index]) for row in body if index < len(row) and row[index].strip()]
    return sum(below) / len(below) if below else 0.0


def _holds_texts(columns: Columns, body: Sequence[Sequence[str]]) -> bool:
    """Whether wordings, not marks, stand in the essential and desirable columns."""
    cells = [
        row[index].strip()
        for row in body
        for index in (*columns.at(Role.ESSENTIAL), *columns.at(Role.DESIRABLE))
        if index < len(row) and row[index].strip()
    ]
    texts = [cell for cell in cells if not is_sign(cell, columns.key) and len(cell) > 3]
    return len(texts) * 2 > len(cells)
