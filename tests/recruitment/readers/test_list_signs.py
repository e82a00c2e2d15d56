"""Ticks and bare numbers in place of dots."""

import pytest

from recruitment.readers.blocks import Block, Line
from recruitment.readers.list_signs import take_list_signs, without_tick_bullets
from tests.recruitment.readers.samples import facts_of, line, table


def taken(*texts: str) -> list[tuple[str, str]]:
    blocks = take_list_signs([line(text) for text in texts])
    return [(block.text, block.marker) for block in blocks if isinstance(block, Line)]


def test_three_lines_with_ticks_are_a_list() -> None:
    assert taken("Essential", "✓ Plans lessons", "✓ Marks work", "☑ Reads music") == [
        ("Essential", ""),
        ("Plans lessons", "bullet"),
        ("Marks work", "bullet"),
        ("Reads music", "bullet"),
    ]


@pytest.mark.parametrize("third", ["✓ Yes", "✓", "Reads music ✓", "✗ Reads music"])
def test_two_lines_with_ticks_are_none(third: str) -> None:
    texts = ["✓ Plans lessons", "✓ Marks work", third]

    assert taken(*texts) == [(text, "") for text in texts]


def test_ticks_in_cells_and_in_list_items_stay() -> None:
    blocks: list[Block] = [
        table(["✓ Plans lessons"], ["✓ Marks work"], ["✓ Reads music"]),
        *(line(f"✓ Reads {what}", marker="bullet") for what in ("music", "French", "maps")),
    ]

    assert take_list_signs(blocks) == blocks


def test_numbers_from_one_on_are_a_list_across_its_headings() -> None:
    assert taken("1 Plans lessons", "2 A degree", "Skills", "3 GCSE English", "4 Reads music") == [
        ("Plans lessons", "number"),
        ("A degree", "number"),
        ("Skills", ""),
        ("GCSE English", "number"),
        ("Reads music", "number"),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["1 Plans lessons", "2 A degree", "3 Reads music"],
        ["1 Plans lessons", "2 A degree", "4 Reads music", "5 Marks work"],
        ["2 Plans lessons", "3 A degree", "4 Reads music", "5 Marks work"],
        ["1 plans lessons", "2 marks work", "3 reads music", "4 drives"],
        ["1 GCSE", "2 GCSEs", "3 A levels", "10 Marks work"],
    ],
)
def test_numbers_that_do_not_count_on_are_none(texts: list[str]) -> None:
    assert taken(*texts) == [(text, "") for text in texts]


def test_a_list_that_begins_again_is_counted_anew() -> None:
    first = ["1 Plans lessons", "2 Marks work"]
    second = ["1 A degree", "2 A diploma", "3 First aid", "4 GCSE English"]

    assert taken(*first, *second) == [
        *((text, "") for text in first),
        *((text[2:], "number") for text in second),
    ]


def test_physical_lines_with_ticks_become_bullets_without_those_of_tables() -> None:
    ticked = ["✓ Plans lessons", "  ✓ Marks work", "✓ Reads music"]

    assert without_tick_bullets([*ticked, "✓ Sings in tune\tE", "Skills"]) == [
        "• Plans lessons",
        "• Marks work",
        "• Reads music",
        "✓ Sings in tune\tE",
        "Skills",
    ]
    assert without_tick_bullets(ticked[:2]) == ticked[:2]


def test_ticks_and_numbers_leave_the_wordings_clean() -> None:
    ticked = "Person specification\nEssential\n✓ Plans lessons\n✓ Marks work\n✓ Reads music\n"
    numbered = (
        "Person specification\nEssential\n1 Plans lessons\n2 Marks work\nDesirable\n3 A degree\n4 First aid\n"
    )

    assert facts_of(ticked) == [
        ("Plans lessons", None, "essential", ""),
        ("Marks work", None, "essential", ""),
        ("Reads music", None, "essential", ""),
    ]
    assert facts_of(numbered) == [
        ("Plans lessons", None, "essential", ""),
        ("Marks work", None, "essential", ""),
        ("A degree", None, "desirable", ""),
        ("First aid", None, "desirable", ""),
    ]
