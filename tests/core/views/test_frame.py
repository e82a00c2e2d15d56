"""Error pages and account pages in our own frame and words."""

from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from django.views.csrf import csrf_failure
from django.views.defaults import bad_request, page_not_found, permission_denied, server_error

from core.domain.permissions import Role
from tests.factories import make_school, make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("view", "arguments", "code", "title"),
    [
        (bad_request, (ValueError(),), 400, "That did not arrive in one piece"),
        (permission_denied, (PermissionError(),), 403, "Your role does not open this page"),
        (csrf_failure, (), 403, "This page had been open too long"),
        (page_not_found, (LookupError(),), 404, "We cannot find that page"),
        (server_error, (), 500, "Something went wrong on our side"),
    ],
)
def test_error_pages_say_what_happened_and_lead_home(view, arguments, code: int, title: str) -> None:
    answer = view(RequestFactory().get("/nowhere/"), *arguments)
    page = answer.content.decode()

    assert answer.status_code == code
    assert f"<h1>{title}</h1>" in page
    assert '<a class="btn btn-primary" href="/">' in page


def test_server_error_needs_neither_request_nor_database() -> None:
    assert "Something went wrong on our side" in render_to_string("500.html")


def test_server_error_asks_no_database(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        server_error(RequestFactory().get("/"))


def test_sign_in_page_labels_its_fields_and_has_no_menu(client: Client) -> None:
    page = client.get(reverse("account_login")).content.decode()

    assert '<label for="id_login">E-mail address</label>' in page
    assert '<label for="id_password">Password</label>' in page
    assert "site-nav" not in page
    assert "user-menu" not in page


def test_sign_in_with_nothing_filled_in_names_both_fields(client: Client) -> None:
    page = client.post(reverse("account_login"), {}).content.decode()

    assert '<a href="#id_login">Fill in “E-mail address”.</a>' in page
    assert '<a href="#id_password">Fill in “Password”.</a>' in page
    assert "<title>Error: Sign in – Appoint</title>" in page


def test_sign_in_that_fails_does_not_say_which_part_was_wrong(client: Client) -> None:
    make_user(Role.HR_OFFICER, school=make_school(), email="r.marsh@ashdown.example")
    pages = [
        client.post(reverse("account_login"), {"login": email, "password": "not this one"}).content.decode()
        for email in ("r.marsh@ashdown.example", "nobody@ashdown.example")
    ]

    said = "<li>That e-mail address and password do not go together. Check both.</li>"
    assert [said in page for page in pages] == [True, True]


@pytest.fixture
def fail_to_sign_in(settings) -> Callable[[str], HttpResponse]:
    settings.AXES_ENABLED = True
    client = Client()

    def fail(email: str) -> HttpResponse:
        return client.post(reverse("account_login"), {"login": email, "password": "not this one"})

    return fail


def test_too_many_tries_lock_one_person_and_say_for_how_long(fail_to_sign_in, settings) -> None:
    make_user(Role.HR_OFFICER, school=make_school(), email="r.marsh@ashdown.example")
    codes = [
        fail_to_sign_in("r.marsh@ashdown.example").status_code for _ in range(settings.AXES_FAILURE_LIMIT)
    ]
    page = fail_to_sign_in("r.marsh@ashdown.example").content.decode()

    assert codes == [200] * (settings.AXES_FAILURE_LIMIT - 1) + [429]
    assert "<h1>Too many tries</h1>" in page
    assert "signing in as <strong>r.marsh@ashdown.example</strong> is closed for a while" in page
    assert "Wait 30 minutes" in page
    assert fail_to_sign_in("a.siddiqui@ashdown.example").status_code == 200


def test_sign_up_is_closed(client: Client) -> None:
    page = client.get(reverse("account_signup")).content.decode()

    assert "<h1>Accounts are made by your school</h1>" in page
    assert get_user_model().objects.count() == 0


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("account_reset_password", "Forgotten your password?"),
        ("account_reset_password_done", "Look in your e-mail"),
        ("account_reset_password_from_key_done", "Your password is saved"),
        ("account_inactive", "This account is closed"),
    ],
)
def test_pages_around_sign_in(client: Client, name: str, title: str) -> None:
    assert f"<h1>{title}</h1>" in client.get(reverse(name)).content.decode()


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("account_change_password", "Change your password"),
        ("account_email", "Your e-mail addresses"),
        ("account_logout", "Sign out?"),
        ("account_reauthenticate", "Is it still you?"),
        ("mfa_index", "Two-step sign-in"),
        ("mfa_list_webauthn", "Security keys"),
    ],
)
def test_account_pages_of_somebody_signed_in(client: Client, name: str, title: str) -> None:
    client.force_login(make_user(Role.HR_OFFICER, school=make_school(), name="Rosalind Marsh"))
    page = client.get(reverse(name)).content.decode()

    assert f">{title}</h1>" in page
    assert '<span class="user-name">Rosalind Marsh</span><span class="user-role">HR officer</span>' in page


def test_signing_out_is_a_post_with_the_token(client: Client) -> None:
    client.force_login(make_user(Role.STAFF_MEMBER, school=make_school()))
    page = client.get(reverse("mfa_index")).content.decode()

    form = page.split(f'<form method="post" action="{reverse("account_logout")}">')[1].split("</form>")[0]
    assert "csrfmiddlewaretoken" in form
    assert client.post(reverse("account_logout")).status_code == 302
    assert "_auth_user_id" not in client.session


def test_reset_mail_is_written_in_our_words(client: Client, mailoutbox) -> None:
    make_user(Role.HR_OFFICER, school=make_school(), email="r.marsh@ashdown.example")
    client.post(reverse("account_reset_password"), {"email": "r.marsh@ashdown.example"})

    assert len(mailoutbox) == 1
    assert mailoutbox[0].subject.endswith("Choose a new password")
    assert "It works once:\nhttp://testserver/account/password/reset/key/" in mailoutbox[0].body
    assert "&" not in mailoutbox[0].body


def test_reset_mail_for_an_unknown_address_offers_no_sign_up(client: Client, mailoutbox) -> None:
    client.post(reverse("account_reset_password"), {"email": "nobody@ashdown.example"})

    assert len(mailoutbox) == 1
    assert mailoutbox[0].subject.endswith("There is no account for this address")
    assert "signup" not in mailoutbox[0].body
