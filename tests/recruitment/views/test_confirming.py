"""The confirm button names what it does, and a version that would say nothing new is asked about first."""

from http import HTTPStatus

import pytest
from django.test import Client

from core.models import School
from recruitment.models import DocumentReading, JobProfile, JobProfileVersion
from tests.factories import make_job_profile_version
from tests.recruitment.views import review_form
from tests.recruitment.views.plain_form import PlainForm
from tests.recruitment.views.review_form import address_of, fields_of

pytestmark = pytest.mark.django_db
school, reading, hr = review_form.school, review_form.reading, review_form.hr


@pytest.fixture
def confirmed(hr: Client, reading: DocumentReading) -> JobProfileVersion:
    hr.post(address_of(reading), fields_of(reading, action="confirm"))
    return JobProfileVersion.objects.get()


@pytest.fixture
def again(confirmed: JobProfileVersion, school: School) -> DocumentReading:
    """The same document, read once more."""
    return review_form.read_again(school, "again.txt")


def test_without_another_profile_it_is_simply_confirmed(hr: Client, reading: DocumentReading) -> None:
    assert "Confirm this job profile</button>" in hr.get(address_of(reading)).content.decode()


def test_the_button_names_the_version_it_makes(hr: Client, again: DocumentReading) -> None:
    page = hr.get(address_of(again)).content.decode()
    other = hr.post(address_of(again), fields_of(again, action="save", next_version_of=""), follow=True)

    assert "<span data-act-said data-needs-script>Confirm as version 2 of Midday Supervisor</span>" in page
    assert 'data-act="Confirm as a new job profile"' in page
    assert "data-needs-script>Confirm as a new job profile</span>" in other.content.decode()


def test_the_button_of_a_revision_names_its_version(hr: Client, school: School) -> None:
    version = make_job_profile_version(school=school)
    hr.post(f"/job-profiles/{version.job_profile_id}/revise/")

    page = hr.get(address_of(DocumentReading.objects.get())).content.decode()

    assert "Confirm as version 2 of Learning Mentor</button>" in page


def test_a_version_that_says_the_same_is_made_only_when_that_is_meant(
    hr: Client, again: DocumentReading, confirmed: JobProfileVersion
) -> None:
    page = hr.get(address_of(again)).content.decode()
    sent = PlainForm(page, "review-form").press("confirm")
    asked = hr.post(address_of(again), sent)
    words = asked.content.decode()
    assert asked.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f"This says the same as version 1, which {confirmed.confirmed_by.name} confirmed on" in words
    assert ['href="#same_meant"' in words, "Nothing stands in the way" in words] == [True, False]
    assert JobProfileVersion.objects.count() == 1

    hr.post(address_of(again), PlainForm(words, "review-form").press("confirm") | {"same_meant": "1"})

    assert list(confirmed.job_profile.versions.order_by("number").values_list("number", flat=True)) == [1, 2]


@pytest.mark.parametrize(
    "change",
    [
        {"row-1-text": "Experience of minding children"},
        {"row-1-evidence": ["A"]},
        {"row-2-section": "Skills"},
        {"profile-grade": "Scale 3"},
        {"key-I": "Panel interview"},
    ],
)
def test_whatever_differs_makes_it_another_version(
    hr: Client, again: DocumentReading, confirmed: JobProfileVersion, change: dict[str, object]
) -> None:
    page = hr.get(address_of(again)).content.decode()

    hr.post(address_of(again), PlainForm(page, "review-form").press("confirm") | change)

    assert confirmed.job_profile.versions.count() == 2


def test_the_same_words_may_be_another_profile(
    hr: Client, again: DocumentReading, confirmed: JobProfileVersion
) -> None:
    hr.post(address_of(again), fields_of(again, action="confirm", next_version_of=""))

    assert JobProfile.objects.count() == 2


def test_a_letter_chosen_in_the_key_stays_until_it_has_been_changed(
    hr: Client, reading: DocumentReading
) -> None:
    half = {"action": "letter", "letter-from": "I", "letter-to": ""}
    refused = hr.post(address_of(reading), fields_of(reading, **half))
    page = refused.content.decode()

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert ['<option value="I" selected>' in page, 'href="#letter-to"' in page] == [True, True]
    assert 'id="letter-to" name="letter-to" aria-invalid="true"' in page


def test_for_one_row_the_buttons_speak_of_one(hr: Client, reading: DocumentReading) -> None:
    typed = fields_of(reading, action="save", **{"row-1-evidence": []})
    del typed["row-2-requirement"]
    hr.post(address_of(reading), typed)

    page = hr.get(address_of(reading)).content.decode()

    assert ["It is essential</button>" in page, "All are essential" in page] == [True, False]
    assert "(A, I)</button>" in page
