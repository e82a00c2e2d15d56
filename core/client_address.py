"""Whose address a request comes from: what is counted for one must not be counted for a whole school."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address of the browser; empty where none is known.

    Behind a proxy everybody comes from the proxy, which adds the address it was asked from at the end of
    ``X-Forwarded-For``. Only that last one is believed: whatever stands before it came with the request, and
    anybody can write it. Without a proxy nothing of the header is believed.
    """
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    return read_address(forwarded.rpartition(",")[2]) or request.META.get("REMOTE_ADDR", "")


def read_address(text: str) -> str:
    """An IP address in its usual spelling, without the port some proxies add; empty for anything else."""
    text = text.strip()
    try:
        return str(ip_address(text))
    except ValueError:
        pass
    try:
        return str(ip_address(urlsplit(f"//{text}").hostname or ""))
    except ValueError:
        return ""
