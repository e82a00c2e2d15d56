"""Publishing, closing, reopening and ending a vacancy in the browser."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.domain.permissions import Role
from recruitment.models import Vacancy
from tests.factories import make_user, make_vacancy

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> Vacancy:
    today = timezone.localdate()
    return make_vacancy(published=False, opens_date=today, closes_date=today)


@pytest.fixture
def vacancy() -> Vacancy:
    return make_vacancy()


def sign_in(client: Client, vacancy: Vacancy, role: Role = Role.HR_OFFICER) -> None:
    client.force_login(make_user(role, school=vacancy.school))


def send(client: Client, vacancy: Vacancy, move: str, **fields: str) -> Any:
    return client.post(reverse(f"recruitment:vacancy-{move}", args=[vacancy.pk]), fields)


def status_of(vacancy: Vacancy) -> str:
    return Vacancy.objects.values_list("status", flat=True).get(pk=vacancy.pk)


def test_publish_shows_what_will_be_fixed_and_publishes(client: Client, draft: Vacancy) -> None:
    sign_in(client, draft)

    page = client.get(reverse("recruitment:vacancy-publish", args=[draft.pk])).content.decode()
    response = send(client, draft, "publish")

    assert "Fixed when you publish" in page
    assert "4 essential, 1 desirable" in page
    assert "Nobody is on this panel yet." in page
    assert response["Location"] == reverse("recruitment:vacancy-detail", args=[draft.pk])
    assert status_of(draft) == "published"


@pytest.mark.parametrize(
    ("text", "remarks"), [("Car owner", ["driving_demand"]), ("Able to travel between sites", [])]
)
def test_publish_says_what_law_or_guidance_questions(client: Client, text: str, remarks: list[str]) -> None:
    today = timezone.localdate()
    criteria = [(text, "essential", "A", 1), ("Plans work", "desirable", "AI", 1)]
    draft = make_vacancy(published=False, opens_date=today, closes_date=today, criteria=criteria)
    sign_in(client, draft)

    page = client.get(reverse("recruitment:vacancy-publish", args=[draft.pk]))

    assert [view.question.code for view in page.context["wording"].by_law] == remarks
    assert ("Wording to think about" in page.content.decode()) == bool(remarks)


def test_publish_after_the_closing_date_says_what_to_do(client: Client) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    draft = make_vacancy(published=False, opens_date=yesterday, closes_date=yesterday)
    sign_in(client, draft)

    response = send(client, draft, "publish")

    assert response.status_code == 422
    assert "The closing date has passed. Choose a later one first." in response.content.decode()
    assert status_of(draft) == "draft"


def test_publish_is_not_offered_where_nobody_could_be_shortlisted(client: Client) -> None:
    draft = make_vacancy(published=False, criteria=[("Calm", "essential", "I", 1)])
    sign_in(client, draft)

    page = client.get(reverse("recruitment:vacancy-publish", args=[draft.pk])).content.decode()

    assert "Publish with these criteria" not in page
    assert "No criterion is assessed from the application form" in page


def test_publish_twice_is_refused(client: Client, vacancy: Vacancy) -> None:
    sign_in(client, vacancy)

    assert send(client, vacancy, "publish").status_code == 422


def test_close_reopen_and_end(client: Client, vacancy: Vacancy) -> None:
    sign_in(client, vacancy)
    later = f"{timezone.localdate() + timedelta(days=7):%d/%m/%Y}"

    statuses = []
    for move, fields in [
        ("close", {"reason": ""}),
        ("reopen", {"closes_date": later, "reason": "Too few applications"}),
        ("end", {"reason": "Nobody met the essential criteria"}),
    ]:
        send(client, vacancy, move, **fields)
        statuses.append(status_of(vacancy))

    assert statuses == ["closed", "published", "not_filled"]
    assert list(vacancy.events.order_by("pk").values_list("kind", "reason")) == [
        ("vacancy_closed", ""),
        ("vacancy_reopened", "Too few applications"),
        ("vacancy_ended", "Nobody met the essential criteria"),
    ]


@pytest.mark.parametrize(
    ("days", "reason", "field"),
    [(0, "Too few", None), (-1, "Too few", "__all__"), (7, "", "reason")],
)
def test_reopen_needs_a_day_to_come_and_a_reason(
    client: Client, days: int, reason: str, field: str | None
) -> None:
    closed = make_vacancy(status="closed", closes_date=date(2026, 10, 30))
    sign_in(client, closed)
    day = f"{timezone.localdate() + timedelta(days=days):%d/%m/%Y}"

    response = send(client, closed, "reopen", closes_date=day, reason=reason)

    assert (status_of(closed) == "published") is (field is None)
    if field:
        assert list(response.context["form"].errors) == [field]
        assert response.context["form"]["closes_date"].value() == day


def test_end_without_a_reason_keeps_the_vacancy(client: Client, vacancy: Vacancy) -> None:
    sign_in(client, vacancy)

    assert send(client, vacancy, "end", reason="").status_code == 422
    assert status_of(vacancy) == "published"


@pytest.mark.parametrize("move", ["publish", "close", "reopen", "end"])
@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.TRUST_ADMINISTRATOR, Role.INSPECTOR])
def test_moves_are_denied_to_lesser_roles(client: Client, vacancy: Vacancy, move: str, role: Role) -> None:
    sign_in(client, vacancy, role)

    assert send(client, vacancy, move, reason="x").status_code == 403
    assert status_of(vacancy) == "published"


@pytest.mark.parametrize("move", ["publish", "close", "reopen", "end"])
def test_moves_are_not_there_for_strangers(client: Client, vacancy: Vacancy, move: str) -> None:
    sign_in(client, make_vacancy())

    assert send(client, vacancy, move, reason="x").status_code == 404
