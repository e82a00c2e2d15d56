"""How far assessors agree beyond chance, exactly, with an interval anybody can work out again.

Two assessors who rated everything: Cohen's kappa, each disagreement weighed by the square of its size.
More than two, or ratings missing: Krippendorff's alpha for ordered points. Both are one less the
disagreement seen over the disagreement expected by chance, and cannot be computed only where none is
expected: where everybody always gave the same points, nothing shows whether they would ever differ.

The interval is the jackknife's: the coefficient is taken again with each item left out in turn, and
the spread of those gives a standard error and, by Student's t, 95%. It involves no chance, so the same
ratings give the same interval on every machine and in a spreadsheet.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate, permutations
from math import lcm, sqrt
from statistics import NormalDist

from recruitment.domain.scoring import Key

FEWEST_ITEMS_FOR_A_LABEL = 10
FIRM_FROM = 0.8
TENTATIVE_FROM = 0.667


class Method(StrEnum):
    WEIGHTED_KAPPA = "weighted_kappa"
    KRIPPENDORFF_ALPHA = "krippendorff_alpha"


class Label(StrEnum):
    FIRM = "firm"
    TENTATIVE = "tentative"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Agreement:
    """``value`` and ``interval`` are rounded to four decimals; None where they cannot be worked out.

    ``rated_items`` counts the items with two ratings or more. Under ten of them there is no label.
    """

    method: Method
    value: float | None
    interval: tuple[float, float] | None
    label: Label | None
    rated_items: int

    @property
    def computable(self) -> bool:
        return self.value is not None

    @property
    def reason(self) -> str:
        """What the figure says, or why there is none, in words."""
        if self.value is None:
            return _NOT_RATED_TWICE if not self.rated_items else _NO_VARIATION
        if self.label is None:
            have = "has" if self.rated_items == 1 else "have"
            advice = ": read the interval and" if self.interval else ", too few for an interval:"
            return (
                f"Only {self.rated_items} of the items {have} two ratings or more{advice} draw no conclusion "
                f"from fewer than {FEWEST_ITEMS_FOR_A_LABEL}."
            )
        return _WHAT_A_LABEL_SAYS[self.label]


_NOT_RATED_TWICE = "Not computable: no item was rated by two assessors."
_NO_VARIATION = (
    "Not computable: every rating is the same, so nothing shows whether the assessors would tell "
    "candidates apart alike."
)
_WHAT_A_LABEL_SAYS: Mapping[Label, str] = {
    Label.FIRM: "The assessors agree well enough to rely on.",
    Label.TENTATIVE: "The assessors agree enough for tentative conclusions: talk the differences through.",
    Label.WEAK: "The assessors agree too little to rely on: talk the differences through before deciding.",
}

# The ratings of one item. For kappa in the order of the two assessors, for alpha sorted, since there it
# does not matter who gave what: so many items share a pattern, and each pattern is worked out once.
type Pattern = tuple[int, ...]
# How often one rating met another on the same item, in whole units. Tables of items add up to that of
# them all, so leaving one out is a subtraction.
type Table = Counter[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Measure:
    method: Method
    table_of: Callable[[Pattern], Table]
    coefficient: Callable[[Table], Fraction | None]


def measure_agreement(ratings: Mapping[Key, Mapping[Key, int | None]]) -> Agreement:
    """How far the assessors of ``ratings`` (assessor to item to points) agree.

    An item counts as rated by everybody who gave it points; the items are all that anybody lists.
    """
    items = list(dict.fromkeys(item for given in ratings.values() for item in given))
    rows = [[given.get(item) for given in ratings.values()] for item in items]
    known = [tuple(points for points in row if points is not None) for row in rows]
    if len(ratings) == 2 and all(len(pattern) == 2 for pattern in known):
        measure = _Measure(Method.WEIGHTED_KAPPA, _pair_of_two, weighted_kappa)
        return _describe(measure, Counter(known))
    unit = lcm(*(len(pattern) - 1 for pattern in known if len(pattern) > 1))
    measure = _Measure(
        Method.KRIPPENDORFF_ALPHA,
        lambda pattern: _pairs_within(pattern, unit),
        lambda table: krippendorff_alpha(table, unit),
    )
    return _describe(measure, Counter(tuple(sorted(pattern)) for pattern in known if len(pattern) > 1))


def _describe(measure: _Measure, patterns: Counter[Pattern]) -> Agreement:
    items = patterns.total()
    tables = {pattern: measure.table_of(pattern) for pattern in patterns}
    whole: Table = Counter()
    for pattern, count in patterns.items():
        whole.update({pair: count * weight for pair, weight in tables[pattern].items()})
    exact = measure.coefficient(whole)
    if exact is None:
        return Agreement(measure.method, None, None, None, items)
    without_one = [(measure.coefficient(whole - tables[pattern]), n) for pattern, n in patterns.items()]
    value = _four_decimals(float(exact))
    return Agreement(
        method=measure.method,
        value=value,
        interval=_interval(float(exact), [(one, n) for one, n in without_one if one is not None], items),
        label=_label(value) if items >= FEWEST_ITEMS_FOR_A_LABEL else None,
        rated_items=items,
    )


def _label(value: float) -> Label:
    if value >= FIRM_FROM:
        return Label.FIRM
    return Label.TENTATIVE if value >= TENTATIVE_FROM else Label.WEAK


def weighted_kappa(table: Table) -> Fraction | None:
    """Quadratic-weighted kappa; None where no disagreement is expected.

    ``table`` counts the items to which the one assessor gave a and the other b. The disagreement
    expected is the mean squared difference between any rating of the one and any of the other.
    """
    first, second = Counter[int](), Counter[int]()
    for (a, b), count in table.items():
        first[a] += count
        second[b] += count
    seen = sum(count * (a - b) ** 2 for (a, b), count in table.items())
    expected = sum(m * n * (a - b) ** 2 for a, m in first.items() for b, n in second.items())
    return 1 - Fraction(table.total() * seen, expected) if expected else None


def krippendorff_alpha(table: Table, unit: int) -> Fraction | None:
    """Ordinal alpha; None where no disagreement is expected.

    ``table`` holds the coincidences, in parts of 1/``unit``: each item gives every ordered pair of its
    m ratings the weight 1/(m - 1). Two ratings differ by how many ratings lie from the one to the
    other, half of those at either end.
    """
    totals = Counter[int]()
    for (a, _), weight in table.items():
        totals[a] += weight
    distance = _ordinal_distances(totals)
    seen = sum(weight * distance[pair] for pair, weight in table.items())
    expected = sum(m * n * distance[a, b] for a, m in totals.items() for b, n in totals.items())
    return 1 - Fraction((table.total() - unit) * seen, expected) if expected else None


def _pair_of_two(pattern: Pattern) -> Table:
    first, second = pattern
    return Counter({(first, second): 1})


def _pairs_within(pattern: Pattern, unit: int) -> Table:
    table = Counter(permutations(pattern, 2))
    return Counter({(a, b): count * (unit // (len(pattern) - 1)) for (a, b), count in table.items()})


def _ordinal_distances(totals: Counter[int]) -> dict[tuple[int, int], int]:
    """Squared distances between points, times a factor that cancels out and keeps them whole."""
    points = sorted(totals)
    up_to = dict(zip(points, accumulate(totals[point] for point in points), strict=True))
    middle = {point: 2 * up_to[point] - totals[point] for point in points}
    return {(a, b): (middle[a] - middle[b]) ** 2 for a in points for b in points}


def _interval(
    value: float, without_one: Sequence[tuple[Fraction, int]], items: int
) -> tuple[float, float] | None:
    """The jackknife's 95% interval within -1 to 1.

    ``without_one`` holds the coefficient without one item, and of how many items that is true. None
    where some item cannot be left out, because without it no disagreement is expected.
    """
    if sum(count for _, count in without_one) < items:
        return None
    mean = sum(float(one) * count for one, count in without_one) / items
    variance = sum(count * (float(one) - mean) ** 2 for one, count in without_one) * (items - 1) / items
    reach = students_t(items - 1) * sqrt(variance)
    return _four_decimals(max(value - reach, min(value, -1.0))), _four_decimals(min(value + reach, 1.0))


def _four_decimals(value: float) -> float:
    return round(value, 4) + 0.0  # never minus nought


def students_t(freedom: int) -> float:
    """The 97.5% quantile, by its expansion around the normal; within 1% from three degrees on."""
    z = NormalDist().inv_cdf(0.975)
    return (
        z
        + (z**3 + z) / (4 * freedom)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3)
    )
