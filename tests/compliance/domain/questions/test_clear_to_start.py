"""The topic ``clear-to-start`` as another system asks it."""

from datetime import date
from typing import Any

import pytest

from compliance.domain.categories import CheckType
from compliance.domain.questions.clear_to_start import answer
from core.domain.errors import DomainError

TODAY = date(2026, 11, 22)
DONE = {"done_date": "2026-11-16", "outcome": "clear", "note": ""}
PENDING = {"done_date": None, "outcome": "pending"}
CHECKS: dict[str, object] = dict.fromkeys(map(str, CheckType), DONE)
PLAN = {"supervision_plan": True, "risk_assessment_by": "Noor Haddad", "review_date": "2026-12-07"}


def ask(today: date = TODAY, **facts: object) -> dict[str, Any]:
    given: dict[str, object] = {
        "start_date": "2026-11-23",
        "school_type": "academy",
        "category": "ta_elsa",
        "facts": {"teaching_work": False},
        "checks": CHECKS,
    }
    return answer(given | facts, today)


def checks(**changes: object) -> dict[str, object]:
    return CHECKS | changes


def test_all_done_is_clear() -> None:
    given = ask()

    assert {key: value for key, value in given.items() if key != "sources"} == {
        "verdict": "clear",
        "reason": "Every check that is a must is done.",
        "blocking": [],
        "advisory": [],
        "late": [],
    }
    assert given["sources"] != []


def test_start_before_the_certificate_is_allowed_with_a_review_and_the_barred_list() -> None:
    given = ask(checks=checks(enhanced_dbs=PENDING), early_start=PLAN)

    assert (given["verdict"], given["blocking"]) == (
        "early_start_only",
        [
            {
                "check": "enhanced_dbs",
                "reason": "Enhanced DBS certificate: asked for, the answer is still to come. Everybody a "
                "school employs needs an enhanced certificate.",
            }
        ],
    )
    without = checks(enhanced_dbs=PENDING, children_barred_list=None)
    assert ask(checks=without, early_start=PLAN)["verdict"] == "do_not_start"


@pytest.mark.parametrize(
    ("plan", "verdict"),
    [
        ("A colleague is always in the room.", "early_start_only"),
        (True, "early_start_only"),
        (False, "do_not_start"),
        (None, "do_not_start"),
    ],
)
def test_plan_may_be_said_in_words(plan: object, verdict: str) -> None:
    given = ask(checks=checks(enhanced_dbs=PENDING), early_start=PLAN | {"supervision_plan": plan})

    assert given["verdict"] == verdict


def test_nothing_recorded_blocks_every_must() -> None:
    given = ask(checks=None)

    assert (given["verdict"], [one["check"] for one in given["blocking"]]) == (
        "do_not_start",
        [
            "identity",
            "enhanced_dbs",
            "children_barred_list",
            "right_to_work",
            "overseas",
            "medical_fitness",
            "childcare_disqualification",
        ],
    )
    assert ask(checks={}) == given


def test_late_checks_are_listed_with_their_days() -> None:
    given = ask(
        start_date="2026-11-16", checks=checks(identity={"done_date": "2026-11-18", "outcome": "clear"})
    )

    assert (given["verdict"], given["late"]) == ("clear", [{"check": "identity", "days_late": 2}])


def test_today_is_asked_where_no_day_is_given() -> None:
    assert ask(date(2026, 11, 15)) == ask(as_at="2026-11-15")
    assert ask(date(2026, 11, 15))["verdict"] == "do_not_start"
    assert ask(date(2026, 11, 16))["verdict"] == "clear"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"category": None}, "category"),
        ({"category": "head"}, "category"),
        ({"school_type": "grammar"}, "school_type"),
        ({"facts": {"teaches": True}}, "facts.teaches"),
        ({"checks": {"dbs": DONE}}, "checks.dbs"),
        ({"checks": []}, "checks"),
        ({"checks": {"identity": "clear"}}, "checks.identity"),
        ({"checks": {"identity": {"outcome": "done"}}}, "checks.identity.outcome"),
        ({"checks": {"identity": {"done_date": "yes"}}}, "checks.identity.done_date"),
        ({"checks": {"identity": {"by": "Noor"}}}, "checks.identity.by"),
        ({"checks": {"identity": {"note": 3}}}, "checks.identity.note"),
        ({"early_start": {"supervision_plan": 1}}, "early_start.supervision_plan"),
        ({"early_start": {"supervision_plan": " "}}, "early_start.supervision_plan"),
        ({"early_start": {"review": "2026-12-07"}}, "early_start.review"),
        ({"early_start": {"review_date": "soon"}}, "early_start.review_date"),
        ({"start_date": "2026-11"}, "start_date"),
        ({"as_at": 2026}, "as_at"),
        ({"name": "Anne Clarke"}, "name"),
    ],
)
def test_what_cannot_be_read_is_refused(facts: dict[str, object], field: str) -> None:
    with pytest.raises(DomainError) as caught:
        ask(**facts)

    assert (caught.value.code, caught.value.field) == ("invalid", field)
