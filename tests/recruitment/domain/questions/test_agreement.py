"""The topic ``agreement`` as another system asks it."""

from datetime import date
from typing import Any

import pytest

from core.domain.errors import DomainError
from recruitment.domain.questions.agreement import answer

TODAY = date(2026, 11, 22)
SCALE = {"min": 0, "max": 3}


def ask(**ratings: list[int | None]) -> dict[str, Any]:
    by_item = {
        name: {f"C{n:02}": points for n, points in enumerate(given)} for name, given in ratings.items()
    }
    return answer({"scale": SCALE, "ratings": by_item}, TODAY)


def test_two_identical_constant_raters_are_not_computable() -> None:
    given = ask(okafor=[2] * 12, pryce=[2] * 12)

    assert {key: value for key, value in given.items() if key not in {"sources", "reason"}} == {
        "method": "weighted_kappa",
        "value": None,
        "computable": False,
        "interval": None,
        "label": None,
    }
    assert given["reason"].startswith("Not computable: every rating is the same")


def test_two_raters_are_answered_with_kappa() -> None:
    given = ask(okafor=[0, 1, 2, 3, 3, 2, 1, 0, 1, 2], pryce=[0, 1, 2, 3, 3, 2, 1, 0, 1, 3])

    assert (given["method"], given["value"], given["computable"], given["label"]) == (
        "weighted_kappa",
        0.9565,
        True,
        "firm",
    )
    assert [source["title"] for source in given["sources"]] == [
        "Krippendorff, Content Analysis: An Introduction to Its Methodology",
        "Cohen (1968), Psychological Bulletin 70",
    ]


def test_a_missing_rating_is_answered_with_alpha() -> None:
    given = ask(okafor=[0, 1, None], pryce=[0, 1, 2])

    assert (given["method"], given["value"], given["interval"], given["label"]) == (
        "krippendorff_alpha",
        1.0,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"ratings": {}}, "scale"),
        ({"scale": SCALE}, "ratings"),
        ({"scale": SCALE, "ratings": []}, "ratings"),
        ({"scale": SCALE, "ratings": {"okafor": None}}, "ratings.okafor"),
        ({"scale": SCALE, "ratings": {"okafor": {"C01": 4}}}, "ratings.okafor.C01"),
        ({"scale": SCALE, "ratings": {"okafor": {"C01": "3"}}}, "ratings.okafor.C01"),
        ({"scale": {"min": 1, "max": 0}, "ratings": {}}, "scale.max"),
        ({"scale": SCALE, "ratings": {}, "method": "kappa"}, "method"),
    ],
)
def test_agreement_refuses_what_cannot_be(facts: dict[str, object], field: str) -> None:
    with pytest.raises(DomainError) as caught:
        answer(facts, TODAY)

    assert (caught.value.code, caught.value.field) == ("invalid", field)
