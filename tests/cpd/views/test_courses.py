"""Courses of a school on the page: how often, of whom, and courses of its own."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from core.models import School, User
from cpd.models import Course, CoursePolicy, TrainingRequirement
from tests.factories import make_person, make_school, make_user
from tests.factories.compliance import make_engagement
from tests.factories.training import make_course, make_courses, make_requirement

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def head(client: Client, school: School) -> User:
    user = make_user(Role.HEADTEACHER, school=school)
    client.force_login(user)
    return user


def address(school: School, rest: str = "") -> str:
    return f"/training/schools/{school.pk}/{rest}"


@pytest.mark.usefixtures("head")
def test_courses_are_told_apart_by_who_sets_them(client: Client, school: School) -> None:
    make_courses()
    Course.objects.create(name="Forest school", school=school)
    Course.objects.create(name="Juggling", school=make_school())

    page = client.get(address(school, "courses/")).content.decode()

    heads = [
        head for head in ("Law", "Guidance", "Network", "Policy", "The school’s own") if f"<h2>{head}" in page
    ]
    assert heads == ["Law", "Guidance", "Network", "Policy", "The school’s own"]
    assert "Forest school" in page
    assert "Juggling" not in page


@pytest.mark.usefixtures("head")
@pytest.mark.parametrize("rows", [1, 3])
def test_courses_take_as_many_queries_for_one_as_for_three(
    client: Client, school: School, rows: int, django_assert_max_num_queries
) -> None:
    courses = make_courses()
    for _ in range(rows):
        make_requirement(
            courses["faw"], school, required_of="person", engagement=make_engagement(school=school)
        )

    with django_assert_max_num_queries(12) as queries:
        client.get(address(school, "courses/"))

    assert len(queries) == 7


@pytest.mark.usefixtures("head")
def test_policy_is_decided_with_a_reason(client: Client, school: School) -> None:
    course = make_course("fire")
    refused = client.post(address(school, f"courses/{course.pk}/"), {"renewal_months": "24", "reason": ""})
    client.post(address(school, f"courses/{course.pk}/"), {"renewal_months": "24", "reason": "Agreed in May"})

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    policy = CoursePolicy.objects.get()
    assert (policy.renewal_months, policy.reason) == (24, "Agreed in May")


@pytest.mark.usefixtures("head")
def test_policy_longer_than_guidance_is_refused_in_words(client: Client, school: School) -> None:
    course = make_course("dsl")

    response = client.post(
        address(school, f"courses/{course.pk}/"), {"renewal_months": "36", "reason": "Agreed in May"}
    )

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Guidance sets 24 months for this." in response.content.decode()
    assert "Agreed in May" in response.content.decode()


@pytest.mark.usefixtures("head")
def test_course_of_the_school_is_added(client: Client, school: School) -> None:
    client.post(address(school, "courses/add/"), {"name": "Forest school", "renewal_months": "12"})

    course = Course.objects.get(school=school)
    assert (course.name, course.renewal_months) == ("Forest school", 12)


@pytest.mark.usefixtures("head")
def test_course_is_asked_of_one_person_and_no_more(client: Client, school: School) -> None:
    engagement, course = make_engagement(school=school), make_course("faw")
    body = {
        "course": course.pk,
        "required_of": "person",
        "engagement": engagement.pk,
        "valid_from": "1/9/2026",
        "reason": "Office rota",
    }

    unnamed = client.post(address(school, "requirements/add/"), body | {"engagement": ""})
    client.post(address(school, "requirements/add/"), body)
    asked = TrainingRequirement.objects.get()
    client.post(f"/training/requirements/{asked.pk}/end/", {"reason": "Left the office"})

    assert unnamed.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    asked.refresh_from_db()
    assert (asked.engagement, asked.reason) == (engagement, "Office rota")
    assert asked.valid_until is not None


def test_a_trust_administrator_is_led_to_the_courses_of_their_schools(client: Client) -> None:
    school = make_school()
    client.force_login(make_user(Role.TRUST_ADMINISTRATOR, school=school))
    page = client.get(reverse("cpd:development-settings")).content.decode()
    assert reverse("cpd:course-list", args=[school.pk]) in page
    assert client.get(reverse("cpd:course-list", args=[school.pk])).status_code == HTTPStatus.OK


def test_settings_list_no_other_school(client: Client) -> None:
    other = make_school()
    client.force_login(make_user(Role.HR_OFFICER, school=make_school()))
    page = client.get(reverse("cpd:development-settings")).content.decode()
    assert reverse("cpd:course-list", args=[other.pk]) not in page


@pytest.mark.parametrize("role", [Role.LINE_MANAGER, Role.STAFF_MEMBER, Role.INSPECTOR])
def test_settings_are_closed_to_whoever_sets_nothing(client: Client, role: Role) -> None:
    client.force_login(make_user(role, school=make_school()))
    assert client.get(reverse("cpd:development-settings")).status_code == HTTPStatus.FORBIDDEN


def test_a_trust_administrator_asks_groups_and_sees_nobody_by_name(client: Client) -> None:
    school = make_school()
    colleague = make_engagement(school=school, person=make_person(family_name="Quillfeather"))
    course = make_course("faw")
    named = make_requirement(
        course, school, required_of="person", engagement=colleague, reason="For Quillfeather"
    )
    client.force_login(make_user(Role.TRUST_ADMINISTRATOR, school=school))
    ending = f"/training/requirements/{named.pk}/end/"
    pages = [address(school, part) for part in ("courses/", "requirements/add/", f"courses/{course.pk}/")]
    answers = [client.get(page) for page in pages]
    assert [answer.status_code for answer in answers] == [HTTPStatus.OK] * 3
    assert [b"Quillfeather" in answer.content for answer in answers] == [False] * 3
    assert client.get(ending).status_code == HTTPStatus.NOT_FOUND
    body = {"course": course.pk, "valid_from": "1/9/2026", "reason": "Rota"}
    by_name = client.post(pages[1], body | {"required_of": "person", "engagement": colleague.pk})
    assert by_name.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    client.post(pages[1], body | {"required_of": "everybody"})
    assert TrainingRequirement.objects.get(required_of="everybody").reason == "Rota"
    client.force_login(make_user(Role.HR_OFFICER, school=school))
    assert b"Quillfeather" in client.get(pages[0]).content
