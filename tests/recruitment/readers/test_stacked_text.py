"""Text with the signs of a section below its wordings, and rows with their signs on the first line."""

from recruitment.readers.reader import read_blocks, read_text
from tests.recruitment.readers.samples import facts, facts_of, line, table

STACKED = """Person specification
Attributes
Criteria
Essential E
Desirable D
How Identified
Interview Application
Form
Both
Knowledge
- Knowledge of special diets
- Knowledge of kitchen
cleaning
- D
- E
- Interview
- Both
Experience
- Two years in a paid kitchen post
- Cooking with children
- E
- {last}
- Application Form
- Both
"""


def test_signs_below_the_wordings_of_their_section() -> None:
    assert facts_of(STACKED.format(last="D")) == [
        ("Knowledge of special diets", "Knowledge", "desirable", "I"),
        ("Knowledge of kitchen cleaning", "Knowledge", "essential", "IA"),
        ("Two years in a paid kitchen post", "Experience", "essential", "A"),
        ("Cooking with children", "Experience", "desirable", "IA"),
    ]


def test_a_section_with_too_few_signs_is_not_paired() -> None:
    wordings = facts_of(STACKED.format(last="E\n- D"))

    assert ("Cooking with children", "Experience", "essential", "IA") not in wordings


def test_both_below_a_head_of_two_methods() -> None:
    rows = table(
        ["Criteria", "Essential/Desirable", "How identified: interview, application form, both"],
        ["Cooks from fresh\nKeeps a stock sheet\nOrders from suppliers", "E\nD\nE", "Interview\nBoth\nBoth"],
    )

    reading = read_blocks([line("Person specification", bold=True), rows])

    assert [(text, need, letters) for text, _, need, letters in facts(reading)] == [
        ("Cooks from fresh", "essential", "I"),
        ("Keeps a stock sheet", "desirable", "IA"),
        ("Orders from suppliers", "essential", "IA"),
    ]
    assert [item.check for item in reading.criteria] == [(), (), ()]


FIRST = """Person specification

(A) Faith

Essential Desirable Source

In sympathy with the customs of a parish church known to E A,I,R
the diocese, which we will ask about.

To be able to show that they know the following:

Essential Desirable Source

The handling of gifts and legacies given to the school, its E A,I,R
church and hall.
Letting the hall to parish groups. D A,I
A habit of open book keeping that explains and E A,I,R
checks the gifts.
"""


def test_signs_at_the_end_of_the_first_printed_line() -> None:
    assert [(text, need, letters) for text, _, need, letters in facts(read_text(FIRST))] == [
        (
            "In sympathy with the customs of a parish church known to the diocese, which we will ask about.",
            "essential",
            "AIR",
        ),
        (
            "The handling of gifts and legacies given to the school, its church and hall.",
            "essential",
            "AIR",
        ),
        ("Letting the hall to parish groups.", "desirable", "AI"),
        ("A habit of open book keeping that explains and checks the gifts.", "essential", "AIR"),
    ]


def test_a_second_head_of_letters_is_explained_by_the_one_above_it() -> None:
    rows = table(
        [
            "",
            "Criteria",
            "Essential/ Desirable",
            "",
            "Assessed by: Application Form/Letter/Interview",
            "",
            "",
        ],
        ["", "", "E", "D", "AF", "L", "I"],
        ["A", "ADMINISTRATION AND FORMS", "", "", "", "", ""],
        ["1", "A good speed of typing", "√", "", "√", "", ""],
        ["2", "A clerking award", "", "√", "", "√", ""],
        ["3", "Long experience of minutes", "√", "", "", "", "√"],
    )

    assert facts(read_blocks([line("Person specification", bold=True), rows])) == [
        ("A good speed of typing", "ADMINISTRATION AND FORMS", "essential", "A"),
        ("A clerking award", "ADMINISTRATION AND FORMS", "desirable", "A"),
        ("Long experience of minutes", "ADMINISTRATION AND FORMS", "essential", "I"),
    ]


WRAPPED_HEAD = """Person specification
Attribute Essential (E) or How
Desirable (D) identified
QUALIFICATIONS
Certificate in school business management, or a E A
willingness to begin one
Part qualified with an accountancy body D A
EXPERIENCE
Explains figures to governors who are not used to E I, T
them
A = Application form, I = Interview, T = In-tray task
"""


def test_a_head_on_two_lines_over_sections_with_signs_on_first_lines() -> None:
    reading = read_text(WRAPPED_HEAD)

    assert facts(reading) == [
        (
            "Certificate in school business management, or a willingness to begin one",
            "QUALIFICATIONS",
            "essential",
            "A",
        ),
        ("Part qualified with an accountancy body", "QUALIFICATIONS", "desirable", "A"),
        ("Explains figures to governors who are not used to them", "EXPERIENCE", "essential", "IT"),
    ]
    assert reading.specifications[0].evidence_key == {
        "A": "Application form",
        "I": "Interview",
        "T": "In-tray task",
    }


TABBED = """Person specification
Criteria\tEssential\tDesirable
Training and qualifications
1. Qualified teacher status\t√\t
1. Further study in dyslexia\t\t√
Qualities
1. Persistent\t√\t
"""


def test_a_numbered_row_below_the_name_of_a_section_is_its_own() -> None:
    assert facts_of(TABBED) == [
        ("Qualified teacher status", "Training and qualifications", "essential", ""),
        ("Further study in dyslexia", "Training and qualifications", "desirable", ""),
        ("Persistent", "Qualities", "essential", ""),
    ]


SUFFIXED = """Person specification
A application form, D disclosure and health checks, I interview
Area\tEssential\tDesirable
Checks\tEnhanced disclosure (D)\tDrives (A)
Skills\tListens well (I)\tSpeaks Polish (A)
"""


def test_a_letter_of_the_key_in_brackets_is_a_method_where_the_column_says_the_need() -> None:
    assert facts_of(SUFFIXED) == [
        ("Enhanced disclosure", "Checks", "essential", "D"),
        ("Drives", "Checks", "desirable", "A"),
        ("Listens well", "Skills", "essential", "I"),
        ("Speaks Polish", "Skills", "desirable", "A"),
    ]


RESET = """Person specification
QUALIFICATIONS
Essential
• A degree
Desirable
• A diploma
SKILLS
Essential
• Writes well
Desirable

CIRCUMSTANCES
• Able to travel
"""


def test_a_list_left_empty_does_not_head_the_next_section() -> None:
    assert facts_of(RESET)[-1] == ("Able to travel", "CIRCUMSTANCES", None, "")


PAIRED = """Person specification
A – application form, I – interview, O – lesson observation
Area

Requirements

E / D

Evidence

Qualifications

• Degree in English
• Training as an
examiner

E
D

A
A

Skills

• Explains texts clearly
• Edits film

E
D

{methods}

"""


def test_stacks_between_blank_lines_are_paired_by_count() -> None:
    assert facts_of(PAIRED.format(methods="I, O\nA")) == [
        ("Degree in English", "Qualifications", "essential", "A"),
        ("Training as an examiner", "Qualifications", "desirable", "A"),
        ("Explains texts clearly", "Skills", "essential", "IO"),
        ("Edits film", "Skills", "desirable", "A"),
    ]


def test_a_stack_with_one_method_too_many_is_not_paired() -> None:
    assert ("Edits film", "Skills", "desirable", "A") not in facts_of(PAIRED.format(methods="I, O\nA\nI"))


BOARD = """PERSONNEL SPECIFICATION
SECTION 1: ESSENTIAL CRITERIA
Factor
Criteria
Method of assessment

Qualifications and
training
• Five GCSEs, including English and
Mathematics
• OCR Level 2 in word processing
Application form
Application form and certificates

Skills
• Clear speech
• Accurate typing
Interview
Typing test

SECTION 2: DESIRABLE CRITERIA
The panel may use these at shortlisting.
Factor
Criteria
Method of assessment

Experience
• Work in a school office
• Use of a records system
Application form
Interview

Circumstances
• Free on Saturdays
Interview
"""


def test_methods_below_each_factor_of_a_board() -> None:
    assert facts_of(BOARD) == [
        ("Five GCSEs, including English and Mathematics", "Qualifications and training", "essential", "A"),
        ("OCR Level 2 in word processing", "Qualifications and training", "essential", "AC"),
        ("Clear speech", "Skills", "essential", "I"),
        ("Accurate typing", "Skills", "essential", "T"),
        ("Work in a school office", "Experience", "desirable", "A"),
        ("Use of a records system", "Experience", "desirable", "I"),
        ("Free on Saturdays", "Circumstances", "desirable", "I"),
    ]


RUN_ON = """Person Specification
Requirements
Essential
Desirable
When evaluated

Eligibility
• Full registration and a licence to
practise
• Eligible to work in the UK
A

Qualifications
• A medical degree
• Part 1 of the college examination
A, I

When evaluated: A – application form, I – interview
"""


def test_two_columns_that_ran_into_one_list_are_a_question() -> None:
    reading = read_text(RUN_ON)

    assert [(item.text, item.section, "".join(item.evidence), item.check) for item in reading.criteria] == [
        ("Full registration and a licence to practise", "Eligibility", "A", ("requirement",)),
        ("Eligible to work in the UK", "Eligibility", "A", ("requirement",)),
        ("A medical degree", "Qualifications", "AI", ("requirement",)),
        ("Part 1 of the college examination", "Qualifications", "AI", ("requirement",)),
    ]
