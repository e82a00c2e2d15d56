"""The topic ``adverse-impact`` as another system asks it."""

from datetime import date
from typing import Any

import pytest

from core.domain.errors import DomainError
from recruitment.domain.questions.adverse_impact import answer

TODAY = date(2026, 11, 22)


def ask(*groups: dict[str, Any]) -> dict[str, Any]:
    return answer({"groups": list(groups)}, TODAY)


def test_two_groups_are_answered_with_ratios_and_p() -> None:
    said = ask(
        {"group": "men", "applied": 30, "selected": 10}, {"group": "women", "applied": 30, "selected": 20}
    )

    assert {key: said[key] for key in ("ratios", "flag", "p_value", "suppressed")} == {
        "ratios": [
            {"group": "men", "rate": 0.3333, "ratio": 0.5},
            {"group": "women", "rate": 0.6667, "ratio": 1.0},
        ],
        "flag": True,
        "p_value": 0.0194,
        "suppressed": False,
    }


def test_a_group_of_three_is_suppressed() -> None:
    said = ask(
        {"group": "men", "applied": 30, "selected": 10}, {"group": "women", "applied": 3, "selected": 1}
    )

    assert {key: said[key] for key in ("ratios", "flag", "p_value", "suppressed")} == {
        "ratios": None,
        "flag": False,
        "p_value": None,
        "suppressed": True,
    }


@pytest.mark.parametrize(
    ("group", "field"),
    [
        ({"group": "men", "applied": 5, "selected": 6}, "groups[0].selected"),
        ({"group": "men", "applied": -1, "selected": 0}, "groups[0].applied"),
        ({"group": "men", "applied": 5, "selected": None}, "groups[0].selected"),
        ({"group": " ", "applied": 5, "selected": 1}, "groups[0].group"),
        ({"group": "men", "applied": True, "selected": 1}, "groups[0].applied"),
        ({"group": "men", "applied": 5, "selected": 1, "rate": 1}, "groups[0].rate"),
        ({"group": "men", "applied": 10_001, "selected": 1}, "groups[0].applied"),
    ],
)
def test_counts_that_cannot_be_are_refused(group: dict[str, Any], field: str) -> None:
    with pytest.raises(DomainError) as caught:
        ask(group)

    assert (caught.value.code, caught.value.field) == ("invalid", field)


@pytest.mark.parametrize("groups", [[], [{"group": "men", "applied": 5, "selected": 1}] * 2])
def test_no_group_and_a_group_given_twice_are_refused(groups: list[dict[str, Any]]) -> None:
    with pytest.raises(DomainError) as caught:
        ask(*groups)

    assert caught.value.field == "groups"
