"""What is kept of one application once a stage is unsealed: its result, its cells, what to talk about."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from recruitment.domain.discussion import WIDE_SPREAD
from recruitment.domain.scoring import (
    UNIT_BASE,
    ApplicationResult,
    Criterion,
    Key,
    Scale,
    Sheet,
    score_application,
    units_of,
)


class Mark(StrEnum):
    """What a cell of the grid says beside its points, in one letter."""

    AGREED = "a"
    NOTE = "n"
    WIDE = "w"
    SPLIT = "s"
    CANNOT_TELL = "u"
    NOT_MET = "f"


TO_DISCUSS = frozenset({Mark.WIDE, Mark.SPLIT, Mark.CANNOT_TELL})


@dataclass(frozen=True, slots=True)
class Cell:
    """One application on one criterion: points in parts of ``UNIT_BASE`` (None: not scored) and marks."""

    units: int | None
    marks: str

    @property
    def is_to_discuss(self) -> bool:
        return not TO_DISCUSS.isdisjoint(self.marks)


@dataclass(frozen=True, slots=True)
class KeptResult:
    """A result with its cells, in the order of the criteria, and how far talking could move it.

    ``best_units`` is its total if every cell to discuss were settled as high as somebody gave (anywhere on
    the scale where somebody could not tell), None where even then it would not be ranked; ``worst_units``
    the same downwards.
    """

    result: ApplicationResult
    cells: tuple[Cell, ...]
    essentials_met: int
    best_units: int | None
    worst_units: int | None

    @property
    def discuss_count(self) -> int:
        return sum(cell.is_to_discuss for cell in self.cells)


def keep_result(
    criteria: Sequence[Criterion],
    scale: Scale,
    threshold: int,
    *,
    sheets: Sequence[Sheet],
    agreed: Mapping[Key, int | None],
    noted: Collection[Key] = (),
) -> KeptResult:
    """Score one application on the criteria of its stage; ``noted`` are those with somebody's note."""
    given = [sheet.scores for sheet in sheets if sheet.submitted]
    result = score_application(criteria, scale, threshold, sheets, agreed)
    points = [[scores.get(criterion.id) for scores in given] for criterion in criteria]
    cells = tuple(
        Cell(
            units_of(row, agreed.get(criterion.id), UNIT_BASE),
            _marks(
                row,
                agreed.get(criterion.id),
                threshold if criterion.is_essential else None,
                is_failing=criterion.id in result.failing,
                has_note=criterion.id in noted,
            ),
        )
        for criterion, row in zip(criteria, points, strict=True)
    )
    bounds = [_bounds(cell, row, scale) for cell, row in zip(cells, points, strict=True)]
    return KeptResult(
        result,
        cells,
        essentials_met=sum(one.is_essential for one in criteria)
        - len(result.failing)
        - len(result.undecided),
        best_units=_settled_total(criteria, [high for _, high in bounds], threshold),
        worst_units=_settled_total(criteria, [low for low, _ in bounds], threshold),
    )


def _marks(
    points: Sequence[int | None],
    agreed: int | None,
    threshold: int | None,
    *,
    is_failing: bool,
    has_note: bool,
) -> str:
    """``threshold`` is None for a desirable. What has been agreed is no longer to be discussed."""
    marks = [Mark.NOTE] if has_note else []
    if is_failing:
        marks.append(Mark.NOT_MET)
    if agreed is not None:
        return "".join([*marks, Mark.AGREED])
    known = [given for given in points if given is not None]
    if len(known) < len(points):
        marks.append(Mark.CANNOT_TELL)
    if known and max(known) - min(known) >= WIDE_SPREAD:
        marks.append(Mark.WIDE)
    if known and threshold is not None and min(known) < threshold <= max(known):
        marks.append(Mark.SPLIT)
    return "".join(marks)


def _bounds(cell: Cell, points: Sequence[int | None], scale: Scale) -> tuple[int | None, int | None]:
    """The lowest and highest units the cell could be settled at; its own where nothing is to discuss."""
    if not cell.is_to_discuss:
        return cell.units, cell.units
    if None in points:
        return scale.min_points * UNIT_BASE, scale.max_points * UNIT_BASE
    known = [given for given in points if given is not None]
    return min(known) * UNIT_BASE, max(known) * UNIT_BASE


def _settled_total(criteria: Sequence[Criterion], units: Sequence[int | None], threshold: int) -> int | None:
    """The total of settled units; None where one is missing or an essential stays below the threshold."""
    total = 0
    for criterion, settled in zip(criteria, units, strict=True):
        if settled is None or (criterion.is_essential and settled < threshold * UNIT_BASE):
            return None
        total += criterion.weight * settled
    return total


def points_in_words(units: int) -> str:
    """Units as points, with one decimal where they are not whole: 2, 2.3; half away from zero."""
    whole, rest = divmod(units, UNIT_BASE)
    if not rest:
        return str(whole)
    tenths = (units * 20 + UNIT_BASE) // (UNIT_BASE * 2)
    return f"{tenths // 10}.{tenths % 10}"


def count_close_pairs(items: Iterable[Sequence[int]]) -> tuple[int, int]:
    """Of the points that two people gave to the same item: how many pairs, how many within one point."""
    patterns = Counter(tuple(sorted(points)) for points in items)
    pairs = close = 0
    for points, count in patterns.items():
        for low, high in combinations(points, 2):
            pairs += count
            close += count * (high - low <= 1)
    return pairs, close
