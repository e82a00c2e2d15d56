"""Pages hold no script and no style of their own: the content security policy would refuse them."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, list_files, name_of

INLINE = {
    "a script without src": re.compile(
        r"<script(?![^>]*\bsrc\s*=)(?![^>]*\btype\s*=\s*[\"']application/(ld\+)?json)[^>]*>", re.I
    ),
    "a style element": re.compile(r"<style\b", re.I),
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "an event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']", re.I),
    "a javascript address": re.compile(r"[\"']\s*javascript:", re.I),
    "something from another host": re.compile(
        r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)\s*=\s*[\"'](?:https?:)?//", re.I
    ),
}
COMMENT = re.compile(r"{#.*?#}|{%\s*comment.*?endcomment\s*%}", re.S)
TEMPLATES = [path for path in list_files(".html") if "templates" in path.parts]


def inline_parts(text: str) -> list[str]:
    text = COMMENT.sub("", text)
    return [what for what, pattern in INLINE.items() if pattern.search(text)]


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_holds_no_script_or_style(path: Path) -> None:
    assert inline_parts(path.read_text(encoding="utf-8")) == []


def test_python_that_writes_html_holds_no_script_or_style() -> None:
    """Components are Python too; what they put together obeys the same policy."""
    found = {name_of(path): inline_parts(path.read_text(encoding="utf-8")) for path in list_files(".py")}

    assert {name: parts for name, parts in found.items() if parts} == {}


def links_a_source(text: str) -> bool:
    """Whether a template links a legal source by itself: the component says whose page it is."""
    return "source.url }}" in text or "source.official_url }}" in text


def test_legal_sources_are_linked_by_their_component() -> None:
    linked = [name_of(path) for path in TEMPLATES if links_a_source(path.read_text(encoding="utf-8"))]

    assert linked == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<a href="{{ source.url }}">{{ source.title }}</a>', True),
        ('<a href="{{ rule.source.url }}">', True),
        ("{% if source.url %}", False),
        ("{% source_link source=source %}", False),
        ("{{ source.title }}", False),
    ],
)
def test_links_of_sources_are_seen(text: str, expected: bool) -> None:
    assert links_a_source(text) is expected


def test_templates_are_found_at_all() -> None:
    assert ROOT / "core" / "templates" / "core" / "base.html" in TEMPLATES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<script src="/static/a.js" defer></script>', []),
        ('<script type="module" src="{% static "a.js" %}"></script>', []),
        ('<script type="application/json">{}</script>', []),
        ("<script>go()</script>", ["a script without src"]),
        ('<script nonce="{{ csp_nonce }}">go()</script>', ["a script without src"]),
        ("<style>p{}</style>", ["a style element"]),
        ('<p class="a" style="color:red">', ["a style attribute"]),
        ('<button onclick="go()">', ["an event attribute"]),
        ('<a href="javascript:go()">', ["a javascript address"]),
        ('<link rel="stylesheet" href="https://cdn.example/x.css">', ["something from another host"]),
        ('<a href="https://www.gov.uk/">', []),
        ('{# <p style="x"> #}', []),
        ('<input data-on="x" name="style">', []),
    ],
)
def test_inline_parts_are_seen(text: str, expected: list[str]) -> None:
    assert inline_parts(text) == expected
