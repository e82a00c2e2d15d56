"""Dates as school offices write them in a central record: in every shape, sometimes no day, sometimes none.

Day before month, as in England. Nothing is completed by guessing: a month without a day stays a month.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.domain.dates import DayOrMonth

# A year in two figures: 40 to 99 are 1940 to 1999, 00 to 39 are 2000 to 2039, for births and checks alike.
PIVOT_YEAR = 40
# A number in a date column that Excel shows as a number: its days since the end of 1899, 1927 to 2064.
EXCEL_EPOCH = date(1899, 12, 30)
SERIALS = range(10_000, 60_001)
FIRST_YEAR, LAST_YEAR = 1900, 2999

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:r?uary?|r)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sep(?:t(?:ember)?)?|setp(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?:the\s+)?"
_ORDINAL = r"\s*(?:st|nd|rd|th)?"
_GAP = r"[\s/.,'’-]*"
_EXPIRY = re.compile(
    r"\b(?:exp|expir\w*|expiry date|valid (?:to|till|until)|until|renew\w*|runs out|ends?|end date)\W{0,3}$",
    re.IGNORECASE,
)
_BIRTH = re.compile(r"\b(?:dob|d\.o\.b\.?|born)\W{0,3}$", re.IGNORECASE)
_AWARD = re.compile(r"\b(?:awarded|award|gained|qualified|obtained)\W{0,3}(?:in\W{0,2})?$", re.IGNORECASE)
_LOOK_BACK = 24


class DateFault(StrEnum):
    """Why a written date is not a day that can be relied on."""

    NO_DAY = "no_day"
    NO_YEAR = "no_year"
    MONTH_FIRST = "month_first"
    NO_SUCH_DATE = "no_such_date"


class DateRole(StrEnum):
    """What a date in a cell speaks of, by the words before it."""

    DONE = "done"
    EXPIRY = "expiry"
    BIRTH = "birth"
    AWARD = "award"


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """One date found in a cell. ``iso`` is YYYY-MM-DD, YYYY-MM or YYYY; None where it cannot be known.

    ``start`` and ``end`` are its place in the text; ``numeric`` whether day and month were both figures.
    """

    iso: str | None
    fault: DateFault | None = None
    start: int = 0
    end: int = 0
    role: DateRole = DateRole.DONE
    numeric: bool = False

    @property
    def bounds(self) -> DayOrMonth | None:
        """The first and last day it may be; None for a date that cannot be known."""
        return bounds_of(self.iso)


def bounds_of(iso: str | None) -> DayOrMonth | None:
    """The first and last day of a normalised date: of a day, a month or a year."""
    if iso is None:
        return None
    if len(iso) == 4:
        return DayOrMonth(date(int(iso), 1, 1), date(int(iso), 12, 31))
    return DayOrMonth.parse(iso)


def date_of_serial(number: float) -> WrittenDate | None:
    """The day Excel means by a bare number, or None where no school would have meant one."""
    if int(number) in SERIALS:
        return WrittenDate((EXCEL_EPOCH + timedelta(days=int(number))).isoformat())
    return None


def date_of_figures(text: str) -> WrittenDate | None:
    """Figures without separators in a date column: 43306 (Excel), 12092022, 20220912 or 120922."""
    figures = text.strip()
    if not re.fullmatch(r"\d{5,8}(?:\.\d+)?", figures):
        return None
    if len(figures.partition(".")[0]) == 5:
        return date_of_serial(float(figures))
    if len(figures) == 8:
        reading = _written(figures[4:], figures[2:4], figures[:2])
        return _written(figures[:4], figures[4:6], figures[6:]) if reading.iso is None else reading
    return _written(figures[4:], figures[2:4], figures[:2]) if len(figures) == 6 else None


def find_dates(text: str) -> list[WrittenDate]:
    """Every date in a text, in its order, each stretch of it read once by the most exact shape that fits."""
    found: list[WrittenDate] = []
    rest = text
    for pattern, read in _SHAPES:
        for match in pattern.finditer(rest):
            if written := read(match):
                found.append(_placed(written, match, text))
                rest = rest[: match.start()] + "\0" * (match.end() - match.start()) + rest[match.end() :]
    return sorted(found, key=lambda written: written.start)


def year_in_full(figures: str) -> int | None:
    """The year meant by two or four figures; None for one or three."""
    if len(figures) == 4:
        return int(figures)
    if len(figures) != 2:
        return None
    return int(figures) + (1900 if int(figures) >= PIVOT_YEAR else 2000)


def _placed(written: WrittenDate, match: re.Match[str], text: str) -> WrittenDate:
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    roles = {_EXPIRY: DateRole.EXPIRY, _BIRTH: DateRole.BIRTH, _AWARD: DateRole.AWARD}
    role = next((role for pattern, role in roles.items() if pattern.search(before)), DateRole.DONE)
    numeric = "name" not in match.re.groupindex
    return WrittenDate(written.iso, written.fault, match.start(), match.end(), role, numeric)


def _written(year: str, month: str, day: str) -> WrittenDate:
    """A whole date in figures. Month before day is noted where only that order makes a date."""
    full = year_in_full(year)
    if full is None or not FIRST_YEAR <= full <= LAST_YEAR:
        return WrittenDate(None, DateFault.NO_SUCH_DATE)
    if iso := _day_if_any(full, int(month), int(day)):
        return WrittenDate(iso)
    if iso := _day_if_any(full, int(day), int(month)):
        return WrittenDate(iso, DateFault.MONTH_FIRST)
    return WrittenDate(None, DateFault.NO_SUCH_DATE)


def _day_if_any(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _whole_in_figures(match: re.Match[str]) -> WrittenDate:
    return _written(match["year"], match["month"], match["day"])


def _whole_in_words(match: re.Match[str]) -> WrittenDate:
    full = year_in_full(match["year"])
    try:
        return WrittenDate(date(full or 0, _month_number(match["name"]), int(match["day"])).isoformat())
    except ValueError:
        return WrittenDate(None, DateFault.NO_SUCH_DATE)


def _month_in_words(match: re.Match[str]) -> WrittenDate | None:
    full = year_in_full(match["year"])
    if full is None or not FIRST_YEAR <= full <= LAST_YEAR:
        return None
    return WrittenDate(f"{full:04}-{_month_number(match['name']):02}", DateFault.NO_DAY)


def _day_without_year(_match: re.Match[str]) -> WrittenDate:
    return WrittenDate(None, DateFault.NO_YEAR)


def _month_in_figures(match: re.Match[str]) -> WrittenDate:
    """``09/2019`` and ``9/19`` are months; ``26/8`` and ``9/12`` may be days without a year."""
    full, month = year_in_full(match["year"]), int(match["month"])
    if full is None or not 1 <= month <= 12 or (len(match["year"]) == 2 and int(match["year"]) <= 12):
        return WrittenDate(None, DateFault.NO_YEAR)
    return WrittenDate(f"{full:04}-{month:02}", DateFault.NO_DAY)


def _year_alone(match: re.Match[str]) -> WrittenDate:
    return WrittenDate(match["year"], DateFault.NO_DAY)


def _month_number(name: str) -> int:
    return _MONTHS.index(name.lower().replace("setp", "sep")[:3]) + 1


def _shapes() -> Iterator[tuple[re.Pattern[str], Callable[[re.Match[str]], WrittenDate | None]]]:
    """The shapes, the most exact first: what one has read, the next no longer sees."""
    clock = r"(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
    figures = r"(?P<day>\d{1,2})(?P<mark>\s*[/.\-]+\s*|\s)(?P<month>\d{1,2})(?:\s*[/.\-]+\s*|\s)"
    year = r"(?P<year>\d{4}|\d{2})(?!\d)"
    yield (
        _shape(rf"(?<!\d)(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?!\d){clock}"),
        (_whole_in_figures),
    )
    yield _shape(rf"(?<![\d/.]){figures}(?P<year>\d{{1,4}})(?![\d/]){clock}"), _whole_in_figures
    yield (
        _shape(rf"{_WEEKDAY}(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}\s*(?:of\s+)?{_GAP}{_MONTH}{_GAP}{year}"),
        (_whole_in_words),
    )
    yield _shape(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}}){_ORDINAL},?\s+(?P<year>\d{{4}})(?!\d)"), _whole_in_words
    yield _shape(rf"(?<![a-z]){_MONTH}{_GAP}{year}(?!\s*(?:st|nd|rd|th)\b)(?!\s*[/.]\d)"), _month_in_words
    yield _shape(rf"(?<!\d)\d{{1,2}}{_ORDINAL}\s*(?:of\s+)?{_MONTH}(?![a-z])"), _day_without_year
    yield (
        _shape(r"(?<![\d/.])(?P<month>\d{1,2})\s?[/.\-]\s?(?P<year>\d{4}|\d{1,2})(?![\d/])"),
        (_month_in_figures),
    )
    yield _shape(r"(?<![\d/.\-])(?P<year>19[4-9]\d|20[0-3]\d)(?![\d/])"), _year_alone


def _shape(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SHAPES = tuple(_shapes())
