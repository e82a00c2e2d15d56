"""What a school decides about courses: how often, of whom, and courses of its own."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from core.domain.errors import DomainError, NotAllowed, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.models import Engagement
from core.services.history import delete_with_reason, save_with_reason
from core.services.schools import lock_school
from cpd.domain.training_entry import deny_policy
from cpd.domain.training_matrix import AskedOf
from cpd.models import Course, CoursePolicy, TrainingRequirement

MOST_MONTHS = 1200


@dataclass(frozen=True, slots=True)
class NewRequirement:
    """A course that a school asks of some people. ``appointed_date`` is for one person by name alone."""

    course_id: int
    required_of: AskedOf
    reason: str
    valid_from: date
    kind: str = ""
    engagement_id: int | None = None
    appointed_date: date | None = None


@transaction.atomic
def set_course_policy(
    *, school_id: int, course_id: int, renewal_months: int | None, reason: str, by: Actor, now: datetime
) -> CoursePolicy | None:
    """Decide how often a school renews a course, or with None go back to what is set without a policy.

    Raises ``NotAllowed`` where it would lengthen what law, guidance or a network sets.
    """
    require(deny_role(by, Permission.EDIT_DEVELOPMENT_RULES, school_id))
    lock_school(school_id)
    course = _course_of(school_id, course_id)
    reason = _reason(reason)
    policy = CoursePolicy.objects.select_for_update().filter(school_id=school_id, course=course).first()
    if renewal_months is None:
        if policy is not None:
            delete_with_reason(policy, by=by, reason=reason, now=now)
        return None
    if not 1 <= renewal_months <= MOST_MONTHS:
        raise DomainError("months_impossible", "Give the months between 1 and 1,200.", "renewal_months")
    if denial := deny_policy(course.rule, renewal_months, today=day_of(now)):
        raise NotAllowed(denial.code, denial.message, "renewal_months")
    policy = policy or CoursePolicy(school_id=school_id, course=course)
    policy.renewal_months, policy.reason = renewal_months, reason
    policy.set_at, policy.set_by_id = now, by.acting_id
    save_with_reason(policy, by=by, reason=reason, now=now)
    return policy


@transaction.atomic
def add_course(*, school_id: int, name: str, renewal_months: int | None, by: Actor, now: datetime) -> Course:
    """Add a course of the school's own. Raises ``DomainError`` where it has one of that name."""
    require(deny_role(by, Permission.EDIT_DEVELOPMENT_RULES, school_id))
    lock_school(school_id)
    name = " ".join(name.split())
    if not name:
        raise DomainError("name_missing", "Give the course a name.", "name")
    if Course.objects.known_at([school_id]).filter(name__iexact=name).exists():
        raise DomainError("course_known", "There is a course of this name already.", "name")
    if renewal_months is not None and not 1 <= renewal_months <= MOST_MONTHS:
        raise DomainError("months_impossible", "Give the months between 1 and 1,200.", "renewal_months")
    course = Course(school_id=school_id, name=name, renewal_months=renewal_months)
    save_with_reason(course, by=by, reason="course added", now=now)
    return course


@transaction.atomic
def ask_for_training(
    *, school_id: int, requirement: NewRequirement, by: Actor, now: datetime
) -> TrainingRequirement:
    """Ask a course of some people from a day on. Raises ``DomainError`` where it is asked of them already."""
    require(deny_role(by, Permission.EDIT_DEVELOPMENT_RULES, school_id))
    lock_school(school_id)
    course = _course_of(school_id, requirement.course_id)
    if requirement.required_of == AskedOf.PERSON:
        require(deny_role(by, Permission.RECORD_DEVELOPMENT, school_id))
    is_named, is_kind = requirement.required_of == AskedOf.PERSON, requirement.required_of == AskedOf.KIND
    if is_kind and not requirement.kind:
        raise DomainError("kind_missing", "Choose the kind of people it is asked of.", "kind")
    asked = TrainingRequirement(
        school_id=school_id,
        course=course,
        required_of=requirement.required_of,
        kind=requirement.kind if is_kind else "",
        engagement=_at_school(school_id, requirement.engagement_id) if is_named else None,
        appointed_date=requirement.appointed_date if is_named else None,
        reason=_reason(requirement.reason),
        valid_from=requirement.valid_from,
    )
    same = TrainingRequirement.objects.filter(
        school_id=school_id, course=course, required_of=asked.required_of, kind=asked.kind, valid_until=None
    )
    if same.filter(engagement=asked.engagement).exists():
        raise DomainError("asked_already", "This course is asked of them already.", "course")
    save_with_reason(asked, by=by, reason=asked.reason, now=now)
    return asked


@transaction.atomic
def end_requirement(
    *, requirement_id: int, reason: str, by: Actor, now: datetime
) -> TrainingRequirement | None:
    """Ask a course of them no more: yesterday was the last day it was asked.

    One that began today is taken out. What law or guidance asks is asked on.
    """
    asked = TrainingRequirement.objects.select_for_update().get(pk=requirement_id)
    require(deny_role(by, Permission.EDIT_DEVELOPMENT_RULES, asked.school_id))
    if asked.valid_until is not None:
        raise DomainError("ended_already", "This is asked no more already.")
    reason, last_day = _reason(reason), day_of(now) - timedelta(days=1)
    if last_day < asked.valid_from:
        delete_with_reason(asked, by=by, reason=reason, now=now)
        return None
    asked.valid_until = last_day
    save_with_reason(asked, by=by, reason=reason, update_fields=["valid_until"], now=now)
    return asked


def _course_of(school_id: int, course_id: int) -> Course:
    course = Course.objects.known_at([school_id]).filter(pk=course_id).first()
    if course is None:
        raise DomainError("course_unknown", "Choose one of the school's courses.", "course")
    return course


def _at_school(school_id: int, engagement_id: int | None) -> Engagement:
    found = Engagement.objects.filter(pk=engagement_id or 0, school_id=school_id).first()
    if found is None:
        raise DomainError("person_missing", "Choose the person it is asked of.", "engagement")
    return found


def _reason(reason: str) -> str:
    if not reason.strip():
        raise DomainError("reason_missing", "Say in a few words why.", "reason")
    return reason.strip()
