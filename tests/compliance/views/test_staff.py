"""People at work in the browser: found, read, added once, changed with a reason, and left."""

from datetime import date, timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.models import EngagementRole
from core.domain.permissions import Role
from core.models import Engagement, Person, School
from tests.factories import make_person, make_school, make_user
from tests.factories.compliance import make_certificate, make_check, make_engagement

pytestmark = pytest.mark.django_db

PERSON = {
    "given_name": "Meera",
    "family_name": "Chaudhry",
    "former_names": "",
    "birth_date": "03/05/1990",
    "email": "meera@example.org",
}
POST = {"job_title": "Midday supervisor", "start_date": "04/01/2027", "end_date": ""}


@pytest.fixture
def school() -> School:
    return make_school()


def sign_in(client: Client, school: School, role: Role = Role.HR_OFFICER) -> None:
    client.force_login(make_user(role, school=school))


def named(page: str) -> list[str]:
    """The family names that stand in the list, in their order."""
    return [name for name in ("Abel", "Brook", "Cole") if f">{name}," in page]


def test_list_finds_by_name_kind_and_leaving(client: Client, school: School) -> None:
    sign_in(client, school)
    gone = timezone.localdate() - timedelta(days=1)
    for family_name, category, fields in (
        ("Cole", WorkerCategory.TEACHER, {"job_title": "Teacher of music"}),
        ("Abel", WorkerCategory.VOLUNTEER_RA, {"job_title": "Reading helper"}),
        ("Brook", WorkerCategory.TEACHER, {"end_date": gone, "start_date": date(2020, 9, 1)}),
    ):
        person = make_person(given_name="Jo", family_name=family_name)
        make_engagement(school=school, person=person, category=category, **fields)
    make_engagement(person=make_person(given_name="Jo", family_name="Elsewhere"))

    def shown(query: str) -> list[str]:
        page = client.get(reverse("compliance:staff-list") + query).content.decode()
        assert "Elsewhere" not in page
        return named(page)

    assert shown("") == ["Abel", "Cole"]
    assert shown("?q=music") == ["Cole"]
    assert shown("?q=abel") == ["Abel"]
    assert shown("?kind=teaching") == ["Cole"]
    assert shown("?when=leavers") == ["Brook"]
    assert shown("?q=nobody") == []


def test_list_counts_the_tabs(client: Client, school: School) -> None:
    sign_in(client, school)
    make_engagement(school=school, category=WorkerCategory.TEACHER)
    make_engagement(school=school, category=None)
    tabs = client.get(reverse("compliance:staff-list")).context["tabs"]

    assert {tab.key: tab.count for tab in tabs if tab.count} == {"": 2, "teaching": 1, "not_described": 1}


def test_an_empty_list_says_what_to_do(client: Client, school: School) -> None:
    sign_in(client, school)
    page = client.get(reverse("compliance:staff-list")).content.decode()

    assert "Nobody on the staff record yet" in page


@pytest.mark.parametrize("name", ["staff-list", "staff-person"])
def test_pages_cost_the_same_for_one_and_three(
    client: Client, school: School, django_assert_num_queries, name: str
) -> None:
    sign_in(client, school)
    engagement = make_engagement(school=school)
    address = reverse(f"compliance:{name}", args=[] if name == "staff-list" else [engagement.person_id])
    queries = {"staff-list": 7, "staff-person": 9}[name]
    for number in (1, 2):
        for _ in range(number):
            own = engagement if number == 1 else make_engagement(school=school, person=engagement.person)
            make_check(own, CheckType.QUALIFICATIONS)
            make_engagement(school=school)
        if number == 1:
            make_certificate(engagement)
        with django_assert_num_queries(queries):
            client.get(address)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.HR_OFFICER, HTTPStatus.OK),
        (Role.HEADTEACHER, HTTPStatus.OK),
        (Role.INSPECTOR, HTTPStatus.FORBIDDEN),
        (Role.TRUST_ADMINISTRATOR, HTTPStatus.FORBIDDEN),
        (Role.STAFF_MEMBER, HTTPStatus.FORBIDDEN),
    ],
)
def test_who_may_open_the_list(client: Client, school: School, role: Role, expected: HTTPStatus) -> None:
    sign_in(client, school, role)

    assert client.get(reverse("compliance:staff-list")).status_code == expected


@pytest.mark.parametrize(
    "name", ["staff-person", "person-change", "engagement-change", "engagement-leave", "engagement-role"]
)
def test_strangers_find_nothing(client: Client, school: School, name: str) -> None:
    engagement = make_engagement()
    sign_in(client, school)
    pk = engagement.person_id if name in {"staff-person", "person-change"} else engagement.pk

    assert client.get(reverse(f"compliance:{name}", args=[pk])).status_code == HTTPStatus.NOT_FOUND


def test_person_page_shows_what_is_not_known_and_what_stood_before(client: Client, school: School) -> None:
    sign_in(client, school)
    engagement = make_engagement(school=school, role={"lived_abroad": None, "teaching_work": False})
    now = timezone.now()
    first = make_check(engagement, CheckType.IDENTITY, superseded_at=now, evidence_seen="A copy")
    make_check(
        engagement,
        CheckType.IDENTITY,
        recorded_at=now,
        supersedes=first,
        reason="The first was read off a copy",
        evidence_seen="Passport",
    )
    page = client.get(reverse("compliance:staff-person", args=[engagement.person_id])).content.decode()

    for words in ("Not known", "Passport", "What stood before", "A copy", "The first was read off a copy"):
        assert words in page


def add(client: Client, school: School, category: str = "support_staff", **more: str):
    data = {"school": str(school.pk), "category": category, **PERSON, **POST} | more
    return client.post(reverse("compliance:staff-add"), data)


def test_form_asks_what_the_kind_needs(client: Client, school: School) -> None:
    sign_in(client, school)
    address = reverse("compliance:staff-add")
    query = {"school": school.pk}
    contractor = client.get(address, query | {"category": "contractor_none"}).context["role_form"]
    teacher = client.get(address, query | {"category": "teacher"}).context["role_form"]

    assert "individual_contract" in contractor.fields
    assert "individual_contract" not in teacher.fields
    assert client.get(address, query | {"category": "pirate"}).status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_somebody_is_added_with_role_and_facts(client: Client, school: School) -> None:
    sign_in(client, school)
    answer = add(client, school, teaching_work="no", lived_abroad="")
    engagement = Engagement.objects.select_related("person", "role").get()

    assert answer.headers["Location"] == reverse("compliance:staff-person", args=[engagement.person_id])
    assert (engagement.person.full_name, engagement.job_title, engagement.start_date) == (
        "Meera Chaudhry",
        "Midday supervisor",
        date(2027, 1, 4),
    )
    assert (engagement.role.category, engagement.role.teaching_work, engagement.role.lived_abroad) == (
        "support_staff",
        False,
        None,
    )


def test_somebody_known_is_asked_about_and_not_made_twice(client: Client, school: School) -> None:
    known = make_engagement(
        school=school, person=make_person(given_name="meera", family_name="Chaudhry", email="")
    ).person
    sign_in(client, school)
    asked = add(client, school)
    assert (asked.status_code, Person.objects.count()) == (HTTPStatus.UNPROCESSABLE_ENTITY, 1)
    assert "Somebody like this is known already" in asked.content.decode()
    assert 'value="Midday supervisor"' in asked.content.decode()

    add(client, school, known=str(known.pk))
    known.refresh_from_db()
    assert (Person.objects.count(), known.engagements.count(), known.birth_date) == (1, 2, date(1990, 5, 3))

    add(client, school, known="somebody_else")
    assert Person.objects.count() == 2


def test_a_decision_without_its_basis_is_said_beside_the_field(client: Client, school: School) -> None:
    sign_in(client, school)
    answer = add(client, school, category="volunteer_below", regulated_activity="yes")

    assert (answer.status_code, Engagement.objects.count(), Person.objects.count()) == (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        0,
        0,
    )
    assert list(answer.context["role_form"].errors) == ["regulated_activity_basis"]


def test_personal_details_are_corrected_for_a_reason(client: Client, school: School) -> None:
    sign_in(client, school)
    person = make_engagement(school=school).person
    address = reverse("compliance:person-change", args=[person.pk])
    without = client.post(address, PERSON | {"reason": ""})
    assert without.status_code == HTTPStatus.UNPROCESSABLE_ENTITY

    client.post(address, PERSON | {"former_names": "Rowan Ashdown", "reason": "Married"})
    person.refresh_from_db()
    assert (person.full_name, person.former_names) == ("Meera Chaudhry", "Rowan Ashdown")
    assert person.history.latest().history_change_reason == "Married"


def test_title_and_dates_are_changed_for_a_reason(client: Client, school: School) -> None:
    sign_in(client, school)
    engagement = make_engagement(school=school)
    address = reverse("compliance:engagement-change", args=[engagement.pk])
    out_of_order = POST | {"end_date": "03/01/2027", "reason": "Contract"}
    assert list(client.post(address, out_of_order).context["form"].errors) == ["end_date"]

    client.post(address, POST | {"reason": "New contract"})
    engagement.refresh_from_db()
    assert (engagement.job_title, engagement.start_date) == ("Midday supervisor", date(2027, 1, 4))


def test_leaving_records_the_last_day(client: Client, school: School) -> None:
    sign_in(client, school)
    engagement = make_engagement(school=school)
    client.post(
        reverse("compliance:engagement-leave", args=[engagement.pk]),
        {"end_date": "18/12/2026", "reason": "Moves away"},
    )
    engagement.refresh_from_db()

    assert engagement.end_date == date(2026, 12, 18)


def test_role_is_described_anew_and_keeps_what_is_not_asked(client: Client, school: School) -> None:
    sign_in(client, school)
    engagement = make_engagement(school=school, role={"has_trn": True, "lived_abroad": True})
    address = reverse("compliance:engagement-role", args=[engagement.pk])
    assert client.get(address).context["form"]["has_trn"].value() == "yes"

    client.post(address, {"category": "teacher", "lived_abroad": "no", "governor": "yes"})
    role = EngagementRole.objects.get()
    assert (role.category, role.lived_abroad, role.governor, role.has_trn) == ("teacher", False, True, True)


def test_arrival_starts_from_a_proposal(client: Client, school: School) -> None:
    sign_in(client, school)
    engagement = make_engagement(school=school, category=None, job_title="Nursery assistant")
    address = reverse("compliance:engagement-role", args=[engagement.pk])
    page = client.get(address)
    assert (page.context["category"], page.context["is_arrival"]) == ("ey_wrap", True)

    client.post(address, {"category": "ey_wrap", "lived_abroad": "no"})
    assert EngagementRole.objects.get().category == "ey_wrap"


def test_editing_needs_the_right_at_that_school(client: Client, school: School) -> None:
    engagement = make_engagement(school=school)
    other = make_school()
    user = make_user(Role.HR_OFFICER, school=other)
    make_user()  # a neighbour without a role
    client.force_login(user)

    for name in ("engagement-change", "engagement-leave", "engagement-role"):
        address = reverse(f"compliance:{name}", args=[engagement.pk])
        assert client.post(address, {}).status_code == HTTPStatus.NOT_FOUND
