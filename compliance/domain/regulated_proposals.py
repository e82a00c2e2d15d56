"""What the rule on regulated activity says of a kind of worker, for a person to confirm or decide otherwise.

The kind tells how often somebody works with children: whoever is employed, or counted as meeting the
threshold, does so every week; who is counted below it, never often enough.
"""

from collections.abc import Mapping
from datetime import date

from compliance.domain.categories import GOVERNANCE, WorkerCategory
from compliance.domain.frequency import Pattern
from compliance.domain.regulated_activity import (
    Activity,
    RegulatedActivity,
    Role,
    Work,
    judge_regulated_activity,
)
from compliance.domain.requirement import RoleFacts

_W = WorkerCategory
_ROLES: Mapping[WorkerCategory, Role] = {
    _W.VOLUNTEER_RA: Role.VOLUNTEER,
    _W.VOLUNTEER_BELOW: Role.VOLUNTEER,
    _W.CONTRACTOR_RA: Role.CONTRACTOR,
    _W.CONTRACTOR_REGULAR: Role.CONTRACTOR,
    _W.CONTRACTOR_NONE: Role.CONTRACTOR,
    _W.GOVERNOR_MAINTAINED: Role.GOVERNOR,
    _W.TRUSTEE_ACADEMY: Role.GOVERNOR,
}
_SELDOM = frozenset({_W.VOLUNTEER_BELOW, _W.CONTRACTOR_NONE})
_TEACHING = frozenset({_W.TEACHER, _W.TRAINEE_SALARIED, _W.TRAINEE_FEE, _W.SUPPLY_AGENCY, _W.CONTRACTOR_RA})


def propose_regulated_activity(
    category: WorkerCategory, facts: RoleFacts, *, as_at: date
) -> RegulatedActivity:
    """Whether the work is regulated activity by what its kind and the known facts say, with the reason."""
    return judge_regulated_activity(
        Work(
            role=_ROLES.get(category, Role.EMPLOYEE),
            activity=_activity(category, facts),
            supervised=facts.supervised,
            personal_care=facts.personal_care,
            pattern=None if category in _SELDOM else Pattern.WEEKLY,
            attendance=(),
        ),
        as_at,
    )


def _activity(category: WorkerCategory, facts: RoleFacts) -> Activity:
    if category in GOVERNANCE:
        return Activity.NONE
    return Activity.TEACHING if facts.teaching_work or category in _TEACHING else Activity.WORK_WITH_CONTACT
