"""What is known of a role, and what a check then is for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from compliance.domain.categories import WorkerCategory
from core.domain.schools import SchoolType
from core.domain.sources import LegalSource

# What is missing where neither law nor guidance decides, only the school's own written policy.
POLICY = "policy"


class Status(StrEnum):
    REQUIRED = "required"
    SHOULD = "should"
    ASSURANCE = "assurance"
    NOT_REQUIRED = "not_required"
    NOT_PERMITTED = "not_permitted"
    DEPENDS = "depends"


# Nobody starts without these: made by the school, or confirmed to it in writing.
MUST = frozenset({Status.REQUIRED, Status.ASSURANCE})


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """What is known of a role. None is *not known*, which is never *no*.

    ``teaching_work`` is the law's term: planning, delivering, assessing and reporting that nobody directs.
    ``individual_contract`` is true of somebody engaged as a person, not of a business hired by a business.
    ``regulated_activity`` is the school's own decision, where it has taken one.
    """

    teaching_work: bool | None = None
    management_role: bool | None = None
    governor: bool | None = None
    early_years_or_wraparound: bool | None = None
    manages_early_years: bool | None = None
    lived_abroad: bool | None = None
    has_trn: bool | None = None
    individual_contract: bool | None = None
    regulated_activity: bool | None = None
    supervised: bool | None = None
    personal_care: bool | None = None

    def unknown(self, *names: str) -> tuple[str, ...]:
        """Those of the named facts that are not known."""
        return tuple(name for name in names if getattr(self, name) is None)


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody's place at a school on a day. ``school_type`` is None where it is not known."""

    as_at: date
    school_type: SchoolType | None
    category: WorkerCategory
    facts: RoleFacts = RoleFacts()


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a check is for a post. ``needs`` names the facts that are missing where it depends."""

    status: Status
    reason: str
    needs: tuple[str, ...] = ()
    sources: tuple[LegalSource, ...] = ()


def depends(reason: str, *needs: str) -> Requirement:
    """It cannot be said before the named facts are known."""
    return Requirement(Status.DEPENDS, reason, needs)


# What one role needs is made even where another does not need it; permitted in one role is permitted.
_STRONGEST_FIRST = (
    Status.REQUIRED,
    Status.ASSURANCE,
    Status.DEPENDS,
    Status.SHOULD,
    Status.NOT_REQUIRED,
    Status.NOT_PERMITTED,
)


def strongest(requirements: Iterable[Requirement]) -> Requirement | None:
    """What a check is for somebody with several roles at a school; None where no role is described."""
    return min(requirements, key=lambda one: _STRONGEST_FIRST.index(one.status), default=None)
