"""What each engagement's checks are for it, by the rules of a day."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.checks import required_checks
from compliance.domain.requirement import Requirement, RoleFacts
from compliance.models import EngagementRole
from core.domain.schools import SchoolType

FACTS = tuple(RoleFacts.__dataclass_fields__)


def facts_of(role: EngagementRole) -> RoleFacts:
    """The facts of a role as the rules see them."""
    return RoleFacts(**{name: getattr(role, name) for name in FACTS})


@lru_cache(maxsize=4096)
def requirements_for(
    day: date, school_type: str, category: str, facts: RoleFacts
) -> Mapping[CheckType, Requirement]:
    """The rules' answer, worked out once for all who share category, school type and facts."""
    return required_checks(day, SchoolType(school_type), WorkerCategory(category), facts)


def requirements_of(
    role: EngagementRole, *, school_type: str, start_date: date | None, today: date
) -> Mapping[CheckType, Requirement]:
    """What the role's checks are: by the rules of today, or of the first day where that is still to come."""
    day = max(today, start_date) if start_date else today
    return requirements_for(day, school_type, role.category, facts_of(role))


def list_requirements_of(
    *, person_id: int, school_id: int, today: date
) -> list[Mapping[CheckType, Requirement]]:
    """The same for each of a person's engagements at a school that has not ended."""
    roles = (
        EngagementRole.objects.filter(engagement__person_id=person_id, engagement__school_id=school_id)
        .exclude(engagement__end_date__lt=today)
        .select_related("engagement__school")
        .order_by("pk")
    )
    return [
        requirements_of(
            role,
            school_type=role.engagement.school.school_type,
            start_date=role.engagement.start_date,
            today=today,
        )
        for role in roles
    ]
