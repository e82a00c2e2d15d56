"""Accounts and roles: made, granted and taken by somebody who manages people."""

from datetime import datetime

from django.db import transaction

from core.domain.accounts import deny_role_at_trust, deny_role_change
from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Role
from core.models import RoleAssignment, School, Trust, User


@transaction.atomic
def add_user(*, email: str, name: str, role: Role, place: School | Trust, by: Actor, now: datetime) -> User:
    """Make an account with a first role. It has no password until its owner sets one.

    Raises ``DomainError`` where the address is taken or the actor does not manage people there.
    """
    if User.objects.filter(email=email.strip().lower()).exists():
        raise DomainError(
            "email_taken",
            "Somebody already signs in with this e-mail address. Add the role to them.",
            "email",
        )
    user = User.objects.create_user(email=email.strip(), name=name.strip())
    grant_role(user_id=user.pk, role=role, place=place, by=by, now=now)
    return user


@transaction.atomic
def grant_role(
    *, user_id: int, role: Role, place: School | Trust, by: Actor, now: datetime
) -> RoleAssignment:
    """Give a role at a school or a trust; giving it twice changes nothing."""
    require(deny_role_at_trust(role) if isinstance(place, Trust) else None)
    require(deny_role_change(by, schools=_reach(place), target_user_id=user_id, role=role, is_removal=False))
    where = {"trust": place, "school": None} if isinstance(place, Trust) else {"school": place, "trust": None}
    assignment, _ = RoleAssignment.objects.get_or_create(
        user_id=user_id, role=role, **where, defaults={"granted_at": now, "granted_by_id": by.user_id}
    )
    return assignment


@transaction.atomic
def remove_role(*, assignment_id: int, by: Actor) -> None:
    """Take a role away. What its holder did stays on every record."""
    assignment = RoleAssignment.objects.select_related("school", "trust").get(pk=assignment_id)
    place = assignment.trust or assignment.school
    role = Role(assignment.role)
    require(
        deny_role_change(
            by, schools=_reach(place), target_user_id=assignment.user_id, role=role, is_removal=True
        )
    )
    assignment.delete()


def _reach(place: School | Trust | None) -> frozenset[int]:
    if isinstance(place, Trust):
        return frozenset(place.schools.values_list("pk", flat=True))
    return frozenset({place.pk}) if place else frozenset()
