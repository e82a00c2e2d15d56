"""Whose address counts, with and without a proxy, and what somebody may write who wants to be another."""

import pytest
from allauth.account.adapter import get_adapter
from axes.helpers import get_client_ip_address
from django.http import HttpRequest
from django.test import RequestFactory

from core.client_address import client_address, read_address

PROXY = "10.0.0.2"
BROWSER = "203.0.113.9"
INVENTED = "198.51.100.7"


def ask(forwarded: str | None = None) -> HttpRequest:
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    return RequestFactory().get("/", REMOTE_ADDR=PROXY, headers=headers)


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        (BROWSER, BROWSER),
        (f"{INVENTED}, {BROWSER}", BROWSER),
        (f"{INVENTED},{PROXY},127.0.0.1,{BROWSER}", BROWSER),
        (f"nonsense, {BROWSER}:51034", BROWSER),
        (f"{BROWSER}, nonsense", PROXY),
        (f"{BROWSER},", PROXY),
        ("", PROXY),
        (None, PROXY),
    ],
)
def test_behind_a_proxy_the_address_it_wrote_last_counts(settings, forwarded, address) -> None:
    settings.BEHIND_PROXY = True
    assert client_address(ask(forwarded)) == address


@pytest.mark.parametrize("forwarded", [BROWSER, f"{INVENTED}, {BROWSER}", "nonsense", None])
def test_without_a_proxy_nobody_can_say_who_they_are(settings, forwarded) -> None:
    settings.BEHIND_PROXY = False
    assert client_address(ask(forwarded)) == PROXY


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("203.0.113.9", "203.0.113.9"),
        (" 203.0.113.9 ", "203.0.113.9"),
        ("203.0.113.9:443", "203.0.113.9"),
        ("2001:DB8:0::1", "2001:db8::1"),
        ("[2001:db8::1]", "2001:db8::1"),
        ("[2001:db8::1]:443", "2001:db8::1"),
        ("203.0.113.256", ""),
        ("[2001:db8::1", ""),
        ("unknown", ""),
        ("", ""),
    ],
)
def test_an_address_is_read_in_its_usual_spelling(text, address) -> None:
    assert read_address(text) == address


def test_a_request_over_a_socket_has_no_address(settings) -> None:
    settings.BEHIND_PROXY = False
    assert client_address(RequestFactory().get("/", REMOTE_ADDR="")) == ""


def test_tries_to_sign_in_are_counted_for_the_same_address(settings) -> None:
    settings.BEHIND_PROXY = True
    request = ask(f"{INVENTED}, {BROWSER}")
    assert (get_client_ip_address(request), get_adapter().get_client_ip(request)) == (BROWSER, BROWSER)
