"""What a school decides about courses."""

from datetime import date, timedelta

import pytest

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.models import School
from cpd.domain.training_matrix import AskedOf
from cpd.models import Course, CoursePolicy, TrainingRequirement
from cpd.services.catalogue import add_known_courses
from cpd.services.courses import (
    NewRequirement,
    add_course,
    ask_for_training,
    end_requirement,
    set_course_policy,
)
from tests.factories import make_actor, make_school
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW
from tests.factories.training import make_course

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def head(school: School) -> Actor:
    return make_actor(Role.HEADTEACHER, school=school)


@pytest.mark.parametrize(
    ("key", "months", "is_allowed"),
    [
        ("dsl", 23, True),
        ("dsl", 24, True),
        ("dsl", 25, False),
        ("paediatric_first_aid", 37, False),
        ("fire", 13, True),
        ("asbestos", 60, True),
        ("safer_recruitment", 60, True),
    ],
)
def test_policy_may_be_shorter_than_law_and_guidance_and_never_longer(
    school: School, head: Actor, key: str, months: int, is_allowed: bool
) -> None:
    course = make_course(key)
    fields = {"school_id": school.pk, "course_id": course.pk, "renewal_months": months, "reason": "Agreed"}

    if is_allowed:
        set_course_policy(**fields, by=head, now=NOW)
    else:
        with pytest.raises(NotAllowed) as caught:
            set_course_policy(**fields, by=head, now=NOW)
        assert caught.value.field == "renewal_months"

    assert CoursePolicy.objects.filter(renewal_months=months).exists() is is_allowed


def test_policy_is_changed_and_taken_back_with_its_history(school: School, head: Actor) -> None:
    course = make_course("fire")
    for months in (24, 18, None):
        set_course_policy(
            school_id=school.pk,
            course_id=course.pk,
            renewal_months=months,
            reason=f"To {months}",
            by=head,
            now=NOW,
        )

    lines = CoursePolicy.history.order_by("history_id")
    assert [(line.history_type, line.history_change_reason) for line in lines] == [
        ("+", "To 24"),
        ("~", "To 18"),
        ("-", "To None"),
    ]
    assert not CoursePolicy.objects.exists()


@pytest.mark.parametrize("role", [Role.LINE_MANAGER, Role.STAFF_MEMBER, Role.INSPECTOR])
def test_role_too_low_decides_nothing(school: School, role: Role) -> None:
    with pytest.raises(NotAllowed):
        set_course_policy(
            school_id=school.pk,
            course_id=make_course("fire").pk,
            renewal_months=6,
            reason="Agreed",
            by=make_actor(role, school=school),
            now=NOW,
        )


def test_course_of_a_known_name_is_not_added_again(school: School, head: Actor) -> None:
    make_course("fire")

    with pytest.raises(DomainError) as caught:
        add_course(school_id=school.pk, name="fire safety  AWARENESS", renewal_months=None, by=head, now=NOW)

    assert (caught.value.code, caught.value.field) == ("course_known", "name")


def test_two_schools_may_each_have_a_course_of_one_name(school: School, head: Actor) -> None:
    other = make_school()
    add_course(school_id=school.pk, name="Forest school", renewal_months=12, by=head, now=NOW)
    add_course(
        school_id=other.pk,
        name="Forest school",
        renewal_months=None,
        by=make_actor(Role.HEADTEACHER, school=other),
        now=NOW,
    )

    assert Course.objects.filter(name="Forest school").count() == 2


def ask(school: School, head: Actor, **changes: object) -> TrainingRequirement:
    fields = {
        "course_id": make_course("faw").pk,
        "required_of": AskedOf.EVERYBODY,
        "reason": "Agreed by the governors",
        "valid_from": date(2026, 9, 1),
    }
    requirement = NewRequirement(**fields | changes)  # type: ignore[arg-type]
    return ask_for_training(school_id=school.pk, requirement=requirement, by=head, now=NOW)


def test_same_people_are_asked_once(school: School, head: Actor) -> None:
    ask(school, head)

    with pytest.raises(DomainError) as caught:
        ask(school, head)

    assert caught.value.code == "asked_already"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"required_of": AskedOf.KIND}, "kind"),
        ({"required_of": AskedOf.PERSON}, "engagement"),
        ({"course_id": 0}, "course"),
        ({"reason": " "}, "reason"),
    ],
)
def test_requirement_that_leaves_something_out_is_refused(
    school: School, head: Actor, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(DomainError) as caught:
        ask(school, head, **changes)

    assert caught.value.field == field


def test_person_of_another_school_is_not_asked(school: School, head: Actor) -> None:
    with pytest.raises(DomainError) as caught:
        ask(school, head, required_of=AskedOf.PERSON, engagement_id=make_engagement().pk)

    assert caught.value.code == "person_missing"


def test_ended_requirement_was_asked_until_yesterday(school: School, head: Actor) -> None:
    asked = ask(school, head)

    end_requirement(requirement_id=asked.pk, reason="No longer agreed", by=head, now=NOW)

    asked.refresh_from_db()
    assert asked.valid_until == NOW.date() - timedelta(days=1)
    with pytest.raises(DomainError) as caught:
        end_requirement(requirement_id=asked.pk, reason="Again", by=head, now=NOW)
    assert caught.value.code == "ended_already"


def test_requirement_that_began_today_is_taken_out(school: School, head: Actor) -> None:
    asked = ask(school, head, valid_from=NOW.date())

    end_requirement(requirement_id=asked.pk, reason="A slip", by=head, now=NOW)

    assert not TrainingRequirement.objects.exists()
    assert TrainingRequirement.history.first().history_change_reason == "A slip"


def test_known_courses_are_added_once(head: Actor) -> None:
    first = add_known_courses(by=head, now=NOW)
    second = add_known_courses(by=head, now=NOW)

    assert first == second
    assert len(first) == 27
