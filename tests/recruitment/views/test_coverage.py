"""The coverage map of a version and of a vacancy: alarms in words, the plan, the workbook."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from http import HTTPStatus
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from core.domain.permissions import Role
from core.models import School
from tests.factories import (
    make_job_profile_version,
    make_panel_member,
    make_school,
    make_stage,
    make_user,
    make_vacancy,
)

pytestmark = pytest.mark.django_db

CRITERIA = (
    ("Plans lessons", "essential", "AI", 1),
    ("=1+1 keeps accounts", "essential", "", 1),
    ("Reliable time keeping", "essential", "R", 1),
)


@pytest.fixture
def school() -> School:
    return make_school()


def sign_in(client: Client, school: School, role: Role = Role.HR_OFFICER) -> None:
    client.force_login(make_user(role, school=school))


def test_an_essential_that_nobody_assesses_is_said_first(client: Client, school: School) -> None:
    sign_in(client, school)
    version = make_job_profile_version(school=school, criteria=CRITERIA)

    page = client.get(reverse("recruitment:job-profile-coverage", args=[version.job_profile_id, 1]))

    alarms = [(row.number, row.gap.code) for row in page.context["map"].coverage.alarms]
    assert alarms == [(2, "essential_never_assessed"), (3, "essential_never_scored")]
    text = page.content.decode()
    assert text.index("Never assessed") < text.index("Confirmed, never scored") < text.index("The map")


def test_a_vacancy_plans_with_its_panels_and_its_day(client: Client, school: School) -> None:
    sign_in(client, school)
    vacancy = make_vacancy(school=school, interview_date=date(2026, 11, 12))
    member = make_panel_member(make_stage(vacancy, "interview"))

    page = client.get(reverse("recruitment:vacancy-coverage", args=[vacancy.pk]))

    sections = {one.part.title: (one.panel, one.day) for one in page.context["map"].plan}
    assert sections == {
        "Shortlisting": ((), None),
        "Interview": ((f"{member.user.name} (member)",), date(2026, 11, 12)),
        "Reference": ((), None),
        "Certificate": ((), None),
    }


@pytest.mark.parametrize(("asked", "paper"), [("", "a4"), ("a4", "a4"), ("a3", "a3"), ("letter", "a4")])
def test_the_paper_is_chosen(client: Client, school: School, asked: str, paper: str) -> None:
    sign_in(client, school)
    vacancy = make_vacancy(school=school)

    page = client.get(reverse("recruitment:vacancy-coverage", args=[vacancy.pk]), {"paper": asked})

    assert f"print-{paper}-landscape" in page.content.decode()


def test_the_workbook_holds_the_map_and_the_plan(client: Client, school: School) -> None:
    sign_in(client, school)
    version = make_job_profile_version(school=school, criteria=CRITERIA)

    answer = client.get(
        reverse("recruitment:job-profile-coverage-workbook", args=[version.job_profile_id, 1])
    )

    book = load_workbook(BytesIO(answer.content))
    rows = [list(row) for row in book["Coverage map"].iter_rows(min_row=2, max_row=5, values_only=True)]
    assert rows[0][:6] == [
        "Number",
        "Section",
        "Criterion",
        "Requirement",
        "Application form (A)",
        "Interview (I)",
    ]
    assert [row[2] for row in rows[1:]] == ["Plans lessons", "=1+1 keeps accounts", "Reliable time keeping"]
    assert [row[-2] for row in rows[1:]] == [None, "Never assessed", "Confirmed, never scored"]
    assert book["Coverage map"]["C4"].data_type == "s"
    plan = [row[:4] for row in book["Plan for the panel"].iter_rows(min_row=2, values_only=True)]
    assert plan == [
        ("Shortlisting", None, 1, "Plans lessons"),
        ("Reference", None, 3, "Reliable time keeping"),
        ("Interview", None, 1, "Plans lessons"),
    ]


def test_a_vacancys_workbook_names_it(client: Client, school: School) -> None:
    sign_in(client, school)
    vacancy = make_vacancy(school=school, reference="LM-7")

    answer = client.get(reverse("recruitment:vacancy-coverage-workbook", args=[vacancy.pk]))

    assert 'filename="lm-7-coverage-map.xlsx"' in answer.headers["Content-Disposition"]


def test_a_member_of_the_panel_alone_is_refused(client: Client, school: School) -> None:
    vacancy = make_vacancy(school=school)
    member = make_panel_member(make_stage(vacancy, "interview"))
    client.force_login(member.user)

    status = client.get(reverse("recruitment:vacancy-coverage", args=[vacancy.pk])).status_code
    assert status == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("count", [1, 3])
def test_the_pages_ask_the_database_little(
    client: Client,
    school: School,
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
    count: int,
) -> None:
    sign_in(client, school)
    vacancy = make_vacancy(school=school, criteria=CRITERIA[:count])
    for _ in range(count):
        make_panel_member(vacancy.stages.get(kind="interview"))
    version = vacancy.job_profile_version

    with django_assert_num_queries(6):
        client.get(reverse("recruitment:job-profile-coverage", args=[version.job_profile_id, 1]))
    with django_assert_num_queries(6):
        client.get(reverse("recruitment:vacancy-coverage", args=[vacancy.pk]))
