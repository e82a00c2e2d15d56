"""A document set aside or confirmed while another window had it open: nothing is saved, nothing is lost."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from recruitment.domain.rows import list_kept
from recruitment.models import DocumentReading, JobProfileVersion
from recruitment.selectors.drafts import draft_of
from tests.recruitment.views import test_two_windows as two_windows
from tests.recruitment.views.plain_form import PlainForm
from tests.recruitment.views.review_form import hidden_value, texts_of
from tests.recruitment.views.test_two_windows import SCRIPT

pytestmark = pytest.mark.django_db
school, reading, hr, address, window = (
    two_windows.school,
    two_windows.reading,
    two_windows.hr,
    two_windows.address,
    two_windows.window,
)
TYPED = {"row-1-text": "Typed in the old window"}


@pytest.fixture
def set_aside(hr: Client, reading: DocumentReading, window: dict[str, object]) -> list[str]:
    """The rows of the document when it was set aside; the window had been opened before."""
    hr.post(reverse("recruitment:reading-discard", args=[reading.pk]))
    return texts_of(reading)


@pytest.fixture
def version(hr: Client, address: str, window: dict[str, object]) -> JobProfileVersion:
    """What the other window made of the document."""
    hr.post(address, window | {"action": "confirm"})
    return JobProfileVersion.objects.get()


def test_what_was_set_aside_is_only_to_be_looked_at(hr: Client, address: str, set_aside: list[str]) -> None:
    page = hr.get(address).content.decode()

    assert [words in page for words in set_aside] == [True] * 3
    assert [button for button, _ in PlainForm(page, "review-form").buttons] == []
    assert ["<textarea" in page, "Nothing stands in the way" in page, "discarded" in page] == [False] * 3
    assert "Take it up again" in page


def test_setting_aside_leads_back(hr: Client, reading: DocumentReading, address: str) -> None:
    answer = hr.post(reverse("recruitment:reading-discard", args=[reading.pk]), follow=True)

    assert f'<a href="{address}">Look at it, or take it up again</a>' in answer.content.decode()


def test_a_script_is_never_told_that_it_is_saved(
    hr: Client, reading: DocumentReading, address: str, window: dict[str, object], set_aside: list[str]
) -> None:
    for action in ("save", "drop:2", "confirm"):
        answer = hr.post(address, window | TYPED | {"action": action}, headers=SCRIPT)
        part = answer.content.decode()

        assert (answer.status_code, texts_of(reading)) == (HTTPStatus.CONFLICT, set_aside)
        assert ['id="review"' in part, "<html" in part] == [False, False]
        assert 'data-said="Not saved: this document was set aside.' in part
    asked = hr.get(address, headers=SCRIPT)
    assert (asked.status_code, 'data-token="' in asked.content.decode()) == (HTTPStatus.CONFLICT, True)


def test_without_scripts_what_was_typed_is_shown_and_saved_by_taking_it_up_again(
    hr: Client, reading: DocumentReading, address: str, window: dict[str, object], set_aside: list[str]
) -> None:
    answer = hr.post(address, window | TYPED | {"action": "save"})
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "“Typed in the old window”" in page
    assert texts_of(reading) == set_aside

    sent = {name: hidden_value(page, name) for name in ("was", "typed_by", "row-1-text", "row-1-section")}
    sent |= {"row-1-requirement": "essential", "row-1-evidence": ["A", "I"], "action": "take-up"}
    opened = hr.post(address, sent, follow=True).content.decode()

    assert texts_of(reading) == ["Typed in the old window", *set_aside[1:]]
    assert ("open for review again" in opened, reading.status) == (True, "open")


def test_a_script_takes_it_up_again_with_what_was_typed(
    hr: Client, reading: DocumentReading, address: str, window: dict[str, object], set_aside: list[str]
) -> None:
    answer = hr.post(address, window | TYPED | {"action": "take-up"}, headers=SCRIPT)

    assert (answer.status_code, 'id="review"' in answer.content.decode()) == (HTTPStatus.OK, True)
    assert texts_of(reading) == ["Typed in the old window", *set_aside[1:]]


def test_who_confirmed_it_and_when_is_said_with_a_link(
    hr: Client, address: str, window: dict[str, object], version: JobProfileVersion
) -> None:
    answer = hr.post(address, window | TYPED | {"action": "save"}, headers=SCRIPT)
    part = answer.content.decode()
    shown = reverse("recruitment:job-profile-version", args=[version.job_profile_id, 1])

    assert answer.status_code == HTTPStatus.CONFLICT
    assert f"{version.confirmed_by.name} confirmed it on " in part
    assert f'<a href="{shown}">Midday Supervisor, version 1</a>' in part
    assert version.person_specification.criteria.order_by("position")[0].text != TYPED["row-1-text"]


def test_what_was_typed_goes_to_the_next_version(
    hr: Client, address: str, window: dict[str, object], version: JobProfileVersion
) -> None:
    page = hr.post(address, window | TYPED | {"action": "save"}).content.decode()
    assert "Put it into the next version" in page

    answer = hr.post(address, window | TYPED | {"action": "carry-over"}, follow=True)

    draft = DocumentReading.objects.get(revises=version.job_profile)
    kept = [row.text for row in list_kept(draft_of(draft).rows)]
    before = list(version.person_specification.criteria.order_by("position").values_list("text", flat=True))
    assert kept == ["Typed in the old window", *before[1:]]
    assert answer.redirect_chain[-1][0].startswith(reverse("recruitment:reading-review", args=[draft.pk]))
    assert JobProfileVersion.objects.count() == 1


def test_with_nothing_typed_the_old_window_leads_to_the_version(
    hr: Client, address: str, window: dict[str, object], version: JobProfileVersion
) -> None:
    answer = hr.post(address, window | {"action": "drop:2"}, follow=True)

    assert answer.redirect_chain[-1][0] == reverse(
        "recruitment:job-profile-version", args=[version.job_profile_id, 1]
    )
    assert "has already been confirmed, by " in answer.content.decode()
