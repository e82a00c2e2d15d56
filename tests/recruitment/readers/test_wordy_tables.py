"""Tables whose heads explain themselves or speak two languages, and rows given cell by cell."""

from pathlib import Path

import pytest

from recruitment.domain.specification_evidence import are_methods_alone, parse_evidence
from recruitment.domain.specification_key import parse_key
from recruitment.readers.reader import read_specification, read_text
from tests.recruitment.readers.samples import facts_of, pdf

HEAD = (
    "\tEssential\n"
    "These are qualities without which the Applicant could not be appointed.\tDesirable\n"
    "These are extra qualities which can be used to choose between applicants.\tMethod of assessment\n"
)
BODY = (
    "Experience\t•\tCaring for boarders\n"
    "•\tRunning a house\t•\tLife in a boarding school\tContents of the Application Form\n"
    "Interview\n"
    "Professional references\n"
    "Qualifications\t•\tFirst aid certificate\t•\tA nursing qualification\t"
    "Production of the Applicant’s certificates\n"
)


def test_a_head_may_explain_its_requirement_in_a_sentence() -> None:
    assert facts_of(f"Person specification\n\n{HEAD}{BODY}") == [
        ("Caring for boarders", "Experience", "essential", "AIR"),
        ("Running a house", "Experience", "essential", "AIR"),
        ("Life in a boarding school", "Experience", "desirable", "AIR"),
        ("First aid certificate", "Qualifications", "essential", "C"),
        ("A nursing qualification", "Qualifications", "desirable", "C"),
    ]


def test_heads_sections_and_methods_in_two_languages() -> None:
    text = (
        "MANYLEB PERSON / PERSON SPECIFICATION\n\n"
        "Meini Prawf / Criteria\tHanfodol / Essential\tDymunol / Desirable\tDull Asesu / Assessed by\n"
        "Profiad / Experience\t\t\t\n"
        "Visiting people at home\t\t✓\tCais / Application\nCyfweliad / Interview\n"
        "Sgiliau Iaith Gymraeg / Welsh Language Skills\t\t\t\n"
        "Speaks Welsh at Level 3\t✓\t\tCyfweliad / Interview\n"
        "Types letters in both languages\t✓\t\tPrawf / Test\n"
    )

    assert facts_of(text) == [
        ("Visiting people at home", "Profiad / Experience", "desirable", "AI"),
        ("Speaks Welsh at Level 3", "Sgiliau Iaith Gymraeg / Welsh Language Skills", "essential", "I"),
        (
            "Types letters in both languages",
            "Sgiliau Iaith Gymraeg / Welsh Language Skills",
            "essential",
            "T",
        ),
    ]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Cais", "A"),
        ("Ffurflen gais", "A"),
        ("Cyfweliad", "I"),
        ("Geirda", "R"),
        ("Tystysgrif", "C"),
        ("Prawf", "T"),
        ("Meini Prawf", ""),
    ],
)
def test_welsh_methods(text: str, letters: str) -> None:
    read = parse_evidence(text, {})

    assert "".join(read.letters if read else ()) == letters


GROUPED = """Person specification

E / D
What we are looking for
How we will find out

Experience

E
Two years in a day nursery
Application form

D
Leading a room
Interview

Skills

E
Able to sit on the floor
{last}
E = essential, D = desirable
"""


@pytest.mark.parametrize(("last", "letters"), [("Observation\n", "O"), ("", "")])
def test_blank_lines_part_the_rows_of_a_web_page(last: str, letters: str) -> None:
    assert facts_of(GROUPED.format(last=last)) == [
        ("Two years in a day nursery", "Experience", "essential", "A"),
        ("Leading a room", "Experience", "desirable", "I"),
        ("Able to sit on the floor", "Skills", "essential", letters),
    ]


COPIED = """Person specification
Essential criteria
Criteria How assessed
Qualifications
Good standard of education, including GCSE grade 4 in
English and mathematics
Application
Knowledge
Understanding of VAT Interview
Reconciling accounts Interview / Test
www.northgate.example
www.northgate.example
Desirable criteria
Criteria How assessed
Knowledge
Knowledge of the Academy Trust Handbook Interview
"""


def test_methods_in_words_end_the_rows_of_a_table_below_its_requirement() -> None:
    assert facts_of(COPIED) == [
        (
            "Good standard of education, including GCSE grade 4 in English and mathematics",
            "Qualifications",
            "essential",
            "A",
        ),
        ("Understanding of VAT", "Knowledge", "essential", "I"),
        ("Reconciling accounts", "Knowledge", "essential", "IT"),
        ("Knowledge of the Academy Trust Handbook", "Knowledge", "desirable", "I"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Application form / Interview", True),
        ("Interview and Test", True),
        ("Teaching Qualifications Application form", False),
        ("Progress Statements Interview", False),
        ("VAT Interview", False),
        ("Enhanced DBS clearance", False),
        ("interview", False),
    ],
)
def test_are_methods_alone(text: str, expected: bool) -> None:
    assert are_methods_alone(text) is expected


NUMBERED = """Person specification
A – application, I – interview

1. Governance and Law
Essential
1.1

Writing accurate minutes [A, I]

1.2

Applying the law [I]

Desirable
1.3

Holder of a certificate [A]

2. Working with Others
Essential
2.1

Able to work alone [I]
"""


def test_numbers_on_lines_of_their_own_and_sections_over_their_requirement() -> None:
    assert facts_of(NUMBERED) == [
        ("Writing accurate minutes", "Governance and Law", "essential", "AI"),
        ("Applying the law", "Governance and Law", "essential", "I"),
        ("Holder of a certificate", "Governance and Law", "desirable", "A"),
        ("Able to work alone", "Working with Others", "essential", "I"),
    ]


def test_codes_with_stops_are_codes() -> None:
    key = parse_key("M.O.A.: A.F. = Application Form; I = Interview; T = Test")

    assert key == {"AF": "Application Form", "I": "Interview", "T": "Test"}
    assert parse_evidence("A.F./I", key) == parse_evidence("AF/I", key)


def test_advice_to_applicants_is_no_criterion() -> None:
    text = (
        "Person specification\n\nNOTES TO JOB APPLICANTS\n\n"
        "1. You must clearly show on your form how you meet the criteria.\n"
        "2. The panel may interview only those who appear most suitable.\n\n"
        "ESSENTIAL CRITERIA\n\n1. Have a driving licence\n2. Have worked in a school\n"
    )

    assert facts_of(text) == [
        ("Have a driving licence", None, "essential", ""),
        ("Have worked in a school", None, "essential", ""),
    ]
    assert "You must clearly show on your form how you meet the criteria." in read_text(text).unread


def test_a_word_that_could_head_a_part_goes_on_with_its_wording(tmp_path: Path) -> None:
    source = (
        "= Person Specification: Matron\n"
        "#table(columns: (3cm, 4cm, 3.1cm), [], [*Essential*], [*Desirable*],"
        "[Knowledge], [- Welfare of children], [- Knowledge of the National Minimum Standards for Boarding],"
        "[Skills], [- Sewing], [- Driving])\n"
    )
    reading = read_specification(pdf(source, tmp_path), kind="pdf")

    assert [item.text for item in reading.specifications[0].criteria] == [
        "Welfare of children",
        "Knowledge of the National Minimum Standards for Boarding",
        "Sewing",
        "Driving",
    ]


def test_brackets_on_the_next_page_end_the_wording(tmp_path: Path) -> None:
    filler = "\n".join(f"- Able to do task number {number} (essential)" for number in range(6))
    source = (
        "#set page(width: 12cm, height: 7.2cm)\n#set text(11pt)\n= Person Specification\n== Skills\n"
        f"{filler}\n- A qualification in library and information management (desirable)\n"
        "- Able to work on your own (essential)\n"
    )
    reading = read_specification(pdf(source, tmp_path), kind="pdf")
    found = [(item.text, item.requirement) for item in reading.specifications[0].criteria]

    assert found[6:] == [
        ("A qualification in library and information management", "desirable"),
        ("Able to work on your own", "essential"),
    ]


def test_letters_of_columns_that_have_fallen_together_end_their_lines() -> None:
    text = (
        "Person specification\nE = essential, D = desirable\n"
        "1. Education and training\nTo be assessed by: Application form\n"
        "Five GCSEs including English   E\nA first aid certificate   D\n\n"
        "2. Skills\nTo be assessed by: Interview\n"
        "Can hold clear limits   E\nCan run a group   D\n"
    )

    assert facts_of(text) == [
        ("Five GCSEs including English", "Education and training", "essential", "A"),
        ("A first aid certificate", "Education and training", "desirable", "A"),
        ("Can hold clear limits", "Skills", "essential", "I"),
        ("Can run a group", "Skills", "desirable", "I"),
    ]
    assert read_text(text).unread == ()


def test_a_head_with_nothing_over_numbered_wordings() -> None:
    text = (
        "Person specification\nAF = Application Form, I = Interview\n\n"
        "EXPERIENCE\t\tE/D\tSeen from\n1.\tOffice work\tE\tAF/I\n2.\tHandling cash\tD\tAF\n"
        "3.\tUsing SIMS\tE\tI\n\nSKILLS\n4.\tAccurate typing\tE\tAF\n5.\tKeeps confidences\tD\tI\n"
        "6.\tClear speech\tE\tI\n"
    )

    assert facts_of(text) == [
        ("Office work", "EXPERIENCE", "essential", "AI"),
        ("Handling cash", "EXPERIENCE", "desirable", "A"),
        ("Using SIMS", "EXPERIENCE", "essential", "I"),
        ("Accurate typing", "SKILLS", "essential", "A"),
        ("Keeps confidences", "SKILLS", "desirable", "I"),
        ("Clear speech", "SKILLS", "essential", "I"),
    ]


PARTS = """Person specification
All the criteria below are essential unless (desirable) is written after them.
PART A
The criteria in Part A will be assessed from your application form.
Experience
1. Work with children
2. Work in a resourced provision (desirable)
PART B
The criteria in Part B will be assessed at interview.
Knowledge
3. Knowledge of autism
4. Knowledge of the Code of Practice (desirable)
"""


def test_a_sentence_says_how_its_part_is_assessed() -> None:
    assert facts_of(PARTS) == [
        ("Work with children", "Experience", "essential", "A"),
        ("Work in a resourced provision", "Experience", "desirable", "A"),
        ("Knowledge of autism", "Knowledge", "essential", "I"),
        ("Knowledge of the Code of Practice", "Knowledge", "desirable", "I"),
    ]


@pytest.mark.parametrize("need", ["Essential", "Desirable"])
def test_such_a_sentence_leaves_the_requirement_above_it(need: str) -> None:
    text = (
        f"Person specification\n\n{need}\n"
        "The criteria in this section will be assessed by application form and interview.\n"
        "- GCSE English\n- Driving licence\n"
    )

    assert facts_of(text) == [
        ("GCSE English", None, need.lower(), "AI"),
        ("Driving licence", None, need.lower(), "AI"),
    ]


GRADES = """Person specification

Essential
- GCSE English at grade D
- GCSE Maths at grade E
- GCSE Science at grade D
- GCSE Art at grade E

Desirable
- First aid
"""


def test_grades_are_no_requirements() -> None:
    bare = GRADES.replace("Essential\n", "").replace("\nDesirable\n- First aid\n", "")

    assert [need for _, _, need, _ in facts_of(GRADES)] == ["essential"] * 4 + ["desirable"]
    assert [text for text, *_ in facts_of(GRADES)][:2] == ["GCSE English at grade D", "GCSE Maths at grade E"]
    assert {need for _, _, need, _ in facts_of(bare)} == {None}


@pytest.mark.parametrize(
    "wording",
    [
        "willing to attend training as required",
        "experience of working in a similar role",
        "first aid certificate",
    ],
)
def test_one_wording_behind_its_requirement_is_no_remark(wording: str) -> None:
    text = f"Person specification\n\nSkills\nESSENTIAL: {wording}\nDESIRABLE: {wording}\n"

    assert facts_of(text) == [
        (wording, "Skills", "essential", ""),
        (wording, "Skills", "desirable", ""),
    ]


def test_a_star_before_the_letters_in_brackets() -> None:
    text = (
        "Person specification\n"
        "All points are essential, except those marked with a star (*), which are desirable. "
        "A = application, I = interview, T = cooking trial.\n\n"
        "1. Cooking for groups (A, T)\n2. City & Guilds in catering* (A, I)\n3. Works alone (I)\n"
    )

    assert facts_of(text) == [
        ("Cooking for groups", None, "essential", "AT"),
        ("City & Guilds in catering", None, "desirable", "AI"),
        ("Works alone", None, "essential", "I"),
    ]


def test_a_requirement_may_have_its_methods_in_a_sentence_in_brackets() -> None:
    text = (
        "Person specification\n\nEssential (we will look for these on your form and at interview)\n"
        "• Stays calm\n• Speaks clearly\n\nDesirable (we will look for these on your form)\n• First aid\n"
    )

    assert facts_of(text) == [
        ("Stays calm", None, "essential", "AI"),
        ("Speaks clearly", None, "essential", "AI"),
        ("First aid", None, "desirable", "A"),
    ]
