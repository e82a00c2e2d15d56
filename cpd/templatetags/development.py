"""The tabs of every page about development."""

from typing import Any

from django import template
from django.urls import reverse

from core.domain.permissions import Actor, Permission

register = template.Library()

TABS: tuple[tuple[str, str, Permission], ...] = (
    ("People", "cpd:development", Permission.KEEP_OWN_RECORD),
    ("Training", "cpd:training-list", Permission.KEEP_OWN_RECORD),
)


@register.inclusion_tag("cpd/development_tabs.html", takes_context=True)
def development_tabs(context: dict[str, Any], *, current: str) -> dict[str, Any]:
    """``current`` is the name of the tab's address, such as ``cpd:development``."""
    actor: Actor = context["actor"]
    return {
        "tabs": [
            {"label": label, "url": reverse(name), "is_current": name == current}
            for label, name, permission in TABS
            if actor.holds_anywhere(permission)
        ]
    }
