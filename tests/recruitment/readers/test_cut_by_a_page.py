"""Rows and cells that the end of a page cut, and those that only end there."""

from dataclasses import replace

from recruitment.readers.blocks import Block, Row, Table
from recruitment.readers.pdf_pages import append_page
from tests.recruitment.readers.samples import table


def merged(rows: Table, *places: tuple[int, int]) -> Table:
    """The table with cells that repeat the one above, by row and column."""
    made = [
        Row(
            tuple(replace(cell, merged=(number, place) in places) for place, cell in enumerate(row.cells)),
            row.source,
        )
        for number, row in enumerate(rows.rows)
    ]
    return replace(rows, rows=tuple(made))


def joined(above: Table, below: Table) -> list[list[str]]:
    """The cells of both, with “^” where one repeats what stands above it."""
    blocks: list[Block] = [above]
    append_page(blocks, [below])
    [whole] = blocks
    assert isinstance(whole, Table)
    return [["^" if cell.merged else cell.text for cell in row.cells] for row in whole.rows]


HEAD = ["Criteria", "Rank", "Assessed"]


def test_a_letter_that_is_no_known_sign_begins_a_row_of_its_own() -> None:
    above = table(HEAD, ["Sings.", "A", "Task"], ["Plays the organ.", "A", "Task"])

    assert joined(above, table(["Conducts.", "B", "Form"])) == [
        HEAD,
        ["Sings.", "A", "Task"],
        ["Plays the organ.", "A", "Task"],
        ["Conducts.", "B", "Form"],
    ]


def test_words_alone_below_rows_with_signs_are_the_rest_of_a_row() -> None:
    above = table(HEAD, ["Sings.", "A", "Task"], ["Plays the organ", "A", "Task"])

    assert joined(above, table(["Sunday services included", "", "at interview"]))[-1] == [
        "Plays the organ Sunday services included",
        "A",
        "Task at interview",
    ]


def test_a_row_beside_a_need_over_many_rows_is_no_rest_for_having_none_itself() -> None:
    head = ["Need", "Criteria", "Assessed"]
    above = merged(
        table(head, ["ESSENTIAL", "Sings", "Task"], ["ESSENTIAL", "Plays the organ", "Form"]), (2, 0)
    )

    assert joined(above, table(["", "Conducts", "References"])) == [
        head,
        ["ESSENTIAL", "Sings", "Task"],
        ["^", "Plays the organ", "Form"],
        ["^", "Conducts", "References"],
    ]


def test_a_cell_over_the_last_row_of_a_page_and_those_of_the_next_goes_on() -> None:
    above = table(HEAD, ["Sings.", "E", "Task"])
    below = merged(table(["Conducts.", "E", ""], ["Plays the organ.", "E", ""]), (1, 2))

    assert joined(above, below)[1:] == [
        ["Sings.", "E", "Task"],
        ["Conducts.", "E", "^"],
        ["Plays the organ.", "E", "^"],
    ]


def test_an_empty_cell_of_one_row_says_nothing() -> None:
    above = table(HEAD, ["Sings.", "E", "Task"])

    assert joined(above, table(["Conducts.", "E", ""], ["Plays the organ.", "E", ""]))[1:] == [
        ["Sings.", "E", "Task"],
        ["Conducts.", "E", ""],
        ["Plays the organ.", "E", ""],
    ]
