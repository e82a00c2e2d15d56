"""Stages that cannot show what they are to show, and lists that cannot be scored with care."""

from dataclasses import dataclass

import pytest

from recruitment.domain.linter.assessment import MANY_ESSENTIALS, remarks_on_assessment


@dataclass(frozen=True)
class Written:
    text: str
    requirement: str | None = "essential"
    evidence: str = "AI"


def found(*criteria: Written) -> list[tuple[str, tuple[int, ...]]]:
    return [(remark.code, remark.criteria) for remark in remarks_on_assessment(criteria)]


SORTABLE = Written("Knowledge of phonics", "desirable")


@pytest.mark.parametrize(
    ("text", "requirement", "evidence", "codes"),
    [
        ("Experience of family support", "essential", "AI", []),
        (
            "Reliable time keeping at work",
            "essential",
            "R",
            ["essential_never_scored", "no_essential_on_form"],
        ),
        ("Reliable time keeping at work", "desirable", "R", []),
        ("Reliable time keeping at work", "essential", "RI", ["no_essential_on_form"]),
        ("Right of entry", "essential", "D", ["no_essential_on_form"]),
        ("Enthusiastic", "essential", "A", ["not_seen_on_form"]),
        ("Enthusiastic", "essential", "AI", []),
        ("Enthusiastic about reading aloud to children", "essential", "A", []),
        (
            "NVQ level 3 or equivalent",
            "essential",
            "I",
            ["certificate_not_asked_for", "no_essential_on_form"],
        ),
        ("NVQ level 3 or equivalent", "essential", "AC", []),
        ("GCSE mathematics lessons that hold the interest of a class", "desirable", "IO", []),
        ("A level teaching of a second language", "desirable", "IO", []),
        ("Degree in marketing", "desirable", "I", ["certificate_not_asked_for"]),
        ("BTEC Level 3 in Sports Leadership", "desirable", "I", ["certificate_not_asked_for"]),
        ("A degree and a recognised teaching diploma", "desirable", "I", ["certificate_not_asked_for"]),
        ("Enhanced DBS certificate", "essential", "AI", ["checked_too_early"]),
        ("Enhanced DBS certificate", "desirable", "D", []),
        ("Enhanced DBS clearance", "essential", "R", ["checked_too_early", "no_essential_on_form"]),
        ("Clean criminal record check", "essential", "AI", ["checked_too_early"]),
        ("Clean criminal record", "essential", "AI", ["criminal_record_ban"]),
        ("Clean criminal record", "essential", "D", ["criminal_record_ban", "no_essential_on_form"]),
        ("Clean criminal record", "essential", "", ["criminal_record_ban"]),
        ("CRB check clear", "essential", "AI", ["checked_too_early"]),
        ("Eligible to live and work in the UK", "essential", "AIT", ["checked_too_early"]),
        ("Experience of processing enhanced DBS applications", "essential", "AI", []),
        (
            "No criminal convictions, reprimands, warnings or bind-overs",
            "essential",
            "A",
            ["criminal_record_ban"],
        ),
        ("No criminal record", "essential", "", ["criminal_record_ban"]),
        ("No criminal record", "desirable", "D", ["criminal_record_ban"]),
        ("No convictions that bar from work with children", "essential", "AI", ["checked_too_early"]),
        ("No convictions that bar from work with children", "essential", "AD", ["checked_too_early"]),
        (
            "Excellent communication skills",
            "essential",
            "D",
            ["essential_only_checked", "no_essential_on_form"],
        ),
        ("Excellent communication skills", "desirable", "D", []),
        ("Excellent communication skills", "essential", "AD", []),
        ("Excellent sickness record", "essential", "R", ["no_essential_on_form"]),
        ("Excellent sickness record", "essential", "AIT", []),
        ("Good attendance and punctuality", "essential", "RC", ["no_essential_on_form"]),
        ("Ability to calm a distressed child", "essential", "A", ["not_seen_on_form"]),
        ("Able to manage the behaviour of a class of 30", "essential", "A", ["not_seen_on_form"]),
        ("Good spoken English", "essential", "A", ["not_seen_on_form"]),
        ("Good spoken English", "essential", "AI", []),
        ("Good written English", "essential", "A", []),
        ("Knowledge of DBS procedures", "essential", "AI", []),
        ("Knows the right to work checks", "essential", "AI", []),
        ("", "essential", "R", []),
        ("Plans lessons", "essential", "", []),
        ("Plans lessons", "essential", "AIT", ["every_stage"]),
        ("Plans lessons", "essential", "AIO", ["every_stage"]),
        ("Plans lessons", "essential", "AIR", []),
    ],
)
def test_a_criterion_is_assessed_where_it_can_be_shown(
    text: str, requirement: str, evidence: str, codes: list[str]
) -> None:
    assert [code for code, _ in found(Written(text, requirement, evidence), SORTABLE)] == codes


def test_criteria_tested_at_every_stage_share_one_remark() -> None:
    assert found(Written("Plans", evidence="AIT"), SORTABLE, Written("Marks", evidence="AIP")) == [
        ("every_stage", (0, 2))
    ]


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        ("R", "References are read before the interview where possible"),
        ("RC", "References are read before the interview where possible"),
        ("C", "A certificate proves what somebody has"),
        ("CD", "A certificate proves what somebody has"),
        ("D", "Checks after the offer look at papers."),
    ],
)
def test_why_nobody_scores_it_is_said_by_what_assesses_it(evidence: str, words: str) -> None:
    [remark, *_] = remarks_on_assessment([Written("Reliable time keeping", evidence=evidence), SORTABLE])

    assert remark.why.startswith(words)
    assert "once somebody has been chosen" not in remark.why


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        (["AIT"], "One criterion is scored from the form, by a task and at interview:"),
        (["AIO"], "One criterion is scored from the form, by observation and at interview:"),
        (["AIP"], "One criterion is scored from the form, by a presentation and at interview:"),
        (["AIO", "AIT"], "2 criteria are scored from the form, by a task or observation and at interview:"),
        (
            ["AIPOT"],
            "One criterion is scored from the form, by a task or a presentation or observation and at",
        ),
    ],
)
def test_what_is_tested_at_every_stage_is_named_as_it_is_tested(evidence: list[str], words: str) -> None:
    written = [Written("Plans lessons", evidence=letters) for letters in evidence]
    [remark, *_] = remarks_on_assessment([*written, SORTABLE])

    assert remark.why.startswith(words)


@pytest.mark.parametrize(
    ("count", "codes"), [(MANY_ESSENTIALS, []), (MANY_ESSENTIALS + 1, ["too_many_essentials"])]
)
def test_many_essentials_are_counted(count: int, codes: list[str]) -> None:
    essentials = [Written(f"Criterion {number}") for number in range(count)]

    assert [code for code, _ in found(*essentials, SORTABLE)] == codes


@pytest.mark.parametrize(("count", "codes"), [(7, []), (8, ["nothing_desirable"])])
def test_a_list_of_some_length_has_something_to_sort_by(count: int, codes: list[str]) -> None:
    assert [code for code, _ in found(*[Written(f"Criterion {number}") for number in range(count)])] == codes


def test_requirements_not_stated_are_not_taken_for_essential() -> None:
    assert found(*[Written(f"Criterion {number}", None) for number in range(20)]) == []
