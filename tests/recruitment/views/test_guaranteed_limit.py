"""The list of guaranteed interviews on the decision page, and the limit somebody puts on it."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from recruitment.domain.scoring import UNIT_BASE
from recruitment.models import Application, Decision, Stage, StageResult
from recruitment.selectors.decision_record import get_decision_record
from tests.factories import make_application, make_person, make_stage, make_user, make_vacancy

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage() -> Stage:
    """Two who asked for the scheme, the second behind the first, and one who did not."""
    stage = make_stage(make_vacancy(shortlist_size=1), "application", "unsealed")
    for points, wants in ((10, True), (8, True), (12, False)):
        application = make_application(
            stage.vacancy,
            wants_guaranteed_interview=wants,
            person=make_person(given_name="Carys", family_name="Beddoes"),
        )
        StageResult.objects.create(
            stage=stage,
            application=application,
            is_complete=True,
            gate="met",
            total_units=points * UNIT_BASE,
            essential_units=points * UNIT_BASE,
            desirable_units=0,
            essentials_met=2,
        )
    return stage


def sign_in(client: Client, stage: Stage, role: Role = Role.HR_OFFICER) -> None:
    client.force_login(make_user(role, school=stage.vacancy.school))


def address(stage: Stage, name: str = "stage-decide") -> str:
    return reverse(f"recruitment:{name}", args=[stage.vacancy_id, stage.kind])


def record(client: Client, stage: Stage, limit: str, reason: str):
    return client.post(address(stage, "stage-guaranteed-limit"), {"limit": limit, "reason": reason})


def listed(response) -> tuple[list[str], list[str]]:
    shown = response.context["guaranteed"]
    return [one.code for one in shown.invited], [one.code for one in shown.beyond_limit]


def limit_on(stage: Stage) -> tuple[int | None, str]:
    return Stage.objects.values_list("guaranteed_limit", "guaranteed_limit_reason").get(pk=stage.pk)


def test_page_says_who_is_on_the_list_without_names(client: Client, stage: Stage) -> None:
    sign_in(client, stage)

    response = client.get(address(stage))
    page = response.content.decode()

    assert listed(response) == (["C01", "C02"], [])
    assert "3 applications; 2 opted in and meet every essential criterion." in page
    assert page.count("Disability Confident: on the list") == 2
    assert ("Beddoes" in page, "Record this limit" in page) == (False, False)


def test_page_has_no_list_where_nobody_asked_for_it(client: Client, stage: Stage) -> None:
    Application.objects.update(wants_guaranteed_interview=False)
    sign_in(client, stage)

    assert "Guaranteed interviews" not in client.get(address(stage)).content.decode()


def test_trying_a_limit_shows_the_list_and_records_nothing(client: Client, stage: Stage) -> None:
    sign_in(client, stage)

    response = client.get(address(stage), {"limit": "1"})
    page = response.content.decode()

    assert listed(response) == (["C01"], ["C02"])
    assert "This is what a limit of 1 would mean. On record there is no limit." in page
    assert page.count("Disability Confident: on the list") == 2
    assert limit_on(stage) == (None, "")


@pytest.mark.parametrize("typed", ["0", "-1", "1000", "many"])
def test_trying_no_limit_at_all_is_said(client: Client, stage: Stage, typed: str) -> None:
    sign_in(client, stage)

    response = client.get(address(stage), {"limit": typed})

    assert listed(response) == (["C01", "C02"], [])
    assert (response.status_code, response.context["is_limit_wrong"]) == (HTTPStatus.OK, True)
    assert response.content.decode().count("Give a whole number from 1 to 999") == 2


def test_limit_is_recorded_and_then_the_page_suggests_by_it(client: Client, stage: Stage) -> None:
    sign_in(client, stage)

    answer = record(client, stage, "1", "One day of interviews")
    response = client.post(address(stage), {"suggest": "1"})
    page = response.content.decode()

    assert (answer.status_code, answer["Location"]) == (HTTPStatus.FOUND, address(stage))
    assert limit_on(stage) == (1, "One day of interviews")
    assert "At most 1: One day of interviews" in page
    assert "Disability Confident: beyond the limit" in page
    assert {filled.row.standing.code: filled.outcome for filled in response.context["rows"]} == {
        "C03": "shortlisted",
        "C01": "shortlisted",
        "C02": "not_shortlisted",
    }
    assert Decision.objects.count() == 0


def test_limit_is_lifted(client: Client, stage: Stage) -> None:
    sign_in(client, stage)
    record(client, stage, "1", "One day of interviews")

    tried = client.get(address(stage), {"limit": ""})
    record(client, stage, "", "A second day was found")

    assert listed(tried) == (["C01", "C02"], [])
    assert "Record that there is no limit" in tried.content.decode()
    assert limit_on(stage) == (None, "")


@pytest.mark.parametrize(("limit", "reason"), [("1", ""), ("0", "One day"), ("x", "One day")])
def test_limit_refused_keeps_what_was_typed(client: Client, stage: Stage, limit: str, reason: str) -> None:
    sign_in(client, stage)

    response = record(client, stage, limit, reason)

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert response.context["limit_form"]["reason"].value() == reason
    assert "There is a problem" in response.content.decode()
    assert limit_on(stage) == (None, "")


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.HEADTEACHER, HTTPStatus.FOUND),
        (Role.PANEL_MEMBER, HTTPStatus.FORBIDDEN),
        (Role.TRUST_ADMINISTRATOR, HTTPStatus.FORBIDDEN),
    ],
)
def test_who_limits(client: Client, stage: Stage, role: Role, expected: HTTPStatus) -> None:
    sign_in(client, stage, role)

    assert record(client, stage, "1", "One day").status_code == expected


def test_limit_is_no_page_and_has_no_place_at_interviews(client: Client, stage: Stage) -> None:
    sign_in(client, stage, Role.HEADTEACHER)
    interview = make_stage(stage.vacancy, "interview", "unsealed")

    assert client.get(address(stage, "stage-guaranteed-limit"))["Location"] == address(stage)
    assert record(client, interview, "1", "One day").status_code == HTTPStatus.NOT_FOUND


def test_limit_on_sealed_scores_is_refused(client: Client) -> None:
    sealed = make_stage(make_vacancy(), "application", "scoring")
    sign_in(client, sealed)

    assert record(client, sealed, "1", "One day").status_code == HTTPStatus.CONFLICT
    assert limit_on(sealed) == (None, "")


def test_limit_stands_in_the_record_of_the_decision(client: Client, stage: Stage) -> None:
    sign_in(client, stage)
    record(client, stage, "1", "One day of interviews")

    found = get_decision_record(stage.vacancy)

    assert found["stages"][0]["lead"].endswith("At most 1 guaranteed interview: One day of interviews")
    assert found["events"][0]["what"] == ("Limit on guaranteed interviews (At most 1: One day of interviews)")
