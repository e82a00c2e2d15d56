"""Inspection mode: statutory columns, masked people, a sample, every look written down; and nothing else."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.central_record import LOCAL
from compliance.models import CentralRecordLook
from core.domain.permissions import Role
from core.models import School
from tests.compliance.views.record_people import (
    NUMBER,
    SECRETS,
    address,
    make_telling_engagement,
    sign_in,
    told_of,
)
from tests.compliance.views.test_record import cells_on, named, names_on
from tests.factories import make_school, make_trust
from tests.factories.compliance import make_check

pytestmark = pytest.mark.django_db

type AssertQueries = Callable[..., AbstractContextManager[object]]


@pytest.fixture
def school() -> School:
    return make_school(name="Mill Lane Primary School", urn="123456")


def looks() -> list[tuple[str, int | None]]:
    return list(CentralRecordLook.objects.order_by("pk").values_list("what", "engagement_id"))


@pytest.mark.parametrize("role", [Role.INSPECTOR, Role.TRUST_ADMINISTRATOR, Role.HEADTEACHER])
def test_inspection_hides_what_an_inspector_has_no_business_with(
    client: Client, school: School, role: Role
) -> None:
    engagement = make_telling_engagement(school)
    sign_in(client, role, school=school)

    pages = [
        client.get(address("record-inspection", school)).content.decode(),
        client.get(address("record-inspection", school) + "?seed=1").content.decode(),
        client.get(address("record-inspection-print", school)).content.decode(),
        client.get(address("record-inspection-line", school, engagement_id=engagement.pk)).content.decode(),
    ]

    hidden = (*SECRETS, NUMBER, "1988", "To be considered")
    assert [secret for page in pages for secret in told_of(hidden, page)] == []
    assert [column.head for column in LOCAL for page in pages if f">{column.head}<" in page] == []
    assert "••••••••7890" in pages[3]
    assert "••/••/••••" in pages[3]
    assert len(cells_on(pages[0])[0]) == 8
    assert cells_on(pages[0])[0][2] == "Complete 20/08/2026"


def test_a_local_check_is_not_told_by_its_address_either(client: Client, school: School) -> None:
    engagement = make_telling_engagement(school)
    sign_in(client, Role.INSPECTOR, school=school)

    page = client.get(
        address("record-inspection-line", school, engagement_id=engagement.pk),
        {"criterion": "medical_fitness"},
    ).content.decode()

    assert "Medical fitness" not in page
    assert page.count('class="cell-title"') == 8


def test_every_look_is_written_down_with_who_when_and_at_what(client: Client, school: School) -> None:
    engagement = make_telling_engagement(school)
    user = sign_in(client, Role.INSPECTOR, school=school)
    before = timezone.now()
    line = address("record-inspection-line", school, engagement_id=engagement.pk)

    for where in (
        address("record-inspection", school),
        address("record-inspection", school) + "?q=ash",
        address("record-inspection", school) + "?tab=teaching",
        address("record-inspection", school) + "?seed=7",
        line,
        line + "?criterion=identity",
        address("record-inspection-print", school),
    ):
        assert client.get(where).status_code == 200

    assert looks() == [
        ("Record: everybody", None),
        ("Record: everybody, searched by name", None),
        ("Record: teaching", None),
        ("Sample of 1", None),
        ("Line", engagement.pk),
        ("Cell: Identity", engagement.pk),
        ("Record to print", None),
    ]
    assert {(look.looked_by, look.school) for look in CentralRecordLook.objects.all()} == {(user, school)}
    assert min(look.looked_at for look in CentralRecordLook.objects.all()) >= before


def test_a_look_at_the_past_says_at_which_moment(client: Client, school: School) -> None:
    sign_in(client, Role.INSPECTOR, school=school)

    client.get(address("record-inspection", school), {"day": "1/9/2026", "time": "10:30"})

    (look,) = CentralRecordLook.objects.all()
    assert look.as_at is not None
    assert look.as_at.isoformat() == "2026-09-01T09:30:00+00:00"


def test_the_live_record_is_no_look(client: Client, school: School) -> None:
    sign_in(client, Role.HR_OFFICER, school=school)

    client.get(address("record", school))

    assert looks() == []


def test_only_who_works_there_on_the_day_is_in_it(client: Client, school: School) -> None:
    today = timezone.localdate()
    named(school, "Alder", start_date=today)
    coming = named(school, "Birch", start_date=today + timedelta(days=1))
    left = named(school, "Cedar", end_date=today - timedelta(days=1))
    sign_in(client, Role.INSPECTOR, school=school)

    page = client.get(address("record-inspection", school)).content.decode()
    statuses = [
        client.get(address("record-inspection-line", school, engagement_id=one.pk)).status_code
        for one in (coming, left)
    ]

    assert names_on(page) == ["Alder, Kim"]
    assert statuses == [404, 404]


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.PANEL_MEMBER, 403), (Role.LINE_MANAGER, 403), (Role.STAFF_MEMBER, 403), (Role.INSPECTOR, 200)],
)
def test_roles_without_the_record_are_refused_and_leave_no_look(
    client: Client, school: School, role: Role, status: int
) -> None:
    sign_in(client, role, school=school)

    assert client.get(address("record-inspection", school)).status_code == status
    assert len(looks()) == (1 if status == 200 else 0)


def test_a_sample_is_picked_and_says_why(client: Client, school: School) -> None:
    for number, family in enumerate(("Alder", "Birch", "Cedar", "Dogwood", "Elder", "Fir")):
        named(school, family, start_date=date(2020 + number, 9, 1))
    named(school, "Governor", category=WorkerCategory.GOVERNOR_MAINTAINED, start_date=date(2015, 9, 1))
    named(school, "Supply", category=WorkerCategory.SUPPLY_AGENCY, start_date=date(2015, 9, 1))
    named(school, "Traveller", start_date=date(2015, 9, 1), role={"lived_abroad": True})
    sign_in(client, Role.INSPECTOR, school=school)

    page = client.get(address("record-inspection", school) + "?seed=3&at_random=0").content.decode()

    assert names_on(page) == [
        "Fir, Kim",
        "Elder, Kim",
        "Dogwood, Kim",
        "Cedar, Kim",
        "Birch, Kim",
        "Governor, Kim",
        "Supply, Kim",
        "Traveller, Kim",
    ]
    whys = [words.split(" · ")[0] for words in re.findall(r"<small>([^<]*)</small></th>", page)]
    assert whys == ["Joined last"] * 5 + ["Governor or trustee", "Agency", "Lived abroad"]


def test_the_list_of_looks_tells_who_looked_at_whom(client: Client, school: School) -> None:
    engagement = make_telling_engagement(school)
    inspector = sign_in(client, Role.INSPECTOR, school=school)
    client.get(address("record-inspection-line", school, engagement_id=engagement.pk) + "?criterion=s128")
    client.get(address("record-inspection", make_school()))
    sign_in(client, Role.HR_OFFICER, school=school)

    page = client.get(address("record-looks", school)).content.decode()
    none = client.get(address("record-looks", school) + "?q=nobody").content.decode()
    found = client.get(address("record-looks", school) + "?q=ashdown").content.decode()

    assert cells_on(page) == [[inspector.name, "Cell: Section 128 direction", "Rowan Ashdown", "then"]]
    assert "No such look" in none
    assert cells_on(found) == cells_on(page)


@pytest.mark.parametrize("people", [1, 3])
@pytest.mark.parametrize("query", ["", "?day=1/9/2026", "?seed=4"])
def test_inspection_takes_at_most_twelve_queries(
    client: Client, assert_queries: AssertQueries, people: int, query: str
) -> None:
    school = make_school(trust=make_trust())
    for _ in range(people):
        make_check(named(school, "Alder"), CheckType.IDENTITY)
    sign_in(client, Role.INSPECTOR, school=school)

    with assert_queries():
        assert client.get(address("record-inspection", school) + query).status_code == 200


@pytest.mark.parametrize("people", [1, 3])
def test_looks_take_at_most_twelve_queries(
    client: Client, assert_queries: AssertQueries, people: int
) -> None:
    school = make_school()
    sign_in(client, Role.HR_OFFICER, school=school)
    for _ in range(people):
        engagement = make_telling_engagement(school)
        client.get(address("record-inspection-line", school, engagement_id=engagement.pk))

    with assert_queries():
        page = client.get(address("record-looks", school)).content.decode()

    assert len(cells_on(page)) == people


def test_a_head_sorts_the_record_by_its_column(client: Client, school: School) -> None:
    make_check(named(school, "Alder"), CheckType.IDENTITY)
    named(school, "Birch")
    sign_in(client, Role.INSPECTOR, school=school)
    where = address("record-inspection", school)

    pages = [
        client.get(where + query).content.decode() for query in ("", "?sort=identity", "?sort=references")
    ]

    assert [names_on(page) for page in pages] == [
        ["Alder, Kim", "Birch, Kim"],
        ["Birch, Kim", "Alder, Kim"],
        ["Alder, Kim", "Birch, Kim"],
    ]


def test_sorting_a_sample_keeps_the_sample(client: Client, school: School) -> None:
    named(school, "Alder")
    sign_in(client, Role.INSPECTOR, school=school)

    page = client.get(address("record-inspection", school) + "?seed=9&at_random=0").content.decode()

    assert '<a href="?seed=9&amp;at_random=0&amp;sort=identity"' in page
