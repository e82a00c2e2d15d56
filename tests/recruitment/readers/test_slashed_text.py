"""Tables out of web pages, whose cells a text parts by slashes, some of them over several lines."""

from recruitment.readers.reader import read_text
from tests.recruitment.readers.samples import facts, facts_of

BELOW = """Person specification

Key Areas

/ Method of Assessment
Interview, Application Form, References
(i) Professional experience
  • Classroom support in an infant school
/ Application Form
  • Awareness of the early learning goals
/ Application Form, References
(ii) Personal qualities
  • Tidy writing that
children can copy
/ Interview
"""


def test_a_cell_that_begins_on_its_own_line() -> None:
    assert facts_of(BELOW) == [
        ("Classroom support in an infant school", "Professional experience", None, "A"),
        ("Awareness of the early learning goals", "Professional experience", None, "AR"),
        ("Tidy writing that children can copy", "Personal qualities", None, "I"),
    ]


APART = """Person specification

Essential criteria / Requirements / Method of assessment
1 / Visits older people at home /

A.I

2 /

Able to talk plainly and kindly

/ A.I
3 / Able to keep a diary / I
A = Application form, I = Interview
"""


def test_cells_with_blank_lines_between_them() -> None:
    reading = read_text(APART)

    assert [(text, need, letters) for text, _, need, letters in facts(reading)] == [
        ("Visits older people at home", "essential", "AI"),
        ("Able to talk plainly and kindly", "essential", "AI"),
        ("Able to keep a diary", "essential", "I"),
    ]
    assert reading.unread == ()


LETTERS = """Person specification
Experience / ESSENTIAL / DESIRABLE
1 / Sound spelling / A / R / I
2 / Hands over clearly at the end of a shift / A / R / i
Personal Qualities / ESSENTIAL / DESIRABLE
3 / Steady / R / I
The way in which each criterion will be evidenced is shown as follows:
A – Application form
R – References
I – Interview
"""


def test_letters_in_columns_and_a_key_below_the_last_row() -> None:
    assert facts_of(LETTERS) == [
        ("Sound spelling", "Experience", None, "ARI"),
        ("Hands over clearly at the end of a shift", "Experience", None, "ARI"),
        ("Steady", "Personal Qualities", None, "RI"),
    ]


AREAS = """Person specification
Area / Criterion / E/D / Evidence
Training / Level 2 certificate / E / A, C
First aid training / D / C
Experience / Support of pupils with autism / E / A, I, R
Use of symbols or signing / D / A, I
Aptitudes / Patience and a steady temper / E / I, R
"""


def test_the_name_of_an_area_stands_in_its_first_row_alone() -> None:
    assert facts_of(AREAS) == [
        ("Level 2 certificate", "Training", "essential", "AC"),
        ("First aid training", "Training", "desirable", "C"),
        ("Support of pupils with autism", "Experience", "essential", "AIR"),
        ("Use of symbols or signing", "Experience", "desirable", "AI"),
        ("Patience and a steady temper", "Aptitudes", "essential", "IR"),
    ]


ENDED = """Person specification

Education / Essential / Desirable / How tested
GCSE maths / X / C
First aid certificate / X / C
Kitchen experience / X / A,R

EssentialThe candidate must meet these in full, since the work could not be done without them.

DesirableThese would help in the work, and the panel may use them to choose.
"""


def test_what_the_words_mean_is_no_criterion() -> None:
    assert [text for text, *_ in facts_of(ENDED)] == [
        "GCSE maths",
        "First aid certificate",
        "Kitchen experience",
    ]


DUTIES = """Person specification

SECTION / CRITERIA
Education / ·  Level 2 certificate in garden design desirable
Experience / ·  Looks after burial grounds;
·  Able to work alone
Key Responsibilities of Role
·  To open and lock the gates
"""


def test_duties_below_the_last_row_end_the_table_and_a_last_word_says_the_requirement() -> None:
    assert facts_of(DUTIES) == [
        ("Level 2 certificate in garden design desirable", "Education", "desirable", ""),
        ("Looks after burial grounds", "Experience", None, ""),
        ("Able to work alone", "Experience", None, ""),
    ]
