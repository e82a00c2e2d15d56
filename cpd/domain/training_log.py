"""A training log as it was read: one line for each training of one person, and what is wrong with each."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from compliance.domain.central_record_dates import date_of_figures, find_dates
from core.domain.dates import parse_day
from core.domain.errors import DomainError
from cpd.domain.training_entry import TrainingEntry, check_training, to_quarters

MOST_LINES = 20_000
_HOURS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:h|hr|hrs|hour|hours)?\.?", re.IGNORECASE)
_COST = re.compile(r"£?\s*(\d[\d,]*(?:\.\d{1,2})?)")
NO_COST = frozenset({"free", "nil", "none", "n/a", "-", "no cost"})


@dataclass(frozen=True, slots=True)
class LogLine:
    """One training of one person in the words of the workbook; a date cell as YYYY-MM-DD."""

    sheet: str
    row: int
    column: str
    forename: str
    surname: str
    course: str
    awarded: str
    expiry: str = ""
    provider: str = ""
    hours: str = ""
    cost: str = ""

    @property
    def key(self) -> str:
        """Names the line on a page: sheet, row and column."""
        return f"{self.sheet}|{self.row}|{self.column}"

    @property
    def name(self) -> str:
        return f"{self.forename} {self.surname}".strip()


@dataclass(frozen=True, slots=True)
class TrainingLogReading:
    """What was read of a workbook. ``columns``: each heading and what it was taken for."""

    columns: tuple[tuple[str, str], ...]
    lines: tuple[LogLine, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadLine:
    """What a line says in dates and figures, and why it cannot be brought in where it cannot."""

    awarded_date: date | None
    printed_expiry: date | None
    quarter_hours: int | None
    cost_pence: int | None
    problems: tuple[str, ...]

    def entry(self, *, course_id: int | None, title: str, provider: str) -> TrainingEntry:
        """The training as it is written down; only of a line with a day."""
        if self.awarded_date is None:
            raise DomainError("date_missing", "The day it was completed is missing.", "awarded_date")
        return TrainingEntry(
            self.awarded_date,
            course_id,
            title if course_id is None else "",
            provider,
            self.printed_expiry,
            self.quarter_hours,
            self.cost_pence,
        )


def reading_to_json(reading: TrainingLogReading) -> dict[str, Any]:
    """As it is kept."""
    return {
        "columns": [list(pair) for pair in reading.columns],
        "lines": [asdict(line) for line in reading.lines],
        "notes": list(reading.notes),
    }


def reading_from_json(kept: Mapping[str, Any]) -> TrainingLogReading:
    """As it was read."""
    return TrainingLogReading(
        tuple((heading, field) for heading, field in kept["columns"]),
        tuple(LogLine(**line) for line in kept["lines"]),
        tuple(kept["notes"]),
    )


def read_line(line: LogLine, *, today: date) -> ReadLine:
    """Dates in every shape a school writes, day before month; nothing is made up.

    A date without a day, or one that cannot be, is a problem of the line.
    """
    problems: list[str] = []
    awarded = _read_day(line.awarded, "completed", problems, is_needed=True)
    expiry = _read_day(line.expiry, "expiry", problems, is_needed=False)
    read = ReadLine(awarded, expiry, _read_hours(line.hours, problems), _read_cost(line.cost, problems), ())
    if awarded is not None and not problems:
        try:
            check_training(read.entry(course_id=1, title="", provider=""), today=today)
        except DomainError as error:
            problems.append(error.message)
    return ReadLine(awarded, expiry, read.quarter_hours, read.cost_pence, tuple(problems))


def _read_day(text: str, what: str, problems: list[str], *, is_needed: bool) -> date | None:
    written = " ".join(text.split())
    if not written or written.casefold() in {"n/a", "none", "no expiry", "-", "–", "na"}:
        if is_needed:
            problems.append("The day it was completed is missing.")
        return None
    try:
        return parse_day(written)
    except ValueError:
        pass
    found = [date_of_figures(written)] if written.isdigit() and len(written) > 4 else [*find_dates(written)]
    dates = [one for one in found if one is not None]
    if len(dates) != 1 or dates[0].iso is None:
        problems.append(f"“{written}” is no one date ({what}).")
        return None
    if len(dates[0].iso) != len("2026-09-01"):
        problems.append(f"“{written}” names no day ({what}).")
        return None
    if dates[0].fault is not None:
        problems.append(f"“{written}” has month and day the wrong way round ({what}).")
        return None
    return parse_day(dates[0].iso)


def _read_hours(text: str, problems: list[str]) -> int | None:
    written = text.strip()
    if not written or written in {"-", "–"}:
        return None
    found = _HOURS.fullmatch(written)
    try:
        quarters = to_quarters(Decimal(found[1].replace(",", "."))) if found else None
    except InvalidOperation:
        quarters = None
    if not quarters:
        problems.append(f"“{written}” is no number of hours in quarters.")
        return None
    return quarters


def _read_cost(text: str, problems: list[str]) -> int | None:
    written = text.strip()
    if not written or written.casefold() in NO_COST:
        return None
    found = _COST.fullmatch(written)
    if not found:
        problems.append(f"“{written}” is no cost in pounds.")
        return None
    return int(Decimal(found[1].replace(",", "")) * 100)
