"""The topic ``employment-gaps`` as another system asks it."""

from datetime import date
from typing import Any

import pytest

from core.domain.errors import DomainError
from recruitment.domain.questions.employment_gaps import answer

TODAY = date(2026, 11, 22)
MONTHS = "some dates are known only to the month"
ASK_WHAT = "Ask what happened in this time."
ASK_WHEN = "Ask for the exact dates."


def job(start: str, end: str | None = None, kind: str = "employment") -> dict[str, object]:
    return {"from": start, "to": end, "kind": kind}


def ask(*history: object, **changes: object) -> dict[str, Any]:
    return answer({"history": list(history)} | changes, TODAY)


def test_jobs_that_follow_on_leave_no_gap() -> None:
    given = ask(job("2018-09-01", "2025-08-31"), job("2025-09-01"), education_ended="2018-08-31")

    assert (given["gaps"], given["overlaps"]) == ([], [])


def test_gap_of_known_days_is_certain() -> None:
    assert ask(job("2018-09-01", "2025-08-31"), job("2025-10-01"))["gaps"] == [
        {
            "from": "2025-09-01",
            "to": "2025-09-30",
            "days_least": 30,
            "days_most": 30,
            "certain": True,
            "reason": "Nothing is given for 30 days. Ask what happened in this time.",
        }
    ]


@pytest.mark.parametrize(
    ("end", "start", "certain", "reason"),
    [
        ("2025-06", "2025-08", True, f"Nothing is given for 31 to 90 days: {MONTHS}. {ASK_WHAT}"),
        ("2025-06-10", "2025-07", False, f"There may be a gap of 20 to 50 days: {MONTHS}. {ASK_WHEN}"),
        ("2025-06", "2025-07", False, f"There may be a gap of up to 59 days: {MONTHS}. {ASK_WHEN}"),
    ],
)
def test_gap_between_months_says_what_is_certain(end: str, start: str, reason: str, *, certain: bool) -> None:
    given = ask(job("2018-09", end), job(start))["gaps"]

    assert [(gap["certain"], gap["reason"]) for gap in given] == [(certain, reason)]


def test_overlapping_jobs_are_merged_and_listed() -> None:
    given = ask(
        job("2018-09-01", "2020-08-31"), job("2019-01-01", "2019-06-30", "education"), job("2020-09-01")
    )

    assert given["gaps"] == []
    assert [(one["from"], one["to"]) for one in given["overlaps"]] == [("2019-01-01", "2019-06-30")]


@pytest.mark.parametrize(("threshold", "count"), [(29, 1), (30, 1), (31, 0)])
def test_threshold_is_the_schools_choice(threshold: int, count: int) -> None:
    history = job("2018-09-01", "2025-08-31"), job("2025-10-01")

    assert len(ask(*history, threshold_days=threshold)["gaps"]) == count


@pytest.mark.parametrize(("start", "count"), [("2025-09-28", 0), ("2025-09-29", 1)])
def test_threshold_is_twenty_eight_days_unless_chosen(start: str, count: int) -> None:
    assert len(ask(job("2018-09-01", "2025-08-31"), job(start))["gaps"]) == count


def test_until_is_today_where_it_is_not_given() -> None:
    assert ask(job("2018-09-01", "2026-10-25"))["gaps"][0]["to"] == "2026-11-22"


def test_entry_without_a_kind_or_an_end_is_current_all_the_same() -> None:
    assert ask({"from": "2018-09-01"})["gaps"] == []


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"history": None}, "history"),
        ({}, "history"),
        ({"history": [{"to": "2020-01-01"}]}, "history[0].from"),
        ({"history": [{"from": "2020"}]}, "history[0].from"),
        ({"history": [job("2020-01-02", "2020-01-01")]}, "history[0].to"),
        ({"history": [job("2020-02", "2020-01")]}, "history[0].to"),
        ({"history": [job("2020-02", "2020-01-31")]}, "history[0].to"),
        ({"history": [job("2020-01-01", kind="gap")]}, "history[0].kind"),
        ({"history": [{"from": "2020-01-01", "employer": "Mill Lane"}]}, "history[0].employer"),
        ({"history": [], "threshold_days": 0}, "threshold_days"),
        ({"history": [], "threshold_days": -1}, "threshold_days"),
        ({"history": [], "education_ended": "July 2018"}, "education_ended"),
        ({"history": [], "education_ended": "2018-07", "until": "2018-06-30"}, "until"),
        ({"history": [], "education_ended": "2026-11-23"}, "until"),
        ({"history": [], "as_at": "2026-11-22"}, "as_at"),
    ],
)
def test_employment_gaps_refuse_what_cannot_be(facts: dict[str, object], field: str) -> None:
    with pytest.raises(DomainError) as caught:
        answer(facts, TODAY)

    assert (caught.value.code, caught.value.field) == ("invalid", field)


def test_dates_within_one_month_are_possible_in_any_order_the_days_allow() -> None:
    assert ask(job("2020-01-31", "2020-01"), job("2020-02", "2020-02"))["overlaps"] == []
