"""Vacancies in the browser: who may see them, how they are listed, and the page they are run from."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from core.models import School
from recruitment.models import Vacancy
from tests.factories import (
    make_application,
    make_panel_member,
    make_school,
    make_stage,
    make_user,
    make_vacancy,
)
from tests.factories.people import NOW
from tests.factories.recruitment import make_decision

pytestmark = pytest.mark.django_db

LIST = reverse("recruitment:vacancy-list")
CREATE = reverse("recruitment:vacancy-create")


def sign_in(client: Client, school: School, role: Role = Role.HR_OFFICER) -> None:
    client.force_login(make_user(role, school=school))


@pytest.fixture
def vacancy() -> Vacancy:
    return make_vacancy()


def page_of(vacancy: Vacancy, name: str = "detail") -> str:
    return reverse(f"recruitment:vacancy-{name}", args=[vacancy.pk])


PAGES = ("detail", "timeline", "criteria", "edit", "publish", "close", "reopen", "end")


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_a_vacancy_open_for_hr(client: Client, vacancy: Vacancy, name: str) -> None:
    sign_in(client, vacancy.school)

    assert client.get(page_of(vacancy, name)).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_a_vacancy_are_not_there_for_strangers(client: Client, vacancy: Vacancy, name: str) -> None:
    sign_in(client, make_school())

    assert client.get(page_of(vacancy, name)).status_code == 404


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.LINE_MANAGER, Role.STAFF_MEMBER, Role.INSPECTOR])
@pytest.mark.parametrize("name", PAGES)
def test_pages_of_a_vacancy_are_denied_to_lesser_roles(
    client: Client, vacancy: Vacancy, name: str, role: Role
) -> None:
    sign_in(client, vacancy.school, role)

    assert client.get(page_of(vacancy, name)).status_code == 403


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_a_vacancy_ask_to_sign_in(client: Client, vacancy: Vacancy, name: str) -> None:
    response = client.get(page_of(vacancy, name))

    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("detail", 200), ("timeline", 200), ("criteria", 200), ("edit", 403), ("publish", 403), ("end", 403)],
)
def test_a_trust_administrator_reads_and_changes_nothing(
    client: Client, vacancy: Vacancy, name: str, expected: int
) -> None:
    sign_in(client, vacancy.school, Role.TRUST_ADMINISTRATOR)

    assert client.get(page_of(vacancy, name)).status_code == expected


def test_timeline_keeps_applicants_from_who_may_not_see_them(client: Client, vacancy: Vacancy) -> None:
    application = make_application(vacancy)
    vacancy.events.create(kind="vacancy_closed", at=vacancy.created_at, reason="Enough applications")
    vacancy.events.create(
        kind="application_withdrawn", at=vacancy.created_at, application=application, reason="Moved to Leeds"
    )
    sign_in(client, vacancy.school, Role.TRUST_ADMINISTRATOR)
    seen_by_trust = client.get(page_of(vacancy, "timeline")).content.decode()
    sign_in(client, vacancy.school)
    seen_by_hr = client.get(page_of(vacancy, "timeline")).content.decode()

    assert "Enough applications" in seen_by_trust
    assert "Moved to Leeds" not in seen_by_trust
    assert application.code not in seen_by_trust
    assert "Moved to Leeds" in seen_by_hr


def titles(client: Client, **query: str) -> list[str]:
    return [one.title for one in client.get(LIST, query).context["page"].object_list]


def test_list_searches_filters_and_sorts(client: Client) -> None:
    school = make_school()
    make_vacancy(school=school, title="Learning Mentor", closes_date=date(2026, 10, 30))
    make_vacancy(school=school, title="Site Manager", closes_date=date(2026, 10, 20))
    cook = make_vacancy(school=school, title="Cook", closes_date=date(2026, 10, 25), published=False)
    make_vacancy(title="Elsewhere")
    make_application(cook)
    sign_in(client, school)

    assert titles(client) == ["Learning Mentor", "Cook", "Site Manager"]
    assert titles(client, sort="title") == ["Cook", "Learning Mentor", "Site Manager"]
    assert titles(client, sort="newest") == ["Cook", "Site Manager", "Learning Mentor"]
    assert titles(client, sort="applications") == ["Cook", "Learning Mentor", "Site Manager"]
    assert titles(client, sort="nonsense") == titles(client)
    assert titles(client, q="mentor") == ["Learning Mentor"]
    assert titles(client, q=cook.reference) == ["Cook"]
    assert titles(client, status="draft") == ["Cook"]
    assert titles(client, q="nobody") == []
    assert titles(client, school=str(school.pk)) == titles(client)
    assert titles(client, school="0") == []


def test_list_without_vacancies_says_how_to_begin(client: Client) -> None:
    sign_in(client, make_school())

    page = client.get(LIST).content.decode()

    assert "No vacancies yet" in page
    assert f'href="{CREATE}"' in page


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_the_database_the_same_whatever_its_length(
    client: Client, count: int, assert_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    school = make_school()
    for _ in range(count):
        make_application(make_vacancy(school=school))
    sign_in(client, school)

    with assert_queries(7):
        client.get(LIST)


@pytest.mark.parametrize("count", [1, 3])
def test_hub_asks_the_database_the_same_whatever_it_counts(
    client: Client,
    vacancy: Vacancy,
    count: int,
    assert_queries: Callable[..., AbstractContextManager[object]],
) -> None:
    stage = make_stage(vacancy, status="scoring")
    for _ in range(count):
        make_application(vacancy)
        make_panel_member(stage)
        vacancy.events.create(kind="vacancy_changed", at=vacancy.created_at, by=vacancy.created_by)
    sign_in(client, vacancy.school)

    with assert_queries(11):
        client.get(page_of(vacancy))


def test_hub_says_what_is_next_and_who_is_waited_for(client: Client, vacancy: Vacancy) -> None:
    stage = make_stage(vacancy, status="scoring")
    make_application(vacancy)
    make_panel_member(stage, make_user(Role.PANEL_MEMBER, school=vacancy.school, name="Grace Adeyemi"))
    make_panel_member(stage, make_user(Role.PANEL_MEMBER, school=vacancy.school, name="Tom Reid"))
    sign_in(client, vacancy.school)

    hub = client.get(page_of(vacancy)).context["hub"]

    assert hub.next_step.sentence == (
        "Waiting for Grace Adeyemi and Tom Reid to finish scoring. Everything stays sealed until then."
    )
    assert (hub.facts.applications, hub.facts.criteria, hub.facts.stage("application").members) == (1, 5, 2)


def test_hub_counts_what_follows_the_shortlist(client: Client, vacancy: Vacancy) -> None:
    stage = make_stage(vacancy, status="decided")
    for status in ("shortlisted", "shortlisted", "not_shortlisted", "withdrawn"):
        application = make_application(vacancy, status=status)
        make_decision(stage, application, "not_shortlisted" if status == "not_shortlisted" else "shortlisted")
        application.referees.create(position=1, name="Jo Marsh")
        application.referees.create(position=2, name="Sam Lowe")
    sign_in(client, vacancy.school)

    facts = client.get(page_of(vacancy)).context["hub"].facts

    assert (facts.shortlisted, facts.references, facts.references_verified, facts.certificates) == (
        2,
        4,
        0,
        2,
    )


def test_offer_is_one_press_away_once_somebody_is_to_be_appointed(client: Client, vacancy: Vacancy) -> None:
    stage = make_stage(vacancy, "interview", "decided")
    chosen = make_application(vacancy, status="shortlisted")
    other = make_application(vacancy, status="shortlisted")
    make_decision(stage, chosen, "appoint")
    make_decision(stage, other, "reserve")
    sign_in(client, vacancy.school)

    links = {link.key: href for link, href in client.get(page_of(vacancy)).context["links"]}
    assert links["offer"] == f"/applications/{chosen.pk}/offer/"
    assert (
        f'href="/applications/{chosen.pk}/offer/"'
        in client.get(f"/applications/{chosen.pk}/").content.decode()
    )
    assert "/offer/" not in client.get(f"/applications/{other.pk}/").content.decode()

    offer = chosen.offers.create(made_at=NOW, made_by=vacancy.created_by)
    links = {link.key: href for link, href in client.get(page_of(vacancy)).context["links"]}
    assert links["offer"] == f"/offers/{offer.pk}/"


def test_links_lead_only_where_this_person_can_go_now(client: Client, vacancy: Vacancy) -> None:
    make_stage(vacancy, status="scoring")
    make_stage(vacancy, "interview", "unsealed")
    sign_in(client, vacancy.school)
    links = {link.key: href for link, href in client.get(page_of(vacancy)).context["links"]}
    assert (links["shortlist"], links["appointment"], links["offer"]) == ("", "", "")

    client.force_login(make_user(Role.HEADTEACHER, school=vacancy.school))
    links = {link.key: href for link, href in client.get(page_of(vacancy)).context["links"]}
    assert links["appointment"] == f"/vacancies/{vacancy.pk}/interview/decide/"
