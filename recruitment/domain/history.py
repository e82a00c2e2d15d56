"""Gaps and overlaps in an employment history whose dates are known to the day or to the month.

A month stands for any of its days, so a stretch of uncovered days has a longest and a shortest
reading. The longest reading lets every entry begin as late and end as early as it may; the shortest
lets all of them cover as much as they may. Both are exact over every choice of days.

Days are counted as ordinals here, bounds inclusive, so that no end of the calendar can overflow.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from core.domain.dates import DayOrMonth

THRESHOLD_DAYS = 28
_ALWAYS = date.max.toordinal() + 1


class Kind(StrEnum):
    """What somebody did. Every kind covers its time."""

    EMPLOYMENT = "employment"
    EDUCATION = "education"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Occupation:
    """One entry of a history; without an end it is current. The end is not before the start."""

    start: DayOrMonth
    end: DayOrMonth | None
    kind: Kind = Kind.EMPLOYMENT

    @property
    def is_reversed(self) -> bool:
        """Whether it ends before it starts, on whatever days of the months it gives."""
        return self.end is not None and self.end.latest < self.start.earliest


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch in which the history may show nothing, in its longest reading.

    ``days_least`` is the longest run of it that is empty whatever days the months stand for.
    """

    from_date: date
    to_date: date
    days_least: int
    days_most: int
    certain: bool


@dataclass(frozen=True, slots=True)
class Overlap:
    """A stretch of days on each of which two entries at least were certainly held."""

    from_date: date
    to_date: date


class _Span(NamedTuple):
    """The bounds an entry can take, as ordinals, given that it does not end before it starts."""

    first_start: int
    last_start: int
    first_end: int
    last_end: int


class _Run(NamedTuple):
    start: int
    end: int

    @property
    def days(self) -> int:
        return self.end - self.start + 1


def find_gaps(
    history: Iterable[Occupation],
    *,
    education_ended: DayOrMonth | None,
    until: DayOrMonth,
    threshold_days: int = THRESHOLD_DAYS,
) -> tuple[Gap, ...]:
    """The gaps of ``threshold_days`` or more from the end of education to ``until``, which counts.

    Where the end of education is not known, they are sought from the first entry on. A gap is listed
    when its longest reading reaches the threshold and is certain when its shortest does.
    """
    spans = [_span(entry) for entry in history]
    stretches = _longest_stretches(spans, education_ended, until)
    empty = _always_empty(spans, education_ended, until)
    empty_ends = [run.end for run in empty]
    gaps = []
    for stretch in stretches:
        if stretch.days >= threshold_days:
            least = _longest_run_within(stretch, empty, empty_ends)
            gaps.append(
                Gap(
                    from_date=date.fromordinal(stretch.start),
                    to_date=date.fromordinal(stretch.end),
                    days_least=least,
                    days_most=stretch.days,
                    certain=least >= threshold_days,
                )
            )
    return tuple(gaps)


def find_overlaps(history: Iterable[Occupation], *, until: DayOrMonth) -> tuple[Overlap, ...]:
    """The stretches held twice or more, up to ``until``, merged where they touch.

    Only days that are certain: two entries that share a month and nothing else do not overlap.
    """
    changes: Counter[int] = Counter()
    for span in map(_span, history):
        end = min(span.first_end, until.earliest.toordinal())
        if span.last_start <= end:
            changes[span.last_start] += 1
            changes[end + 1] -= 1
    overlaps: list[_Run] = []
    held, since = 0, 0
    for day in sorted(changes):
        before, held = held, held + changes[day]
        if before < 2 <= held:
            since = day
        elif held < 2 <= before:
            overlaps.append(_Run(since, day - 1))
    return tuple(Overlap(date.fromordinal(run.start), date.fromordinal(run.end)) for run in overlaps)


def _span(entry: Occupation) -> _Span:
    first_start, last_start = entry.start.earliest.toordinal(), entry.start.latest.toordinal()
    if entry.end is None:
        return _Span(first_start, last_start, _ALWAYS, _ALWAYS)
    first_end, last_end = entry.end.earliest.toordinal(), entry.end.latest.toordinal()
    return _Span(first_start, min(last_start, last_end), max(first_end, first_start), last_end)


def _longest_stretches(
    spans: Sequence[_Span], education_ended: DayOrMonth | None, until: DayOrMonth
) -> list[_Run]:
    """Every stretch that can be empty from end to end and lies in no longer one.

    Such a stretch begins the day after something ended as early as it may. Whatever cannot have
    ended by then comes after it, and the first of these to start, as late as it may, closes it.
    """
    by_end = sorted(spans, key=lambda span: span.first_end)
    ends = [span.first_end for span in by_end]
    latest_starts = (span.last_start for span in reversed(by_end))
    closing = list(accumulate(latest_starts, min, initial=until.latest.toordinal() + 1))[::-1]
    opening = ends
    if education_ended is not None:
        ended = education_ended.earliest.toordinal()
        opening = [ended, *(end for end in ends if end > ended)]
    stretches: list[_Run] = []
    for end in opening:
        stretch = _Run(end + 1, closing[bisect_right(ends, end)] - 1)
        if stretch.days > 0 and (not stretches or stretches[-1].end < stretch.end):
            stretches.append(stretch)
    return stretches


def _always_empty(
    spans: Sequence[_Span], education_ended: DayOrMonth | None, until: DayOrMonth
) -> list[_Run]:
    """The runs of days that nothing covers even where every entry covers as much as it may."""
    last = until.earliest.toordinal()
    begins = [span.first_start for span in spans]
    covered = education_ended.latest.toordinal() if education_ended else min(begins, default=last + 1) - 1
    runs: list[_Run] = []
    for span in sorted(spans):
        if span.first_start > covered + 1:
            runs.append(_Run(covered + 1, min(span.first_start - 1, last)))
        covered = max(covered, span.last_end)
    runs.append(_Run(covered + 1, last))
    return [run for run in runs if run.days > 0]


def _longest_run_within(stretch: _Run, runs: Sequence[_Run], run_ends: Sequence[int]) -> int:
    longest = 0
    for run in runs[bisect_left(run_ends, stretch.start) :]:
        if run.start > stretch.end:
            break
        longest = max(longest, min(run.end, stretch.end) - max(run.start, stretch.start) + 1)
    return longest
