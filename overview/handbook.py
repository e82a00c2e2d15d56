"""The generated pages of the handbook, built from the code they describe."""

import importlib
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from core.domain.permissions import ROLE_LABELS, ROLES, Permission, Role
from core.domain.publishers import quoted_at
from core.domain.sources import LegalSource
from core.views.base import Access
from overview.appraisal_tables import GENERATED, list_appraisal_moves, visibility_page
from recruitment.domain.states import MACHINES, Transition

SOURCE_MODULES = (
    "core.domain.bank_holidays",
    "core.domain.retention_sources",
    "recruitment.domain.sources",
    "recruitment.domain.linter.sources",
    "compliance.domain.sources.checks",
    "compliance.domain.sources.dbs",
    "compliance.domain.sources.editions",
    "compliance.domain.sources.regulated_activity",
    "compliance.domain.sources.reminders",
    "compliance.domain.sources.right_to_work",
    "compliance.domain.sources.retention",
    "compliance.domain.sources.right_to_work",
    "compliance.domain.sources.retention",
    "compliance.domain.sources.dbs",
    "compliance.domain.sources.editions",
    "compliance.domain.sources.regulated_activity",
    "compliance.domain.sources.entries",
    "cpd.domain.sources.policies",
    "cpd.domain.sources.elsa",
    "cpd.domain.sources.development",
    "cpd.domain.sources.appraisal",
    "cpd.domain.sources.training",
)
OUR_APPS = ("core", "recruitment", "compliance", "cpd", "overview")


def build_pages() -> dict[str, str]:
    """Every generated page by its file name."""
    return {
        "permissions.md": permissions_page(),
        "states.md": states_page(),
        "sources.md": sources_page(),
        "appraisal_visibility.md": visibility_page(),
    }


def list_doors() -> Iterator[tuple[str, str, Permission | Access]]:
    """Each address of ours with its name and what it asks, in the order of the URLconf."""
    for address, name, view in _walk(get_resolver().url_patterns):
        if view.__module__.split(".")[0] in OUR_APPS:
            yield address, name, getattr(view, "permission", None) or view.access  # type: ignore[attr-defined]


def _walk(
    patterns: list[URLPattern | URLResolver], prefix: str = "", space: str = ""
) -> Iterator[tuple[str, str, type]]:
    for entry in patterns:
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from _walk(entry.url_patterns, prefix + str(entry.pattern), inner)
        elif view := getattr(entry.callback, "view_class", None) or getattr(entry.callback, "cls", None):
            yield f"/{prefix}{entry.pattern}", f"{space}{entry.name}", view


def may_open(role: Role, asked: Permission | Access) -> bool:
    """Whether the role alone opens the door; rows are filtered behind it."""
    return isinstance(asked, Access) or asked in ROLES[role]


def permissions_page() -> str:
    head = "| address | asks | " + " | ".join(ROLE_LABELS[role] for role in Role) + " |"
    rule = "|---|---|" + ":-:|" * len(Role)
    rows = [
        f"| `{address}` | {asked.value} | "
        + " | ".join("yes" if may_open(role, asked) else "–" for role in Role)
        + " |"
        for address, _name, asked in sorted(list_doors())
    ]
    text = (
        "A role opens a door; which rows are behind it is filtered in the query, and whether *now* allows an "
        "action is a rule of its own. `public` needs no sign-in; `signed_in` needs nothing more."
    )
    return "\n".join(["# Roles and doors", "", GENERATED, "", text, "", head, rule, *rows, ""])


def states_page() -> str:
    parts = ["# States and moves", "", GENERATED, ""]
    for name, transitions in MACHINES.items():
        parts += [f"## {name.capitalize()}", "", *_diagram(transitions), "", *_moves_table(transitions), ""]
    parts += list_appraisal_moves()
    return "\n".join(parts)


def _diagram(transitions: tuple[Transition, ...]) -> list[str]:
    arrows = [f"    {one.source} --> {one.target}: {one.event}" for one in transitions]
    return ["```mermaid", "stateDiagram-v2", *arrows, "```"]


def _moves_table(transitions: tuple[Transition, ...]) -> list[str]:
    return [
        "| from | to | permission | event |",
        "|---|---|---|---|",
        *(f"| {one.source} | {one.target} | {one.permission or '–'} | {one.event} |" for one in transitions),
    ]


def list_sources() -> list[tuple[str, LegalSource]]:
    """Every source by its name in the code, in the order of the modules."""
    return [
        (f"{module.rpartition('.domain')[0]}: {name}", value)
        for module in SOURCE_MODULES
        for name, value in vars(importlib.import_module(module)).items()
        if isinstance(value, LegalSource)
    ]


def sources_page() -> str:
    rows = [
        f"| {name} | {one.title} | {one.provision} | {one.kind} | {_days(one)} | "
        f"{'yes' if one.verified else '**no**'} | {one.last_checked or '–'} | {_addresses(one)} |"
        for name, one in list_sources()
    ]
    return "\n".join(
        [
            "# Legal sources",
            "",
            GENERATED,
            "",
            "Not legal advice. A source marked **no** was written from memory and has not been seen.",
            "",
            "| rule | source | provision | kind | in force | verified | last checked | address |",
            "|---|---|---|---|---|---|---|---|",
            *rows,
            "",
        ]
    )


def _addresses(source: LegalSource) -> str:
    """Where it was read, whether as somebody else quotes it, and the publisher's own address."""
    read = source.url or "–"
    if quoted_at(source.title, source.url):
        read += " (as quoted there)"
    return f"{read}; {source.official_url} (not yet checked there)" if source.official_url else read


def _days(source: LegalSource) -> str:
    if source.in_force_from is None and source.in_force_until is None:
        return "–"
    return f"{source.in_force_from or '…'} to {source.in_force_until or '…'}"
