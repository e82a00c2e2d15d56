"""Applications in the browser, for those who look after applicants."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from recruitment.models import Application, HistoryEntry, Statement, Vacancy
from tests.factories import make_application, make_person, make_school, make_stage, make_user, make_vacancy
from tests.factories.recruitment import make_decision

pytestmark = pytest.mark.django_db

RECEIVED = datetime(2026, 10, 20, 9, 30, tzinfo=UTC)


@pytest.fixture
def vacancy() -> Vacancy:
    return make_vacancy()


@pytest.fixture
def application(vacancy: Vacancy) -> Application:
    person = make_person(
        given_name="Rebecca", family_name="Évans", email="rebecca@example.org", phone="07700 900100"
    )
    return make_application(vacancy, person=person, received_at=RECEIVED, education_ended="2014-07-31")


def sign_in(client: Client, vacancy: Vacancy, role: Role = Role.HR_OFFICER) -> None:
    client.force_login(make_user(role, school=vacancy.school))


def list_of(vacancy: Vacancy) -> str:
    return reverse("recruitment:application-list", args=[vacancy.pk])


def page_of(application: Application, name: str = "detail") -> str:
    return reverse(f"recruitment:application-{name}", args=[application.pk])


def worked(application: Application, started: str, ended: str = "", position: int = 1) -> None:
    HistoryEntry.objects.create(
        application=application,
        position=position,
        kind="employment",
        job_title="Teaching assistant",
        organisation="Elm Grove School",
        started=started,
        ended=ended,
    )


def codes(client: Client, vacancy: Vacancy, **query: str) -> list[str]:
    return [row.application.code for row in client.get(list_of(vacancy), query).context["rows"]]


def test_list_searches_filters_and_sorts(client: Client, vacancy: Vacancy) -> None:
    make_application(
        vacancy, person=make_person(given_name="Zoë", family_name="Adams", email="zoe@school.uk")
    )
    make_application(vacancy, person=make_person(family_name="Brown"), status="withdrawn")
    make_application(vacancy, person=make_person(family_name="Adams", given_name="Amy"), received_at=RECEIVED)
    make_application(make_vacancy(school=vacancy.school))
    sign_in(client, vacancy)

    assert codes(client, vacancy) == ["C01", "C02", "C03"]
    assert codes(client, vacancy, sort="name") == ["C03", "C01", "C02"]
    assert codes(client, vacancy, sort="received") == ["C02", "C01", "C03"]
    assert codes(client, vacancy, q="adams zoë") == ["C01"]
    assert codes(client, vacancy, q="zoe@school.uk") == ["C01"]
    assert codes(client, vacancy, q="c02") == ["C02"]
    assert codes(client, vacancy, status="withdrawn") == ["C02"]
    assert codes(client, vacancy, q="nobody") == []


def row_of(client: Client, application: Application) -> Any:
    rows = client.get(list_of(application.vacancy)).context["rows"]
    return next(row for row in rows if row.application.pk == application.pk)


@pytest.mark.parametrize(
    ("started", "expected"), [("2014-08-28", 0), ("2014-08-29", 1), ("2014-08", 0), ("2014-09", 1)]
)
def test_list_flags_gaps_of_28_days(
    client: Client, application: Application, started: str, expected: int
) -> None:
    """Education ended on 31 July 2014: a gap is certain from the 29th day on."""
    worked(application, started)
    sign_in(client, application.vacancy)

    assert row_of(client, application).gap_count == expected


def test_list_flags_what_is_missing(client: Client, application: Application) -> None:
    sign_in(client, application.vacancy)
    empty = row_of(client, application).missing
    worked(application, "2014-08-01")
    Statement.objects.create(application=application, text="I have run a nurture group.")
    for position in (1, 2):
        application.referees.create(position=position, name="Jo Marsh")

    assert empty == ("history", "statement", "referees")
    assert row_of(client, application).missing == ()


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ({"email": "REBECCA@example.org", "phone": ""}, True),
        ({"email": "other@example.org", "phone": "07700900100"}, True),
        ({"email": "other@example.org", "phone": "07700 900101"}, False),
        ({"email": "", "phone": ""}, False),
    ],
)
def test_list_flags_the_same_contact_twice(
    client: Client, application: Application, contact: dict[str, str], expected: bool
) -> None:
    other = make_application(application.vacancy, person=make_person(**contact))
    sign_in(client, application.vacancy)

    assert row_of(client, application).shares_contact is expected
    assert row_of(client, other).shares_contact is expected
    same = client.get(page_of(other)).context["candidate"].same_contact
    assert [one.pk for one in same] == ([application.pk] if expected else [])


def test_the_same_contact_for_another_vacancy_is_no_duplicate(
    client: Client, application: Application
) -> None:
    elsewhere = make_vacancy(school=application.vacancy.school)
    make_application(elsewhere, person=make_person(email="rebecca@example.org", phone="07700 900100"))
    sign_in(client, application.vacancy)

    assert row_of(client, application).shares_contact is False


def test_list_counts_and_flags_late_ones(client: Client, vacancy: Vacancy) -> None:
    make_application(vacancy, is_late=True)
    make_application(vacancy, status="withdrawn")
    stage = make_stage(vacancy, status="decided")
    make_decision(stage, make_application(vacancy, status="reserve"), "shortlisted")
    sign_in(client, vacancy)

    response = client.get(list_of(vacancy))

    tally = response.context["tally"]
    assert (tally.total, tally.late, tally.withdrawn, tally.shortlisted) == (3, 1, 1, 1)
    assert "Late" in response.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_the_database_the_same_whatever_its_length(
    client: Client,
    vacancy: Vacancy,
    count: int,
    assert_queries: Callable[..., AbstractContextManager[object]],
) -> None:
    for _ in range(count):
        worked(make_application(vacancy), "2019-09")
    sign_in(client, vacancy)

    with assert_queries(11):
        client.get(list_of(vacancy))


@pytest.mark.parametrize("count", [1, 3])
def test_detail_asks_the_database_the_same_whatever_it_holds(
    client: Client,
    application: Application,
    count: int,
    assert_queries: Callable[..., AbstractContextManager[object]],
) -> None:
    for position, criterion in enumerate(application.vacancy.criteria.all()[:count], start=1):
        worked(application, "2019-09", position=position)
        application.referees.create(position=position, name="Jo Marsh")
        application.qualifications.create(position=position, title="GCSE")
        Statement.objects.create(application=application, criterion=criterion, text="Yes.")
        application.vacancy.events.create(
            kind="application_received",
            at=RECEIVED,
            application=application,
            by=application.vacancy.created_by,
        )
        make_application(application.vacancy, person=make_person(email="rebecca@example.org"))
    sign_in(client, application.vacancy)

    with assert_queries(12):
        client.get(page_of(application))


def test_detail_shows_the_history_with_its_gaps_in_words(client: Client, application: Application) -> None:
    worked(application, "2014-09-01", "2018-07-31", position=1)
    worked(application, "2019-09-01", position=2)
    application.gap_explanation = "I looked after my mother."
    application.save()
    sign_in(client, application.vacancy)

    page = client.get(page_of(application)).content.decode()

    assert "01/08/2014 to 31/08/2014" in page
    assert "Gap of 31 days" in page
    assert "Gap of about 1 year and 1 month" in page
    assert "I looked after my mother." in page
    assert 'class="bar bar-gap"' in page


def test_detail_escapes_what_candidates_write(client: Client, application: Application) -> None:
    Statement.objects.create(application=application, text="<script>alert(1)</script>")
    sign_in(client, application.vacancy)

    page = client.get(page_of(application)).content.decode()

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_withdraw_takes_a_candidate_out_of_the_running(client: Client, application: Application) -> None:
    sign_in(client, application.vacancy)

    empty = client.post(page_of(application, "withdraw"), {"reason": ""})
    client.post(page_of(application, "withdraw"), {"reason": "By telephone: another post"})
    again = client.post(page_of(application, "withdraw"), {"reason": "By telephone: another post"})

    application.refresh_from_db()
    assert (empty.status_code, again.status_code) == (422, 422)
    assert application.status == "withdrawn"
    assert client.get(page_of(application)).context["may_withdraw"] is False


@pytest.mark.parametrize(
    ("status", "expected"),
    [("received", True), ("shortlisted", True), ("reserve", True), ("offered", False), ("appointed", False)],
)
def test_a_withdrawal_after_an_offer_is_the_offer_declined(
    client: Client, application: Application, status: str, expected: bool
) -> None:
    Application.objects.filter(pk=application.pk).update(status=status)
    sign_in(client, application.vacancy)

    assert client.get(page_of(application)).context["may_withdraw"] is expected


def attach(client: Client, application: Application, content: bytes = b"Reference") -> Any:
    return client.post(page_of(application), {"documents": [SimpleUploadedFile("letter.txt", content)]})


def test_a_file_is_attached_and_handed_out_as_an_attachment(client: Client, application: Application) -> None:
    sign_in(client, application.vacancy)
    attach(client, application)
    document = application.documents.get().document

    response = client.get(reverse("recruitment:application-document", args=[application.pk, document.pk]))

    assert b"".join(response.streaming_content) == b"Reference"
    assert response["Content-Disposition"] == 'attachment; filename="letter.txt"'


def test_a_file_refused_says_why(client: Client, application: Application) -> None:
    sign_in(client, application.vacancy)

    response = attach(client, application, b"\x89PNG\r\n\x1a\n" + b"\0" * 64)

    assert response.status_code == 422
    assert response.context["form"].errors["documents"][0].startswith("letter.txt: This is a picture")
    assert client.post(page_of(application), {}).context["form"].errors == {"documents": ["Choose a file."]}


def test_a_file_is_reached_only_through_its_own_application(client: Client, application: Application) -> None:
    sign_in(client, application.vacancy)
    attach(client, application)
    document = application.documents.get().document_id
    other = make_application(application.vacancy)

    assert (
        client.get(reverse("recruitment:application-document", args=[other.pk, document])).status_code == 404
    )


def doors(client: Client, application: Application) -> dict[str, int]:
    """What every door about an applicant answers."""
    document = reverse("recruitment:application-document", args=[application.pk, 1])
    vacancy = application.vacancy
    return {
        "list": client.get(list_of(vacancy)).status_code,
        "create": client.get(reverse("recruitment:application-create", args=[vacancy.pk])).status_code,
        "import": client.get(reverse("recruitment:application-import", args=[vacancy.pk])).status_code,
        "detail": client.get(page_of(application)).status_code,
        "edit": client.get(page_of(application, "edit")).status_code,
        "withdraw": client.get(page_of(application, "withdraw")).status_code,
        "document": client.get(document).status_code,
    }


@pytest.mark.parametrize(
    "role",
    [
        Role.PANEL_MEMBER,
        Role.LINE_MANAGER,
        Role.STAFF_MEMBER,
        Role.INSPECTOR,
        Role.TRUST_ADMINISTRATOR,
    ],
)
def test_applicants_are_not_for_lesser_roles(client: Client, application: Application, role: Role) -> None:
    sign_in(client, application.vacancy, role)

    assert set(doors(client, application).values()) == {403}


def test_applicants_are_not_there_for_strangers(client: Client, application: Application) -> None:
    client.force_login(make_user(Role.HR_OFFICER, school=make_school()))

    assert set(doors(client, application).values()) == {404}


def test_applicants_ask_to_sign_in(client: Client, application: Application) -> None:
    assert set(doors(client, application).values()) == {302}


@pytest.mark.parametrize(
    ("status", "expected"),
    [("preparing", None), ("scoring", None), ("unsealed", "scores_open"), ("decided", "scores_open")],
)
def test_list_says_why_nothing_more_can_be_entered(
    client: Client, vacancy: Vacancy, status: str, expected: str | None
) -> None:
    make_stage(vacancy, status=status)
    sign_in(client, vacancy)

    why_not = client.get(list_of(vacancy)).context["why_not"]

    assert (why_not and why_not.code) == expected
