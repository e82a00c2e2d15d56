"""Lists below questions and under numbers, and what a line says of those above or below it."""

from pathlib import Path

from recruitment.readers.reader import read_specification, read_text
from tests.recruitment.readers.samples import WordFile, facts, facts_of

ASKED = """Person specification

Essential entry criteria

Qualifications

Applicants must have:

  • a primary degree in medicine
  • passed the first part of the diploma by offer datei

When is this evaluated?ii

  • Application form
  • Interview/selection centre

i  The offer date is the last day given in each round.

Eligibility

Applicants must:

  • be able to work in the UK

When is this evaluated?

  • Application form
"""


def test_methods_listed_below_a_question_are_of_the_section_above() -> None:
    reading = read_text(ASKED)

    assert facts(reading) == [
        ("a primary degree in medicine", "Qualifications", "essential", "AIT"),
        ("passed the first part of the diploma by offer datei", "Qualifications", "essential", "AIT"),
        ("be able to work in the UK", "Eligibility", "essential", "A"),
    ]
    assert "i The offer date is the last day given in each round." in reading.unread


DECIMAL = """2.0  Principal Duties

2.1  To provide clerical support.

2.2  To keep the register.

4.0  Person Specification

4.1  Essential

4.1.1  Tact in dealing with
bereaved families.

4.1.2  Able to keep to deadlines.

4.2  Desirable

4.2.1  Own car and full licence.
"""


def test_numbers_that_end_in_nought_head_the_parts() -> None:
    reading = read_text(DECIMAL)

    assert [duty.text for duty in reading.profile.duties] == [
        "To provide clerical support.",
        "To keep the register.",
    ]
    assert [(text, need) for text, _, need, _ in facts(reading)] == [
        ("Tact in dealing with bereaved families.", "essential"),
        ("Able to keep to deadlines.", "essential"),
        ("Own car and full licence.", "desirable"),
    ]


BRACKETS = """Person specification
Essential
• Keeps records, including the use of a database
(SITS, Banner or similar)
• Handles cash
Desirable
Helps to run open days
"""


def test_brackets_on_their_own_line_go_on_with_the_item_above() -> None:
    assert [text for text, *_ in facts_of(BRACKETS)][:2] == [
        "Keeps records, including the use of a database (SITS, Banner or similar)",
        "Handles cash",
    ]


EDGE = """Person Specification

                               Requirement                    Criteria
Qualified youth work status                                   Essential
Diploma in counselling                                        Desirable

Knowledge
                               Requirement                    Criteria
A clear account of the early help assessment and of the       Essential
thresholds in local use
Works within a team                                           Essential
"""


def test_words_at_the_right_edge_of_first_lines() -> None:
    assert facts_of(EDGE) == [
        ("Qualified youth work status", None, "essential", ""),
        ("Diploma in counselling", None, "desirable", ""),
        (
            "A clear account of the early help assessment and of the thresholds in local use",
            "Knowledge",
            "essential",
            "",
        ),
        ("Works within a team", "Knowledge", "essential", ""),
    ]


STAGES = """Employee Specification

What's assessed from your job application
Clean driving licence
Certificate in chainsaw maintenance

What's assessed at interview
Friendly with the public
"""


def test_a_line_that_says_what_is_assessed_stands_over_its_list() -> None:
    assert [(text, letters) for text, _, _, letters in facts_of(STAGES)] == [
        ("Clean driving licence", "A"),
        ("Certificate in chainsaw maintenance", "A"),
        ("Friendly with the public", "I"),
    ]


def test_a_method_and_what_is_done_with_it_are_no_criterion() -> None:
    told = "References – these are taken up after the shortlist is drawn up"

    reading = read_text(f"Person specification\n\nEssential\n\n• Calm\n\n{told}\n")

    assert [text for text, *_ in facts(reading)] == ["Calm"]
    assert told in reading.unread


def test_labels_whose_colons_are_lost_stand_in_a_row() -> None:
    form = "Job title School Cleaner\nGrade NCC 1\nLine manager Cleaning Supervisor\nPerson specification\n"

    profile = read_text(form).profile

    assert (profile.title, profile.grade, profile.reports_to) == (
        "School Cleaner",
        "NCC 1",
        "Cleaning Supervisor",
    )


def test_one_such_line_alone_is_none() -> None:
    assert read_text("Service Manager\n\nPerson specification\n\n• Calm\n").profile.title == "Service Manager"


def test_marks_that_empty_paragraphs_hold_beside_their_wordings(tmp_path: Path) -> None:
    made = WordFile()
    made.heading("Person specification")
    made.table(
        ["Criteria", "Essential", "Desirable"],
        ["Teacher status\nFirst aid for infants\nTraining in early language", "✓\n\n✓", "\n✓\n"],
        ["Runs home visits\nWrites reports", "✓", "✓"],
    )

    reading = read_specification(made.save(tmp_path), kind="docx")

    assert [(text, need) for text, _, need, _ in facts(reading)][:3] == [
        ("Teacher status", "essential"),
        ("First aid for infants", "desirable"),
        ("Training in early language", "essential"),
    ]
    assert [item.check for item in reading.criteria][:3] == [(), (), ()]
