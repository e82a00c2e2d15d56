"""What the matrix of checks asks for one person of a workbook, as the diagnosis of cells needs it."""

from dataclasses import dataclass
from datetime import date

from compliance.domain.central_record_people import Place
from compliance.domain.checks import required_checks
from compliance.domain.requirement import MUST, Status
from core.domain.schools import SchoolType

# Not in the matrix: the letter by which an agency or provider vouches for the checks it made.
CONFIRMATION = "supply_confirmation"


@dataclass(frozen=True, slots=True)
class Needs:
    """Names of checks: those that must stand in the record, and those that must not be made at all."""

    required: frozenset[str] = frozenset()
    not_permitted: frozenset[str] = frozenset()


NO_NEEDS = Needs()


def needs_of(place: Place, *, as_at: date, school: SchoolType) -> Needs:
    """Required is what either of somebody's categories requires; not permitted what each of them forbids."""
    required: set[str] = set()
    forbidden: list[set[str]] = []
    for worker in place.workers:
        found = required_checks(as_at, school, worker, place.facts)
        required |= {check.value for check, one in found.items() if one.status in MUST}
        forbidden.append({check.value for check, one in found.items() if one.status is Status.NOT_PERMITTED})
    if place.category == "supply":
        required.add(CONFIRMATION)
    return Needs(frozenset(required), frozenset(set.intersection(*forbidden)))
