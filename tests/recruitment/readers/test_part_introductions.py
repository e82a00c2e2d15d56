"""Paragraphs that speak for a whole part of a specification."""

from collections.abc import Mapping

import pytest

from recruitment.readers.part_introductions import introduced_part
from recruitment.readers.reader import read_specification, read_text
from tests.recruitment.readers.samples import WordFile, facts

NO_KEY: Mapping[str, str] = {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The criteria in this part are essential. They will be measured at interview.",
            ("essential", ("I",)),
        ),
        (
            "The following further essential criteria come later. They are measured at interview.",
            ("essential", ("I",)),
        ),
        (
            "All the competencies below are essential and they are assessed at interview.",
            ("essential", ("I",)),
        ),
        ("The requirements in this section are desirable.", ("desirable", ())),
        ("The criteria below are essential; those marked in this part are desirable.", ("essential", ())),
        ("The criteria in this part are essential. The criteria below are desirable.", (None, ())),
        ("Essential criteria are those without which nobody can do the job.", (None, ())),
        ("You must show how you meet the essential criteria.", (None, ())),
        ("The criteria in this part are important.", (None, ())),
    ],
)
def test_what_a_paragraph_says_of_the_criteria_below_it(
    text: str, expected: tuple[str | None, tuple[str, ...]]
) -> None:
    assert introduced_part(text, NO_KEY) == expected


def test_a_part_holds_for_all_its_sections_and_is_used_up() -> None:
    text = """Person specification

Stage One

The criteria in this part are essential. They will be measured from the application form.

Experience
- Keeps records of stock
Skills
- Measures accurately

Stage Two

The following further essential criteria will not be looked at before. They will be measured at interview.

Knowledge
- Knows the safety rules

Desirable Criteria

If many people apply, the panel may look at some or all of these to make the field of applicants smaller.

Experience
- Has worked in a school
"""
    found = read_text(text)

    assert facts(found) == [
        ("Keeps records of stock", "Experience", "essential", "A"),
        ("Measures accurately", "Skills", "essential", "A"),
        ("Knows the safety rules", "Knowledge", "essential", "I"),
        ("Has worked in a school", "Experience", "desirable", ""),
    ]
    assert not any("in this part" in line or "following further" in line for line in found.unread)


def test_a_table_of_competencies_takes_what_the_paragraph_above_it_says(tmp_path) -> None:
    word = WordFile()
    word.heading("Person specification")
    word.heading("Competencies", 2)
    word.lines("All the competencies below are essential and they are assessed at interview.")
    word.table(
        ("Competency", "Level", "What this looks like at this level"),
        ("Working together", "2", "Offers help to colleagues"),
        ("Adapting to change", "1", "Stays calm when plans change"),
        ("Delivering quality", "2", "Keeps records up to date"),
    )

    assert facts(read_specification(word.save(tmp_path), kind="docx")) == [
        ("Offers help to colleagues", "Working together", "essential", "I"),
        ("Stays calm when plans change", "Adapting to change", "essential", "I"),
        ("Keeps records up to date", "Delivering quality", "essential", "I"),
    ]
