"""A full history drawn as a line: spans on lanes, gaps between them, a mark for each year.

Positions are whole numbers from 0 to ``WIDTH``, the first and the last day of the line.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from core.domain.dates import DayOrMonth
from recruitment.domain.application_form import HistoryData, find_history_gaps
from recruitment.domain.history import Gap
from recruitment.domain.partial_dates import write_partial_date

WIDTH = 1000
LANE = 36
MOST_TICKS = 12
MOST_DAYS_COUNTED = 100
DAYS_A_MONTH = 30.44


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of the line; ``kind`` is employment, education, other or gap."""

    kind: str
    x: int
    width: int
    lane: int
    label: str

    @property
    def y(self) -> int:
        return self.lane * LANE + 4


@dataclass(frozen=True, slots=True)
class Tick:
    """``is_minor`` years are left out where there is little room."""

    year: int
    x: int
    is_minor: bool


@dataclass(frozen=True, slots=True)
class HistoryItem:
    """An entry or a certain gap, as the list beside the drawing says it."""

    kind: str
    dates: str
    title: str
    place: str = ""
    duties: str = ""
    reason_for_leaving: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """``possible_gaps`` depend on which days of the months given are meant."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    items: tuple[HistoryItem, ...]
    gaps: tuple[Gap, ...]
    possible_gaps: tuple[Gap, ...]
    lanes: int

    @property
    def bars_height(self) -> int:
        return self.lanes * LANE + 6

    @property
    def height(self) -> int:
        """Of the whole drawing, the years below the bars included."""
        return self.bars_height + LANE


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    last: date

    def position(self, day: date) -> int:
        days = max((self.last - self.first).days, 1)
        return max(0, min(WIDTH, (day - self.first).days * WIDTH // days))

    def bar(self, kind: str, label: str, *, start: date, end: date, lane: int = 0) -> Bar:
        x = self.position(start)
        return Bar(kind, x, max(self.position(end) - x, 2), lane, label)

    def ticks(self) -> tuple[Tick, ...]:
        """A mark at each new year, or at every second, third … where there are too many."""
        years = range(self.first.year + 1, self.last.year + 1)
        step = max(1, -(-len(years) // MOST_TICKS))
        return tuple(
            Tick(year, self.position(date(year, 1, 1)), is_minor=bool(number % 3))
            for number, year in enumerate(years[::step])
        )


def draw_history(history: Sequence[HistoryData], *, education_ended: str, until: date) -> HistoryLine:
    """Lay out a history up to the day the application was received."""
    gaps = find_history_gaps(history, education_ended=education_ended, until=until)
    certain = tuple(gap for gap in gaps if gap.certain)
    entries = sorted(history, key=lambda entry: (_start(entry), _end(entry, until)))
    first = min([_start(entry) for entry in entries] + [gap.from_date for gap in certain], default=until)
    axis = _Axis(first, until)
    bars = _entry_bars(entries, axis)
    bars += [axis.bar("gap", "Gap", start=gap.from_date, end=gap.to_date) for gap in certain]
    return HistoryLine(
        bars=tuple(bars),
        ticks=axis.ticks(),
        items=tuple(_items(entries, certain)),
        gaps=certain,
        possible_gaps=tuple(gap for gap in gaps if not gap.certain),
        lanes=max((bar.lane for bar in bars), default=0) + 1,
    )


def _entry_bars(entries: Sequence[HistoryData], axis: _Axis) -> list[Bar]:
    """Each entry on the first lane that is free when it starts."""
    bars, lane_ends = [], [date.min]
    for entry in entries:
        start, end = _start(entry), _end(entry, axis.last)
        lane = next((number for number, taken in enumerate(lane_ends) if taken <= start), len(lane_ends))
        lane_ends[lane : lane + 1] = [end]
        bars.append(axis.bar(entry.kind, _title(entry), start=start, end=end, lane=lane))
    return bars


def _items(entries: Iterable[HistoryData], gaps: Iterable[Gap]) -> list[HistoryItem]:
    dated = [(_start(entry), 1, _entry_item(entry)) for entry in entries]
    dated += [(gap.from_date, 0, _gap_item(gap)) for gap in gaps]
    return [item for _day, _order, item in sorted(dated, key=lambda one: one[:2])]


def _entry_item(entry: HistoryData) -> HistoryItem:
    return HistoryItem(
        kind=entry.kind,
        dates=f"{write_partial_date(entry.started)} to {write_partial_date(entry.ended) or 'now'}",
        title=_title(entry),
        place=entry.organisation if entry.job_title else "",
        duties=entry.duties,
        reason_for_leaving=entry.reason_for_leaving,
    )


def _gap_item(gap: Gap) -> HistoryItem:
    return HistoryItem(kind="gap", dates=gap_dates(gap), title=f"Gap of {gap_days(gap)}", days=gap.days_most)


def gap_dates(gap: Gap) -> str:
    """From when to when: by the day where the days are known, else by the month."""
    shape = "%d/%m/%Y" if gap.days_least == gap.days_most else "%m/%Y"
    return f"{gap.from_date:{shape}} to {gap.to_date:{shape}}"


def gap_days(gap: Gap) -> str:
    """How long, in the words people use: days while they can be pictured, then months and years."""
    if gap.days_most > MOST_DAYS_COUNTED:
        return _months_in_words(round((gap.days_least + gap.days_most) / 2 / DAYS_A_MONTH))
    if gap.days_least == gap.days_most:
        return f"{gap.days_most} days"
    return f"{gap.days_least} to {gap.days_most} days"


def _months_in_words(months: int) -> str:
    years, rest = divmod(months, 12)
    parts = [f"{years} year{'s' * (years > 1)}"] if years else []
    parts += [f"{rest} month{'s' * (rest > 1)}"] if rest else []
    return f"about {' and '.join(parts)}"


def _title(entry: HistoryData) -> str:
    return entry.job_title or entry.organisation


def _start(entry: HistoryData) -> date:
    return DayOrMonth.parse(entry.started).earliest


def _end(entry: HistoryData, until: date) -> date:
    return min(DayOrMonth.parse(entry.ended).latest, until) if entry.ended else until
