"""Correcting, splitting, joining, leaving out, adding: nothing is lost and nothing happens by itself."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.errors import DomainError
from recruitment.domain.rows import (
    Correction,
    Row,
    Rows,
    add,
    add_line,
    correct,
    cut_in_parts,
    find_row,
    join,
    leave_out,
    list_kept,
    mark_checked,
    next_key,
    put_back,
    same_as_above,
    sort_evidence,
    split,
)

ROWS: Rows = (
    Row(1, "Experience of working with children", "Experience", "essential", "AI", line=10),
    Row(2, "ELSA training", "Qualifications", None, "", line=12, check=("requirement", "text")),
    Row(3, "Calm under pressure", "Attributes", "desirable", "I", line=14, accepted=("untestable",)),
)


def typed(row: Row, **fields: object) -> Correction:
    given = {
        "text": row.text,
        "section": row.section,
        "requirement": row.requirement,
        "evidence": row.evidence,
        "is_trainable": row.is_trainable,
    }
    return Correction(**given | fields)  # type: ignore[arg-type]


def test_correct_with_what_stood_there_changes_nothing() -> None:
    assert correct(ROWS, {row.key: typed(row) for row in ROWS}) == ROWS


def test_correct_takes_the_flag_from_the_field_that_changed_alone() -> None:
    after = correct(ROWS, {2: typed(ROWS[1], requirement="essential")})

    assert find_row(after, 2) == replace(ROWS[1], requirement="essential", check=("text",))


def test_correct_asks_again_about_a_new_wording() -> None:
    after = correct(ROWS, {3: typed(ROWS[2], text="Stays calm when several children need help")})

    assert find_row(after, 3).accepted == ()


def test_correct_keeps_what_was_accepted_when_only_blanks_changed() -> None:
    after = correct(ROWS, {3: typed(ROWS[2], text="  Calm  under\r\npressure ")})

    assert after == ROWS


def test_correct_puts_evidence_in_the_order_of_the_key_and_drops_unknown_letters() -> None:
    after = correct(ROWS, {1: typed(ROWS[0], evidence="ZRAIIC")})

    assert find_row(after, 1).evidence == "ACIR"


def test_correct_ignores_rows_that_are_not_there() -> None:
    assert correct(ROWS, {99: typed(ROWS[0])}) == ROWS


@pytest.mark.parametrize(
    ("letters", "expected"), [("", ""), ("IA", "AI"), ("DOPTRICA", "ACIRTPOD"), ("A/I", "AI"), ("ai", "")]
)
def test_sort_evidence(letters: str, expected: str) -> None:
    assert sort_evidence(letters) == expected


def test_split_cuts_at_the_marks_and_keeps_everything_else() -> None:
    rows = correct(ROWS, {1: typed(ROWS[0], text="Experience of children | and of families |of schools")})

    after = split(rows, 1)

    assert [(row.key, row.text) for row in after] == [
        (1, "Experience of children"),
        (4, "and of families"),
        (5, "of schools"),
        (2, "ELSA training"),
        (3, "Calm under pressure"),
    ]
    assert {(row.section, row.requirement, row.evidence, row.line) for row in after[:3]} == {
        ("Experience", "essential", "AI", 10)
    }


@pytest.mark.parametrize("text", ["No mark at all", "| only behind", "only before |", " | "])
def test_split_without_two_parts_is_denied(text: str) -> None:
    rows = (replace(ROWS[0], text=text),)

    with pytest.raises(DomainError) as denied:
        split(rows, 1)

    assert (denied.value.code, denied.value.field) == ("nothing_to_split", "row-1-text")


def test_split_takes_the_parts_it_is_given() -> None:
    assert [row.text for row in split(ROWS, 3, ["Calm", "Kind"])[2:]] == ["Calm", "Kind"]


def test_join_adds_the_words_and_fills_what_the_first_does_not_state() -> None:
    after = join(ROWS, 2)

    assert find_row(after, 2) == Row(
        2,
        "ELSA training Calm under pressure",
        "Qualifications",
        "desirable",
        "I",
        line=12,
        check=("requirement", "text"),
    )
    assert find_row(after, 3).is_left_out is True


def test_join_passes_over_rows_that_were_left_out() -> None:
    after = join(leave_out(ROWS, [2]), 1)

    assert find_row(after, 1).text == "Experience of working with children Calm under pressure"


def test_join_on_the_last_row_is_denied() -> None:
    with pytest.raises(DomainError) as denied:
        join(ROWS, 3)

    assert denied.value.code == "nothing_to_join"


def test_join_does_not_reach_into_another_list() -> None:
    rows = (*ROWS[:2], replace(ROWS[2], group=1))

    with pytest.raises(DomainError) as denied:
        join(rows, 2)

    assert denied.value.code == "nothing_to_join"


def test_leave_out_and_put_back_lead_to_where_one_began() -> None:
    out = leave_out(ROWS, [1, 3])

    assert [row.key for row in list_kept(out)] == [2]
    assert put_back(out, [1, 3]) == ROWS


def test_add_stands_below_and_in_the_section_of_its_neighbour() -> None:
    after = add(ROWS, 1)

    assert [row.key for row in after] == [1, 4, 2, 3]
    assert after[1] == Row(4, "", "Experience")


def test_add_to_an_empty_list_gives_one_row() -> None:
    assert add(()) == (Row(1, ""),)


@pytest.mark.parametrize(("line", "place"), [(9, 0), (10, 1), (11, 1), (12, 2), (13, 2), (99, 3)])
def test_add_line_stands_where_it_stands_in_the_document(line: int, place: int) -> None:
    after = add_line(ROWS, " A line  of the document ", (None, line))

    assert [row.text for row in after].index("A line of the document") == place


def test_add_line_of_unknown_place_stands_at_the_end() -> None:
    assert [row.text for row in add_line(ROWS, "Pasted", None)][-1] == "Pasted"


def test_add_line_to_an_empty_list_gives_one_row() -> None:
    assert add_line((), "First", (2, 7)) == (Row(1, "First", page=2, line=7, check=("text",)),)


def test_add_line_takes_the_section_of_the_row_above_and_is_to_be_checked() -> None:
    after = add_line(ROWS, "Forest school leader", (None, 13), unread=2)

    assert after[2] == Row(4, "Forest school leader", "Qualifications", line=13, unread=2, check=("text",))


def test_same_as_above_copies_all_but_the_words() -> None:
    after = same_as_above(ROWS, 2)

    assert find_row(after, 2) == Row(
        2, "ELSA training", "Experience", "essential", "AI", line=12, check=("text",)
    )


def test_same_as_above_on_the_first_row_is_denied() -> None:
    with pytest.raises(DomainError) as denied:
        same_as_above(ROWS, 1)

    assert denied.value.code == "nothing_above"


def test_mark_checked_takes_every_flag() -> None:
    assert find_row(mark_checked(ROWS, 2), 2).check == ()


def test_a_row_that_is_gone_is_named_kindly() -> None:
    with pytest.raises(DomainError) as denied:
        mark_checked(ROWS, 77)

    assert denied.value.code == "no_such_row"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Understanding of relevant policies / codes of practice and awareness of relevant legislation",
            ("Understanding of relevant policies / codes of practice", "Awareness of relevant legislation"),
        ),
        (
            "Knowledge of phonics; ability to teach early reading",
            ("Knowledge of phonics", "Ability to teach early reading"),
        ),
        (
            "A thorough understanding of procedures and a commitment to best practice",
            ("A thorough understanding of procedures", "A commitment to best practice"),
        ),
        ("Experience of planning and assessment", ("Experience of planning and assessment",)),
        ("", ()),
    ],
)
def test_cut_in_parts(text: str, parts: tuple[str, ...]) -> None:
    assert cut_in_parts(text) == parts


@given(st.lists(st.text(alphabet="abc |", min_size=1, max_size=12), min_size=1, max_size=6))
def test_split_then_join_loses_no_word(texts: list[str]) -> None:
    rows = tuple(Row(key, text) for key, text in enumerate(texts, start=1))
    words = rows[0].text.replace("|", " ").split()
    try:
        after = split(rows, 1)
    except DomainError:
        return
    while len(after) > len(rows) and len(list_kept(after)) > len(rows):
        after = join(after, 1)

    assert find_row(after, 1).text.split() == words


@given(st.lists(st.integers(0, 5), max_size=12))
def test_keys_stay_unique_whatever_is_done(choices: list[int]) -> None:
    rows: Rows = ROWS
    for choice in choices:
        key = rows[choice % len(rows)].key
        edits = (
            add,
            lambda r, k: leave_out(r, [k]),
            lambda r, k: split(r, k, ["one", "two"]),
            lambda r, k: put_back(r, [k]),
            lambda r, k: add_line(r, "line", (None, k)),
            mark_checked,
        )
        rows = edits[choice](rows, key)

    keys = [row.key for row in rows]
    assert len(keys) == len(set(keys))
    assert next_key(rows) == max(keys) + 1
