"""Whom an inspector looks at: those whose lines go wrong most often, and some at random."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from compliance.domain.record_lines import Kind, Line, Standing

JOINERS, GOVERNORS, AGENCY, ABROAD = 5, 2, 2, 1
AT_RANDOM = 5


@dataclass(frozen=True, slots=True)
class Picked:
    """A line of the sample and why it was picked."""

    line: Line
    why: str


def pick_sample(lines: Sequence[Line], *, seed: int, at_random: int = AT_RANDOM) -> list[Picked]:
    """The latest five to join, two governors, two from agencies, one who lived abroad, and some at random.

    Nobody twice. The same seed picks the same people, so that a sample can be looked at again.
    """
    here = [line for line in lines if line.standing == Standing.HERE]
    random = Random(seed)  # noqa: S311 (a sample to look at, not a secret)
    shuffled = random.sample(here, len(here))
    latest = sorted(
        (line for line in here if line.engaged.start_date),
        key=lambda line: line.engaged.start_date or date.min,
        reverse=True,
    )
    wanted = (
        ("Joined last", latest, JOINERS),
        ("Governor or trustee", [line for line in shuffled if line.kind == Kind.GOVERNANCE], GOVERNORS),
        ("Agency", [line for line in shuffled if line.kind == Kind.AGENCY], AGENCY),
        ("Lived abroad", [line for line in shuffled if line.engaged.facts.lived_abroad], ABROAD),
        ("At random", shuffled, at_random),
    )
    picked: dict[int, Picked] = {}
    for why, candidates, number in wanted:
        fresh = [line for line in candidates if line.engaged.engagement_id not in picked]
        for line in fresh[:number]:
            picked[line.engaged.engagement_id] = Picked(line, why)
    return list(picked.values())
