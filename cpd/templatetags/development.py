"""The tabs of every page about development, and the links between the pages of one person."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.urls import reverse

from compliance.domain.categories import WorkerCategory
from core.domain.permissions import Actor, Permission
from core.models import Engagement

register = template.Library()


@dataclass(frozen=True, slots=True)
class Tab:
    """One subject: its label, its first page, who sees it (any of these), and the pages below it."""

    label: str
    name: str
    permissions: frozenset[Permission]
    pages: tuple["Tab", ...] = ()

    @property
    def names(self) -> set[str]:
        return {self.name, *(page.name for page in self.pages)}

    def is_open_to(self, actor: Actor) -> bool:
        return any(actor.holds_anywhere(permission) for permission in self.permissions)


# Who looks after people; everybody else has a record of their own and needs no tabs.
_SCHOOL = frozenset({Permission.VIEW_DEVELOPMENT})
_TEAM = frozenset({Permission.VIEW_DEVELOPMENT, Permission.MANAGE_TEAM})

TABS: tuple[Tab, ...] = (
    Tab("People", "cpd:development", _TEAM),
    Tab("Appraisals", "cpd:appraisal-list", _TEAM),
    Tab(
        "Training",
        "cpd:training-list",
        _TEAM,
        (
            Tab("Who is trained in what", "cpd:training-list", _TEAM),
            Tab("To confirm", "cpd:added-training", _SCHOOL),
            Tab("CPD hours", "cpd:hours", _SCHOOL),
        ),
    ),
    Tab("ELSA ledger", "cpd:elsa-ledger", _TEAM),
    Tab("Policies to read", "cpd:policy-list", _SCHOOL),
    Tab("Settings", "cpd:development-settings", frozenset({Permission.EDIT_DEVELOPMENT_RULES})),
    Tab("My record", "cpd:my-record", frozenset({Permission.KEEP_OWN_RECORD})),
)


@register.inclusion_tag("cpd/development_tabs.html", takes_context=True)
def development_tabs(context: dict[str, Any], *, current: str) -> dict[str, Any]:
    """``current`` is the name of the page's address, such as ``cpd:development``. One tab alone is none."""
    actor: Actor = context["actor"]
    tabs = [tab for tab in TABS if tab.is_open_to(actor)]
    below = [page for tab in tabs if current in tab.names for page in tab.pages if page.is_open_to(actor)]
    return {
        "tabs": [_link(tab, is_current=current in tab.names) for tab in tabs] if len(tabs) > 1 else [],
        "below": [_link(page, is_current=current == page.name) for page in below] if len(below) > 1 else [],
    }


def _link(tab: Tab, *, is_current: bool) -> dict[str, Any]:
    return {"label": tab.label, "url": reverse(tab.name), "is_current": is_current}


# The pages about one person, by engagement: label, name of the address, and whether for ELSAs alone.
PERSON_PAGES: tuple[tuple[str, str, bool], ...] = (
    ("Development", "cpd:person-development", False),
    ("Appraisals", "cpd:appraisal-person", False),
    ("Training", "cpd:training-person", False),
    ("ELSA ledger", "cpd:elsa-person", True),
)


@register.inclusion_tag("cpd/people/person_pages.html")
def person_pages(*, engagement: Engagement, current: str = "", is_own: bool = False) -> dict[str, Any]:
    """Links between the pages of one person; ``current`` is the name of this one's address.

    Whoever looks at their own has their record beside them. The ledger is there for ELSAs alone: by role, or
    because they are on it.
    """
    role = getattr(engagement, "role", None)
    is_elsa = hasattr(engagement, "elsa") or (role is not None and role.category == WorkerCategory.TA_ELSA)
    pages = [
        {"label": label, "url": reverse(name, args=[engagement.pk]), "is_current": name == current}
        for label, name, for_elsas in PERSON_PAGES
        if is_elsa or not for_elsas
    ]
    if is_own:
        is_record = current == "cpd:my-record"
        pages.insert(0, {"label": "My record", "url": reverse("cpd:my-record"), "is_current": is_record})
    return {"pages": pages, "is_own": is_own}
