"""Where the parts of a document begin."""

from dataclasses import replace

import pytest

from recruitment.readers.blocks import Block
from recruitment.readers.reader import read_blocks, read_text
from recruitment.readers.regions import Kind, split_regions
from tests.recruitment.readers.samples import facts, line, table

SPECIFICATION = [line("Person specification"), line("Plans lessons", marker="bullet")]


def duties(*blocks: Block) -> list[tuple[str | None, str]]:
    found = read_blocks([*blocks, *SPECIFICATION])
    assert [item.text for item in found.criteria] == ["Plans lessons"]
    return [(duty.section, duty.text) for duty in found.profile.duties]


TASKS = ["Lock the hall", "Sweep the yard", "Mow the field"]
FORM = ["Job title", "Caretaker"]


def test_duties_stand_beside_their_heading_in_a_form() -> None:
    found = read_blocks([table(FORM, ["Key tasks", "\n".join(TASKS)], ["Grade", "4"]), *SPECIFICATION])

    assert [duty.text for duty in found.profile.duties] == TASKS
    assert (found.profile.title, found.profile.grade) == ("Caretaker", "4")


def test_duties_stand_below_their_heading_in_one_cell_of_a_form() -> None:
    assert duties(table(FORM, ["", "\n".join(["Main duties", *TASKS])])) == [(None, task) for task in TASKS]


@pytest.mark.parametrize(
    "row",
    [
        ["Key contacts", "\n".join(TASKS)],
        ["Key tasks", TASKS[0]],
        ["Understands duties under COSHH", "\n".join(TASKS)],
        ["The key tasks of our caretaker each morning", "\n".join(TASKS)],
    ],
)
def test_other_rows_of_a_form_hold_no_duties(row: list[str]) -> None:
    assert duties(table(FORM, row)) == []


def test_what_the_successful_candidate_will_be_is_a_list_of_the_specification_begun() -> None:
    text = (
        "Person specification\nKnowledge\n- How children learn to read\n"
        "The successful candidate will:\n- Plan lessons\n"
    )

    [read] = read_text(text).specifications

    assert [(item.text, item.section, item.requirement) for item in read.criteria] == [
        ("How children learn to read", "Knowledge", None),
        ("Plan lessons", "Knowledge", "essential"),
    ]


def test_what_the_successful_candidate_will_be_begins_a_specification_without_a_title() -> None:
    found = split_regions([line("Job title: Cook"), line("The successful candidate will:"), line("Cook")])

    assert [(region.kind, region.title, len(region.blocks)) for region in found] == [
        (Kind.HEADER, "", 1),
        (Kind.SPECIFICATION, "", 2),
    ]


@pytest.mark.parametrize("marker", ["", "bullet"])
def test_understanding_duties_begins_no_duties(marker: str) -> None:
    lines = [
        line("Person specification"),
        line("Knowledge", bold=True),
        line("Understands duties under COSHH and RIDDOR", marker=marker),
        line("Keeps tools in order", marker=marker),
    ]

    found = read_blocks(lines)

    assert [item.text for item in found.criteria] == [
        "Understands duties under COSHH and RIDDOR",
        "Keeps tools in order",
    ]
    assert found.profile.duties == ()


@pytest.mark.parametrize("heading", ["Main duties", "Key responsibilities"])
def test_a_heading_of_duties_below_a_specification_begins_them(heading: str) -> None:
    found = read_blocks([*SPECIFICATION, line(heading), line("Locks the hall", marker="bullet")])

    assert [item.text for item in found.criteria] == ["Plans lessons"]
    assert [duty.text for duty in found.profile.duties] == ["Locks the hall"]


def test_bold_list_items_among_others_begin_no_part() -> None:
    lines = [
        line("Person specification"),
        line("Knowledge", bold=True),
        line("Data protection law", marker="bullet", bold=True),
        line("Health and safety", marker="bullet", bold=True),
        line("How children learn to read", marker="bullet", bold=True),
    ]

    assert [(item.text, item.section) for item in read_blocks(lines).criteria] == [
        ("Data protection law", "Knowledge"),
        ("Health and safety", "Knowledge"),
        ("How children learn to read", "Knowledge"),
    ]


def test_a_bold_list_item_alone_over_lines_begins_its_part() -> None:
    alone = [line("Data protection", marker="bullet", bold=True), line("We keep forms.")]
    found = split_regions([line("Person specification", bold=True), line("Sings in tune"), *alone])

    assert [(region.kind, len(region.blocks)) for region in found] == [
        (Kind.HEADER, 0),
        (Kind.SPECIFICATION, 1),
        (Kind.OTHER, 1),
    ]


@pytest.mark.parametrize("heading", ["How to apply", "Key dates", "Why work with us?", "Our values"])
def test_what_stands_below_a_heading_about_applying_is_no_criterion(heading: str) -> None:
    found = read_text(f"Person specification\nEssential\n- Plans lessons\n\n{heading}\n- Send us a form\n")

    assert [item.text for item in found.criteria] == ["Plans lessons"]
    assert found.unread == ()


@pytest.mark.parametrize("marker", ["", "number"])
def test_a_job_description_below_the_specification_ends_it(marker: str) -> None:
    listed = [line(text, marker="bullet") for text in ("Plans lessons", "Reads music")]
    heading = replace(line("Job description", bold=True), marker=marker)
    above = [line("Person specification"), line("Essential"), *listed]
    found = read_blocks([*above, heading, line("Main aim: to teach")])

    assert [item.text for item in found.criteria] == ["Plans lessons", "Reads music"]


def test_a_numbered_heading_right_above_a_first_table_names_its_section() -> None:
    rows = [["Criterion", "E/D", "Method"], ["Teaching phonics", "E", "I"]]
    blocks = [
        line("Qualifications and training", marker="number", bold=True),
        table(*rows),
        line("Experience", marker="number", bold=True),
        table(*rows),
        table(["Key", "I = interview, A = application form"]),
    ]

    assert facts(read_blocks(blocks)) == [
        ("Teaching phonics", "Qualifications and training", "essential", "I"),
        ("Teaching phonics", "Experience", "essential", "I"),
    ]
