"""A real browser for whole stories: the system's Chromium, with nothing hidden from the test.

Every error on the console, uncaught exception, broken rule of the content security policy and answer of
500 or above fails the test that met it.
"""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.servers.basehttp import WSGIRequestHandler
from django.test import Client
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response
from pytest_django.live_server_helper import LiveServer
from pytest_playwright.pytest_playwright import CreateContextCallback

from core.models import User
from tests.e2e.accessibility import broken_rules, start_asking

# Playwright runs an event loop in the test's thread, which Django would take for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

FIND_CHROMIUM = Path(settings.BASE_DIR) / "scripts" / "find-chromium"
LAUNCH_OPTIONS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
# What the browser says of an address the story asks for on purpose, such as a 404 for a stranger.
EXPECTED_CONSOLE = ("Failed to load resource: the server responded with a status of 4",)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test below this folder is a browser story and writes through other connections than its own."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("e2e")
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session", autouse=True)
def answers_without_waiting() -> Iterator[None]:
    """The server sends the head and the body of an answer apart, and the body else waits for a receipt."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WSGIRequestHandler, "disable_nagle_algorithm", True)
        yield


@pytest.fixture(scope="session")
def base_url(live_server: LiveServer) -> str:
    """``page.goto("/account/login/")`` opens that page of the server under test."""
    return live_server.url


@pytest.fixture
def sign_in(base_url: str) -> Callable[[Page, User], Page]:
    """``sign_in(page, user)``: a page of theirs, nothing opened yet.

    How they sign in, and what they meet first, is told by the story of the document.
    """

    def give_session(page: Page, user: User) -> Page:
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": base_url}])
        return page

    return give_session


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    found = subprocess.run([FIND_CHROMIUM], capture_output=True, text=True, check=False)  # noqa: S603
    if found.returncode:
        pytest.fail("No Chromium was found: install the Debian package chromium, or set CHROMIUM to one.")
    return {
        **browser_type_launch_args,
        "executable_path": found.stdout.strip(),
        "chromium_sandbox": False,
        "args": LAUNCH_OPTIONS,
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {
        **browser_context_args,
        "viewport": {"width": 1440, "height": 900},
        "locale": "en-GB",
        "timezone_id": "Europe/London",
        "reduced_motion": "reduce",
    }


@pytest.fixture(autouse=True)
def complaints() -> Iterator[list[str]]:
    """What the browser complained of so far, in every window of the test; the test fails on any of it."""
    heard: list[str] = []
    yield heard
    assert heard == []


@pytest.fixture
def new_context(new_context: CreateContextCallback, complaints: list[str]) -> CreateContextCallback:
    """A window of its own (another person, no JavaScript, a telephone), listened to like the first."""

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(EXPECTED_CONSOLE):
            complaints.append(f"console: {message.text}")

    def on_response(response: Response) -> None:
        if response.status >= 500:
            complaints.append(f"{response.status} for {response.url}")

    def listen(**options: Any) -> BrowserContext:
        context = new_context(**options)
        context.on("console", on_console)
        context.on("weberror", lambda error: complaints.append(f"uncaught: {error.error}"))
        context.on("response", on_response)
        return context

    return listen


@pytest.fixture
def axe() -> Callable[..., list[str]]:
    """``axe(page)``: the accessibility rules that the page breaks now; options as of ``start_asking``."""

    def check(page: Page, **options: tuple[str, ...]) -> list[str]:
        start_asking(page, **options)
        return broken_rules(page)

    return check
