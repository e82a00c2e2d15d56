"""The menu promises nobody a page that is closed to them."""

import pytest

from core.context_processors import menu_of
from core.domain.permissions import Actor, Role
from overview.handbook import list_doors, may_open

ASKED = {name: asked for _, name, asked in list_doors()}


@pytest.mark.parametrize("role", Role)
def test_every_entry_opens(role: Role) -> None:
    entries = [name for _label, name, _ in menu_of(Actor(1, "", {1: frozenset({role})}))]
    assert [name for name in entries if not may_open(role, ASKED[name])] == []
    assert ("compliance:calendar" in entries) == may_open(role, ASKED["compliance:calendar"])
