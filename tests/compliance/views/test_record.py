"""The central record on the screen: what it tells whom, at which moment, at what cost."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.central_record import COLUMNS
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
from tests.factories import make_person, make_school, make_trust, make_user
from tests.factories.compliance import make_certificate, make_check, make_engagement

pytestmark = pytest.mark.django_db

type AssertQueries = Callable[..., AbstractContextManager[object]]


@pytest.fixture
def school() -> School:
    return make_school(name="Mill Lane Primary School", urn="123456")


def named(school: School, family: str, **fields: object):
    return make_engagement(school=school, person=make_person(given_name="Kim", family_name=family), **fields)


def names_on(page: str) -> list[str]:
    """The names of the table's rows, in their order."""
    body = re.search(r"<tbody>(.*?)</tbody>", page, re.S)
    return re.findall(r'<th scope="row"[^>]*>(?:<a[^>]*>)?([^<]*)', body[1]) if body else []


def cells_on(page: str) -> list[list[str]]:
    body = re.search(r"<tbody>(.*?)</tbody>", page, re.S)
    assert body is not None
    return [
        [re.sub(r"<[^>]+>", " ", cell).strip() for cell in re.findall(r"<td[^>]*>(.*?)</td>", row)]
        for row in re.findall(r"<tr[^>]*>(.*?)</tr>", body[1])
    ]


def open_record(client: Client, school: School, query: str = "", status: int = 200) -> str:
    response = client.get(address("record", school) + query)
    assert response.status_code == status
    return response.content.decode()


def test_each_cell_says_its_state_and_day(client: Client, school: School) -> None:
    make_telling_engagement(school)
    sign_in(client, Role.HR_OFFICER, school=school)

    (cells,) = cells_on(open_record(client, school, "?show=all"))

    assert cells[:8] == [
        "Complete 20/08/2026",
        "To be considered 20/08/2026",
        "To be considered 20/08/2026",
        "Missing",
        "Complete 20/08/2026",
        "Missing",
        f"{'Expired' if timezone.localdate() > date(2026, 12, 1) else 'Expiring'} on 01/12/2026",
        "Not required",
    ]
    assert len(cells) == len(COLUMNS)


def test_nothing_secret_is_on_the_record_or_behind_a_cell(client: Client, school: School) -> None:
    engagement = make_telling_engagement(school)
    sign_in(client, Role.HR_OFFICER, school=school)

    pages = [
        open_record(client, school),
        client.get(address("record-line", school, engagement_id=engagement.pk)).content.decode(),
        client.get(address("record-print", school)).content.decode(),
    ]

    assert [secret for page in pages for secret in told_of(SECRETS, page)] == []
    assert "Certificate, Portugal" in pages[1]
    assert NUMBER in pages[1]
    assert "29/02/1988" in pages[1]


def test_it_opens_on_those_for_whom_something_is_to_do(client: Client, school: School) -> None:
    named(school, "Alder", category=WorkerCategory.GOVERNOR_MAINTAINED)
    settled = named(
        school, "Birch", category=WorkerCategory.CONTRACTOR_NONE, role={"individual_contract": False}
    )
    make_check(settled, CheckType.IDENTITY)
    sign_in(client, Role.HR_OFFICER, school=school)

    assert names_on(open_record(client, school)) == ["Alder, Kim"]
    assert names_on(open_record(client, school, "?show=all")) == ["Alder, Kim", "Birch, Kim"]
    assert names_on(open_record(client, school, "?show=nonsense")) == ["Alder, Kim"]


def test_with_nothing_to_do_it_opens_on_everybody(client: Client, school: School) -> None:
    settled = named(
        school, "Birch", category=WorkerCategory.CONTRACTOR_NONE, role={"individual_contract": False}
    )
    make_check(settled, CheckType.IDENTITY)
    sign_in(client, Role.HR_OFFICER, school=school)

    assert names_on(open_record(client, school)) == ["Birch, Kim"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?tab=support&show=all", ["Alder, Kim"]),
        ("?tab=agency&show=all", ["Birch, Kim"]),
        ("?tab=coming&show=all", ["Cedar, Kim"]),
        ("?tab=left&show=all", ["Dogwood, Kim"]),
        ("?tab=everybody&show=all", ["Alder, Kim", "Birch, Kim"]),
        ("?tab=nonsense&show=all", ["Alder, Kim", "Birch, Kim"]),
        ("?show=all&q=teaching+bir", ["Birch, Kim"]),
        ("?show=all&q=nobody", []),
        ("?show=missing&check=identity", ["Birch, Kim"]),
        ("?show=complete&check=identity", ["Alder, Kim"]),
        ("?show=all&sort=identity", ["Birch, Kim", "Alder, Kim"]),
        ("?show=all&sort=start", ["Birch, Kim", "Alder, Kim"]),
        ("?show=all&sort=trouble", ["Birch, Kim", "Alder, Kim"]),
    ],
)
def test_tabs_filters_search_and_sorting(
    client: Client, school: School, query: str, expected: list[str]
) -> None:
    today = timezone.localdate()
    make_check(named(school, "Alder", start_date=date(2026, 8, 31)), CheckType.IDENTITY)
    named(school, "Birch", category=WorkerCategory.SUPPLY_AGENCY, start_date=date(2026, 9, 1))
    named(school, "Cedar", start_date=today + timedelta(days=1))
    named(school, "Dogwood", end_date=today - timedelta(days=1))
    sign_in(client, Role.HR_OFFICER, school=school)

    assert names_on(open_record(client, school, query)) == expected


def test_figures_lead_to_their_cells(client: Client, school: School) -> None:
    make_check(named(school, "Alder"), CheckType.IDENTITY)
    sign_in(client, Role.HR_OFFICER, school=school)

    page = open_record(client, school, "?show=all")

    tiles = re.findall(
        r'<dt>(?:<a href="([^"]*)">)?([^<]*)(?:</a>)?</dt>\s*<dd class="tile-value">(\d+)', page
    )
    assert {label: (number, bool(href)) for href, label, number in tiles} == {
        "Complete": ("1", True),
        "Missing": ("8", True),
        "Expiring or expired": ("0", False),
        "Late": ("0", False),
        "Done, date missing": ("0", False),
        "Not required": ("2", True),
        "To find out": ("3", True),
    }


def test_an_agency_worker_has_what_the_agency_confirmed(client: Client, school: School) -> None:
    engagement = named(school, "Birch", category=WorkerCategory.SUPPLY_AGENCY)
    make_certificate(engagement, is_assurance=True)
    sign_in(client, Role.HR_OFFICER, school=school)

    (cells,) = cells_on(open_record(client, school, "?tab=agency&show=all"))

    assert cells[-2:] == ["Missing 2 of 6", "Yes"]


def test_as_at_shows_the_record_of_then_and_says_so(client: Client, school: School) -> None:
    engagement = named(school, "Alder")
    for one in (engagement, engagement.person, engagement.role):
        one.history.update(history_date=timezone.now() - timedelta(days=10))
    make_check(engagement, CheckType.IDENTITY, recorded_at=timezone.now() - timedelta(days=2))
    sign_in(client, Role.HR_OFFICER, school=school)
    then = timezone.localdate() - timedelta(days=5)

    before = open_record(client, school, f"?show=all&day={then:%d/%m/%Y}&time=12:00")
    now = open_record(client, school, "?show=all")

    assert (cells_on(before)[0][0], cells_on(now)[0][0]) == ("Missing", "Complete 20/08/2026")
    assert f"As at {then:%d/%m/%Y} at 12:00" in before
    assert "As at {" not in now
    assert 'class="record-banner"' not in now


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("?day=1/1/2099", "As at: That has not come yet. Choose today or an earlier day."),
        ("?day=rubbish", "As at: Enter a valid date."),
        ("?time=10:00", "As at: Choose the day that this time belongs to."),
        ("?day=1/9/2026&time=ten", "Time: Write the time as 14:30, or leave it empty."),
    ],
)
def test_a_moment_that_cannot_be_is_said_and_kept(
    client: Client, school: School, query: str, message: str
) -> None:
    sign_in(client, Role.HR_OFFICER, school=school)

    page = open_record(client, school, query, status=422)

    assert message in page
    assert f'value="{re.split("=|&", query)[1]}"' in page


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("record-print", "record"),
        ("record-workbook", "record"),
        ("record-inspection-print", "record-inspection"),
    ],
)
def test_nothing_of_today_is_given_out_for_a_day_that_cannot_be(
    client: Client, school: School, name: str, page: str
) -> None:
    sign_in(client, Role.HR_OFFICER, school=school)

    response = client.get(address(name, school), {"day": "31/02/2026", "time": "10:00"})

    assert response["Location"] == address(page, school) + "?day=31%2F02%2F2026&time=10%3A00"
    assert client.get(response["Location"]).status_code == 422
    workbook = client.get(reverse("compliance:record-trust-workbook"), {"day": "31/02/2026"})
    assert workbook.status_code == 400


@pytest.mark.parametrize("name", ["record", "record-print", "record-workbook", "record-looks"])
@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.HR_OFFICER, 200),
        (Role.HEADTEACHER, 200),
        (Role.INSPECTOR, 403),
        (Role.TRUST_ADMINISTRATOR, 403),
        (Role.PANEL_MEMBER, 403),
        (Role.LINE_MANAGER, 403),
        (Role.STAFF_MEMBER, 403),
    ],
)
def test_only_those_who_see_checks_see_the_record(
    client: Client, school: School, name: str, role: Role, status: int
) -> None:
    sign_in(client, role, school=school)

    response = client.get(address(name, school))
    response.getvalue()

    assert response.status_code == status


@pytest.mark.parametrize(
    "name", ["record", "record-print", "record-workbook", "record-looks", "record-inspection"]
)
def test_strangers_to_a_school_find_nothing(client: Client, school: School, name: str) -> None:
    sign_in(client, Role.HR_OFFICER, school=make_school())

    assert client.get(address(name, school)).status_code == 404
    assert CentralRecordLook.objects.count() == 0


def test_a_role_too_low_at_this_school_and_high_at_another_is_refused(client: Client, school: School) -> None:
    user = sign_in(client, Role.INSPECTOR, school=school)
    user.roles.create(role=Role.HR_OFFICER, school=make_school(), granted_at=timezone.now())

    assert client.get(address("record", school)).status_code == 403


def test_a_line_of_another_school_is_not_found(client: Client, school: School) -> None:
    other = make_engagement(school=make_school())
    sign_in(client, Role.HR_OFFICER, school=school)

    assert client.get(address("record-line", school, engagement_id=other.pk)).status_code == 404


def test_a_cell_tells_who_when_and_the_rule_behind_it(client: Client, school: School) -> None:
    engagement = named(school, "Alder", role={"teaching_work": False, "has_trn": False})
    make_certificate(engagement)
    sign_in(client, Role.HR_OFFICER, school=school)
    where = address("record-line", school, engagement_id=engagement.pk)

    dbs = client.get(where, {"criterion": "enhanced_dbs"}).content.decode()
    prohibition = client.get(
        where, {"criterion": "prohibition_teaching"}, headers={"HX-Request": "true"}
    ).content.decode()

    assert re.findall(r"<dt>([^<]*)</dt><dd[^>]*>([^<]*)</dd>", dbs)[-4:] == [
        ("Done", "20/08/2026"),
        ("By", "Nia Owen"),
        ("Number", NUMBER),
        ("Issued", "10/08/2026"),
    ]
    assert "Ask who saw the original" not in dbs
    assert (
        "<strong>Not required.</strong> No teaching work, which is what a prohibition is about."
        in prohibition
    )
    assert "<h1" not in prohibition
    assert prohibition.count("<li>") == 2


def test_the_list_leads_straight_to_a_single_record(client: Client, school: School) -> None:
    sign_in(client, Role.HR_OFFICER, school=school)

    assert client.get(reverse("compliance:record-list")).headers["Location"] == address("record", school)


def test_an_inspector_is_led_to_inspection_mode(client: Client, school: School) -> None:
    sign_in(client, Role.INSPECTOR, school=school)

    found = client.get(reverse("compliance:record-list"))

    assert found.headers["Location"] == address("record-inspection", school)


def test_the_list_holds_the_schools_of_the_actor_alone(client: Client) -> None:
    trust = make_trust(name="Harbour Learning Trust")
    for name in ("Alder School", "Birch School"):
        make_school(name=name, trust=trust)
    make_school(name="Cedar School")
    client.force_login(make_user(Role.HR_OFFICER, trust=trust))

    page = client.get(reverse("compliance:record-list")).content.decode()
    searched = client.get(reverse("compliance:record-list"), {"q": "birch"}).content.decode()

    assert names_on(page) == ["Alder School", "Birch School"]
    assert names_on(searched) == ["Birch School"]
    assert (
        "No school of that name"
        in client.get(reverse("compliance:record-list"), {"q": "cedar"}).content.decode()
    )


@pytest.mark.parametrize("people", [1, 3])
@pytest.mark.parametrize("query", ["", "?day=1/9/2026", "?tab=left"])
def test_a_page_takes_at_most_twelve_queries(
    client: Client, assert_queries: AssertQueries, people: int, query: str
) -> None:
    school = make_school(trust=make_trust())
    for _ in range(people):
        make_telling_engagement(school)
    sign_in(client, Role.HR_OFFICER, school=school)
    where = address("record", school) + query

    with assert_queries():
        assert client.get(where).status_code == 200


def test_list_line_print_and_looks_take_at_most_twelve_queries(
    client: Client, assert_queries: AssertQueries
) -> None:
    school = make_school(trust=make_trust())
    engagements = [make_telling_engagement(school) for _ in range(3)]
    sign_in(client, Role.HR_OFFICER, school=school)
    for where in (
        address("record-line", school, engagement_id=engagements[0].pk),
        address("record-print", school),
        address("record-looks", school),
        reverse("compliance:record-list") + "?q=Mill",
    ):
        with assert_queries():
            assert client.get(where).status_code == 200
