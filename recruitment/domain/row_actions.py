"""The buttons of the review page: what each is called and which edit of the rows it stands for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from core.domain.errors import DomainError
from recruitment.domain import row_decisions, rows
from recruitment.domain.rows import Rows

USUAL_EVIDENCE = "AI"
ACCEPTABLE = ("compound", "untestable", "either_or")
SEVERAL = -1  # of an edit that takes any number of rows, but more than one


@dataclass(frozen=True, slots=True)
class RowAction:
    """A button that was pressed: ``split:3``, ``keep:3:17``, ``accept:compound:3``.

    ``ticked`` are the rows ticked beside it.
    """

    name: str
    keys: tuple[int, ...] = ()
    code: str = ""
    ticked: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Edit:
    """How an action changes the rows, and what it is called on the undo button."""

    label: str
    keys: int
    change: Callable[[Rows, RowAction], Rows]
    takes_code: bool = False


EDITS: Mapping[str, Edit] = {
    "split": Edit("splitting a row", 1, lambda r, a: rows.split(r, a.keys[0])),
    "split-parts": Edit(
        "splitting a row",
        1,
        lambda r, a: rows.split(r, a.keys[0], rows.cut_in_parts(rows.find_row(r, a.keys[0]).text)),
    ),
    "join": Edit("joining two rows", 1, lambda r, a: rows.join(r, a.keys[0])),
    "drop": Edit("leaving a row out", 1, lambda r, a: rows.leave_out(r, a.keys)),
    "restore": Edit("putting a row back", 1, lambda r, a: rows.put_back(r, a.keys)),
    "add": Edit("adding a row", 1, lambda r, a: rows.add(r, a.keys[0])),
    "add-last": Edit("adding a row", 0, lambda r, _: rows.add(r)),
    "same": Edit("same as above", 1, lambda r, a: rows.same_as_above(r, a.keys[0])),
    "checked": Edit("marking a row as right", 1, lambda r, a: rows.mark_checked(r, a.keys[0])),
    "trainable": Edit(
        "marking a row as trainable",
        1,
        lambda r, a: row_decisions.mark_trainable(r, a.keys, is_trainable=True),
    ),
    "accept": Edit(
        "keeping it as it is", 1, lambda r, a: row_decisions.accept(r, a.code, a.keys), takes_code=True
    ),
    "keep": Edit(
        "keeping one of two rows", 2, lambda r, a: row_decisions.keep_first(r, a.keys[0], a.keys[1])
    ),
    "keep-both": Edit("keeping both rows", 2, lambda r, a: row_decisions.accept(r, "alike", a.keys)),
    "keep-all": Edit("keeping all of them", SEVERAL, lambda r, a: row_decisions.accept(r, "alike", a.keys)),
    "keep-ticked": Edit(
        "keeping the ticked rows", SEVERAL, lambda r, a: row_decisions.keep_ticked(r, a.keys, a.ticked)
    ),
    "evidence-for-all": Edit(
        "filling in evidence", 0, lambda r, _: row_decisions.give_evidence(r, USUAL_EVIDENCE)
    ),
    "essential-for-all": Edit(
        "setting essential", 0, lambda r, _: row_decisions.give_requirement(r, "essential")
    ),
    "desirable-for-all": Edit(
        "setting desirable", 0, lambda r, _: row_decisions.give_requirement(r, "desirable")
    ),
    "drop-list": Edit("leaving a list out", 1, lambda r, a: row_decisions.leave_out_group(r, a.keys[0])),
    "restore-list": Edit("putting a list back", 1, lambda r, a: row_decisions.put_back_group(r, a.keys[0])),
    "merge": Edit("making one list of both", 0, lambda r, _: row_decisions.merge(r)),
}


def parse_action(value: str) -> RowAction:
    """The action that a button's value names. Raises ``DomainError`` ``unknown_action``."""
    name, *rest = value.split(":")
    edit = EDITS.get(name)
    code = rest.pop(0) if edit and edit.takes_code and rest else ""
    is_known = (
        edit is not None
        and (len(rest) > 1 if edit.keys == SEVERAL else len(rest) == edit.keys)
        and code in (ACCEPTABLE if edit.takes_code else ("",))
    )
    if not is_known or not all(word.isascii() and word.isdigit() for word in rest):
        raise DomainError("unknown_action", "This button is not known any more. Load the page again.")
    return RowAction(name, tuple(int(word) for word in rest), code)


def perform(current: Rows, action: RowAction) -> Rows:
    """The rows after the action. Raises ``DomainError`` where it cannot be done."""
    return EDITS[action.name].change(current, action)


def name_of_edit(action: RowAction) -> str:
    """What undo takes back, as in “Undo joining two rows”."""
    return EDITS[action.name].label
