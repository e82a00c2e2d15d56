"""When a withdrawal can be taken back."""

from typing import Any

import pytest

from core.domain.errors import DomainError
from recruitment.domain.reversals import check_correction_reason, deny_reinstating

SHORTLISTING = {"application": "scoring", "interview": "preparing"}
INTERVIEWING = {"application": "decided", "interview": "scoring"}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, None),
        ({"vacancy_status": "published"}, None),
        ({"vacancy_status": "filled"}, "vacancy_over"),
        ({"vacancy_status": "not_filled"}, "vacancy_over"),
        ({"was": ""}, "not_withdrawn"),
        ({"was": "offered"}, "not_withdrawn"),
        ({"stages": SHORTLISTING | {"application": "preparing"}}, None),
        ({"stages": SHORTLISTING | {"application": "unsealed"}}, "scores_open"),
        ({"stages": SHORTLISTING | {"application": "unsealed"}, "has_result": True}, None),
        ({"stages": INTERVIEWING}, "decided_without"),
        ({"stages": INTERVIEWING, "was": "shortlisted"}, None),
        ({"stages": INTERVIEWING, "was": "reserve"}, None),
        ({"stages": INTERVIEWING | {"interview": "unsealed"}, "was": "shortlisted"}, "scores_open"),
        (
            {"stages": INTERVIEWING | {"interview": "unsealed"}, "was": "shortlisted", "has_result": True},
            None,
        ),
        ({"stages": INTERVIEWING | {"interview": "unsealed"}, "was": "reserve"}, None),
        ({"stages": INTERVIEWING | {"interview": "decided"}, "was": "reserve"}, "decided_without"),
        ({"stages": INTERVIEWING | {"task": "decided"}, "was": "shortlisted"}, "decided_without"),
    ],
)
def test_deny_reinstating(facts: dict[str, Any], expected: str | None) -> None:
    usual = {"was": "received", "vacancy_status": "closed", "stages": SHORTLISTING, "has_result": False}

    denial = deny_reinstating(**usual | facts)

    assert (denial and denial.code) == expected


def test_a_correction_needs_a_reason() -> None:
    assert check_correction_reason(" Wrong person ") == "Wrong person"
    with pytest.raises(DomainError) as raised:
        check_correction_reason("  ")
    assert (raised.value.code, raised.value.field) == ("reason_missing", "reason")
