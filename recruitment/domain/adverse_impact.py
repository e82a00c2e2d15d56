"""Whether a stage of selection fell harder on one group than on another.

The rate of a group is selected ÷ applied, its ratio that rate ÷ the highest rate. A ratio under four fifths
is flagged: an American convention, no British law, and in small fields it is passed by chance. So it is shown
beside Fisher's exact test and proves nothing by itself. A group of fewer than five is not spoken of, because
its people could be made out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb

LEAST_IN_A_GROUP = 5
FOUR_FIFTHS = Fraction(4, 5)


@dataclass(frozen=True, slots=True)
class Group:
    """How many of a group applied, and how many of those were selected."""

    name: str
    applied: int
    selected: int

    @property
    def rate(self) -> Fraction:
        return Fraction(self.selected, self.applied)


@dataclass(frozen=True, slots=True)
class GroupRatio:
    """A group's rate, and the same as a share of the highest rate. Both exact."""

    group: str
    rate: Fraction
    ratio: Fraction


@dataclass(frozen=True, slots=True)
class Impact:
    """``ratios`` and ``p_value`` are None where they cannot be worked out, or would tell of single people."""

    ratios: tuple[GroupRatio, ...] | None
    is_flagged: bool
    p_value: Fraction | None
    is_suppressed: bool
    reason: str


def measure_impact(groups: Sequence[Group]) -> Impact:
    """Compare the groups of one stage. ``p_value`` is worked out for exactly two of them."""
    if any(group.applied < LEAST_IN_A_GROUP for group in groups):
        return _without_answer(
            f"A group has fewer than {LEAST_IN_A_GROUP} applicants. Nothing is shown, so that nobody can be "
            "made out.",
            is_suppressed=True,
        )
    highest = max(group.rate for group in groups)
    if highest == 0:
        return _without_answer("Not computable: nobody was selected.")
    ratios = tuple(GroupRatio(group.name, group.rate, group.rate / highest) for group in groups)
    low = [one.group for one in ratios if one.ratio < FOUR_FIFTHS]
    p_value = fisher_exact(*groups) if len(groups) == 2 else None
    return Impact(ratios, bool(low), p_value, is_suppressed=False, reason=_reason(groups, low, p_value))


def fisher_exact(one: Group, other: Group) -> Fraction:
    """Fisher's exact test, two-sided: how likely chance alone is to part the groups at least as unevenly.

    With the sums of the table held, the chances of all tables no likelier than this one. Exact.
    """
    selected, everybody = one.selected + other.selected, one.applied + other.applied
    least, most = max(0, selected - other.applied), min(selected, one.applied)
    ways = comb(one.applied, least) * comb(other.applied, selected - least)
    found: list[int] = []
    for chosen in range(least, most + 1):
        found.append(ways)
        taken = (one.applied - chosen) * (selected - chosen)
        ways = ways * taken // ((chosen + 1) * (other.applied - selected + chosen + 1))
    observed = found[one.selected - least]
    return Fraction(sum(number for number in found if number <= observed), comb(everybody, selected))


def _without_answer(reason: str, *, is_suppressed: bool = False) -> Impact:
    return Impact(None, is_flagged=False, p_value=None, is_suppressed=is_suppressed, reason=reason)


def _reason(groups: Sequence[Group], low: Sequence[str], p_value: Fraction | None) -> str:
    if len(groups) == 1:
        return "There is one group, so there is nothing to compare it with."
    if not low:
        said = "Every group was selected at four fifths of the highest rate or more."
    else:
        said = (
            f"Selected at less than four fifths of the highest rate: {', '.join(low)}. Look at what the "
            "stage asked and whether each demand is justified. This is a convention, not British law."
        )
    if p_value is None:
        return said
    return f"{said} By chance alone the two would differ this much or more {_chance(p_value)}."


def _chance(p_value: Fraction) -> str:
    if p_value == 1:
        return "every time"
    hundredths = int(p_value * 100 + Fraction(1, 2))
    return "less than once in a hundred times" if hundredths == 0 else f"about {hundredths} times in 100"
