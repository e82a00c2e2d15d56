"""Who may be given which role, and where."""

from core.domain.errors import Denial
from core.domain.permissions import Actor, Permission, Role

TRUST_ROLES = frozenset({Role.TRUST_ADMINISTRATOR, Role.HR_OFFICER, Role.INSPECTOR})


def deny_role_change(
    actor: Actor, *, schools: frozenset[int], target_user_id: int, role: Role, is_removal: bool
) -> Denial | None:
    """Roles are managed at schools where the actor manages people, and nobody locks themselves out.

    ``schools`` are the schools the role reaches: one, or all of a trust.
    """
    if not schools or not all(actor.holds(Permission.MANAGE_PEOPLE, school) for school in schools):
        return Denial("not_permitted", "You do not manage people there.")
    if is_removal and target_user_id == actor.user_id and role == Role.TRUST_ADMINISTRATOR:
        return Denial(
            "own_role", "You cannot take this role from yourself: ask another trust administrator to do it."
        )
    return None


def deny_role_at_trust(role: Role) -> Denial | None:
    """Only some roles make sense for a whole trust; the others belong to a school."""
    if role in TRUST_ROLES:
        return None
    return Denial("school_role", "This role is held at a school. Choose the school.")
