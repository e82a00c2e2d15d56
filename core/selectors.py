"""Reads that every app needs: the actor behind a request, schools to choose from."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, Model, OuterRef, Prefetch, Q, QuerySet

from core.domain.permissions import NOBODY, ROLES, Actor, Permission, Role
from core.models import RoleAssignment, School, Trust, User


def get_actor(user: User | AnonymousUser) -> Actor:
    """The signed-in person with their roles by school; trust roles reach every school of the trust."""
    if not user.is_authenticated or not user.is_active:
        return NOBODY
    held = RoleAssignment.objects.filter(user=user).values_list("role", "school_id", "trust__schools__id")
    roles: dict[int, set[Role]] = defaultdict(set)
    for role, school_id, trust_school_id in held:
        place = school_id or trust_school_id
        if place:
            roles[place].add(Role(role))
    return Actor(user.pk, user.name, {school: frozenset(names) for school, names in roles.items()})


def list_schools(actor: Actor, permission: Permission) -> list[School]:
    """Schools at which the actor may do this, by name."""
    return list(School.objects.where(actor, permission).order_by("name", "pk"))


def list_people_holding(permission: Permission, *, school_id: int) -> list[User]:
    """Active users who hold the permission at the school, by name (to choose a panel from)."""
    names = [role for role, held in ROLES.items() if permission in held]
    at_school = Q(roles__school_id=school_id) | Q(roles__trust__schools__id=school_id)
    return list(
        User.objects.filter(at_school, roles__role__in=names, is_active=True)
        .distinct()
        .order_by("name", "pk")
    )


def list_trusts(actor: Actor, permission: Permission) -> list[Trust]:
    """Trusts at all of whose schools the actor may do this, by name."""
    allowed = actor.schools_with(permission)
    return [
        trust
        for trust in Trust.objects.filter(schools__in=allowed)
        .distinct()
        .order_by("name", "pk")
        .prefetch_related("schools")
        if all(school.pk in allowed for school in trust.schools.all())
    ]


def list_users(actor: Actor, *, search: str = "") -> QuerySet[User]:
    """Accounts with a role at a school whose people the actor manages, by name, with their roles."""
    schools = actor.schools_with(Permission.MANAGE_PEOPLE)
    within = Q(roles__school_id__in=schools) | Q(roles__trust__schools__id__in=schools)
    users = User.objects.filter(within)
    if search:
        users = users.filter(Q(name__icontains=search) | Q(email__icontains=search))
    roles = Prefetch("roles", RoleAssignment.objects.select_related("school", "trust").order_by("role", "pk"))
    return users.distinct().order_by("name", "pk").prefetch_related(roles)


def as_recorded(model: type[Model], at: datetime | None) -> QuerySet[Any]:
    """The rows of a model that keeps history, as they stood at a moment; without one, as they stand now.

    Both have the model's own fields by the same names, to be read as values. Of several changes at one
    moment the last counts; what was deleted by then is not there.
    """
    if at is None:
        return model._default_manager.order_by("pk")
    by_then = model.history.filter(history_date__lte=at)  # type: ignore[attr-defined]
    later = by_then.filter(id=OuterRef("id")).filter(
        Q(history_date__gt=OuterRef("history_date"))
        | Q(history_date=OuterRef("history_date"), history_id__gt=OuterRef("history_id"))
    )
    found: QuerySet[Any] = by_then.filter(~Exists(later)).exclude(history_type="-").order_by("id")
    return found
