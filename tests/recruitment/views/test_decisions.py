"""Deciding in the browser: the ranking suggests, the person chooses and says why."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from recruitment.domain.scoring import UNIT_BASE
from recruitment.models import Application, Decision, Stage, StageResult
from tests.factories import make_application, make_person, make_school, make_stage, make_user, make_vacancy

pytestmark = pytest.mark.django_db


def add_result(stage: Stage, application: Application, **fields: object) -> StageResult:
    points = {
        "is_complete": True,
        "gate": "met",
        "total_units": 10 * UNIT_BASE,
        "essential_units": 9 * UNIT_BASE,
        "desirable_units": UNIT_BASE,
        "essentials_met": 2,
    }
    cells = [[UNIT_BASE, ""] for _ in range(3)]
    return StageResult.objects.create(stage=stage, application=application, cells=cells, **points | fields)


@pytest.fixture
def stage() -> Stage:
    return make_stage(make_vacancy(), "application", "unsealed")


@pytest.fixture
def candidate(stage: Stage) -> Application:
    person = make_person(given_name="Carys", family_name="Beddoes")
    application = make_application(stage.vacancy, person=person)
    add_result(stage, application)
    return application


def sign_in(client: Client, role: Role, stage: Stage) -> None:
    client.force_login(make_user(role, school=stage.vacancy.school))


def address(stage: Stage, name: str = "stage-decide") -> str:
    return reverse(f"recruitment:{name}", args=[stage.vacancy_id, stage.kind])


def test_nothing_is_chosen_beforehand_and_a_suggestion_only_when_asked_for(
    client: Client, stage: Stage, candidate: Application
) -> None:
    sign_in(client, Role.HR_OFFICER, stage)
    plain = client.get(address(stage)).content.decode()
    suggested = client.post(address(stage), {"suggest": "1"}).content.decode()
    assert (plain.count(" checked"), suggested.count(" checked")) == (0, 1)
    assert "Meets every essential criterion; 55.6% of the weighted points." in suggested
    assert Decision.objects.count() == 0


@pytest.mark.parametrize(("is_anonymous", "is_decided"), [(True, False), (True, True), (False, False)])
def test_names_stay_off_an_anonymous_shortlist_until_it_is_decided(
    client: Client, is_anonymous: bool, is_decided: bool
) -> None:
    stage = make_stage(
        make_vacancy(is_anonymous=is_anonymous), "application", "decided" if is_decided else "unsealed"
    )
    person = make_person(given_name="Carys", family_name="Beddoes")
    application = make_application(stage.vacancy, person=person)
    add_result(stage, application)
    sign_in(client, Role.HEADTEACHER, stage)
    page = client.get(address(stage)).content.decode()
    assert (application.code in page, "Beddoes" in page) == (True, not is_anonymous or is_decided)


def test_offer_made_is_named_as_what_stands_in_the_way(
    client: Client, stage: Stage, candidate: Application
) -> None:
    other = make_application(stage.vacancy, status="appointed")
    add_result(stage, other)
    sign_in(client, Role.HR_OFFICER, stage)
    answer = client.post(
        address(stage), {f"outcome-{other.pk}": "reserve", f"reason-{other.pk}": "Changed our minds"}
    )
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f"{other.code}: This candidate has been made an offer." in answer.content.decode()


@pytest.mark.parametrize("key", ["9" * 30, "9" * 400, "²"])
def test_numbers_that_no_application_has_choose_nothing(
    client: Client, stage: Stage, candidate: Application, key: str
) -> None:
    sign_in(client, Role.HR_OFFICER, stage)
    answer = client.post(f"{address(stage)}?page={key}", {f"outcome-{key}": "reserve", f"reason-{key}": "So"})
    assert (answer.status_code, Decision.objects.count()) == (HTTPStatus.UNPROCESSABLE_ENTITY, 0)


def test_decision_is_recorded_with_its_reason(client: Client, stage: Stage, candidate: Application) -> None:
    sign_in(client, Role.HR_OFFICER, stage)
    answer = client.post(
        address(stage),
        {f"outcome-{candidate.pk}": "shortlisted", f"reason-{candidate.pk}": "Meets every essential"},
    )
    decision = Decision.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (HTTPStatus.FOUND, address(stage))
    assert (decision.outcome, decision.reason) == ("shortlisted", "Meets every essential")


def test_missing_reason_is_said_and_nothing_typed_is_lost(
    client: Client, stage: Stage, candidate: Application
) -> None:
    second = make_application(stage.vacancy)
    add_result(stage, second, total_units=8 * UNIT_BASE)
    sign_in(client, Role.HR_OFFICER, stage)
    answer = client.post(
        address(stage),
        {
            f"outcome-{candidate.pk}": "shortlisted",
            f"reason-{candidate.pk}": "",
            f"outcome-{second.pk}": "reserve",
            f"reason-{second.pk}": "Close behind the line",
        },
    )
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Give the reason in a sentence; it goes on the record." in page
    assert "Close behind the line" in page
    assert page.count(" checked") == 2
    assert Decision.objects.count() == 0


def test_choosing_nothing_is_said(client: Client, stage: Stage, candidate: Application) -> None:
    sign_in(client, Role.HR_OFFICER, stage)
    answer = client.post(address(stage), {f"reason-{candidate.pk}": ""})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Choose an outcome for at least one candidate." in answer.content.decode()


def test_reason_typed_without_an_outcome_is_kept_and_asked_about(
    client: Client, stage: Stage, candidate: Application
) -> None:
    sign_in(client, Role.HR_OFFICER, stage)
    answer = client.post(address(stage), {f"reason-{candidate.pk}": "Strong form"})
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'href="#outcome-{candidate.pk}">{candidate.code}: Choose one of the outcomes offered.' in page
    assert "Strong form</textarea>" in page


def test_suggestions_leave_what_was_typed(client: Client, stage: Stage, candidate: Application) -> None:
    second = make_application(stage.vacancy)
    add_result(stage, second, total_units=8 * UNIT_BASE)
    sign_in(client, Role.HR_OFFICER, stage)
    page = client.post(
        address(stage), {"suggest": "1", f"reason-{candidate.pk}": "My own words"}
    ).content.decode()
    assert page.count("My own words</textarea>") == 1
    assert page.count("Meets every essential criterion;") == 1


def test_suggested_reason_does_not_stand_beside_another_outcome(
    client: Client, stage: Stage, candidate: Application
) -> None:
    sign_in(client, Role.HR_OFFICER, stage)
    suggested = "Meets every essential criterion; 55.6% of the weighted points."
    typed = {f"outcome-{candidate.pk}": "not_shortlisted", f"reason-{candidate.pk}": suggested}
    answer = client.post(address(stage), typed)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "This reason was written for another outcome." in answer.content.decode()
    assert Decision.objects.count() == 0


def test_confirming_records_what_stands_on_the_page(
    client: Client, stage: Stage, candidate: Application
) -> None:
    second = make_application(stage.vacancy)
    add_result(stage, second, total_units=8 * UNIT_BASE)
    sign_in(client, Role.HR_OFFICER, stage)
    first = {f"outcome-{candidate.pk}": "shortlisted", f"reason-{candidate.pk}": "Meets all"}
    client.post(address(stage), first | {"then": "confirm"})
    assert (Stage.objects.get(pk=stage.pk).status, Decision.objects.count()) == ("unsealed", 1)

    changed = {f"outcome-{candidate.pk}": "reserve", f"reason-{candidate.pk}": "Close, after another look"}
    other = {f"outcome-{second.pk}": "shortlisted", f"reason-{second.pk}": "Meets all as well"}
    client.post(address(stage), changed | other | {"then": "confirm"})
    assert Stage.objects.get(pk=stage.pk).status == "decided"
    assert list(Decision.objects.filter(is_current=True).order_by("application").values_list("reason")) == [
        ("Close, after another look",),
        ("Meets all as well",),
    ]


@pytest.mark.parametrize("status", ["preparing", "scoring"])
def test_sealed_stage_shows_no_candidates(client: Client, status: str) -> None:
    stage = make_stage(make_vacancy(), "application", status)
    make_application(stage.vacancy)
    sign_in(client, Role.HR_OFFICER, stage)
    answer = client.get(address(stage))
    assert (answer.status_code, answer.headers["Location"]) == (
        HTTPStatus.FOUND,
        reverse("recruitment:vacancy-detail", args=[stage.vacancy_id]),
    )


@pytest.mark.parametrize(
    ("role", "kind", "status"),
    [
        (Role.HEADTEACHER, "application", HTTPStatus.OK),
        (Role.HEADTEACHER, "interview", HTTPStatus.OK),
        (Role.HR_OFFICER, "interview", HTTPStatus.FORBIDDEN),
        (Role.PANEL_MEMBER, "application", HTTPStatus.FORBIDDEN),
        (Role.TRUST_ADMINISTRATOR, "application", HTTPStatus.FORBIDDEN),
        (Role.INSPECTOR, "application", HTTPStatus.FORBIDDEN),
    ],
)
def test_who_decides(client: Client, role: Role, kind: str, status: HTTPStatus) -> None:
    stage = make_stage(make_vacancy(), kind, "unsealed")
    sign_in(client, role, stage)
    assert client.get(address(stage)).status_code == status


def test_stranger_finds_nothing(client: Client, stage: Stage) -> None:
    client.force_login(make_user(Role.HR_OFFICER, school=make_school()))
    assert client.get(address(stage)).status_code == HTTPStatus.NOT_FOUND
    assert client.post(address(stage), {"then": "confirm"}).status_code == HTTPStatus.NOT_FOUND


def test_unknown_kind_of_stage_is_not_found(client: Client, stage: Stage) -> None:
    sign_in(client, Role.HR_OFFICER, stage)
    assert client.get(f"/vacancies/{stage.vacancy_id}/reference/decide/").status_code == HTTPStatus.NOT_FOUND


def test_page_costs_the_same_for_one_and_three(
    client: Client, stage: Stage, candidate: Application, django_assert_num_queries
) -> None:
    sign_in(client, Role.HR_OFFICER, stage)
    queries = 12
    for _ in range(2):
        with django_assert_num_queries(queries):
            client.get(address(stage))
        for _ in range(2):
            add_result(stage, make_application(stage.vacancy))
