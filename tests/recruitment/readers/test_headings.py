"""What headings announce."""

import pytest

from recruitment.readers.headings import (
    Part,
    heads_duties,
    is_requirement_heading,
    is_section_name,
    part_of,
    speaks_of_candidate,
    spoken_part_of,
)


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
        "Track record",
        "What you know",
        "Profiad / Experience",
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
        "What you know about safeguarding",
        "A track record of leading change",
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Person Specfication", Part.SPECIFICATION),
        ("Main responsibilites", Part.DUTIES),
        ("Why work with us", Part.OTHER),
        ("Why phonics matters to us all", None),
        ("Key dates", Part.OTHER),
        ("Interviews", Part.OTHER),
        ("Interview skills", None),
        ("How to apply for this post", Part.OTHER),
        ("Our values", Part.OTHER),
        ("Our values and ethos", None),
    ],
)
def test_part_of_misspelt_headings_and_of_those_about_applying(text: str, expected: Part | None) -> None:
    assert part_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What the person needs", Part.SPECIFICATION),
        ("What you will be responsible for:", Part.DUTIES),
        ("The job in brief", Part.PURPOSE),
        ("Why this post exists", Part.PURPOSE),
        ("What the person needs to know about us", None),
    ],
)
def test_spoken_part_of(text: str, expected: Part | None) -> None:
    assert spoken_part_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Main duties and responsibilities", True),
        ("Key tasks", True),
        ("Principal accountabilities:", True),
        ("Principal responsibilites", True),
        ("Understands duties under COSHH and RIDDOR", False),
        ("Able to carry out duties", False),
        ("Experience of duties", False),
        ("Willingness to undertake duties", False),
        ("A person who is able to keep duties", False),
    ],
)
def test_heads_duties(text: str, expected: bool) -> None:
    assert heads_duties(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The successful candidate will:", True),
        ("Ideal applicants should be able to:", True),
        ("The successful candidate’s profile", False),
        ("Candidates will be shortlisted", False),
    ],
)
def test_speaks_of_candidate(text: str, expected: bool) -> None:
    assert speaks_of_candidate(text) is expected
