"""Text as spreadsheets, browsers and viewers give it: commas, tabs between lines, heads that wrap."""

import pytest

from recruitment.readers.reader import read_blocks, read_text
from tests.recruitment.readers.samples import facts, facts_of, line, table

SHEET = """Job title,Attendance Officer,,
Salary,"£26,409 to £28,142",,
PERSON SPECIFICATION,,,
Criteria,E/D,Application form,Interview
Experience,,,
"Works with families, schools and courts",E,X,
"Writes a report, however short, by the day it is due",D,X,X
Skills,,,
"Says ""no"" kindly",E,,X
"""


def test_a_sheet_is_told_by_its_commas() -> None:
    reading = read_text(SHEET)

    assert (reading.profile.title, reading.profile.salary) == ("Attendance Officer", "£26,409 to £28,142")
    assert facts(reading) == [
        ("Works with families, schools and courts", "Experience", "essential", "A"),
        ("Writes a report, however short, by the day it is due", "Experience", "desirable", "AI"),
        ('Says "no" kindly', "Skills", "essential", "I"),
    ]


def test_a_text_with_many_commas_is_no_sheet() -> None:
    items = "".join(f"- Plans, leads and reviews, each term, lesson {number}\n" for number in range(8))

    assert len(facts_of(f"Person specification\nEssential\n{items}")) == 8


BROWSER = """Person specification

Criteria
\t
E
\t
D
\t
Evidence

Experience

Keeps the register of keys
\t
X
\t

\t
A, I

Has run a breakfast club
\t

\t
X
\t
A
"""


@pytest.mark.parametrize("between", ["", "\n", "\nPage 2 of 3\n"])
def test_cells_with_a_line_of_one_tab_between_them(between: str) -> None:
    assert facts_of(BROWSER.replace("\n\nHas run", f"\n\n{between}Has run")) == [
        ("Keeps the register of keys", "Experience", "essential", "AI"),
        ("Has run a breakfast club", "Experience", "desirable", "A"),
    ]


COPIED = """Person specification
Criteria Essential or
Desirable
Stage assessed:
application / interview /
both
Experience
Has supported young people, Essential Both
whether paid or not
Uses reading software, e.g.
Read&Write or speech to text, with Desirable Application
learners who have dyslexia
Good knowledge of the Cyber Essential Interview
Essentials scheme
All offers depend on an enhanced DBS check and two references.
"""


def test_a_head_on_five_lines_over_rows_with_their_signs_on_the_first_line() -> None:
    reading = read_text(COPIED)

    assert facts(reading) == [
        ("Has supported young people, whether paid or not", "Experience", "essential", "AI"),
        (
            "Uses reading software, e.g. Read&Write or speech to text, with learners who have dyslexia",
            "Experience",
            "desirable",
            "A",
        ),
        ("Good knowledge of the Cyber Essentials scheme", "Experience", "essential", "I"),
    ]
    assert reading.unread == ("All offers depend on an enhanced DBS check and two references.",)


def test_a_line_that_counts_the_pages_is_no_part_of_the_text() -> None:
    rows = [f"Keeps the stock of room {letter} in order E High A/I" for letter in "abcdefghijkl"]
    pages = (
        "\n".join([*rows[begin : begin + 4], *[""] * 6, f"Fellside Trust Role Profile v3 {page}"])
        for page, begin in enumerate((0, 4, 8), 1)
    )

    assert facts_of("\n".join(["Person specification", "Criteria E/D Weight Assessed by", *pages])) == [
        (f"Keeps the stock of room {letter} in order", None, "essential", "AI") for letter in "abcdefghijkl"
    ]


PAIRS = """Person specification

Essential criteria

Criterion
Assessed via
Qualifications
Level 4 in school business management
Application form
Certificates
Other requirements
Enhanced DBS clearance
Disclosure
Speaks up for the budget at meetings
Interview

Desirable criteria

Criterion
Assessed via
Member of a professional body
Application form
"""


def test_a_head_of_two_names_stands_again_under_the_other_need() -> None:
    assert facts_of(PAIRS) == [
        ("Level 4 in school business management", "Qualifications", "essential", "AC"),
        ("Enhanced DBS clearance", "Other requirements", "essential", "D"),
        ("Speaks up for the budget at meetings", "Other requirements", "essential", "I"),
        ("Member of a professional body", None, "desirable", "A"),
    ]


OPEN_PIPES = """PERSON SPECIFICATION

CRITERIA                              |ESSENTIAL OR | METHOD OF
                                      |DESIRABLE    | ASSESSMENT
EXPERIENCE                            |             |
Cooks fresh food for 100 or more      |Essential    | Application,
                                      |             | interview
Work in a school kitchen              |Desirable    | Application
                                      |             |
SKILLS                                |             |
Able to make attractive meals on      |Essential    | Cooking test
time                                  |             |
"""


def test_columns_ruled_by_pipes_that_close_no_line() -> None:
    assert facts_of(OPEN_PIPES) == [
        ("Cooks fresh food for 100 or more", "EXPERIENCE", "essential", "AI"),
        ("Work in a school kitchen", "EXPERIENCE", "desirable", "A"),
        ("Able to make attractive meals on time", "SKILLS", "essential", "T"),
    ]


NAMES_OVER_NAMES = """Person specification

                                         Requirement             How assessed
                                         Essential Desirable     App   Int   Task
Experience     Leads a team of premises  ✓                       ✓     ✓
               staff
               Project management                   ✓            ✓
               qualification
               Reads drawings of a site  ✓                             ✓     ✓
"""


def test_a_head_below_the_names_that_stand_over_several_columns() -> None:
    assert facts_of(NAMES_OVER_NAMES) == [
        ("Leads a team of premises staff", "Experience", "essential", "AI"),
        ("Project management qualification", "Experience", "desirable", "A"),
        ("Reads drawings of a site", "Experience", "essential", "IT"),
    ]


BRACKETS = """Person specification
• Leads change across a whole school and shows what came of it for pupils. (E
– A, I)
• A diploma in boarding (Desirable – 5%)
• Sets clear boundaries (Essential – 15%)
"""


def test_a_bracket_that_breaks_at_its_dash_and_weights_behind_the_need() -> None:
    reading = read_text(BRACKETS)

    assert [(text, need) for text, _, need, _ in facts(reading)] == [
        ("Leads change across a whole school and shows what came of it for pupils.", "essential"),
        ("A diploma in boarding", "desirable"),
        ("Sets clear boundaries", "essential"),
    ]
    assert [criterion.weight for criterion in reading.criteria] == [None, 5, 15]


def letters_by_area(*last: str) -> list[str]:
    """The evidence of three areas of two rows, of which the first rows alone have some, but for the last."""
    rows = []
    for name, how in {
        "QUALIFICATIONS": "Application form",
        "SKILLS": "Interview",
        "OTHER": "References",
    }.items():
        rows.append([name, "Essential", "Desirable", "Assessment"])
        rows.append([f"First of {name.lower()}", "✓", "", how])
        rows.append([f"Second of {name.lower()}", "", "✓", *(last if name == "OTHER" else [""])])
    blocks = [line("Person specification", bold=True), table(*rows)]
    return [found[3] for found in facts(read_blocks(blocks))]


def test_evidence_in_the_first_row_of_every_area_is_that_of_all_its_rows() -> None:
    assert letters_by_area("") == ["A", "A", "I", "I", "R", "R"]


def test_evidence_in_another_row_too_speaks_for_that_row_alone() -> None:
    assert letters_by_area("Interview") == ["A", "", "I", "", "R", "I"]


def test_both_languages_say_how_an_area_is_assessed() -> None:
    rows = table(
        ["CYMWYSTERAU / QUALIFICATIONS"],
        ["Hanfodol / Essential", "Level 2 in childcare"],
        ["Dymunol / Desirable", "Paediatric first aid"],
        ["Asesir drwy / Assessed by", "Ffurflen gais, tystysgrifau / Application form, certificates"],
    )

    assert facts(read_blocks([line("Person specification", bold=True), rows])) == [
        ("Level 2 in childcare", "CYMWYSTERAU / QUALIFICATIONS", "essential", "AC"),
        ("Paediatric first aid", "CYMWYSTERAU / QUALIFICATIONS", "desirable", "AC"),
    ]


def test_a_key_with_nothing_between_its_codes_and_their_words() -> None:
    rows = table(
        ["Requirement", "E / D", "How tested"],
        ["Caretaking or building work", "E", "AF / Int"],
        ["Joinery, plumbing and painting", "E", "PT"],
        ["Fit for ladder work", "D", "Chk"],
    )
    key = line("AF application form Int interview PT practical test Chk pre-employment check")

    assert facts(read_blocks([line("Person specification", bold=True), rows, key])) == [
        ("Caretaking or building work", None, "essential", "AI"),
        ("Joinery, plumbing and painting", None, "essential", "T"),
        ("Fit for ladder work", None, "desirable", "D"),
    ]


def test_two_letters_that_may_be_one_code_are_doubtful_without_a_key() -> None:
    rows = table(["Requirement", "E / D", "How tested"], ["Joinery", "E", "PT"], ["Painting", "D", "A"])

    reading = read_blocks([line("Person specification", bold=True), rows])

    assert [criterion.check for criterion in reading.criteria] == [("evidence",), ()]
