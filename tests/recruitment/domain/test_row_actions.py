"""The buttons of the review page: each does what it says, and nothing else is obeyed."""

import pytest

from core.domain.errors import DomainError
from recruitment.domain.row_actions import EDITS, RowAction, name_of_edit, parse_action, perform
from recruitment.domain.rows import Row, Rows

ROWS: Rows = (
    Row(1, "Knowledge of phonics and ability to teach reading", "Teaching", "essential", "AI"),
    Row(2, "Kind | patient", "Attributes"),
    Row(3, "Holds first aid or is willing to train", "Qualifications", "desirable", "AC"),
)


def texts(rows: Rows) -> list[str]:
    return [row.text for row in rows if not row.is_left_out]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("split:2", RowAction("split", (2,))),
        ("keep:2:1", RowAction("keep", (2, 1))),
        ("merge", RowAction("merge")),
        ("accept:compound:1", RowAction("accept", (1,), "compound")),
    ],
)
def test_parse_action(value: str, expected: RowAction) -> None:
    assert parse_action(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "fly",
        "split",
        "split:",
        "split:x",
        "split:-1",
        "split:²",
        "split:1:2",
        "keep:1",
        "keep-all:1",
        "keep-ticked:",
        "merge:1",
        "accept:1",
        "accept:anything:1",
        "accept:compound",
    ],
)
def test_what_is_no_action_is_not_obeyed(value: str) -> None:
    with pytest.raises(DomainError) as denied:
        parse_action(value)

    assert denied.value.code == "unknown_action"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "split:2",
            ["Knowledge of phonics and ability to teach reading", "Kind", "patient", ROWS[2].text],
        ),
        (
            "split-parts:1",
            ["Knowledge of phonics", "Ability to teach reading", "Kind | patient", ROWS[2].text],
        ),
        ("join:2", [ROWS[0].text, "Kind | patient Holds first aid or is willing to train"]),
        ("drop:2", [ROWS[0].text, ROWS[2].text]),
        ("add:1", [ROWS[0].text, "", ROWS[1].text, ROWS[2].text]),
        ("add-last", [*(row.text for row in ROWS), ""]),
        ("keep:1:2", [ROWS[0].text, ROWS[2].text]),
        ("keep-both:1:2", [row.text for row in ROWS]),
        ("keep-all:1:2:3", [row.text for row in ROWS]),
    ],
)
def test_perform(value: str, expected: list[str]) -> None:
    assert texts(perform(ROWS, parse_action(value))) == expected


@pytest.mark.parametrize(
    ("value", "name", "expected"),
    [
        ("same:2", "requirement", ["essential", "essential", "desirable"]),
        ("trainable:3", "is_trainable", [False, False, True]),
        ("accept:compound:1", "accepted", [("compound",), (), ()]),
        ("keep-both:1:2", "accepted", [("alike:2",), ("alike:1",), ()]),
        ("keep-all:1:2:3", "accepted", [("alike-as:1",)] * 3),
        ("evidence-for-all", "evidence", ["AI", "AI", "AC"]),
        ("essential-for-all", "requirement", ["essential", "essential", "desirable"]),
        ("desirable-for-all", "requirement", ["essential", "desirable", "desirable"]),
    ],
)
def test_perform_sets_fields(value: str, name: str, expected: list[object]) -> None:
    assert [getattr(row, name) for row in perform(ROWS, parse_action(value))] == expected


def test_every_edit_has_a_name_for_undo() -> None:
    assert {name_of_edit(RowAction(name)) for name in EDITS} == {edit.label for edit in EDITS.values()}
    assert "" not in {edit.label for edit in EDITS.values()}
