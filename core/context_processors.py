"""What every page's frame needs: the menu this person may use, and whether this is a demonstration."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from core.domain.permissions import ROLE_LABELS, Actor, Permission

Entry = tuple[str, str, Permission | None]

MENU: tuple[Entry, ...] = (
    ("Home", "overview:home", None),
    ("Job profiles", "recruitment:job-profile-list", Permission.VIEW_JOB_PROFILES),
    ("Vacancies", "recruitment:vacancy-list", Permission.VIEW_VACANCIES),
    ("My panels", "recruitment:panel-list", Permission.SCORE_APPLICATIONS),
    ("New starters", "compliance:starter-list", Permission.VIEW_CHECKS),
    ("Staff", "compliance:staff-list", Permission.VIEW_CHECKS),
    ("Central record", "compliance:record-list", Permission.VIEW_CENTRAL_RECORD),
    ("Development", "cpd:development", Permission.VIEW_DEVELOPMENT),
    ("Development", "cpd:development", Permission.MANAGE_TEAM),
    ("My record", "cpd:my-record", Permission.KEEP_OWN_RECORD),
    ("Development", "cpd:development-settings", Permission.EDIT_DEVELOPMENT_RULES),
    ("Calendar", "compliance:calendar", Permission.VIEW_CHECKS),
    ("Rules", "overview:ask-list", Permission.ASK_RULES),
    ("People and roles", "core:user-list", Permission.MANAGE_PEOPLE),
)

# Of these one is enough: where development begins for whoever looks after people, for somebody with a record
# of their own alone, and for a trust administrator, who sets the rules and sees nobody's record.
FIRST_OF = frozenset({"cpd:development", "cpd:my-record", "cpd:development-settings"})

# Behind the name of whoever is signed in: pages about themselves.
USER_MENU: tuple[tuple[str, str, str, Permission], ...] = (
    ("My record", "cpd:my-record", "journal-check", Permission.KEEP_OWN_RECORD),
)


def appoint(request: HttpRequest) -> dict[str, Any]:
    actor: Actor | None = getattr(request, "actor", None)
    shared = {"demonstration": settings.DEMONSTRATION, "navigation": [], "user_menu": [], "role_names": ""}
    if actor is None or actor.user_id is None:
        return shared
    held = {role for roles in actor.roles.values() for role in roles}
    section = section_of(request.path)
    navigation = [
        {"label": label, "url": (url := reverse(name)), "active": is_active(section, section_of(url))}
        for label, name, _ in menu_of(actor)
    ]
    return shared | {
        "actor": actor,
        "navigation": navigation,
        "user_menu": [
            {"label": label, "url": reverse(name), "icon": icon}
            for label, name, icon, permission in USER_MENU
            if actor.holds_anywhere(permission)
        ],
        "role_names": ", ".join(label for role, label in ROLE_LABELS.items() if role in held),
    }


def menu_of(actor: Actor) -> list[Entry]:
    """The entries this person may use, in order; of those of ``FIRST_OF`` only the first."""
    held = [entry for entry in MENU if entry[2] is None or actor.holds_anywhere(entry[2])]
    first = next((entry for entry in held if entry[1] in FIRST_OF), None)
    return [entry for entry in held if entry[1] not in FIRST_OF or entry is first]


# Pages with an address of their own that belong under an entry of the menu.
UNDER: Mapping[str, str] = {
    "/applications/": "/vacancies/",
    "/offers/": "/vacancies/",
    "/schools/": "/vacancies/",
    "/policy/": "/calendar/",
    "/development/": "/development/",
    "/elsa/": "/development/",
    "/elsa-providers/": "/development/",
    "/supervision-sessions/": "/development/",
    "/policies/": "/development/",
    "/terms/": "/development/",
    "/training/": "/development/",
    "/my-record/": "/development/",
    "/cpd-hours/": "/development/",
    "/appraisals/": "/development/",
    "/objectives/": "/development/",
}


def section_of(path: str) -> str:
    """The address that the menu is compared with: the page's own, or that of the part it belongs to."""
    return next((section for start, section in UNDER.items() if path.startswith(start)), path)


def is_active(path: str, url: str) -> bool:
    return path == url if url == "/" else path.startswith(url)
