"""Who asked for a guaranteed interview at a stage, and who is on the list under a limit or without one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from recruitment.domain.guaranteed_interview import Applicant, guarantee_interviews
from recruitment.domain.scoring import ApplicationResult, Gate, Key
from recruitment.selectors.ranking import percent_of
from recruitment.selectors.stages import ScoringFrame

# What is asked of the kept results of those who opted in.
RESULT_COLUMNS = (
    "application_id",
    "application__code",
    "application__wants_guaranteed_interview",
    "is_complete",
    "gate",
    "failing",
    "total_units",
    "essential_units",
    "sheet_count",
)
NAME_COLUMNS = ("application__person__given_name", "application__person__family_name")


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody who asked for the scheme; the name only where it may be shown."""

    application_id: int
    code: str
    name: str
    total_percent: float | None


@dataclass(frozen=True, slots=True)
class GuaranteedList:
    """``finding`` says in a sentence how the list came about; ``wishing_ids`` are all who asked for it."""

    limit: int | None
    invited: tuple[Listed, ...]
    beyond_limit: tuple[Listed, ...]
    unsettled: tuple[Listed, ...]
    finding: str
    wishing_ids: frozenset[int]

    @property
    def invited_ids(self) -> frozenset[int]:
        return frozenset(one.application_id for one in self.invited)

    @property
    def beyond_ids(self) -> frozenset[int]:
        return frozenset(one.application_id for one in self.beyond_limit)


@dataclass(frozen=True, slots=True)
class OptedIn:
    """Those who asked for the scheme with their results, out of so many who ``applied``."""

    applied: int
    applicants: tuple[Applicant, ...]
    listed: Mapping[Key, Listed]

    def list_guaranteed(self, limit: int | None) -> GuaranteedList:
        """The list under this limit. Raises ``DomainError`` for a limit under one."""
        found = guarantee_interviews(self.applicants, limit=limit, applied=self.applied)
        return GuaranteedList(
            limit,
            self._named(found.invited),
            self._named(found.beyond_limit),
            self._named(found.unsettled),
            found.reason,
            frozenset(one.application_id for one in self.listed.values()),
        )

    def _named(self, keys: Iterable[Key]) -> tuple[Listed, ...]:
        return tuple(self.listed[key] for key in keys)


def gather_opted_in(rows: Iterable[Mapping[str, Any]], frame: ScoringFrame, *, applied: int) -> OptedIn:
    """From results asked for with ``RESULT_COLUMNS``, with ``NAME_COLUMNS`` where names may be shown."""
    wishing = [row for row in rows if row["application__wants_guaranteed_interview"]]
    return OptedIn(
        applied,
        tuple(
            Applicant(row["application_id"], opted_in=True, result=_as_result(row, frame)) for row in wishing
        ),
        {row["application_id"]: _as_listed(row, frame) for row in wishing},
    )


def _as_listed(row: Mapping[str, Any], frame: ScoringFrame) -> Listed:
    return Listed(
        row["application_id"],
        row["application__code"],
        " ".join(row[column] for column in NAME_COLUMNS if column in row),
        percent_of(row["total_units"], frame.total_units_max),
    )


def _as_result(row: Mapping[str, Any], frame: ScoringFrame) -> ApplicationResult:
    """The kept result as the rule knows it; which criteria are undecided or unscored does not matter here."""
    return ApplicationResult(
        complete=row["is_complete"],
        gate=Gate(row["gate"]),
        failing=tuple(row["failing"]),
        undecided=(),
        unscored=(),
        submitted_sheets=row["sheet_count"],
        essential_units=row["essential_units"] or 0,
        essential_units_max=frame.essential_units_max,
        total_units=row["total_units"] or 0,
        total_units_max=frame.total_units_max,
    )
