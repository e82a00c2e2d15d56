"""How applicants reach a school."""

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from core.models import School
from tests.factories import make_school, make_user

pytestmark = pytest.mark.django_db

CONTACT = {"name": "The office", "phone": "01632 960123", "email": "office@school.example"}


def address(school: School) -> str:
    return reverse("core:school-contact", args=[school.pk])


def test_contact_is_kept_with_its_history(client: Client) -> None:
    school = make_school()
    client.force_login(make_user(Role.HR_OFFICER, school=school))

    response = client.post(address(school), CONTACT)

    school.refresh_from_db()
    assert response["Location"] == address(school)
    assert (school.contact_name, school.contact_phone, school.contact_email) == tuple(CONTACT.values())
    assert school.history.latest().history_change_reason == "contact for applicants"


def test_a_wrong_address_keeps_what_was_typed(client: Client) -> None:
    school = make_school()
    client.force_login(make_user(Role.HR_OFFICER, school=school))

    response = client.post(address(school), CONTACT | {"email": "office"})

    page = response.content.decode()
    assert response.status_code == 422
    assert ("01632 960123" in page, "Give an e-mail address in full" in page) == (True, True)
    assert not School.objects.get().has_contact


@pytest.mark.parametrize(
    ("role", "elsewhere", "expected"),
    [
        (Role.HEADTEACHER, False, 200),
        (Role.HR_OFFICER, True, 404),
        (Role.PANEL_MEMBER, False, 403),
        (Role.LINE_MANAGER, False, 403),
    ],
)
def test_contact_is_for_those_who_run_vacancies(
    client: Client, role: Role, elsewhere: bool, expected: int
) -> None:
    school = make_school()
    client.force_login(make_user(role, school=make_school() if elsewhere else school))

    assert client.get(address(school)).status_code == expected
