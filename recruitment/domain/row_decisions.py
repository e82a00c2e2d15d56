"""Decisions about the rows under review: findings let stand, gaps filled for many, two lists made one."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from core.domain.errors import DomainError
from recruitment.domain.person_specification import Requirement
from recruitment.domain.rows import (
    EVIDENCE_LETTERS,
    Row,
    Rows,
    find_row,
    leave_out,
    list_kept,
    put_back,
    sort_evidence,
)


def mark_trainable(rows: Rows, keys: Iterable[int], *, is_trainable: bool = True) -> Rows:
    """These rows as ones that a candidate who is ready to train can meet (or no longer so)."""
    chosen = set(keys)
    return tuple(replace(row, is_trainable=is_trainable) if row.key in chosen else row for row in rows)


def accept(rows: Rows, code: str, keys: Sequence[int]) -> Rows:
    """A finding let stand. One about several rows is marked on each, and a new wording of any undoes it."""
    marks = dict(_marks(code, keys))
    for key in keys:
        find_row(rows, key)
    return tuple(
        replace(row, accepted=tuple(dict.fromkeys((*row.accepted, marks[row.key]))))
        if row.key in marks
        else row
        for row in rows
    )


def keep_first(rows: Rows, kept: int, other: int) -> Rows:
    """Of two rows that ask for the same, the first; the other is left out."""
    find_row(rows, kept)
    return leave_out(rows, [find_row(rows, other).key])


def keep_ticked(rows: Rows, keys: Sequence[int], ticked: Collection[int]) -> Rows:
    """Of rows that ask for the same, those that are ticked, which differ; the others are left out.

    Raises ``DomainError`` ``none_ticked`` where that would leave none.
    """
    kept = [find_row(rows, key).key for key in keys if key in ticked]
    if not kept:
        raise DomainError(
            "none_ticked", "Tick each row to keep, or choose to keep all of them.", f"keep-row-{keys[0]}"
        )
    rows = leave_out(rows, (key for key in keys if key not in ticked))
    return accept(rows, "alike", kept) if len(kept) > 1 else rows


def is_accepted(rows: Rows, code: str, keys: Sequence[int]) -> bool:
    """Whether somebody let this finding about these rows stand.

    Rows that were kept together stay settled when one of them is left out; another one beside them opens
    the question again.
    """
    if all(mark in find_row(rows, key).accepted for key, mark in _marks(code, keys)):
        return True
    if len(keys) < 2:
        return False
    together = [{mark for mark in find_row(rows, key).accepted if mark.startswith(_GROUP)} for key in keys]
    return bool(set.intersection(*together))


_GROUP = "alike-as:"


def _marks(code: str, keys: Sequence[int]) -> list[tuple[int, str]]:
    """How each row remembers a finding let stand: its code, which row it is alike to, or in which group."""
    if len(keys) == 1:
        return [(keys[0], code)]
    if len(keys) == 2:
        return [(keys[0], f"alike:{keys[1]}"), (keys[1], f"alike:{keys[0]}")]
    return [(key, f"{_GROUP}{min(keys)}") for key in keys]


def give_evidence(rows: Rows, letters: str) -> Rows:
    """Every kept row that states no evidence gets these letters."""
    return _set_where(rows, lambda row: not row.evidence, "evidence", evidence=sort_evidence(letters))


def change_letter(rows: Rows, letter: str, becomes: str) -> Rows:
    """Every kept row that is assessed by one letter is assessed by the other instead.

    Raises ``DomainError`` ``no_such_letter`` where no kept row has the first, or the second is none.
    """
    holders = {row.key for row in list_kept(rows) if letter in set(row.evidence)}
    if not holders or becomes not in set(EVIDENCE_LETTERS):
        raise DomainError(
            "no_such_letter",
            "Choose a letter that is used in the list, and the method it should stand for.",
            "letter-to" if holders else "letter-from",
        )
    return tuple(
        replace(row, evidence=sort_evidence(row.evidence.replace(letter, becomes)))
        if row.key in holders
        else row
        for row in rows
    )


def give_requirement(rows: Rows, requirement: Requirement) -> Rows:
    """Every kept row that states no requirement gets this one."""
    return _set_where(rows, lambda row: row.requirement is None, "requirement", requirement=requirement)


def _set_where(rows: Rows, is_meant: Callable[[Row], bool], name: str, **fields: str) -> Rows:
    return tuple(
        replace(row, check=tuple(flag for flag in row.check if flag != name), **fields)  # type: ignore[arg-type]
        if not row.is_left_out and row.text and is_meant(row)
        else row
        for row in rows
    )


def list_groups(rows: Rows) -> tuple[int, ...]:
    """The lists that still have kept rows, in order."""
    return tuple(sorted({row.group for row in list_kept(rows)}))


def leave_out_group(rows: Rows, group: int) -> Rows:
    """The rows without one of the document's lists. Raises ``DomainError`` where it is the only one."""
    if list_groups(rows) == (group,):
        raise DomainError(
            "last_specification", "This is the only list left, so it cannot be left out as a whole."
        )
    return leave_out(rows, (row.key for row in rows if row.group == group))


def put_back_group(rows: Rows, group: int) -> Rows:
    """Every dropped row of one list, put back."""
    return put_back(rows, (row.key for row in rows if row.group == group))


def merge(rows: Rows) -> Rows:
    """All lists as one: sections of the same name together, in the order in which they first appear."""
    order: dict[str, int] = {}
    for row in rows:
        order.setdefault(row.section.casefold(), len(order))
    ordered = sorted(rows, key=lambda row: order[row.section.casefold()])
    return tuple(replace(row, group=0) for row in ordered)
