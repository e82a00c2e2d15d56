"""What the upload form and the review page send, however little or odd it is."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict

from core.models import School
from recruitment.domain.person_specification import Duty
from recruitment.domain.profile_draft import ProfileDraft
from recruitment.domain.review import Answers
from recruitment.domain.review_edit import Press
from recruitment.domain.rows import Correction
from recruitment.forms.job_profiles import UploadForm, read_press
from tests.factories import make_school


def test_a_press_with_nothing_keeps_everything() -> None:
    assert read_press(QueryDict(""), [1, 2]) == Press()


def test_a_row_is_read_whole() -> None:
    data = QueryDict(
        "row-4-text=Kind&row-4-section=Attributes&row-4-requirement=desirable"
        "&row-4-evidence=I&row-4-evidence=A&row-4-trainable=1&action=split:4"
    )

    assert read_press(data, [4]) == Press(
        None, {4: Correction("Kind", "Attributes", "desirable", "IA", is_trainable=True)}, "split:4"
    )


@pytest.mark.parametrize("requirement", ["", "perhaps", "Essential"])
def test_an_unknown_requirement_is_not_stated(requirement: str) -> None:
    data = QueryDict(f"row-1-text=Kind&row-1-requirement={requirement}")

    assert read_press(data, [1]).corrections[1].requirement is None


def test_rows_that_are_not_in_the_reading_are_not_read() -> None:
    assert read_press(QueryDict("row-7-text=Planted"), [1]).corrections == {}


def test_the_head_of_the_profile() -> None:
    data = QueryDict(mutable=True)
    data.update(
        {
            "profile-title": "  Learning   Mentor ",
            "profile-purpose": "First.\r\nSecond.",
            "duty-0-section": "",
            "duty-0-texts": "Run groups\r\n\r\n  Keep   records ",
            "duty-1-section": "Home",
            "duty-1-texts": "Visit",
            "duty-3-texts": "Beyond a gap",
        }
    )

    assert read_press(data, []).profile == ProfileDraft(
        title="Learning Mentor",
        purpose="First.\nSecond.",
        duties=(Duty(None, "Run groups"), Duty(None, "Keep records"), Duty("Home", "Visit")),
    )


def test_answers_beside_the_confirm_button_are_kept_as_typed() -> None:
    assert read_press(QueryDict("review_date=next summer&next_version_of=3"), []).answers == Answers(
        "next summer", "3"
    )


@pytest.fixture
def schools() -> list[School]:
    return [make_school(name="Ashfield"), make_school(name="Birchwood")]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("has_file", "text", "errors"),
    [
        (True, "", []),
        (False, "Person specification", []),
        (False, "", ["file"]),
        (False, "   ", ["file"]),
        (True, "Person specification", ["text"]),
    ],
)
def test_a_file_or_pasted_words(schools: list[School], has_file: bool, text: str, errors: list[str]) -> None:
    files = {"file": SimpleUploadedFile("a.txt", b"Words")} if has_file else {}

    form = UploadForm({"school": schools[0].pk, "text": text}, files, schools=schools)

    assert list(form.errors) == errors


@pytest.mark.django_db
def test_an_empty_file_is_named_and_not_called_missing(schools: list[School]) -> None:
    form = UploadForm({"school": schools[0].pk}, {"file": SimpleUploadedFile("a.txt", b"")}, schools=schools)

    assert form.errors["file"] == [
        "This file is empty. Check that it opens on your own computer, then choose it again."
    ]


@pytest.mark.django_db
def test_another_school_cannot_be_chosen(schools: list[School]) -> None:
    form = UploadForm({"school": schools[1].pk, "text": "Words"}, {}, schools=schools[:1])

    assert list(form.errors) == ["school"]
