"""Figures, progress, tasks, summaries, timelines, tables, pages of a list."""

from datetime import datetime
from typing import Any

from django.core.paginator import Page
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.templatetags.components.registry import register
from core.templatetags.components.words import TONE_ICONS, hidden_words, known_tone, status, svg

STEP_ICONS = {"done": "check-circle-fill", "current": "circle-half", "todo": "circle"}
STEP_WORDS = {"done": "done", "current": "now", "todo": "to come"}


@register.simple_block_tag
def tiles(content: SafeString) -> SafeString:
    return format_html('<dl class="tiles">{}</dl>', content)


@register.inclusion_tag("core/components/tile.html")
def tile(*, label: str, value: object, hint: str = "", href: str = "", tone: str = "") -> dict[str, Any]:
    """One figure. A tone only where the figure wants something done, and then the hint says what."""
    return {
        "label": label,
        "value": value,
        "hint": hint,
        "href": href,
        "tone": known_tone(tone) if tone else "",
    }


@register.simple_tag
def progress(*, value: int, maximum: int, label: str, text: str = "") -> SafeString:
    """The words carry it ("31 of 60 cells"), the bar repeats it."""
    shown = text or f"{value} of {maximum}"
    return format_html(
        '<div class="progress-line"><span class="progress-label">{}</span>'
        '<span class="progress-text">{}</span>'
        '<progress value="{}" max="{}"{} aria-label="{}">{}</progress></div>',
        label,
        shown,
        value,
        max(maximum, 1),
        SafeString(' class="complete"') if maximum and value >= maximum else "",
        f"{label}: {shown}",
        shown,
    )


@register.simple_block_tag
def steps(content: SafeString, *, label: str) -> SafeString:
    """Where something stands on its way. ``label`` names the way for a screen reader."""
    return format_html('<ol class="steps" aria-label="{}">{}</ol>', label, content)


@register.simple_tag
def step(*, label: str, state: str = "todo", href: str = "", hint: str = "") -> SafeString:
    """``state`` is done, current or todo."""
    name = format_html('<a href="{}">{}</a>', href, label) if href else label
    return format_html(
        '<li class="step step-{}"{}><span class="step-name">{}<span>{}{}</span></span>{}</li>',
        state,
        SafeString(' aria-current="step"') if state == "current" else "",
        svg(STEP_ICONS[state]),
        name,
        hidden_words(f" ({STEP_WORDS[state]})"),
        format_html("<span>{}</span>", hint) if hint else "",
    )


@register.simple_block_tag
def task_list(content: SafeString) -> SafeString:
    return format_html('<ul class="tasks">{}</ul>', content)


@register.simple_tag
def task(
    *, label: str, href: str = "", status_label: str = "", tone: str = "neutral", hint: str = ""
) -> SafeString:
    """A row of a task list; the whole row can be pressed where there is a link."""
    return format_html(
        '<li class="task"><span class="task-name">{}{}</span>{}</li>',
        format_html('<a href="{}">{}</a>', href, label) if href else label,
        format_html('<span class="task-hint">{}</span>', hint) if hint else "",
        status(label=status_label, tone=tone) if status_label else "",
    )


@register.simple_block_tag
def summary_list(content: SafeString) -> SafeString:
    return format_html('<dl class="summary">{}</dl>', content)


@register.simple_block_tag
def summary_row(content: SafeString, *, label: str, href: str = "", change: str = "Change") -> SafeString:
    """Label, value (the body) and, with ``href``, the link by which it is changed."""
    link = (
        format_html(
            '<dd class="summary-change"><a href="{}">{}{}</a></dd>',
            href,
            change,
            hidden_words(f" {label.lower()}"),
        )
        if href
        else ""
    )
    return format_html('<div class="summary-row"><dt>{}</dt><dd>{}</dd>{}</div>', label, content, link)


@register.simple_block_tag
def timeline(content: SafeString) -> SafeString:
    return format_html('<ol class="timeline">{}</ol>', content)


@register.simple_block_tag
def timeline_event(
    content: SafeString,
    *,
    title: str,
    at: datetime | None = None,
    by: str = "",
    tone: str = "neutral",
    icon: str = "",
) -> SafeString:
    """What happened, when and by whom; the body holds the reason in people's own words."""
    tone = known_tone(tone)
    return render_to_string(
        "core/components/timeline_event.html",
        {
            "title": title,
            "at": at,
            "by": by,
            "tone": tone,
            "icon_name": icon or TONE_ICONS[tone],
            "content": SafeString(content.strip()),
        },
    )


@register.simple_block_tag
def data_table(content: SafeString, *, label: str, tall: bool = False, cards: bool = False) -> SafeString:
    """A table in a region that scrolls by keyboard. The body is ``thead`` and ``tbody``.

    ``tall`` keeps the head in sight of a long table; ``cards`` stacks each row on a telephone, every cell
    naming itself by ``data-label``.
    """
    return format_html(
        '<div class="table-scroll{}" tabindex="0" role="region" aria-label="{}">'
        '<table class="data-table{}"><caption class="visually-hidden">{}</caption>{}</table></div>',
        " table-scroll-tall" if tall else "",
        label,
        " data-table-cards" if cards else "",
        label,
        content,
    )


@register.inclusion_tag("core/components/pagination.html")
def pagination(*, page: Page[Any], things: str = "rows") -> dict[str, Any]:
    """Pages of a list, keeping the filters that stand in the address."""
    return {
        "page": page,
        "things": things,
        "numbers": page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
        "gap": page.paginator.ELLIPSIS,
    }
