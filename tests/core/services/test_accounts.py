"""Roles: given and taken by those who manage people there, once, and nobody locks themselves out."""

import pytest

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Permission, Role
from core.models import RoleAssignment, User
from core.selectors import get_actor
from core.services.accounts import add_user, grant_role, remove_role
from tests.factories import make_actor, make_school, make_trust, make_user
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


def make_trust_administrator():
    trust = make_trust()
    school = make_school(trust=trust)
    user = make_user(Role.TRUST_ADMINISTRATOR, trust=trust)
    return get_actor(user), trust, school


def test_new_person_holds_the_role_and_has_no_password() -> None:
    actor, _trust, school = make_trust_administrator()
    user = add_user(
        email="New.Officer@Example.org",
        name="Nia Owen",
        role=Role.HR_OFFICER,
        place=school,
        by=actor,
        now=NOW,
    )
    assert (user.email, user.has_usable_password()) == ("new.officer@example.org", False)
    assert get_actor(user).roles == {school.pk: frozenset({Role.HR_OFFICER})}


def test_address_in_use_is_refused_whatever_its_case() -> None:
    actor, _trust, school = make_trust_administrator()
    make_user(email="taken@example.org")
    with pytest.raises(DomainError) as caught:
        add_user(email="TAKEN@example.org", name="A", role=Role.HR_OFFICER, place=school, by=actor, now=NOW)
    assert (caught.value.code, caught.value.field) == ("email_taken", "email")


def test_trust_role_reaches_every_school_of_the_trust_and_no_other() -> None:
    actor, trust, school = make_trust_administrator()
    second, stranger = make_school(trust=trust), make_school()
    actor = get_actor(User.objects.get(pk=actor.user_id))
    user = make_user()
    grant_role(user_id=user.pk, role=Role.HR_OFFICER, place=trust, by=actor, now=NOW)
    held = get_actor(user)
    assert held.schools_with(Permission.EDIT_VACANCIES) == {school.pk, second.pk}
    assert not held.holds(Permission.EDIT_VACANCIES, stranger.pk)


def test_role_given_twice_is_held_once() -> None:
    actor, _trust, school = make_trust_administrator()
    user = make_user()
    for _ in range(2):
        grant_role(user_id=user.pk, role=Role.PANEL_MEMBER, place=school, by=actor, now=NOW)
    assert RoleAssignment.objects.filter(user=user).count() == 1


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.HEADTEACHER, Role.LINE_MANAGER, Role.STAFF_MEMBER])
def test_school_roles_are_not_held_at_a_trust(role: Role) -> None:
    actor, trust, _school = make_trust_administrator()
    with pytest.raises(NotAllowed) as caught:
        grant_role(user_id=make_user().pk, role=role, place=trust, by=actor, now=NOW)
    assert caught.value.code == "school_role"


def test_roles_at_another_school_are_out_of_reach() -> None:
    actor, _trust, _school = make_trust_administrator()
    with pytest.raises(NotAllowed) as caught:
        grant_role(user_id=make_user().pk, role=Role.PANEL_MEMBER, place=make_school(), by=actor, now=NOW)
    assert caught.value.code == "not_permitted"


def test_hr_officer_gives_no_roles() -> None:
    school = make_school()
    with pytest.raises(NotAllowed):
        grant_role(
            user_id=make_user().pk,
            role=Role.PANEL_MEMBER,
            place=school,
            by=make_actor(Role.HR_OFFICER, school=school),
            now=NOW,
        )


def test_administrator_keeps_the_own_role() -> None:
    actor, trust, _school = make_trust_administrator()
    own = RoleAssignment.objects.get(user_id=actor.user_id, trust=trust)
    with pytest.raises(NotAllowed) as caught:
        remove_role(assignment_id=own.pk, by=actor)
    assert caught.value.code == "own_role"


def test_removed_role_is_gone() -> None:
    actor, _trust, school = make_trust_administrator()
    user = make_user(Role.HR_OFFICER, school=school)
    remove_role(assignment_id=user.roles.get().pk, by=actor)
    assert get_actor(user).roles == {}


def test_inactive_account_holds_nothing() -> None:
    user = make_user(Role.HR_OFFICER, school=make_school(), is_active=False)
    assert get_actor(user).roles == {}
