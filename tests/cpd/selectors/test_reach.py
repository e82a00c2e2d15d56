"""Whose development somebody may look at: a school's, a team's, one's own, and nobody else's."""

from datetime import date

import pytest

from core.domain.permissions import Role
from core.models import Engagement, School
from core.selectors import get_actor
from cpd.models import LineManagement
from cpd.selectors.reach import managed_by, own, within_reach
from tests.factories import make_school, make_user
from tests.factories.compliance import make_engagement

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 28)


@pytest.fixture
def school() -> School:
    return make_school()


def keys(found: object) -> set[int]:
    return {one.pk for one in found}  # type: ignore[attr-defined]


@pytest.fixture
def engagement(school: School) -> Engagement:
    return make_engagement(school=school)


@pytest.mark.parametrize(
    ("valid_from", "valid_until", "is_theirs"),
    [
        (date(2026, 11, 28), None, True),
        (date(2026, 11, 29), None, False),
        (date(2026, 9, 1), date(2026, 11, 28), True),
        (date(2026, 9, 1), date(2026, 11, 27), False),
    ],
)
def test_a_manager_sees_whom_they_manage_on_the_day(
    school: School, engagement: Engagement, valid_from: date, valid_until: date | None, is_theirs: bool
) -> None:
    make_engagement(school=school)
    manager = make_user(Role.LINE_MANAGER, school=school)
    LineManagement.objects.create(
        engagement=engagement, manager=manager, valid_from=valid_from, valid_until=valid_until
    )
    expected = {engagement.pk} if is_theirs else set()
    assert keys(managed_by(get_actor(manager), today=TODAY)) == expected
    assert keys(within_reach(get_actor(manager), today=TODAY)) == expected


def test_a_manager_without_the_role_sees_nobody(school: School, engagement: Engagement) -> None:
    manager = make_user(Role.STAFF_MEMBER, school=school)
    LineManagement.objects.create(engagement=engagement, manager=manager, valid_from=date(2026, 9, 1))
    assert keys(within_reach(get_actor(manager), today=TODAY)) == set()


def test_somebody_sees_themselves_alone(school: School, engagement: Engagement) -> None:
    make_engagement(school=school)
    user = make_user(Role.STAFF_MEMBER, school=school)
    engagement.person.user = user
    engagement.person.save(update_fields=["user"])
    assert keys(own(get_actor(user))) == {engagement.pk}
    assert keys(within_reach(get_actor(user), today=TODAY)) == {engagement.pk}


def test_hr_sees_their_school_alone(school: School, engagement: Engagement) -> None:
    make_engagement(school=make_school())
    user = make_user(Role.HR_OFFICER, school=school)
    assert keys(within_reach(get_actor(user), today=TODAY)) == {engagement.pk}


def test_an_inspector_sees_nobody(school: School, engagement: Engagement) -> None:
    user = make_user(Role.INSPECTOR, school=school)
    assert keys(within_reach(get_actor(user), today=TODAY)) == set()
