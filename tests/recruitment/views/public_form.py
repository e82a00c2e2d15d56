"""The public form as a browser sends it, with a good answer to every step."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from recruitment.models import ApplicationDraft, Vacancy
from tests.factories import make_vacancy

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


def open_vacancy(**fields: Any) -> Vacancy:
    today = timezone.localdate()
    dates = {"opens_date": today - timedelta(days=7), "closes_date": today + timedelta(days=7)}
    return make_vacancy(**dates | fields)


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
