"""Offers in the browser."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.domain.permissions import Role
from core.models import Engagement
from recruitment.models import Application, Decision, Offer
from tests.factories import make_application, make_school, make_stage, make_user, make_vacancy
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def candidate() -> Application:
    vacancy = make_vacancy(status="closed")
    stage = make_stage(vacancy, "interview", "decided")
    application = make_application(vacancy, status="shortlisted")
    Decision.objects.create(
        stage=stage,
        application=application,
        outcome="appoint",
        reason="Best evidence",
        decided_at=NOW,
        decided_by=vacancy.created_by,
    )
    return application


def sign_in(client: Client, application: Application, role: Role = Role.HR_OFFICER) -> None:
    client.force_login(make_user(role, school=application.vacancy.school))


def make_offer(client: Client, candidate: Application) -> Offer:
    client.post(
        reverse("recruitment:offer-create", args=[candidate.pk]),
        {
            "start_date": "04/01/2027",
            "reply_by_date": "",
            "salary": "Grade 3",
            "conditions": "DBS seen\nID seen\n",
        },
    )
    return Offer.objects.get()


def test_offer_starts_from_what_is_outstanding(client: Client, candidate: Application) -> None:
    sign_in(client, candidate)
    page = client.get(reverse("recruitment:offer-create", args=[candidate.pk])).content.decode()
    assert "Right to work in the UK checked before the first day" in page
    assert "Original certificate seen: ELSA training" in page


def test_offer_is_made_accepted_and_its_conditions_settled(client: Client, candidate: Application) -> None:
    sign_in(client, candidate)
    offer = make_offer(client, candidate)
    assert list(offer.conditions.order_by("position").values_list("text", flat=True)) == [
        "DBS seen",
        "ID seen",
    ]
    client.post(
        reverse("recruitment:offer-answer", args=[offer.pk]), {"answer": "accept", "note": "By telephone"}
    )
    condition = offer.conditions.get(position=1)
    client.post(
        reverse("recruitment:condition-settle", args=[offer.pk, condition.pk]),
        {"is_met": "yes", "settled_date": f"{timezone.localdate():%d/%m/%Y}", "note": ""},
    )
    page = client.get(reverse("recruitment:offer-detail", args=[offer.pk])).content.decode()
    assert Engagement.objects.get().person_id == candidate.person_id
    assert "1 of 2" in page
    assert "The offer stays conditional until every condition below is met." in page


def test_withdrawing_without_a_reason_is_said(client: Client, candidate: Application) -> None:
    sign_in(client, candidate)
    offer = make_offer(client, candidate)
    answer = client.post(
        reverse("recruitment:offer-answer", args=[offer.pk]), {"answer": "withdraw", "note": ""}
    )
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer.context["answer_form"].errors == {"note": ["Give the reason for withdrawing the offer."]}


def test_offer_without_a_decision_is_said(client: Client) -> None:
    application = make_application(make_vacancy(), status="shortlisted")
    sign_in(client, application)
    answer = client.post(
        reverse("recruitment:offer-create", args=[application.pk]),
        {"conditions": "DBS seen", "salary": "Grade 3"},
    )
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Record the decision to appoint this candidate first." in page
    assert "DBS seen" in page


@pytest.mark.parametrize(
    "role", [Role.PANEL_MEMBER, Role.LINE_MANAGER, Role.STAFF_MEMBER, Role.TRUST_ADMINISTRATOR]
)
def test_other_roles_make_no_offers(client: Client, candidate: Application, role: Role) -> None:
    sign_in(client, candidate, role)
    assert (
        client.get(reverse("recruitment:offer-create", args=[candidate.pk])).status_code
        == HTTPStatus.FORBIDDEN
    )


def test_stranger_finds_nothing(client: Client, candidate: Application) -> None:
    sign_in(client, candidate)
    offer = make_offer(client, candidate)
    condition = offer.conditions.first()
    client.force_login(make_user(Role.HR_OFFICER, school=make_school()))
    for name, args in (
        ("offer-create", [candidate.pk]),
        ("offer-detail", [offer.pk]),
        ("condition-settle", [offer.pk, condition.pk]),
    ):
        assert client.get(reverse(f"recruitment:{name}", args=args)).status_code == HTTPStatus.NOT_FOUND


def test_offer_page_costs_the_same_for_one_and_three_conditions(
    client: Client, candidate: Application, django_assert_num_queries
) -> None:
    sign_in(client, candidate)
    offer = make_offer(client, candidate)
    queries = 5
    for position in (8, 9):
        with django_assert_num_queries(queries):
            client.get(reverse("recruitment:offer-detail", args=[offer.pk]))
        offer.conditions.create(position=position, text="References satisfactory")
