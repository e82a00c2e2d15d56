"""The public form, as somebody fills it in who has no JavaScript and makes mistakes."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from recruitment.models import Application, ApplicationDraft, Vacancy
from recruitment.services.application_parts import data_of
from recruitment.views.public import FORMS_AN_HOUR, MOST_BYTES
from tests.factories import make_vacancy

pytestmark = pytest.mark.django_db

REFEREES = {
    "referees-TOTAL_FORMS": "2",
    "referees-0-name": "Jo Marsh",
    "referees-0-email": "jo@example.org",
    "referees-0-is_current_employer": "on",
    "referees-1-name": "Sam Lowe",
    "referees-1-phone": "01632 960000",
}
JOB = {
    "history-TOTAL_FORMS": "1",
    "history-0-kind": "employment",
    "history-0-job_title": "Teaching assistant",
    "history-0-organisation": "Elm Grove School",
    "history-0-started": "8/2014",
    "history-0-is_current": "on",
}


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    cache.clear()


def open_vacancy(**fields: Any) -> Vacancy:
    today = timezone.localdate()
    dates = {"opens_date": today - timedelta(days=7), "closes_date": today + timedelta(days=7)}
    return make_vacancy(**dates | fields)


@pytest.fixture
def vacancy() -> Vacancy:
    return open_vacancy()


@pytest.fixture
def draft(client: Client, vacancy: Vacancy) -> ApplicationDraft:
    client.post(reverse("recruitment:apply-start", args=[vacancy.public_code]))
    return ApplicationDraft.objects.get()


def step(draft: ApplicationDraft, slug: str) -> str:
    return reverse("recruitment:apply-step", args=[draft.vacancy.public_code, draft.token, slug])


def page(draft: ApplicationDraft, name: str) -> str:
    return reverse(f"recruitment:apply-{name}", args=[draft.vacancy.public_code, draft.token])


def statements(vacancy: Vacancy, text: str = "In my school I ran a group every week.") -> dict[str, str]:
    asked = vacancy.criteria.filter(evidence__contains="A").values_list("pk", flat=True)
    return {f"statements-criterion_{pk}": text for pk in asked}


def answers(vacancy: Vacancy) -> dict[str, dict[str, str]]:
    """A good answer to every step."""
    return {
        "about-you": {
            "person-given_name": "Maya",
            "person-family_name": "Okafor",
            "person-email": "maya@example.org",
        },
        "education": {
            "education-education_ended": "July 2014",
            "qualifications-TOTAL_FORMS": "1",
            "qualifications-0-title": "NVQ level 3",
        },
        "employment": JOB,
        "statement": statements(vacancy),
        "referees": REFEREES,
        "declarations": {
            "circumstances-is_related_to_school": "no",
            "circumstances-has_lived_abroad": "no",
            "declaration-is_declared_true": "on",
        },
    }


def fill_in(client: Client, draft: ApplicationDraft, *, without: str = "") -> None:
    for slug, typed in answers(draft.vacancy).items():
        if slug != without:
            client.post(step(draft, slug), typed)


def stored(draft: ApplicationDraft) -> dict[str, Any]:
    return ApplicationDraft.objects.get(pk=draft.pk).answers


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
    ("slug", "changes", "problem"),
    [
        (
            "about-you",
            {"person-email": ""},
            {"person-email": ["Give an e-mail address, so that the school can reach you."]},
        ),
        (
            "about-you",
            {"person-email": "maya"},
            {"person-email": ["Give an e-mail address in full, such as name@example.org."]},
        ),
        (
            "education",
            {"education-education_ended": ""},
            {
                "education-education_ended": [
                    "Say when you left full-time education. A month and a year will do."
                ]
            },
        ),
        (
            "education",
            {"qualifications-0-title": "", "qualifications-0-grade": "A"},
            {"qualifications-0-title": ["Say which qualification it is."]},
        ),
        (
            "employment",
            {"history-0-started": "2014"},
            {"history-0-started": ["Give a month and a year, such as 9/2024."]},
        ),
        (
            "employment",
            {"history-0-started": "10/2014"},
            {"gaps-gap_explanation": ["Say what you did in the gaps, in your own words."]},
        ),
        (
            "referees",
            {"referees-1-phone": ""},
            {"referees-1-email": ["Give an e-mail address or a telephone number for this referee."]},
        ),
        (
            "referees",
            {"referees-1-name": "", "referees-1-phone": ""},
            {"referees-1-name": ["Name two referees, one of them your present or most recent employer."]},
        ),
        (
            "declarations",
            {"circumstances-is_related_to_school": ""},
            {
                "circumstances-is_related_to_school": [
                    "Say whether you are related or close to anybody at the school."
                ]
            },
        ),
        (
            "declarations",
            {"declaration-is_declared_true": ""},
            {"declaration-is_declared_true": ["Tick this before you send the form."]},
        ),
    ],
)
def test_a_mistake_is_said_and_nothing_typed_is_lost(
    client: Client,
    draft: ApplicationDraft,
    slug: str,
    changes: dict[str, str],
    problem: dict[str, list[str]],
) -> None:
    fill_in(client, draft)
    typed = answers(draft.vacancy)[slug] | changes

    response = client.post(step(draft, slug), typed)

    errors = {
        form[name].html_name: list(texts)
        for form in response.context["forms"]
        for name, texts in form.errors.items()
    }
    kept = {name: values[-1] for name, values in stored(draft)["typed"][slug].items()}
    again = client.get(step(draft, slug)).content.decode()
    assert response.status_code == 422
    assert errors == problem
    assert kept == typed
    assert all(f'value="{value}"' in again for value in typed.values() if value not in {"", "on", "1", "2"})


def test_an_essential_must_be_answered_and_a_desirable_need_not(
    client: Client, draft: ApplicationDraft
) -> None:
    typed = statements(draft.vacancy, "")
    response = client.post(step(draft, "statement"), typed)

    errors = response.context["statements"].errors
    essential = draft.vacancy.criteria.filter(evidence__contains="A", requirement="essential")
    assert set(errors) == {f"criterion_{one.pk}" for one in essential}


@pytest.mark.parametrize(("length", "status"), [(4_000, 302), (4_001, 422)])
def test_an_answer_up_to_its_length(
    client: Client, draft: ApplicationDraft, length: int, status: int
) -> None:
    response = client.post(step(draft, "statement"), statements(draft.vacancy, "x" * length))

    assert response.status_code == status
    assert {len(values[0]) for values in stored(draft)["typed"]["statement"].values()} == {length}


def test_one_statement_where_the_vacancy_asks_for_one(client: Client) -> None:
    vacancy = open_vacancy(statement_per_criterion=False)
    client.post(reverse("recruitment:apply-start", args=[vacancy.public_code]))
    draft = ApplicationDraft.objects.get()
    fill_in(client, draft, without="statement")

    missing = client.post(step(draft, "statement"), {"statements-general": ""})
    client.post(step(draft, "statement"), {"statements-general": "I have run a nurture group."})
    client.post(page(draft, "check"))

    assert missing.context["statements"].errors == {"general": ["Write your supporting statement."]}
    assert list(Application.objects.get().statements.values_list("criterion", "text")) == [
        (None, "I have run a nurture group.")
    ]


def test_an_unfinished_form_is_not_sent(client: Client, draft: ApplicationDraft) -> None:
    fill_in(client, draft, without="referees")

    response = client.post(page(draft, "check"))

    assert response.status_code == 422
    assert [one.slug for one in response.context["unfinished"]] == ["referees"]
    assert not Application.objects.exists()


def test_the_check_page_leads_to_the_errors_and_back(client: Client, draft: ApplicationDraft) -> None:
    fill_in(client, draft, without="referees")

    shown = client.get(step(draft, "referees"), {"show-errors": "", "back": "check"})
    finished = client.post(step(draft, "referees"), REFEREES | {"back": "check"})

    assert shown.status_code == 200
    assert shown.context["forms"][0].errors == {
        "name": ["Name two referees, one of them your present or most recent employer."]
    }
    assert 'name="back" value="check"' in shown.content.decode()
    assert finished["Location"] == page(draft, "check")


@pytest.mark.parametrize(
    ("slug", "button", "expected"),
    [
        ("employment", "history-add", {"history-TOTAL_FORMS": ["2"]}),
        ("employment", "history-remove-0", {"history-TOTAL_FORMS": ["0"]}),
        ("referees", "referees-add", {"referees-TOTAL_FORMS": ["3"]}),
        ("referees", "referees-remove-0", {"referees-TOTAL_FORMS": ["1"], "referees-0-name": ["Sam Lowe"]}),
        ("referees", "nonsense", {"referees-0-name": ["Jo Marsh"]}),
        ("referees", "history-remove-0", {"referees-0-name": ["Jo Marsh"]}),
    ],
)
def test_rows_are_added_and_removed_by_plain_buttons(
    client: Client, draft: ApplicationDraft, slug: str, button: str, expected: dict[str, list[str]]
) -> None:
    response = client.post(step(draft, slug), answers(draft.vacancy)[slug] | {"row": button})

    typed = stored(draft)["typed"][slug]
    assert response.status_code == 302
    assert {name: typed[name] for name in expected} == expected
    assert client.get(step(draft, slug)).status_code == 200


def test_more_rows_than_anybody_needs_are_not_added(client: Client, draft: ApplicationDraft) -> None:
    client.post(step(draft, "referees"), {"referees-TOTAL_FORMS": "4", "row": "referees-add"})

    assert stored(draft)["typed"]["referees"]["referees-TOTAL_FORMS"] == ["4"]


def test_gaps_are_shown_and_can_be_filled_by_a_button(client: Client, draft: ApplicationDraft) -> None:
    fill_in(client, draft, without="employment")
    late_start = JOB | {"history-0-started": "9/2019"}

    shown = client.post(step(draft, "employment"), late_start)
    client.post(step(draft, "employment"), late_start | {"row": "history-gap-0"})
    typed = {name: values[-1] for name, values in stored(draft)["typed"]["employment"].items()}
    unnamed = client.post(step(draft, "employment"), typed)
    named = client.post(
        step(draft, "employment"), typed | {"history-1-job_title": "At home with my children"}
    )

    assert shown.context["gaps"] == [("07/2014 to 09/2019", "about 5 years and 2 months")]
    assert (typed["history-1-kind"], typed["history-1-started"], typed["history-1-ended"]) == (
        "other",
        "07/2014",
        "09/2019",
    )
    assert unnamed.context["forms"][1].errors == {"job_title": ["Say what this was."]}
    assert named["Location"] == step(draft, "statement")


def test_gaps_can_be_explained_in_words(client: Client, draft: ApplicationDraft) -> None:
    fill_in(client, draft, without="employment")

    response = client.post(
        step(draft, "employment"),
        JOB | {"history-0-started": "9/2019", "gaps-gap_explanation": "I brought up my children."},
    )

    assert response["Location"] == step(draft, "statement")


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


def test_save_and_come_back_later(client: Client, draft: ApplicationDraft) -> None:
    response = client.post(step(draft, "about-you"), {"person-given_name": "Maya", "go": "later"})
    later = client.get(response["Location"])

    assert response["Location"] == page(draft, "later")
    assert later.context["address"] == f"http://testserver{page(draft, 'check')}"
    assert stored(draft)["typed"]["about-you"] == {"person-given_name": ["Maya"]}


def test_what_was_typed_can_be_deleted(client: Client, draft: ApplicationDraft) -> None:
    response = client.post(page(draft, "later"))

    assert "Your answers are deleted" in response.content.decode()
    assert not ApplicationDraft.objects.exists()


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
