"""Mistakes put right in the browser."""

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from recruitment.models import Application, Offer, Referee, Reference
from recruitment.services.applications import withdraw_application
from recruitment.services.offers import accept_offer
from recruitment.services.references import request_reference
from tests.factories import make_actor, make_application, make_user, make_vacancy
from tests.factories.people import NOW
from tests.recruitment.services.test_offers import make_appointable, offer_to

pytestmark = pytest.mark.django_db


def test_a_withdrawal_is_taken_back(client: Client) -> None:
    vacancy = make_vacancy(status="closed")
    application = make_application(vacancy)
    hr = make_actor(Role.HR_OFFICER, school=vacancy.school)
    withdraw_application(application=application, reason="By telephone", by=hr, now=NOW)
    client.force_login(make_user(Role.HR_OFFICER, school=vacancy.school))
    address = reverse("recruitment:application-reinstate", args=[application.pk])

    page = client.get(reverse("recruitment:application-detail", args=[application.pk])).content.decode()
    without = client.post(address, {"reason": ""})
    response = client.post(address, {"reason": "Somebody else"})

    assert f'href="{address}"' in page
    assert (without.status_code, "Say what was wrong" in without.content.decode()) == (422, True)
    assert response["Location"] == reverse("recruitment:application-detail", args=[application.pk])
    assert Application.objects.get().status == "received"


@pytest.mark.parametrize(("role", "expected"), [(Role.HEADTEACHER, 302), (Role.PANEL_MEMBER, 403)])
def test_an_acceptance_is_taken_back(client: Client, role: Role, expected: int) -> None:
    application, head = make_appointable()
    offer = accept_offer(offer_id=offer_to(application, head).pk, note="", by=head, now=NOW)
    client.force_login(make_user(role, school=application.vacancy.school))

    response = client.post(reverse("recruitment:offer-reopen", args=[offer.pk]), {"reason": "In error"})

    assert response.status_code == expected
    assert Offer.objects.get().status == ("made" if expected == 302 else "accepted")


def test_the_offer_says_how_an_acceptance_is_taken_back(client: Client) -> None:
    application, head = make_appointable()
    offer = accept_offer(offer_id=offer_to(application, head).pk, note="", by=head, now=NOW)
    client.force_login(make_user(Role.HEADTEACHER, school=application.vacancy.school))

    page = client.get(reverse("recruitment:offer-detail", args=[offer.pk])).content.decode()
    response = client.post(reverse("recruitment:offer-reopen", args=[offer.pk]), {"reason": " "})

    assert "Accepted was pressed in error" in page
    assert (response.status_code, "Say what was wrong" in response.content.decode()) == (422, True)


def test_dates_of_a_reference_are_corrected(client: Client) -> None:
    vacancy = make_vacancy()
    application = make_application(vacancy, status="shortlisted")
    referee = Referee.objects.create(application=application, position=1, name="Mrs Farida Khan")
    hr = make_actor(Role.HR_OFFICER, school=vacancy.school)
    request_reference(referee_id=referee.pk, requested_date=NOW.date(), by=hr, now=NOW)
    client.force_login(make_user(Role.HR_OFFICER, school=vacancy.school))
    address = reverse("recruitment:reference-step", args=[application.pk, referee.pk, "correct"])

    page = client.get(address).content.decode()
    client.post(address, {"requested_date": "1/1/2026", "reason": "Typed wrongly"})

    assert ("Asked for on" in page, "Received on" in page) == (True, False)
    assert f"{Reference.objects.get().requested_date:%d/%m/%Y}" == "01/01/2026"


def test_dates_of_a_reference_that_is_not_there_are_not_there(client: Client) -> None:
    vacancy = make_vacancy()
    application = make_application(vacancy, status="shortlisted")
    referee = Referee.objects.create(application=application, position=1, name="Mrs Farida Khan")
    client.force_login(make_user(Role.HR_OFFICER, school=vacancy.school))

    address = reverse("recruitment:reference-step", args=[application.pk, referee.pk, "correct"])

    assert client.get(address).status_code == 404
