"""Answers on the public form: mistakes said, rows added, gaps asked about, nothing lost."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from recruitment.models import Application, ApplicationDraft, Vacancy
from tests.recruitment.views.public_form import (
    JOB,
    REFEREES,
    answers,
    fill_in,
    open_vacancy,
    page,
    statements,
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


@pytest.mark.parametrize(("slug", "leads_to"), [("about-you", "apply"), ("education", "about-you")])
def test_going_back_keeps_what_was_typed_right_or_wrong(
    client: Client, draft: ApplicationDraft, slug: str, leads_to: str
) -> None:
    typed = {"person-given_name": "Maya", "person-email": "not an address", "qualifications-0-title": "NVQ"}

    response = client.post(step(draft, slug), typed | {"go": "back"})

    advert = reverse("recruitment:apply", args=[draft.vacancy.public_code])
    assert response["Location"] == (
        f"{advert}?form={draft.token}" if leads_to == "apply" else step(draft, leads_to)
    )
    assert stored(draft)["typed"][slug] == {name: [value] for name, value in typed.items()}


def test_the_post_leads_back_to_a_form_that_has_been_begun(client: Client, draft: ApplicationDraft) -> None:
    advert = reverse("recruitment:apply", args=[draft.vacancy.public_code])

    pages = {
        form: client.get(f"{advert}?form={form}").content.decode() for form in (draft.token, "of-nobody")
    }

    link = f'href="{page(draft, "check")}"'
    assert [(link in shown, "Start now" in shown) for shown in pages.values()] == [
        (True, False),
        (False, True),
    ]
