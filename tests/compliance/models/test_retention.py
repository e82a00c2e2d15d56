"""What must never stand among holds and destructions."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError

from compliance.models import DestructionBatch, DestructionItem, LegalHold
from core.models import School, User
from tests.factories.people import NOW, make_person, make_school, make_user
from tests.factories.recruitment import make_vacancy

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def user() -> User:
    return make_user()


def make_hold(school: School, user: User, **fields: Any) -> LegalHold:
    defaults = {"reason": "Tribunal claim", "placed_at": NOW, "placed_by": user}
    return LegalHold.objects.create(school=school, **defaults | fields)


def make_batch(school: School, user: User, **fields: Any) -> DestructionBatch:
    defaults = {"kind": "dbs_copy", "proposed_at": NOW, "proposed_by": user}
    return DestructionBatch.objects.create(school=school, **defaults | fields)


def make_item(batch: DestructionBatch, **fields: Any) -> DestructionItem:
    defaults = {
        "record_key": "dbs-copy-1",
        "description": "Copy of a DBS certificate",
        "destroy_after": date(2026, 11, 2),
    }
    return DestructionItem.objects.create(batch=batch, **defaults | fields)


def done(by: User, **fields: Any) -> dict[str, Any]:
    counted = {"row_count": 2, "file_count": 1, "person_count": 0}
    return {"status": "destroyed", "settled_at": NOW, "settled_by": by} | counted | fields


def test_a_hold_is_on_a_person_or_on_a_vacancy(school: School, user: User) -> None:
    make_hold(school, user, person=make_person())
    make_hold(school, user, vacancy=make_vacancy(school=school))

    assert LegalHold.objects.count() == 2


@pytest.mark.parametrize("is_both", [True, False])
def test_a_hold_is_on_neither_both_nor_nothing(school: School, user: User, is_both: bool) -> None:
    on = {"person": make_person(), "vacancy": make_vacancy(school=school)} if is_both else {}

    with pytest.raises(IntegrityError):
        make_hold(school, user, **on)


def test_a_hold_says_why(school: School, user: User) -> None:
    with pytest.raises(IntegrityError):
        make_hold(school, user, person=make_person(), reason="")


@pytest.mark.parametrize("missing", ["lifted_at", "lifted_by", "lift_reason"])
def test_a_hold_is_lifted_by_somebody_at_some_time_for_a_reason(
    school: School, user: User, missing: str
) -> None:
    lifted = {"lifted_at": NOW, "lifted_by": user, "lift_reason": "Claim settled"}
    nothing = "" if missing == "lift_reason" else None

    with pytest.raises(IntegrityError):
        make_hold(school, user, person=make_person(), **lifted | {missing: nothing})


def test_a_person_is_held_once_at_a_school(school: School, user: User) -> None:
    person = make_person()
    make_hold(make_school(), user, person=person)
    make_hold(school, user, person=person, lifted_at=NOW, lifted_by=user, lift_reason="Settled")
    make_hold(school, user, person=person)

    with pytest.raises(IntegrityError):
        make_hold(school, user, person=person)


def test_a_vacancy_is_held_once(school: School, user: User) -> None:
    vacancy = make_vacancy(school=school)
    make_hold(school, user, vacancy=vacancy)

    with pytest.raises(IntegrityError):
        make_hold(school, user, vacancy=vacancy)


def test_another_confirms_what_somebody_proposed(school: School, user: User) -> None:
    make_batch(school, user, **done(make_user()))

    with pytest.raises(IntegrityError):
        make_batch(school, user, **done(user))


def test_one_may_cancel_what_one_proposed(school: School, user: User) -> None:
    make_batch(school, user, status="cancelled", settled_at=NOW, settled_by=user)

    assert DestructionBatch.objects.count() == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "allegation"},
        {"status": "burnt"},
        {"settled_at": None},
        {"settled_by": None},
        {"status": "proposed"},
        {"row_count": None},
        {"file_count": None},
        {"person_count": None},
        {"status": "cancelled"},
    ],
)
def test_a_destruction_holds_together(school: School, user: User, fields: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        make_batch(school, user, **done(make_user(), **fields))


def test_a_record_is_destroyed_once(school: School, user: User) -> None:
    make_item(make_batch(school, user, status="cancelled", settled_at=NOW, settled_by=user), is_settled=True)
    make_item(make_batch(school, user))

    with pytest.raises(IntegrityError):
        make_item(make_batch(school, user))
