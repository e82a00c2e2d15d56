"""Dates as people write them on a form: a day, or only a month, in any usual shape."""

import re

from core.domain.dates import DayOrMonth

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")


def read_partial_date(text: str) -> DayOrMonth:
    """A day or a month: ``15/09/2024``, ``15 Sept 2024``, ``09/2024``, ``Sept 2024``, ``2024-09``.

    Day before month, as in England. Raises ValueError for anything else, a year alone included: which
    month it was decides whether there is a gap.
    """
    parts = [_number(part) for part in re.split(r"[\s/.,-]+", _ORDINAL.sub("", text.strip().lower())) if part]
    if len(parts) == 2:
        month, year = parts if parts[1] > 31 else (parts[1], parts[0])
        return DayOrMonth.in_month(_likely_year(year), month)
    if len(parts) == 3:
        day, month, year = parts if parts[0] <= 31 else (parts[2], parts[1], parts[0])
        return DayOrMonth.parse(f"{_likely_year(year):04}-{month:02}-{day:02}")
    raise ValueError(f"not a date: {text!r}")


def write_partial_date(stored: str) -> str:
    """A stored date as it is shown: ``15/09/2024`` or ``09/2024``; nothing for nothing."""
    return "/".join(reversed(stored.split("-")))


def _number(part: str) -> int:
    """The number of a day, a month or a year. Months may be named in full or by their first letters."""
    if part.isascii() and part.isdigit():
        return int(part)
    name = part.rstrip(".")
    for number, (short, full) in enumerate(zip(_MONTHS, _FULL_MONTHS, strict=True), start=1):
        if name.startswith(short) and (full.startswith(name) or name == "sept"):
            return number
    raise ValueError(f"not part of a date: {part!r}")


def _likely_year(year: int) -> int:
    if not 1900 <= year <= 2100:
        raise ValueError(f"not a likely year: {year}")
    return year
