"""The ratings of a cycle side by side, so that the head sees whether appraisers measure alike."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cpd.domain.appraisal import FEWEST_SHOWN, Rating


@dataclass(frozen=True, slots=True)
class Rated:
    """The overall rating of one final review that is shared; the appraiser by key and name."""

    appraiser_id: int
    appraiser: str
    rating: Rating


@dataclass(frozen=True, slots=True)
class Spread:
    """How often each rating was given. ``counts`` is None where too few people stand behind it to show."""

    label: str
    total: int
    counts: Mapping[Rating, int] | None

    def count(self, rating: Rating) -> int | None:
        return self.counts.get(rating, 0) if self.counts is not None else None

    @property
    def cells(self) -> Sequence[int | None]:
        """In the order of the ratings."""
        return [self.count(rating) for rating in Rating]


def spread_of(label: str, ratings: Iterable[Rating], *, fewest: int = 0) -> Spread:
    """Count ratings; below ``fewest`` people none of the counts is shown."""
    counted = Counter(ratings)
    total = counted.total()
    return Spread(label, total, dict(counted) if total >= fewest else None)


def by_appraiser(rated: Iterable[Rated], *, is_for_moderator: bool) -> list[Spread]:
    """One spread for each appraiser, by name. Shown to others than the head, fewer than five are held back.

    Where exactly one appraiser were held back, the total less the others would tell: then all are.
    """
    groups: dict[tuple[str, int], list[Rating]] = {}
    for one in rated:
        groups.setdefault((one.appraiser, one.appraiser_id), []).append(one.rating)
    fewest = 0 if is_for_moderator else FEWEST_SHOWN
    held_back = sum(len(ratings) < fewest for ratings in groups.values())
    if held_back == 1:
        fewest = max(len(ratings) for ratings in groups.values()) + 1
    return [spread_of(name, groups[name, key], fewest=fewest) for name, key in sorted(groups)]
