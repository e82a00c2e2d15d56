"""Uploading or pasting a job document: what is taken, what is refused, and nothing typed lost."""

import re
from http import HTTPStatus
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.domain.permissions import Role
from core.models import Document, School
from recruitment.models import DocumentReading
from tests.factories import make_job_profile_version, make_school, make_user
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

UPLOAD = "/job-profiles/upload/"
DOCUMENTS = Path(__file__).resolve().parents[3] / "fixtures" / "documents"
WORDS = (
    "Job title: Midday Supervisor\n\nPerson specification\nEssential\n- Experience of caring for children\n"
)


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def hr(client: Client, school: School) -> Client:
    client.force_login(make_user(Role.HR_OFFICER, school=school))
    return client


def address(reading: DocumentReading) -> str:
    return reverse("recruitment:reading-review", args=[reading.pk])


def upload(client: Client, school: School, name: str, data: bytes, **fields: str) -> object:
    return client.post(UPLOAD, {"school": school.pk, "file": SimpleUploadedFile(name, data), **fields})


def test_cancel_is_a_link_to_where_the_upload_began(hr: Client, school: School) -> None:
    profile = make_job_profile_version(school=school).job_profile

    pages = [hr.get(UPLOAD), hr.get(UPLOAD, {"profile": profile.pk})]

    cancels = [
        re.findall(r"<(\w+) [^>]*?(?:href=\"([^\"]*)\")?><span>Cancel<", page.content.decode())
        for page in pages
    ]
    assert cancels == [[("a", "/job-profiles/")], [("a", f"/job-profiles/{profile.pk}/")]]


def test_upload_leads_to_the_review(hr: Client, school: School) -> None:
    answer = upload(hr, school, "mentor.docx", (DOCUMENTS / "learning-mentor-elsa.docx").read_bytes())

    reading = DocumentReading.objects.get()
    assert answer.headers["Location"] == address(reading)
    assert hr.get(address(reading)).context["review"].kept_count == 20


def test_pasting_leads_to_the_review(hr: Client, school: School) -> None:
    answer = hr.post(UPLOAD, {"school": school.pk, "text": WORDS, "name": "From the council"})

    reading = DocumentReading.objects.get()
    assert answer.headers["Location"] == address(reading)
    assert (reading.source_name, reading.document) == ("From the council", None)


def test_pasted_words_without_a_name_are_named_by_the_day(hr: Client, school: School) -> None:
    hr.post(UPLOAD, {"school": school.pk, "text": WORDS})

    assert DocumentReading.objects.get().source_name.startswith(f"Pasted on {timezone.localdate():%d/%m/%Y}")


def test_a_file_that_cannot_be_read_is_refused_in_plain_words(hr: Client, school: School) -> None:
    answer = upload(hr, school, "letter.rtf", b"{\\rtf1 Dear all}", text=" ")
    page = answer.content.decode()

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "This is a rich text file (RTF), even if its name says otherwise." in page
    assert (Document.objects.count(), DocumentReading.objects.count()) == (0, 0)


def test_neither_file_nor_words_is_said(hr: Client, school: School) -> None:
    answer = hr.post(UPLOAD, {"school": school.pk, "name": "From the council"})

    assert 'value="From the council"' in answer.content.decode()
    assert answer.context["form"].errors == {
        "file": ["Choose a file, or paste the words of the document below."]
    }


def test_file_and_words_together_keep_the_words(hr: Client, school: School) -> None:
    answer = upload(hr, school, "a.txt", WORDS.encode(), text="My pasted words")

    assert list(answer.context["form"].errors) == ["text"]
    assert "My pasted words" in answer.content.decode()


def test_one_school_is_not_asked_for_and_several_are(client: Client, school: School) -> None:
    user = make_user(Role.HR_OFFICER, school=school)
    client.force_login(user)
    one = client.get(UPLOAD).content.decode()
    user.roles.create(role=Role.HR_OFFICER, school=make_school(name="Zion Primary"), granted_at=NOW)
    several = client.get(UPLOAD).content.decode()

    assert ["Zion Primary" in one, "Zion Primary" in several] == [False, True]
    assert ["<select" in one, "<select" in several] == [False, True]


def test_a_document_can_be_uploaded_as_the_next_version(hr: Client, school: School) -> None:
    version = make_job_profile_version(school=school)

    hr.post(f"{UPLOAD}?profile={version.job_profile_id}", {"school": school.pk, "text": WORDS})

    assert DocumentReading.objects.get().revises_id == version.job_profile_id


@pytest.mark.parametrize("profile", ["x", "0", "999999"])
def test_the_next_version_of_nothing_is_not_found(hr: Client, profile: str) -> None:
    assert hr.get(UPLOAD, {"profile": profile}).status_code == HTTPStatus.NOT_FOUND


def test_the_next_version_of_a_strangers_profile_is_not_found(hr: Client) -> None:
    theirs = make_job_profile_version().job_profile_id

    assert hr.get(UPLOAD, {"profile": theirs}).status_code == HTTPStatus.NOT_FOUND


def test_a_school_one_holds_no_role_at_cannot_be_chosen(hr: Client) -> None:
    hr.post(UPLOAD, {"school": make_school().pk, "text": WORDS})

    assert DocumentReading.objects.count() == 0


def test_the_original_comes_as_an_attachment(hr: Client, school: School) -> None:
    data = (DOCUMENTS / "learning-mentor-elsa.pdf").read_bytes()
    upload(hr, school, "mentor.pdf", data)

    answer = hr.get(reverse("recruitment:reading-document", args=[DocumentReading.objects.get().pk]))

    assert b"".join(answer.streaming_content) == data
    assert answer.headers["Content-Disposition"] == 'attachment; filename="mentor.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
