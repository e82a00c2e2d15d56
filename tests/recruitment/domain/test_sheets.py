"""What may happen to a sheet and when."""

import pytest

from core.domain.errors import DomainError
from recruitment.domain.scoring import MOST_ASSESSORS, Scale
from recruitment.domain.sheets import (
    LONGEST_NOTE,
    Answer,
    check_answers,
    check_complete,
    check_reason,
    deny_change_of_sheet,
    deny_correcting,
    deny_opening,
    deny_scoring,
)

READY = {
    "stage_kind": "application",
    "stage_status": "preparing",
    "vacancy_status": "published",
    "members": 2,
    "criteria": 1,
    "shortlist_decided": False,
}


def code_of(denial: object) -> str | None:
    return getattr(denial, "code", None)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, None),
        ({"vacancy_status": "closed"}, None),
        ({"members": MOST_ASSESSORS}, None),
        ({"members": MOST_ASSESSORS + 1}, "too_many_members"),
        ({"members": 1}, "too_few_members"),
        ({"members": 0}, "too_few_members"),
        ({"criteria": 0}, "nothing_to_score"),
        ({"vacancy_status": "draft"}, "not_published"),
        ({"vacancy_status": "filled"}, "not_published"),
        ({"stage_status": "scoring"}, "already_open"),
        ({"stage_kind": "interview"}, "shortlist_open"),
        ({"stage_kind": "task"}, "shortlist_open"),
        ({"stage_kind": "interview", "shortlist_decided": True}, None),
    ],
)
def test_deny_opening(change: dict[str, object], code: str | None) -> None:
    assert code_of(deny_opening(**READY | change)) == code  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("status", "scoring", "changing"),
    [
        ("preparing", "not_open", "not_open"),
        ("scoring", None, None),
        ("unsealed", "scores_open", None),
        ("decided", "scores_open", "stage_decided"),
    ],
)
def test_what_a_stage_lets_happen_to_sheets(status: str, scoring: str | None, changing: str | None) -> None:
    assert code_of(deny_scoring(status)) == scoring
    assert code_of(deny_change_of_sheet(stage_status=status)) == changing


@pytest.mark.parametrize(
    ("current", "has_open", "status", "code"),
    [
        ("submitted", False, "scoring", None),
        ("submitted", False, "unsealed", None),
        ("submitted", False, "decided", "stage_decided"),
        ("submitted", True, "scoring", "still_open"),
        ("recused", False, "scoring", "recused"),
        (None, False, "scoring", "not_submitted"),
        (None, True, "scoring", "still_open"),
    ],
)
def test_deny_correcting(current: str | None, has_open: bool, status: str, code: str | None) -> None:
    assert code_of(deny_correcting(stage_status=status, current_status=current, has_open=has_open)) == code


@pytest.mark.parametrize(
    ("answer", "code", "field"),
    [
        (Answer(1, 1), None, None),
        (Answer(1, 7), None, None),
        (Answer(1, 0), "off_scale", "points-1"),
        (Answer(1, 8), "off_scale", "points-1"),
        (Answer(1, cannot_tell=True), None, None),
        (Answer(1, 3, cannot_tell=True), "points_or_cannot_tell", "points-1"),
        (Answer(2, 3), "not_assessed_here", "points-2"),
        (Answer(1, 3, note="n" * LONGEST_NOTE), None, None),
        (Answer(1, 3, note="n" * (LONGEST_NOTE + 1)), "note_too_long", "note-1"),
    ],
)
def test_check_answers_on_a_scale_from_one_to_seven(
    answer: Answer, code: str | None, field: str | None
) -> None:
    if code is None:
        check_answers([answer], criteria={1}, scale=Scale(1, 7))
        return
    with pytest.raises(DomainError) as caught:
        check_answers([answer], criteria={1}, scale=Scale(1, 7))
    assert (caught.value.code, caught.value.field) == (code, field)


@pytest.mark.parametrize(
    ("answered", "words"),
    [([1, 2, 3], None), ([1, 3], "1 criterion is still"), ([], "3 criteria are still"), ([1, 2, 3, 9], None)],
)
def test_check_complete_counts_what_is_missing(answered: list[int], words: str | None) -> None:
    if words is None:
        check_complete(criteria=[1, 2, 3], answered=answered)
        return
    with pytest.raises(DomainError, match=words):
        check_complete(criteria=[1, 2, 3], answered=answered)


@pytest.mark.parametrize(
    ("answer", "given", "blank"),
    [
        (Answer(1), False, True),
        (Answer(1, 0), True, False),
        (Answer(1, cannot_tell=True), True, False),
        (Answer(1, note="x"), False, False),
    ],
)
def test_nought_cannot_tell_and_unscored_are_three_things(answer: Answer, given: bool, blank: bool) -> None:
    assert (answer.is_given, answer.is_blank) == (given, blank)


def test_check_reason_trims_and_insists() -> None:
    assert check_reason("  She is my neighbour \n") == "She is my neighbour"
    with pytest.raises(DomainError):
        check_reason(" \t")
