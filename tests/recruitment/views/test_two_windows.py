"""The same document under review in two windows: both keep their words, and neither is told less."""

from http import HTTPStatus

import pytest
from django.test import Client

from core.domain.permissions import Role
from core.models import School
from recruitment.models import DocumentReading, JobProfile
from tests.factories import make_user
from tests.recruitment.views import review_form
from tests.recruitment.views.review_form import address_of, fields_of, hidden_value, texts_of

pytestmark = pytest.mark.django_db
SCRIPT = {"HX-Request": "true"}


school, reading, hr = review_form.school, review_form.reading, review_form.hr


@pytest.fixture
def address(reading: DocumentReading) -> str:
    return address_of(reading)


@pytest.fixture
def window(hr: Client, reading: DocumentReading, address: str) -> dict[str, object]:
    """What the page of a window opened before any change sends."""
    page = hr.get(address).content.decode()
    return fields_of(reading) | {name: hidden_value(page, name) for name in ("seen", "was", "typed_by")}


@pytest.fixture
def elsewhere(hr: Client, reading: DocumentReading, address: str, window: dict[str, object]) -> list[str]:
    """The rows after the other window has saved its first row and the grade."""
    hr.post(address, window | {"action": "save", "row-1-text": "Child care", "profile-grade": "Grade 3"})
    return texts_of(reading)


def test_other_rows_are_saved_beside_those_of_the_other_window(
    hr: Client, reading: DocumentReading, address: str, window: dict[str, object], elsewhere: list[str]
) -> None:
    answer = hr.post(address, window | {"action": "save", "row-2-text": "Stays calm"}, headers=SCRIPT)
    page = answer.content.decode()

    assert answer.status_code == HTTPStatus.OK
    assert ["data-merged" in page, "data-trouble" in page] == [True, False]
    assert texts_of(reading) == ["Child care", "Stays calm", elsewhere[2]]
    assert reading.profile["grade"] == "Grade 3"


def test_without_scripts_it_is_said_that_both_are_saved(
    hr: Client, reading: DocumentReading, address: str, window: dict[str, object], elsewhere: list[str]
) -> None:
    page = hr.post(address, window | {"action": "save"}, follow=True).content.decode()

    assert "Saved, beside what was changed in another window." in page
    assert texts_of(reading) == elsewhere


def test_a_row_that_both_changed_is_asked_about_and_neither_is_lost(
    hr: Client, reading: DocumentReading, address: str, window: dict[str, object], elsewhere: list[str]
) -> None:
    answer = hr.post(address, window | {"action": "save", "row-1-text": "Minds children"}, headers=SCRIPT)
    page = answer.content.decode()

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert texts_of(reading) == elsewhere
    assert "\nMinds children</textarea>" in page
    assert 'data-trouble="Not saved, another window changed it too: Row 1. Choose' in page
    assert ["“Minds children”" in page, "“Child care”" in page] == [True, True]
    again = window | {name: hidden_value(page, name) for name in ("seen", "was")}
    for action in ("save", "confirm", "drop:2"):
        open_still = hr.post(address, again | {"action": action, "row-1-text": "Minds children"})
        assert open_still.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert (texts_of(reading), JobProfile.objects.count()) == (elsewhere, 0)


def test_choosing_settles_it(
    hr: Client, reading: DocumentReading, address: str, window: dict[str, object], elsewhere: list[str]
) -> None:
    typed = window | {"row-1-text": "Minds children"}
    page = hr.post(address, typed | {"action": "save"}).content.decode()
    open_page = typed | {name: hidden_value(page, name) for name in ("seen", "was")}

    theirs = hr.post(address, open_page | {"action": "theirs:row-1"})
    after_theirs = texts_of(reading)
    mine = hr.post(address, open_page | {"action": "mine:row-1"})

    assert [theirs.status_code, mine.status_code] == [HTTPStatus.FOUND] * 2
    assert (after_theirs, texts_of(reading)) == (elsewhere, ["Minds children", *elsewhere[1:]])


def test_a_press_on_an_old_page_does_not_act(
    hr: Client, reading: DocumentReading, address: str, window: dict[str, object]
) -> None:
    hr.post(address, window | {"action": "drop:1"})

    answer = hr.post(address, window | {"action": "drop:2", "row-3-text": "First aid"})

    assert "changed in another window" in answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert texts_of(reading) == ["Able to stay calm in a busy playground", "First aid"]


def test_confirming_an_old_page_waits_for_another_look(
    hr: Client, address: str, window: dict[str, object], elsewhere: list[str]
) -> None:
    answer = hr.post(address, window | {"action": "confirm"})

    assert "changed in another window" in answer.content.decode()
    assert JobProfile.objects.count() == 0


def test_nothing_is_saved_in_the_name_of_somebody_else(
    hr: Client, reading: DocumentReading, address: str, window: dict[str, object], school: School
) -> None:
    before = texts_of(reading)
    hr.force_login(make_user(Role.HR_OFFICER, school=school, name="Sam Ofori"))

    answer = hr.post(address, window | {"action": "save", "row-1-text": "Child care"})

    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Sam Ofori is signed in on this computer now." in answer.content.decode()
    assert texts_of(reading) == before
