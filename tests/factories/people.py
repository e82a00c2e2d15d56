"""Schools, accounts and people."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

from core.domain.permissions import Actor, Role
from core.models import Person, RoleAssignment, School, Trust, User
from core.selectors import get_actor

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)

_number = count(1)


def make_trust(**fields: Any) -> Trust:
    return Trust.objects.create(**{"name": f"Harbour Learning Trust {next(_number)}"} | fields)


def make_school(**fields: Any) -> School:
    defaults = {
        "name": f"Mill Lane Primary School {next(_number)}",
        "school_type": "academy",
        "phase": "primary",
    }
    return School.objects.create(**defaults | fields)


def make_user(*roles: Role, school: School | None = None, trust: Trust | None = None, **fields: Any) -> User:
    """An account with a usable password (``a long pass phrase``) holding the roles at the school or trust."""
    number = next(_number)
    defaults = {"email": f"person{number}@example.org", "name": f"Alex Person{number}"}
    user = User.objects.create_user(password="a long pass phrase", **defaults | fields)
    for role in roles:
        RoleAssignment.objects.create(user=user, role=role, school=school, trust=trust, granted_at=NOW)
    return user


def make_actor(*roles: Role, school: School) -> Actor:
    return get_actor(make_user(*roles, school=school))


def make_person(**fields: Any) -> Person:
    number = next(_number)
    defaults = {
        "given_name": "Rowan",
        "family_name": f"Ashdown{number}",
        "email": f"rowan{number}@example.org",
    }
    return Person.objects.create(**defaults | fields)
