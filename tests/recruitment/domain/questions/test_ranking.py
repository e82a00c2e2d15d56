"""The topic ``ranking`` as another system asks it."""

from datetime import date
from typing import Any

import pytest

from core.domain.errors import DomainError
from recruitment.domain.questions.ranking import answer

TODAY = date(2026, 11, 22)
MET = "Every essential criterion of this stage is met."
UNSCORED = "Without points from somebody: {}. Score it or agree points."


def criterion(
    name: str, requirement: str = "essential", weight: int = 1, evidence: str = "A"
) -> dict[str, Any]:
    return {"id": name, "requirement": requirement, "weight": weight, "evidence": list(evidence)}


def sheet(
    assessor: str, application: str, scores: dict[str, Any], *, submitted: bool = True
) -> dict[str, Any]:
    return {"assessor": assessor, "application": application, "submitted": submitted, "scores": scores}


def facts(**changes: object) -> dict[str, object]:
    return {
        "stage": "application",
        "scale": {"min": 0, "max": 3},
        "essential_threshold": 1,
        "criteria": [
            criterion("c1", weight=3),
            criterion("c2", "desirable", 2),
            criterion("c3", evidence="I"),
        ],
        "sheets": [
            sheet("Okafor", "C01", {"c1": 2, "c2": 3}),
            sheet("Pryce", "C01", {"c1": 3, "c2": 3}),
            sheet("Okafor", "C02", {"c1": 0, "c2": 3}),
            sheet("Pryce", "C02", {"c1": 1, "c2": 1}),
        ],
    } | changes


def ask(**changes: object) -> dict[str, Any]:
    return answer(facts(**changes), TODAY)


def refusal(**changes: object) -> tuple[str | None, str]:
    with pytest.raises(DomainError) as caught:
        ask(**changes)
    assert caught.value.code == "invalid"
    return caught.value.field, caught.value.message


def test_ranking_answers_every_part() -> None:
    given = ask()
    assert {key: value for key, value in given.items() if key != "sources"} == {
        "applications": [
            {
                "application": "C01",
                "complete": True,
                "gate": "met",
                "failing": [],
                "essential_percent": 83.3,
                "desirable_percent": 100.0,
                "total_percent": 90.0,
                "rank": 1,
                "reason": "Every essential criterion of this stage is met.",
            },
            {
                "application": "C02",
                "complete": False,
                "gate": "open",
                "failing": [],
                "essential_percent": None,
                "desirable_percent": None,
                "total_percent": None,
                "rank": None,
                "reason": "The panel is divided on whether this is met: c1. Agree points.",
            },
        ],
        "discuss": [
            {
                "application": "C02",
                "criterion": "c1",
                "spread": 1,
                "reason": "The panel is divided on this essential: 1 of 2 gave fewer than the 1 point it "
                "takes. What you agree decides whether the essentials are met.",
            },
            {
                "application": "C02",
                "criterion": "c2",
                "spread": 2,
                "reason": "Points from 1 to 3, 2 points apart. "
                "What you agree can change the total and the rank.",
            },
        ],
        "not_assessable": ["c3"],
    }


def test_ranking_is_settled_by_agreed_points() -> None:
    given = ask(agreed={"C02": {"c1": 3, "c2": None}})

    assert [(one["application"], one["total_percent"], one["rank"]) for one in given["applications"]] == [
        ("C01", 90.0, 1),
        ("C02", 86.7, 2),
    ]
    assert [one["criterion"] for one in given["discuss"]] == ["c2"]


def test_ranking_shows_a_total_as_in_the_shortlisting_notes() -> None:
    criteria = [criterion("a", weight=3), criterion("b", weight=2), criterion("c", weight=1)]

    given = ask(criteria=criteria, sheets=[sheet("Okafor", "C01", {"a": 2, "b": 3, "c": 1})])

    assert given["applications"][0]["total_percent"] == 72.2


@pytest.mark.parametrize(
    ("stage", "not_assessable"),
    [
        ("application", ["i", "r", "c", "t", "p", "o", "d", "none"]),
        ("interview", ["a", "r", "c", "t", "p", "o", "d", "none"]),
        ("task", ["a", "i", "r", "c", "d", "none"]),
    ],
)
def test_ranking_leaves_out_what_the_stage_cannot_assess(stage: str, not_assessable: list[str]) -> None:
    criteria = [criterion(letter.lower(), evidence=letter) for letter in "AIRCTPOD"]

    given = ask(stage=stage, criteria=[*criteria, criterion("none", evidence="")], sheets=[])

    assert (given["not_assessable"], given["applications"]) == (not_assessable, [])


@pytest.mark.parametrize(("letters", "not_assessable"), [("AI", []), ("IA", []), ("I", ["c1"]), ("", ["c1"])])
def test_ranking_takes_evidence_in_one_text_as_it_is_stored(letters: str, not_assessable: list[str]) -> None:
    given = ask(criteria=[criterion("c1") | {"evidence": letters}], sheets=[])

    assert given["not_assessable"] == not_assessable


def test_ranking_ignores_points_for_what_the_stage_cannot_assess() -> None:
    with_interview = [sheet("Okafor", "C01", {"c1": 3, "c2": 3, "c3": 0})]
    without = [sheet("Okafor", "C01", {"c1": 3, "c2": 3})]

    assert ask(sheets=with_interview)["applications"] == ask(sheets=without)["applications"]


@pytest.mark.parametrize(
    ("given", "gate", "reason"),
    [
        (sheet("Okafor", "C01", {}, submitted=False), "open", "Nobody has submitted a sheet yet."),
        (sheet("Okafor", "C01", {"c1": 3, "c2": None}), "met", f"{MET} {UNSCORED.format('c2')}"),
        (sheet("Okafor", "C01", {"c1": 0, "c2": 3}), "not_met", "Not met, so not ranked: c1."),
        (sheet("Okafor", "C01", {}), "open", UNSCORED.format("c1, c2")),
    ],
)
def test_ranking_gives_a_reason_for_every_standing(given: object, gate: str, reason: str) -> None:
    answered = ask(sheets=[given])["applications"][0]

    assert (answered["gate"], answered["reason"]) == (gate, reason)


def test_ranking_lists_an_application_that_has_only_agreed_points() -> None:
    given = ask(sheets=[], agreed={"C05": {"c1": 0}, "C06": None})

    assert [
        (one["application"], one["complete"], one["gate"], one["rank"]) for one in given["applications"]
    ] == [("C05", False, "not_met", None)]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"stage": None}, "stage"),
        ({"stage": "longlist"}, "stage"),
        ({"scale": None}, "scale"),
        ({"scale": {"min": 0}}, "scale.max"),
        ({"scale": {"min": 3, "max": 3}}, "scale.max"),
        ({"scale": {"min": -1, "max": 3}}, "scale.min"),
        ({"scale": {"min": 0, "max": 3, "step": 1}}, "scale.step"),
        ({"essential_threshold": None}, "essential_threshold"),
        ({"essential_threshold": 4}, "essential_threshold"),
        ({"essential_threshold": -1}, "essential_threshold"),
        ({"essential_threshold": 1.5}, "essential_threshold"),
        ({"criteria": None}, "criteria"),
        ({"criteria": {}}, "criteria"),
        ({"criteria": [criterion("c1"), criterion("c1")]}, "criteria[1].id"),
        ({"criteria": [criterion("c1") | {"id": " "}]}, "criteria[0].id"),
        ({"criteria": [criterion("c1", "useful")]}, "criteria[0].requirement"),
        ({"criteria": [criterion("c1") | {"requirement": None}]}, "criteria[0].requirement"),
        ({"criteria": [criterion("c0"), criterion("c1"), criterion("c2", weight=-1)]}, "criteria[2].weight"),
        ({"criteria": [criterion("c1") | {"weight": None}]}, "criteria[0].weight"),
        ({"criteria": [criterion("c1", evidence="AZ")]}, "criteria[0].evidence[1]"),
        ({"criteria": [criterion("c1") | {"evidence": "A/I"}]}, "criteria[0].evidence"),
        ({"criteria": [criterion("c1") | {"evidence": 1}]}, "criteria[0].evidence"),
        ({"criteria": [criterion("c1") | {"evidence": None}]}, "criteria[0].evidence"),
        ({"sheets": None}, "sheets"),
        ({"sheets": [sheet("Okafor", "C01", {"c9": 1})]}, "sheets[0].scores.c9"),
        ({"sheets": [sheet("Okafor", "C01", {"c1": 4})]}, "sheets[0].scores.c1"),
        ({"sheets": [sheet("Okafor", "C01", {"c3": -1})]}, "sheets[0].scores.c3"),
        ({"sheets": [sheet("Okafor", "C01", {"c1": "2"})]}, "sheets[0].scores.c1"),
        ({"sheets": [sheet("Okafor", "C01", {"c1": True})]}, "sheets[0].scores.c1"),
        ({"sheets": [sheet("Okafor", "C01", {}), sheet("Okafor", "C01", {}, submitted=False)]}, "sheets[1]"),
        ({"sheets": [sheet("Okafor", "C01", {}) | {"submitted": None}]}, "sheets[0].submitted"),
        ({"sheets": [sheet("Okafor", "C01", {}) | {"scores": None}]}, "sheets[0].scores"),
        ({"sheets": [sheet("", "C01", {})]}, "sheets[0].assessor"),
        ({"agreed": []}, "agreed"),
        ({"agreed": {"C01": {"c1": 4}}}, "agreed.C01.c1"),
        ({"agreed": {"C01": {"c9": 1}}}, "agreed.C01.c9"),
        ({"as_at": "2026-11-22"}, "as_at"),
    ],
)
def test_ranking_refuses_what_cannot_be(changes: dict[str, object], field: str) -> None:
    assert refusal(**changes)[0] == field


def test_ranking_says_what_a_sheet_may_not_repeat() -> None:
    sheets = [sheet("Okafor", "C01", {}), sheet("Okafor", "C01", {})]

    assert refusal(sheets=sheets)[1] == "This assessor has a sheet for this application already."
