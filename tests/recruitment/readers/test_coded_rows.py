"""E1 and D2 beside or before wordings, where nothing else says what is essential."""

import pytest

from tests.recruitment.readers.samples import facts_of

CODED = [("Sings in tune", "essential"), ("Drives a van", "desirable"), ("Reads music", "essential")]
ROWS = "E1{0}Sings in tune{0}A\nD1{0}Drives a van{0}I\nE2{0}Reads music{0}A/I\n"


@pytest.mark.parametrize(
    "head", ["Ref\tCriteria\tEvidence", "\tWhat we ask for\tWhere assessed", "No\tSkills\tMoA"]
)
def test_codes_in_a_column_of_their_own_say_what_is_essential(head: str) -> None:
    found = facts_of(f"Person specification\n{head}\n{ROWS.format(chr(9))}")

    assert [(text, need) for text, _, need, _ in found] == CODED
    assert [how for *_, how in found] == ["A", "I", "AI"]


def test_the_name_of_a_section_in_the_column_of_codes_is_no_code() -> None:
    rows = ROWS.format(" | ").replace("\n", " |\n| ").removesuffix("| ")
    found = facts_of(
        "Person specification\n| Ref | Criteria | Evidence |\n|---|---|---|\n| Skills | | |\n| " + rows
    )

    assert [(text, section, need) for text, section, need, _ in found] == [
        (text, "Skills", need) for text, need in CODED
    ]


def test_a_row_with_a_code_and_a_method_is_no_further_head() -> None:
    found = facts_of(
        "Person specification\n| Area | Ref | Criteria | Evidence |\n|---|---|---|---|\n"
        "| Attributes | E1 | Smart appearance | Interview |\n| Attributes | E2 | Patience | Interview |\n"
        "| Attributes | D3 | Commitment to your own growth | Application |\n"
    )

    assert [(text, need) for text, _, need, _ in found][2:] == [
        ("Commitment to your own growth", "desirable")
    ]
