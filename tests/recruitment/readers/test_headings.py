"""What headings announce."""

import pytest

from recruitment.readers.headings import Part, is_requirement_heading, is_section_name, part_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Person Specification", Part.SPECIFICATION),
        ("PERSONNEL SPECIFICATION", Part.SPECIFICATION),
        ("Selection criteria", Part.SPECIFICATION),
        ("Principal Responsibilities", Part.DUTIES),
        ("Personal Responsibilities", Part.DUTIES),
        ("Main duties:", Part.DUTIES),
        ("Job Purpose and Content", Part.PURPOSE),
        ("Main Purpose of this role:", Part.PURPOSE),
        ("Notes", Part.OTHER),
        ("Caretaker – Job Description and Person Specification", None),
        ("Knowledge", None),
    ],
)
def test_part_of(text: str, expected: Part | None) -> None:
    assert part_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Knowledge",
        "Skills/Abilities",
        "Qualifications and Experience",
        "[A] Faith Commitment",
        "EDUCATION / QUALIFICATIONS:",
        "Professional knowledge, skills and abilities",
        "Personal characteristics / other requirements",
        "Professional Development",
    ],
)
def test_is_section_name(text: str) -> None:
    assert is_section_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Knowledge of the curriculum",
        "Experience of working with children",
        "Able to work in a team",
        "A positive attitude to children",
        "Degree",
        "Good communication skills.",
        "Leading worship in school",
        "",
    ],
)
def test_criteria_are_no_section_names(text: str) -> None:
    assert not is_section_name(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Essential criteria:", True),
        ("Desirable Qualifications and Experience", True),
        ("Essential car user.", False),
        ("Knowledge", False),
    ],
)
def test_is_requirement_heading(text: str, expected: bool) -> None:
    assert is_requirement_heading(text) is expected
