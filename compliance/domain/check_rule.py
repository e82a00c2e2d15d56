"""One rule of the matrix of checks, the days it is in force, and what its rows have in common."""

from dataclasses import dataclass
from datetime import date, timedelta

from compliance.domain.categories import WorkerCategory
from compliance.domain.check_conditions import Condition, always
from compliance.domain.requirement import Status
from compliance.domain.sources import checks as sources
from core.domain.sources import LegalSource


@dataclass(frozen=True, slots=True)
class Rule:
    """What decides a check for some categories, while it is in force."""

    categories: frozenset[WorkerCategory]
    decide: Condition
    sources: tuple[LegalSource, ...]
    in_force_from: date | None = None
    in_force_until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it is in force that day, its first and last included."""
        began = self.in_force_from is None or self.in_force_from <= day
        return began and (self.in_force_until is None or day <= self.in_force_until)


def eve(day: date) -> date:
    """The last day of what another rule follows."""
    return day - timedelta(days=1)


def only(*categories: WorkerCategory) -> frozenset[WorkerCategory]:
    """A column or several of the matrix."""
    return frozenset(categories)


def required(reason: str) -> Condition:
    """Required of everybody in the cell."""
    return always(Status.REQUIRED, reason)


def should(reason: str) -> Condition:
    """Good practice by guidance for everybody in the cell."""
    return always(Status.SHOULD, reason)


def not_required(reason: str) -> Condition:
    """Required of nobody in the cell."""
    return always(Status.NOT_REQUIRED, reason)


CONFIRMED = always(
    Status.ASSURANCE,
    "The agency or training provider makes this check and confirms it in writing; record the confirmation.",
)
NOT_EMPLOYED = not_required("Not an employee of the school: the law does not ask it of this post.")
NOT_YOURS = not_required("Not yours to make: the contractor answers for its own people.")

THRESHOLD = only(WorkerCategory.VOLUNTEER_RA)
BELOW = only(WorkerCategory.VOLUNTEER_BELOW)

PRE = (sources.PRE_APPOINTMENT,)
VOUCHED = (sources.WRITTEN_ASSURANCE, sources.PROVIDER_CONFIRMS)
BY_RISK = (sources.VOLUNTEER_RISK_ASSESSMENT,)
BY_POLICY = (sources.SCHOOL_POLICY,)
