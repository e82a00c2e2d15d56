"""The public form, as somebody fills it in who has no JavaScript and makes mistakes."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.domain.permissions import Role
from core.models import School
from recruitment.models import Application, ApplicationDraft, Vacancy
from recruitment.services.application_parts import data_of
from recruitment.views.public import FORMS_AN_HOUR, MOST_BYTES
from tests.factories import make_panel_member, make_user
from tests.recruitment.views.public_form import (
    REFEREES,
    answers,
    fill_in,
    open_vacancy,
    page,
    step,
    stored,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    cache.clear()


@pytest.fixture
def vacancy() -> Vacancy:
    return open_vacancy()


@pytest.fixture
def draft(client: Client, vacancy: Vacancy) -> ApplicationDraft:
    client.post(reverse("recruitment:apply-start", args=[vacancy.public_code]))
    return ApplicationDraft.objects.get()


def test_the_whole_journey(client: Client, vacancy: Vacancy) -> None:
    advert = reverse("recruitment:apply", args=[vacancy.public_code])
    began = client.post(reverse("recruitment:apply-start", args=[vacancy.public_code]))
    draft = ApplicationDraft.objects.get()
    assert client.get(advert).status_code == 200
    assert began["Location"] == step(draft, "about-you")

    visited = ["about-you"]
    for slug, typed in answers(vacancy).items():
        assert client.get(step(draft, slug)).status_code == 200
        visited.append(client.post(step(draft, slug), typed)["Location"].split("/")[-2])
    check = client.get(page(draft, "check")).content.decode()
    sent = client.post(page(draft, "check"))
    done = client.get(page(draft, "done")).content.decode()

    application = Application.objects.get()
    data = data_of(application=application)
    assert visited == [
        "about-you",
        "education",
        "employment",
        "statement",
        "referees",
        "declarations",
        "check",
    ]
    assert "maya@example.org" in check
    assert sent["Location"] == page(draft, "done")
    assert f"{vacancy.reference} {application.code}" in done
    assert (application.channel, application.is_late, application.entered_by) == ("online", False, None)
    assert application.person.full_name == "Maya Okafor"
    assert [(one.started, one.ended, one.job_title) for one in data.history] == [
        ("2014-08", "", "Teaching assistant")
    ]
    assert [one.text for one in data.statements] == ["In my school I ran a group every week."] * 3
    assert [(one.name, one.is_current_employer) for one in data.referees] == [
        ("Jo Marsh", True),
        ("Sam Lowe", False),
    ]
    assert data.is_declared_true


def test_sending_twice_gives_one_application(client: Client, draft: ApplicationDraft) -> None:
    fill_in(client, draft)

    first = client.post(page(draft, "check"))
    second = client.post(page(draft, "check"))

    assert first["Location"] == second["Location"] == page(draft, "done")
    assert Application.objects.count() == 1


def test_after_sending_every_page_leads_to_the_end(client: Client, draft: ApplicationDraft) -> None:
    fill_in(client, draft)
    client.post(page(draft, "check"))

    assert client.get(step(draft, "about-you"))["Location"] == page(draft, "done")
    assert client.post(step(draft, "about-you"), {})["Location"] == page(draft, "done")
    assert client.get(page(draft, "check"))["Location"] == page(draft, "done")
    assert client.get(page(draft, "later"))["Location"] == page(draft, "done")


@pytest.mark.parametrize(
    ("opens", "closes", "expected"),
    [(1, 8, "not_open_yet"), (0, 8, None), (-8, 0, None), (-8, -1, "closed")],
    ids=["day before opening", "opening day", "closing day", "day after closing"],
)
def test_the_form_is_open_on_both_its_days(
    client: Client, opens: int, closes: int, expected: str | None
) -> None:
    today = timezone.localdate()
    vacancy = open_vacancy(
        opens_date=today + timedelta(days=opens), closes_date=today + timedelta(days=closes)
    )

    advert = client.get(reverse("recruitment:apply", args=[vacancy.public_code]))
    began = client.post(reverse("recruitment:apply-start", args=[vacancy.public_code]))

    denial = advert.context["advert"].closed_because
    assert (denial and denial.code) == expected
    assert ("Start now" in advert.content.decode()) is (expected is None)
    assert began.status_code == (409 if expected else 302)


@pytest.mark.parametrize("slug", ["about-you", "check"])
def test_closing_in_the_middle_keeps_what_was_typed_and_says_so(
    client: Client, draft: ApplicationDraft, slug: str
) -> None:
    fill_in(client, draft)
    Vacancy.objects.update(closes_date=timezone.localdate() - timedelta(days=1))
    address = page(draft, "check") if slug == "check" else step(draft, slug)

    response = client.post(address, {"person-given_name": "May"} if slug == "about-you" else {})

    assert "This form has closed" in response.content.decode()
    assert "What you have typed has not been sent." in response.content.decode()
    assert "referees" in stored(draft)["typed"]
    assert not Application.objects.exists()
    if slug == "about-you":
        assert stored(draft)["typed"]["about-you"] == {"person-given_name": ["May"]}


@pytest.mark.parametrize("status", ["closed", "filled", "not_filled"])
def test_a_vacancy_that_is_over_takes_no_form(client: Client, status: str) -> None:
    vacancy = open_vacancy(status=status)

    advert = client.get(reverse("recruitment:apply", args=[vacancy.public_code]))
    began = client.post(reverse("recruitment:apply-start", args=[vacancy.public_code]))

    assert (advert.status_code, began.status_code) == (200, 409)
    assert not ApplicationDraft.objects.exists()


def test_a_draft_vacancy_has_no_public_page(client: Client) -> None:
    vacancy = open_vacancy(published=False)

    assert client.get(reverse("recruitment:apply", args=[vacancy.public_code])).status_code == 404
    assert client.post(reverse("recruitment:apply-start", args=[vacancy.public_code])).status_code == 404


def test_a_form_is_found_only_by_its_whole_address(client: Client, draft: ApplicationDraft) -> None:
    other = open_vacancy()
    wrong_vacancy = reverse("recruitment:apply-step", args=[other.public_code, draft.token, "about-you"])
    wrong_token = reverse("recruitment:apply-step", args=[draft.vacancy.public_code, "x" * 32, "about-you"])

    assert client.get(wrong_vacancy).status_code == 404
    assert client.get(wrong_token).status_code == 404
    assert client.get(step(draft, "nonsense")).status_code == 404
    assert client.post(step(draft, "nonsense"), {}).status_code == 404


def test_no_search_engine_and_no_copy(client: Client, vacancy: Vacancy, draft: ApplicationDraft) -> None:
    addresses = [
        reverse("recruitment:apply", args=[vacancy.public_code]),
        step(draft, "about-you"),
        page(draft, "check"),
        page(draft, "later"),
    ]

    headers = [client.get(address).headers for address in addresses]

    assert {one["X-Robots-Tag"] for one in headers} == {"noindex, nofollow"}
    assert {one["Cache-Control"] for one in headers} == {"no-store"}


def test_one_address_cannot_begin_forms_without_end(client: Client, vacancy: Vacancy) -> None:
    start = reverse("recruitment:apply-start", args=[vacancy.public_code])

    answered = [client.post(start).status_code for _ in range(FORMS_AN_HOUR + 1)]
    elsewhere = client.post(start, REMOTE_ADDR="203.0.113.9").status_code

    assert answered == [302] * FORMS_AN_HOUR + [429]
    assert elsewhere == 302


def test_behind_a_proxy_each_browser_has_its_own_count(client: Client, vacancy: Vacancy, settings) -> None:
    """Everybody comes from the proxy; an address somebody wrote into the header themselves helps nobody."""
    settings.BEHIND_PROXY = True
    start = reverse("recruitment:apply-start", args=[vacancy.public_code])

    invented = [f"198.51.100.{number}, 203.0.113.9" for number in range(FORMS_AN_HOUR + 1)]
    answered = [client.post(start, headers={"X-Forwarded-For": one}).status_code for one in invented]
    neighbour = client.post(start, headers={"X-Forwarded-For": "203.0.113.10"}).status_code

    assert answered == [302] * FORMS_AN_HOUR + [429]
    assert neighbour == 302


def test_without_a_proxy_a_forwarded_address_is_not_believed(client: Client, vacancy: Vacancy) -> None:
    start = reverse("recruitment:apply-start", args=[vacancy.public_code])

    invented = [f"198.51.100.{number}" for number in range(FORMS_AN_HOUR + 1)]
    answered = [client.post(start, headers={"X-Forwarded-For": one}).status_code for one in invented]

    assert answered == [302] * FORMS_AN_HOUR + [429]


def test_a_post_beyond_all_measure_is_refused(client: Client, draft: ApplicationDraft) -> None:
    fill_in(client, draft)
    before = stored(draft)

    huge = client.post(step(draft, "statement"), {"statements-general": "x" * MOST_BYTES})
    too_long = client.post(step(draft, "statement"), {"statements-general": "x" * 500_000})

    assert (huge.status_code, too_long.status_code) == (413, 413)
    assert "Nothing was saved from this page." in too_long.content.decode()
    assert stored(draft) == before


def test_the_advert_says_what_a_school_must(client: Client, vacancy: Vacancy) -> None:
    text = client.get(reverse("recruitment:apply", args=[vacancy.public_code])).content.decode()

    assert "committed to safeguarding and promoting the welfare of children" in text
    assert "exempt from the Rehabilitation of Offenders Act 1974" in text
    assert "an enhanced DBS certificate" in text


@pytest.mark.parametrize("count", [1, 3])
def test_steps_ask_the_database_the_same_whatever_was_typed(
    client: Client,
    draft: ApplicationDraft,
    count: int,
    assert_queries: Callable[..., AbstractContextManager[object]],
) -> None:
    for number in range(count):
        typed = {
            name.replace("-0-", f"-{number}-"): text
            for name, text in REFEREES.items()
            if not name.startswith("referees-1")
        }
        client.post(step(draft, "referees"), typed | {"referees-TOTAL_FORMS": str(number + 1)})

    with assert_queries(4):
        client.get(step(draft, "referees"))
    with assert_queries(4):
        client.get(page(draft, "check"))


CONTACT = {
    "contact_name": "The office",
    "contact_phone": "01632 960123",
    "contact_email": "office@school.example",
}


def test_public_pages_say_how_to_reach_the_school(client: Client, draft: ApplicationDraft) -> None:
    School.objects.update(**CONTACT)
    advert = client.get(reverse("recruitment:apply", args=[draft.vacancy.public_code])).content.decode()
    fill_in(client, draft)
    check = client.get(page(draft, "check")).content.decode()
    client.post(page(draft, "check"))
    done = client.get(page(draft, "done")).content.decode()

    words = 'The office, telephone 01632 960123 or <a href="mailto:office@school.example">'
    assert [words in one for one in (advert, check, done)] == [True, True, True]


def test_a_form_that_has_closed_says_how_to_reach_the_school(client: Client, draft: ApplicationDraft) -> None:
    School.objects.update(contact_phone="01632 960123")
    Vacancy.objects.update(status="closed")

    shown = client.get(step(draft, "about-you")).content.decode()

    assert "contact telephone 01632 960123 and give the reference" in shown


@pytest.mark.parametrize(
    ("role", "is_promised"), [(Role.PANEL_MEMBER, True), (Role.HEADTEACHER, False), (Role.HR_OFFICER, False)]
)
def test_no_names_are_promised_only_where_nobody_on_the_panel_sees_them(
    client: Client, draft: ApplicationDraft, role: Role, is_promised: bool
) -> None:
    vacancy = draft.vacancy
    make_panel_member(vacancy.stages.get(kind="application"), make_user(role, school=vacancy.school))

    advert = client.get(reverse("recruitment:apply", args=[vacancy.public_code])).content.decode()
    about_you = client.get(step(draft, "about-you")).content.decode()

    assert [
        "are taken away before anybody scores" in advert,
        "Nobody who scores your application sees this page" in about_you,
        "may know whose they are" not in advert,
    ] == [is_promised] * 3


def test_asking_a_referee_early_is_the_candidates_own_choice(client: Client, draft: ApplicationDraft) -> None:
    shown = client.get(step(draft, "referees")).content.decode()

    ticks = [part.split(">")[0] for part in shown.split('-may_contact_before_interview"')[1:]]
    assert ticks
    assert ["checked" in one for one in ticks] == [False] * len(ticks)
