"""Specifications written as lists under headings."""

from recruitment.readers.reader import read_text
from tests.recruitment.readers.samples import facts_of


def test_a_new_section_without_a_requirement_resets_it() -> None:
    text = """Person Specification

Essential Experience

- Teaching phonics

Desirable Experience

- Leading a choir

Personal Attributes

- Calm with children
"""
    assert facts_of(text) == [
        ("Teaching phonics", "Experience", "essential", ""),
        ("Leading a choir", "Experience", "desirable", ""),
        ("Calm with children", "Personal Attributes", None, ""),
    ]


def test_a_requirement_over_several_sections_holds_for_all_of_them() -> None:
    text = """Person Specification

Essential

Qualifications
- A degree

Experience
- Teaching phonics

Desirable

Experience
- Leading a choir
"""
    assert facts_of(text) == [
        ("A degree", "Qualifications", "essential", ""),
        ("Teaching phonics", "Experience", "essential", ""),
        ("Leading a choir", "Experience", "desirable", ""),
    ]


def test_an_empty_requirement_heading_does_not_reach_into_the_next_section() -> None:
    text = """Person Specification
EXPERIENCE
Essential
• Teaching phonics
Desirable

SKILLS AND KNOWLEDGE
Essential
• Able to plan lessons
"""
    assert facts_of(text) == [
        ("Teaching phonics", "EXPERIENCE", "essential", ""),
        ("Able to plan lessons", "SKILLS AND KNOWLEDGE", "essential", ""),
    ]


def test_suffixes_name_the_requirement_and_lines_without_one_are_not_lost() -> None:
    text = """Person Specification
Qualifications
GCSE English (E)
First aid certificate (D)
Certificates from abroad need a statement.
"""
    reading = read_text(text)

    assert [(item.text, item.requirement) for item in reading.criteria] == [
        ("GCSE English", "essential"),
        ("First aid certificate", "desirable"),
    ]
    assert reading.unread == ("Certificates from abroad need a statement.",)


def test_letters_in_brackets_are_evidence_where_a_key_explains_them() -> None:
    text = """Person Specification
Essential
• GCSE English (A, C)
• Calm with children (I)
Key: A = Application form, C = Certificate, I = Interview
"""
    assert facts_of(text) == [
        ("GCSE English", None, "essential", "AC"),
        ("Calm with children", None, "essential", "I"),
    ]


def test_an_asterisk_that_a_note_explains_is_a_requirement() -> None:
    text = """Person Specification
Essential criteria are marked with *, all the other criteria are desirable.
Skills
• Sings in tune*
• Plays the piano
"""
    assert facts_of(text) == [
        ("Sings in tune", "Skills", "essential", ""),
        ("Plays the piano", "Skills", "desirable", ""),
    ]


def test_a_note_about_italics_says_nothing_where_the_italics_are_lost() -> None:
    text = (
        "Person Specification\nSkills\n• Sings\n• Dances\nEntries in italics are desirable, not essential\n"
    )

    assert [item.requirement for item in read_text(text).criteria] == [None, None]


def test_codes_before_the_wordings_name_the_requirement() -> None:
    text = "Person Specification\nSkills\nE1 Sings in tune\nE2 Keeps time\nD1 Plays the piano\n"

    assert facts_of(text) == [
        ("Sings in tune", "Skills", "essential", ""),
        ("Keeps time", "Skills", "essential", ""),
        ("Plays the piano", "Skills", "desirable", ""),
    ]


def test_how_a_section_is_assessed_serves_the_whole_section() -> None:
    text = """Person Specification
Knowledge
• Knowledge of phonics
Assessed by: application form and interview
Skills
• Sings in tune
"""
    assert facts_of(text) == [
        ("Knowledge of phonics", "Knowledge", None, "AI"),
        ("Sings in tune", "Skills", None, ""),
    ]


def test_a_sentence_for_all_criteria_gives_evidence_to_be_looked_at() -> None:
    text = (
        "Person Specification\nEssential\n• Sings in tune\nThese criteria will be assessed by "
        "application form and interview.\n"
    )

    [criterion] = read_text(text).criteria

    assert (criterion.evidence, criterion.check) == (("A", "I"), ("evidence",))


def test_prose_is_read_and_always_to_be_looked_at() -> None:
    text = """Job Title: Cook
Experience, Qualifications & Skills: You will not need any qualifications.
A first aid certificate would be an advantage. Ability to lift heavy pans. We provide a uniform.
"""
    reading = read_text(text)

    assert [(item.text, item.requirement, item.check) for item in reading.criteria] == [
        ("A first aid certificate", "desirable", ("text",)),
        ("Ability to lift heavy pans.", None, ("requirement", "text")),
    ]
    assert reading.unread == ("You will not need any qualifications.", "We provide a uniform.")


def test_a_wrapped_bullet_is_one_wording() -> None:
    text = (
        "Person Specification\nEssential\n• Enough knowledge of the subjects taught to fulfil the\n"
        "responsibilities of the post\n• Sings\n"
    )

    assert [item.text for item in read_text(text).criteria] == [
        "Enough knowledge of the subjects taught to fulfil the responsibilities of the post",
        "Sings",
    ]


def test_duties_after_a_specification_are_duties() -> None:
    reading = read_text(
        "Person Specification\nEssential\n- Sings\n\nPersonal Responsibilities\n- Lock the hall\n"
    )

    assert ([item.text for item in reading.criteria], [duty.text for duty in reading.profile.duties]) == (
        ["Sings"],
        ["Lock the hall"],
    )


def test_numbered_headings_stand_over_their_numbers() -> None:
    text = """Person Specification
1. Qualifications
1.1 GCSE English at grade 4 - Essential
1.2 First aid certificate - Desirable
2. Experience
2.1 Work with young children - Essential
"""
    assert facts_of(text) == [
        ("GCSE English at grade 4", "Qualifications", "essential", ""),
        ("First aid certificate", "Qualifications", "desirable", ""),
        ("Work with young children", "Experience", "essential", ""),
    ]


def test_letters_before_the_wordings_name_the_requirement() -> None:
    text = """Person Specification
Essential (E) Desirable (D)
Knowledge
E  Knowledge of food hygiene
D  Knowledge of special diets
"""
    assert facts_of(text) == [
        ("Knowledge of food hygiene", "Knowledge", "essential", ""),
        ("Knowledge of special diets", "Knowledge", "desirable", ""),
    ]


def test_sentences_that_lead_in_a_list_say_what_it_is() -> None:
    text = """The successful candidate will have:
- Qualified Teacher Status
It would be desirable to have:
- A second language
We can offer:
- A friendly staff
"""
    assert facts_of(text) == [
        ("Qualified Teacher Status", None, "essential", ""),
        ("A second language", None, "desirable", ""),
    ]


def test_a_sentence_below_each_section_says_how_that_section_is_assessed() -> None:
    text = """Person specification
Criteria are essential unless marked (D).
Knowledge
- How children learn to read
- Phonics (D)
These will be assessed by application form.
Skills
- Able to keep order in a busy room, so that everybody can hear
These will be assessed by observation with a group of children and at interview."""

    [read] = read_text(text).specifications

    assert [(one.text, one.requirement, one.evidence) for one in read.criteria] == [
        ("How children learn to read", "essential", ("A",)),
        ("Phonics", "desirable", ("A",)),
        ("Able to keep order in a busy room, so that everybody can hear", "essential", ("O", "I")),
    ]


def test_a_sentence_about_all_criteria_stays_one_to_check() -> None:
    text = """Person specification
Knowledge
- How children learn to read
Skills
- Able to keep order
These criteria will be assessed by application form."""

    [read] = read_text(text).specifications

    assert [(one.evidence, one.check) for one in read.criteria] == [(("A",), ("evidence",))] * 2
