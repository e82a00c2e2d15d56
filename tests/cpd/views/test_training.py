"""The matrix on the screen, on paper and as a file: whose lines somebody sees, and at how many queries."""

import re
from datetime import date, timedelta
from http import HTTPStatus
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from core.domain.permissions import Role
from core.domain.terms import MONTHS
from core.models import Engagement, School, User
from cpd.models import CoursePolicy, LineManagement
from tests.factories import make_person, make_school, make_trust, make_user
from tests.factories.compliance import make_engagement
from tests.factories.training import make_courses, make_requirement, make_training

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> School:
    return make_school(trust=make_trust())


@pytest.fixture
def hr(client: Client, school: School) -> User:
    user = make_user(Role.HR_OFFICER, school=school)
    client.force_login(user)
    return user


def somebody(school: School, family_name: str = "Ashdown", **fields: object) -> Engagement:
    person = make_person(given_name="Rowan", family_name=family_name)
    return make_engagement(school=school, person=person, **{"start_date": date(2024, 9, 1)} | fields)


def address(school: School, rest: str = "") -> str:
    return f"/training/schools/{school.pk}/{rest}"


def names_in(page: str) -> list[str]:
    return re.findall(r'<th scope="row"><a href="[^"]+">([^<]+)</a>', page)


@pytest.mark.usefixtures("hr")
def test_matrix_says_each_state_in_words(client: Client, school: School) -> None:
    courses, today = make_courses(), timezone.localdate()
    engagement = somebody(school)
    make_training(engagement, courses["fire"], awarded_date=today - timedelta(days=400))
    make_training(engagement, courses["kcsie_read"], awarded_date=today - timedelta(days=340))
    make_training(engagement, courses["safeguarding_update"], awarded_date=today)
    make_training(engagement, courses["safeguarding_induction"], awarded_date=today)

    page = client.get(address(school)).content.decode()

    words = re.findall(r'<td class="(k-\w+)">(\w[\w ]*)', page)
    assert sorted(set(words)) == [
        ("k-complete", "Held"),
        ("k-complete", "Valid"),
        ("k-expired", "Expired"),
        ("k-expiring", "Due soon"),
        ("k-missing", "Missing"),
    ]
    assert '<th scope="colgroup" colspan="3">Guidance</th>' in page


@pytest.mark.usefixtures("hr")
@pytest.mark.parametrize("people", [1, 3])
def test_matrix_takes_as_many_queries_for_one_as_for_three(
    client: Client, school: School, people: int, django_assert_max_num_queries
) -> None:
    courses = make_courses()
    for number in range(people):
        engagement = somebody(school, f"Ashdown{number}")
        make_training(engagement, courses["fire"])
        make_requirement(courses["faw"], school, required_of="person", engagement=engagement)
    client.get(address(school))

    with django_assert_max_num_queries(12) as queries:
        response = client.get(address(school))

    assert response.status_code == HTTPStatus.OK
    assert len(queries) == 8


@pytest.mark.usefixtures("hr")
@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Ashdown, Rowan", "Birch, Rowan", "Cedar, Rowan"]),
        ("q=birch", ["Birch, Rowan"]),
        ("q=caretaker", ["Cedar, Rowan"]),
        ("kind=support", ["Ashdown, Rowan", "Cedar, Rowan"]),
        ("kind=teaching", ["Birch, Rowan"]),
        ("kind=pirates", ["Ashdown, Rowan", "Birch, Rowan", "Cedar, Rowan"]),
        ("state=expired", ["Birch, Rowan"]),
        ("state=trouble", ["Ashdown, Rowan", "Birch, Rowan", "Cedar, Rowan"]),
        ("course={fire}&state=missing", ["Ashdown, Rowan", "Cedar, Rowan"]),
        ("course={fire}&state=valid", []),
        ("course={faw}&state=missing", []),
    ],
)
def test_matrix_is_narrowed(client: Client, school: School, query: str, names: list[str]) -> None:
    courses = make_courses()
    somebody(school, "Ashdown")
    teacher = somebody(school, "Birch", category="teacher", job_title="Class teacher")
    somebody(school, "Cedar", category="support_staff", job_title="Caretaker")
    make_training(teacher, courses["fire"], awarded_date=date(2020, 1, 1))

    page = client.get(f"{address(school)}?{query.format(**{k: c.pk for k, c in courses.items()})}")

    assert names_in(page.content.decode()) == names


@pytest.mark.usefixtures("hr")
def test_what_lapses_this_term_is_listed_by_day(client: Client, school: School) -> None:
    courses, term = make_courses(), MONTHS.term_of(timezone.localdate())
    engagement = somebody(school)
    for key, printed in (
        ("fire", term.last - timedelta(days=1)),
        ("kcsie_read", term.last),
        ("safeguarding_update", term.first - timedelta(days=2)),
    ):
        make_training(engagement, courses[key], awarded_date=date(2025, 1, 1), printed_expiry=printed)

    page = client.get(address(school, "lapses/")).content.decode()

    assert courses["fire"].name in page
    assert courses["kcsie_read"].name not in page
    assert courses["safeguarding_update"].name not in page
    assert f"{term.last:%d/%m/%Y}" in page


@pytest.mark.usefixtures("hr")
def test_day_that_is_none_is_said_and_today_shown(client: Client, school: School) -> None:
    make_courses()
    somebody(school)

    response = client.get(f"{address(school)}?day=yesterday")

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert names_in(response.content.decode()) == ["Ashdown, Rowan"]


@pytest.mark.usefixtures("hr")
def test_matrix_of_a_day_says_so(client: Client, school: School) -> None:
    make_courses()
    somebody(school)

    page = client.get(f"{address(school)}?day=27/3/2031").content.decode()

    assert "As at 27/03/2031." in page


def test_line_manager_sees_the_team_alone(client: Client, school: School) -> None:
    make_courses()
    manager = make_user(Role.LINE_MANAGER, school=school)
    team = somebody(school, "Birch")
    somebody(school, "Cedar")
    LineManagement.objects.create(engagement=team, manager=manager, valid_from=date(2024, 9, 1))
    client.force_login(manager)

    page = client.get(address(school)).content.decode()

    assert names_in(page) == ["Birch, Rowan"]
    assert "Cedar" not in page
    assert "Record for many" not in page


def test_member_of_staff_sees_their_own_line_alone(client: Client, school: School) -> None:
    make_courses()
    user = make_user(Role.STAFF_MEMBER, school=school)
    own = somebody(school, "Birch")
    own.person.user = user
    own.person.save()
    other = somebody(school, "Cedar")
    client.force_login(user)

    assert names_in(client.get(address(school)).content.decode()) == ["Birch, Rowan"]
    assert client.get(f"/training/people/{own.pk}/").status_code == HTTPStatus.OK
    assert client.get(f"/training/people/{other.pk}/").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.usefixtures("hr")
def test_paper_holds_everybody_without_links(client: Client, school: School) -> None:
    make_courses()
    somebody(school)

    page = client.get(address(school, "print/")).content.decode()

    assert '<th scope="row">Ashdown, Rowan<small>Teaching assistant</small></th>' in page


@pytest.mark.usefixtures("hr")
def test_workbook_says_each_cell_with_sign_word_and_day(client: Client, school: School) -> None:
    courses = make_courses()
    engagement = somebody(school, "=Ashdown")
    make_training(engagement, courses["fire"], printed_expiry=date(2031, 5, 1))

    response = client.get(address(school, "training.xlsx"))
    book = load_workbook(BytesIO(b"".join(response)))
    head, row = [list(row) for row in book["Training"].iter_rows(min_row=4, values_only=True)]

    cells = dict(zip(head, row, strict=True))
    assert (cells["Last name"], cells["First name"]) == ("=Ashdown", "Rowan")
    assert book["Training"]["B5"].data_type == "s"
    assert cells[courses["fire"].name] == "✔ Valid to 01/05/2031"
    assert cells[courses["kcsie_read"].name] == "○ Missing"
    assert cells[courses["faw"].name] == "– Not required"


def test_every_school_in_one_workbook_holds_ones_own_schools_alone(client: Client) -> None:
    make_courses()
    trust = make_trust()
    first, second, stranger = make_school(trust=trust), make_school(trust=trust), make_school()
    user = make_user(Role.HR_OFFICER, school=first)
    user.roles.create(role=Role.HR_OFFICER, school=second, granted_at=timezone.now())
    for school, name in ((first, "Birch"), (second, "Cedar"), (stranger, "Dogwood")):
        somebody(school, name)
    client.force_login(user)

    response = client.get("/training/training.xlsx")
    book = load_workbook(BytesIO(b"".join(response)))

    assert [row[1] for row in book["Training"].iter_rows(min_row=5, values_only=True)] == ["Birch", "Cedar"]


@pytest.mark.usefixtures("hr")
def test_one_school_is_shown_at_once(client: Client, school: School) -> None:
    somebody(school)

    assert client.get("/training/").headers["Location"] == address(school)


@pytest.mark.usefixtures("hr")
def test_head_says_where_policy_sets_the_interval(client: Client, school: School, hr: User) -> None:
    courses = make_courses()
    engagement = somebody(school)
    make_training(engagement, courses["safer_recruitment"])
    CoursePolicy.objects.create(
        school=school,
        course=courses["safer_recruitment"],
        renewal_months=60,
        reason="Agreed by the governors",
        set_at=timezone.now(),
        set_by=hr,
    )

    page = client.get(address(school)).content.decode()

    assert "Safer recruitment training<small>every 5 years, by policy</small>" in page
