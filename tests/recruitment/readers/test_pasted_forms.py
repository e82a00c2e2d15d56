"""What pasting does to forms and lists: labels run into values, tags in cells, pipes at the ends of lines."""

from recruitment.readers.reader import read_text
from tests.recruitment.readers.samples import facts, facts_of

GLUED = """Job Description

Title of PostParish Office Secretary

Responsible toThe Vicar

Hours of WorkTwelve hours a week

Special SkillsA clear hand will be essential. Training in first aid would be an advantage.

Conditions of ServiceThese are given in a paper of their own.

Main Duties

1Sorting the post.

2Typing and sending out notices.

3Keeping the diary of the halls.
"""


def test_labels_run_into_their_values() -> None:
    reading = read_text(GLUED)

    profile = reading.profile
    assert (profile.title, profile.reports_to, profile.hours) == (
        "Parish Office Secretary",
        "The Vicar",
        "Twelve hours a week",
    )
    assert [duty.text for duty in profile.duties] == [
        "Sorting the post.",
        "Typing and sending out notices.",
        "Keeping the diary of the halls.",
    ]
    assert facts(reading) == [
        ("A clear hand", "Special Skills", "essential", ""),
        ("Training in first aid", "Special Skills", "desirable", ""),
    ]


def test_a_name_with_a_capital_inside_is_no_label() -> None:
    assert read_text("Employer: McDonald Trust\n\nPost: DfE Adviser").profile.employer == "McDonald Trust"


TAGGED = """Person Specification

| | Essential | Desirable | How assessed |
|---|---|---|---|
| **Experience** | <ul><li>Cooking meals</li><li>Stock &amp; orders</li></ul> | <p>N/A</p> | Form |
| **Personal** | <p>- Punctual<br>- Calm</p> | <ul><li>Keen to try ideas</li></ul> | <p>References</p> |
"""


def test_lists_as_tags_inside_cells() -> None:
    assert facts_of(TAGGED) == [
        ("Cooking meals", "Experience", "essential", "A"),
        ("Stock & orders", "Experience", "essential", "A"),
        ("Punctual", "Personal", "essential", "R"),
        ("Calm", "Personal", "essential", "R"),
        ("Keen to try ideas", "Personal", "desirable", "R"),
    ]


PIPED = """Job Title: |
Duty Officer (Sports Centre) |
No | Criteria | Essential [E] or Desirable [D] |
Assessed by * |
Qualifications | |||
1 | A first aid certificate | E | A |
2 | A level in sport | D | A |
Skills | |||
3 | Calm in a changing setting | E | A/I |
* Key: A – Application form; I – Interview |
"""


def test_pipes_at_the_ends_of_lines() -> None:
    reading = read_text(PIPED)

    assert reading.profile.title == "Duty Officer (Sports Centre)"
    assert facts(reading) == [
        ("A first aid certificate", "Qualifications", "essential", "A"),
        ("A level in sport", "Qualifications", "desirable", "A"),
        ("Calm in a changing setting", "Skills", "essential", "AI"),
    ]


DASHES = """Person Specification
Essential Qualifications & Skills
Have passed at grade 4 or above (or the equivalent) in:
-English
-Maths
• Hold a first aid certificate.
* Be ready to go on short courses.
Line Management
The assistant will be line-managed by:
* The Deputy Manager
"""


def test_dashes_without_a_space_belong_to_the_line_above_and_line_management_ends_the_list() -> None:
    assert [(text, need) for text, _, need, _ in facts_of(DASHES)] == [
        ("Have passed at grade 4 or above (or the equivalent) in: -English -Maths", "essential"),
        ("Hold a first aid certificate.", "essential"),
        ("Be ready to go on short courses.", "essential"),
    ]


FORM_ABOVE = """                                  Person Specification

DEPARTMENT                            Schools and Families

JOB TITLE                             Outreach Worker

MAIN PURPOSE OF THE JOB               To visit families and to run
                                      coffee mornings.


1.1   Completion of the induction course
1.2   Knowledge of the attendance duties of parents, and
      of the leaflets
Skills and Abilities
2.1   Ability to listen
"""


def test_a_purpose_in_the_form_over_a_specification_takes_none_of_its_list() -> None:
    reading = read_text(FORM_ABOVE)

    assert reading.profile.purpose == "To visit families and to run coffee mornings."
    assert facts(reading) == [
        ("Completion of the induction course", None, None, ""),
        ("Knowledge of the attendance duties of parents, and of the leaflets", None, None, ""),
        ("Ability to listen", "Skills and Abilities", None, ""),
    ]


SPOKEN = """Befriender

The following values and beliefs are essential -
  • Belief in the worth of every person.
  • Notices what a person enjoys.

The following are desirable but not essential -
  • A driving licence.
"""


def test_a_list_that_is_called_essential_begins_a_specification() -> None:
    reading = read_text(SPOKEN)

    assert facts(reading) == [
        ("Belief in the worth of every person.", "values and beliefs", "essential", ""),
        ("Notices what a person enjoys.", "values and beliefs", "essential", ""),
        ("A driving licence.", "values and beliefs", "desirable", ""),
    ]
    assert reading.unread == ()


INTRODUCED = """Person Specification: Head of House

Heads of House should enjoy boarding life. The strengths and habits which follow are essential{end}

Experience /
  • Experience of running a house;
  • Patience.
"""


def test_a_paragraph_says_that_what_follows_is_essential() -> None:
    assert {need for _, _, need, _ in facts_of(INTRODUCED.format(end=", but not the only ones."))} == {
        "essential"
    }
    assert {section for _, section, _, _ in facts_of(INTRODUCED.format(end="."))} == {"Experience"}


PARTS = """Person Specification
All criteria below are essential.

PART A – APPLICATION
The criteria in Part A will be assessed from your application form.
Experience
• Keeps records

PART B – BEFORE APPOINTMENT
{said}
Suitability
• A reliable record of attendance
"""


def test_another_part_is_not_assessed_as_the_one_before() -> None:
    told = "The criteria in Part B will be confirmed through references and a DBS check."
    untold = "The criteria in Part B come last."

    assert [letters for *_, letters in facts_of(PARTS.format(said=told))] == ["A", "DR"]
    assert [letters for *_, letters in facts_of(PARTS.format(said=untold))] == ["A", ""]
