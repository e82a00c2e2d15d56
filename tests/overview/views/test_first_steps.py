"""What somebody sees who is here for the first time: accounts to try, where to start, where they are."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.context_processors import section_of
from core.domain.permissions import Role
from overview.demonstration import PASSWORD
from overview.demonstration.people import ACCOUNTS, ADMINISTRATOR
from recruitment.models import JobProfile
from tests.factories import make_job_profile_version, make_school, make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("is_demonstration", [True, False])
def test_the_sign_in_page_lists_accounts_in_a_demonstration_alone(
    client: Client, settings: Any, is_demonstration: bool
) -> None:
    settings.DEMONSTRATION = is_demonstration

    page = client.get(reverse("account_login")).content.decode()

    addresses = [*(email for _, email, _, _ in ACCOUNTS), ADMINISTRATOR[1], PASSWORD]
    assert [address in page for address in addresses] == [is_demonstration] * len(addresses)


@pytest.mark.parametrize(("role", "starts"), [(Role.HR_OFFICER, True), (Role.PANEL_MEMBER, False)])
def test_a_new_school_starts_with_a_job_description(client: Client, role: Role, starts: bool) -> None:
    client.force_login(make_user(role, school=make_school()))

    page = client.get(reverse("overview:home")).content.decode()

    assert ("Start here: upload a job description" in page) is starts
    assert "New vacancy" not in page


def test_with_a_job_profile_a_vacancy_can_be_made(client: Client) -> None:
    school = make_school()
    make_job_profile_version(school=school)
    client.force_login(make_user(Role.HR_OFFICER, school=school))

    page = client.get(reverse("overview:home")).content.decode()

    assert JobProfile.objects.count() == 1
    assert ("New vacancy" in page, "Start here" in page) == (True, False)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/applications/7/", "/vacancies/"),
        ("/offers/7/", "/vacancies/"),
        ("/vacancies/7/", "/vacancies/7/"),
        ("/people/", "/people/"),
        ("/", "/"),
    ],
)
def test_pages_stand_under_an_entry_of_the_menu(path: str, expected: str) -> None:
    assert section_of(path) == expected


def test_no_role_is_chosen_beforehand(client: Client) -> None:
    client.force_login(make_user(Role.TRUST_ADMINISTRATOR, school=make_school()))

    page = client.get(reverse("core:user-create")).content.decode()
    answer = client.post(reverse("core:user-create"), {"name": "Ann", "email": "ann@school.example"})

    assert '<option value="" selected>Choose a role</option>' in page
    assert (answer.status_code, "Choose the role: it decides" in answer.content.decode()) == (422, True)
