"""Figures, tasks, summaries, timelines, tables and the pages of a list."""

from datetime import UTC, datetime

import pytest
from django.core.paginator import Paginator
from django.test import RequestFactory

from tests.core.templatetags.rendering import render


def test_tile_is_a_term_with_its_value() -> None:
    shown = render('{% tiles %}{% tile label="Applications" value=24 hint="3 by post" %}{% endtiles %}')

    assert shown.startswith('<dl class="tiles"><div class="tile">')
    assert "<dt>Applications</dt>" in shown
    assert '<dd class="tile-value">24</dd>' in shown
    assert '<dd class="tile-hint">3 by post</dd>' in shown


def test_tile_shows_nought_and_leads_somewhere() -> None:
    shown = render('{% tile label="Late" value=0 href="/late/" tone="warning" %}')

    assert '<div class="tile tile-link tile-warning">' in shown
    assert '<dt><a href="/late/">Late</a></dt>' in shown
    assert '<dd class="tile-value">0</dd>' in shown
    assert "tile-hint" not in shown


@pytest.mark.parametrize(
    ("value", "maximum", "complete"), [(0, 3, False), (2, 3, False), (3, 3, True), (0, 0, False)]
)
def test_progress_is_complete_at_its_maximum_only(value: int, maximum: int, complete: bool) -> None:
    shown = render('{% progress value=v maximum=m label="Sheets" %}', v=value, m=maximum)

    assert ('class="complete"' in shown) is complete
    assert f'aria-label="Sheets: {value} of {maximum}"' in shown
    assert f'<progress value="{value}" max="{max(maximum, 1)}"' in shown


def test_progress_in_words_of_the_page() -> None:
    assert '<span class="progress-text">31 of 60 cells</span>' in render(
        '{% progress value=31 maximum=60 label="Sheet" text="31 of 60 cells" %}'
    )


@pytest.mark.parametrize(("state", "word"), [("done", "done"), ("current", "now"), ("todo", "to come")])
def test_step_says_its_state(state: str, word: str) -> None:
    shown = render('{% steps label="Way" %}{% step label="Draft" state=state %}{% endsteps %}', state=state)

    assert shown.startswith('<ol class="steps" aria-label="Way">')
    assert f'Draft<span class="visually-hidden"> ({word})</span>' in shown
    assert ('aria-current="step"' in shown) is (state == "current")


def test_task_with_and_without_a_link() -> None:
    linked = render(
        '{% task_list %}{% task label="Score" href="/s/" status_label="7 left" tone="waiting" %}'
        "{% endtask_list %}"
    )
    plain = render('{% task label="Open" hint="Later" %}')

    assert '<span class="task-name"><a href="/s/">Score</a></span><span class="pill pill-waiting">' in linked
    assert plain == (
        '<li class="task"><span class="task-name">Open<span class="task-hint">Later</span></span></li>'
    )


def test_summary_row_names_what_its_link_changes() -> None:
    shown = render(
        '{% summary_list %}{% summary_row label="Closing date" href="/c/" %}<b>{{ typed }}</b>'
        "{% endsummary_row %}{% endsummary_list %}",
        typed="4 & 5",
    )

    assert shown == (
        '<dl class="summary"><div class="summary-row"><dt>Closing date</dt><dd><b>4 &amp; 5</b></dd>'
        '<dd class="summary-change"><a href="/c/">Change'
        '<span class="visually-hidden"> closing date</span></a></dd></div></dl>'
    )


def test_summary_row_without_a_link() -> None:
    assert "<a" not in render('{% summary_row label="Names" %}Hidden{% endsummary_row %}')


def test_timeline_event_tells_what_when_who_and_why() -> None:
    shown = render(
        '{% timeline %}{% timeline_event title="Opened" at=at by="R. Marsh" tone="good" %}<p>{{ why }}</p>'
        "{% endtimeline_event %}{% endtimeline %}",
        at=datetime(2027, 7, 1, 8, 0, tzinfo=UTC),
        why="<i>",
    )

    assert '<p class="timeline-title">Opened</p>' in shown
    assert '<time datetime="2027-07-01T09:00:00+01:00">01/07/2027 at 09:00</time>, R. Marsh' in shown
    assert '<div class="timeline-body"><p>&lt;i&gt;</p></div>' in shown


def test_timeline_event_without_words_leaves_no_empty_box() -> None:
    shown = render('{% timeline_event title="Opened" %} {% endtimeline_event %}')

    assert "timeline-body" not in shown
    assert "timeline-meta" not in shown


def test_data_table_can_be_reached_and_named() -> None:
    shown = render(
        '{% data_table label="Vacancies" tall=True cards=True %}<tbody></tbody>{% enddata_table %}'
    )

    assert shown == (
        '<div class="table-scroll table-scroll-tall" tabindex="0" role="region" aria-label="Vacancies">'
        '<table class="data-table data-table-cards"><caption class="visually-hidden">Vacancies</caption>'
        "<tbody></tbody></table></div>"
    )


def test_pagination_keeps_the_filters_in_the_address() -> None:
    request = RequestFactory().get("/", {"stage": "interview", "page": "4"})
    shown = render(
        '{% pagination page=page things="applications" %}',
        page=Paginator(range(244), 25).page(4),
        request=request,
    )

    assert 'href="?stage=interview&amp;page=3"' in shown
    assert 'href="?stage=interview&amp;page=5"' in shown
    assert '<span aria-current="page"><span class="visually-hidden">Page </span>4</span>' in shown
    assert "76 to 100 of 244 applications" in shown
    assert shown.count('<span class="gap">') == 1


@pytest.mark.parametrize(
    ("number", "previous", "following"), [(1, False, True), (2, True, True), (3, True, False)]
)
def test_pagination_ends_at_its_ends(number: int, previous: bool, following: bool) -> None:
    request = RequestFactory().get("/")
    shown = render("{% pagination page=page %}", page=Paginator(range(75), 25).page(number), request=request)

    assert ('rel="prev"' in shown) is previous
    assert ('rel="next"' in shown) is following


def test_pagination_of_one_page_is_nothing() -> None:
    assert render("{% pagination page=page %}", page=Paginator(range(25), 25).page(1)) == ""
