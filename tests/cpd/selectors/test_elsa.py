"""The ledger of a school: who is on it on a day, and what the calendar reminds of."""

from datetime import date

import pytest

from compliance.domain.categories import WorkerCategory
from core.domain.permissions import Role
from core.models import School
from core.selectors import get_actor
from cpd.selectors.due_elsa import list_elsa_things
from cpd.selectors.elsa import list_ledger
from tests.factories import make_actor, make_school, make_user
from tests.factories.compliance import make_engagement
from tests.factories.elsa import make_elsa, make_managed, make_own, make_planned, make_session
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 28)


@pytest.fixture
def school() -> School:
    return make_school()


def statuses(school: School, as_at: date = TODAY) -> list[str]:
    hr = make_actor(Role.HR_OFFICER, school=school)
    return [line.status for line in list_ledger(hr, as_at=as_at, today=TODAY)]


def test_status_follows_the_day(school: School) -> None:
    elsa = make_elsa(engagement=make_engagement(school=school))
    for month in (9, 10, 11, 12):
        make_session(elsa, date(2026, month, 24))
    days = [date(2026, 8, 31), date(2026, 9, 24), date(2026, 12, 23), date(2026, 12, 24), date(2027, 9, 1)]
    assert [statuses(school, day) for day in days] == [
        ["lapsed"],
        ["on_track"],
        ["on_track"],
        ["met"],
        ["on_track"],
    ]


def test_withdrawn_and_management_sessions_count_nowhere(school: School) -> None:
    elsa = make_elsa(engagement=make_engagement(school=school))
    by = make_user()
    for day in range(1, 5):
        make_session(
            elsa, date(2026, 10, day), withdrawn_at=NOW, withdrawn_by=by, withdrawal_reason="Typed twice"
        )
        make_session(elsa, date(2026, 11, day), kind="management", supervisor_kind="")
    hr = make_actor(Role.HR_OFFICER, school=school)
    (line,) = list_ledger(hr, as_at=TODAY, today=TODAY)
    assert (line.year.standing.counted, [len(ring.entries) for ring in line.year.rings]) == (0, [0] * 6)


@pytest.mark.parametrize(
    ("ended", "as_at", "is_listed"),
    [
        (date(2026, 11, 28), TODAY, True),
        (date(2026, 11, 27), TODAY, False),
        (date(2026, 11, 27), date(2026, 11, 27), True),
    ],
)
def test_ledger_holds_who_was_an_elsa_on_the_day(
    school: School, ended: date, as_at: date, is_listed: bool
) -> None:
    make_elsa(engagement=make_engagement(school=school), ended_date=ended)
    assert bool(statuses(school, as_at)) is is_listed


def test_whoever_became_a_contractor_is_not_eligible(school: School) -> None:
    make_elsa(engagement=make_engagement(school=school, category=WorkerCategory.CONTRACTOR_RA))
    assert statuses(school) == ["not_eligible"]


def test_each_sees_whose_development_is_their_business(school: School) -> None:
    first, second = (make_elsa(engagement=make_engagement(school=school)) for _ in range(2))
    own, manager = make_user(Role.STAFF_MEMBER, school=school), make_user(Role.LINE_MANAGER, school=school)
    make_own(first.engagement, own)
    make_managed(second.engagement, manager)

    def seen(actor: object) -> set[int]:
        return {line.registration.pk for line in list_ledger(actor, as_at=TODAY, today=TODAY)}  # type: ignore[arg-type]

    assert seen(get_actor(own)) == {first.pk}
    assert seen(get_actor(manager)) == {second.pk}
    assert seen(make_actor(Role.HR_OFFICER, school=school)) == {first.pk, second.pk}
    assert seen(make_actor(Role.HR_OFFICER, school=make_school())) == set()
    assert seen(make_actor(Role.INSPECTOR, school=school)) == set()


def things(school: School, today: date = TODAY) -> list[tuple[str, str, date]]:
    return [
        (thing.rule.key, thing.title, thing.due_date) for thing in list_elsa_things([school.pk], today=today)
    ]


def test_calendar_holds_planned_sessions_and_registrations(school: School) -> None:
    elsa = make_elsa(
        engagement=make_engagement(school=school),
        registered_date=date(2026, 9, 1),
        valid_until=date(2027, 8, 31),
    )
    for day in (6, 7, 8, 9):
        make_session(elsa, date(2026, 10, day))
    make_planned(elsa, date(2026, 11, 20))
    make_planned(elsa, date(2027, 1, 12))
    make_elsa(engagement=make_engagement(school=make_school()))
    assert things(school) == [
        ("elsa_session", "Say whether the supervision took place", date(2026, 11, 20)),
        ("elsa_session", "ELSA supervision", date(2027, 1, 12)),
        ("elsa_registration", "Renew the ELSA registration", date(2027, 8, 31)),
    ]


@pytest.mark.parametrize(
    ("missed", "expected"),
    [
        (0, []),
        (1, [("elsa_last_sessions", "Only one supervision session may be missed", date(2026, 12, 31))]),
        (2, [("elsa_last_sessions", "No supervision to be missed", date(2027, 2, 28))]),
        (3, []),
    ],
)
def test_calendar_warns_two_missed_sessions_before_the_end(
    school: School, missed: int, expected: list[tuple[str, str, date]]
) -> None:
    elsa = make_elsa(engagement=make_engagement(school=school))
    days = [date(2026, 9, 14), date(2026, 11, 9), date(2026, 11, 10)]
    for day in days[:missed]:
        make_session(elsa, day, attended=False)
    if not missed:
        make_session(elsa, days[0])
    assert things(school) == expected


def test_calendar_names_no_session_in_its_title_and_leads_to_the_person(school: School) -> None:
    elsa = make_elsa(engagement=make_engagement(school=school))
    session = make_planned(elsa, date(2027, 1, 12))
    (thing,) = [one for one in list_elsa_things([school.pk], today=TODAY) if one.rule.key == "elsa_session"]
    assert (thing.record_key, thing.done_at) == (
        f"supervision-{session.pk}",
        f"/elsa/people/{elsa.engagement_id}/",
    )
    assert elsa.engagement.person.family_name not in thing.title + thing.rule.title
