"""People and roles in the browser."""

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from core.models import RoleAssignment, User
from tests.factories import make_school, make_trust, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def trust():
    return make_trust()


@pytest.fixture
def school(trust):
    return make_school(trust=trust)


@pytest.fixture
def administrator(client: Client, trust, school) -> User:
    user = make_user(Role.TRUST_ADMINISTRATOR, trust=trust)
    client.force_login(user)
    return user


def test_list_shows_people_of_the_own_schools_only(client: Client, administrator: User, school) -> None:
    make_user(Role.HR_OFFICER, school=school, name="Nia Owen")
    make_user(Role.HR_OFFICER, school=make_school(), name="Elsewhere Person")
    page = client.get(reverse("core:user-list")).content.decode()
    assert "Nia Owen" in page
    assert "Elsewhere Person" not in page


def test_list_costs_the_same_for_one_and_three(
    client: Client, administrator: User, school, django_assert_num_queries
) -> None:
    queries = 5
    for number in (1, 2):
        for _ in range(number):
            make_user(Role.HR_OFFICER, school=school)
        with django_assert_num_queries(queries):
            client.get(reverse("core:user-list"))


def test_person_is_added_and_can_set_a_password(client: Client, administrator: User, school) -> None:
    answer = client.post(
        reverse("core:user-create"),
        {
            "name": "Nia Owen",
            "email": "nia@example.org",
            "role": "hr_officer",
            "place": f"school-{school.pk}",
        },
        follow=True,
    )
    user = User.objects.get(email="nia@example.org")
    link = answer.context["password_link"]
    assert answer.redirect_chain == [(reverse("core:user-detail", args=[user.pk]), 302)]
    client.logout()
    assert client.get(link, follow=True).status_code == 200


def test_bad_input_is_said_and_kept(client: Client, administrator: User, school) -> None:
    answer = client.post(
        reverse("core:user-create"), {"name": "Nia Owen", "email": "nia", "role": "hr_officer", "place": ""}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Nia Owen"' in page
    assert User.objects.filter(name="Nia Owen").count() == 0


def test_role_is_added_and_removed(client: Client, administrator: User, school) -> None:
    user = make_user(Role.HR_OFFICER, school=school)
    client.post(
        reverse("core:user-detail", args=[user.pk]), {"role": "headteacher", "place": f"school-{school.pk}"}
    )
    added = RoleAssignment.objects.get(user=user, role="headteacher")
    client.post(reverse("core:role-remove", args=[user.pk, added.pk]))
    assert list(user.roles.values_list("role", flat=True)) == ["hr_officer"]


def test_stranger_is_not_found(client: Client, administrator: User) -> None:
    other = make_user(Role.HR_OFFICER, school=make_school())
    assert client.get(reverse("core:user-detail", args=[other.pk])).status_code == 404
    role = other.roles.get()
    assert client.post(reverse("core:role-remove", args=[other.pk, role.pk])).status_code == 404


@pytest.mark.parametrize("role", [role for role in Role if role != Role.TRUST_ADMINISTRATOR])
def test_other_roles_do_not_manage_people(client: Client, school, role: Role) -> None:
    client.force_login(make_user(role, school=school))
    assert client.get(reverse("core:user-list")).status_code == 403


def test_signed_out_is_sent_to_sign_in(client: Client) -> None:
    answer = client.get(reverse("core:user-list"))
    assert (answer.status_code, answer.headers["Location"]) == (302, "/account/login/?next=/people/")
