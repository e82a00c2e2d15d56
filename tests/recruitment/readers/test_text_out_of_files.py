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


PLAIN_LISTS = [
    "Requirements\nEssential\nAssessed by application and interview\nDegree in maths\nPatience\n",
    "Criteria\nEssential\nAssessed by application form and interview\n• Degree in maths\n• Patience\n",
]


@pytest.mark.parametrize("text", PLAIN_LISTS)
def test_what_says_how_a_list_is_assessed_heads_no_columns(text: str) -> None:
    last = "• Driving licence" if "•" in text else "Driving licence"
    found = facts_of(f"Person specification\n\n{text}Desirable\nAssessed by interview\n{last}\n")

    assert [(text, need, letters) for text, _, need, letters in found] == [
        ("Degree in maths", "essential", "AI"),
        ("Patience", "essential", "AI"),
        ("Driving licence", "desirable", "I"),
    ]


def test_a_row_without_its_mark_stays_and_is_asked_about() -> None:
    reading = read_text(
        "Person specification\n\nCriteria\nEssential\nMethod of assessment\nDegree\nX\nApplication form\n"
        "Humour\nInterview\nKindness\nX\nInterview\nTact\nX\nInterview\n"
    )

    assert [(one.text, one.requirement, one.check) for one in reading.criteria] == [
        ("Degree", "essential", ()),
        ("Humour", None, ("requirement",)),
        ("Kindness", "essential", ()),
        ("Tact", "essential", ()),
    ]


def test_blank_lines_with_a_tab_in_them_part_no_cells() -> None:
    lines = [
        "Person specification",
        "Essential",
        "Degree",
        "Humour",
        "Patience",
        "Tact",
        "Desirable",
        "First aid",
    ]

    assert [found[0] for found in facts_of("\n\t\n".join(lines))] == [*lines[2:6], lines[7]]


def test_a_cell_that_wraps_before_its_tab_is_one() -> None:
    found = facts_of(BROWSER.replace("Keeps the register of keys", "Keeps the register\nof keys"))

    assert [text for text, *_ in found] == ["Keeps the register of keys", "Has run a breakfast club"]


def test_headings_that_count_levels_are_no_pages() -> None:
    parts = "".join(
        f"Essential criteria for level {level}\n\n{'• Keeps good order in a lesson\n' * 8}\n"
        for level in (1, 2, 3)
    )

    assert {found[1:3] for found in facts_of(f"Person specification\n\n{parts}")} == {
        (f"for level {level}", "essential") for level in (1, 2, 3)
    }


def test_numbers_of_a_key_behind_the_need_are_no_weights() -> None:
    text = "Key: 1 = Application form, 2 = Interview\n\n• Degree in maths (E 1)\n• Good humour (D, 2)\n"

    assert [found[2:] for found in facts_of(f"Person specification\n\n{text}")] == [
        ("essential", "A"),
        ("desirable", "I"),
    ]


def test_wordings_about_assessment_say_nothing_of_others() -> None:
    wordings = [
        "Experience of schemes that are assessed by external moderators",
        "How they test their ideas in practical activities",
        "Job evaluation experience",
    ]
    first, *others = (f"• {wording}" for wording in wordings)
    text = "\n".join(
        ["Person specification\n\nEssential\n", first.replace(" external", "\nexternal"), *others]
    )

    assert facts_of(text) == [(wording, None, "essential", "") for wording in wordings]


def test_pictures_before_lines_are_dots_and_before_headings_nothing() -> None:
    text = "🎓 Qualifications\n📚 Degree in maths\n❤️ Love of numbers\n💷 Salary – £20,000\n"

    assert [found[:2] for found in facts_of(f"Person specification\n\n{text}")] == [
        ("Degree in maths", "Qualifications"),
        ("Love of numbers", "Qualifications"),
    ]


def test_methods_on_lines_of_their_own_below_assessed_by() -> None:
    text = (
        "Skills\nGood humour\nAssessed by\nApplication form\nInterview\n\n"
        "Knowledge\nPhonics\nAssessed by\nTest\n"
    )

    assert facts_of(f"Person specification\n\n{text}") == [
        ("Good humour", "Skills", None, "AI"),
        ("Phonics", "Knowledge", None, "T"),
    ]


def test_a_line_of_many_dashes_is_read_at_once() -> None:
    assert facts_of(f"Person specification\n\nEssential\n- Tact\n{' - ' * 3000}\n")[0][0] == "Tact"
