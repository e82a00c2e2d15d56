"""Findings let stand, gaps filled for many, two lists made one."""

from dataclasses import replace

import pytest

from core.domain.errors import DomainError
from recruitment.domain.row_decisions import (
    accept,
    give_evidence,
    give_requirement,
    is_accepted,
    keep_first,
    leave_out_group,
    list_groups,
    mark_trainable,
    merge,
    put_back_group,
)
from recruitment.domain.rows import Correction, Row, Rows, correct, find_row, leave_out, list_kept

TWO_LISTS: Rows = (
    Row(1, "ELSA training started", "Qualifications", "essential", ""),
    Row(2, "Kind", "Attributes", None, "", check=("requirement", "evidence")),
    Row(3, "Experience with children", "Experience", "essential", "AI", group=1, specification=1),
    Row(4, "ELSA training", "qualifications", "desirable", "AC", group=1, specification=1),
    Row(5, "Calm", "Attributes", None, "I", group=1, specification=1),
)


def test_accept_of_one_row_is_remembered_by_its_code() -> None:
    rows = accept(TWO_LISTS, "compound", [2])

    assert is_accepted(rows, "compound", [2]) is True
    assert is_accepted(rows, "untestable", [2]) is False
    assert is_accepted(rows, "compound", [5]) is False


def test_accept_of_a_pair_holds_whatever_the_pair_is_called() -> None:
    rows = accept(TWO_LISTS, "contradiction", [1, 4])

    assert is_accepted(rows, "duplicate", [1, 4]) is True
    assert is_accepted(rows, "duplicate", [4, 1]) is True
    assert is_accepted(rows, "duplicate", [1, 3]) is False


@pytest.mark.parametrize("key", [1, 4])
def test_a_new_wording_of_either_row_undoes_the_accepting(key: int) -> None:
    rows = accept(TWO_LISTS, "contradiction", [1, 4])
    row = find_row(rows, key)

    rows = correct(
        rows, {key: Correction("ELSA", row.section, row.requirement, row.evidence, row.is_trainable)}
    )

    assert is_accepted(rows, "contradiction", [1, 4]) is False


def test_keep_first_leaves_the_other_out() -> None:
    assert [row.key for row in list_kept(keep_first(TWO_LISTS, 4, 1))] == [2, 3, 4, 5]


def test_keep_first_of_a_row_that_is_gone_is_denied() -> None:
    with pytest.raises(DomainError):
        keep_first(TWO_LISTS, 99, 1)


def test_mark_trainable_both_ways() -> None:
    rows = mark_trainable(TWO_LISTS, [1, 4])

    assert [row.key for row in rows if row.is_trainable] == [1, 4]
    assert mark_trainable(rows, [1, 4], is_trainable=False) == TWO_LISTS


def test_give_evidence_fills_only_gaps_of_kept_rows_with_words() -> None:
    rows = (*leave_out(TWO_LISTS, [1]), Row(6, ""))

    after = give_evidence(rows, "IA")

    assert [row.evidence for row in after] == ["", "AI", "AI", "AC", "I", ""]
    assert find_row(after, 2).check == ("requirement",)


def test_give_requirement_fills_only_gaps() -> None:
    after = give_requirement(TWO_LISTS, "desirable")

    assert [row.requirement for row in after] == [
        "essential",
        "desirable",
        "essential",
        "desirable",
        "desirable",
    ]
    assert find_row(after, 2).check == ("evidence",)


def test_a_list_left_out_as_a_whole_is_no_list_any_more() -> None:
    rows = leave_out_group(TWO_LISTS, 0)

    assert list_groups(rows) == (1,)
    assert put_back_group(rows, 0) == TWO_LISTS


def test_the_only_list_cannot_be_left_out() -> None:
    with pytest.raises(DomainError) as denied:
        leave_out_group(leave_out_group(TWO_LISTS, 0), 1)

    assert denied.value.code == "last_specification"


def test_merge_brings_sections_of_one_name_together() -> None:
    after = merge(TWO_LISTS)

    assert [row.key for row in after] == [1, 4, 2, 5, 3]
    assert list_groups(after) == (0,)
    assert [row.specification for row in after] == [0, 1, 0, 1, 1]


def test_merge_of_one_list_keeps_its_order() -> None:
    one = tuple(replace(row, group=0) for row in TWO_LISTS[:2])

    assert merge(one) == one
