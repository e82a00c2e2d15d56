"""Every door of the site says what it asks of the person in front of it."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from django.views import View

from core.domain.permissions import Permission
from core.views.base import Access, PermittedView, PublicView
from tests.architecture.tree import PACKAGES

# Views of others that ask for themselves: signing in and out, and the description of the API.
THEIRS = {"allauth", "drf_spectacular"}


def walk(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[tuple[str, object]]:
    """Every address with its view, of nested lists of addresses too."""
    for entry in patterns:
        address = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from walk(entry.url_patterns, address)
        else:
            yield address, entry.callback


def view_class_of(callback: object) -> type | None:
    return getattr(callback, "view_class", None) or getattr(callback, "cls", None)


def fault_of(callback: object) -> str | None:
    """Why a view does not count as having declared what it asks; None where it has."""
    view = view_class_of(callback)
    owner = (view or callback).__module__.split(".")[0]  # type: ignore[union-attr]
    if owner in THEIRS:
        return None
    if owner not in PACKAGES:
        return f"is a view of {owner}, which nobody has looked at"
    if view is None:
        return "is a function; a view is a class that declares its permission"
    return fault_of_declaration(getattr(view, "permission", None), getattr(view, "access", None))


def fault_of_declaration(permission: object, access: object) -> str | None:
    match permission, access:
        case Permission(), None:
            return None
        case None, Access():
            return None
        case None, None:
            return "declares neither a permission nor an access"
    return f"declares the permission {permission!r} and the access {access!r}"


def test_every_door_declares_what_it_asks() -> None:
    faults = {address: fault_of(callback) for address, callback in walk(get_resolver().url_patterns)}

    assert {address: fault for address, fault in faults.items() if fault} == {}


def test_every_door_of_an_app_is_built_on_the_declaring_view() -> None:
    """Declaring is not enough: the class must be one that checks, as API views do by their own means."""
    pages = [view_class_of(callback) for _, callback in walk(get_resolver().url_patterns)]
    ours = [view for view in pages if view and view.__module__.split(".")[0] in PACKAGES]
    unchecked = [
        view
        for view in ours
        if not issubclass(view, PermittedView) and not hasattr(view, "permission_classes")
    ]

    assert unchecked == []


def test_only_public_doors_open_without_signing_in() -> None:
    open_doors = {
        address
        for address, callback in walk(get_resolver().url_patterns)
        if (view := view_class_of(callback)) is not None
        and view.__module__.split(".")[0] in PACKAGES
        and issubclass(view, PermittedView)
        and getattr(callback, "login_required", True) is False
        and view.access != Access.PUBLIC
    }

    assert open_doors == set()


def test_doors_are_found_at_all() -> None:
    assert "account/login/" in {address for address, _ in walk(get_resolver().url_patterns)}


def planted(
    base: type[View] = PermittedView, module: str = "core.views.planted", **declared: object
) -> object:
    """A door that stands in no list of addresses."""
    return type("Planted", (base,), {"__module__": module, **declared}).as_view()  # type: ignore[attr-defined]


def planted_function() -> None:
    """Stands for a view written as a function."""


planted_function.__module__ = "core.views.planted"


@pytest.mark.parametrize(
    ("callback", "expected"),
    [
        (planted(permission=Permission.VIEW_VACANCIES), None),
        (planted(access=Access.SIGNED_IN), None),
        (planted(PublicView), None),
        (planted(), "declares neither a permission nor an access"),
        (
            planted(PublicView, permission=Permission.VIEW_VACANCIES),
            f"declares the permission {Permission.VIEW_VACANCIES!r} and the access {Access.PUBLIC!r}",
        ),
        (planted(permission="view_vacancy"), "declares the permission 'view_vacancy' and the access None"),
        (planted(access="anybody"), "declares the permission None and the access 'anybody'"),
        (planted(View, "elsewhere.views"), "is a view of elsewhere, which nobody has looked at"),
        (planted_function, "is a function; a view is a class that declares its permission"),
    ],
)
def test_faults_of_a_door_are_seen(callback: object, expected: str | None) -> None:
    assert fault_of(callback) == expected
