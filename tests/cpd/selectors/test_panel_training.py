"""Safer-recruitment training read for a panel: confirmed, at the school or its trust, the latest."""

from datetime import date, timedelta
from typing import Any

import pytest

from core.models import School
from cpd.selectors.panel_training import find_training_dates
from tests.factories import make_person, make_school, make_trust, make_user
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW
from tests.factories.training import make_course, make_training

pytestmark = pytest.mark.django_db

TODAY = NOW.date()
DAY = date(2026, 3, 12)


@pytest.fixture
def school() -> School:
    return make_school(trust=make_trust())


def trained(school: School, course: str = "safer_recruitment", **fields: Any) -> int:
    """The account of somebody with such a training."""
    user = make_user()
    engagement = make_engagement(school=school, person=make_person(user=user))
    make_training(engagement, make_course(course), **{"awarded_date": DAY} | fields)
    return user.pk


def test_the_latest_confirmed_training_counts_at_the_school_and_its_trust(school: School) -> None:
    here, sister = trained(school), trained(make_school(trust=school.trust))
    found = find_training_dates([here, sister, make_user().pk], school_id=school.pk, today=TODAY)
    assert found == {here: DAY, sister: DAY}


def test_of_two_the_later_that_has_come(school: School) -> None:
    user = make_user()
    engagement = make_engagement(school=school, person=make_person(user=user))
    for day in (DAY, DAY - timedelta(days=900), TODAY, TODAY + timedelta(days=1)):
        make_training(engagement, make_course("safer_recruitment"), awarded_date=day)
    assert find_training_dates([user.pk], school_id=school.pk, today=TODAY) == {user.pk: TODAY}


@pytest.mark.parametrize(
    "fields",
    [
        {"course": "kcsie_read"},
        {"origin": "self", "confirmed_at": None, "confirmed_by": None},
        {"withdrawn": True},
    ],
)
def test_what_does_not_count_is_not_read(school: School, fields: dict[str, Any]) -> None:
    if fields.pop("withdrawn", False):
        fields = {"withdrawn_at": NOW, "withdrawn_by": make_user(), "withdrawn_reason": "Wrong person"}
    assert find_training_dates([trained(school, **fields)], school_id=school.pk, today=TODAY) == {}


def test_training_at_another_employer_is_not_read(school: School) -> None:
    alone = make_school()
    elsewhere, stranger = trained(make_school()), trained(make_school(trust=make_trust()))
    assert find_training_dates([elsewhere, stranger], school_id=alone.pk, today=TODAY) == {}
    assert find_training_dates([elsewhere, stranger], school_id=school.pk, today=TODAY) == {}
