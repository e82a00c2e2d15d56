"""The key to the letters of evidence."""

import pytest

from recruitment.domain.specification_key import parse_key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Evidence Key: A – Application Form C – Certificates I – Interview R – Reference",
            {"A": "Application Form", "C": "Certificates", "I": "Interview", "R": "Reference"},
        ),
        ("A=ApplicationI =Interview", {"A": "Application", "I": "Interview"}),
        (
            "E = Essential, D = Desirable, AF = Application form, T = Test",
            {"AF": "Application form", "T": "Test"},
        ),
        (
            "Assessed by application form (AF), interview (I)",
            {"AF": "Assessed by application form", "I": "interview"},
        ),
        ("I = Interview", {"I": "Interview"}),
        (
            "A (application), I (interview), T (written test).",
            {"A": "application", "I": "interview", "T": "written test"},
        ),
        (
            "Application Form - A Letter (with statement) - L References - R Interview – I",
            {"A": "Application Form", "L": "Letter", "R": "References", "I": "Interview"},
        ),
        (
            "A = application, T = task (including lesson observation), I = interview (panel",
            {"A": "application", "T": "task (including lesson observation)", "I": "interview (panel"},
        ),
        ("Foundation - A Intermediate - B Advanced - C", {}),
        ("E = Essential, D = Desirable", {}),
        ("Year 6 – SATs and interviews", {}),
        ("Method of assessment", {}),
        ("", {}),
    ],
)
def test_parse_key(text: str, expected: dict[str, str]) -> None:
    assert parse_key(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Key: AF Application form ● SI Structured interview",
            {"AF": "Application form", "SI": "Structured interview"},
        ),
        ("AF Application form ● See below", {}),
        ("AF Application form", {}),
        ("1 = application form; 2 = interview", {"1": "application form", "2": "interview"}),
        ("1 - Application form, 2 - Interview", {"1": "Application form", "2": "Interview"}),
        ("1 = application form", {}),
        ("2 = interview; 3 = test", {}),
        ("1 = application form; 2 = lunch", {}),
    ],
)
def test_a_key_by_dots_or_by_numbers(text: str, expected: dict[str, str]) -> None:
    assert parse_key(text) == expected
