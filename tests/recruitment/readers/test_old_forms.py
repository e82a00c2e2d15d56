"""Job descriptions of councils and agencies, pages of websites, and the odd marks that both leave."""

import pytest

from recruitment.readers.reader import read_text
from tests.recruitment.readers.samples import facts_of

MODEL = """CHILDREN AND FAMILIES
MODEL JOB DESCRIPTION
TITLE OF JOB:RELIEF CARETAKER
GRADE:HB
1.PURPOSE OF YOUR JOB
To help the site manager keep the buildings clean and warm.
2.MAIN AREAS OF RESPONSIBILITY
- Opening and locking up of the school
- Care of the boiler
3.SUPERVISION
The postholder will be told each morning what is to be done
4.KNOWLEDGE, EXPERIENCE AND TRAINING
- Experience of work in a public building
- Patience with hirers is essential
- A clean driving licence is desirable
5.PROBLEMS AND DECISIONS
- Telling the site manager of leaks
6.PHYSICAL CONDITIONS
Work in all weathers.
"""


def test_numbered_parts_of_a_model_job_description() -> None:
    reading = read_text(MODEL)

    assert [duty.text for duty in reading.profile.duties] == [
        "Opening and locking up of the school",
        "Care of the boiler",
    ]
    assert facts_of(MODEL) == [
        ("Experience of work in a public building", "KNOWLEDGE, EXPERIENCE AND TRAINING", None, ""),
        ("Patience with hirers", "KNOWLEDGE, EXPERIENCE AND TRAINING", "essential", ""),
        ("A clean driving licence", "KNOWLEDGE, EXPERIENCE AND TRAINING", "desirable", ""),
    ]


AGENCY = """Emotional Literacy Support Assistant

The role:

  • Hold weekly sessions with one child or a few.
  • Write a short note after every session.

Requirements:

Past experience in a pastoral post is essential.
Able to stay composed when a child is not.
ELSA training with a county service is desirable.

What we offer:

  • A free course every term
"""


def test_requirements_of_an_agency_in_bare_sentences() -> None:
    assert facts_of(AGENCY) == [
        ("Past experience in a pastoral post", "Requirements", "essential", ""),
        ("Able to stay composed when a child is not.", "Requirements", None, ""),
        ("ELSA training with a county service", "Requirements", "desirable", ""),
    ]


STARS = """Person Specification
Essential:
*
A clear voice and a kindly manner.
*
Comes on time, in all weathers.
Desirable:
*
Knowledge of playground games.
Key Competencies
*
Fairness and good humour
"""


def test_bullets_on_lines_of_their_own_are_no_stars() -> None:
    assert facts_of(STARS) == [
        ("A clear voice and a kindly manner.", None, "essential", ""),
        ("Comes on time, in all weathers.", None, "essential", ""),
        ("Knowledge of playground games.", None, "desirable", ""),
        ("Fairness and good humour", "Key Competencies", None, ""),
    ]


WEBSITE = """DHT Person Spec Secondary

Download as pdf or txt
Person Specification

Depute Head Teacher

Person Specification – Depute Head Teacher

Attributes Essential (Levels that must be reached if the job is to be done well)
Experience • Broad experience of the classroom
• Has led staff
Education • Full registration with the Council

You might also like
"""


def test_a_page_of_a_website_around_a_head_with_one_column() -> None:
    reading = read_text(WEBSITE)

    assert len(reading.specifications) == 1
    assert facts_of(WEBSITE) == [
        ("Broad experience of the classroom", "Experience", "essential", ""),
        ("Has led staff", "Experience", "essential", ""),
        ("Full registration with the Council", "Education", "essential", ""),
    ]


def test_a_head_with_both_columns_is_no_requirement() -> None:
    text = WEBSITE.replace("Attributes Essential (Levels", "Attributes Essential Desirable (Levels")

    assert {need for _, _, need, _ in facts_of(text)} == {None}


def test_alternatives_below_a_wording_are_part_of_it() -> None:
    text = """Person specification

    Essential criteria

      • evidence of two years of work by the start date, in one of these ways:
        • employment in an approved programme, or
        • a certificate signed by a consultant
      • eligible to live in the UK
    """

    assert [(wording, need) for wording, _, need, _ in facts_of(text)] == [
        (
            (
                "evidence of two years of work by the start date, in one of these ways: "
                "employment in an approved programme, or a certificate signed by a consultant"
            ),
            "essential",
        ),
        ("eligible to live in the UK", "essential"),
    ]


FORM = """PERSON SPECIFICATION
Name of Applicant: _______________
Criteria in each section stand in order of weight 3 – 1
EXPERIENCE CRITERIA
eg Breadth of occupational experience
• Earlier practical experience of screening
OTHER CRITERIA
e.g. Driving licence, flexibility
• Able to travel between schools
"""


def test_guidance_of_a_form_names_no_section() -> None:
    reading = read_text(FORM)

    assert facts_of(FORM) == [
        ("Earlier practical experience of screening", "EXPERIENCE CRITERIA", None, ""),
        ("Able to travel between schools", "OTHER CRITERIA", None, ""),
    ]
    assert "eg Breadth of occupational experience" in reading.unread


GLUED = """Job Description
Job Title Play Leader
Employer Millbeck Community Association
Pay £13.10 per hour
Hours 20 hours per week
Person Specification
Criteria Essential Desirable
Qualifications
1. NVQ Level 3 in Playwork A / C
2. Minibus permit A
Skills
1. Able to manage behaviour I / R
2. Arts or sports coaching A
3. Able to plan a term I
{key}
"""
KEY = (
    "The letter in the column shows where we will look for it: A application, C certificates, "
    "I interview, R references"
)


def test_letters_of_a_key_behind_wordings_without_a_need() -> None:
    reading = read_text(GLUED.format(key=KEY))

    assert reading.profile.title == "Play Leader"
    assert [("".join(item.evidence), item.check) for item in reading.criteria] == [
        ("AC", ("requirement",)),
        ("A", ("requirement",)),
        ("IR", ("requirement",)),
        ("A", ("requirement",)),
        ("I", ("requirement",)),
    ]


@pytest.mark.parametrize("last", ["(A/I)*", "(A/I) *", "* (A/I)"])
def test_a_star_behind_the_methods(last: str) -> None:
    text = f"""Person specification
    Points marked * are essential. A (application), I (interview), T (written test).
    Experience
      1. Has led a campaign {last}
      1. Has spoken to the press (A)
      1. Has written a briefing (A/T)
    The points without a star are desirable.
    """

    assert [(need, letters) for _, _, need, letters in facts_of(text)] == [
        ("essential", "AI"),
        ("desirable", "A"),
        ("desirable", "AT"),
    ]
