"""People taken on, what their role is for the law of checks, and their leaving."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from compliance.domain.categories import WorkerCategory
from compliance.domain.requirement import RoleFacts
from compliance.models import EngagementRole
from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.models import Engagement, Person
from core.services.history import save_with_reason
from core.services.people import create_engagement

NOTHING_KNOWN = RoleFacts()


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """What somebody says of a role. Facts left out are not known."""

    category: WorkerCategory
    facts: RoleFacts = NOTHING_KNOWN
    regulated_activity_basis: str = ""
    agency: str = ""
    worked_with_children_until: date | None = None


@transaction.atomic
def create_person(
    *,
    school_id: int,
    given_name: str,
    family_name: str,
    former_names: str = "",
    birth_date: date | None = None,
    email: str = "",
    by: Actor,
    now: datetime,
) -> Person:
    """Write down somebody who did not come through an application. Raises ``DomainError`` for no name."""
    require(deny_role(by, Permission.EDIT_STAFF_RECORDS, school_id))
    for field, value in (("given_name", given_name), ("family_name", family_name)):
        if not value.strip():
            raise DomainError("name_missing", "Give the first and the last name.", field)
    if birth_date and birth_date >= day_of(now):
        raise DomainError("date_ahead", "The date of birth lies in the past.", "birth_date")
    person = Person(
        given_name=given_name.strip(),
        family_name=family_name.strip(),
        former_names=former_names.strip(),
        birth_date=birth_date,
        email=email.strip(),
    )
    save_with_reason(person, by=by, reason="taken on to the staff record", now=now)
    return person


@transaction.atomic
def engage(
    *,
    person_id: int,
    school_id: int,
    job_title: str,
    start_date: date | None,
    end_date: date | None,
    role: RoleEntry,
    by: Actor,
    now: datetime,
    reason: str = "taken on to the staff record",
) -> Engagement:
    """Record that a person works, helps or governs at a school, and in which role.

    ``reason`` stands in the history. Raises ``DomainError`` for dates out of order or a role that cannot be.
    """
    require(deny_role(by, Permission.EDIT_STAFF_RECORDS, school_id))
    if not job_title.strip():
        raise DomainError(
            "title_missing", "Say what the person does here, such as midday supervisor.", "job_title"
        )
    engagement = create_engagement(
        person_id=person_id,
        school_id=school_id,
        job_title=job_title.strip(),
        start_date=start_date,
        end_date=end_date,
        by=by,
        now=now,
        reason=reason,
    )
    describe_role(engagement_id=engagement.pk, role=role, by=by, now=now, reason="taken on")
    return engagement


@transaction.atomic
def describe_role(
    *, engagement_id: int, role: RoleEntry, by: Actor, now: datetime, reason: str = ""
) -> EngagementRole:
    """Say what kind of worker this is and what is known of the role; earlier words stay in the history.

    A decision about regulated activity carries who took it and when, and needs its basis.
    """
    engagement = Engagement.objects.select_for_update().get(pk=engagement_id)
    require(deny_role(by, Permission.EDIT_STAFF_RECORDS, engagement.school_id))
    decided = role.facts.regulated_activity
    basis = role.regulated_activity_basis.strip()
    if decided is not None and not basis:
        raise DomainError(
            "basis_missing",
            "Say why this is or is not regulated activity: what the person does, how often, with whom.",
            "regulated_activity_basis",
        )
    row = EngagementRole.objects.filter(engagement=engagement).first() or EngagementRole(
        engagement=engagement
    )
    if (row.regulated_activity, row.regulated_activity_basis) != (decided, basis):
        row.regulated_activity_decided_at = None if decided is None else now
        row.regulated_activity_decided_by_id = None if decided is None else by.acting_id
    row.category = role.category
    for name in RoleFacts.__dataclass_fields__:
        setattr(row, name, getattr(role.facts, name))
    row.regulated_activity_basis = basis if decided is not None else ""
    row.agency = role.agency.strip()
    row.worked_with_children_until = role.worked_with_children_until
    save_with_reason(row, by=by, reason=reason or "role described anew", now=now)
    return row


@transaction.atomic
def change_engagement(
    *,
    engagement_id: int,
    job_title: str,
    start_date: date | None,
    end_date: date | None,
    reason: str,
    by: Actor,
    now: datetime,
) -> Engagement:
    """Correct the title or the dates, or record the last day. The reason is needed; history keeps the rest.

    The first day cannot be moved once somebody has confirmed the start.
    """
    engagement = Engagement.objects.select_for_update().get(pk=engagement_id)
    require(deny_role(by, Permission.EDIT_STAFF_RECORDS, engagement.school_id))
    if not reason.strip():
        raise DomainError("reason_missing", "Say in a few words why this changes.", "reason")
    if start_date and end_date and end_date < start_date:
        raise DomainError("dates_out_of_order", "The last day cannot be before the first.", "end_date")
    if hasattr(engagement, "start") and start_date != engagement.start_date:
        raise DomainError(
            "start_confirmed", "The start is confirmed. Its date cannot be changed any more.", "start_date"
        )
    engagement.job_title, engagement.start_date, engagement.end_date = job_title.strip(), start_date, end_date
    save_with_reason(engagement, by=by, reason=reason, now=now)
    return engagement
