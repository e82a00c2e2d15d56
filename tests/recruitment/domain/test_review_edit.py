"""One press of a button: what was typed is kept first, whatever becomes of the action."""

from dataclasses import replace

import pytest

from recruitment.domain.person_specification import DocumentLine
from recruitment.domain.profile_draft import ProfileDraft
from recruitment.domain.review import Answers, Draft, ListHead
from recruitment.domain.review_edit import Press, edit_draft, find_line, list_unread
from recruitment.domain.rows import Correction, Row, find_row, list_kept

DRAFT = Draft(
    ProfileDraft(title="Learning Mentor"),
    (ListHead("Learning Mentor"),),
    (
        Row(1, "Experience with families", "Experience", "essential", "AI", line=2),
        Row(2, "Knowledge of phonics", "Knowledge", "desirable", "A", line=5),
        Row(3, "Calm", "Attributes", None, "I", line=6),
    ),
    lines=(
        DocumentLine(None, 1, "Person specification"),
        DocumentLine(None, 2, "Experience with families | X | A/I"),
        DocumentLine(None, 3, "Forest school leader | X | C"),
        DocumentLine(None, 4, "To be reviewed every year"),
        DocumentLine(None, 5, "Knowledge of phonics"),
        DocumentLine(None, 6, "Calm"),
    ),
    unread=("To be reviewed every year", "A line that is nowhere"),
)
TYPED = {2: Correction("Secure knowledge of phonics", "Knowledge", "desirable", "A", is_trainable=False)}


def texts(draft: Draft) -> list[str]:
    return [row.text for row in list_kept(draft.rows)]


@pytest.mark.parametrize("action", ["", "save"])
def test_saving_keeps_what_was_typed(action: str) -> None:
    profile = ProfileDraft(title="Senior Learning Mentor")

    edited = edit_draft(DRAFT, Press(profile, TYPED, action, Answers("1/9/2027", "4")))

    assert texts(edited.draft)[1] == "Secure knowledge of phonics"
    assert (edited.draft.profile, edited.draft.answers) == (profile, Answers("1/9/2027", "4"))
    assert [step.label for step in edited.draft.steps] == ["correcting rows"]
    assert (edited.focus, edited.error) == (None, None)


def test_saving_without_a_change_is_no_step() -> None:
    assert edit_draft(DRAFT, Press()).draft == DRAFT


def test_an_action_that_cannot_be_done_keeps_what_was_typed() -> None:
    edited = edit_draft(DRAFT, Press(None, TYPED, "split:1"))

    assert edited.error is not None
    assert edited.error.code == "nothing_to_split"
    assert texts(edited.draft)[1] == "Secure knowledge of phonics"


def test_typing_and_acting_are_two_steps() -> None:
    edited = edit_draft(DRAFT, Press(None, TYPED, "drop:1"))

    assert [step.label for step in edited.draft.steps] == ["correcting rows", "leaving a row out"]


def test_undo_takes_back_the_step_it_names_and_not_what_was_typed_since() -> None:
    dropped = edit_draft(DRAFT, Press(action="drop:1")).draft

    edited = edit_draft(dropped, Press(None, TYPED, "undo"))

    assert texts(edited.draft) == ["Experience with families", "Secure knowledge of phonics", "Calm"]
    assert edited.draft.steps == ()
    assert edited.focus == 1


def test_undo_of_typing_alone_brings_the_words_back() -> None:
    typed = edit_draft(DRAFT, Press(None, TYPED)).draft

    assert edit_draft(typed, Press(action="undo")).draft == DRAFT


def test_undo_with_nothing_to_undo_says_so() -> None:
    edited = edit_draft(DRAFT, Press(action="undo"))

    assert edited.error is not None
    assert (edited.error.code, edited.draft) == ("nothing_to_undo", DRAFT)


@pytest.mark.parametrize(
    ("action", "focus"),
    [
        ("drop:1", 2),
        ("drop:3", 2),
        ("join:1", 1),
        ("add:1", 4),
        ("add-last", 4),
        ("same:2", 2),
        ("evidence-for-all", None),
        ("line:0-3", 4),
        ("unread:0", 4),
        ("trainable:2", None),
        ("keep:1:2", None),
    ],
)
def test_the_next_row_to_go_on_with(action: str, focus: int | None) -> None:
    assert edit_draft(DRAFT, Press(action=action)).focus == focus


def test_dropping_the_only_row_leaves_nothing_to_go_on_with() -> None:
    one = replace(DRAFT, rows=DRAFT.rows[:1])

    assert edit_draft(one, Press(action="drop:1")).focus is None


def test_a_line_of_a_table_becomes_a_row_of_its_longest_cell() -> None:
    edited = edit_draft(DRAFT, Press(action="line:0-3"))

    assert texts(edited.draft) == [
        "Experience with families",
        "Forest school leader",
        "Knowledge of phonics",
        "Calm",
    ]
    assert find_row(edited.draft.rows, 4).section == "Experience"


def test_an_unused_line_becomes_a_row_once() -> None:
    edited = edit_draft(DRAFT, Press(action="unread:0"))

    assert find_row(edited.draft.rows, 4).line == 4
    assert list_unread(edited.draft) == ((1, "A line that is nowhere"),)
    assert list_unread(edit_draft(edited.draft, Press(action="undo")).draft) == list_unread(DRAFT)


def test_a_line_chosen_in_the_document_counts_as_used_too() -> None:
    edited = edit_draft(DRAFT, Press(action="line:0-4"))

    assert list_unread(edited.draft) == ((1, "A line that is nowhere"),)


@pytest.mark.parametrize("action", ["unread:2", "unread:x", "unread:", "line:0-99", "note:0-99", "line:"])
def test_a_line_that_is_not_there_changes_nothing(action: str) -> None:
    edited = edit_draft(DRAFT, Press(action=action))

    assert edited.error is not None
    assert (edited.error.code, edited.draft) == ("no_such_line", DRAFT)


def test_noting_a_line_is_remembered_once() -> None:
    noted = edit_draft(edit_draft(DRAFT, Press(action="note:0-4")).draft, Press(action="note:0-4")).draft

    assert noted.noted == ("0-4",)


def test_an_unknown_button_is_not_obeyed() -> None:
    edited = edit_draft(DRAFT, Press(action="explode"))

    assert edited.error is not None
    assert (edited.error.code, edited.draft) == ("unknown_action", DRAFT)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forest school  leader", (None, 3)),
        ("To be reviewed every year", (None, 4)),
        ("To be reviewed every year by the governors", (None, 4)),
        ("Nowhere", None),
    ],
)
def test_find_line(text: str, expected: tuple[int | None, int] | None) -> None:
    assert find_line(DRAFT, text) == expected


def test_a_line_that_says_it_whole_comes_before_one_that_only_begins_so() -> None:
    lines = (DocumentLine(None, 1, "Experience"), DocumentLine(None, 2, "Experience (continued)"))

    assert find_line(replace(DRAFT, lines=lines), "Experience (continued)") == (None, 2)
    assert find_line(replace(DRAFT, lines=lines[:1]), "Experience (continued)") == (None, 1)


CUT = {2: Correction("Knowledge of pho | nics", "Knowledge", "desirable", "A", is_trainable=False)}


def test_undoing_a_split_leaves_no_mark_and_no_step_of_typing_it() -> None:
    flagged = replace(DRAFT, rows=tuple(replace(row, check=("text",)) for row in DRAFT.rows))
    split = edit_draft(flagged, Press(None, CUT, "split:2")).draft
    assert texts(split)[1:3] == ["Knowledge of pho", "nics"]

    assert edit_draft(split, Press(action="undo")).draft == flagged


def test_a_mark_that_was_saved_before_the_split_does_not_come_back_either() -> None:
    typed = edit_draft(DRAFT, Press(None, CUT)).draft
    split = edit_draft(typed, Press(action="split:2")).draft

    back = edit_draft(split, Press(action="undo")).draft

    assert texts(back)[1] == "Knowledge of pho nics"
    assert edit_draft(back, Press(action="undo")).draft == DRAFT


def test_other_words_typed_beside_a_split_can_be_taken_back_after_it() -> None:
    both = {**CUT, 3: Correction("Calm and kind", "Attributes", None, "I", is_trainable=False)}
    split = edit_draft(DRAFT, Press(None, both, "split:2")).draft

    back = edit_draft(split, Press(action="undo")).draft

    assert texts(back) == ["Experience with families", "Knowledge of phonics", "Calm and kind"]
    assert edit_draft(back, Press(action="undo")).draft == DRAFT
