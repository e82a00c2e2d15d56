"""The tabs of every page about development."""

from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse

from compliance.domain.categories import WorkerCategory
from core.domain.permissions import Actor, Permission
from core.models import Engagement

register = template.Library()

TABS: tuple[tuple[str, str, Permission], ...] = (
    ("People", "cpd:development", Permission.KEEP_OWN_RECORD),
    ("Appraisals", "cpd:appraisal-list", Permission.KEEP_OWN_RECORD),
    ("Training", "cpd:training-list", Permission.KEEP_OWN_RECORD),
    ("ELSA", "cpd:elsa-ledger", Permission.KEEP_OWN_RECORD),
    ("To confirm", "cpd:added-training", Permission.VIEW_DEVELOPMENT),
    ("Policies to read", "cpd:policy-list", Permission.VIEW_DEVELOPMENT),
    ("CPD hours", "cpd:hours", Permission.VIEW_DEVELOPMENT),
    ("My record", "cpd:my-record", Permission.KEEP_OWN_RECORD),
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


# The pages about one person, by engagement: label, name of the address, and whether for ELSAs alone.
PERSON_PAGES: tuple[tuple[str, str, bool], ...] = (
    ("Appraisal", "cpd:appraisal-person", False),
    ("Training", "cpd:training-person", False),
    ("ELSA ledger", "cpd:elsa-person", True),
)


@register.inclusion_tag("cpd/people/person_pages.html")
def person_pages(*, engagement: Engagement) -> dict[str, Any]:
    """Links to the person's other pages; a subject that has no doors here has no link."""
    role = getattr(engagement, "role", None)
    is_elsa = role is not None and role.category == WorkerCategory.TA_ELSA
    pages = [
        {"label": label, "url": address_of(name, engagement.pk)}
        for label, name, for_elsas in PERSON_PAGES
        if is_elsa or not for_elsas
    ]
    return {"pages": [page for page in pages if page["url"]]}


def address_of(name: str, pk: int) -> str:
    """The address of a page about somebody; empty where there is none of this name."""
    try:
        return reverse(name, args=[pk])
    except NoReverseMatch:
        return ""
