import pytest

from recruitment.domain.coverage import find_coverage_gaps, find_unscored, methods_in_use, share_of_stage
from recruitment.domain.scoring import Stage
from recruitment.domain.vacancy_freeze import FrozenCriterion


def criterion(evidence: str, *, requirement: str = "essential", weight: int = 1) -> FrozenCriterion:
    return FrozenCriterion("", f"Criterion {evidence}", requirement, evidence, False, weight)


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ([], []),
        ([criterion("A")], []),
        ([criterion("AI"), criterion("I"), criterion("T"), criterion("P"), criterion("O")], []),
        ([criterion("I")], ["nothing_to_shortlist_by"]),
        ([criterion("A"), criterion("")], ["never_assessed"]),
        ([criterion("A"), criterion("", requirement="desirable")], ["never_assessed"]),
        ([criterion("A"), criterion("R")], ["essential_never_scored"]),
        ([criterion("A"), criterion("CD")], ["essential_never_scored"]),
        ([criterion("A"), criterion("RI")], []),
        ([criterion("A"), criterion("R", requirement="desirable")], []),
        ([criterion("R")], ["nothing_to_shortlist_by", "essential_never_scored"]),
    ],
)
def test_find_coverage_gaps(criteria: list[FrozenCriterion], expected: list[str]) -> None:
    assert [finding.code for finding in find_coverage_gaps(criteria)] == expected


@pytest.mark.parametrize(
    ("text", "evidence", "expected"),
    [
        ("Excellent sickness record", "R", ["health_before_offer"]),
        ("Excellent sickness record", "", ["health_before_offer"]),
        ("Excellent sickness record", "D", []),
        ("Enhanced DBS certificate", "AI", ["check_before_offer"]),
        ("Enhanced DBS certificate", "D", []),
        ("Excellent communication skills", "D", ["essential_only_checked"]),
        ("Excellent communication skills", "R", ["essential_never_scored"]),
        ("Excellent communication skills", "AD", []),
    ],
)
def test_what_waits_for_an_offer_is_not_advised_into_a_stage(
    text: str, evidence: str, expected: list[str]
) -> None:
    row = FrozenCriterion("", text, "essential", evidence, False, 1)

    assert [finding.code for finding in find_coverage_gaps([criterion("A"), row])] == expected


@pytest.mark.parametrize("text", ["Excellent sickness record", "Enhanced DBS certificate"])
@pytest.mark.parametrize("letters", ["", "R", "C", "D", "RD", "AI", "AIT"])
def test_no_essential_that_waits_for_an_offer_counts_as_unscored(text: str, letters: str) -> None:
    assert find_unscored(text, letters) is None


def test_only_nothing_to_shortlist_by_stops() -> None:
    findings = find_coverage_gaps([criterion("R"), criterion("")])

    assert [(finding.code, finding.stops) for finding in findings] == [
        ("nothing_to_shortlist_by", True),
        ("essential_never_scored", False),
        ("never_assessed", False),
    ]


def test_methods_in_use_stand_in_the_order_of_the_process() -> None:
    assert [letter for letter, _words in methods_in_use([criterion("CT"), criterion("R")])] == [
        "A",
        "I",
        "T",
        "R",
        "C",
    ]


def test_share_of_stage_counts_only_what_the_stage_assesses() -> None:
    criteria = [criterion("AI", weight=3), criterion("A", weight=2), criterion("I"), criterion("R", weight=9)]

    assert share_of_stage(criteria, Stage.APPLICATION) == (60.0, 40.0, None, None)
    assert share_of_stage(criteria, Stage.INTERVIEW) == (75.0, None, 25.0, None)


def test_share_of_stage_without_any_criterion_of_it() -> None:
    assert share_of_stage([criterion("A")], Stage.TASK) == (None,)
