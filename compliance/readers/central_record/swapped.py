"""Finds columns in which American settings have swapped days and months.

Typed the English way into an American Excel, 3/9/2019 becomes 9 March and 25/9/2019 stays text. So a
swapped column has no day after the 12th among its real dates, and only such days among its texts; and
checks that were made before the start seem to come after it. A column of texts may also be written month
first throughout.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from compliance.domain.central_record_cells import RawCell
from compliance.domain.central_record_dates import DateFault, date_of_serial, find_dates

# Of the days of a year about two in five lie in the first twelve of their month.
_EARLY_SHARE, _LATE_SHARE = 0.4, 0.6
# How often a date that came after its bound would come before it with day and month swapped, by chance.
_MENDED_SHARE = 0.1
LEAST_LIKELY = 0.002
FEWEST_REAL, FEWEST_TEXTS, FEWEST_MENDED = 3, 2, 3


@dataclass(frozen=True, slots=True)
class Bounded:
    """A cell and the day its date should not come after: the start, or the day of the reading."""

    cell: RawCell
    bound: date | None = None


def real_dates_are_swapped(cells: Sequence[Bounded]) -> bool:
    """Whether what is seen in a column would hardly come about by chance."""
    real = {day: one.bound for one in cells if (day := _real_day(one.cell))}
    mended = sum(_is_mended_by_swapping(day, bound) for day, bound in real.items())
    days = _days_in_texts(cells)
    late = [day for day, bound in real.items() if bound and day.day > 12 and day > bound]
    if any(day.day > 12 for day in real) or any(number <= 12 for number in days):
        return mended >= FEWEST_MENDED and not late
    if mended < FEWEST_MENDED and (len(real) < FEWEST_REAL or len(days) < FEWEST_TEXTS):
        return False
    chance = _EARLY_SHARE ** len(real) * _LATE_SHARE ** len(days) * _MENDED_SHARE**mended
    return chance < LEAST_LIKELY


def texts_are_month_first(cells: Sequence[RawCell]) -> bool:
    """Whether texts in figures put the month first: some can be read only so, none only the English way."""
    found = [
        one for cell in cells if isinstance(cell.value, str) for one in find_dates(cell.text) if one.numeric
    ]
    american = sum(one.fault is DateFault.MONTH_FIRST for one in found)
    english = sum(one.fault is None and one.iso is not None and int(one.iso[8:]) > 12 for one in found)
    return american >= 2 and english == 0


def _is_mended_by_swapping(day: date, bound: date | None) -> bool:
    """Whether a date comes too late as it stands, and in time with day and month swapped."""
    if bound is None or day.day > 12 or day <= bound:
        return False
    return date(day.year, day.day, day.month) <= bound


def _days_in_texts(cells: Sequence[Bounded]) -> list[int]:
    """The days of the different dates that are texts in figures."""
    texts = {one.cell.text for one in cells if isinstance(one.cell.value, str)}
    found = [
        [one for one in find_dates(text) if one.numeric and one.iso and len(one.iso) == 10] for text in texts
    ]
    return [int(str(dates[0].iso)[8:]) for dates in found if len(dates) == 1]


def _real_day(cell: RawCell) -> date | None:
    """The day of a cell that Excel holds as a date, shown as such or as the bare number of it."""
    if isinstance(cell.value, date):
        return cell.value.date() if isinstance(cell.value, datetime) else cell.value
    if not re.fullmatch(r"\d{5}", cell.text):
        return None
    written = date_of_serial(int(cell.text))
    return date.fromisoformat(str(written.iso)) if written else None
