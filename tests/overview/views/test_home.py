"""The home page, for every role."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.utils import timezone

from core.domain.permissions import ROLES, Permission, Role
from tests.factories import make_application, make_school, make_stage, make_user, make_vacancy
from tests.factories.compliance import make_engagement

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", list(Role))
def test_everybody_who_signs_in_has_a_home_page(client: Client, role: Role) -> None:
    client.force_login(make_user(role, school=make_school()))
    answer = client.get("/")
    assert answer.status_code == HTTPStatus.OK
    starts = Permission.EDIT_JOB_PROFILES in ROLES[role]
    words = "Start here: upload a job description" if starts else "Nothing needs you today"
    assert words in answer.content.decode()


def test_signed_out_is_asked_to_sign_in(client: Client) -> None:
    assert client.get("/").headers["Location"] == "/account/login/?next=/"


def test_page_costs_the_same_for_one_and_three(client: Client, django_assert_num_queries) -> None:
    school = make_school()
    client.force_login(make_user(Role.HR_OFFICER, school=school))
    queries = 12
    for number in (1, 2):
        for _ in range(number):
            vacancy = make_vacancy(school=school)
            make_application(make_stage(vacancy).vacancy)
            make_engagement(school=school, start_date=timezone.localdate())
        with django_assert_num_queries(queries):
            client.get("/")
