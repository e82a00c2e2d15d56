"""What a person is asked to look at, and what not."""

import pytest

from recruitment.readers.reader import read_text


def checks(text: str) -> dict[str, tuple[str, ...]]:
    return {item.text: item.check for item in read_text(f"Person specification\n{text}").criteria}


TABLE = "Criteria\tE/D\tAssessed by\nTeaching phonics\tE\tA\nLeading a choir\tD\tI\nReads music\tE\tI\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Plans lessons for the\tE\tA", ("text",)),
        ("Plans lessons for the team\tE\tA", ()),
        ("Plans lessons; and\tE\tA", ()),
        ("Plans lessons √ and trips\tE\tA", ("text",)),
    ],
)
def test_a_wording_that_stops_in_the_middle_is_doubtful(line: str, expected: tuple[str, ...]) -> None:
    assert checks(TABLE + line)[line.partition("\t")[0]] == expected


def test_a_wording_that_begins_in_the_middle_makes_the_one_above_doubtful_too() -> None:
    found = checks(TABLE + "Drives a van\tE\tA\nwith a trailer behind it\tE\tA\n")

    assert found["Drives a van"] == found["with a trailer behind it"] == ("text",)
    assert found["Reads music"] == ()


def test_where_all_wordings_begin_small_none_is_doubtful() -> None:
    assert set(checks("- sings in tune\n- reads music\n- drives a van\n").values()) == {()}


def test_a_head_that_belongs_to_no_table_makes_the_requirement_doubtful() -> None:
    listed = "- Sings in tune\n- Reads music\n- Drives a van\n"

    assert set(checks(f"Essential Desirable Assessed by\n{listed}").values()) == {("requirement",)}
    assert set(checks(listed).values()) == {()}


def test_a_tick_below_a_head_that_says_nothing_is_doubtful() -> None:
    rows = "Sings in tune\t✓\t\tA\nReads music\t\t✓\tI\nDrives a van\t✓\t\tA\n"
    found = checks(f"Criteria\tZq vv x ww uu\tDesirable\tAssessed by\n{rows}")

    assert "evidence" in found["Sings in tune"]
    assert found["Reads music"] == ()


def test_a_d_below_essential_is_doubtful() -> None:
    rows = "Sings in tune\tE\t\tA\nReads music\tD\t\tI\nDrives a van\t\tD\tA\n"
    found = checks(f"Criteria\tEssential\tDesirable\tAssessed by\n{rows}")

    assert found == {"Sings in tune": (), "Reads music": ("requirement",), "Drives a van": ()}


def test_letters_that_are_one_code_or_two_are_doubtful_without_a_key() -> None:
    assert checks(TABLE + "Drives a van\tE\tAP\n")["Drives a van"] == ("evidence",)


def test_you_will_have_is_doubtful_where_nothing_is_desirable() -> None:
    expected = "You will have:\n- A degree in a related subject\n- A clean driving licence\n"

    assert set(checks(expected).values()) == {("requirement",)}
    assert checks(f"{expected}It would help if you also have:\n- First aid training\n") == {
        "A degree in a related subject": (),
        "A clean driving licence": (),
        "First aid training": (),
    }
    assert set(checks(expected.replace("will", "must")).values()) == {()}


def test_you_will_have_ends_its_doubt_at_the_next_heading() -> None:
    text = "You will have:\n- A degree in a related subject\nEssential skills\n- Plans lessons\n"

    assert checks(text) == {"A degree in a related subject": ("requirement",), "Plans lessons": ()}


def test_a_lead_that_is_not_understood_makes_what_held_before_doubtful() -> None:
    found = checks(
        "Essential\n- Plans lessons\nWhat matters to our governors and to the parents of the school:\n"
        "- Keeps calm\nDesirable\n- Reads music\n"
    )

    assert found == {"Plans lessons": (), "Keeps calm": ("evidence", "requirement"), "Reads music": ()}


def test_a_lead_right_below_a_requirement_leaves_it_as_it_is() -> None:
    found = checks(
        "Essential\nWhat matters to our governors and to the parents of the school:\n"
        "- Keeps calm\nDesirable\n- Reads music\n"
    )

    assert found == {"Keeps calm": (), "Reads music": ()}


def test_a_few_words_in_capitals_among_others_may_be_the_name_of_a_section() -> None:
    listed = "Person specification\nEssential\n- Plans lessons\n- {shouted}\n- Reads music\n- Sings\n"

    assert [item.check for item in read_text(listed.format(shouted="WHAT YOU KNOW")).criteria] == [
        (),
        ("text",),
        (),
        (),
    ]
    assert not any(item.check for item in read_text(listed.format(shouted="COSHH")).criteria)
    shouted = "Person specification\nEssential\n- PLANS LESSONS\n- READS MUSIC\n"
    assert not any(item.check for item in read_text(shouted).criteria)
