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


WHOLE_ROWS = """Person specification
Factor / Criterion / Essential or Desirable / Weighting / Evidence from
Qualifications / A degree in finance / Essential / 3 / Application form
/ A diploma in school business / Desirable / 2 / Application form
Experience / Managing a budget / Essential / 3 / Application form and interview
/ Using SIMS and/or another package / Desirable / 1 / Exercise
"""


def test_whole_rows_behind_a_slash_belong_to_the_section_above() -> None:
    reading = read_text(WHOLE_ROWS)

    assert [(*row, item.weight) for row, item in zip(facts(reading), reading.criteria, strict=True)] == [
        ("A degree in finance", "Qualifications", "essential", "A", 3),
        ("A diploma in school business", "Qualifications", "desirable", "A", 2),
        ("Managing a budget", "Experience", "essential", "AI", 3),
        ("Using SIMS and/or another package", "Experience", "desirable", "T", 1),
    ]


STACKED_SIDES = """PERSON SPECIFICATION
FACTOR / ESSENTIAL / DESIRABLE
EXPERIENCE / Two years in a gift office
Has dealt with donors / Has sold raffle tickets
QUALIFICATIONS / Standard Grade English / HNC in Administration
Certificate in Fundraising
OTHER / Able to work on Saturdays / Driver
"""


def test_cells_side_by_side_that_stack_over_lines() -> None:
    assert facts_of(STACKED_SIDES) == [
        ("Two years in a gift office", "EXPERIENCE", "essential", ""),
        ("Has dealt with donors", "EXPERIENCE", "essential", ""),
        ("Has sold raffle tickets", "EXPERIENCE", "desirable", ""),
        ("Standard Grade English", "QUALIFICATIONS", "essential", ""),
        ("HNC in Administration", "QUALIFICATIONS", "desirable", ""),
        ("Certificate in Fundraising", "QUALIFICATIONS", "desirable", ""),
        ("Able to work on Saturdays", "OTHER", "essential", ""),
        ("Driver", "OTHER", "desirable", ""),
    ]


LOST_HEAD = """CRITERIA FOR APPOINTMENT
Application Form - A Letter of application (with statement) - L References - R Interview - I
- QUALITIES
Desirable / Evidence
A practising Catholic / E / R/A
A further degree / D / A/L
- PUPILS AND STAFF
Desirable / Evidence
Wants every child to do well / E / A/R/I
Understands how the premium is spent / D / I
"""


def test_a_head_that_lost_a_column_over_each_section() -> None:
    assert facts_of(LOST_HEAD) == [
        ("A practising Catholic", "QUALITIES", "essential", "RA"),
        ("A further degree", "QUALITIES", "desirable", "A"),
        ("Wants every child to do well", "PUPILS AND STAFF", "essential", "ARI"),
        ("Understands how the premium is spent", "PUPILS AND STAFF", "desirable", "I"),
    ]


def test_a_letter_of_the_key_behind_a_lost_tick_is_a_method() -> None:
    text = """Person specification
    REQUIREMENTS / ESSENTIAL / DESIRABLE / HOW IDENTIFIED
    Has run play sessions out of doors / √ / A, I
    Will undergo a check / √ / D
    Willing to work on Saturdays / √ / I
    A = Application form, I = Interview, D = Disclosure
    """

    assert [(need, letters) for _, _, need, letters in facts_of(text)] == [
        (None, "AI"),
        (None, "D"),
        (None, "I"),
    ]
