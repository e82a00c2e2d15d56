"""What somebody asks of the record: a tab, the cells in a state, a name; and in which order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from compliance.domain.central_record import COLUMNS, TROUBLE, Cell, CellState
from compliance.domain.record_lines import KIND_LABELS, Kind, Line, Standing

EVERYBODY, COMING, LEFT = "everybody", "coming", "left"
TAB_LABELS: Mapping[str, str] = {
    EVERYBODY: "Everybody",
    **{kind.value: label for kind, label in KIND_LABELS.items()},
    COMING: "Yet to start",
    LEFT: "Leavers",
}
# Shown even where nobody is in them; the others only where somebody is.
USUAL_TABS = frozenset({EVERYBODY, Kind.TEACHING, Kind.SUPPORT, Kind.GOVERNANCE, LEFT})


@dataclass(frozen=True, slots=True)
class Group:
    """Cells that one figure at the top counts."""

    label: str
    states: frozenset[CellState]


ALL, TO_DO = "all", "to_do"
GROUPS: Mapping[str, Group] = {
    "complete": Group("Complete", frozenset({CellState.COMPLETE})),
    "missing": Group("Missing", frozenset({CellState.MISSING})),
    "expiring": Group("Expiring or expired", frozenset({CellState.EXPIRING, CellState.EXPIRED})),
    "late": Group("Late", frozenset({CellState.LATE})),
    "date_missing": Group("Done, date missing", frozenset({CellState.DATE_MISSING})),
    "not_required": Group("Not required", frozenset({CellState.NOT_REQUIRED, CellState.POLICY})),
    "asked_for": Group("Asked for", frozenset({CellState.ASKED_FOR})),
    "to_consider": Group("To be considered", frozenset({CellState.TO_CONSIDER})),
    "undecided": Group("To find out", frozenset({CellState.UNDECIDED})),
    "not_permitted": Group("Must not be made", frozenset({CellState.NOT_PERMITTED})),
}
# Where outcomes are not told, there is nothing to count of them.
WITHOUT_OUTCOMES = tuple(group for key, group in GROUPS.items() if key != "to_consider")
# Counted at the top even where there is none of them.
USUAL_GROUPS = frozenset({"complete", "missing", "expiring", "late", "date_missing", "not_required"})
_SEVERITY = {state: place for place, state in enumerate((*TROUBLE, CellState.LATE, CellState.COMPLETE))}


def in_tab(lines: Iterable[Line], tab: str) -> list[Line]:
    """The lines of a tab. Who is yet to start or has left is in a tab of their own and in no other."""
    if tab == COMING:
        return [line for line in lines if line.standing == Standing.COMING]
    if tab == LEFT:
        return [line for line in lines if line.standing == Standing.LEFT]
    here = [line for line in lines if line.standing == Standing.HERE]
    return here if tab == EVERYBODY else [line for line in here if line.kind == tab]


def count_tabs(lines: Sequence[Line], left: int) -> dict[str, int]:
    """How many lines each tab holds; those who left are counted apart and not read."""
    return {tab: left if tab == LEFT else len(in_tab(lines, tab)) for tab in TAB_LABELS}


def place_of(check: str, width: int = len(COLUMNS)) -> int | None:
    """Where the cells of a check stand among the first ``width``; None for a check that is not there."""
    return next((place for place, column in enumerate(COLUMNS[:width]) if column.check == check), None)


def list_lines(
    lines: Iterable[Line], *, show: str = ALL, check: str = "", search: str = "", width: int = len(COLUMNS)
) -> list[Line]:
    """The lines with such a cell and such a name or job title. ``show`` is a group, ``to_do`` or ``all``."""
    place = place_of(check, width)
    where = slice(0, width) if place is None else slice(place, place + 1)
    states = frozenset(TROUBLE) if show == TO_DO else GROUPS[show].states if show in GROUPS else None
    words = search.casefold().split()
    return [
        line
        for line in lines
        if (states is None or any(cell.state in states for cell in line.cells[where]))
        and all(word in _haystack(line) for word in words)
    ]


def _haystack(line: Line) -> str:
    one = line.engaged
    return f"{one.given_name} {one.family_name} {one.job_title} {one.agency}".casefold()


def sort_lines(lines: list[Line], sort: str, width: int = len(COLUMNS)) -> list[Line]:
    """By name as they come; by ``trouble``, most first; by ``start``, latest first; or by a check's cells."""
    if sort == "trouble":
        return sorted(lines, key=lambda line: -sum(cell.is_trouble for cell in line.cells[:width]))
    if sort == "start":
        return sorted(lines, key=lambda line: line.engaged.start_date or date.min, reverse=True)
    place = place_of(sort, width)
    return lines if place is None else sorted(lines, key=lambda line: _pressing(line.cells[place]))


def _pressing(cell: Cell) -> tuple[int, date]:
    return _SEVERITY.get(cell.state, len(_SEVERITY)), cell.day or date.min
