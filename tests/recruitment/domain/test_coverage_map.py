"""What is assessed by what, what is left out, and the plan made of it."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.coverage_map import find_gap, map_coverage, plan_of


@dataclass(frozen=True)
class Written:
    text: str = "Plans lessons"
    requirement: str = "essential"
    evidence: str = "AI"
    section: str = ""


@pytest.mark.parametrize(
    ("requirement", "evidence", "code", "urgency"),
    [
        ("essential", "", "essential_never_assessed", "alarm"),
        ("desirable", "", "desirable_never_assessed", "warning"),
        ("essential", "R", "essential_never_scored", "warning"),
        ("essential", "CR", "essential_never_scored", "warning"),
        ("essential", "RD", "essential_never_scored", "warning"),
        ("essential", "D", "essential_only_checked", "alarm"),
        ("essential", "AIT", "every_stage", "note"),
        ("desirable", "AIO", "every_stage", "note"),
    ],
)
def test_what_is_amiss_is_said(requirement: str, evidence: str, code: str, urgency: str) -> None:
    gap = find_gap(Written(requirement=requirement, evidence=evidence))

    assert gap is not None
    assert (gap.code, gap.urgency.value) == (code, urgency)


@pytest.mark.parametrize(
    ("requirement", "evidence"),
    [
        ("essential", "A"),
        ("essential", "AI"),
        ("essential", "AT"),
        ("essential", "ATP"),
        ("desirable", "R"),
    ],
)
def test_what_is_assessed_well_is_left_alone(requirement: str, evidence: str) -> None:
    assert find_gap(Written(requirement=requirement, evidence=evidence)) is None


@pytest.mark.parametrize(
    ("text", "evidence", "code", "urgency"),
    [
        ("Excellent sickness record", "R", "health_before_offer", "alarm"),
        ("Excellent sickness record", "AIT", "health_before_offer", "alarm"),
        ("Excellent sickness record", "", "health_before_offer", "alarm"),
        ("Enhanced DBS certificate", "AI", "check_before_offer", "warning"),
        ("Enhanced DBS certificate", "", "check_before_offer", "warning"),
        ("No criminal record", "A", "ban_before_offer", "alarm"),
        ("No criminal record", "D", "ban_before_offer", "alarm"),
        ("Excellent communication skills", "D", "essential_only_checked", "alarm"),
    ],
)
@pytest.mark.parametrize("requirement", ["essential", "desirable"])
def test_what_waits_for_an_offer_is_said_whatever_is_required(
    requirement: str, text: str, evidence: str, code: str, urgency: str
) -> None:
    gap = find_gap(Written(text, requirement, evidence))

    if requirement == "desirable" and code == "essential_only_checked":
        assert gap is None
    else:
        assert gap is not None
        assert (gap.code, gap.urgency.value) == (code, urgency)


@pytest.mark.parametrize("evidence", ["", "R", "C", "RD", "A", "AIT"])
@pytest.mark.parametrize(
    "text", ["Excellent sickness record", "Good attendance and punctuality", "In good health"]
)
def test_no_advice_leads_to_a_question_about_health(text: str, evidence: str) -> None:
    gap = find_gap(Written(text, evidence=evidence))

    assert gap is not None
    assert "interview" not in gap.advice
    assert "at least one method" not in gap.advice


@pytest.mark.parametrize(
    "text",
    [
        "Enhanced DBS certificate",
        "Right to work in the UK",
        "Registration with Social Work England",
        "Degree",
    ],
)
def test_what_papers_settle_may_be_left_to_the_checks(text: str) -> None:
    assert find_gap(Written(text, evidence="D")) is None


def test_references_are_read_before_the_interview() -> None:
    gap = find_gap(Written("Reliable", evidence="R"))

    assert gap is not None
    assert "before the interview where possible" in gap.advice
    assert [part.title for part in plan_of(map_coverage([Written(evidence="AIR")]))] == [
        "Shortlisting",
        "Reference",
        "Interview",
    ]


def test_the_five_ways_are_always_columns_and_others_where_they_are_used() -> None:
    assert [column.letter for column in map_coverage([Written()]).columns] == ["A", "I", "T", "R", "C"]
    assert [column.letter for column in map_coverage([Written(evidence="OD")]).columns] == [
        "A",
        "I",
        "T",
        "O",
        "R",
        "C",
        "D",
    ]


def test_columns_count_what_they_show() -> None:
    criteria = [Written(), Written(evidence="A"), Written(requirement="desirable", evidence="AR")]

    counts = {one.letter: (one.essential, one.desirable) for one in map_coverage(criteria).columns}

    assert counts == {"A": (2, 1), "I": (1, 0), "T": (0, 0), "R": (0, 1), "C": (0, 0)}


def test_the_most_urgent_stands_first() -> None:
    criteria = [
        Written(evidence="AIT"),
        Written(),
        Written(evidence="R"),
        Written(requirement="desirable", evidence=""),
        Written(evidence=""),
    ]

    assert [row.number for row in map_coverage(criteria).alarms] == [5, 3, 4, 1]


def test_the_plan_has_each_part_that_assesses_something() -> None:
    plan = plan_of(map_coverage([Written(evidence="AO"), Written(evidence="TO"), Written(evidence="CD")]))

    assert [(part.title, [row.number for row in part.rows]) for part in plan] == [
        ("Shortlisting", [1]),
        ("Task, presentation or observation", [1, 2]),
        ("Certificate", [3]),
        ("Pre-employment checks", [3]),
    ]


@given(st.lists(st.builds(Written, evidence=st.sets(st.sampled_from("ACIRTPOD")).map("".join)), max_size=12))
def test_every_letter_of_a_criterion_is_planned_for(criteria: list[Written]) -> None:
    coverage = map_coverage(criteria)
    planned = {
        (row.number, letter) for part in plan_of(coverage) for row in part.rows for letter in part.letters
    }

    assert len(coverage.rows) == len(criteria)
    assert {
        (number, letter) for number, one in enumerate(criteria, start=1) for letter in one.evidence
    } <= planned
    assert [sum(row.methods) for row in coverage.rows] == [len(one.evidence) for one in criteria]
