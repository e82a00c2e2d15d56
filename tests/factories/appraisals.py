"""Cycles, appraisals in any state, sides of reviews."""

from datetime import date
from typing import Any

from core.domain.permissions import Role
from core.models import Engagement, School, User
from cpd.models import Appraisal, AppraisalCycle, LineManagement, Objective, ReviewSide
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW, make_person, make_school, make_user

START = date(2026, 9, 1)


def make_cycle(*, school: School | None = None, **fields: Any) -> AppraisalCycle:
    """Support staff from September 2026, with the customary days."""
    defaults: dict[str, Any] = {
        "name": f"Support staff {AppraisalCycle.objects.count() + 1}",
        "kind": "support_staff",
        "first_date": START,
        "last_date": date(2027, 8, 31),
        "objectives_by_date": date(2026, 10, 31),
        "mid_year_by_date": date(2027, 3, 31),
        "final_by_date": date(2027, 10, 31),
        "created_at": NOW,
    }
    given = defaults | fields
    if "created_by" not in given:
        given["created_by"] = make_user()
    return AppraisalCycle.objects.create(school=school or make_school(), **given)


def make_appraisal(
    *,
    school: School | None = None,
    engagement: Engagement | None = None,
    cycle: AppraisalCycle | None = None,
    appraiser: User | None = None,
    **fields: Any,
) -> Appraisal:
    """An appraisal of somebody who can sign in, by a line manager who manages them too."""
    school = school or (cycle.school if cycle else engagement.school if engagement else make_school())
    if engagement is None:
        person = make_person(user=make_user(Role.STAFF_MEMBER, school=school))
        engagement = make_engagement(school=school, person=person)
    appraiser = appraiser or make_user(Role.LINE_MANAGER, school=school)
    if not engagement.line_management.exists():
        LineManagement.objects.create(engagement=engagement, manager=appraiser, valid_from=START)
    cycle = cycle or make_cycle(school=school, created_by=appraiser)
    if fields.get("state") == "suspended":
        fields.setdefault("resumes_as", "objectives_agreed")
    return Appraisal.objects.create(
        engagement=engagement,
        cycle=cycle,
        appraiser=appraiser,
        **{"opened_at": NOW, "opened_by": appraiser} | fields,
    )


def make_objective(appraisal: Appraisal, text: str = "", **fields: Any) -> Objective:
    position = appraisal.objectives.count() + 1
    defaults = {
        "position": position,
        "text": text or f"Run the reading group of Year {position} every week.",
        "added_at": NOW,
        "added_by_id": appraisal.appraiser_id,
    }
    return Objective.objects.create(appraisal=appraisal, **defaults | fields)


def make_side(
    appraisal: Appraisal,
    phase: str = "final",
    side: str = "manager",
    *,
    is_shared: bool = False,
    **fields: Any,
) -> ReviewSide:
    """A draft, or a shared side, with words that name it."""
    writer_id = appraisal.appraiser_id if side == "manager" else appraisal.engagement.person.user_id
    shared = {"shared_at": NOW, "shared_by_id": writer_id} if is_shared else {}
    defaults = {"text": f"Words of the {side}, {phase}", "version": 1, "changed_at": NOW}
    return ReviewSide.objects.create(
        appraisal=appraisal, phase=phase, side=side, **defaults | shared | fields
    )
