"""Who may stand in the ELSA ledger, and what may be written into it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from compliance.domain.categories import WorkerCategory
from core.domain.errors import DomainError
from cpd.domain.elsa_entries import (
    SessionEntry,
    check_session,
    check_training_day,
    deny_registration,
    is_employed,
)

TODAY = date(2026, 11, 28)
HELD = SessionEntry(kind="psychologist", session_date=TODAY, is_planned=False, attended=True)
EMPLOYED = {
    "teacher",
    "support_staff",
    "ta_elsa",
    "leader_maintained",
    "leader_academy",
    "trainee_salaried",
    "ey_wrap",
}


def field_refused(check: Callable[..., None], *facts: object, **more: object) -> str | None:
    """The field a check refuses; None where it refuses nothing."""
    try:
        check(*facts, **more)
    except DomainError as error:
        return error.field
    return None


def test_only_whom_the_school_employs_can_be_registered() -> None:
    allowed = {category for category in WorkerCategory if deny_registration(category) is None}
    assert allowed == EMPLOYED


def test_agency_worker_is_told_why_not() -> None:
    denial = deny_registration("supply_agency", is_declared_employed=True)
    assert denial is not None
    assert denial.message == (
        "An ELSA is employed by the school. Self-employed people, agency workers, contractors, volunteers "
        "and governors cannot be registered."
    )


@pytest.mark.parametrize(
    ("declared", "code"), [(True, None), (False, "not_employed"), (None, "employment_unknown")]
)
def test_role_not_described_is_what_is_declared(declared: bool | None, code: str | None) -> None:
    denial = deny_registration(None, is_declared_employed=declared)
    assert (denial.code if denial else None) == code
    assert is_employed(None) is None


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({}, None),
        ({"session_date": date(2026, 11, 29)}, "session_date"),
        ({"is_planned": True, "attended": None}, "session_date"),
        ({"is_planned": True, "attended": None, "session_date": date(2026, 11, 29)}, None),
        ({"attended": None}, "attended"),
        ({"session_hours": Decimal(0)}, "session_hours"),
        ({"session_hours": Decimal("24.01")}, "session_hours"),
        ({"session_hours": Decimal(24)}, None),
        ({"group_size": 0}, "group_size"),
        ({"group_size": 1}, None),
        ({"supervisor_kind": "trainee_year_3"}, None),
        ({"kind": "management"}, None),
        ({"kind": "management", "supervisor_kind": "trainee_year_3"}, "supervisor_kind"),
    ],
)
def test_session_that_cannot_be_is_refused_at_its_field(change: dict[str, Any], field: str | None) -> None:
    entry = replace(HELD, **change)
    found = field_refused(check_session, entry, today=TODAY, is_psychologists=entry.kind == "psychologist")
    assert found == field


@pytest.mark.parametrize(
    ("number", "day", "attended", "field"),
    [
        (0, TODAY, True, "number"),
        (1, TODAY, True, None),
        (6, TODAY, True, None),
        (7, TODAY, True, "number"),
        (5, date(2026, 11, 29), True, "training_date"),
        (5, date(2026, 11, 29), False, None),
    ],
)
def test_training_day_that_cannot_be_is_refused(
    number: int, day: date, attended: bool, field: str | None
) -> None:
    found = field_refused(
        check_training_day, number=number, day=day, attended=attended, training_days=6, today=TODAY
    )
    assert found == field
