"""Courses of a school: how often, who says so, of whom; and people to choose from."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from compliance.domain.kinds import KIND_LABELS, PersonKind
from core.models import Engagement
from cpd.domain.training import Interval, interval_in_force
from cpd.domain.training_matrix import BASIS_WORDS
from cpd.domain.training_rules import RULES, Audience, Basis
from cpd.enums import RequiredOf
from cpd.models import Course, CoursePolicy, TrainingRequirement
from cpd.selectors.training_matrix import at_work_on

GROUPS = (*Basis, None)


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One requirement of a school in words."""

    requirement: TrainingRequirement
    whom: str


@dataclass(frozen=True, slots=True)
class CourseLine:
    """A course as one school has it."""

    course: Course
    interval: Interval
    policy: CoursePolicy | None
    asked: tuple[AskedLine, ...]

    @property
    def who(self) -> str:
        return self.course.rule.who if self.course.rule else ""

    @property
    def is_asked_by_rule(self) -> bool:
        """Whether law or guidance asks it of people without the school's saying so."""
        rule = self.course.rule
        return rule is not None and rule.audience != Audience.AS_THE_SCHOOL_SAYS


@dataclass(frozen=True, slots=True)
class CourseGroup:
    """The courses that the same authority sets."""

    label: str
    lines: tuple[CourseLine, ...]


def list_courses(school_id: int, *, today: date) -> list[Course]:
    """The courses on offer at a school, by name."""
    on_offer = Course.objects.known_at([school_id]).filter(Q(retired_date=None) | Q(retired_date__gt=today))
    return list(on_offer.order_by("name", "pk"))


def list_course_groups(school_id: int, *, today: date, with_names: bool) -> list[CourseGroup]:
    """Every course with its interval and of whom it is asked, people by name where wanted; three queries."""
    courses = list_courses(school_id, today=today)
    policies = {
        policy.course_id: policy
        for policy in CoursePolicy.objects.filter(school_id=school_id).select_related("set_by").order_by("pk")
    }
    asked: dict[int, list[AskedLine]] = defaultdict(list)
    for one in _running(school_id, today, with_names=with_names):
        asked[one.course_id].append(AskedLine(one, whom_in_words(one)))
    lines = [_line(course, policies.get(course.pk), asked[course.pk], today) for course in courses]
    return [
        CourseGroup(BASIS_WORDS[basis] if basis else "The school’s own", found)
        for basis in GROUPS
        if (found := _of_basis(lines, basis))
    ]


def get_course_line(school_id: int, course: Course, *, today: date, with_names: bool) -> CourseLine:
    """One course of a school."""
    policy = CoursePolicy.objects.filter(school_id=school_id, course=course).select_related("set_by").first()
    asked = [
        AskedLine(one, whom_in_words(one))
        for one in _running(school_id, today, with_names=with_names)
        if one.course_id == course.pk
    ]
    return _line(course, policy, asked, today)


def list_courses_by_reading(school_ids: Collection[int]) -> list[Course]:
    """Courses that reading and signing can count as: those whose rule says so, and the schools' own."""
    by_rule = [key for key, rule in RULES.items() if rule.is_by_reading]
    offered = Course.objects.filter(
        Q(key__in=by_rule) | Q(key="", school_id__in=school_ids), retired_date=None
    )
    return list(offered.order_by("-key", "name", "pk"))


def list_people_at(school_id: int, *, today: date) -> list[tuple[int, str]]:
    """Everybody at work at a school, to choose from: name and work."""
    present = (
        Engagement.objects.filter(at_work_on(today), school_id=school_id)
        .select_related("person")
        .order_by("person__family_name", "person__given_name", "pk")
    )
    return [
        (one.pk, f"{one.person.family_name}, {one.person.given_name}: {one.job_title}") for one in present
    ]


def whom_in_words(requirement: TrainingRequirement) -> str:
    """Of whom a school asks it."""
    if requirement.required_of == RequiredOf.KIND:
        return KIND_LABELS[PersonKind(requirement.kind)]
    if requirement.engagement is not None:
        return requirement.engagement.person.full_name
    return RequiredOf(requirement.required_of).label


def _running(school_id: int, today: date, *, with_names: bool) -> Sequence[TrainingRequirement]:
    wanted = Q() if with_names else Q(engagement=None)
    return list(
        TrainingRequirement.objects.filter(
            wanted, Q(valid_until=None) | Q(valid_until__gte=today), school_id=school_id
        )
        .select_related("engagement__person")
        .order_by("required_of", "kind", "valid_from", "pk")
    )


def _line(course: Course, policy: CoursePolicy | None, asked: Sequence[AskedLine], today: date) -> CourseLine:
    months = policy.renewal_months if policy else course.renewal_months
    return CourseLine(course, interval_in_force(course.rule, months, as_at=today), policy, tuple(asked))


def _of_basis(lines: Sequence[CourseLine], basis: Basis | None) -> tuple[CourseLine, ...]:
    return tuple(line for line in lines if (line.course.rule.basis if line.course.rule else None) == basis)
