"""Tables as browsers and word processors write them into a text: cells over several lines, in columns."""

from recruitment.readers.reader import read_text
from tests.recruitment.readers.samples import facts_of

BROWSER = (
    "Person specification\n\n"
    "Attribute\tEssential\tDesirable\tHow assessed\n"
    "Experience\t\n\n    Work in a primary school\n    Planning across a stage\n\n\t\n\n"
    "    Teaching a composite class\n\n\tApplication form and interview\n"
    "Skills\t\n\n    Able to lead learning outdoors\n\n\t\n\n    N/A\n\n\tInterview\n"
    "The post is open to all.\n"
)


def test_paragraphs_of_cells_between_tabs() -> None:
    assert facts_of(BROWSER) == [
        ("Work in a primary school", "Experience", "essential", "AI"),
        ("Planning across a stage", "Experience", "essential", "AI"),
        ("Teaching a composite class", "Experience", "desirable", "AI"),
        ("Able to lead learning outdoors", "Skills", "essential", "I"),
    ]


def test_a_row_with_too_many_cells_is_not_taken_so() -> None:
    wordings = [text for text, *_ in facts_of(BROWSER.replace("\tInterview\n", "\tInterview\tTask\n"))]

    assert "Able to lead learning outdoors" not in wordings


PRINTED = """PERSON SPECIFICATION

Letters in brackets: A = application form, I = interview, R = references.

|              |ESSENTIAL                    |DESIRABLE                   |
|Faith         |• Practising Catholic in good|• Holds the Certificate in  |
|commitment    |standing (A, R)              |Religious Studies (A)       |
|              |• Leads worship (A, I)       |                            |
|Qualifications|• Qualified teacher (A)      |• Higher study in education |
|              |                             |(A)                         |
|Knowledge and |• Raises standards (A, I,    |• Has managed a building    |
|skills        |R)                           |project (I)                 |
"""


def test_cells_that_wrap_between_pipes() -> None:
    assert facts_of(PRINTED) == [
        ("Practising Catholic in good standing", "Faith commitment", "essential", "AR"),
        ("Leads worship", "Faith commitment", "essential", "AI"),
        ("Holds the Certificate in Religious Studies", "Faith commitment", "desirable", "A"),
        ("Qualified teacher", "Qualifications", "essential", "A"),
        ("Higher study in education", "Qualifications", "desirable", "A"),
        ("Raises standards", "Knowledge and skills", "essential", "AIR"),
        ("Has managed a building project", "Knowledge and skills", "desirable", "I"),
    ]


def test_a_paragraph_that_had_room_for_the_next_word_has_ended() -> None:
    text = """Person specification

|Area       |Essential                |Desirable             |
|Experience |Office work              |Knows SIMS            |
|           |Handles cash             |Has run a shop        |
|Skills     |Types at fifty words a   |Shorthand             |
|           |minute                   |                      |
"""

    assert facts_of(text) == [
        ("Office work", "Experience", "essential", ""),
        ("Handles cash", "Experience", "essential", ""),
        ("Knows SIMS", "Experience", "desirable", ""),
        ("Has run a shop", "Experience", "desirable", ""),
        ("Types at fifty words a minute", "Skills", "essential", ""),
        ("Shorthand", "Skills", "desirable", ""),
    ]


MARKS = """Person specification

Criteria
Essential
Desirable
How identified

Degree in a health profession

X


AP

Research degree

X

Fellow of a learned society


X

AP

Leads a module team

X


I
"""
KEY = "\nAP - application, I - interview\n"


def test_blank_lines_tell_the_column_of_a_mark() -> None:
    assert facts_of(MARKS + KEY) == [
        ("Degree in a health profession", None, "essential", "A"),
        ("Research degree", None, "essential", ""),
        ("Fellow of a learned society", None, "desirable", "A"),
        ("Leads a module team", None, "essential", "I"),
    ]


def test_a_mark_between_equal_gaps_is_a_question() -> None:
    even = MARKS.replace("\n\n\n", "\n\n")

    reading = read_text(even + KEY)

    assert [(item.requirement, "requirement" in item.check) for item in reading.criteria] == [
        (None, True)
    ] * 4
