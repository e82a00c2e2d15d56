"""Boxes with words beside them, and tables with their heads at the left."""

from collections.abc import Sequence

import pytest

from recruitment.readers.blocks import Table
from recruitment.readers.reader import read_blocks
from recruitment.readers.table_shapes import in_usual_shape
from tests.recruitment.readers.samples import facts, line, table


def shaped(*rows: Sequence[str]) -> list[list[str]]:
    found = in_usual_shape(table(*rows))
    assert isinstance(found, Table)
    return [[cell.text for cell in row.cells] for row in found.rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("☒ Form ☐ Interview", "Form"),
        ("☑ Form, ☐ Interview / ✓ Task", "Form, Task"),
        ("☐ Form ☒ Interview", "Interview"),
        ("☒ Form ☒ Interview", "☒ Form ☒ Interview"),
        ("☒", "☒"),
        ("☒ ☐", "☒ ☐"),
        ("✓ Plans lessons", "✓ Plans lessons"),
        ("Form or interview", "Form or interview"),
    ],
)
def test_a_cell_of_boxes_says_what_is_ticked(text: str, expected: str) -> None:
    assert shaped([text]) == [[expected]]


def test_a_line_is_left_as_it_is() -> None:
    found = line("☒ Form ☐ Interview")

    assert in_usual_shape(found) is found


LEFT = [
    ["", "Qualifications", "Experience"],
    ["Essential", "A degree", "Teaching phonics"],
    ["Desirable", "A diploma", "Leading a choir"],
]


def test_a_table_with_its_heads_at_the_left_is_turned() -> None:
    assert shaped(*LEFT) == [
        ["", "Essential", "Desirable"],
        ["Qualifications", "A degree", "A diploma"],
        ["Experience", "Teaching phonics", "Leading a choir"],
    ]


@pytest.mark.parametrize(
    "rows",
    [
        LEFT[1:],
        [row[:2] for row in LEFT],
        LEFT[:2],
        [*LEFT[:2], ["Desirable", "A diploma"]],
        [["Area", "Essential", "Desirable"], *LEFT[1:]],
        [LEFT[0], LEFT[1], ["Skills", "A diploma", "Leading a choir"]],
    ],
)
def test_any_other_table_stands(rows: list[list[str]]) -> None:
    assert shaped(*rows) == rows


def test_turned_tables_and_boxes_are_read() -> None:
    boxes = table(
        ["Criteria", "E/D", "Evidence"],
        ["Teaching phonics", "E", "☒ Form ☐ Interview"],
        ["Leading a choir", "D", "☐ Form ☒ Interview"],
    )

    assert facts(read_blocks([line("Person specification"), table(*LEFT)])) == [
        ("A degree", "Qualifications", "essential", ""),
        ("A diploma", "Qualifications", "desirable", ""),
        ("Teaching phonics", "Experience", "essential", ""),
        ("Leading a choir", "Experience", "desirable", ""),
    ]
    assert facts(read_blocks([line("Person specification"), boxes])) == [
        ("Teaching phonics", None, "essential", "A"),
        ("Leading a choir", None, "desirable", "I"),
    ]


def test_requirements_over_heads_of_columns_turn_no_table() -> None:
    head = ["Factor", "Criteria", "Method"]
    parts = [
        ["ESSENTIAL CRITERIA", "", ""],
        head,
        ["Skills", "Sings", "Interview"],
        ["DESIRABLE CRITERIA", "", ""],
    ]
    found = table(*parts, head, ["Skills", "Dances", "Interview"])

    assert in_usual_shape(found) == found


def test_needs_in_the_first_column_below_sections_across_the_table() -> None:
    rows = table(
        ["", "Criteria", "Assessed by"],
        ["SKILLS"],
        ["Essential", "Runs a kitchen", "A"],
        ["", "Keeps accounts", "I"],
        ["Desirable", "Bakes", "I"],
        ["EXPERIENCE"],
        ["Essential", "Work in a school", "A"],
    )

    assert facts(read_blocks([line("Person specification", bold=True), rows])) == [
        ("Runs a kitchen", "SKILLS", "essential", "A"),
        ("Keeps accounts", "SKILLS", "essential", "I"),
        ("Bakes", "SKILLS", "desirable", "I"),
        ("Work in a school", "EXPERIENCE", "essential", "A"),
    ]
