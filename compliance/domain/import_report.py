"""What an import of a workbook did: what came in, and what was left out with the reason."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from compliance.domain.workbook_rows import Skipped


@dataclass(frozen=True, slots=True)
class ImportedCheck:
    """One check that came in; ``day`` None: done, date missing."""

    place: str
    name: str
    what: str
    day: date | None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Counts of people, posts and checks; ``already``: checks that stood in the record before."""

    people_new: int = 0
    people_known: int = 0
    posts: int = 0
    already: int = 0
    checks: tuple[ImportedCheck, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    @property
    def date_missing(self) -> int:
        """How many checks came in as done, date missing."""
        return sum(one.day is None for one in self.checks)


def report_to_json(report: ImportReport) -> dict[str, Any]:
    """Everything as JSON; ``report_from_json`` undoes it."""
    stored = asdict(report)
    for one in stored["checks"]:
        one["day"] = one["day"].isoformat() if one["day"] else None
    return stored


def report_from_json(stored: Mapping[str, Any]) -> ImportReport:
    """The report that ``report_to_json`` stored; an empty one where nothing is stored."""
    if not stored:
        return ImportReport()
    checks = tuple(
        ImportedCheck(**(one | {"day": date.fromisoformat(one["day"]) if one["day"] else None}))
        for one in stored["checks"]
    )
    skipped = tuple(Skipped(**one) for one in stored["skipped"])
    return ImportReport(**(dict(stored) | {"checks": checks, "skipped": skipped}))
