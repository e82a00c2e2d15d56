"""The rows read from a document, and every way of editing them.

A row is one criterion as it was read and then corrected. Each function takes the rows and returns new
ones; nothing is ever removed, only left out, so that a row can be put back and the document's own list
stays on record. What cannot be done raises ``DomainError`` naming the row's text box.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from core.domain.errors import DomainError
from recruitment.domain.person_specification import Requirement

EVIDENCE_LETTERS = "ACIRTPOD"
CUT_MARK = "|"

_HEAD = (
    r"(?:(?:an?|the|good|strong|clear|sound|thorough|basic|excellent|proven|general|working|demonstrable)\s+){0,2}"
    r"(?:abilit(?:y|ies)|able\s+to|experience|knowledge|understanding|awareness|commitment|skills|training|"
    r"qualification|willingness|enthusiasm)\b"
)
_CUT = re.compile(
    rf"(?:;\s*(?:and\s+)?|\.\s+|,?\s+(?:and|plus|as well as|together with)\s+)(?={_HEAD})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion under review.

    ``key`` stays with the row through every edit. ``specification`` counts the lists of the document
    from 0, ``group`` is the list it stands in now (they differ once lists are merged). ``check`` names
    fields the reader was unsure of; ``accepted`` the findings that somebody looked at and let stand.
    """

    key: int
    text: str
    section: str = ""
    requirement: Requirement | None = None
    evidence: str = ""
    is_trainable: bool = False
    specification: int = 0
    group: int = 0
    page: int | None = None
    line: int | None = None
    unread: int | None = None
    check: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    is_left_out: bool = False


type Rows = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody typed and ticked for one row."""

    text: str
    section: str
    requirement: Requirement | None
    evidence: str
    is_trainable: bool


def tidy(text: str) -> str:
    """One line with single spaces."""
    return " ".join(text.split())


def sort_evidence(letters: Iterable[str]) -> str:
    """The known letters among these, each once, in the order of the key."""
    given = set(letters)
    return "".join(letter for letter in EVIDENCE_LETTERS if letter in given)


def list_kept(rows: Rows) -> Rows:
    """The rows that will become criteria, in order."""
    return tuple(row for row in rows if not row.is_left_out)


def find_row(rows: Rows, key: int) -> Row:
    """The row with this key. Raises ``DomainError`` ``no_such_row``."""
    for row in rows:
        if row.key == key:
            return row
    raise DomainError("no_such_row", "This row is no longer in the list. Look through the list again.")


def next_key(rows: Rows) -> int:
    """A key that no row has, dropped ones included."""
    return max((row.key for row in rows), default=0) + 1


def _index(rows: Rows, key: int) -> int:
    return rows.index(find_row(rows, key))


def _with(rows: Rows, changed: Row) -> Rows:
    return tuple(changed if row.key == changed.key else row for row in rows)


def _neighbour(rows: Rows, key: int, step: Literal[-1, 1]) -> Row | None:
    """The nearest kept row before or after this one in the same list."""
    index = _index(rows, key)
    rest = rows[index + 1 :] if step == 1 else rows[:index][::-1]
    return next((row for row in rest if not row.is_left_out and row.group == rows[index].group), None)


def correct(rows: Rows, corrections: Mapping[int, Correction]) -> Rows:
    """The rows with what was typed. A field that changed counts as checked; a new wording as not accepted."""
    return tuple(_corrected(row, corrections.get(row.key)) for row in rows)


def _corrected(row: Row, given: Correction | None) -> Row:
    if given is None:
        return row
    text = row.text if tidy(given.text) == tidy(row.text) else tidy(given.text)
    fields: dict[str, tuple[object, object]] = {
        "text": (row.text, text),
        "section": (row.section, tidy(given.section)),
        "requirement": (row.requirement, given.requirement),
        "evidence": (row.evidence, sort_evidence(given.evidence)),
    }
    changed = {name for name, (before, after) in fields.items() if before != after}
    return replace(
        row,
        text=text,
        section=tidy(given.section),
        requirement=given.requirement,
        evidence=sort_evidence(given.evidence),
        is_trainable=given.is_trainable,
        check=tuple(name for name in row.check if name not in changed),
        accepted=() if "text" in changed else row.accepted,
    )


def split(rows: Rows, key: int, parts: Sequence[str] | None = None) -> Rows:
    """The row cut into several, at the marks in its text or into the parts given.

    Raises ``DomainError`` ``nothing_to_split`` where that gives fewer than two.
    """
    row = find_row(rows, key)
    pieces = [tidy(part) for part in (row.text.split(CUT_MARK) if parts is None else parts)]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) < 2:
        raise DomainError(
            "nothing_to_split",
            "Type a | where this row should be cut in two, then choose Split.",
            f"row-{key}-text",
        )
    first = next_key(rows)
    check = tuple(name for name in row.check if name != "text")
    parts_as_rows = [
        replace(row, key=key if number == 0 else first + number - 1, text=piece, check=check, accepted=())
        for number, piece in enumerate(pieces)
    ]
    index = rows.index(row)
    return (*rows[:index], *parts_as_rows, *rows[index + 1 :])


def join(rows: Rows, key: int) -> Rows:
    """The row with the next one's words added; what the first does not state comes from the second.

    Raises ``DomainError`` ``nothing_to_join`` on the last row of a list.
    """
    row, other = find_row(rows, key), _neighbour(rows, key, 1)
    if other is None:
        raise DomainError(
            "nothing_to_join", "This is the last row, so there is none to join to it.", f"row-{key}-text"
        )
    joined = replace(
        row,
        text=tidy(f"{row.text} {other.text}"),
        section=row.section or other.section,
        requirement=row.requirement or other.requirement,
        evidence=sort_evidence(row.evidence + other.evidence),
        is_trainable=row.is_trainable or other.is_trainable,
        check=tuple(dict.fromkeys(row.check + other.check)),
        accepted=(),
    )
    return _with(_with(rows, joined), replace(other, is_left_out=True))


def leave_out(rows: Rows, keys: Iterable[int]) -> Rows:
    """These rows set aside: they stay on the page and on record, and become no criteria."""
    chosen = set(keys)
    return tuple(replace(row, is_left_out=True) if row.key in chosen else row for row in rows)


def put_back(rows: Rows, keys: Iterable[int]) -> Rows:
    """These rows back in the list, where they stood."""
    chosen = set(keys)
    return tuple(replace(row, is_left_out=False) if row.key in chosen else row for row in rows)


def add(rows: Rows, after: int | None = None) -> Rows:
    """An empty row below the given one and in its section; without one, at the end."""
    if after is None:
        group = rows[-1].group if rows else 0
        return (*rows, Row(next_key(rows), "", group=group, specification=group))
    above = find_row(rows, after)
    new = Row(next_key(rows), "", section=above.section, group=above.group, specification=above.specification)
    index = rows.index(above)
    return (*rows[: index + 1], new, *rows[index + 1 :])


def add_line(rows: Rows, text: str, place: tuple[int | None, int] | None, unread: int | None = None) -> Rows:
    """A row made of a line of the document that was not used, put where it stands there.

    ``unread`` is its number among the lines that the reader was unsure of.
    """
    page, line = place or (None, None)
    new = Row(next_key(rows), tidy(text), page=page, line=line, unread=unread, check=("text",))
    index = _index_for_line(rows, page, line)
    if rows:
        neighbour = rows[max(index - 1, 0)]
        new = replace(
            new,
            section=neighbour.section,
            group=neighbour.group,
            specification=neighbour.specification,
        )
    return (*rows[:index], new, *rows[index:])


def _index_for_line(rows: Rows, page: int | None, line: int | None) -> int:
    """Behind the last row that was read before this line; before all where the line comes first."""
    if line is None:
        return len(rows)
    placed = [index for index, row in enumerate(rows) if row.line is not None]
    before = [index for index in placed if _place(rows[index]) <= (page or 0, line)]
    if before:
        return before[-1] + 1
    return placed[0] if placed else len(rows)


def _place(row: Row) -> tuple[int, int]:
    return (row.page or 0, row.line or 0)


def same_as_above(rows: Rows, key: int) -> Rows:
    """The row with section, requirement and evidence of the one above it.

    Raises ``DomainError`` ``nothing_above`` on the first row of a list.
    """
    above = _neighbour(rows, key, -1)
    if above is None:
        raise DomainError(
            "nothing_above", "This is the first row, so there is none above it.", f"row-{key}-text"
        )
    row = find_row(rows, key)
    return _with(
        rows,
        replace(
            row,
            section=above.section,
            requirement=above.requirement,
            evidence=above.evidence,
            check=tuple(name for name in row.check if name == "text"),
        ),
    )


def mark_checked(rows: Rows, key: int) -> Rows:
    """The row as somebody looked at it and found it right."""
    return _with(rows, replace(find_row(rows, key), check=()))


def cut_in_parts(text: str) -> tuple[str, ...]:
    """How a wording that asks for two things could be cut: before each further ability or knowledge."""
    pieces = [piece for piece in _CUT.split(text) if piece and piece.strip()]
    parts: list[str] = []
    for piece in (tidy(piece).strip(" ;,.") for piece in pieces):
        parts.append(piece[:1].upper() + piece[1:] if parts else piece)
    return tuple(part for part in parts if part)
