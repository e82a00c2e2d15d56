"""The topic ``training-renewal`` as another system asks it."""

from datetime import date
from typing import Any

import pytest

from core.domain.errors import DomainError
from cpd.domain.questions.training_renewal import answer
from cpd.domain.training_rules import CourseKey

TODAY = date(2026, 11, 28)


def ask(**changes: object) -> dict[str, Any]:
    return answer({"training": "dsl", "awarded_date": "2024-11-30"} | changes, TODAY)


def test_lead_trained_on_30_november_2024_is_due_two_years_on() -> None:
    given = ask()

    assert {key: value for key, value in given.items() if key != "sources"} == {
        "due_date": "2026-11-30",
        "valid_until": "2026-11-29",
        "status": "due_soon",
        "basis": "guidance",
        "reason": "Awarded on 30 November 2024, renewed after 24 months by guidance: due on "
        "30 November 2026. That is in 2 days. Knowledge is refreshed at least every 12 months in between.",
    }
    assert [one["verified"] for one in given["sources"]] == [True]


@pytest.mark.parametrize("key", CourseKey)
def test_every_training_can_be_asked(key: CourseKey) -> None:
    given = ask(training=str(key), awarded_date="2026-09-01")

    assert given["status"] in {"valid", "no_expiry"}
    assert given["reason"].startswith("Awarded on 1 September 2026")
    assert given["sources"] != []


@pytest.mark.parametrize("as_at", [None, "2026-11-28"])
def test_without_a_day_today_is_asked(as_at: str | None) -> None:
    assert ask(as_at=as_at)["status"] == "due_soon"


def test_training_of_its_own_is_policy() -> None:
    given = ask(training=None, renewal_months=24)

    assert (given["due_date"], given["basis"]) == ("2026-11-30", "policy")


def test_senco_has_36_months_from_the_appointment() -> None:
    given = ask(training="senco_npq", awarded_date=None, appointed_date="2024-09-01")

    assert (given["due_date"], given["valid_until"], given["status"], given["basis"]) == (
        "2027-09-01",
        None,
        "missing",
        "statutory",
    )


@pytest.mark.parametrize(
    ("days", "status"), [(1, "valid"), (2, "due_soon"), (0, "valid"), (None, "due_soon")]
)
def test_days_that_count_as_soon_can_be_chosen(days: int | None, status: str) -> None:
    assert ask(due_soon_days=days)["status"] == status


def test_source_written_from_memory_says_so() -> None:
    assert [one["verified"] for one in ask(training="prevent_lead")["sources"]] == [False]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"training": "first_aid"}, "training"),
        ({"training": 3}, "training"),
        ({"training": None}, "renewal_months"),
        ({"renewal_months": 0}, "renewal_months"),
        ({"renewal_months": 1.5}, "renewal_months"),
        ({"awarded_date": "30/11/2024"}, "awarded_date"),
        ({"awarded_date": "2024-11-31"}, "awarded_date"),
        ({"printed_expiry": "2024-11-29"}, "printed_expiry"),
        ({"appointed_date": 2024}, "appointed_date"),
        ({"due_soon_days": -1}, "due_soon_days"),
        ({"as_at": "today"}, "as_at"),
        ({"expiry": "2026-01-01"}, "expiry"),
    ],
)
def test_facts_that_cannot_be_are_refused_in_their_place(changes: dict[str, object], field: str) -> None:
    with pytest.raises(DomainError) as caught:
        ask(**changes)

    assert (caught.value.code, caught.value.field) == ("invalid", field)


def test_expiry_printed_for_the_very_day_is_accepted() -> None:
    assert ask(printed_expiry="2024-11-30")["due_date"] == "2024-12-01"
