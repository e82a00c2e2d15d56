"""Finds columns in which American settings have swapped days and months.

Typed the English way into an American Excel, 3/9/2019 becomes 9 March and 25/9/2019 stays text. So a
swapped column has no day after the 12th among its real dates, and only such days among its texts. And
checks are made shortly before somebody starts: where they only are so with day and month put back, they
were swapped. A column of texts may also be written month first throughout.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from compliance.domain.central_record_cells import RawCell
from compliance.domain.central_record_dates import DateFault, date_of_serial, find_dates

# Of the days of a year about two in five lie in the first twelve of their month.
_EARLY_SHARE, _LATE_SHARE = 0.4, 0.6
LEAST_LIKELY = 0.002
FEWEST_REAL, FEWEST_TEXTS, FEWEST_NEARER = 3, 2, 4
NEAR = timedelta(days=75)


@dataclass(frozen=True, slots=True)
class Started:
    """A cell of somebody's row and the day they started, where that is known and matters."""

    cell: RawCell
    start: date | None = None


def real_dates_are_swapped(cells: Sequence[Started]) -> bool:
    """Whether what is seen in a column would hardly come about by chance."""
    real = {day: one.start for one in cells if (day := _real_day(one.cell))}
    drawn = [_drawn_by_swapping(day, start) for day, start in real.items()]
    nearer, further = drawn.count(1), drawn.count(-1)
    if nearer >= FEWEST_NEARER and nearer >= 3 * further:
        return True
    days = _days_in_texts(cells)
    if any(day.day > 12 for day in real) or any(number <= 12 for number in days) or further > nearer:
        return False
    if len(real) < FEWEST_REAL or len(days) < FEWEST_TEXTS or _spelt_out(cells) * 5 > len(cells):
        return False
    return _EARLY_SHARE ** len(real) * _LATE_SHARE ** len(days) < LEAST_LIKELY


def texts_are_month_first(cells: Sequence[RawCell]) -> bool:
    """Whether texts in figures put the month first: some can be read only so, none only the English way."""
    texts = [cell.text for cell in cells if isinstance(cell.value, str)]
    found = [one for text in texts for one in find_dates(text) if one.numeric]
    american = sum(one.fault is DateFault.MONTH_FIRST for one in found)
    english = sum(one.fault is None and one.iso is not None and int(one.iso[8:]) > 12 for one in found)
    return american >= 2 and english == 0


def _drawn_by_swapping(day: date, start: date | None) -> int:
    """1 where only the swapped date lies near the start, -1 where only the date as it stands does, else 0."""
    if start is None or day.day > 12 or day.day == day.month:
        return 0
    swapped = date(day.year, day.day, day.month)
    return (abs(swapped - start) <= NEAR) - (abs(day - start) <= NEAR)


def _days_in_texts(cells: Sequence[Started]) -> list[int]:
    """The days of the different dates that are texts in figures."""
    texts = {one.cell.text for one in cells if isinstance(one.cell.value, str)}
    found = [[one for one in find_dates(text) if one.numeric and len(one.iso or "") == 10] for text in texts]
    return [int(str(dates[0].iso)[8:]) for dates in found if len(dates) == 1]


def _spelt_out(cells: Sequence[Started]) -> int:
    """How many dates are written with the month in words: such a column was typed as text, all of it."""
    texts = [one.cell.text for one in cells if isinstance(one.cell.value, str)]
    return sum(any(not one.numeric for one in find_dates(text)) for text in texts)


def _real_day(cell: RawCell) -> date | None:
    """The day of a cell that Excel holds as a date, shown as such or as the bare number of it."""
    if isinstance(cell.value, date):
        return cell.value.date() if isinstance(cell.value, datetime) else cell.value
    if not re.fullmatch(r"\d{5}", cell.text):
        return None
    written = date_of_serial(int(cell.text))
    return date.fromisoformat(str(written.iso)) if written else None
