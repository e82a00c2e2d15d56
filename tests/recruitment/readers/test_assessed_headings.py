"""Headings that say how what stands below them is assessed."""

import pytest

from recruitment.readers.assessed_headings import assessment_in, names_part, split_assessed
from recruitment.readers.reader import read_blocks, read_text
from tests.recruitment.readers.samples import facts, facts_of, line


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Assessed by: application form and interview", ("A", "I")),
        ("To be assessed at interview", ("I",)),
        ("2. Measured by interview", ("I",)),
        ("Criteria to be tested by a task", ("T",)),
        ("Methods of assessment: interview, reference", ("I", "R")),
        ("How assessed – application form", ("A",)),
        ("Part B: assessed at interview", ("I",)),
        ("Sought from referees", ("R",)),
        ("How we assess this: application form, references", ("A", "R")),
        ("How these will be assessed: a test", ("T",)),
        ("How we teach this: tasks", ()),
        ("Assessed on merit", ()),
        ("Tested", ()),
        ("Part time staff are assessed at interview", ()),
        ("Demonstrated experience of interview technique in a large school", ()),
    ],
)
def test_assessment_in(text: str, letters: tuple[str, ...]) -> None:
    assert assessment_in(text, {}) == letters


def test_assessment_in_reads_sixteen_words_and_no_more() -> None:
    sixteen = (
        "Assessed by application form, interview, references, certificates, a lesson observation, "
        "a written task and a presentation"
    )

    assert len(sixteen.split()) == 16
    assert assessment_in(sixteen, {}) == ("A", "I", "R", "C", "O", "T", "P")
    assert assessment_in(f"{sixteen} too", {}) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Part B: assessed at interview", True),
        ("Section 2 – assessed through a task", True),
        ("Assessed at interview", False),
        ("Stage one: assessed at interview", False),
    ],
)
def test_names_part(text: str, expected: bool) -> None:
    assert names_part(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Knowledge (interview)", ("Knowledge", ("I",))),
        ("Driving [application form, licence check]", ("Driving", ("A", "D"))),
        ("Skills – assessed at interview", ("Skills", ("I",))),
        ("Skills (to be assessed at interview):", ("Skills", ("I",))),
        ("Experience: evidenced by references", ("Experience", ("R",))),
        ("Knowledge (A, I)", ("Knowledge", ("A", "I"))),
        ("Knowledge (A)", ("Knowledge (A)", ())),
        ("Knowledge (phonics)", ("Knowledge (phonics)", ())),
        ("Knowledge (interview) and skills", ("Knowledge (interview) and skills", ())),
        ("Skills – interview", ("Skills – interview", ())),
        ("Skills – from your application", ("Skills", ("A",))),
        ("What you’ll need: at interview", ("What you’ll need", ("I",))),
        ("Skills: in plain English", ("Skills: in plain English", ())),
        ("(interview)", ("(interview)", ())),
        ("Drives a minibus [D, App]", ("Drives a minibus [D, App]", ())),
        ("Drives a minibus (Essential, interview)", ("Drives a minibus (Essential, interview)", ())),
    ],
)
def test_split_assessed(text: str, expected: tuple[str, tuple[str, ...]]) -> None:
    assert split_assessed(text, {}) == expected


def test_a_lone_code_in_brackets_is_evidence_where_a_key_has_it_in_two_letters() -> None:
    assert split_assessed("Knowledge (SI)", {"SI": "Structured interview"}) == ("Knowledge", ("I",))
    assert split_assessed("Knowledge (SI)", {"AF": "Application form"}) == ("Knowledge (SI)", ())


def test_how_a_section_is_assessed_stands_behind_its_name_and_ends_with_it() -> None:
    text = """Person specification
Essential
Knowledge (interview)
- How children learn to read
Driving [application form, licence check]
- A full driving licence
Skills
- Able to plan lessons
"""
    assert facts_of(text) == [
        ("How children learn to read", "Knowledge", "essential", "I"),
        ("A full driving licence", "Driving", "essential", "AD"),
        ("Able to plan lessons", "Skills", "essential", ""),
    ]


def test_a_part_says_how_all_its_sections_are_assessed() -> None:
    blocks = [
        line("Person specification"),
        line("Part A: assessed by application form", bold=True),
        line("Qualifications", bold=True),
        line("A degree in mathematics", marker="bullet"),
        line("Experience", bold=True),
        line("Teaching in a primary school", marker="bullet"),
        line("Part B: assessed at interview", bold=True),
        line("Skills", bold=True),
        line("Able to plan lessons", marker="bullet"),
    ]

    assert facts(read_blocks(blocks)) == [
        ("A degree in mathematics", "Qualifications", None, "A"),
        ("Teaching in a primary school", "Experience", None, "A"),
        ("Able to plan lessons", "Skills", None, "I"),
    ]


def test_a_requirement_heading_says_how_its_own_list_is_assessed() -> None:
    text = (
        "Person specification\nEssential skills (assessed at interview)\n- Able to plan lessons\n"
        "Desirable skills\n- Able to lead a choir\n"
    )

    assert facts_of(text) == [
        ("Able to plan lessons", "skills", "essential", "I"),
        ("Able to lead a choir", "skills", "desirable", ""),
    ]


@pytest.mark.parametrize("name", ["Skills (continued)", "Skills cont’d", "Skills – contd."])
def test_a_section_that_is_continued_keeps_its_name(name: str) -> None:
    found = read_text(f"Person specification\nSkills\n- Able to plan lessons\n{name}\n- Able to mark work\n")

    assert [(item.text, item.section) for item in found.criteria] == [
        ("Able to plan lessons", "Skills"),
        ("Able to mark work", "Skills"),
    ]
