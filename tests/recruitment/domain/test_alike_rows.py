"""Rows that ask for the same thing are settled by one answer: keep all, or choose which stay."""

from dataclasses import replace

import pytest

from core.domain.errors import DomainError
from recruitment.domain.profile_draft import ProfileDraft
from recruitment.domain.review import Answers, Draft, ListHead, Question, Weight, list_questions
from recruitment.domain.review_edit import Press, edit_draft
from recruitment.domain.review_storage import draft_from_json, draft_to_json
from recruitment.domain.row_decisions import accept, is_accepted, keep_ticked
from recruitment.domain.rows import Correction, Row, Rows, correct, leave_out, list_kept

WORDS = "Experience of teaching in a primary school"
ALIKE: Rows = (
    Row(1, WORDS, "", "essential", "A"),
    Row(2, f"{WORDS}, or similar", "", "essential", "A"),
    Row(3, f"Recent {WORDS.lower()}", "", "essential", "AI"),
)
OTHER = Row(9, "Able to swim", "", "essential", "A")


def draft_of(*rows: Row) -> Draft:
    return Draft(ProfileDraft(title="Teacher"), (ListHead("Teacher"),), rows)


def asked(draft: Draft) -> list[tuple[str, tuple[int, ...], str]]:
    return [(one.code, one.keys, one.weight.value) for one in list_questions(draft) if one.noticed is None]


def kept(draft: Draft) -> list[int]:
    return [row.key for row in list_kept(draft.rows)]


def test_two_alike_are_one_question_as_before() -> None:
    draft = draft_of(*ALIKE[:2], OTHER)

    assert asked(draft) == [("duplicate", (1, 2), "may")]
    assert [question.anchor for question in list_questions(draft)] == ["question-duplicate-1-2"]


def test_three_alike_are_one_question() -> None:
    draft = draft_of(*ALIKE, OTHER)

    assert asked(draft) == [("duplicate", (1, 2, 3), "may")]
    assert [question.anchor for question in list_questions(draft)] == ["question-duplicate-1-and-2"]


def test_forty_alike_are_one_question() -> None:
    rows = tuple(Row(key, f"{WORDS} ({key} of 40)", "", "essential", "A") for key in range(1, 41))

    assert asked(draft_of(*rows, OTHER)) == [("duplicate", tuple(range(1, 41)), "may")]


def test_questions_about_several_rows_have_names_of_their_own() -> None:
    one = Question("duplicate", "", Weight.MAY, (1, 2, 3))

    assert one.anchor != Question("duplicate", "", Weight.MAY, (4, 5, 6)).anchor
    assert one.anchor != replace(one, code="contradiction").anchor


def test_keeping_all_settles_them() -> None:
    draft = edit_draft(draft_of(*ALIKE, OTHER), Press(action="keep-all:1:2:3")).draft

    assert kept(draft) == [1, 2, 3, 9]
    assert asked(draft) == [("duplicate", (1, 2, 3), "settled")]


def test_a_contradiction_among_three_stands_in_the_way_until_somebody_decides() -> None:
    draft = draft_of(*ALIKE[:2], replace(ALIKE[2], requirement="desirable"))

    assert asked(draft) == [("contradiction", (1, 2, 3), "must")]
    assert asked(edit_draft(draft, Press(action="keep-all:1:2:3")).draft) == [
        ("contradiction", (1, 2, 3), "settled")
    ]


@pytest.mark.parametrize(
    ("ticked", "stay", "left"),
    [
        ((1,), [1, 9], []),
        ((3,), [3, 9], []),
        ((1, 3), [1, 3, 9], [("duplicate", (1, 3), "settled")]),
        ((1, 2, 3), [1, 2, 3, 9], [("duplicate", (1, 2, 3), "settled")]),
        ((2, 9), [2, 9], []),
    ],
)
def test_keeping_the_ticked_rows_answers_for_all(
    ticked: tuple[int, ...], stay: list[int], left: list[tuple[str, tuple[int, ...], str]]
) -> None:
    press = Press(action="keep-ticked:1:2:3", answers=Answers(ticked=ticked))

    draft = edit_draft(draft_of(*ALIKE, OTHER), press).draft

    assert kept(draft) == stay
    assert asked(draft) == left


@pytest.mark.parametrize("ticked", [(), (9,)])
def test_one_row_must_stay(ticked: tuple[int, ...]) -> None:
    draft = draft_of(*ALIKE, OTHER)

    edited = edit_draft(draft, Press(action="keep-ticked:1:2:3", answers=Answers(ticked=ticked)))

    assert edited.error is not None
    assert (edited.error.code, edited.error.field) == ("none_ticked", "keep-row-1")
    assert kept(edited.draft) == [1, 2, 3, 9]


def test_a_row_that_is_gone_is_not_kept() -> None:
    with pytest.raises(DomainError) as denied:
        keep_ticked(ALIKE, [1, 2, 77], {77})

    assert denied.value.code == "no_such_row"


def test_ticks_stay_on_the_page_and_in_the_store() -> None:
    draft = edit_draft(draft_of(*ALIKE), Press(action="save", answers=Answers(ticked=(2, 3)))).draft

    assert draft_from_json(draft_to_json(draft)).answers.ticked == (2, 3)


def test_undo_takes_the_answer_back() -> None:
    draft = draft_of(*ALIKE, OTHER)
    after = edit_draft(draft, Press(action="keep-ticked:1:2:3", answers=Answers(ticked=(1,)))).draft

    undone = edit_draft(after, Press(action="undo")).draft

    assert undone.rows == draft.rows
    assert asked(undone) == asked(draft)


def test_leaving_one_out_later_leaves_the_others_settled() -> None:
    rows = accept(ALIKE, "alike", [1, 2, 3])

    assert is_accepted(leave_out(rows, [1]), "duplicate", [2, 3]) is True
    assert is_accepted(rows, "contradiction", [1, 2, 3]) is True


def test_another_one_beside_them_opens_the_question_again() -> None:
    rows = (*accept(ALIKE, "alike", [1, 2, 3]), replace(ALIKE[0], key=4))

    assert is_accepted(rows, "duplicate", [1, 2, 3, 4]) is False


def test_a_new_wording_of_one_opens_the_question_again() -> None:
    rows = accept(ALIKE, "alike", [1, 2, 3])

    rows = correct(rows, {2: Correction(f"{WORDS} indeed", "", "essential", "A", is_trainable=False)})

    assert is_accepted(rows, "duplicate", [1, 2, 3]) is False
    assert is_accepted(rows, "duplicate", [1, 3]) is True


def test_pairs_kept_one_by_one_do_not_settle_three() -> None:
    rows = accept(accept(ALIKE, "alike", [1, 2]), "alike", [2, 3])

    assert is_accepted(rows, "duplicate", [1, 2]) is True
    assert is_accepted(rows, "duplicate", [1, 2, 3]) is False
