"""Around a page: breadcrumbs, heading, notices, empty states."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.templatetags.components.registry import register
from core.templatetags.components.words import TONE_ICONS, known_tone


@register.simple_block_tag
def breadcrumbs(content: SafeString) -> SafeString:
    """The way back up. The last crumb has no link: it is this page."""
    return format_html('<nav class="crumbs no-print" aria-label="Breadcrumb"><ol>{}</ol></nav>', content)


@register.simple_tag
def crumb(*, label: str, href: str = "") -> SafeString:
    if href:
        return format_html('<li><a href="{}">{}</a></li>', href, label)
    return format_html('<li><span aria-current="page">{}</span></li>', label)


@register.simple_block_tag
def page_header(
    content: SafeString,
    *,
    title: str,
    caption: str = "",
    lead: str = "",
    status_label: str = "",
    tone: str = "neutral",
) -> SafeString:
    """The page's one ``h1`` and, as the body, its buttons. Goes into the block ``page_header``."""
    return render_to_string(
        "core/components/page_header.html",
        {
            "title": title,
            "caption": caption,
            "lead": lead,
            "status_label": status_label,
            "tone": tone,
            "actions": SafeString(content.strip()),
        },
    )


@register.simple_block_tag
def notice(content: SafeString, *, tone: str = "info", title: str = "") -> SafeString:
    """A sentence that must be seen. The tone's word is spoken where there is no title."""
    tone = known_tone(tone)
    words = {"good": "Done", "warning": "Take care", "danger": "Problem"}
    return render_to_string(
        "core/components/notice.html",
        {
            "tone": tone,
            "icon_name": TONE_ICONS[tone],
            "word": words.get(tone, "Note"),
            "title": title,
            "content": content,
        },
    )


@register.inclusion_tag("core/components/messages.html", takes_context=True)
def page_messages(context: dict[str, Any]) -> dict[str, Any]:
    """Django's messages as notices; what went wrong interrupts a screen reader, the rest waits."""
    shown = []
    for message in context.get("messages") or ():
        tone = known_tone(message.level_tag)
        role = "alert" if tone in {"danger", "warning"} else "status"
        shown.append({"text": message, "tone": tone, "role": role})
    return {"shown": shown}


@register.inclusion_tag("core/components/empty_state.html")
def empty_state(
    *, title: str, text: str = "", action: str = "", href: str = "", icon: str = "search"
) -> dict[str, Any]:
    """What to do where there is nothing yet."""
    return {"title": title, "text": text, "action": action, "href": href, "icon_name": icon}
