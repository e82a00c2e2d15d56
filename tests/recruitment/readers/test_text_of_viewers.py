"""Text as viewers of old PDFs give it: columns held by spaces, cells by lines, marks out of place."""

from tests.recruitment.readers.samples import facts_of

ROW_NUMBERS = """Fellside Borough Council

PERSON SPECIFICATION
No
Criteria
Essential (E) /
Desirable (D)
How tested
EXPERIENCE
1
Holds an award that the British Canoe
Union accepts
E
A
2
Has led visits to the coast
E   A, I

Fellside Borough Council
2

KNOWLEDGE
3
Knows the tides
D
I
4
Knows first aid at sea
E
I
5
Knows the law of the sea
E
I
METHOD OF ASSESSMENT
A = application form     I = interview
"""


def test_numbers_below_no_are_those_of_rows_and_no_pages() -> None:
    assert facts_of(ROW_NUMBERS) == [
        ("Holds an award that the British Canoe Union accepts", "EXPERIENCE", "essential", "A"),
        ("Has led visits to the coast", "EXPERIENCE", "essential", "AI"),
        ("Knows the tides", "KNOWLEDGE", "desirable", "I"),
        ("Knows first aid at sea", "KNOWLEDGE", "essential", "I"),
        ("Knows the law of the sea", "KNOWLEDGE", "essential", "I"),
    ]


DRIFTING = """PERSON SPECIFICATION

ESSENTIAL                 METHOD       DESIRABLE                       METHOD
Training
Level 4 in school         A/C          Degree or Level 6               A/C
business or equal                      qualification
experience
Experience
At least three years in       A/I      Work in the public sector       A
charge of a budget                     or a school
Managing a team,              A/I/R    Working with a board            A/I
even where poor work was               of trustees
Setting up a filing           A/I
system
"""


def test_cells_that_reach_below_the_next_name_stay_whole() -> None:
    assert facts_of(DRIFTING) == [
        ("Level 4 in school business or equal experience", "Training", "essential", "AC"),
        ("Degree or Level 6 qualification", "Training", "desirable", "AC"),
        ("At least three years in charge of a budget", "Experience", "essential", "AI"),
        ("Work in the public sector or a school", "Experience", "desirable", "A"),
        ("Managing a team, even where poor work was", "Experience", "essential", "AIR"),
        ("Working with a board of trustees", "Experience", "desirable", "AI"),
        ("Setting up a filing system", "Experience", "essential", "AI"),
    ]


TICKS = """Person Specification
AF = Application Form   I = Interview   R = Reference

Criteria                                 Essential    Desirable   AF   I   R
Training
CIPD Level 5 or work of a kind that is a ✓                        ✓
match for it
GCSE English and mathematics at grade    ✓                        ✓
C/4 or above
Safer recruitment training in the last                ✓           ✓    ✓
three years
Experience
Hearings and formal investigations       ✓                        ✓    ✓   ✓
Moves of staff between employers                      ✓           ✓    ✓

Oak Lane School | HR Adviser | V2.1 March 2023
\fCares for the welfare of children          ✓                             ✓   ✓
Full driving licence and use of a car, or   ✓                      ✓
able to travel between sites in short time


The post is exempt from the Rehabilitation of Offenders Act 1974 and an enhanced DBS check will
be required.

Oak Lane School | HR Adviser | V2.1 March 2023
"""


def test_marks_near_their_names_and_rows_that_no_gap_parts() -> None:
    assert facts_of(TICKS) == [
        ("CIPD Level 5 or work of a kind that is a match for it", "Training", "essential", "A"),
        ("GCSE English and mathematics at grade C/4 or above", "Training", "essential", "A"),
        ("Safer recruitment training in the last three years", "Training", "desirable", "AI"),
        ("Hearings and formal investigations", "Experience", "essential", "AIR"),
        ("Moves of staff between employers", "Experience", "desirable", "AI"),
        ("Cares for the welfare of children", "Experience", "essential", "IR"),
        (
            "Full driving licence and use of a car, or able to travel between sites in short time",
            "Experience",
            "essential",
            "A",
        ),
    ]


WORDS_ALONE = """PERSON SPECIFICATION

Attribute                               Essential   Desirable   How assessed

Experience
Experience of dealing with the public,                          Application Form/
paid or unpaid                                                  Interview
Experience of using a till                                      Application Form
Special Knowledge
Interest in the history of the                                  Interview
district
First aid at work                                               Certificates
"""


def test_methods_in_words_tell_rows_apart_where_the_ticks_are_lost() -> None:
    assert facts_of(WORDS_ALONE) == [
        ("Experience of dealing with the public, paid or unpaid", "Experience", None, "AI"),
        ("Experience of using a till", "Experience", None, "A"),
        ("Interest in the history of the district", "Special Knowledge", None, "I"),
        ("First aid at work", "Special Knowledge", None, "C"),
    ]
