"""Marks at the end of wordings, and what stands over numbered ones."""

from recruitment.readers.reader import read_text
from tests.recruitment.readers.samples import facts, facts_of

ESSENTIAL = "Person specification\nEssential\n"


def test_methods_in_words_in_brackets_are_evidence_where_most_wordings_have_them() -> None:
    listed = (
        "- Plans lessons (interview)\n- Reads music (application form; interview)\n"
        "- Drives a minibus (application form)\n- Teaches music (choirs)\n"
    )

    assert facts_of(ESSENTIAL + listed) == [
        ("Plans lessons", None, "essential", "I"),
        ("Reads music", None, "essential", "AI"),
        ("Drives a minibus", None, "essential", "A"),
        ("Teaches music (choirs)", None, "essential", ""),
    ]


def test_methods_in_brackets_behind_two_wordings_stay_words() -> None:
    listed = "- Plans lessons (interview)\n- Reads music (application form; interview)\n- Drives a minibus\n"

    assert facts_of(ESSENTIAL + listed) == [
        ("Plans lessons (interview)", None, "essential", ""),
        ("Reads music (application form; interview)", None, "essential", ""),
        ("Drives a minibus", None, "essential", ""),
    ]


def test_methods_in_brackets_behind_fewer_than_half_stay_words() -> None:
    three = "- Plans lessons (interview)\n- Reads music (interview)\n- Drives (application form)\n"
    others = "- Teaches phonics\n- Marks work\n- Keeps calm\n"

    assert [how for *_, how in facts_of(ESSENTIAL + three + others)] == ["I", "I", "A", "", "", ""]
    assert [how for *_, how in facts_of(f"{ESSENTIAL}{three}{others}- Leads a choir\n")] == [""] * 7


CODED = "E1 Plans lessons\nE2 Marks work\nE3 Reads music\nE4 Teaches phonics\nD1 Plays the piano\n"
CODED_READ = [
    ("Plans lessons", "essential"),
    ("Marks work", "essential"),
    ("Reads music", "essential"),
    ("Teaches phonics", "essential"),
    ("Plays the piano", "desirable"),
]


def test_what_stands_over_the_first_code_introduces_the_list() -> None:
    found = read_text(f"Person specification\nOur school sings every day and so do you\n{CODED}")

    assert [(text, need) for text, _, need, _ in facts(found)] == CODED_READ
    assert found.unread == ("Our school sings every day and so do you",)


def test_a_wording_without_a_code_behind_the_first_is_kept_and_to_be_looked_at() -> None:
    found = read_text(f"Person specification\n{CODED}Somebody who sings every single day of term\n").criteria

    assert [(item.text, item.requirement) for item in found[:5]] == CODED_READ
    assert [(item.text, item.check) for item in found[5:]] == [
        ("Somebody who sings every single day of term", ("requirement", "text"))
    ]


def test_lines_to_fill_in_by_hand_are_no_criteria() -> None:
    left = ("I have read this specification", "Agreed by our governors ..........", "☐ Yes")

    found = read_text("\n".join(["Person specification", "Skills", "Plans lessons", *left]))

    assert facts(found) == [("Plans lessons", "Skills", None, "")]
    assert found.unread == left


def test_the_foot_of_a_page_with_its_number_is_no_line() -> None:
    found = read_text(
        f"{ESSENTIAL}- Plans lessons\nOakfield School – page 3\n- Marks work\n"
        "Oakfield person specification page 2 of 4\n- Sings from page 2 of a score\n"
    )

    assert [item.text for item in found.criteria] == [
        "Plans lessons",
        "Marks work",
        "Sings from page 2 of a score",
    ]
    assert found.unread == ()


def test_four_bare_lines_with_methods_in_brackets_head_no_sections() -> None:
    text = (
        "Person specification\nSkills\nPlans lessons (interview)\nReads music (application form)\n"
        "Drives a minibus (application form)\nTeaches phonics (interview)\n"
    )

    assert facts_of(text) == [
        ("Plans lessons", "Skills", None, "I"),
        ("Reads music", "Skills", None, "A"),
        ("Drives a minibus", "Skills", None, "A"),
        ("Teaches phonics", "Skills", None, "I"),
    ]


def test_an_asterisk_behind_a_dash_is_the_sign_that_a_note_explains() -> None:
    text = (
        "Person specification\nItems marked * are essential, all others desirable.\nSkills\n"
        "- * Plans lessons\n- Reads music\n"
    )

    assert facts_of(text) == [
        ("Plans lessons", "Skills", "essential", ""),
        ("Reads music", "Skills", "desirable", ""),
    ]


KEYED = "Person specification\nA = application form, I = interview, R = references\n"


def test_a_requirement_and_letters_may_both_stand_behind_a_wording() -> None:
    listed = "- Plans lessons – E (A, I)\n- Reads music (R) (D)\n- Drives a minibus – D\n- Sings (I)\n"

    assert facts_of(KEYED + listed) == [
        ("Plans lessons", None, "essential", "AI"),
        ("Reads music", None, "desirable", "R"),
        ("Drives a minibus", None, "desirable", ""),
        ("Sings", None, None, "I"),
    ]


def test_letters_in_brackets_without_a_key_are_evidence_where_most_wordings_have_them() -> None:
    listed = "- Plans lessons (A, I)\n- Reads music (A)\n- Drives a minibus (A/R)\n- Teaches music (choirs)\n"

    assert [how for *_, how in facts_of(ESSENTIAL + listed)] == ["AI", "A", "AR", ""]


def test_a_key_of_one_code_on_each_line_is_a_key_and_no_wording() -> None:
    listed = f"{ESSENTIAL}- Plans lessons (Q)\n- Reads music (S)\n"
    found = read_text(f"{listed}\nKey\nQ – references\nS – task set on the day of interview\n")

    assert facts(found) == [
        ("Plans lessons", None, "essential", "R"),
        ("Reads music", None, "essential", "T"),
    ]
    assert found.specifications[0].evidence_key == {
        "Q": "references",
        "S": "task set on the day of interview",
    }


def test_one_line_with_a_code_is_no_key() -> None:
    found = read_text("Person specification\nEssential\n- Plans lessons\n- Q – references from a parent\n")

    assert found.specifications[0].evidence_key == {}
