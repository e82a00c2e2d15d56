"""Rows whose colour says whether they are essential."""

from pathlib import Path

import pytest

from recruitment.domain.specification_convention import Convention, read_convention
from recruitment.readers.blocks import Cell, Line, Row, Table
from recruitment.readers.cell_colours import colour_name, name_of_rgb
from recruitment.readers.reader import read_blocks, read_specification
from tests.recruitment.readers.samples import HERE, cell, facts, line, pdf


@pytest.mark.parametrize(
    ("fill", "expected"),
    [
        ("C6E0B4", "green"),
        ("FFF2CC", "yellow"),
        ("FFC000", "yellow"),
        ("F4B084", "orange"),
        ("FF0000", "red"),
        ("9DC3E6", "blue"),
        ("7030A0", "purple"),
        ("D9D9D9", "grey"),
        ("FFFFFF", ""),
        ("auto", ""),
        (None, ""),
    ],
)
def test_a_fill_has_the_name_a_person_would_give_it(fill: str | None, expected: str) -> None:
    assert colour_name(fill) == expected


BOTH = (("green", "essential"), ("yellow", "desirable"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rows coloured green are essential and rows coloured yellow are desirable.", BOTH),
        ("Green = essential, yellow = desirable", BOTH),
        (
            "Grey rows are essential and white rows are desirable.",
            (("grey", "essential"), ("white", "desirable")),
        ),
        (
            "Criteria shaded grey are essential. Criteria that are not shaded are desirable.",
            (("grey", "essential"), ("white", "desirable")),
        ),
        ("Criteria in green are essential.", (("green", "essential"),)),
    ],
)
def test_a_note_names_the_colours(text: str, expected: tuple[tuple[str, str], ...]) -> None:
    found = read_convention(text)

    assert found is not None
    assert (found.sign, found.colours) == ("colour", expected)


def test_a_green_school_is_no_note() -> None:
    assert read_convention("We are a green school. It is essential to care for our garden.") is None
    assert read_convention("Criteria marked * are essential") == Convention("asterisk", "essential", None)


def rows_in(*colours: str) -> Table:
    head = Row((cell("Criteria"), cell("How assessed")), HERE)
    made = [
        Row((Cell((Line(f"Plays tune {place}", HERE, colour=colour),)), cell("Interview")), HERE)
        for place, colour in enumerate(colours)
    ]
    return Table((head, *made))


NOTE = line("Rows coloured green are essential and rows coloured yellow are desirable.")


def test_the_colour_of_a_row_says_its_requirement() -> None:
    found = read_blocks([line("Person specification"), NOTE, rows_in("green", "yellow", "", "grey")])

    assert [item.requirement for item in found.criteria] == ["essential", "desirable", None, None]


def test_where_the_file_has_no_colours_every_requirement_is_to_be_looked_at() -> None:
    found = read_blocks([line("Person specification"), NOTE, rows_in("", "")])

    assert [(item.requirement, item.check) for item in found.criteria] == [(None, ("requirement",))] * 2


@pytest.mark.parametrize(
    ("light", "expected"),
    [
        ((0.776, 0.878, 0.706), "green"),
        ((0.85, 0.85, 0.85), "grey"),
        ((1, 1, 0), "yellow"),
        ((1, 1, 1), ""),
        ((1, 0, 0), "red"),
    ],
)
def test_a_colour_of_light_has_a_name(light: tuple[float, float, float], expected: str) -> None:
    assert name_of_rgb(*light) == expected


def test_colours_behind_the_rows_of_a_pdf_say_their_requirement(tmp_path: Path) -> None:
    source = """= Person specification
Criteria shaded green are essential and those shaded yellow are desirable.

#table(columns: 2, [*Criteria*], [*How assessed*],
  table.cell(fill: rgb("C6E0B4"))[Leads a room], table.cell(fill: rgb("C6E0B4"))[Interview],
  table.cell(fill: rgb("FFF2CC"))[Speaks Polish], table.cell(fill: rgb("FFF2CC"))[Application],
  table.cell(fill: rgb("C6E0B4"))[Keeps records], table.cell(fill: rgb("C6E0B4"))[Application])
"""

    assert facts(read_specification(pdf(source, tmp_path), kind="pdf")) == [
        ("Leads a room", None, "essential", "I"),
        ("Speaks Polish", None, "desirable", "A"),
        ("Keeps records", None, "essential", "A"),
    ]


def test_white_over_a_colour_is_white(tmp_path: Path) -> None:
    source = """= Person specification
Criteria shaded green are essential, all the others are desirable.

#table(columns: 2, [*Criteria*], [*How assessed*],
  table.cell(fill: rgb("C6E0B4"))[Leads a room], [Interview],
  table.cell(fill: white)[Speaks Polish], [Interview],
  table.cell(fill: rgb("C6E0B4"))[Keeps records], [Interview])
"""
    painted = f'#set page(fill: rgb("C6E0B4"))\n{source}'

    for text in (source, painted):
        reading = read_specification(pdf(text, tmp_path), kind="pdf")
        assert [need for _, _, need, _ in facts(reading)] == ["essential", "desirable", "essential"]
