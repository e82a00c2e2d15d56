"""Who manages whom: given to many at once, handed over without a gap, ended, and kept in the history."""

from datetime import date, timedelta

import pytest

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.models import Engagement, School, User
from cpd.models import LineManagement
from cpd.services.line_management import assign_line_manager, end_line_management
from tests.factories import make_actor, make_school, make_user
from tests.factories.compliance import make_engagement
from tests.factories.development import make_manager, make_own_user
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

TODAY = NOW.date()


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def hr(school: School) -> Actor:
    return make_actor(Role.HR_OFFICER, school=school)


@pytest.fixture
def manager(school: School) -> User:
    return make_user(Role.LINE_MANAGER, school=school)


@pytest.fixture
def engagement(school: School) -> Engagement:
    return make_engagement(school=school)


def spans(engagement: Engagement) -> list[tuple[int, date, date | None]]:
    rows = LineManagement.objects.filter(engagement=engagement).order_by("valid_from")
    return list(rows.values_list("manager_id", "valid_from", "valid_until"))


def assign(people: list[Engagement], manager: User, by: Actor, valid_from: date = TODAY) -> int:
    return assign_line_manager(
        engagement_ids=[one.pk for one in people],
        manager_id=manager.pk,
        valid_from=valid_from,
        by=by,
        now=NOW,
    )


def test_many_people_get_a_manager_at_once(school: School, hr: Actor, manager: User) -> None:
    people = [make_engagement(school=school) for _ in range(3)]
    assert assign(people, manager, hr) == 3
    assert [spans(one) for one in people] == [[(manager.pk, TODAY, None)]] * 3


def test_the_manager_before_ends_the_day_before(engagement: Engagement, hr: Actor, manager: User) -> None:
    before = make_manager(engagement)
    assert assign([engagement], manager, hr) == 1
    assert spans(engagement) == [
        (before.pk, date(2026, 9, 1), TODAY - timedelta(days=1)),
        (manager.pk, TODAY, None),
    ]


def test_whoever_has_this_manager_stays_untouched(engagement: Engagement, hr: Actor) -> None:
    manager = make_manager(engagement)
    assert assign([engagement], manager, hr) == 0
    assert spans(engagement) == [(manager.pk, date(2026, 9, 1), None)]


def test_a_manager_who_never_began_is_left_to_the_history(
    engagement: Engagement, hr: Actor, manager: User
) -> None:
    before = make_manager(engagement, valid_from=TODAY)
    assign([engagement], manager, hr)
    assert spans(engagement) == [(manager.pk, TODAY, None)]
    gone = LineManagement.history.filter(manager_id=before.pk, history_type="-").get()
    assert gone.history_change_reason == "another line manager"


@pytest.mark.parametrize("fault", ["themselves", "without the role", "of another school", "has left"])
def test_who_may_not_manage_is_refused_for_all(
    school: School, engagement: Engagement, hr: Actor, manager: User, fault: str
) -> None:
    other = make_engagement(school=school)
    chosen, code = manager, "not_a_manager"
    if fault == "themselves":
        chosen, code = make_own_user(engagement, Role.LINE_MANAGER), "manages_oneself"
    elif fault == "without the role":
        chosen = make_user(Role.STAFF_MEMBER, school=school)
    elif fault == "of another school":
        chosen = make_user(Role.LINE_MANAGER, school=make_school())
    else:
        code = "has_left"
        Engagement.objects.filter(pk=engagement.pk).update(end_date=TODAY - timedelta(days=1))
    with pytest.raises(NotAllowed) as error:
        assign([other, engagement], chosen, hr)
    assert error.value.code == code
    assert LineManagement.objects.count() == 0


@pytest.mark.parametrize(("days", "is_likely"), [(-1830, True), (-1831, False), (366, True), (367, False)])
def test_a_first_day_is_likely(
    engagement: Engagement, hr: Actor, manager: User, days: int, is_likely: bool
) -> None:
    day = TODAY + timedelta(days=days)
    if is_likely:
        assert assign([engagement], manager, hr, day) == 1
        return
    with pytest.raises(NotAllowed) as error:
        assign([engagement], manager, hr, day)
    assert error.value.code == "date_unlikely"


def test_somebody_must_be_chosen(hr: Actor, manager: User) -> None:
    with pytest.raises(DomainError) as error:
        assign([], manager, hr)
    assert (error.value.code, error.value.field) == ("nobody_chosen", "people")


@pytest.mark.parametrize("role", [Role.LINE_MANAGER, Role.STAFF_MEMBER, Role.TRUST_ADMINISTRATOR])
def test_only_hr_and_head_say_who_manages(
    school: School, engagement: Engagement, manager: User, role: Role
) -> None:
    with pytest.raises(NotAllowed):
        assign([engagement], manager, make_actor(role, school=school))
    assert LineManagement.objects.count() == 0


def test_management_ends_after_its_last_day(engagement: Engagement, hr: Actor) -> None:
    make_manager(engagement)
    row = LineManagement.objects.get()
    with pytest.raises(DomainError) as early:
        end_line_management(management_id=row.pk, last_day=date(2026, 8, 31), by=hr, now=NOW)
    end_line_management(management_id=row.pk, last_day=TODAY, by=hr, now=NOW)
    row.refresh_from_db()
    with pytest.raises(DomainError) as again:
        end_line_management(management_id=row.pk, last_day=TODAY, by=hr, now=NOW)
    assert (row.valid_until, early.value.code, again.value.code) == (
        TODAY,
        "dates_out_of_order",
        "ended_already",
    )
