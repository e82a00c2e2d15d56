"""Text as people copy it: out of a PDF, out of Word's tables, out of an e-mail."""

import pytest

from recruitment.readers.reader import read_text
from tests.recruitment.readers.samples import facts, facts_of

COPIED = """PERSON SPECIFICATION
A = Application form C = Certificate I = Interview
{head}
Education and
qualifications
Food safety certificate, or
City & Guilds in catering
{first}
First aid certificate{second}
Experience Cooking for large
numbers
{third}
Welsh language
skills
Speaks to pupils in Welsh{fourth}
"""
WORDINGS = [
    ("Food safety certificate, or City & Guilds in catering", "Education and qualifications"),
    ("First aid certificate", "Education and qualifications"),
    ("Cooking for large numbers", "Experience"),
    ("Speaks to pupils in Welsh", "Welsh language skills"),
]


def copied(head: str, *ends: str) -> list[tuple[str, str | None, str | None, str]]:
    first, second, third, fourth = ends
    return facts_of(
        COPIED.format(head=head, first=first, second=f" {second}", third=third, fourth=f" {fourth}")
    )


@pytest.mark.parametrize("head", ["Criteria E / D Assessed by", "Requirement Essential/Desirable Evidence"])
def test_lines_out_of_a_pdf_end_in_the_letters_of_their_row(head: str) -> None:
    facts_of_rows = [("essential", "AC"), ("desirable", "C"), ("essential", "AI"), ("desirable", "I")]

    assert copied(head, "E A/C", "D C", "E A, I", "D I") == [
        (*wording, *said) for wording, said in zip(WORDINGS, facts_of_rows, strict=True)
    ]


@pytest.mark.parametrize(("need", "word"), [("essential", "ESSENTIAL"), ("desirable", "Desirable")])
def test_a_head_with_one_requirement_says_it_of_every_line(need: str, word: str) -> None:
    assert copied(f"Criteria {word} M.O.A.", "A/C", "C", "A/I", "I") == [
        (*wording, need, how) for wording, how in zip(WORDINGS, ["AC", "C", "AI", "I"], strict=True)
    ]


def test_an_abbreviation_at_the_end_of_a_printed_line_ends_no_row() -> None:
    text = """Person specification
Criteria Essential Assessed by
Keeps records with the help of ICT
and on paper A/I
Knows the curriculum for Key Stage 2 A/I
Drives a minibus A
"""

    assert [text for text, *_ in facts_of(text)] == [
        "Keeps records with the help of ICT and on paper",
        "Knows the curriculum for Key Stage 2",
        "Drives a minibus",
    ]


def test_bullets_and_methods_stack_inside_the_cells_of_a_table_out_of_word() -> None:
    text = (
        "Person specification\n\tEssential\tDesirable\tHow identified\n"
        "Experience\t•\tTeaching phonics\n"
        "•\tPlanning lessons\t•\tLeading a choir\tApplication form\nInterview\n"
        "Skills\t•\tSings well\t\tLesson observation\nReferences\n"
    )

    assert facts_of(text) == [
        ("Teaching phonics", "Experience", "essential", "AI"),
        ("Planning lessons", "Experience", "essential", "AI"),
        ("Leading a choir", "Experience", "desirable", "AI"),
        ("Sings well", "Skills", "essential", "OR"),
    ]


def test_a_dot_before_another_column_is_a_mark() -> None:
    text = (
        "Person specification\nCriteria\tEssential\tDesirable\tAssessed by\n"
        "Teaching phonics\t•\t\tInterview\nLeading a choir\t\t•\tInterview\nSings well\t•\t\tReference\n"
    )

    assert [(need, how) for _, _, need, how in facts_of(text)] == [
        ("essential", "I"),
        ("desirable", "I"),
        ("essential", "R"),
    ]


LISTED = (
    "Person specification\nEssential\n- Plans lessons for\n  the choir\n- Reads music\nDesirable\n- Sings"
)


def test_an_answered_e_mail_is_read_without_its_quotation_signs() -> None:
    quoted = "Thanks, here it is.\n\n" + "\n".join(f"> {line}" for line in LISTED.split("\n"))

    assert facts_of(quoted) == facts_of(LISTED)
    assert len(facts_of(LISTED)) == 3


def test_a_few_quotation_signs_are_kept() -> None:
    text = "Person specification\nEssential\n- Plans lessons\n- Reads music\n- Attendance\n> 95 % last year\n"

    assert "> 95 %" in " ".join(line.text for line in read_text(text).lines)


def test_dots_that_stand_before_their_list_go_to_its_lines() -> None:
    text = (
        "Person specification\nMUST HAVE\nTickets and papers\n\n•\n•\n\nReads music\nSings well\n\n"
        "NICE TO HAVE\nOn the road\n\n•\n\nDrives a minibus\n"
    )

    assert facts_of(text) == [
        ("Reads music", "Tickets and papers", "essential", ""),
        ("Sings well", "Tickets and papers", "essential", ""),
        ("Drives a minibus", "On the road", "desirable", ""),
    ]


def test_leads_stand_over_lists_that_have_lost_their_dots() -> None:
    text = (
        "Who we’re looking for\n\nExperience\n\nYou will have:\n\nExperience of running clubs\n"
        "A record of meeting deadlines\n\nIt would be great if you also had:\n\nExperience of fundraising\n"
    )

    assert [(text, need) for text, _, need, _ in facts_of(text)] == [
        ("Experience of running clubs", "essential"),
        ("A record of meeting deadlines", "essential"),
        ("Experience of fundraising", "desirable"),
    ]


def test_cells_between_blank_lines_keep_their_printed_lines_together() -> None:
    text = (
        "Person specification\n\nNo.\n\nCriteria\n\nE/D\n\nAssessed by\n\nExperience\n1.1\n\n"
        "A good education, with\nEnglish and Mathematics\n\nE\n\nA\n\n1.2\n\nBasic knowledge of\n"
        "COSHH and risk assessment\n\nD\n\nI\n\n1.3\n\nReads music\n\nE\n\nA, I\n\n"
    )

    assert facts_of(text) == [
        ("A good education, with English and Mathematics", "Experience", "essential", "A"),
        ("Basic knowledge of COSHH and risk assessment", "Experience", "desirable", "I"),
        ("Reads music", "Experience", "essential", "AI"),
    ]


def test_a_form_code_on_each_page_is_no_row() -> None:
    rows = "Criteria\nE/D\nEvidence\nReads music\nE\nA\n{code}Sings\nD\nI\nDances\nE\nA\n{code}"
    text = "Person specification\n" + rows

    assert facts_of(text.format(code="DCPS/BS/2024\n")) == facts_of(text.format(code=""))


def test_letters_at_the_right_part_the_rows_of_two_texts_held_by_spaces() -> None:
    text = """Person specification

Essential                              Desirable                        Evidence
1. Experience
Responsibility for a class of pupils   Leading a choir                  A, I
aged seven to nine
Planning lessons                                                        A
2. Skills
Sings well enough to lead              Plays the piano in               I
singing                                assembly
"""

    assert facts_of(text) == [
        ("Responsibility for a class of pupils aged seven to nine", "Experience", "essential", "AI"),
        ("Leading a choir", "Experience", "desirable", "AI"),
        ("Planning lessons", "Experience", "essential", "A"),
        ("Sings well enough to lead singing", "Skills", "essential", "I"),
        ("Plays the piano in assembly", "Skills", "desirable", "I"),
    ]


def test_two_ticks_in_one_column_make_every_mark_of_the_table_doubtful() -> None:
    text = """Person specification

Criteria                 Essential  Desirable  Form  Interview
Teaches phonics          ✓                     ✓
Leads a choir                       ✓          ✓     ✓
Reads music              ✓ ✓
"""
    found = read_text(text)

    assert all({"evidence", "requirement"} <= set(item.check) for item in found.criteria)
    straight = read_text(text.replace("✓ ✓\n", "✓                           ✓\n"))
    assert [item.check for item in straight.criteria] == [()] * 3
    assert [need for _, _, need, _ in facts(straight)] == ["essential", "desirable", "essential"]


def test_a_number_beside_the_requirement_is_the_weight_of_its_row() -> None:
    text = """Person specification
Criteria Requirement Weighting Method of assessment
Qualifications
A diploma in plumbing Essential 3 Application form and certificates
A teaching qualification, or willingness to
complete one within two years Essential 2 Application form
Knowledge and skills
Knows the gas regulations Desirable 1 Interview
"""
    assert [(item.text, item.weight) for item in read_text(text).criteria] == [
        ("A diploma in plumbing", 3),
        ("A teaching qualification, or willingness to complete one within two years", 2),
        ("Knows the gas regulations", 1),
    ]
    assert [(section, how) for _, section, _, how in facts_of(text)] == [
        ("Qualifications", "AC"),
        ("Qualifications", "A"),
        ("Knowledge and skills", "I"),
    ]


def test_evidence_in_brackets_below_a_list_speaks_of_the_whole_list() -> None:
    listed = "Person specification\nSKILLS\nEssential\n• Plans menus\nDesirable\n• Knows HACCP\n"
    text = f"{listed}(Evidence: interview)\n"

    assert [how for *_, how in facts_of(text)] == ["I", "I"]


def test_the_name_of_the_school_at_the_head_of_a_page_is_no_section() -> None:
    text = "Larkfield Academy\nPerson specification\nSkills:\n• Neat (E)\n{head}• Calm (E)\n• Kind (D)\n"

    assert facts_of(text.format(head="Larkfield Academy\n")) == facts_of(text.format(head=""))


def test_two_lists_with_a_tab_between_them_are_two_columns() -> None:
    text = (
        "Person specification\n\nExperience\n\nEssential\tDesirable\n"
        "    • Cleans well\n    • Mends taps\n\t\n"
        "    • Works in a school\nMethod of assessment: Interview\n\nSkills\n\nEssential\tDesirable\n"
        "    • Keeps records\n\t\n\nMethod of assessment: Application form\n"
    )

    assert facts_of(text) == [
        ("Cleans well", "Experience", "essential", "I"),
        ("Mends taps", "Experience", "essential", "I"),
        ("Works in a school", "Experience", "desirable", "I"),
        ("Keeps records", "Skills", "essential", "A"),
    ]


def test_lines_in_small_letters_below_a_lead_are_items() -> None:
    wide = "The House Matron looks after the care of the girls in the house, closely with the Housemistress."
    listed = "good education\nexperience of caring\na licence\n"
    text = f"{wide}\n\nThe Person\n\nIt is essential that you have:\n\n{listed}"

    assert [(text, need) for text, _, need, _ in facts_of(text)] == [
        ("good education", "essential"),
        ("experience of caring", "essential"),
        ("a licence", "essential"),
    ]


def test_requirement_over_words_may_head_one_cell_a_line() -> None:
    text = """Person specification
Criteria
Requirement
Evidence
Qualifications
A diploma
Essential
AF/C
Experience
Reading with children
Desirable
AF
Working in a church school
Desirable
AF
"""
    assert facts_of(text) == [
        ("A diploma", "Qualifications", "essential", "AC"),
        ("Reading with children", "Experience", "desirable", "A"),
        ("Working in a church school", "Experience", "desirable", "A"),
    ]


def test_practicalities_are_no_practical_test() -> None:
    text = "Person specification\nEssential\nCharacter\n- Discreet\nPracticalities\n- Can travel\n"

    assert [how for *_, how in facts_of(text)] == ["", ""]


def test_a_name_held_by_wide_spaces_before_a_dot_stays_in_its_column() -> None:
    text = """Person specification

Attribute       Requirements              Essential or desirable   Assessed by
EXPERIENCE      • Reading with children   E                        A
                • Leading a group         D                        I
"""
    assert [(text, need, how) for text, _, need, how in facts_of(text)] == [
        ("Reading with children", "essential", "A"),
        ("Leading a group", "desirable", "I"),
    ]


def test_a_name_before_a_dot_leaves_the_lines_their_numbers() -> None:
    found = read_text("Person specification\nEssential\nExperience • Leads a group\nSkills • Sings\n")

    assert [(item.text, item.source.line) for item in found.criteria] == [("Leads a group", 3), ("Sings", 4)]
