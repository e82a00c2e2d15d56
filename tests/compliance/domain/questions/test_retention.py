"""The topic ``retention`` as another system asks it."""

from datetime import date
from typing import Any

import pytest

from compliance.domain.questions.retention import answer
from core.domain.errors import DomainError

TODAY = date(2026, 11, 22)


def ask(**changes: object) -> dict[str, Any]:
    return answer({"record": "right_to_work", "event_date": "2026-08-31"} | changes, TODAY)


def without_sources(given: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in given.items() if key != "sources"}


def test_left_on_31_august_is_destroyed_from_31_august_two_years_on() -> None:
    given = ask(as_at="2028-08-31", legal_hold=False)

    assert without_sources(given) == {
        "destroy_after": "2028-08-31",
        "due": True,
        "is_held": False,
        "basis": "guidance",
        "reason": "This is kept 24 months from the day the person leaves: until 31 August 2028. "
        "That day has come: destroy it.",
        "needs": [],
    }
    assert [one["verified"] for one in given["sources"]] == [True]


@pytest.mark.parametrize(("as_at", "due"), [("2028-08-30", False), ("2028-08-31", True), (None, False)])
def test_retention_is_judged_as_at_the_day_or_else_today(as_at: str | None, due: bool) -> None:
    assert ask(as_at=as_at)["due"] is due


@pytest.mark.parametrize(("policy", "day"), [(None, "2028-08-31"), (12, "2028-08-31"), (36, "2029-08-31")])
def test_policy_lengthens_and_never_shortens(policy: int | None, day: str) -> None:
    assert ask(policy_months=policy)["destroy_after"] == day


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"record": None}, "record"),
        ({"record": "payslip"}, "record"),
        ({"event_date": None}, "event_date"),
        ({"event_date": "31/08/2026"}, "event_date"),
        ({"legal_hold": "no"}, "legal_hold"),
        ({"policy_months": -1}, "policy_months"),
        ({"policy_months": 1.5}, "policy_months"),
        ({"as_at": "2026-02-30"}, "as_at"),
        ({"hold": True}, "hold"),
    ],
)
def test_facts_that_cannot_be_are_refused_in_their_place(changes: dict[str, object], field: str) -> None:
    with pytest.raises(DomainError) as caught:
        ask(**changes)

    assert (caught.value.code, caught.value.field) == ("invalid", field)
