"""The guards around every browser story notice what they are there for."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page


@pytest.fixture
def sign_in_page(page: Page) -> Page:
    page.goto("/account/login/")
    return page


def test_a_script_of_no_file_of_ours_is_refused_and_heard(sign_in_page: Page, complaints: list[str]) -> None:
    sign_in_page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "document.title = 'planted'";
            document.body.append(script);
        }"""
    )

    assert sign_in_page.title() != "planted"
    assert len(complaints) == 1
    assert "Content Security Policy" in complaints[0]
    complaints.clear()


def test_an_uncaught_exception_is_heard(sign_in_page: Page, complaints: list[str]) -> None:
    with sign_in_page.context.expect_event("weberror"):
        sign_in_page.evaluate("() => { setTimeout(() => { throw new Error('planted') }) }")

    assert len(complaints) == 1
    assert "planted" in complaints[0]
    complaints.clear()


def test_an_unlabelled_field_is_found(sign_in_page: Page, axe: Callable[[Page], list[str]]) -> None:
    sign_in_page.evaluate("() => document.querySelector('main').append(document.createElement('input'))")

    assert [found.split(" ")[0] for found in axe(sign_in_page)] == ["label"]


def test_the_sign_in_page_breaks_no_accessibility_rule(
    sign_in_page: Page, axe: Callable[[Page], list[str]]
) -> None:
    assert axe(sign_in_page) == []
