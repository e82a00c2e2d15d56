"""Training over HTTP: whose records, new ones, and the matrix of a school."""

from datetime import date
from http import HTTPStatus

import pytest
from django.test import Client

from core.domain.permissions import Role
from core.models import Engagement
from cpd.models import Course, LineManagement, Training
from tests.factories import make_person, make_school, make_user
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW
from tests.factories.training import make_course, make_courses, make_training

pytestmark = pytest.mark.django_db


@pytest.fixture
def engagement() -> Engagement:
    return make_engagement(school=make_school(), person=make_person(given_name="Josie", family_name="Lane"))


def sign_in(client: Client, role: Role, engagement: Engagement) -> None:
    client.force_login(make_user(role, school=engagement.school))


def post(client: Client, at: Engagement, **changes: object):
    body = {
        "engagement": at.pk,
        "course": make_course("fire").pk,
        "awarded_date": "2026-09-04",
        "hours": "1.25",
        "cost": "95.50",
    }
    return client.post("/api/v1/training/", body | changes, content_type="application/json")


def test_list_holds_the_records_of_ones_own_schools(client: Client, engagement: Engagement) -> None:
    courses = make_courses()
    own = make_training(engagement, courses["fire"], quarter_hours=5)
    make_training(make_engagement(), courses["fire"])
    sign_in(client, Role.HR_OFFICER, engagement)

    found = client.get("/api/v1/training/").json()["results"]

    assert [(row["id"], row["person_name"], row["hours"], row["is_confirmed"]) for row in found] == [
        (own.pk, "Josie Lane", "1.25", True)
    ]


def test_member_of_staff_finds_their_own_records_alone(client: Client, engagement: Engagement) -> None:
    colleague, course = make_engagement(school=engagement.school), make_course("fire")
    engagement.person.user = make_user(Role.STAFF_MEMBER, school=engagement.school)
    engagement.person.save()
    own, other = make_training(engagement, course), make_training(colleague, course)
    client.force_login(engagement.person.user)

    found = client.get("/api/v1/training/").json()["results"]

    assert [row["id"] for row in found] == [own.pk]
    assert client.get(f"/api/v1/training/{other.pk}/").status_code == HTTPStatus.NOT_FOUND


def test_training_is_posted(client: Client, engagement: Engagement) -> None:
    sign_in(client, Role.HR_OFFICER, engagement)

    response = post(client, engagement)

    training = Training.objects.get()
    assert response.status_code == HTTPStatus.CREATED
    assert response.json()["course_key"] == "fire"
    assert (training.quarter_hours, training.cost_pence) == (5, 9550)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"hours": "1.1"}, HTTPStatus.BAD_REQUEST),
        ({"awarded_date": "2099-01-01"}, HTTPStatus.BAD_REQUEST),
        ({"title": "Fire"}, HTTPStatus.BAD_REQUEST),
        ({"engagement": 0}, HTTPStatus.NOT_FOUND),
    ],
)
def test_training_that_cannot_be_is_refused(
    client: Client, engagement: Engagement, changes: dict[str, object], status: HTTPStatus
) -> None:
    sign_in(client, Role.HR_OFFICER, engagement)

    assert post(client, engagement, **changes).status_code == status
    assert not Training.objects.exists()


def test_role_too_low_posts_nothing(client: Client, engagement: Engagement) -> None:
    engagement.person.user = make_user(Role.STAFF_MEMBER, school=engagement.school)
    engagement.person.save()
    client.force_login(engagement.person.user)

    assert post(client, engagement).status_code == HTTPStatus.FORBIDDEN


def test_courses_are_those_of_rules_and_of_ones_own_schools(client: Client, engagement: Engagement) -> None:
    make_courses()
    Course.objects.create(name="Forest school", school=engagement.school)
    Course.objects.create(name="Juggling", school=make_school())
    sign_in(client, Role.HR_OFFICER, engagement)

    found = client.get("/api/v1/courses/?page_size=100").json()["results"]

    names = {row["name"]: row for row in found}
    assert len(found) == 28
    assert "Juggling" not in names
    assert (names["Fire warden"]["renewal_months"], names["Fire warden"]["basis"]) == (36, "policy")


def test_matrix_says_how_everybody_stands_on_a_day(client: Client, engagement: Engagement) -> None:
    courses = make_courses()
    make_training(engagement, courses["fire"])
    sign_in(client, Role.HR_OFFICER, engagement)

    found = client.get(f"/api/v1/schools/{engagement.school_id}/training-matrix/?as_at=2027-09-04").json()

    (line,) = found["lines"]
    cells = {cell["course"]: cell for cell in line["cells"]}
    assert (found["as_at"], line["name"], len(found["courses"])) == ("2027-09-04", "Josie Lane", 27)
    assert cells[courses["fire"].pk] == {
        "course": courses["fire"].pk,
        "state": "expired",
        "due_date": "2027-09-04",
        "why": "Law asks it. Of whom: all staff.",
    }


def test_matrix_of_no_day_is_refused(client: Client, engagement: Engagement) -> None:
    sign_in(client, Role.HR_OFFICER, engagement)

    response = client.get(f"/api/v1/schools/{engagement.school_id}/training-matrix/?as_at=soon")

    assert response.status_code == HTTPStatus.BAD_REQUEST


def test_record_of_a_school_where_only_a_colleague_is_in_reach_is_not_found(
    client: Client, engagement: Engagement
) -> None:
    """The person is in reach at one school, the record is of another at which only somebody else is."""
    manager, course = make_user(Role.LINE_MANAGER, school=engagement.school), make_course("fire")
    other = make_school()
    manager.roles.create(role=Role.LINE_MANAGER, school=other, granted_at=NOW)
    elsewhere = make_engagement(school=other, person=engagement.person)
    for one in (engagement, make_engagement(school=other)):
        LineManagement.objects.create(engagement=one, manager=manager, valid_from=date(2026, 9, 1))
    seen, hidden = make_training(engagement, course), make_training(elsewhere, course)
    client.force_login(manager)

    found = client.get("/api/v1/training/").json()["results"]

    assert [row["id"] for row in found] == [seen.pk]
    assert client.get(f"/api/v1/training/{hidden.pk}/").status_code == HTTPStatus.NOT_FOUND
