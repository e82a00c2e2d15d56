"""The people page, line managers and induction lists, as pages."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.domain.permissions import Role
from core.models import Engagement, School
from cpd.models import InductionTemplate, LineManagement
from tests.factories import make_person, make_school, make_user
from tests.factories.compliance import make_engagement
from tests.factories.development import make_induction, make_manager, make_need, make_own_user, make_probation

pytestmark = pytest.mark.django_db

PEOPLE, MANAGERS = reverse("cpd:development"), reverse("cpd:line-managers")


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def hr(client: Client, school: School) -> Client:
    client.force_login(make_user(Role.HR_OFFICER, school=school))
    return client


def somebody(school: School, family_name: str) -> Engagement:
    return make_engagement(school=school, person=make_person(family_name=family_name))


@pytest.mark.parametrize("number", [1, 3])
def test_people_page_asks_the_database_little(
    hr: Client,
    school: School,
    assert_queries: Callable[..., AbstractContextManager[object]],
    number: int,
) -> None:
    for place in range(number):
        engagement = somebody(school, f"Person{place}")
        make_manager(engagement)
        make_need(engagement)
        make_induction(engagement)
        make_probation(engagement)
    with assert_queries(6):
        response = hr.get(PEOPLE)
    assert len(response.context["page"].object_list) == number


def test_nonsense_in_the_address_shows_everybody(hr: Client, school: School) -> None:
    somebody(school, "Abel")
    somebody(school, "Brook")
    response = hr.get(PEOPLE + "?kind=pets&waiting=weather&sort=size&page=99")
    assert [line.engagement.person.family_name for line in response.context["page"]] == ["Abel", "Brook"]
    assert hr.get(PEOPLE + "?manager=x&school=y").status_code == 200


def test_somebody_without_a_team_sees_one_line(client: Client, school: School) -> None:
    engagement = somebody(school, "Lane")
    somebody(school, "Other")
    client.force_login(make_own_user(engagement))
    text = client.get(PEOPLE).content.decode()
    assert "Lane, Rowan" in text
    assert "Other" not in text
    assert "Induction lists" not in text


def test_nobody_to_see_is_said_kindly(client: Client, school: School) -> None:
    client.force_login(make_user(Role.LINE_MANAGER, school=school))
    assert "HR says who manages whom." in client.get(PEOPLE).content.decode()


def test_a_manager_is_assigned_to_those_ticked(hr: Client, school: School) -> None:
    abel, brook, cole = (somebody(school, name) for name in ("Abel", "Brook", "Cole"))
    manager = make_user(Role.LINE_MANAGER, school=school)
    today = timezone.localdate()
    response = hr.post(
        MANAGERS + "?q=o",
        {"people": [brook.pk, cole.pk], "manager": manager.pk, "valid_from": f"{today:%d/%m/%Y}"},
    )
    assert response.url == MANAGERS + "?q=o"
    managed = LineManagement.objects.filter(manager=manager).values_list("engagement_id", flat=True)
    assert set(managed) == {brook.pk, cole.pk}
    assert abel.line_management.count() == 0


def test_ticks_stay_where_something_is_missing(hr: Client, school: School) -> None:
    engagement = somebody(school, "Abel")
    make_user(Role.LINE_MANAGER, school=school)
    response = hr.post(MANAGERS, {"people": [engagement.pk], "manager": "", "valid_from": "01/12/2026"})
    assert response.status_code == 422
    assert f'value="{engagement.pk}" checked' in response.content.decode()
    nobody = hr.post(MANAGERS, {"manager": "", "valid_from": ""})
    assert nobody.status_code == 422


def test_people_of_another_school_cannot_be_ticked(hr: Client, school: School) -> None:
    stranger = somebody(make_school(), "Stranger")
    manager = make_user(Role.LINE_MANAGER, school=school)
    response = hr.post(MANAGERS, {"people": [stranger.pk], "manager": manager.pk, "valid_from": "01/12/2026"})
    assert response.status_code == 422
    assert LineManagement.objects.count() == 0


def test_management_is_ended_on_its_page(hr: Client, school: School) -> None:
    engagement = somebody(school, "Abel")
    make_manager(engagement)
    row = LineManagement.objects.get()
    door = reverse("cpd:line-management-end", kwargs={"pk": row.pk})
    assert hr.get(door).status_code == 200
    assert hr.post(door, {"last_day": "01/01/2020"}).status_code == 422
    hr.post(door, {"last_day": f"{timezone.localdate():%d/%m/%Y}"})
    row.refresh_from_db()
    assert row.valid_until == timezone.localdate()


@pytest.mark.parametrize("number", [1, 3])
def test_line_managers_page_asks_the_database_little(
    hr: Client,
    school: School,
    assert_queries: Callable[..., AbstractContextManager[object]],
    number: int,
) -> None:
    for place in range(number):
        make_manager(somebody(school, f"Person{place}"))
    with assert_queries(6):
        assert len(hr.get(MANAGERS).context["lines"]) == number


def template_form(**change: object) -> dict[str, object]:
    return {
        "item_1_text": "Fire procedures",
        "item_1_days": "0",
        "item_1_by": "Site manager",
        "item_2_text": "Code of conduct",
        "item_2_days": "7",
        "item_2_by": "",
        "probation_months": "6",
        "review_months": "2, 4",
    } | change


def test_a_school_makes_the_list_its_own(hr: Client, school: School) -> None:
    door = reverse("cpd:induction-template", kwargs={"school_id": school.pk, "kind": "support"})
    usual = hr.get(door).context["form"]
    assert usual.rows[0][0].initial.startswith("Safeguarding induction")
    hr.post(door, template_form())
    template = InductionTemplate.objects.get()
    assert (template.probation_months, template.review_months) == (6, [2, 4])
    assert list(template.items.order_by("position").values_list("text", "due_days", "by_whom")) == [
        ("Fire procedures", 0, "Site manager"),
        ("Code of conduct", 7, ""),
    ]
    assert "The school’s own" in hr.get(reverse("cpd:induction-template-list")).content.decode()


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ({"review_months": "two"}, "Write whole months"),
        ({"review_months": "6"}, "Each review lies within probation."),
        ({"probation_months": ""}, "Say how long probation is first."),
        ({"item_1_text": "", "item_2_text": ""}, "Write down at least one thing"),
        ({"item_1_days": "soon"}, "must be a number"),
    ],
)
def test_a_list_that_does_not_hold_is_shown_again(
    hr: Client, school: School, change: dict[str, object], shown: str
) -> None:
    door = reverse("cpd:induction-template", kwargs={"school_id": school.pk, "kind": "support"})
    response = hr.post(door, template_form(**change))
    assert response.status_code == 422
    assert shown in response.content.decode()
    assert "Site manager" in response.content.decode()
    assert InductionTemplate.objects.count() == 0


def test_lists_of_another_school_and_kinds_nobody_knows_are_not_found(hr: Client, school: School) -> None:
    doors = [
        {"school_id": make_school().pk, "kind": "support"},
        {"school_id": school.pk, "kind": "pets"},
    ]
    answers = [hr.get(reverse("cpd:induction-template", kwargs=one)).status_code for one in doors]
    assert answers == [404, 404]
