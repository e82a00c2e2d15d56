"""The calendar in the browser: who sees which days, filters, snoozing, the Monday list."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from compliance.domain.categories import CheckType
from compliance.models import Check, Snooze
from core.domain.dates import last_working_day_on_or_before
from core.domain.permissions import Role
from core.models import Engagement, School, User
from tests.factories.compliance import make_check, make_engagement
from tests.factories.dated import make_early_start, make_right_to_work
from tests.factories.people import NOW, make_person, make_school, make_user

pytestmark = pytest.mark.django_db

CALENDAR = "/calendar/"
SEES_CHECKS = {Role.HR_OFFICER, Role.HEADTEACHER}


def today() -> date:
    return timezone.localdate()


def ahead(days: int) -> date:
    return today() + timedelta(days=days)


@pytest.fixture
def engagement() -> Engagement:
    return make_engagement(person=make_person(given_name="Imogen", family_name="Fairweather"))


@pytest.fixture
def check(engagement: Engagement) -> Check:
    return make_right_to_work(engagement, permission_end=ahead(40))


@pytest.fixture
def hr(client: Client, engagement: Engagement) -> User:
    user = make_user(Role.HR_OFFICER, school=engagement.school)
    client.force_login(user)
    return user


def page(client: Client, address: str = CALENDAR) -> str:
    answer = client.get(address)
    assert answer.status_code == HTTPStatus.OK
    return answer.content.decode()


def thing_address(check: Check, rule: str = "right_to_work") -> str:
    return reverse("compliance:due-thing", args=[rule, f"check-{check.pk}"])


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", ["calendar", "monday-list", "calendar-feed"])
def test_pages_are_for_those_who_see_checks(
    client: Client, engagement: Engagement, role: Role, name: str
) -> None:
    client.force_login(make_user(role, school=engagement.school))
    expected = HTTPStatus.OK if role in SEES_CHECKS else HTTPStatus.FORBIDDEN

    assert client.get(reverse(f"compliance:{name}")).status_code == expected


@pytest.mark.parametrize("name", ["calendar", "monday-list", "calendar-feed"])
def test_signed_out_is_asked_to_sign_in(client: Client, name: str) -> None:
    address = reverse(f"compliance:{name}")

    assert client.get(address).headers["Location"] == f"/account/login/?next={address}"


def test_day_stands_in_its_week_with_who_says_so(client: Client, check: Check, hr: User) -> None:
    answer = client.get(CALENDAR)
    target = last_working_day_on_or_before(ahead(40))

    (week,) = answer.context["weeks"]
    assert [(row.thing.due_date, row.thing.person_name) for row in week.rows] == [
        (target, "Imogen Fairweather")
    ]
    assert week.monday == target - timedelta(days=target.weekday())
    assert "Check the right to work again: Imogen Fairweather" in answer.content.decode()


def test_other_schools_are_not_seen(client: Client, check: Check) -> None:
    client.force_login(make_user(Role.HR_OFFICER, school=make_school()))

    assert "Fairweather" not in page(client)
    assert "Fairweather" not in page(client, reverse("compliance:monday-list"))
    assert client.get(thing_address(check)).status_code == HTTPStatus.NOT_FOUND


def test_empty_calendar_says_where_days_come_from(client: Client, hr: User) -> None:
    assert "No days yet" in page(client)


def test_past_its_day_stands_on_top(client: Client, engagement: Engagement, hr: User) -> None:
    make_early_start(engagement, ahead(-3))
    answer = client.get(CALENDAR)

    assert [row.days_left for row in answer.context["past"]] == [-3]
    assert answer.context["weeks"] == []
    assert "3 days past" in answer.content.decode()


@pytest.mark.parametrize(("days", "is_past"), [(-1, True), (0, False), (1, False)])
def test_today_is_not_past(
    client: Client, engagement: Engagement, hr: User, days: int, is_past: bool
) -> None:
    make_early_start(engagement, ahead(days))
    context = client.get(CALENDAR).context

    assert (len(context["past"]), len(context["weeks"])) == ((1, 0) if is_past else (0, 1))


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["Check the right to work again", "Repeat: Section 128 direction"]),
        ("q=fairweather", ["Check the right to work again", "Repeat: Section 128 direction"]),
        ("q=nobody", []),
        ("rule=recheck", ["Repeat: Section 128 direction"]),
        ("rule=right_to_work&q=imogen", ["Check the right to work again"]),
        ("school=999999", []),
        ("school=nonsense", []),
    ],
)
def test_filters_narrow_the_list(
    client: Client, check: Check, hr: User, query: str, shown: list[str]
) -> None:
    engagement = check.person.engagements.get()
    make_check(engagement, CheckType.S128, recheck_date=ahead(60))
    weeks = client.get(f"{CALENDAR}?{query}").context["weeks"]

    assert [row.thing.title for week in weeks for row in week.rows] == shown


def test_month_shows_its_days_alone(client: Client, engagement: Engagement, hr: User) -> None:
    make_check(engagement, CheckType.S128, recheck_date=ahead(5))
    make_check(engagement, CheckType.MEDICAL_FITNESS, recheck_date=ahead(200))
    month = f"{ahead(200):%Y-%m}"
    context = client.get(f"{CALENDAR}?period={month}").context

    assert [row.thing.due_date for week in context["weeks"] for row in week.rows] == [ahead(200)]
    assert sum(count for _, count in context["months"]) == 2
    assert sum(count for _, count in context["half_terms"]) == 2


def test_unknown_period_falls_back_to_three_months(client: Client, check: Check, hr: User) -> None:
    assert client.get(f"{CALENDAR}?period=1066").context["period"].label == "The next three months"


def test_monday_list_holds_the_past_and_three_weeks(client: Client, engagement: Engagement, hr: User) -> None:
    for check_type, days in ((CheckType.S128, -2), (CheckType.MEDICAL_FITNESS, 8), (CheckType.IDENTITY, 40)):
        make_check(engagement, check_type, recheck_date=ahead(days))
    context = client.get(reverse("compliance:monday-list")).context

    assert [row.days_left for row in context["past"]] == [-2]
    assert [row.days_left for week in context["weeks"] for row in week.rows] == [8]


def test_thing_says_its_source_and_what_was_sent(client: Client, check: Check, hr: User) -> None:
    body = page(client, thing_address(check))

    assert "Immigration, Asylum and Nationality Act 2006" in body
    assert "They go out 90, 60, 28, 14 and 7 days before, and on the day itself." in body


def test_snooze_is_kept_and_shown(client: Client, check: Check, hr: User) -> None:
    answer = client.post(
        thing_address(check), {"until_date": f"{ahead(10):%d/%m/%Y}", "reason": "Visa appointment"}
    )

    assert answer.headers["Location"] == thing_address(check)
    assert Snooze.objects.get().until_date == ahead(10)
    assert "Visa appointment" in page(client)


def test_snooze_without_reason_keeps_what_was_typed(client: Client, check: Check, hr: User) -> None:
    answer = client.post(thing_address(check), {"until_date": f"{ahead(10):%d/%m/%Y}", "reason": ""})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'value="{ahead(10):%d/%m/%Y}"' in answer.content.decode()
    assert Snooze.objects.count() == 0


def test_snooze_past_the_day_of_law_says_until_when(client: Client, check: Check, hr: User) -> None:
    answer = client.post(
        thing_address(check), {"until_date": f"{ahead(60):%d/%m/%Y}", "reason": "Visa appointment"}
    )

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "the reminder has to come back by" in answer.content.decode()


def test_waking_is_a_post(client: Client, check: Check, hr: User) -> None:
    client.post(thing_address(check), {"until_date": f"{ahead(10):%d/%m/%Y}", "reason": "Visa"})
    wake = reverse("compliance:snooze-end", args=["right_to_work", f"check-{check.pk}"])

    assert client.get(wake).status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert client.post(wake).status_code == HTTPStatus.FOUND
    assert client.post(wake).status_code == HTTPStatus.CONFLICT
    assert Snooze.objects.running().count() == 0


def test_snooze_by_a_stranger_is_not_found(client: Client, check: Check) -> None:
    client.force_login(make_user(Role.HR_OFFICER, school=make_school()))
    data = {"until_date": f"{ahead(10):%d/%m/%Y}", "reason": "Visa"}

    assert client.post(thing_address(check), data).status_code == HTTPStatus.NOT_FOUND
    assert client.post(f"{thing_address(check)}wake/").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("people", [1, 3])
def test_calendar_costs_the_same_for_one_and_three(
    client: Client, people: int, assert_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    school: School = make_school()
    client.force_login(user := make_user(Role.HR_OFFICER, school=school))
    for _ in range(people):
        engagement = make_engagement(school=school, end_date=ahead(90))
        check = make_right_to_work(engagement, permission_end=ahead(40))
        make_early_start(engagement, ahead(3))
        Snooze.objects.create(
            rule="right_to_work",
            record_key=f"check-{check.pk}",
            due_date=last_working_day_on_or_before(ahead(40)),
            school=school,
            until_date=ahead(9),
            reason="Booked",
            snoozed_at=NOW,
            snoozed_by=user,
        )

    with assert_queries():
        answer = client.get(CALENDAR)

    rows = [row for week in answer.context["weeks"] for row in week.rows]
    assert (len(rows), sum(row.snooze is not None for row in rows)) == (3 * people, people)


@pytest.mark.parametrize("people", [1, 3])
def test_one_day_costs_the_same_for_one_and_three(
    client: Client, people: int, assert_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    school = make_school()
    client.force_login(make_user(Role.HR_OFFICER, school=school))
    for _ in range(people):
        engagement = make_engagement(school=school, end_date=ahead(90))
        check = make_right_to_work(engagement, permission_end=ahead(40))
        make_early_start(engagement, ahead(3))

    with assert_queries():
        page(client, thing_address(check))
