"""The tabs of every page about development."""

from typing import Any

from django import template
from django.urls import reverse

from core.domain.permissions import Actor, Permission
from core.models import Engagement

register = template.Library()

TABS: tuple[tuple[str, str, Permission], ...] = (("People", "cpd:development", Permission.KEEP_OWN_RECORD),)


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


# The pages about one person, by engagement: label, name of the address.
PERSON_PAGES: tuple[tuple[str, str], ...] = ()


@register.inclusion_tag("cpd/people/person_pages.html")
def person_pages(*, engagement: Engagement) -> dict[str, Any]:
    """Links to the person's other pages."""
    return {
        "pages": [
            {"label": label, "url": reverse(name, args=[engagement.pk])} for label, name in PERSON_PAGES
        ]
    }
