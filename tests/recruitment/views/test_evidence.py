"""References and certificates in the browser."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.domain.permissions import Role
from core.models import Document
from recruitment.models import Application, CertificateSighting, Referee, Reference
from tests.factories import make_application, make_school, make_user, make_vacancy

pytestmark = pytest.mark.django_db


@pytest.fixture
def referee() -> Referee:
    application = make_application(make_vacancy(), status="shortlisted")
    return Referee.objects.create(
        application=application,
        position=1,
        name="Farida Khan",
        email="f.khan@gmail.com",
        organisation="Elm School",
    )


def sign_in(client: Client, application: Application, role: Role = Role.HR_OFFICER) -> None:
    client.force_login(make_user(role, school=application.vacancy.school))


def step(referee: Referee, name: str) -> str:
    return reverse("recruitment:reference-step", args=[referee.application_id, referee.pk, name])


def evidence(application: Application) -> str:
    return reverse("recruitment:application-evidence", args=[application.pk])


def today_shifted(days: int = 0) -> str:
    return f"{timezone.localdate() + timedelta(days=days):%d/%m/%Y}"


def test_page_shows_referees_criteria_and_concerns(client: Client, referee: Referee) -> None:
    sign_in(client, referee.application)
    page = client.get(evidence(referee.application)).content.decode()
    assert "Farida Khan" in page
    assert "This is a private address. Confirm by telephone that the reference is genuine." in page
    assert "Reliable and has good time keeping" in page
    assert "ELSA training" in page


def test_reference_is_followed_to_the_end(client: Client, referee: Referee) -> None:
    sign_in(client, referee.application)
    criterion = referee.application.vacancy.criteria.get(evidence="R")
    client.post(step(referee, "request"), {"requested_date": today_shifted(-5)})
    letter = SimpleUploadedFile("reference.txt", b"She was never late in four years.")
    client.post(step(referee, "receive"), {"received_date": today_shifted(-1), "file": letter, "note": ""})
    client.post(
        step(referee, "verify"),
        {
            "verified_date": today_shifted(),
            "verified_how": "Telephoned the school office",
            f"confirmation_{criterion.pk}": "confirmed",
            f"note_{criterion.pk}": "Never late",
        },
    )
    reference = Reference.objects.get(referee=referee)
    file = client.get(reverse("recruitment:reference-file", args=[referee.application_id, referee.pk]))
    page = client.get(evidence(referee.application)).content.decode()
    assert reference.status == "verified"
    assert b"".join(file) == b"She was never late in four years."
    assert "Never late" in page


def test_file_of_a_reference_received_twice_is_not_kept(client: Client, referee: Referee) -> None:
    sign_in(client, referee.application)
    client.post(step(referee, "request"), {"requested_date": today_shifted(-5)})
    answers = []
    for words in (b"She was never late.", b"She was never late, again."):
        letter = SimpleUploadedFile("reference.txt", words)
        typed = {"received_date": today_shifted(-1), "file": letter, "note": ""}
        answers.append(client.post(step(referee, "receive"), typed).status_code)
    kept = list(Document.objects.values_list("pk", flat=True))
    assert (answers, kept) == ([302, 422], [Reference.objects.get(referee=referee).document_id])


def test_date_ahead_is_said_at_its_field(client: Client, referee: Referee) -> None:
    sign_in(client, referee.application)
    answer = client.post(step(referee, "request"), {"requested_date": today_shifted(1)})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer.context["form"].errors == {
        "requested_date": ["This date has not come yet. Enter the day it happened."]
    }


def test_certificate_is_recorded(client: Client, referee: Referee) -> None:
    application = referee.application
    sign_in(client, application)
    criterion = application.vacancy.criteria.get(evidence="AC")
    where = reverse("recruitment:certificate-record", args=[application.pk, criterion.pk])
    unsaid = client.post(where, {"was_seen": "yes", "seen_date": "", "title": "", "note": ""})
    client.post(where, {"was_seen": "yes", "seen_date": today_shifted(), "title": "ELSA, 2024", "note": ""})
    assert unsaid.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert CertificateSighting.objects.get().title == "ELSA, 2024"


def test_criterion_without_certificate_has_no_page(client: Client, referee: Referee) -> None:
    sign_in(client, referee.application)
    criterion = referee.application.vacancy.criteria.get(evidence="I")
    where = reverse("recruitment:certificate-record", args=[referee.application_id, criterion.pk])
    assert client.get(where).status_code == HTTPStatus.NOT_FOUND


def test_file_that_was_never_kept_is_not_found(client: Client, referee: Referee) -> None:
    sign_in(client, referee.application)
    where = reverse("recruitment:reference-file", args=[referee.application_id, referee.pk])
    assert client.get(where).status_code == HTTPStatus.NOT_FOUND


def test_unknown_step_is_not_found(client: Client, referee: Referee) -> None:
    sign_in(client, referee.application)
    assert client.get(step(referee, "forget")).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.LINE_MANAGER, Role.STAFF_MEMBER, Role.INSPECTOR])
def test_other_roles_do_not_see_references(client: Client, referee: Referee, role: Role) -> None:
    sign_in(client, referee.application, role)
    assert client.get(evidence(referee.application)).status_code == HTTPStatus.FORBIDDEN
    assert client.post(step(referee, "request"), {}).status_code == HTTPStatus.FORBIDDEN


def test_stranger_finds_nothing(client: Client, referee: Referee) -> None:
    client.force_login(make_user(Role.HR_OFFICER, school=make_school()))
    assert client.get(evidence(referee.application)).status_code == HTTPStatus.NOT_FOUND
    assert client.get(step(referee, "request")).status_code == HTTPStatus.NOT_FOUND


def test_referee_of_another_candidate_is_not_found(client: Client, referee: Referee) -> None:
    sign_in(client, referee.application)
    other = make_application(referee.application.vacancy, status="shortlisted")
    where = reverse("recruitment:reference-step", args=[other.pk, referee.pk, "request"])
    assert client.post(where, {"requested_date": today_shifted()}).status_code == HTTPStatus.NOT_FOUND


def test_page_costs_the_same_for_one_and_three(
    client: Client, referee: Referee, django_assert_num_queries
) -> None:
    sign_in(client, referee.application)
    Reference.objects.create(referee=referee)
    queries = 9
    for position in (2, 3):
        with django_assert_num_queries(queries):
            client.get(evidence(referee.application))
        added = Referee.objects.create(application=referee.application, position=position, name="Omar Reid")
        Reference.objects.create(referee=added)
