"""The same file uploaded again while it is open for review: a word and a way back, and no refusal."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from core.models import School, User
from recruitment.models import DocumentReading
from tests.factories import make_school, make_user
from tests.recruitment.views.review_form import UPLOAD, WORDS, address_of

pytestmark = pytest.mark.django_db
OWN = "You already have this document open for review"
THEIRS = "This document is already open for review"


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def user(school: School) -> User:
    return make_user(Role.HR_OFFICER, school=school)


def upload(client: Client, user: User, school: School, words: str = WORDS) -> tuple[DocumentReading, str]:
    """The reading, and the page that the upload led to."""
    client.force_login(user)
    file = SimpleUploadedFile("midday.txt", words.encode())
    page = client.post(UPLOAD, {"school": school.pk, "file": file}, follow=True).content.decode()
    return DocumentReading.objects.latest("pk"), page


def test_the_second_upload_points_to_the_first_and_can_be_gone_on_with(
    client: Client, user: User, school: School
) -> None:
    first, page_of_first = upload(client, user, school)
    second, page = upload(client, user, school)

    assert [OWN in page_of_first, OWN in client.get(address_of(first)).content.decode()] == [False, False]
    assert [OWN in page, f'href="{address_of(first)}"' in page, 'id="review-form"' in page] == [True] * 3
    assert second.status == "open"


def test_a_colleague_who_uploaded_it_is_named(client: Client, user: User, school: School) -> None:
    upload(client, make_user(Role.HR_OFFICER, school=school, name="Sam Ofori"), school)
    _, page = upload(client, user, school)

    assert [THEIRS in page, "Sam Ofori uploaded it." in page, OWN in page] == [True, True, False]


def test_another_school_learns_nothing(client: Client, user: User, school: School) -> None:
    theirs = make_school()
    upload(client, make_user(Role.HR_OFFICER, school=theirs), theirs)
    _, page = upload(client, user, school)

    assert [OWN in page, THEIRS in page] == [False, False]


def test_a_document_set_aside_or_changed_is_not_the_same(client: Client, user: User, school: School) -> None:
    first, _ = upload(client, user, school)
    _, other = upload(client, user, school, words=f"{WORDS}Patience\tX\t\tI\n")
    client.post(reverse("recruitment:reading-discard", args=[first.pk]))
    _, again = upload(client, user, school)

    assert [OWN in other, OWN in again] == [False, False]
