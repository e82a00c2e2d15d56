"""Tables as they arrive in pasted text."""

from recruitment.readers.reader import read_text
from tests.recruitment.readers.samples import facts_of

EXPECTED = [
    ("Teaching phonics", "Experience", "essential", "AI"),
    ("Leading a choir", "Experience", "desirable", "A"),
    ("Plans lessons well", "Skills", "essential", "I"),
]


def test_tabs() -> None:
    text = (
        "Criteria\tEssential\tDesirable\tEvidence\nExperience\nTeaching phonics\tX\t\tA/I\nLeading a "
        "choir\t\tX\tA\n\nSkills\t\t\t\nPlans lessons well\tX\t\tI\n"
    )

    assert facts_of(text) == EXPECTED


def test_pipes_on_one_line() -> None:
    text = (
        "| Criteria | Essential | Desirable | Evidence |\n|---|---|---|---|\n| **Experience** | | | "
        "|\n| Teaching phonics | ✓ | | A, I |\n| Leading a choir | | ✓ | A |\n| **Skills** | | | |\n"
        "| Plans lessons well | ✓ | | I |\n"
    )

    assert facts_of(text) == EXPECTED


def test_pipes_over_several_lines() -> None:
    text = """| FACTORS |
ESSENTIAL |
DESIRABLE |
HOW IDENTIFIED |
| Experience |
Teaching phonics |
Leading a choir |
Application form;
Interview. |
| Plans lessons
well |
|
Interview. |
|
Writes plays for the
Summer Fair |
Interview. |
"""
    assert facts_of(text) == [
        ("Teaching phonics", "Experience", "essential", "AI"),
        ("Leading a choir", "Experience", "desirable", "AI"),
        ("Plans lessons well", "Experience", "essential", "I"),
        ("Writes plays for the Summer Fair", "Experience", "desirable", "I"),
    ]


def test_wide_spaces() -> None:
    text = """                            Essential   Desirable   Evidence
Experience
Teaching phonics                X                     A/I
Leading a choir                             X         A
Skills
Plans lessons well              X                     I
"""
    assert facts_of("Person Specification\n" + text) == EXPECTED


def test_slashes_with_vanished_cells() -> None:
    text = """Selection Criteria / Essential / Desirable / A=ApplicationI =Interview
Experience
Teaching phonics / E / AI
Leading a choir / D / A
Skills
Plans lessons well / E / I
"""
    assert facts_of(text) == EXPECTED


def test_slashes_with_stacked_letters() -> None:
    text = """ATTRIBUTES / CRITERIA / Essential /Desirable / ASSESSMENT METHOD
Experience / · Teaching phonics
· Leading a choir / E
D / A, I
A
Skills / · Plans lessons well / E / I
"""
    assert facts_of(text) == EXPECTED


def test_a_slash_inside_a_wording_does_not_cut_it() -> None:
    text = (
        "Criteria / Essential / Desirable / Evidence\nTraining done before starting / in the first "
        "year / E / A\nCan sing / D / I\n"
    )

    assert facts_of(text) == [
        ("Training done before starting / in the first year", None, "essential", "A"),
        ("Can sing", None, "desirable", "I"),
    ]


def test_nothing_between_the_cells() -> None:
    text = """Person Specification
Experience Teaching phonics E Application/Interview
Leading a choir D Application
Skills Plans lessons well E Interview
"""
    assert facts_of(text) == EXPECTED


def test_one_cell_a_line_keeps_evidence_and_does_not_guess_the_lost_column() -> None:
    text = """Person specification
Criteria

Essential

Desirable

How identified
and assessed*

AP - application, AS - assessment, I - interview

Experience

Teaching phonics
X

AP, AS
Leading a choir
X

AP, I
Knowledge / skills

Plans lessons well
X

I
"""
    assert facts_of(text) == [
        ("Teaching phonics", "Experience", None, "AT"),
        ("Leading a choir", "Experience", None, "AI"),
        ("Plans lessons well", "Knowledge / skills", None, "I"),
    ]


def test_letters_in_place_of_ticks_keep_the_evidence_when_the_column_is_lost() -> None:
    text = (
        "Person Specification\nExperience / ESSENTIAL / DESIRABLE\n1 / Teaching phonics / A / I\n2 / "
        "Leading a choir / A\n"
    )

    assert facts_of(text) == [
        ("Teaching phonics", "Experience", None, "AI"),
        ("Leading a choir", "Experience", None, "A"),
    ]


def test_side_by_side_bullets_in_tabbed_cells() -> None:
    text = (
        "CATEGORY\tESSENTIAL\tDESIRABLE\tHOW ASSESSED\nExperience\t• Teaching phonics\t• Leading a "
        "choir\n• Camping with children\tApplication formInterview\n"
    )

    assert facts_of(text) == [
        ("Teaching phonics", "Experience", "essential", "AI"),
        ("Leading a choir", "Experience", "desirable", "AI"),
        ("Camping with children", "Experience", "desirable", "AI"),
    ]


def test_stacked_signs_part_the_wordings_beside_them_by_count() -> None:
    text = """Person specification
Key: A - Application  I - Interview

Area             Criteria                                 E or D     Assessed by

Qualifications   A recognised certificate in housing law  E          A / I
and training     Foundation degree in horticulture        D          A
                 Keeps up with changes in the law of the  E          I
                 land

Skills           Patient and kind                         E          I
                 Resilient under pressure                 D          A / I
"""
    assert facts_of(text) == [
        ("A recognised certificate in housing law", "Qualifications and training", "essential", "AI"),
        ("Foundation degree in horticulture", "Qualifications and training", "desirable", "A"),
        ("Keeps up with changes in the law of the land", "Qualifications and training", "essential", "I"),
        ("Patient and kind", "Skills", "essential", "I"),
        ("Resilient under pressure", "Skills", "desirable", "AI"),
    ]


def test_heads_wrapped_under_their_own_words_and_broken_inside_them() -> None:
    text = """Person specification

Criteria                          Requir  Prefer  Intervi  Referen
                                  ed      red     ew       ce

Answers the telephone politely    X               X

Keeps the key register up to      X                        X
date

Drives a minibus                          X       X        X
"""
    assert facts_of(text) == [
        ("Answers the telephone politely", None, "essential", "I"),
        ("Keeps the key register up to date", None, "essential", "R"),
        ("Drives a minibus", None, "desirable", "IR"),
    ]


def test_letters_of_two_methods_do_not_split_their_column() -> None:
    text = """Person specification
Key: S = Supporting statement  TS = Test

Criteria                          Essential   Desirable

Answers the telephone politely    S, TS

Keeps the key register            TS

Drives a minibus                              S, TS

Mends a fence                     S
"""
    assert [(text, need, how) for text, _, need, how in facts_of(text)] == [
        ("Answers the telephone politely", "essential", "AT"),
        ("Keeps the key register", "essential", "T"),
        ("Drives a minibus", "desirable", "AT"),
        ("Mends a fence", "essential", "A"),
    ]


def test_one_wording_without_what_the_others_have_is_doubtful() -> None:
    text = (
        "Person specification\nCriteria\tE/D\tAssessed by\nTeaching phonics\tE\tA\nLeading a choir\tD\tI\n"
        "Plans lessons well\t\t\nSings in tune\tE\tA, I\nReads music\tE\tI\n"
    )

    checks = {item.text: item.check for item in read_text(text).criteria}

    assert checks["Plans lessons well"] == ("evidence", "requirement")
    assert checks["Teaching phonics"] == ()


def test_marks_wrapped_on_to_a_line_of_their_own_belong_to_the_line_above() -> None:
    text = (
        "Person specification\n* denotes an essential requirement; the others are desirable.\n\n"
        "- Two years of running a busy office in a large school or a college of some kind.\n*\n"
        "- Accurate typing.\n- Keeps the register. *\n"
    )

    assert [need for _, _, need, _ in facts_of(text)] == ["essential", "desirable", "essential"]


def test_evidence_before_the_requirement_in_a_list_of_cells() -> None:
    text = (
        "Person specification\nCriteria\nAssessment\nEssential or desirable\nTeaching phonics\nI\nessential\n"
        "Leading a choir\nR\ndesirable\nPlans lessons well\nA, I\nessential\n"
    )

    assert [(need, how) for _, _, need, how in facts_of(text)] == [
        ("essential", "I"),
        ("desirable", "R"),
        ("essential", "AI"),
    ]


def test_a_remark_behind_a_wording_is_left_over_once() -> None:
    text = (
        "Person specification\nEssential\n- Shares our values. You will find them on our website.\n"
        "- Accurate typing.\n"
    )

    assert read_text(text).unread == ("You will find them on our website.",)


def test_a_slash_in_a_head_of_one_cell_a_line_parts_no_cells() -> None:
    text = (
        "Person specification\nKey: S: Supporting statement  IN: Interview\nEssential / Desirable\n"
        "How evidenced\nTeaching phonics\nE\nS IN\nLeading a choir\nD\nIN\nPlans lessons well\nE\nS\n"
    )

    assert [(text, need, how) for text, _, need, how in facts_of(text)] == [
        ("Teaching phonics", "essential", "AI"),
        ("Leading a choir", "desirable", "I"),
        ("Plans lessons well", "essential", "A"),
    ]


def test_a_wide_head_repeated_over_each_row_heads_every_one() -> None:
    head = "Criteria                      Essential      Desirable      How assessed\n"
    mark = "     X                          A\n"
    rows = [f"Keeps record number {number:<10}{mark}" for number in range(10, 50)]

    read = facts_of("Person specification\n" + "".join(head + row for row in rows))

    assert read == [(f"Keeps record number {number}", None, "essential", "A") for number in range(10, 50)]


def test_essential_in_a_row_does_not_begin_the_head_again() -> None:
    text = """Person specification

Category      Skills                              Essential/Desirable

Experience    Teaching phonics                    Essential

Experience    Planning lessons                    Essential

Skills        Leading a choir                     Desirable
"""
    assert facts_of(text) == [
        ("Teaching phonics", "Experience", "essential", ""),
        ("Planning lessons", "Experience", "essential", ""),
        ("Leading a choir", "Skills", "desirable", ""),
    ]
