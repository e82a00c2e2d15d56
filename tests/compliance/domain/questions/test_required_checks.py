"""The topic ``required-checks`` as another system asks it."""

from datetime import date
from typing import Any

import pytest

from compliance.domain.categories import CheckType
from compliance.domain.questions.required_checks import answer
from core.domain.errors import DomainError

TODAY = date(2026, 11, 22)


def ask(today: date = TODAY, **facts: object) -> dict[str, Any]:
    return answer({"category": "volunteer_ra", "school_type": "maintained"} | facts, today)


def test_answer_names_every_check_with_status_reason_and_needs() -> None:
    checks = ask(facts={"supervised": True})["checks"]

    assert list(checks) == list(CheckType)
    assert checks["identity"] == {
        "status": "required",
        "reason": "Check who the person is, with earlier names; on arrival, if others made the checks.",
        "needs": [],
    }
    assert checks["prohibition_teaching"] == {
        "status": "not_required",
        "reason": "Needed only by a volunteer who does teaching work unsupervised.",
        "needs": [],
    }


def test_supervised_reader_is_barred_list_checked_under_the_new_rule_only() -> None:
    facts = {"supervised": True}

    assert ask(as_at="2026-09-08", facts=facts)["checks"]["children_barred_list"]["status"] == "required"
    assert ask(as_at="2026-06-09", facts=facts)["checks"]["children_barred_list"]["status"] == "not_permitted"


def test_today_is_asked_where_no_day_is_given() -> None:
    facts = {"supervised": True}

    assert ask(facts=facts) == ask(as_at="2026-11-22", facts=facts)
    assert ask(date(2026, 6, 9), facts=facts) == ask(as_at="2026-06-09", facts=facts)


def test_absent_and_null_are_both_not_known() -> None:
    assert ask(facts=None) == ask(facts={}) == ask(facts={"supervised": None})
    assert ask(category="teacher", school_type=None)["checks"]["s128"]["needs"] == [
        "school_type",
        "management_role",
        "governor",
    ]


def test_sources_are_those_of_the_rules_in_force_each_once() -> None:
    titles = [source["title"] for source in ask(as_at="2026-09-01")["sources"]]
    pairs = [(source["title"], source["provision"]) for source in ask(as_at="2026-09-01")["sources"]]

    assert ("Crime and Policing Act 2026" in titles) is True
    assert len(pairs) == len(set(pairs))
    assert "Crime and Policing Act 2026" not in {
        source["title"] for source in ask(as_at="2026-08-31")["sources"]
    }


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"category": None}, "category"),
        ({"category": "head"}, "category"),
        ({"school_type": "grammar"}, "school_type"),
        ({"as_at": "2026-9-1"}, "as_at"),
        ({"facts": {"teaching": True}}, "facts.teaching"),
        ({"facts": {"teaching_work": "yes"}}, "facts.teaching_work"),
        ({"facts": {"teaching_work": 1}}, "facts.teaching_work"),
        ({"facts": []}, "facts"),
        ({"role": "employee"}, "role"),
    ],
)
def test_what_cannot_be_read_is_refused(facts: dict[str, object], field: str) -> None:
    with pytest.raises(DomainError) as caught:
        ask(**facts)

    assert (caught.value.code, caught.value.field) == ("invalid", field)
