"""The topic ``appraisal`` as another system asks it."""

from datetime import date
from typing import Any

import pytest

from core.domain.errors import DomainError
from cpd.domain.questions.appraisal import answer

TODAY = date(2026, 11, 28)


def ask(**changes: object) -> dict[str, Any]:
    facts: dict[str, object] = {
        "cycle": "teachers",
        "school_type": "maintained",
        "category": "teacher",
        "start_date": "2026-09-01",
    }
    return answer(facts | changes, TODAY)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ("in", "in", "law")),
        ({"ground": "induction"}, ("out", "in_induction", "law")),
        ({"ground": "capability"}, ("suspended", "in_capability", "law")),
        ({"ground": "induction", "school_type": "academy"}, ("out", "in_induction", "policy")),
        ({"category": "ta_elsa"}, ("out", "other_cycle", "policy")),
        ({"category": "ta_elsa", "cycle": "support_staff"}, ("in", "in", "policy")),
        ({"category": "ey_wrap", "teaching_work": True}, ("in", "in", "law")),
        ({"end_date": "2026-11-22", "as_at": "2026-11-01"}, ("out", "less_than_a_term", "law")),
        ({"end_date": "2026-11-23", "as_at": "2026-11-01"}, ("in", "in", "law")),
        (
            {"end_date": "2026-11-23", "term_weeks": 13, "as_at": "2026-11-01"},
            ("out", "less_than_a_term", "law"),
        ),
        ({"end_date": "2026-11-27"}, ("out", "has_left", "policy")),
        ({"as_at": "2026-08-31"}, ("out", "not_started", "policy")),
    ],
)
def test_answer_says_standing_and_who_says_so(
    changes: dict[str, object], expected: tuple[str, str, str]
) -> None:
    given = ask(**changes)

    assert (given["standing"], given["code"], given["basis"]) == expected
    assert given["sources"] != []
    assert given["reason"].endswith(".")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"cycle": None}, "cycle"),
        ({"cycle": "governors"}, "cycle"),
        ({"school_type": None}, "school_type"),
        ({"category": None}, "category"),
        ({"ground": "maternity"}, "ground"),
        ({"end_date": "2026-08-31"}, "end_date"),
        ({"term_weeks": 0}, "term_weeks"),
        ({"term_weeks": 21}, "term_weeks"),
        ({"teaching_work": "yes"}, "teaching_work"),
    ],
)
def test_facts_that_cannot_be_are_refused_with_their_place(changes: dict[str, object], field: str) -> None:
    with pytest.raises(DomainError) as caught:
        ask(**changes)

    assert (caught.value.code, caught.value.field) == ("invalid", field)
