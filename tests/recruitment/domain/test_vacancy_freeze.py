"""Cases 13 and 14, and their neighbours: what publication fixes stays fixed."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.vacancy_freeze import (
    FROZEN,
    FrozenCriterion,
    FrozenSpecification,
    deny_changing,
    deny_publishing,
    deny_reopening,
    specification_hash,
    stage_kinds,
)

CRITERION = FrozenCriterion("Knowledge", "Knows the key stages", "essential", "AI", False, 2)
SPECIFICATION = FrozenSpecification((CRITERION,), 0, 3, ("None", "Some", "Good", "Strong"), 1)
RUNNING = ("published", "closed", "filled", "not_filled")


@pytest.mark.parametrize("status", RUNNING)
@pytest.mark.parametrize("change", FROZEN)
def test_deny_changing_what_publication_froze(status: str, change: str) -> None:
    denial = deny_changing(status=status, changes=[change])

    assert denial is not None
    assert denial.code == "frozen"
    assert FROZEN[change] in denial.message


@pytest.mark.parametrize("change", [*FROZEN, "closes_date"])
def test_deny_changing_leaves_a_draft_free(change: str) -> None:
    assert deny_changing(status="draft", changes=[change]) is None


@pytest.mark.parametrize(
    ("status", "expected"),
    [("published", None), ("closed", None), ("filled", "vacancy_ended"), ("not_filled", "vacancy_ended")],
)
def test_deny_changing_the_closing_date(status: str, expected: str | None) -> None:
    denial = deny_changing(status=status, changes=["closes_date"])

    assert (denial and denial.code) == expected


def test_deny_changing_names_everything_once() -> None:
    denial = deny_changing(status="published", changes=["scale_min", "scale_max", "weights", "closes_date"])

    assert denial is not None
    assert "the scale and the weights cannot change" in denial.message


def test_deny_changing_nothing_is_no_change() -> None:
    assert deny_changing(status="filled", changes=[]) is None


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        ({}, None),
        ({"today": date(2026, 11, 20)}, None),
        ({"today": date(2026, 11, 21)}, "closing_date_past"),
        ({"status": "published"}, "already_published"),
        ({"status": "closed"}, "already_published"),
        ({"evidence": []}, "no_criteria"),
        ({"evidence": ["I", "R", ""]}, "nothing_to_shortlist_by"),
        ({"evidence": ["I", "CA"]}, None),
    ],
)
def test_deny_publishing(overrides: dict[str, object], expected: str | None) -> None:
    facts = {"status": "draft", "evidence": ["AI"], "closes_date": date(2026, 11, 20)}

    denial = deny_publishing(**facts | {"today": date(2026, 11, 2)} | overrides)

    assert (denial and denial.code) == expected


@pytest.mark.parametrize(("closes", "expected"), [(1, "closing_date_past"), (2, None), (3, None)])
def test_deny_reopening_on_the_days_around_today(closes: int, expected: str | None) -> None:
    denial = deny_reopening(
        shortlisting_status="scoring",
        opens_date=date(2026, 10, 1),
        closes_date=date(2026, 11, closes),
        interview_date=None,
        today=date(2026, 11, 2),
    )

    assert (denial and denial.code) == expected


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        ({}, None),
        ({"opens_date": date(2026, 11, 20)}, None),
        ({"opens_date": date(2026, 11, 21)}, "closes_before_opening"),
        ({"shortlisting_status": "scoring"}, None),
        ({"shortlisting_status": "unsealed"}, "scores_open"),
        ({"shortlisting_status": "decided"}, "scores_open"),
        ({"interview_date": date(2026, 11, 20)}, "closes_after_interviews"),
        ({"interview_date": date(2026, 11, 21)}, None),
    ],
)
def test_deny_reopening(overrides: dict[str, object], expected: str | None) -> None:
    facts = {"shortlisting_status": "preparing", "opens_date": date(2026, 11, 2), "interview_date": None}

    denial = deny_reopening(
        **facts | {"closes_date": date(2026, 11, 20), "today": date(2026, 11, 2)} | overrides
    )

    assert (denial and denial.code) == expected


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        (["AI", "R"], ("application", "interview")),
        (["AT"], ("application", "task", "interview")),
        (["A", "P"], ("application", "task", "interview")),
        (["A", "OI"], ("application", "task", "interview")),
        (["A", "D"], ("application", "interview")),
        ([], ("application", "interview")),
    ],
)
def test_stage_kinds(evidence: list[str], expected: tuple[str, ...]) -> None:
    assert stage_kinds(evidence) == expected


def test_specification_hash_is_written_down() -> None:
    """Stored hashes must verify for as long as vacancies are kept: the canonical form never changes."""
    written = "b8a32ef54aa305c315b160b45161781da3b1a0ed0c728025d1b3642df3bac4ab"

    assert specification_hash(SPECIFICATION) == written


@pytest.mark.parametrize(
    "changed",
    [
        replace(SPECIFICATION, criteria=()),
        replace(SPECIFICATION, criteria=(CRITERION, CRITERION)),
        replace(SPECIFICATION, scale_min=1),
        replace(SPECIFICATION, scale_max=4),
        replace(SPECIFICATION, scale_labels=("None", "Some", "Good", "Strong ")),
        replace(SPECIFICATION, essential_threshold=2),
        *(
            replace(SPECIFICATION, criteria=(replace(CRITERION, **{name: value}),))
            for name, value in {
                "section": "Skills",
                "text": "Knows the key stages.",
                "requirement": "desirable",
                "evidence": "A",
                "is_trainable": True,
                "weight": 3,
            }.items()
        ),
    ],
)
def test_specification_hash_shows_any_change(changed: FrozenSpecification) -> None:
    assert specification_hash(changed) != specification_hash(SPECIFICATION)


@given(st.permutations(["A", "B", "C"]))
def test_specification_hash_knows_the_order(order: list[str]) -> None:
    def hashed(texts: list[str]) -> str:
        criteria = tuple(replace(CRITERION, text=text) for text in texts)
        return specification_hash(replace(SPECIFICATION, criteria=criteria))

    assert (hashed(order) == hashed(["A", "B", "C"])) == (order == ["A", "B", "C"])
