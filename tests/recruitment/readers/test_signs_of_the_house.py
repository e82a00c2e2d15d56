"""Keys and signs as single schools and councils make them up: numbers, stages, daggers, small letters."""

import pytest

from recruitment.readers.reader import read_blocks, read_text
from tests.recruitment.readers.samples import facts, facts_of, line, table

NUMBERED = """Post: Headteacher
PERSON SPECIFICATION
Ref / Criteria / Essential or Desirable / Source
A / Training and Qualifications
A1 / Qualified Teacher Status / E / 1, 5
A2 / A qualification for headship, held
or being studied for / D / 1
E / Personal qualities
E1 / Has led an improvement that raised attainment in English or
Hillmoor Primary School – Headteacher 1
mathematics / E / 3 4
E2 / Visible to parents / E / 2/4
Source of evidence: 1 = Application form   2 = Supporting letter   3 = References
4 = Interview   5 = Certificates (to be brought on the day)
Hillmoor Primary School – Headteacher 2
"""


def test_numbers_of_a_key_below_the_table() -> None:
    assert facts_of(NUMBERED) == [
        ("Qualified Teacher Status", "Training and Qualifications", "essential", "AC"),
        (
            "A qualification for headship, held or being studied for",
            "Training and Qualifications",
            "desirable",
            "A",
        ),
        (
            "Has led an improvement that raised attainment in English or mathematics",
            "Personal qualities",
            "essential",
            "RI",
        ),
        ("Visible to parents", "Personal qualities", "essential", "AI"),
    ]


STAGES = """Person Specification


Attributes


Criteria


Essential / Desirable


Stage to be assessed


Skills


Plans fieldwork


Essential


1


Writes for good journals


Essential


1 and 2


Qualifications & Training


Small boat handling certificate


Desirable


3


Stage 1 – Application: the criterion is assessed from the covering letter
Stage 2 – Interview
Stage 3 – Presentation
"""


def test_stages_by_their_numbers() -> None:
    assert facts_of(STAGES) == [
        ("Plans fieldwork", "Skills", "essential", "A"),
        ("Writes for good journals", "Skills", "essential", "AI"),
        ("Small boat handling certificate", "Qualifications & Training", "desirable", "P"),
    ]


DAGGERS = """About you

You'll be assessed on the criteria below through your application, and those marked † again at interview.

Qualifications – essential

    Social work qualification and current registration †
    First degree

Experience – desirable

    Has worked with people who use services †
"""


def test_a_dagger_adds_a_way_to_assess() -> None:
    assert facts_of(DAGGERS) == [
        ("Social work qualification and current registration", "Qualifications", "essential", "AI"),
        ("First degree", "Qualifications", "essential", "A"),
        ("Has worked with people who use services", "Experience", "desirable", "AI"),
    ]


def test_a_star_that_says_how_and_not_whether() -> None:
    text = """Person specification
    Criteria marked * will be tested at interview.
    Essential
    • Writes clear English *
    • A degree
    """

    assert [(wording, need, letters) for wording, _, need, letters in facts_of(text)] == [
        ("Writes clear English", "essential", "I"),
        ("A degree", "essential", ""),
    ]


SMALL = """Person Specification
E = essential, D = desirable. How assessed is given in brackets: a = application, i = interview,
r = reference
Experience
E1  Has cared for a child who has a disability
(a, i)
D1  Hydrotherapy (a)
E2  Sees what needs doing (r)
"""


def test_a_key_in_small_letters() -> None:
    assert facts_of(SMALL) == [
        ("Has cared for a child who has a disability", "Experience", "essential", "AI"),
        ("Hydrotherapy", "Experience", "desirable", "A"),
        ("Sees what needs doing", "Experience", "essential", "R"),
    ]


GLUED = """PERSON SPECIFICATION
(E = Essential  D= Desirable)   (AF = application form, L = lesson, I = interview)
QUALIFICATIONS
• Degree in a related disciplineE – AF
• QTS or about to be awarded QTSE – AF
• A second science to A LevelD – AF
SKILLS
• Enthuses all kinds of pupilE – L, I
• Goes on tripsD – I
"""


def test_need_and_methods_glued_to_the_last_word() -> None:
    assert facts_of(GLUED) == [
        ("Degree in a related discipline", "QUALIFICATIONS", "essential", "A"),
        ("QTS or about to be awarded QTS", "QUALIFICATIONS", "essential", "A"),
        ("A second science to A Level", "QUALIFICATIONS", "desirable", "A"),
        ("Enthuses all kinds of pupil", "SKILLS", "essential", "OI"),
        ("Goes on trips", "SKILLS", "desirable", "I"),
    ]


NEED_FIRST = """Selection criteria
E or D / How we check / What we look for
Experience
E / F+I / Work on the street
D / F / Writing bids
Other
E / DBS / Enhanced disclosure
E = essential, D = desirable. F = form. I = interview. DBS = check after offer.
"""


def test_slashed_rows_that_begin_with_their_need() -> None:
    assert facts_of(NEED_FIRST) == [
        ("Work on the street", "Experience", "essential", "AI"),
        ("Writing bids", "Experience", "desirable", "A"),
        ("Enhanced disclosure", "Other", "essential", "D"),
    ]


HEADS = """PERSON SPECIFICATION
/ ESSENTIAL
To be identified by: application form, interview / DESIRABLE
To be identified by: application form
Qualifications / Level 3 in childcare
GCSE English / Level 4 or above
Skills / Keeps calm /
Attitude / Reliable / Offers a skill
"""


def test_heads_that_say_how_their_column_is_assessed() -> None:
    assert facts_of(HEADS) == [
        ("Level 3 in childcare", "Qualifications", "essential", "AI"),
        ("GCSE English", "Qualifications", "essential", "AI"),
        ("Level 4 or above", "Qualifications", "desirable", "A"),
        ("Keeps calm", "Skills", "essential", "AI"),
        ("Reliable", "Attitude", "essential", "AI"),
        ("Offers a skill", "Attitude", "desirable", "A"),
    ]


def test_heads_upon_appointment_in_a_table() -> None:
    rows = table(
        [
            "Essential upon appointment",
            "Desirable on appointment (if not attained, training may be provided for the candidate)",
        ],
        ["NVQ 2 in administration", "NVQ 3"],
        ["Reception work", "Returns to the council"],
    )

    reading = read_blocks([line("Person specification", bold=True), rows])

    assert [(text, need) for text, _, need, _ in facts(reading)] == [
        ("NVQ 2 in administration", "essential"),
        ("NVQ 3", "desirable"),
        ("Reception work", "essential"),
        ("Returns to the council", "desirable"),
    ]


PARTS = """Person Specification
Part A: Application Stage
The following criteria (experience, skills and qualifications) will be used to short-list at the
application stage. Please show how you meet each one.
Essential
1. Qualified teacher status
Desirable
1. Has acted up
Part B: Assessment Stage
{sentence}
Essential
1. Deals calmly with complaints
"""


@pytest.mark.parametrize(
    ("sentence", "letters"),
    [("The criteria below will be explored at the interview:", "I"), ("Come early.", "")],
)
def test_a_sentence_below_the_name_of_a_part(sentence: str, letters: str) -> None:
    assert [(need, how) for _, _, need, how in facts_of(PARTS.format(sentence=sentence))] == [
        ("essential", "A"),
        ("desirable", "A"),
        ("essential", letters),
    ]


PAGES = """Job Description
1 Job Details
Job title: School Nurse
Essential Requirements
·  Registered nurse
·  Tact
Desirable requirements
·  Basic Sign Language
2 Job Purpose
·  A School Nurse takes part in the running of the service.
3 Dimensions
·  The service looks after about ninety schools.
"""


def test_numbered_parts_behind_the_lists() -> None:
    assert [(wording, need) for wording, _, need, _ in facts_of(PAGES)] == [
        ("Registered nurse", "essential"),
        ("Tact", "essential"),
        ("Basic Sign Language", "desirable"),
    ]


ADVERT = """Allotments Officer
Job Summary/Person Specification

Further information

We would like an orderly gardener.

You will:

- be fair with people and keep
  the waiting list

It would be an advantage if you:

- know how to apply for small grants

We can offer you:

- a fair salary
"""


def test_a_heading_right_below_the_heading_ends_nothing() -> None:
    assert [(wording, need) for wording, _, need, _ in facts_of(ADVERT)] == [
        ("be fair with people and keep the waiting list", "essential"),
        ("know how to apply for small grants", "desirable"),
    ]


def test_numbers_in_a_column_are_no_pages_and_pages_are() -> None:
    reading = read_text(STAGES.replace("Skills\n", "Skills\n\n\n7\n", 1))

    assert reading.criteria[0].text == "Plans fieldwork"
