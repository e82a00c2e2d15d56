"""Separate wordings inside one cell or list."""

import pytest

from recruitment.readers.blocks import Line
from recruitment.readers.items import is_filler, items_of, part_listed, split_run_on
from tests.recruitment.readers.samples import line


def texts(*lines: Line) -> list[str]:
    return [item.text for item in items_of(lines).items]


def test_each_bullet_is_a_wording() -> None:
    assert texts(line("Sings", marker="bullet"), line("Dances", marker="bullet")) == ["Sings", "Dances"]


def test_paragraphs_without_bullets_are_wordings_too() -> None:
    assert texts(line("Can sing in tune."), line("Can dance.")) == ["Can sing in tune.", "Can dance."]


def test_a_lower_case_line_goes_on_with_the_wording_above() -> None:
    assert texts(line("Can work under"), line("pressure")) == ["Can work under pressure"]


def test_sub_bullets_belong_to_their_bullet() -> None:
    found = texts(
        line("Can teach", marker="bullet"),
        line("phonics", marker="bullet", level=1),
        line("Sings", marker="bullet"),
    )

    assert found == ["Can teach phonics", "Sings"]


def test_a_lead_in_takes_its_alternatives_with_it() -> None:
    found = texts(
        line("Holds one of these:"),
        line("A degree", marker="bullet"),
        line("or"),
        line("A diploma", marker="bullet"),
    )

    assert found == ["Holds one of these: A degree or A diploma"]


def test_requirement_words_inside_a_cell_hold_for_what_follows() -> None:
    found = items_of(
        [line("Essential"), line("Sings"), line("Desirable:"), line("Dances"), line("Essential: Acts")]
    ).items

    assert [(item.text, item.requirement) for item in found] == [
        ("Sings", "essential"),
        ("Dances", "desirable"),
        ("Acts", "essential"),
    ]


def test_fillers_are_set_apart() -> None:
    found = items_of([line("TO BE COMPLETED BY THE SCHOOL"), line("Sings"), line("N/A")])

    assert ([item.text for item in found.items], found.fillers) == (
        ["Sings"],
        ["TO BE COMPLETED BY THE SCHOOL", "N/A"],
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("N/A", True),
        ("Delete/insert as appropriate", True),
        ("Other requirements as appropriate", True),
        ("Nonetheless calm", False),
        ("Sings", False),
    ],
)
def test_is_filler(text: str, expected: bool) -> None:
    assert is_filler(text) is expected


def test_wordings_that_run_on_without_a_stop_are_parted() -> None:
    assert split_run_on("Works to deadlines Evidence of good planning") == [
        "Works to deadlines",
        "Evidence of good planning",
    ]
    assert split_run_on("Gives evidence of good planning") == ["Gives evidence of good planning"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Essential: a degree; a driving licence; and first aid.",
            ["Essential: a degree", "a driving licence", "first aid"],
        ),
        ("Essential: a degree; a driving licence", ["Essential: a degree", "a driving licence"]),
        ("A degree; a driving licence", ["A degree; a driving licence"]),
        ("A degree; a driving licence; first aid", ["A degree", "a driving licence", "first aid"]),
        (
            "A degree (maths; physics); a driving licence; first aid",
            ["A degree (maths; physics)", "a driving licence", "first aid"],
        ),
        ("A degree [maths; physics]; a driving licence", ["A degree [maths; physics]; a driving licence"]),
        ("A degree (maths; physics; chemistry)", ["A degree (maths; physics; chemistry)"]),
        ("We teach. Plans lessons; marks work; sings", ["We teach. Plans lessons; marks work; sings"]),
        ("Plans lessons; ; marks work; sings", ["Plans lessons; ; marks work; sings"]),
    ],
)
def test_part_listed(text: str, expected: list[str]) -> None:
    assert [part.text for part in part_listed(line(text))] == expected


def test_a_long_sentence_with_semicolons_is_no_list() -> None:
    longest = "word " * 29 + "word"

    assert len(part_listed(line(f"A degree; {longest}; first aid"))) == 3
    assert len(part_listed(line(f"A degree; {longest} word; first aid"))) == 1


def test_a_list_item_with_semicolons_stays_one_wording() -> None:
    bullet = line("Plans lessons; marks work; sings", marker="bullet")

    assert part_listed(bullet) == [bullet]


def test_a_line_in_brackets_goes_on_with_an_open_wording_only() -> None:
    assert texts(line("A degree", marker="bullet"), line("(English or maths)")) == [
        "A degree (English or maths)"
    ]
    assert texts(line("A degree.", marker="bullet"), line("(See our website)")) == [
        "A degree.",
        "(See our website)",
    ]


def test_items_below_a_deeper_first_item_are_wordings_of_their_own() -> None:
    found = texts(
        line("Teaches phonics", marker="bullet", level=1),
        line("Leads a choir", marker="bullet"),
        line("of younger pupils", marker="bullet", level=1),
    )

    assert found == ["Teaches phonics", "Leads a choir of younger pupils"]
