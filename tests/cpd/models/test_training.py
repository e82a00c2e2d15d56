"""What must never stand in the tables of training, whoever writes to them."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError

from cpd.models import Course, CoursePolicy
from tests.factories import make_school
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW
from tests.factories.training import make_course, make_requirement, make_training

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"title": "Fire safety"}, "training_in_a_course_or_under_a_title"),
        ({"course": None}, "training_in_a_course_or_under_a_title"),
        ({"printed_expiry": date(2026, 9, 3)}, "training_dates_in_order"),
        ({"origin": "heard"}, "training_origin_known"),
        ({"confirmed_at": None}, "training_confirmed_by_somebody"),
        ({"confirmed_at": None, "confirmed_by": None}, "training_confirmed_by_somebody"),
        ({"withdrawn_at": NOW}, "training_withdrawn_for_a_reason"),
        ({"withdrawn_reason": "Another person's"}, "training_withdrawn_for_a_reason"),
    ],
)
def test_impossible_training_is_refused(fields: dict[str, Any], constraint: str) -> None:
    engagement = make_engagement()

    with pytest.raises(IntegrityError, match=constraint):
        make_training(engagement, **{"course": make_course("fire")} | fields)


def test_the_same_training_on_the_same_day_is_refused() -> None:
    engagement, course = make_engagement(), make_course("fire")
    make_training(engagement, course)

    with pytest.raises(IntegrityError):
        make_training(engagement, course)


def test_what_was_withdrawn_may_be_recorded_again() -> None:
    engagement, course = make_engagement(), make_course("fire")
    by = engagement.created_by
    make_training(engagement, course, withdrawn_at=NOW, withdrawn_by=by, withdrawn_reason="Wrong person")
    again = make_training(engagement, course)

    assert again.pk is not None


def test_hours_are_exact_quarters_and_cost_exact_pence() -> None:
    training = make_training(make_engagement(), make_course("fire"), quarter_hours=5, cost_pence=12345)

    assert (str(training.hours), str(training.cost)) == ("1.25", "123.45")


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"key": "juggling", "name": "Juggling"}, "course_of_a_rule_or_of_a_school"),
        ({"key": "", "name": "Juggling"}, "course_of_a_rule_or_of_a_school"),
        (
            {"key": "fire_warden", "name": "Warden", "renewal_months": 6},
            "course_of_a_rule_or_of_a_school",
        ),
    ],
)
def test_course_is_of_a_rule_or_of_a_school(fields: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        Course.objects.create(**fields)


def test_course_of_a_school_is_renewed_after_a_month_at_least() -> None:
    with pytest.raises(IntegrityError, match="course_renewed_after_a_month_at_least"):
        Course.objects.create(name="Forest school", school=make_school(), renewal_months=0)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"renewal_months": 0}, "course_policy_a_month_at_least"),
        ({"reason": ""}, "course_policy_says_why"),
    ],
)
def test_policy_has_months_and_a_reason(fields: dict[str, Any], constraint: str) -> None:
    engagement = make_engagement()
    row = {
        "school": engagement.school,
        "course": make_course("fire"),
        "renewal_months": 24,
        "reason": "Agreed",
        "set_at": NOW,
        "set_by": engagement.created_by,
    }

    with pytest.raises(IntegrityError, match=constraint):
        CoursePolicy.objects.create(**row | fields)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"required_of": "kind"}, "requirement_names_whom"),
        ({"required_of": "kind", "kind": "visitors"}, "requirement_names_whom"),
        ({"required_of": "person"}, "requirement_names_whom"),
        ({"kind": "teaching"}, "requirement_names_whom"),
        ({"appointed_date": date(2026, 9, 1)}, "requirement_names_whom"),
        ({"required_of": "someone"}, "requirement_names_whom"),
        ({"valid_until": date(2025, 8, 31)}, "requirement_dates_in_order"),
        ({"reason": ""}, "requirement_says_why"),
    ],
)
def test_requirement_names_whom_from_when_and_why(fields: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        make_requirement(make_course("fire"), make_school(), **fields)


def test_requirement_of_a_group_is_made_once() -> None:
    course, school = make_course("fire"), make_school()
    make_requirement(course, school)

    with pytest.raises(IntegrityError):
        make_requirement(course, school)
