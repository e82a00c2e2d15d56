"""Two windows on one document: neither overwrites the other, and what both changed is asked about."""

from dataclasses import replace

import pytest

from recruitment.domain.profile_draft import ProfileDraft
from recruitment.domain.review import Answers, Draft, ListHead
from recruitment.domain.review_edit import Press, edit_draft
from recruitment.domain.review_merge import Clash, marks_of, merge_press, show_typed
from recruitment.domain.rows import Correction, Row, find_row, leave_out

DRAFT = Draft(
    ProfileDraft(title="Learning Mentor", grade="Grade 5"),
    (ListHead("", (("I", "Interview"),)),),
    (
        Row(1, "Experience with families", "Experience", "essential", "AI"),
        Row(2, "Knowledge of phonics", "Knowledge", "desirable", "A"),
        Row(3, "Calm", "Attributes", None, "I"),
    ),
)


def page_of(draft: Draft) -> Press:
    """Everything that the page of a draft sends where nobody changed anything."""
    rows = {
        row.key: Correction(row.text, row.section, row.requirement, row.evidence, row.is_trainable)
        for row in draft.rows
    }
    return Press(draft.profile, rows, "save", draft.answers, {"I": "Interview"}, was=marks_of(draft))


def typed(press: Press, key: int, text: str) -> Press:
    given = replace(press.corrections[key], text=text)
    return replace(press, corrections={**press.corrections, key: given})


def saved_after(draft: Draft, press: Press) -> Draft:
    merged = merge_press(draft, press)
    return edit_draft(merged.draft, merged.press).draft


def texts(draft: Draft) -> list[str]:
    return [row.text for row in draft.rows]


OTHER = edit_draft(DRAFT, typed(page_of(DRAFT), 1, "Experience of home visits")).draft


def test_an_old_page_overwrites_nothing() -> None:
    assert saved_after(OTHER, page_of(DRAFT)) == OTHER


def test_different_rows_are_merged() -> None:
    assert texts(saved_after(OTHER, typed(page_of(DRAFT), 2, "Knows phonics"))) == [
        "Experience of home visits",
        "Knows phonics",
        "Calm",
    ]


def test_the_same_change_in_both_windows_is_no_clash() -> None:
    merged = merge_press(OTHER, typed(page_of(DRAFT), 1, "Experience of  home visits"))

    assert merged.clashes == ()


BOTH = replace(typed(typed(page_of(DRAFT), 1, "Works with families"), 3, "Very calm"), action="save")


def test_a_row_that_both_changed_stays_as_it_is_saved_and_is_shown_as_typed() -> None:
    merged = merge_press(OTHER, BOTH)
    saved = edit_draft(merged.draft, merged.press).draft

    assert texts(saved) == ["Experience of home visits", "Knowledge of phonics", "Very calm"]
    assert merged.clashes == (
        Clash(
            "row-1",
            "“Works with families”, essential, A I, section “Experience”",
            "“Experience of home visits”, essential, A I, section “Experience”",
            1,
        ),
    )
    assert texts(show_typed(saved, BOTH, merged.clashes)) == [
        "Works with families",
        "Knowledge of phonics",
        "Very calm",
    ]


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("mine:row-1", "Works with families"),
        ("mine:all", "Works with families"),
        ("theirs:row-1", "Experience of home visits"),
        ("theirs:all", "Experience of home visits"),
    ],
)
def test_a_clash_is_settled_by_a_choice(action: str, expected: str) -> None:
    merged = merge_press(OTHER, replace(BOTH, action=action))

    assert merged.clashes == ()
    assert texts(edit_draft(merged.draft, merged.press).draft)[0] == expected


def test_choosing_one_row_leaves_another_open() -> None:
    other = edit_draft(OTHER, typed(page_of(OTHER), 3, "Calm and kind")).draft

    merged = merge_press(other, replace(BOTH, action="mine:row-1"))

    assert [clash.part for clash in merged.clashes] == ["row-3"]


def test_the_post_and_the_key_are_merged_field_by_field() -> None:
    other = replace(
        DRAFT,
        profile=replace(DRAFT.profile, title="Mentor", grade="Grade 6"),
        lists=(ListHead("", (("I", "Panel interview"),)),),
    )
    here = replace(page_of(DRAFT), profile=replace(DRAFT.profile, title="Senior Mentor", salary="£25,000"))

    merged = merge_press(other, here)
    saved = edit_draft(merged.draft, merged.press).draft

    assert saved.profile == ProfileDraft(title="Mentor", grade="Grade 6", salary="£25,000")
    assert saved.lists == other.lists
    assert merged.clashes == (Clash("profile-title", "Senior Mentor", "Mentor"),)
    assert show_typed(saved, here, merged.clashes).profile.title == "Senior Mentor"


def test_words_typed_into_a_row_that_was_left_out_elsewhere_go_with_it() -> None:
    other = replace(DRAFT, rows=leave_out(DRAFT.rows, [2]))

    row = find_row(saved_after(other, typed(page_of(DRAFT), 2, "Knows phonics")).rows, 2)

    assert (row.text, row.is_left_out) == ("Knows phonics", True)


def test_a_row_that_was_taken_away_elsewhere_comes_back_only_where_it_was_changed() -> None:
    other = replace(DRAFT, rows=DRAFT.rows[:2])

    changed = saved_after(other, typed(page_of(DRAFT), 3, "Calm with children"))

    assert saved_after(other, page_of(DRAFT)) == other
    assert texts(changed) == ["Experience with families", "Knowledge of phonics", "Calm with children"]
    assert texts(edit_draft(changed, Press(action="undo")).draft) == texts(other)


def test_without_marks_everything_counts_as_typed_here() -> None:
    press = replace(typed(page_of(DRAFT), 1, "Works with families"), was={})

    assert texts(saved_after(OTHER, press))[0] == "Works with families"


def test_answers_that_nobody_changed_here_stay_as_the_other_window_saved_them() -> None:
    shown = Answers("1/9/2027", "", (("q-1", "because"),))
    other = replace(DRAFT, answers=Answers("1/10/2027", "4", (("q-2", "so"),), (2,)))
    here = replace(page_of(DRAFT), answers=shown, was=marks_of(DRAFT, replace(shown, reasons=())))

    assert merge_press(other, here).press.answers == Answers(
        "1/10/2027", "4", (("q-1", "because"), ("q-2", "so")), (2,)
    )


def test_answers_that_were_only_proposed_are_taken_as_given() -> None:
    here = replace(page_of(DRAFT), answers=Answers("1/9/2027"))

    assert merge_press(DRAFT, here).press.answers == Answers("1/9/2027")


def test_rows_that_are_left_out_have_no_mark_for_they_stand_in_no_box() -> None:
    marks = marks_of(replace(DRAFT, rows=leave_out(DRAFT.rows, [2])))

    assert [part for part in marks if part.startswith("row-")] == ["row-1", "row-3"]
