"""Taking back the last edit of the rows, one step at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from recruitment.domain.rows import Row, Rows

STEPS_KEPT = 50


@dataclass(frozen=True, slots=True)
class Step:
    """What one edit did: its name, the order before it, and the rows as they were that it changed."""

    label: str
    order: tuple[int, ...]
    rows: Rows


def step_between(label: str, before: Rows, after: Rows) -> Step | None:
    """The step that leads back from ``after`` to ``before``; None where nothing changed."""
    if before == after:
        return None
    now = {row.key: row for row in after}
    return Step(
        label, tuple(row.key for row in before), tuple(row for row in before if now.get(row.key) != row)
    )


def go_back(rows: Rows, step: Step) -> Rows:
    """The rows as they were before the step."""
    known: dict[int, Row] = {row.key: row for row in rows} | {row.key: row for row in step.rows}
    return tuple(known[key] for key in step.order)


def push(steps: Sequence[Step], step: Step | None) -> tuple[Step, ...]:
    """The steps with one more, the oldest given up beyond ``STEPS_KEPT``."""
    return tuple(steps) if step is None else (*steps, step)[-STEPS_KEPT:]
