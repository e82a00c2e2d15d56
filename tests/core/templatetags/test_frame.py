"""Breadcrumbs, headings, notices, messages and empty states."""

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.utils.safestring import SafeString

from tests.core.templatetags.rendering import render


def test_breadcrumbs_mark_the_page_itself() -> None:
    shown = render(
        '{% breadcrumbs %}{% crumb label="Vacancies" href="/v/" %}{% crumb label=here %}{% endbreadcrumbs %}',
        here="A & B",
    )

    assert shown == (
        '<nav class="crumbs no-print" aria-label="Breadcrumb"><ol><li><a href="/v/">Vacancies</a></li>'
        '<li><span aria-current="page">A &amp; B</span></li></ol></nav>'
    )


def test_page_header_has_one_heading_and_its_buttons() -> None:
    shown = render(
        '{% page_header title="Grid" caption="Shortlisting" status_label="Sealed" tone="waiting" %}'
        '{% button label="Print" href="/p/" %}{% endpage_header %}'
    )

    assert shown.count("<h1>") == 1
    assert '<h1><span class="page-caption">Shortlisting</span>Grid <span class="pill pill-waiting">' in shown
    assert '<div class="page-actions"><a class="btn btn-secondary" href="/p/">' in shown


def test_page_header_without_buttons_leaves_no_empty_box() -> None:
    assert "page-actions" not in render('{% page_header title="Grid" %}  {% endpage_header %}')


@pytest.mark.parametrize(
    ("tone", "css", "word"),
    [
        ("info", "notice-info", "Note"),
        ("success", "notice-good", "Done"),
        ("warning", "notice-warning", "Take care"),
        ("danger", "notice-danger", "Problem"),
    ],
)
def test_notice_speaks_its_tone(tone: str, css: str, word: str) -> None:
    shown = render("{% notice tone=tone %}Words.{% endnotice %}", tone=tone)

    assert f'<div class="notice {css}">' in shown
    assert f'<span class="visually-hidden">{word}: </span>Words.' in shown


def test_notice_with_a_title_says_the_title_instead() -> None:
    shown = render('{% notice title="Sealed" %}<p>Words.</p>{% endnotice %}')

    assert '<strong class="notice-title">Sealed</strong><p>Words.</p>' in shown
    assert "visually-hidden" not in shown


@pytest.mark.parametrize(
    ("level", "role", "css"),
    [
        (constants.SUCCESS, "status", "notice-good"),
        (constants.INFO, "status", "notice-info"),
        (constants.WARNING, "alert", "notice-warning"),
        (constants.ERROR, "alert", "notice-danger"),
    ],
)
def test_messages_interrupt_only_for_what_went_wrong(level: int, role: str, css: str) -> None:
    shown = render("{% page_messages %}", messages=[Message(level, "Saved & sent")])

    assert f'<div role="{role}"><div class="notice {css}">' in shown
    assert "Saved &amp; sent" in shown


def test_messages_leave_nothing_where_there_are_none() -> None:
    assert render("{% page_messages %}", messages=[]) == ""
    assert render("{% page_messages %}") == ""


def test_empty_state_says_what_to_do() -> None:
    shown = render('{% empty_state title="None yet" text="They come here." action="Add" href="/add/" %}')

    assert "<h2>None yet</h2>" in shown
    assert "<p>They come here.</p>" in shown
    assert '<a class="btn btn-primary" href="/add/">' in shown


def test_empty_state_without_action_has_no_button() -> None:
    assert "btn" not in render('{% empty_state title="None yet" %}')


def test_a_body_keeps_its_markup_and_escapes_its_values() -> None:
    shown = render("{% notice %}<p>{{ typed }}</p>{% endnotice %}", typed="<script>")

    assert "<p>&lt;script&gt;</p>" in shown
    assert render("{% notice %}{{ ours }}{% endnotice %}", ours=SafeString("<b>x</b>")).count("<b>") == 1
