"""Signed out in the middle of a review, without scripts: what was typed is there again after signing in."""

from collections.abc import Iterator
from http import HTTPStatus

import pytest
from django.core.cache import cache
from django.test import Client

from core.domain.permissions import Role
from core.kept_forms import MOST_CHARACTERS, sign_author
from core.models import School, User
from recruitment.domain.rows import list_kept
from recruitment.models import DocumentReading
from recruitment.selectors.drafts import draft_of
from recruitment.services.readings import start_reading
from tests.factories import make_actor, make_user
from tests.factories.people import NOW
from tests.recruitment.views import review_form
from tests.recruitment.views.review_form import WORDS, address_of, fields_of, hidden_value

pytestmark = pytest.mark.django_db
PASSWORD = "a long pass phrase"
TYPED = "Typed while the session ended"
HERE_AGAIN = "What you typed is here again, but not saved yet"
ORIGIN = {"Origin": "http://testserver"}


@pytest.fixture(autouse=True)
def count_sign_ins_anew() -> Iterator[None]:
    """An address that signs in as often as these tests do would be slowed down."""
    cache.clear()
    yield
    cache.clear()


school, reading = review_form.school, review_form.reading


@pytest.fixture
def user(school: School) -> User:
    return make_user(Role.HR_OFFICER, school=school)


@pytest.fixture
def browser() -> Client:
    return Client(enforce_csrf_checks=True)


def sign_in(browser: Client, user: User, then: str = "/") -> str:
    login = f"/account/login/?next={then}"
    page = browser.get(login).content.decode()
    fields = {"login": user.email, "password": PASSWORD, "csrfmiddlewaretoken": token_of(page), "next": then}
    answer = browser.post(login, fields)
    assert answer.status_code == HTTPStatus.FOUND
    return answer.headers["Location"]


def token_of(page: str) -> str:
    return page.split('name="csrfmiddlewaretoken" value="')[1].split('"', maxsplit=1)[0]


def typed_on(browser: Client, reading: DocumentReading, **changes: str) -> dict[str, object]:
    """All that the page sends, with one row typed over."""
    page = browser.get(address_of(reading)).content.decode()
    hidden = {name: hidden_value(page, name) for name in ("seen", "was", "typed_by")}
    token = {"csrfmiddlewaretoken": token_of(page)}
    return fields_of(reading) | hidden | token | {"action": "save", "row-1-text": TYPED} | changes


def first_row(reading: DocumentReading) -> str:
    reading.refresh_from_db()
    return list_kept(draft_of(reading).rows)[0].text


def test_what_was_sent_signed_out_is_there_after_signing_in_and_can_be_saved(
    browser: Client, reading: DocumentReading, user: User
) -> None:
    sign_in(browser, user)
    sent = typed_on(browser, reading)
    del browser.cookies["sessionid"]

    answer = browser.post(address_of(reading), sent)
    assert answer.headers["Location"] == f"/account/login/?next={address_of(reading)}"
    assert sign_in(browser, user, then=address_of(reading)) == address_of(reading)
    page = browser.get(address_of(reading)).content.decode()

    assert [HERE_AGAIN in page, f"\n{TYPED}</textarea>" in page] == [True, True]
    assert first_row(reading) == "Experience of caring for children"
    browser.post(address_of(reading), typed_on(browser, reading))
    assert first_row(reading) == TYPED
    assert HERE_AGAIN not in browser.get(address_of(reading)).content.decode()


def test_signed_in_again_in_another_tab_the_old_page_still_keeps_the_words(
    browser: Client, reading: DocumentReading, user: User
) -> None:
    sign_in(browser, user)
    sent = typed_on(browser, reading)
    del browser.cookies["sessionid"]
    sign_in(browser, user)

    answer = browser.post(address_of(reading), sent, headers=ORIGIN)
    page = browser.get(answer.headers["Location"]).content.decode()

    assert answer.headers["Location"] == address_of(reading)
    assert [HERE_AGAIN in page, f"\n{TYPED}</textarea>" in page] == [True, True]


def test_words_kept_beside_a_change_of_another_window_are_asked_about(
    browser: Client, reading: DocumentReading, user: User
) -> None:
    sign_in(browser, user)
    sent = typed_on(browser, reading)
    browser.post(address_of(reading), sent | {"row-1-text": "Child care"})
    del browser.cookies["sessionid"]
    browser.post(address_of(reading), sent)
    sign_in(browser, user)

    page = browser.get(address_of(reading)).content.decode()

    assert ["“Child care”" in page, f"\n{TYPED}</textarea>" in page] == [True, True]


def test_somebody_else_who_signs_in_is_not_shown_the_words(
    browser: Client, reading: DocumentReading, user: User, school: School
) -> None:
    sign_in(browser, user)
    sent = typed_on(browser, reading)
    del browser.cookies["sessionid"]
    browser.post(address_of(reading), sent)
    sign_in(browser, make_user(Role.HR_OFFICER, school=school))

    page = browser.get(address_of(reading)).content.decode()

    assert [HERE_AGAIN in page, TYPED in page] == [False, False]
    assert "kept_form" not in browser.session


def test_somebody_else_in_the_other_tab_is_told_plainly(
    browser: Client, reading: DocumentReading, user: User, school: School
) -> None:
    sign_in(browser, user)
    sent = typed_on(browser, reading)
    del browser.cookies["sessionid"]
    sign_in(browser, make_user(Role.HR_OFFICER, school=school, name="Sam Ofori"))

    answer = browser.post(address_of(reading), sent, headers=ORIGIN)

    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Sam Ofori is signed in on this computer now." in answer.content.decode()
    assert "kept_form" not in browser.session


@pytest.mark.parametrize(
    ("headers", "changes"),
    [
        ({"Origin": "https://elsewhere.example"}, {}),
        ({}, {}),
        (ORIGIN | {"HX-Request": "true"}, {}),
        (ORIGIN, {"typed_by": ""}),
        (ORIGIN, {"row-1-text": "x" * (MOST_CHARACTERS + 1)}),
    ],
)
def test_what_no_form_of_ours_sent_is_not_kept(
    browser: Client, reading: DocumentReading, user: User, headers: dict[str, str], changes: dict[str, str]
) -> None:
    sign_in(browser, user)
    sent = typed_on(browser, reading, **changes)
    del browser.cookies["sessionid"]
    sign_in(browser, user)

    answer = browser.post(address_of(reading), sent, headers=headers)

    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "kept_form" not in browser.session


@pytest.mark.parametrize("author", ["", "1", "1:forged"])
def test_strangers_cannot_fill_the_table_of_sessions(
    browser: Client, reading: DocumentReading, user: User, author: str
) -> None:
    sign_in(browser, user)
    sent = typed_on(browser, reading, typed_by=author)
    del browser.cookies["sessionid"]

    browser.post(address_of(reading), sent)

    assert "sessionid" not in browser.cookies


def test_saving_another_document_does_not_forget_the_words(
    browser: Client, reading: DocumentReading, user: User
) -> None:
    by = make_actor(Role.HR_OFFICER, school=reading.school)
    other = start_reading(school_id=reading.school_id, by=by, now=NOW, source_name="other.txt", text=WORDS)
    sign_in(browser, user)
    sent = typed_on(browser, reading)
    del browser.cookies["sessionid"]
    browser.post(address_of(reading), sent)
    sign_in(browser, user)

    browser.post(address_of(other), typed_on(browser, other))

    assert HERE_AGAIN in browser.get(address_of(reading)).content.decode()


def test_other_forms_are_not_kept(browser: Client, user: User) -> None:
    sign_in(browser, user)
    page = browser.get("/job-profiles/upload/").content.decode()
    del browser.cookies["sessionid"]

    browser.post(
        "/job-profiles/upload/",
        {"typed_by": sign_author(user.pk), "text": "x", "csrfmiddlewaretoken": token_of(page)},
    )

    assert "sessionid" not in browser.cookies
