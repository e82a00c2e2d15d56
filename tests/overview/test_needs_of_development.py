"""What needs somebody in their own and their team's development, on the home page."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from core.domain.permissions import Role
from core.models import Engagement, School, User
from core.selectors import get_actor
from cpd.domain.appraisal_states import State
from overview.need import Need
from overview.needs import list_needs
from tests.factories import make_school, make_user
from tests.factories.appraisals import make_appraisal, make_cycle
from tests.factories.compliance import make_engagement
from tests.factories.development import make_manager, make_need, make_own_user
from tests.factories.policies import make_policy, make_signature, make_version

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 2)


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def engagement(school: School) -> Engagement:
    return make_engagement(school=school, start_date=date(2020, 9, 1))


def needs_of(user: User, today: date = TODAY) -> list[Need]:
    return list_needs(get_actor(user), today=today)


def titles(needs: list[Need]) -> list[str]:
    return [need.title for need in needs]


@pytest.mark.parametrize(("days", "tone"), [(0, "waiting"), (1, "danger")])
def test_a_policy_to_read_is_on_its_readers_home_page(engagement: Engagement, days: int, tone: str) -> None:
    user = make_own_user(engagement)
    version = make_version(make_policy(school=engagement.school, title="Code of conduct"))
    (need,) = needs_of(user, today=version.read_by + timedelta(days=days))
    assert (need.title, need.tone) == ("Read and sign: Code of conduct", tone)
    assert need.href == reverse("cpd:my-policy", args=[version.pk])


def test_a_policy_that_is_signed_needs_nobody(engagement: Engagement) -> None:
    user = make_own_user(engagement)
    version = make_version(make_policy(school=engagement.school))
    make_signature(version, engagement.person)
    assert needs_of(user, today=version.read_by) == []


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-31, []),
        (-30, ["Your turn: 1 appraisal you hold"]),
        (0, ["Your turn: 1 appraisal you hold"]),
        (1, ["Past the day: 1 appraisal you hold"]),
    ],
)
def test_an_appraisal_is_told_from_thirty_days_before(
    school: School, engagement: Engagement, days: int, expected: list[str]
) -> None:
    manager = make_manager(engagement)
    cycle = make_cycle(school=school)
    make_appraisal(cycle=cycle, engagement=engagement, appraiser=manager)
    needs = needs_of(manager, today=cycle.objectives_by_date + timedelta(days=days))
    assert [one for one in titles(needs) if "appraisal" in one] == expected


def test_a_closed_appraisal_needs_nobody(school: School, engagement: Engagement) -> None:
    manager = make_manager(engagement)
    cycle = make_cycle(school=school)
    make_appraisal(cycle=cycle, engagement=engagement, appraiser=manager, state=State.CLOSED.value)
    assert needs_of(manager, today=cycle.final_by_date) == []


def test_a_team_waits_for_its_manager_and_not_for_whoever_is_in_it(engagement: Engagement) -> None:
    manager, own = make_manager(engagement), make_own_user(engagement)
    make_need(engagement)
    (need,) = needs_of(manager)
    assert need.title == "1 person of your team waits for you"
    assert need.detail == f"{engagement.person.full_name} (1 proposed need)."
    assert needs_of(own) == []


def test_another_manager_is_told_nothing(school: School, engagement: Engagement) -> None:
    make_manager(engagement)
    make_need(engagement)
    assert needs_of(make_user(Role.LINE_MANAGER, school=school)) == []


def test_five_queries_at_most_whatever_there_is(school: School, django_assert_max_num_queries) -> None:
    manager = None
    for number in range(3):
        engagement = make_engagement(school=school, start_date=date(2020, 9, 1))
        managing = make_manager(engagement) if manager is None else make_manager(engagement, user=manager)
        manager = manager or managing
        make_need(engagement)
        make_appraisal(
            cycle=make_cycle(school=school, name=f"Year {number}"), engagement=engagement, appraiser=manager
        )
    assert manager is not None
    actor = get_actor(manager)
    with django_assert_max_num_queries(5):
        assert len(list_needs(actor, today=TODAY, vacancies=[])) == 2
