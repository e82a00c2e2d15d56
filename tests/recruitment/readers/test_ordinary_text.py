"""Ordinary text that looks like a mail, a page foot, a form field or a sign of a scan, and is none."""

import pytest

from recruitment.readers.reader import read_text
from tests.recruitment.readers.samples import facts, facts_of

HEADERS = "From: Jane <jane@oaklane.example>\nSent: Monday\nTo: All\nSubject: Job\n\n"
LISTS = "Essential\n- GCSE Maths\n- Patient with visitors\n{between}\nDesirable\n- First aid certificate"
READ = [
    ("GCSE Maths", None, "essential", ""),
    ("Patient with visitors", None, "essential", ""),
    ("First aid certificate", None, "desirable", ""),
]


@pytest.mark.parametrize(
    ("before", "between", "after"),
    [
        ("Dear applicant,\nPerson Specification for Caretaker", "", ""),
        ("Hi Sam,\n\nHere it is.\n", "", "\n\nKind regards\nJane"),
        ("Person Specification", "______________", ""),
        ("Person Specification", "Please consider the following when you apply:", ""),
        ("Good morning routines matter to us.\n\nPerson specification", "", "\nBest practice is shared\n"),
    ],
)
def test_a_mail_gives_its_whole_document(before: str, between: str, after: str) -> None:
    text = f"{HEADERS}{before}\n{LISTS.format(between=between)}{after}"

    assert facts_of(text)[:3] == READ


def test_dates_of_a_post_are_no_mail() -> None:
    text = "Vacancy: Cover Supervisor\nDate: 1 May 2025\nFrom: 1 September\nTo: 31 August\nGrade: 4\n"

    assert read_text(text).profile.title == "Cover Supervisor"


def test_rows_of_two_cells_below_a_specification_are_no_form() -> None:
    rows = ("Team | Works well with others", "Hours | Able to work evenings", "Location | Able to travel")

    assert [
        wording for wording, *_ in facts_of("\n".join(["Person Specification", "Area | Requirement", *rows]))
    ] == [
        "Works well with others",
        "Able to work evenings",
        "Able to travel",
    ]


def test_a_school_named_in_several_rows_heads_no_pages() -> None:
    row = "Has worked at Hillmoor Primary School | A1"
    text = f"Person Specification\nCriteria | Evidence\nEssential\n{row}\nGood maths | A1\nDesirable\n{row}"

    assert len(facts_of(text)) == 3


def test_methods_beside_numbers_of_rows_foot_no_pages() -> None:
    rows = [
        f"{place}\nKeeps room {place} in good order\nApplication form and interview" for place in range(1, 5)
    ]

    assert facts_of("\n".join(["Person Specification", "Essential", *rows])) == [
        (f"Keeps room {place} in good order", None, "essential", "AI") for place in range(1, 5)
    ]


def test_headings_that_count_posts_count_no_pages() -> None:
    items = "".join(f"- Keeps room {letter} in good order\n" for letter in "abcdef")
    heads = (f"Person Specification 2025 – Post {place}\nEssential\n{items}\n" for place in (1, 2))

    assert [one.title for one in read_text("".join(heads)).specifications] == ["Post 1", "Post 2"]


CODED = """Person specification
Essential / Desirable

Qualifications
E1 Degree or equivalent (A)
E2 Qualified teacher status (A)
Experience
E3 Teaching in two key stages (A, I)
E4 Ability to manage teams
across several sites
E5 Calm (I)
D1 First aid (A)
D2 Makaton
Special requirements
Enhanced DBS check (A)
"""


def test_codes_without_methods_take_no_wordings_and_names_below_them() -> None:
    assert facts_of(CODED) == [
        ("Degree or equivalent", "Qualifications", "essential", "A"),
        ("Qualified teacher status", "Qualifications", "essential", "A"),
        ("Teaching in two key stages", "Experience", "essential", "AI"),
        ("Ability to manage teams across several sites", "Experience", "essential", ""),
        ("Calm", "Experience", "essential", "I"),
        ("First aid", "Experience", "desirable", "A"),
        ("Makaton", "Experience", "desirable", ""),
        ("Enhanced DBS check", "Special requirements", None, "A"),
    ]


def test_two_names_in_a_row_with_an_empty_cell_stay_apart() -> None:
    text = (
        "Person specification\nArea / Essential / Desirable\nQualifications / Degree / Masters\n"
        "Experience / Teaching experience /\nKnowledge / Safeguarding / SEN\n"
    )

    assert [(wording, section) for wording, section, *_ in facts_of(text)] == [
        ("Degree", "Qualifications"),
        ("Masters", "Qualifications"),
        ("Teaching experience", "Experience"),
        ("Safeguarding", "Knowledge"),
        ("SEN", "Knowledge"),
    ]


@pytest.mark.parametrize(
    ("lines", "wordings"),
    [
        (
            ("NVQ Level 2", "C/4 or above in English", "C/4 or above in Maths"),
            ("NVQ Level 2", "C/4 or above in English", "C/4 or above in Maths"),
        ),
        (("Has taught mixed-", "ability groups", "Calm"), ("Has taught mixed-ability groups", "Calm")),
        (
            ("You will need to have:", "a degree", "NVQ 3 in childcare", "an eye for detail"),
            ("a degree", "NVQ 3 in childcare", "an eye for detail"),
        ),
    ],
)
def test_lines_that_begin_with_a_grade_a_capital_or_a_rest(
    lines: tuple[str, ...], wordings: tuple[str, ...]
) -> None:
    text = "\n".join(["Person specification", "Essential", *lines])

    assert tuple(wording for wording, *_ in facts_of(text)) == wordings


def test_a_subject_below_a_need_names_the_next_section() -> None:
    text = "Person specification\nSkills\n- Knows first aid (D)\nICT\n- Can use a spreadsheet (E)\n"

    assert facts_of(text) == [
        ("Knows first aid", "Skills", "desirable", ""),
        ("Can use a spreadsheet", "ICT", "essential", ""),
    ]


def test_a_note_on_the_letters_ends_no_copied_table() -> None:
    rows = (
        "GCSE Maths E A",
        "Speaks clearly E I",
        "First aid D A",
        "Own car D I",
        "Tidy work E A",
        "Calm E I",
    )
    note = "Essential (E) criteria must be met and Desirable (D) criteria are used to choose"
    text = "\n".join(
        ["Person specification", "Criteria Essential or Desirable Evidence", *rows[:3], note, *rows[3:]]
    )

    assert [wording for wording, *_ in facts(read_text(text))] == [row.rsplit(" ", 2)[0] for row in rows]


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("Home > About us > Vacancies\nVacancies\nCaretaker\n", "Caretaker"),
        ("Hillmoor Primary School\nHeadteacher Mrs A Jones\n\nGroundsperson\n\n", "Groundsperson"),
        ("Become a volunteer\nEarly Years Educator\n", "Early Years Educator"),
    ],
)
def test_names_of_pages_and_people_are_no_titles(top: str, title: str) -> None:
    assert read_text(f"{top}Person Specification\nEssential\n- GCSE Maths\n").profile.title == title
