"""The review page: what stands where, and how lines and rows point at each other."""

from dataclasses import replace
from datetime import date

import pytest

from recruitment.domain.person_specification import DocumentLine
from recruitment.domain.profile_draft import ProfileDraft
from recruitment.domain.review import Draft, Fault, ListHead, Weight, list_faults
from recruitment.domain.row_decisions import leave_out_group, merge
from recruitment.domain.rows import Row, leave_out
from recruitment.selectors.review_page import ProblemView, get_review_page, group_problems

DRAFT = Draft(
    ProfileDraft(title="Home Link Worker"),
    (ListHead("Home Link Worker"), ListHead("")),
    (
        Row(1, "ELSA training started", "Training", "essential", "AC", page=1, line=2),
        Row(2, "Kind", "Attributes", None, "", page=1, line=3, check=("requirement", "text")),
        Row(3, "Calm", "Attributes", "desirable", "I", page=1, line=3, group=1, specification=1),
        Row(4, "ELSA training", "Training", "desirable", "A", page=2, line=1, group=1, specification=1),
    ),
    lines=(
        DocumentLine(1, 1, "Training:"),
        DocumentLine(1, 2, "ELSA training started"),
        DocumentLine(1, 3, "Kind | Calm"),
        DocumentLine(1, 4, "Reviewed yearly"),
        DocumentLine(2, 1, "ELSA training"),
        DocumentLine(2, 2, "Signed"),
    ),
    unread=("Reviewed yearly",),
)


def test_lists_are_shown_under_their_titles_and_rows_counted_through() -> None:
    page = get_review_page(DRAFT)

    assert [(one.title, [view.number for view in one.rows]) for one in page.lists] == [
        ("Home Link Worker", [1, 2]),
        ("List 2", [3, 4]),
    ]
    assert (page.kept_count, page.essential_count, page.desirable_count, page.doubtful_count) == (4, 1, 2, 1)


def test_what_blocks_is_counted_as_the_page_lists_it() -> None:
    rows = (Row(1, ""), Row(2, "Kind", requirement="desirable", evidence=""), Row(3, ""))
    draft = replace(DRAFT, profile=ProfileDraft(), rows=rows)
    faults = list_faults(draft, review_date=None, today=date(2026, 11, 2))

    page = get_review_page(draft, blocking=faults)

    assert [question.question.code for question in page.must] == ["no_evidence"]
    assert [view.text for view in page.unsettled] == [
        "Enter the title of the post.",
        "Type its words, or leave the row out.",
        "Enter the date on which this job profile is due for review.",
    ]
    assert (page.left_count, page.doubtful_count) == (4, 3)
    assert page.stops == (
        "profile-title",
        "row-1-text",
        "row-3-text",
        "review_date",
        page.must[0].question.anchor,
    )


def test_merged_rows_say_which_list_they_came_from() -> None:
    page = get_review_page(replace(DRAFT, rows=merge(DRAFT.rows)))

    assert [one.title for one in page.lists] == ["One list of both"]
    assert [(view.row.key, view.source_title, view.starts_section) for view in page.lists[0].rows] == [
        (1, "Home Link Worker", True),
        (4, "List 2", False),
        (2, "Home Link Worker", True),
        (3, "List 2", False),
    ]


def test_a_row_shows_what_to_check_and_what_is_missing() -> None:
    kind = get_review_page(DRAFT).lists[0].rows[1]

    assert kind.flags == ("Check the words against the document.",)
    assert kind.is_doubtful is True
    assert [(letter, is_on) for letter, _word, is_on in kind.letters if is_on] == []


def test_a_row_shows_the_questions_about_itself() -> None:
    page = get_review_page(DRAFT)

    assert [question.code for question in page.lists[0].rows[0].questions] == ["contradiction"]
    assert [question.code for question in page.lists[1].rows[0].questions] == ["untestable"]


def test_faults_stand_at_their_fields() -> None:
    page = get_review_page(DRAFT, faults={"row-2-requirement": "Choose one.", "review_date": "Enter it."})

    assert [view.faults for one in page.lists for view in one.rows] == [
        {},
        {"requirement": "Choose one."},
        {},
        {},
    ]


def test_lines_point_at_their_rows_and_say_how_they_were_used() -> None:
    page = get_review_page(DRAFT)

    assert [one.number for one in page.pages] == [1, 2]
    assert [(line.mark, line.css, line.keys) for one in page.pages for line in one.lines] == [
        ("1-1", "h", ()),
        ("1-2", "used", (1,)),
        ("1-3", "flagged", (2, 3)),
        ("1-4", "flagged", ()),
        ("2-1", "used", (4,)),
        ("2-2", "unused", ()),
    ]


TURNED = Draft(
    ProfileDraft(),
    (ListHead(""),),
    (
        Row(1, "NVQ level 2", "Qualifications", "essential", "A", line=2),
        Row(2, "First aid", "Qualifications", "desirable", "A", line=3),
        Row(3, "Calm with a class", "Skills", "essential", "I", line=2),
    ),
    lines=(
        DocumentLine(None, 1, "Qualifications | Skills"),
        DocumentLine(None, 2, "Essential | NVQ level 2 | Calm with a class"),
        DocumentLine(None, 3, "Desirable | First aid"),
        DocumentLine(None, 4, "How assessed | Form | Interview"),
        DocumentLine(None, 5, "Signed"),
        DocumentLine(None, 6, "Headteacher | Form | Interview"),
    ),
)


def pieces_of(draft: Draft) -> list[list[tuple[str, str, tuple[tuple[int, int], ...]]]]:
    [page] = get_review_page(draft).pages
    return [[(one.text, one.column, one.rows) for one in line.pieces] for line in page.lines]


def test_a_turned_table_names_its_columns_and_links_each_cell_to_its_row() -> None:
    assert pieces_of(TURNED) == [
        [("Qualifications | Skills", "", ())],
        [
            ("Essential", "", ()),
            ("NVQ level 2", "Qualifications", ((1, 1),)),
            ("Calm with a class", "Skills", ((3, 3),)),
        ],
        [("Desirable", "", ()), ("First aid", "Qualifications", ())],
        [("How assessed", "", ()), ("Form", "Qualifications", ()), ("Interview", "Skills", ())],
        [("Signed", "", ())],
        [("Headteacher | Form | Interview", "", ())],
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Calm with a noisy class", [(), ((1, 1),), ((3, 3),)]),
        ("Speaks Polish", [(), ((1, 1),), (), ((3, 3),)]),
    ],
)
def test_a_row_stays_with_its_cell_while_its_words_tell(
    words: str, expected: list[tuple[tuple[int, int], ...]]
) -> None:
    rows = (*TURNED.rows[:2], replace(TURNED.rows[2], text=words))

    assert [rows for _text, _column, rows in pieces_of(replace(TURNED, rows=rows))[1]] == expected


def test_two_rows_side_by_side_are_each_linked_and_name_no_column() -> None:
    line = get_review_page(DRAFT).pages[0].lines[2]

    assert [(one.text, one.column, one.rows) for one in line.pieces] == [
        ("Kind", "", ((2, 2),)),
        ("Calm", "", ((3, 3),)),
    ]
    assert line.text == "Kind | Calm"


def test_a_line_that_only_explains_letters_is_neither_listed_nor_flagged() -> None:
    key = "E = Essential, D = Desirable"
    page = get_review_page(replace(DRAFT, lines=(DocumentLine(1, 1, key),), unread=(key,)))

    assert (page.unread, page.pages[0].lines[0].css) == ((), "unused")


def test_a_line_of_a_row_left_out_offers_to_put_it_back() -> None:
    page = get_review_page(replace(DRAFT, rows=leave_out(DRAFT.rows, [1, 2])))

    assert [(line.keys, line.left_out) for line in page.pages[0].lines[:3]] == [
        ((), None),
        ((), 1),
        ((3,), None),
    ]


def test_what_was_left_out_is_shown_whole_or_in_part() -> None:
    whole = get_review_page(replace(DRAFT, rows=leave_out_group(DRAFT.rows, 1)))
    part = get_review_page(replace(DRAFT, rows=leave_out(DRAFT.rows, [3])))

    assert [(one.title, len(one.rows), one.is_whole_list) for one in whole.left_out] == [("List 2", 2, True)]
    assert [(one.title, len(one.rows), one.is_whole_list) for one in part.left_out] == [("List 2", 1, False)]


def test_unread_lines_know_their_place() -> None:
    assert [(one.number, one.text, one.mark) for one in get_review_page(DRAFT).unread] == [
        (0, "Reviewed yearly", "1-4")
    ]


def test_questions_are_parted_by_weight() -> None:
    page = get_review_page(DRAFT)

    assert [view.question.code for view in page.must] == [
        "two_lists",
        "no_requirement",
        "contradiction",
        "no_evidence",
    ]
    assert {view.question.weight for view in page.may} <= {Weight.MAY}
    contradiction = page.must[2]
    assert [(link.key, link.number) for link in contradiction.rows] == [(1, 1), (4, 4)]


def test_a_revision_of_one_list_without_a_title_has_none() -> None:
    page = get_review_page(replace(DRAFT, lists=(ListHead(""),), rows=DRAFT.rows[:2]))

    assert [one.title for one in page.lists] == [""]


def test_rows_with_the_same_problem_share_a_line() -> None:
    evidence = [Fault(f"row-{key}-evidence", "choose a letter.", key) for key in (1, 2)]
    faults = [
        evidence[0],
        Fault("row-1-text", "type the criterion.", 1),
        evidence[1],
        Fault("x", "Enter it."),
    ]

    assert group_problems(faults) == (
        ProblemView("Choose a letter.", rows=tuple(evidence)),
        ProblemView("Row 1: type the criterion.", "row-1-text"),
        ProblemView("Enter it.", "x"),
    )


def test_a_line_is_shown_with_the_columns_its_ticks_stand_in() -> None:
    lines = (DocumentLine(1, 1, "Calm | ✓", "Calm | ✓ (Desirable)"), DocumentLine(1, 2, "Kind | D"))

    page = get_review_page(replace(DRAFT, lines=lines))

    assert [line.text for line in page.pages[0].lines] == ["Calm | ✓ (Desirable)", "Kind | D"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Kind | ☒ Essential ☐ Desirable", "Kind | ☒~Essential ☐~Desirable"),
        ("Kind | Essential ☒ Desirable ☐", "Kind | Essential~☒ Desirable~☐"),
        ("Kind ☒ Essential ☐ Desirable", "Kind ☒~Essential ☐~Desirable"),
    ],
)
def test_a_box_keeps_to_its_own_word(text: str, shown: str) -> None:
    page = get_review_page(replace(DRAFT, lines=(DocumentLine(1, 1, text),)))

    assert page.pages[0].lines[0].text.replace("\N{NO-BREAK SPACE}", "~") == shown


def test_the_letters_of_a_row_speak_the_words_of_the_document() -> None:
    page = get_review_page(replace(DRAFT, lists=(ListHead("", (("O", "Observed lesson"),)), ListHead(""))))

    words = {letter: word for letter, word, _is_on in page.lists[0].rows[0].letters}
    assert (words["O"], words["I"]) == ("Observed lesson", "Interview")


def test_what_rests_on_law_comes_before_good_practice() -> None:
    rows = (
        Row(1, "Good sense of humour", "", "essential", "I"),
        Row(2, "Five years’ experience of teaching", "", "essential", "A"),
    )
    page = get_review_page(replace(DRAFT, lists=(ListHead(""),), rows=rows))

    assert {view.question.basis.kind for view in page.by_law} == {"guidance"}
    assert {view.question.basis.kind for view in page.by_practice} == {"custom"}
    assert len(page.by_law) + len(page.by_practice) == len(page.may)
