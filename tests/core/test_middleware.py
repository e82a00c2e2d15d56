"""A character that no database keeps is refused at the door, wherever it stands."""

from http import HTTPStatus

import pytest
from django.test import Client

from core.domain.permissions import Role
from tests.factories import make_school, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client: Client) -> Client:
    client.force_login(make_user(Role.HR_OFFICER, school=make_school()))
    return client


def test_nul_in_an_address_is_refused(signed_in: Client) -> None:
    assert signed_in.get("/vacancies/?q=%00").status_code == HTTPStatus.BAD_REQUEST
    assert signed_in.get("/apply/%00/").status_code == HTTPStatus.BAD_REQUEST


def test_nul_in_a_form_is_refused(signed_in: Client) -> None:
    answer = signed_in.post("/job-profiles/upload/", {"text": "Essential\0", "name": "mentor"})
    assert answer.status_code == HTTPStatus.BAD_REQUEST


def test_other_characters_pass(signed_in: Client) -> None:
    assert signed_in.get("/vacancies/?q=Łukasz%01").status_code == HTTPStatus.OK
