from datetime import date, timedelta

import pytest

from compliance.models import Snooze
from compliance.services.snoozes import end_snooze, snooze
from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.models import School
from tests.factories.dated import make_thing
from tests.factories.people import NOW, make_actor, make_school

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 2)
DUE = date(2027, 1, 29)


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def hr(school: School) -> Actor:
    return make_actor(Role.HR_OFFICER, school=school)


def rest(school: School, by: Actor, *, until: date = date(2027, 1, 4), reason: str = "Booked") -> Snooze:
    return snooze(thing=make_thing(school, DUE), until_date=until, reason=reason, by=by, today=TODAY, now=NOW)


def test_snooze_is_kept_with_its_reason(school: School, hr: Actor) -> None:
    kept = rest(school, hr, reason="  Appointment booked ")

    assert (kept.reason, kept.until_date, kept.snoozed_by_id) == (
        "Appointment booked",
        date(2027, 1, 4),
        hr.user_id,
    )


def test_new_snooze_ends_the_one_before(school: School, hr: Actor) -> None:
    first, second = rest(school, hr), rest(school, hr, until=DUE)
    first.refresh_from_db()

    assert (first.ended_at, first.ended_by_id) == (NOW, hr.user_id)
    assert list(Snooze.objects.running().order_by("pk")) == [second]


@pytest.mark.parametrize(
    ("until", "reason", "fault"),
    [
        (TODAY, "Booked", ("not_ahead", "until_date")),
        (DUE + timedelta(days=1), "Booked", ("law_sets_the_day", "until_date")),
        (DUE, " ", ("reason_missing", "reason")),
    ],
)
def test_snooze_that_may_not_be_leaves_nothing(
    school: School, hr: Actor, until: date, reason: str, fault: tuple[str, str]
) -> None:
    with pytest.raises(DomainError) as raised:
        rest(school, hr, until=until, reason=reason)

    assert (raised.value.code, raised.value.field) == fault
    assert Snooze.objects.count() == 0


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.HR_OFFICER, Role.HEADTEACHER}])
def test_snooze_is_for_those_who_record_checks(school: School, role: Role) -> None:
    with pytest.raises(NotAllowed):
        rest(school, make_actor(role, school=school))


def test_snooze_of_another_school_is_not_allowed(school: School) -> None:
    with pytest.raises(NotAllowed):
        rest(school, make_actor(Role.HR_OFFICER, school=make_school()))


def test_waking_ends_the_snooze(school: School, hr: Actor) -> None:
    rest(school, hr)
    end_snooze(thing=make_thing(school, DUE), by=hr, now=NOW)

    assert Snooze.objects.running().count() == 0


def test_waking_what_does_not_rest_says_so(school: School, hr: Actor) -> None:
    with pytest.raises(NotAllowed) as raised:
        end_snooze(thing=make_thing(school, DUE), by=hr, now=NOW)

    assert raised.value.code == "not_snoozed"
