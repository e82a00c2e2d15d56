"""Which people and which courses of a matrix are shown, and what lapses in a term."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from compliance.domain.kinds import KIND_CATEGORIES, PersonKind
from core.domain.terms import Term
from cpd.domain.training_matrix import (
    TROUBLE,
    Cell,
    CellState,
    Column,
    Worker,
    lapses_within,
)

EVERY_COURSE = "all"
ANY_TROUBLE = "trouble"
THIS_TERM = "this_term"


class Line(Protocol):
    """One person of a matrix."""

    @property
    def name(self) -> str: ...

    @property
    def job_title(self) -> str: ...

    @property
    def worker(self) -> Worker: ...

    @property
    def cells(self) -> Sequence[Cell]: ...


@dataclass(frozen=True, slots=True)
class Lapse:
    """One training of one person that ends, or is wanted, on a day."""

    line: Line
    column: Column
    cell: Cell
    day: date


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asks to see. ``course_id`` None is any course; ``state`` may be a group of states."""

    search: str = ""
    kind: str = ""
    course_id: int | None = None
    state: str = ""


def columns_in_use(columns: Sequence[Column], lines: Iterable[Line]) -> list[int]:
    """The places of the courses that are asked of somebody or held by somebody."""
    places: set[int] = set()
    for line in lines:
        places.update(place for place, cell in enumerate(line.cells) if cell.state != CellState.NOT_REQUIRED)
    return [place for place in range(len(columns)) if place in places]


def pick_lines[L: Line](
    lines: Iterable[L], columns: Sequence[Column], asked: Asked, *, term: Term
) -> list[L]:
    """The people who fit everything that is asked, in their order.

    A state is looked for in the one course where a course is chosen, else in any.
    """
    places = [place for place, column in enumerate(columns) if asked.course_id in {None, column.course_id}]
    words = asked.search.casefold().split()
    return [
        line
        for line in lines
        if all(word in f"{line.name} {line.job_title}".casefold() for word in words)
        and _is_of_kind(line.worker, asked.kind)
        and (not asked.state or any(_fits(line.cells[place], asked.state, term) for place in places))
    ]


def list_lapses(lines: Iterable[Line], columns: Sequence[Column], *, first: date, last: date) -> list[Lapse]:
    """What is asked of these people and ends, or is wanted, from one day to another; the first first."""
    found = [
        Lapse(line, column, cell, cell.due_date)
        for line in lines
        for column, cell in zip(columns, line.cells, strict=True)
        if lapses_within(cell, first, last) and cell.due_date is not None
    ]
    return sorted(found, key=lambda lapse: (lapse.day, lapse.line.name, lapse.column.name))


def _is_of_kind(worker: Worker, kind: str) -> bool:
    return not kind or worker.category in KIND_CATEGORIES[PersonKind(kind)]


def _fits(cell: Cell, state: str, term: Term) -> bool:
    if state == ANY_TROUBLE:
        return cell.state in TROUBLE
    if state == THIS_TERM:
        return lapses_within(cell, term.first, term.last)
    if state == CellState.VALID:
        return cell.state in {CellState.VALID, CellState.NO_EXPIRY}
    return cell.state == state
