from typing import Any

import pytest

from recruitment.domain.panel_membership import deny_joining, deny_leaving

JOINING = {
    "stage_status": "preparing",
    "may_score": True,
    "is_on_panel": False,
    "role": "member",
    "has_chair": False,
}


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        ({}, None),
        ({"stage_status": "scoring"}, None),
        ({"stage_status": "unsealed"}, "scores_open"),
        ({"stage_status": "decided"}, "scores_open"),
        ({"may_score": False}, "cannot_score"),
        ({"is_on_panel": True}, "already_on_panel"),
        ({"role": "chair"}, None),
        ({"role": "chair", "has_chair": True}, "chair_taken"),
        ({"role": "governor", "has_chair": True}, None),
    ],
)
def test_deny_joining(overrides: dict[str, Any], expected: str | None) -> None:
    denial = deny_joining(**JOINING | overrides)

    assert (denial and denial.code) == expected


@pytest.mark.parametrize(
    ("stage_status", "has_left", "expected"),
    [
        ("preparing", False, None),
        ("scoring", False, None),
        ("unsealed", False, None),
        ("decided", False, "stage_decided"),
        ("scoring", True, "already_left"),
    ],
)
def test_deny_leaving(stage_status: str, has_left: bool, expected: str | None) -> None:
    denial = deny_leaving(stage_status=stage_status, has_left=has_left)

    assert (denial and denial.code) == expected
