"""A person decides, with a reason; an essential not met needs a reason of its own."""

import pytest

from core.domain.errors import DomainError
from core.domain.permissions import Permission
from recruitment.domain.decisions import (
    Choice,
    Standing,
    check_choice,
    deny_confirmation,
    deny_decision,
    permission_to_decide,
    suggest_outcome,
    suggest_reason,
)

MET = Standing(is_complete=True, gate="met")
FAILS = Standing(is_complete=True, gate="not_met", failing=("Knowledge of safeguarding",))
OPEN = Standing(is_complete=False, gate="open")


def code_of(choice: Choice, standing: Standing, stage_kind: str = "application") -> str | None:
    try:
        check_choice(choice, standing, stage_kind=stage_kind)
    except DomainError as error:
        return error.code
    return None


@pytest.mark.parametrize(
    ("choice", "standing", "expected"),
    [
        (Choice("shortlisted", "Meets all essentials"), MET, None),
        (Choice("shortlisted", ""), MET, "reason_missing"),
        (Choice("shortlisted", "  "), MET, "reason_missing"),
        (Choice("not_shortlisted", ""), FAILS, "reason_missing"),
        (Choice("not_shortlisted", "Essential not met"), FAILS, None),
        (Choice("shortlisted", "Strong otherwise"), FAILS, "override_missing"),
        (Choice("shortlisted", "Strong otherwise", " "), OPEN, "override_missing"),
        (Choice("shortlisted", "Strong otherwise", "Shown in the covering letter"), FAILS, None),
        (Choice("reserve", "Close to the line"), FAILS, None),
        (Choice("appoint", "Best evidence"), MET, "unknown_outcome"),
        (Choice("", "A reason"), MET, "unknown_outcome"),
    ],
)
def test_choice_needs_what_makes_it_defensible(
    choice: Choice, standing: Standing, expected: str | None
) -> None:
    assert code_of(choice, standing) == expected


def test_appointing_against_an_essential_needs_an_override() -> None:
    assert code_of(Choice("appoint", "Best on the day"), FAILS, "interview") == "override_missing"
    assert code_of(Choice("appoint", "Best on the day"), MET, "interview") is None
    assert code_of(Choice("shortlisted", "Best on the day"), MET, "interview") == "unknown_outcome"


def test_override_message_names_the_essential() -> None:
    with pytest.raises(DomainError) as caught:
        check_choice(Choice("shortlisted", "Good"), FAILS, stage_kind="application")
    assert caught.value.message == (
        "Not every essential is met (Knowledge of safeguarding). To go on all the same, say why."
    )
    assert caught.value.field == "override_reason"


@pytest.mark.parametrize(
    ("status", "denied"), [("preparing", True), ("scoring", True), ("unsealed", False), ("decided", False)]
)
def test_nothing_is_decided_on_sealed_scores(status: str, denied: bool) -> None:
    assert (deny_decision(status) is not None) is denied


def test_confirmation_needs_full_scores_first_and_then_every_decision() -> None:
    assert deny_confirmation(undecided=[], incomplete=[]) is None
    undecided = deny_confirmation(undecided=["C02"], incomplete=[])
    incomplete = deny_confirmation(undecided=["C02"], incomplete=["C03"])
    assert undecided is not None
    assert undecided.code == "undecided"
    assert incomplete is not None
    assert incomplete.code == "incomplete"


def test_appointing_is_the_heads_permission() -> None:
    assert permission_to_decide("application") == Permission.DECIDE_SHORTLIST
    assert permission_to_decide("task") == Permission.DECIDE_SHORTLIST
    assert permission_to_decide("interview") == Permission.DECIDE_APPOINTMENT


@pytest.mark.parametrize(
    ("rank", "guaranteed", "expected"),
    [
        (6, False, "shortlisted"),
        (7, False, "not_shortlisted"),
        (7, True, "shortlisted"),
        (None, False, "not_shortlisted"),
    ],
)
def test_suggestion_follows_the_line_of_six(rank: int | None, guaranteed: bool, expected: str) -> None:
    assert (
        suggest_outcome(stage_kind="application", rank=rank, places=6, is_guaranteed=guaranteed) == expected
    )


@pytest.mark.parametrize(("rank", "expected"), [(1, "appoint"), (2, "reserve"), (None, "not_appointed")])
def test_suggestion_after_interview(rank: int | None, expected: str) -> None:
    assert suggest_outcome(stage_kind="interview", rank=rank, places=1) == expected


def test_suggested_reason_speaks_of_criteria_not_of_others() -> None:
    assert (
        suggest_reason(outcome="not_shortlisted", failing=("ELSA training",), total_percent=40.0, rank=None)
        == "Essential criteria not met: ELSA training."
    )
    assert (
        suggest_reason(outcome="shortlisted", failing=(), total_percent=72.2, rank=1)
        == "Meets every essential criterion; 72.2% of the weighted points."
    )
    assert (
        suggest_reason(outcome="not_shortlisted", failing=(), total_percent=51.0, rank=9)
        == "Meets the essential criteria; 51.0% of the weighted points, below the line."
    )
    assert suggest_reason(outcome="not_shortlisted", failing=(), total_percent=None, rank=None) == (
        "Points are still to settle."
    )
