"""Ordinary lines that look like something else: none of them ends, heads or empties a specification."""

import pytest

from recruitment.readers.reader import read_text
from tests.recruitment.readers.samples import facts, facts_of


def wordings(text: str) -> list[str]:
    return [wording for wording, *_ in facts_of(f"Person specification\n\n{text}\n")]


@pytest.mark.parametrize(
    "text",
    [
        "Essential\n- Running a kitchen\n- Line management\n- Budgeting",
        "Essential:\n-Good GCSEs\n-Team player\n-First aid",
        "Essential\n- Knows the SEND Code of Practice page 92\n- Has read our policy, page 3\n- Cooks",
        "Essential\n1Password experience\n3Shape software knowledge\n3Dprinting",
        "Essential\nInterview – able to hold a structured interview with families\nCooks\nCleans",
        "Essential\nThe way in which children learn\nEach job done well\nApplications are handled with care",
        "Essential\nGrade 4 GCSE English\nGrade 4 GCSE Maths\nGrade 4 GCSE Science",
        "Essential\nSchool finance experience\nTeam leader in a kitchen\nService improvement work",
        "Essential\nUses PowerPoint and Excel\nKnows JavaScript and Python\nCooks",
        "Essential\nGCSE English\nAny other relevant qualifications and awards\nBeliefs in inclusion",
    ],
)
def test_each_line_is_a_criterion(text: str) -> None:
    found = facts_of(f"Person specification\n\n{text}\n")

    assert [need for _, _, need, _ in found] == ["essential"] * 3


@pytest.mark.parametrize(
    ("heading", "letters"),
    [
        ("Essential criteria - assessed at interview:", "I"),
        ("Essential criteria (assessed by application form and interview):", "AI"),
    ],
)
def test_a_heading_that_says_how_is_no_question(heading: str, letters: str) -> None:
    found = facts_of(f"Person specification\n\n{heading}\n- Cooks\n- Cleans\n")

    assert [(need, said) for _, _, need, said in found] == [("essential", letters)] * 2


def test_evidence_of_names_a_list_of_criteria() -> None:
    assert wordings("Evidence of:\n- Qualifications\n- Teaching in a primary school\n- Training") == [
        "Qualifications",
        "Teaching in a primary school",
        "Training",
    ]


def test_the_head_of_a_page_does_not_end_a_specification() -> None:
    text = "Experience\n- Running a kitchen (E)\nJOB DESCRIPTION\n- Cooking well (E)\n- First aid (D)"

    assert wordings(text) == ["Running a kitchen", "Cooking well", "First aid"]


def test_numbered_sections_with_the_names_of_other_parts() -> None:
    text = (
        "1. Experience\n1.1 Ran a kitchen (essential)\n2. Health and safety\n2.1 Knows COSHH (essential)\n"
        "3. Skills\n3.1 Cooking (essential)"
    )

    assert wordings(text)[-1] == "Cooking"
    assert "Knows COSHH" in " ".join(wordings(text))


def test_conditions_of_service_may_be_a_criterion() -> None:
    text = (
        "Experience\n- Running a kitchen (E)\nConditions of service: able to work evenings (E)\n"
        "Skills\n- Cooking (E)\n- Baking (D)"
    )

    assert wordings(text)[-2:] == ["Cooking", "Baking"]


def test_a_sentence_over_a_list_begins_the_specification() -> None:
    text = "Duties\n- Cook\n- Clean\n- Order\n\nThe person specification is as follows:\n- GCSE English (essential)\n- Cooking (desirable)\n"  # noqa: E501 - as it is typed
    reading = read_text(text)

    assert [wording for wording, *_ in facts(reading)] == ["GCSE English", "Cooking"]
    assert [duty.text for duty in reading.profile.duties] == ["Cook", "Clean", "Order"]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("Teaching Assistant Grade C", "Teaching Assistant"),
        ("Grade 4 Teaching Assistant", "Teaching Assistant"),
        ("Teacher of Maths (MPS/UPS)", "Teacher of Maths"),
        ("Clerk to the Governors – Band 4", "Clerk to the Governors"),
        ("Pay and Pensions Officer", "Pay and Pensions Officer"),
        ("Lecturer in Human Geography", "Lecturer in Human Geography"),
        ("Caretaker in Hillside School", "Caretaker"),
        ("Teacher in the Nursery", "Teacher"),
        ("Home > Vacancies > Cook", "Cook"),
        ("MPS/UPS", None),
    ],
)
def test_a_title_is_told_from_pay_and_place(typed: str, title: str | None) -> None:
    assert read_text(f"{typed}\n\nPerson specification\n\nEssential\n- Calm\n").profile.title == title


@pytest.mark.parametrize(
    "hours",
    [
        "Monday to Friday",
        "Mornings only",
        "Lunchtimes",
        "As agreed with the headteacher",
        "In line with STPCD",
    ],
)
def test_hours_in_words(hours: str) -> None:
    assert read_text(f"Hours: {hours}\n\nPerson specification\n\n- Calm\n").profile.hours == hours


def test_a_value_that_speaks_of_no_hours_is_not_believed() -> None:
    assert read_text("Hours:\nHouse Team Leader\n\nPerson specification\n\n- Calm\n").profile.hours is None


def test_a_school_named_after_a_saint_and_a_school_of_a_university() -> None:
    form = "{top}\nSchool: {school}\n\nPerson specification\n\n- Calm\n"
    named = form.format(top="", school="School of St Helen and St Katharine")
    within = form.format(top="University of Wexcombe", school="School of Biology")

    assert read_text(named).profile.employer == "School of St Helen and St Katharine"
    assert read_text(within).profile.employer == "University of Wexcombe"


BOARD = """Person specification
NOTES TO JOB APPLICANTS
- You should meet the criteria by the closing date.
- Give everything by the closing date unless told otherwise.
SECTION 1 – ESSENTIAL CRITERIA
These essential criteria will be measured first at the shortlisting stage.
Factor Essential Criteria Method of Assessment Qualifications/ Training
Hold a Level 2 certificate in cleaning
Have two years of looking after a building
Shortlisting by Application Form
Other
Willingness to work split shifts
Interview
SECTION 2 – DESIRABLE CRITERIA
Factor Desirable Criteria Method of Assessment Knowledge
Knows what a fire alarm test involves
Interview
"""


def test_the_form_of_a_board_with_methods_below_each_factor() -> None:
    assert facts_of(BOARD) == [
        ("Hold a Level 2 certificate in cleaning", "Qualifications/ Training", "essential", "A"),
        ("Have two years of looking after a building", "Qualifications/ Training", "essential", "A"),
        ("Willingness to work split shifts", "Other", "essential", "I"),
        ("Knows what a fire alarm test involves", "Knowledge", "desirable", "I"),
    ]


def test_wordings_glued_in_a_cell() -> None:
    text = (
        "Area | Essential | Desirable\nQualities | Kind to all peopleStays polite when tiredFollows a "
        "written plan | Speaks Polish\nSkills | Good with numbers | Good with words"
    )

    assert wordings(text)[:3] == [
        "Kind to all people",
        "Stays polite when tired",
        "Follows a written plan",
    ]


GAPS = """Person specification

Criteria                                       Essential  Desirable Method

Knowledge
Knows how governing boards work and the            X                A/I
law they must keep to
Understands why papers must be kept                X                I
confidential
Knows the local schools and their                             X     A
communities

Experience
Has taken minutes at formal meetings and           X                A/I
turned them into an accurate record
Office work with little supervision                X                A

Skills
Able to write clearly                              X                A
Shorthand or fast keyboard                                    X     A
skills
"""


def test_gaps_between_named_sections_part_no_rows() -> None:
    assert facts_of(GAPS) == [
        ("Knows how governing boards work and the law they must keep to", "Knowledge", "essential", "AI"),
        ("Understands why papers must be kept confidential", "Knowledge", "essential", "I"),
        ("Knows the local schools and their communities", "Knowledge", "desirable", "A"),
        (
            "Has taken minutes at formal meetings and turned them into an accurate record",
            "Experience",
            "essential",
            "AI",
        ),
        ("Office work with little supervision", "Experience", "essential", "A"),
        ("Able to write clearly", "Skills", "essential", "A"),
        ("Shorthand or fast keyboard skills", "Skills", "desirable", "A"),
    ]


def test_numbers_glued_to_the_wordings() -> None:
    assert wordings("1.Skills\nEssential\n1.1Cooks (A)\n1.2GCSE English (A)\n1.3Cleans (A)")[:2] == [
        "Cooks",
        "GCSE English",
    ]


@pytest.mark.parametrize(
    ("first", "employer"),
    [
        ("Calderwick Homes", "Calderwick Homes"),
        ("WESTERDALE MUSIC HUB", "WESTERDALE MUSIC HUB"),
        ("Working in our centre", None),
        ("Cook", None),
    ],
)
def test_a_small_employer_in_the_first_line(first: str, employer: str | None) -> None:
    assert (
        read_text(f"{first}\n\nJob title: Cook\n\nPerson specification\n\n- Calm\n").profile.employer
        == employer
    )


DISCLOSURE = """Person specification
Key: AF = application form, D = disclosure check
Area\tCriteria\tEssential\tDesirable
Experience\tA year of youth work\tAF\t
\tFirst aid certificate\t\tAF
\tEnhanced disclosure\tD\t
"""


def test_a_letter_of_the_key_below_the_other_requirement_is_a_method() -> None:
    assert [(need, letters) for _, _, need, letters in facts_of(DISCLOSURE)] == [
        ("essential", "A"),
        ("desirable", "A"),
        ("essential", "D"),
    ]


TWICE = """Person specification

ATTRIBUTES / ESSENTIAL / HOW IDENTIFIED / DESIRABLE / HOW IDENTIFIED
Experience /
  • Looks after a building
/ A, I /
  • Has worked in a school
/ R
Health /
  • Fit to climb ladders
/ M
Disposition /
  • Reliable
/ I, R
A = application form, I = interview, R = references, M = medical clearance
"""


def test_evidence_beside_one_wording_alone_is_that_of_its_side() -> None:
    assert facts_of(TWICE) == [
        ("Looks after a building", "Experience", "essential", "AI"),
        ("Has worked in a school", "Experience", "desirable", "R"),
        ("Fit to climb ladders", "Health", "essential", "D"),
        ("Reliable", "Disposition", "essential", "IR"),
    ]


@pytest.mark.parametrize(
    ("heading", "grade"),
    [
        ("Person specification: Workshop Technician (Grade 5)", "Grade 5"),
        ("Person specification: Playwork Assistant (Level 2)", None),
    ],
)
def test_a_grade_behind_the_title(heading: str, grade: str | None) -> None:
    assert read_text(f"{heading}\n\nEssential\n- Calm\n").profile.grade == grade


def test_names_of_programs_are_not_cut() -> None:
    text = "Essential\n• Use of PowerPoint and SharePoint in class\n• ParentPay and SchoolComms in an office"

    assert wordings(text) == [
        "Use of PowerPoint and SharePoint in class",
        "ParentPay and SchoolComms in an office",
    ]


def test_essential_before_a_sentence_asks_for_something() -> None:
    text = (
        "Qualifications\nEssential: Applicants must hold a full driving licence.\n"
        "Desirable: A first aid certificate."
    )

    assert [(wording, need) for wording, _, need, _ in facts_of(f"Person specification\n\n{text}\n")] == [
        ("Applicants must hold a full driving licence.", "essential"),
        ("A first aid certificate.", "desirable"),
    ]


def test_the_title_of_who_signs_is_not_that_of_the_post() -> None:
    lines = "\n".join(f"• Duty number {number} of the post" for number in range(12))
    signed = f"Job Description – Teaching Assistant\n\nDuties\n{lines}\n\nName: J Smith\nTitle: Headteacher\n"

    assert read_text(signed).profile.title == "Teaching Assistant"
    assert read_text("Title: Finance Officer\n\nDuties\n• Pays bills\n").profile.title == "Finance Officer"


@pytest.mark.parametrize("hours", ["By arrangement", "As directed by the Headteacher", "Job share", "TTO"])
def test_hours_in_any_words(hours: str) -> None:
    assert read_text(f"Hours: {hours}\n\nPerson specification\n\n- Calm\n").profile.hours == hours


def test_bare_lines_below_as_follows() -> None:
    text = "The person specification is as follows:\nExperience of cleaning\nAble to lift equipment\n"

    assert [wording for wording, *_ in facts_of(text)] == ["Experience of cleaning", "Able to lift equipment"]


def test_criteria_below_a_note_to_applicants() -> None:
    text = "Note to applicants\nPlease address each point in your form.\n• GCSE English (E)\n• Degree (D)"

    assert wordings(text) == ["GCSE English", "Degree"]


PARTS = """Person specification
The criteria in Part A will be assessed from your application form.
Part A: Knowledge
• Knows the curriculum (E)
The criteria in Part B will be assessed at interview.
Part B: Skills
• Listens well (E)
Part C: Checks
• Drives (D)
"""


def test_parts_are_sections_and_keep_what_was_said_of_them() -> None:
    assert facts_of(PARTS) == [
        ("Knows the curriculum", "Part A: Knowledge", "essential", "A"),
        ("Listens well", "Part B: Skills", "essential", "I"),
        ("Drives", "Part C: Checks", "desirable", ""),
    ]


def test_a_section_keeps_its_own_methods() -> None:
    text = (
        "Knowledge\nEssential (Application form)\n• Knows the law\nDesirable (Interview)\n• Knows the town\n"
        "Skills\nEvidence: Interview\nEssential\n• Calm"
    )

    assert [letters for *_, letters in facts_of(f"Person specification\n\n{text}\n")] == ["A", "I", "I"]


def test_a_letter_of_evidence_in_the_place_of_a_need_heads_no_columns() -> None:
    text = "Criteria\tEssential\tDesirable\tEvidence\nClear background\tE\t\tD\nCalm\tE\t\tI\nPolish\t\tD\tI"

    assert wordings(text) == ["Clear background", "Calm", "Polish"]


def test_methods_that_a_slash_of_their_own_has_cut() -> None:
    text = (
        "Criteria / Essential / Desirable / Evidence\nDegree / Desirable / Application form / Certificate\n"
        "Calm / Essential / Interview\nKind / Essential / Interview"
    )

    assert facts_of(f"Person specification\n\n{text}\n")[0] == ("Degree", None, "desirable", "AC")
