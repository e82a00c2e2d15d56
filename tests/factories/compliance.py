"""People at work, their roles and the checks held of them."""

from datetime import date, datetime
from typing import Any

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.models import Check, DbsCertificate, EngagementRole
from core.models import Engagement, Person, School, User
from tests.factories.people import NOW, make_person, make_school, make_user

START = date(2026, 9, 1)
CHECKED = date(2026, 8, 20)


def make_engagement(
    *,
    school: School | None = None,
    person: Person | None = None,
    category: WorkerCategory | None = WorkerCategory.TA_ELSA,
    by: User | None = None,
    role: dict[str, Any] | None = None,
    **fields: Any,
) -> Engagement:
    """Somebody at work; with a role unless ``category`` is None. ``role`` holds what is known of it."""
    school = school or make_school()
    by = by or make_user()
    defaults = {"job_title": "Teaching assistant", "start_date": START, "created_at": NOW, "created_by": by}
    engagement = Engagement.objects.create(person=person or make_person(), school=school, **defaults | fields)
    if category is not None:
        facts = role or {}
        if facts.get("regulated_activity") is not None:
            facts = {
                "regulated_activity_basis": "Works with children every day",
                "regulated_activity_decided_at": NOW,
                "regulated_activity_decided_by": by,
            } | facts
        EngagementRole.objects.create(engagement=engagement, category=category, **facts)
    return engagement


def make_check(
    engagement: Engagement, check: CheckType, *, recorded_at: datetime = NOW, **fields: Any
) -> Check:
    """A check done in time and found satisfactory, unless the fields say otherwise."""
    defaults = {
        "state": "done",
        "done_date": CHECKED,
        "outcome": "clear",
        "done_by": "Nia Owen",
        "recorded_at": recorded_at,
        "recorded_by": engagement.created_by,
    }
    return Check.objects.create(
        person=engagement.person, school=engagement.school, check_type=check, **defaults | fields
    )


def make_certificate(engagement: Engagement, *, includes_barred_list: bool = True, **fields: Any) -> Check:
    """An enhanced DBS certificate seen in the original."""
    check = make_check(engagement, CheckType.ENHANCED_DBS, **{"reference_number": "001234567890"} | fields)
    DbsCertificate.objects.create(
        check_record=check,
        issued_date=date(2026, 8, 10),
        includes_barred_list=includes_barred_list,
        name_on_certificate=engagement.person.full_name,
    )
    return check
