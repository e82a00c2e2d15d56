"""What the panel should talk about before it decides, first what could change who is above the line."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from recruitment.domain.scoring import ApplicationResult, Criterion, Gate, Key, Sheet

WIDE_SPREAD = 2


class Consequence(IntEnum):
    """What settling a difference could change, the weightiest first."""

    DECIDES_THE_GATE = 1
    DIVIDED_ON_AN_ESSENTIAL = 2
    MOVES_THE_TOTAL = 3
    CHANGES_NOTHING_NOW = 4


@dataclass(frozen=True, slots=True)
class Discussion:
    """One criterion of one application on which the assessors differ and have agreed nothing yet.

    ``points`` are those given, the lowest first; ``threshold`` is None for a desirable; ``gate`` is the
    application's; ``swing`` is how many weighted points lie between the lowest and the highest.
    """

    application: Key
    criterion: Key
    points: tuple[int, ...]
    threshold: int | None
    gate: Gate
    swing: int

    @property
    def spread(self) -> int:
        return self.points[-1] - self.points[0]

    @property
    def is_split(self) -> bool:
        """Whether it is an essential that some assessors say is met and others say is not."""
        return self.threshold is not None and self.points[0] < self.threshold <= self.points[-1]

    @property
    def consequence(self) -> Consequence:
        fails = self.gate == Gate.NOT_MET
        if self.is_split:
            return Consequence.DIVIDED_ON_AN_ESSENTIAL if fails else Consequence.DECIDES_THE_GATE
        return Consequence.CHANGES_NOTHING_NOW if fails else Consequence.MOVES_THE_TOTAL

    @property
    def reason(self) -> str:
        """Why to talk about it and what may come of it, in two sentences."""
        return f"{self._what_differs()} {_WHAT_FOLLOWS[self.consequence]}"

    def _what_differs(self) -> str:
        if self.threshold is None or not self.is_split:
            return f"Points from {self.points[0]} to {self.points[-1]}, {_points(self.spread)} apart."
        below = sum(given < self.threshold for given in self.points)
        return (
            f"The panel is divided on this essential: {below} of {len(self.points)} gave fewer than "
            f"the {_points(self.threshold)} it takes."
        )


_WHAT_FOLLOWS: Mapping[Consequence, str] = {
    Consequence.DECIDES_THE_GATE: "What you agree decides whether the essentials are met.",
    Consequence.DIVIDED_ON_AN_ESSENTIAL: (
        "Another essential is not met whatever you agree here; agree points so that the record is whole."
    ),
    Consequence.MOVES_THE_TOTAL: "What you agree can change the total and the rank.",
    Consequence.CHANGES_NOTHING_NOW: "An essential is not met, so this changes the total but not the rank.",
}


def list_discussions(
    criteria: Sequence[Criterion],
    threshold: int,
    sheets: Iterable[Sheet],
    agreed: Mapping[Key, Mapping[Key, int | None]],
    results: Mapping[Key, ApplicationResult],
) -> tuple[Discussion, ...]:
    """Every essential split across the threshold, and every spread of two points or more.

    What has been agreed is left out. Ordered by what settling it could change, then by how far it
    could move the total, then as applications and criteria come. ``results`` are those of
    ``score_stage`` for the same sheets.
    """
    submitted: defaultdict[Key, list[Sheet]] = defaultdict(list)
    for sheet in sheets:
        if sheet.submitted:
            submitted[sheet.application].append(sheet)
    found = [
        Discussion(
            application=application,
            criterion=criterion.id,
            points=points,
            threshold=threshold if criterion.is_essential else None,
            gate=result.gate,
            swing=criterion.weight * (points[-1] - points[0]),
        )
        for application, result in results.items()
        for criterion in criteria
        if agreed.get(application, {}).get(criterion.id) is None
        and (points := _points_given(criterion, submitted.get(application, ())))
    ]
    worth_it = (one for one in found if one.is_split or one.spread >= WIDE_SPREAD)
    return tuple(sorted(worth_it, key=lambda one: (one.consequence, -one.swing)))


def _points_given(criterion: Criterion, sheets: Sequence[Sheet]) -> tuple[int, ...]:
    scores = (sheet.scores.get(criterion.id) for sheet in sheets)
    return tuple(sorted(given for given in scores if given is not None))


def _points(number: int) -> str:
    return "1 point" if number == 1 else f"{number} points"
