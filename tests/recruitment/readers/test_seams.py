"""Wordings that run together in one cell: parted by likelihood or by count, doubted where neither tells."""

from dataclasses import replace

import pytest

from recruitment.readers.blocks import Cell, Line, Row, Seam, Table, join_lines
from recruitment.readers.reader import read_blocks
from recruitment.readers.seams import is_unsettled, part_by_count, part_likely, settle_seams
from recruitment.readers.wording import join
from tests.recruitment.readers.samples import HERE, cell, line

FIRST, SECOND = "Keeps a tidy store", "Mends fences"


def run_together(weight: float) -> Line:
    return replace(line(f"{FIRST} {SECOND}"), seams=(Seam(len(FIRST) + 1, weight),))


def texts(lines: list[Line]) -> list[str]:
    return [own.text for own in lines]


@pytest.mark.parametrize(
    ("weight", "parted", "doubtful"),
    [(0.2, False, False), (0.49, False, True), (0.5, True, True), (0.84, True, True), (0.9, True, False)],
)
def test_a_seam_parts_where_it_is_likely_and_is_doubted_between(
    weight: float, parted: bool, doubtful: bool
) -> None:
    found = part_likely([run_together(weight)])

    assert texts(found) == ([FIRST, SECOND] if parted else [f"{FIRST} {SECOND}"])
    assert {is_unsettled(own) for own in found} == {doubtful}


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, [f"{FIRST} {SECOND}"]),
        (1, [f"{FIRST} {SECOND}"]),
        (2, [FIRST, SECOND]),
        (3, [f"{FIRST} {SECOND}"]),
    ],
)
def test_as_many_signs_as_wordings_settle_where_they_part(count: int, expected: list[str]) -> None:
    assert texts(settle_seams([run_together(0.4)], count)) == expected


def test_the_likeliest_seams_part_first() -> None:
    text = "Sings Dances Drives"
    one = replace(line(text), seams=(Seam(6, 0.3), Seam(13, 0.7)))

    assert texts(part_by_count([one], 2)) == ["Sings Dances", "Drives"]
    assert texts(part_by_count([one], 3)) == ["Sings", "Dances", "Drives"]


def test_seams_move_when_halves_of_a_wording_are_joined() -> None:
    joined = join_lines(line("Drives a van"), run_together(0.6), weight=0.5)

    assert texts(part_likely([joined])) == ["Drives a van", FIRST, SECOND]


def rows(beside: Cell) -> Table:
    head = [cell("Criteria"), cell("E/D"), cell("Evidence")]
    body = [Cell((run_together(0.6),)), beside, cell("A")]
    return Table(tuple(Row(tuple(own), HERE) for own in (head, body)))


def test_one_sign_beside_a_cell_makes_it_one_wording_without_a_doubt() -> None:
    [found] = read_blocks([line("Person specification"), rows(cell("E"))]).criteria

    assert (found.text, found.requirement, found.check) == (f"{FIRST} {SECOND}", "essential", ())


def test_two_signs_beside_a_cell_make_it_two_wordings() -> None:
    found = read_blocks([line("Person specification"), rows(cell("E", "D"))]).criteria

    assert [(own.text, own.requirement) for own in found] == [(FIRST, "essential"), (SECOND, "desirable")]


def test_wordings_side_by_side_that_may_be_one_are_for_a_person_to_check() -> None:
    head = [cell("Area"), cell("Essential"), cell("Desirable")]
    body = [cell("Skills"), Cell((run_together(0.5),)), cell("Sings in tune")]
    table = Table(tuple(Row(tuple(own), HERE) for own in (head, body)))

    found = read_blocks([line("Person specification"), table]).criteria

    assert [(own.text, own.check) for own in found] == [
        (FIRST, ("text",)),
        (SECOND, ("text",)),
        ("Sings in tune", ()),
    ]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("☒ Interview [", "] Task", "☒ Interview ☐ Task"),
        ("☒ Interview [x", "] Task", "☒ Interview [x ] Task"),
        ("Interview [", "Task]", "Interview [ Task]"),
    ],
)
def test_an_empty_box_that_a_line_cuts_is_one_box(first: str, second: str, whole: str) -> None:
    assert join(first, second) == whole
