"""Codes of a document's own for essential and desirable, and heads with nothing but methods."""

import pytest

from recruitment.readers.need_codes import read_need_codes
from recruitment.readers.reader import read_blocks
from tests.recruitment.readers.samples import facts, line, table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rank A = essential. Rank B = desirable.", {"A": "essential", "B": "desirable"}),
        ("1 – Essential, 2 – Desirable", {"1": "essential", "2": "desirable"}),
        ("E = essential, D = desirable", {}),
        ("A = application, I = interview", {}),
        ("A = essential", {}),
        ("Section A: Essential criteria. Section B: Desirable criteria", {}),
        ("1 - Essential Qualifications 2 - Desirable Qualifications", {}),
    ],
)
def test_a_note_explains_codes(text: str, expected: dict[str, str]) -> None:
    assert read_need_codes(text) == expected


ROWS = [
    ["Criteria", "Rank", "How identified"],
    ["Cleaning a building", "A", "Application form"],
    ["Works alone", "B", "Interview"],
    ["Honest", "A", "Reference"],
]


def test_a_column_of_such_codes_says_the_requirement() -> None:
    note = line("Rank A = essential, the post needs this. Rank B = desirable, it can be learned.")
    reading = read_blocks([line("Person specification", bold=True), note, table(*ROWS)])

    assert facts(reading) == [
        ("Cleaning a building", None, "essential", "A"),
        ("Works alone", None, "desirable", "I"),
        ("Honest", None, "essential", "R"),
    ]
    assert reading.unread == ()


def test_without_the_note_the_codes_say_nothing() -> None:
    reading = read_blocks([line("Person specification", bold=True), table(*ROWS)])

    assert {need for _, _, need, _ in facts(reading)} == {None}


def test_three_methods_over_ticks_head_a_table_below_its_requirement() -> None:
    ticks = table(
        ["", "Application", "Interview", "Cooking trial"],
        ["Food safety certificate", "✓", "", ""],
        ["Cooks from fresh ingredients", "", "✓", "✓"],
    )
    heading = line("Desirable criteria", bold=True)

    assert facts(read_blocks([line("Person specification", bold=True), heading, ticks])) == [
        ("Food safety certificate", None, "desirable", "A"),
        ("Cooks from fresh ingredients", None, "desirable", "IT"),
    ]


def test_the_last_cell_of_a_table_without_a_head_may_be_its_requirement() -> None:
    rows = table(["Holds clear limits", "E"], ["Speaks Polish", "D"], ["Writes reports", "E"])
    section = line("Skills", bold=True)
    assessed = line("To be assessed by: Interview")

    assert facts(read_blocks([line("Person specification", bold=True), section, assessed, rows])) == [
        ("Holds clear limits", "Skills", "essential", "I"),
        ("Speaks Polish", "Skills", "desirable", "I"),
        ("Writes reports", "Skills", "essential", "I"),
    ]


def test_a_line_that_explains_letters_over_a_table_names_no_section() -> None:
    rows = table(["Criteria", "E/D"], ["Keeps records", "E"], ["Speaks Polish", "D"])
    explained = line("E = Essential, D = Desirable")

    assert facts(read_blocks([line("Person specification", bold=True), explained, rows])) == [
        ("Keeps records", None, "essential", ""),
        ("Speaks Polish", None, "desirable", ""),
    ]
