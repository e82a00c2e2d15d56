"""The page that shows how an application read before it was put right."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from core.models import User
from core.selectors import get_actor
from recruitment.domain.application_form import (
    ApplicationData,
    HistoryData,
    PersonData,
    QualificationData,
    RefereeData,
    StatementData,
)
from recruitment.models import Application
from recruitment.services.applications import edit_application
from tests.factories import make_application, make_person, make_school, make_user, make_vacancy

pytestmark = pytest.mark.django_db

RECEIVED = datetime(2026, 10, 20, 9, 30, tzinfo=UTC)


@pytest.fixture
def application() -> Application:
    return make_application(make_vacancy(), person=make_person(family_name="Évans"), received_at=RECEIVED)


def corrections_of(application: Application) -> str:
    return reverse("recruitment:application-corrections", args=[application.pk])


def correct(application: Application, by: User, now: datetime, words: str) -> None:
    """Every part of the application says ``words`` after this."""
    data = ApplicationData(
        person=PersonData("Rebecca", "Évans", former_names=words),
        qualifications=(QualificationData("GCSE", subject=words),),
        history=(HistoryData("other", "2019-09", job_title=words),),
        statements=(StatementData(words),),
        referees=(RefereeData("Jo Marsh", words),),
        gap_explanation=words,
    )
    edit_application(application=application, data=data, by=get_actor(by), now=now, reason=f"Now {words}")


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_the_database_the_same_whatever_was_corrected(
    client: Client,
    application: Application,
    count: int,
    assert_queries: Callable[..., AbstractContextManager[object]],
) -> None:
    officer = make_user(Role.HR_OFFICER, school=application.vacancy.school)
    for number in range(count):
        correct(application, officer, RECEIVED + timedelta(days=number), f"words {number}")
    client.force_login(officer)

    with assert_queries(12):
        page = client.get(corrections_of(application))

    assert [one.reason for one in page.context["corrections"]] == [
        f"Now words {number}" for number in reversed(range(count))
    ]


def test_page_shows_both_wordings_escaped(client: Client, application: Application) -> None:
    officer = make_user(Role.HR_OFFICER, school=application.vacancy.school, name="Priya Marsh")
    correct(application, officer, RECEIVED, "<b>first</b>")
    correct(application, officer, RECEIVED + timedelta(days=1), "second")
    client.force_login(officer)

    page = client.get(corrections_of(application)).content.decode()

    assert (page.count("&lt;b&gt;first&lt;/b&gt;"), page.count("<b>first")) == (13, 0)
    assert "Priya Marsh, 21/10/2026" in page


def test_page_where_nothing_was_corrected(client: Client, application: Application) -> None:
    client.force_login(make_user(Role.HR_OFFICER, school=application.vacancy.school))

    assert "Nothing was corrected" in client.get(corrections_of(application)).content.decode()
    assert (
        corrections_of(application)
        in client.get(reverse("recruitment:application-detail", args=[application.pk])).content.decode()
    )


@pytest.mark.parametrize(
    ("role", "expected"), [(Role.HR_OFFICER, 200), (Role.PANEL_MEMBER, 403), (Role.INSPECTOR, 403)]
)
def test_page_by_role(client: Client, application: Application, role: Role, expected: int) -> None:
    client.force_login(make_user(role, school=application.vacancy.school))

    assert client.get(corrections_of(application)).status_code == expected


def test_page_of_another_school_is_not_there(client: Client, application: Application) -> None:
    client.force_login(make_user(Role.HR_OFFICER, school=make_school()))

    assert client.get(corrections_of(application)).status_code == 404
