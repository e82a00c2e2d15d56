"""Letters of a PDF page put together to words."""

import pytest

from recruitment.readers.pdf_view import Letter
from recruitment.readers.pdf_words import Word, words_of


def letter(text: str, x: float, *, top: float = 100.0, width: float = 5.0, font: str = "Arial") -> Letter:
    return Letter(text, font, "", x, top, x + width, top + 10.0)


def texts(*letters: Letter) -> list[str]:
    return [word.text for word in words_of(letters)]


def test_a_word_reaches_over_its_letters_and_has_the_looks_of_its_font() -> None:
    letters = [letter("O", 50, font="Arial-BoldItalic"), letter("K", 55, top=98, font="Arial-BoldItalic")]

    assert words_of(letters) == [Word("OK", 50, 60, 98, 110, bold=True, italic=True)]


@pytest.mark.parametrize(("gap", "expected"), [(0.0, ["AB"]), (3.0, ["AB"]), (3.1, ["A", "B"])])
def test_a_wide_gap_parts_words(gap: float, expected: list[str]) -> None:
    assert texts(letter("A", 50), letter("B", 55 + gap)) == expected


@pytest.mark.parametrize(("lap", "expected"), [(1.7, ["AB"]), (1.9, ["A", "B"])])
def test_a_letter_that_lies_over_the_one_before_begins_a_word(lap: float, expected: list[str]) -> None:
    assert texts(letter("A", 50), letter("B", 55 - lap)) == expected


@pytest.mark.parametrize(("lower", "expected"), [(3.0, ["AB"]), (3.1, ["A", "B"])])
def test_letters_at_another_height_are_another_line(lower: float, expected: list[str]) -> None:
    assert texts(letter("A", 50), letter("B", 55, top=100 + lower)) == expected


def test_letters_far_apart_in_height_are_parted_though_others_stand_between() -> None:
    letters = [letter("A", 50), letter("B", 55, top=103), letter("C", 45, top=106)]

    assert texts(*letters) == ["C", "AB"]


def test_blanks_and_another_font_part_words() -> None:
    letters = [letter("A", 50), letter(" ", 55), letter("B", 60), letter("C", 65, font="Arial-Bold")]

    assert texts(*letters) == ["A", "B", "C"]


def test_words_are_read_from_left_to_right_in_whatever_order_they_are_drawn() -> None:
    assert texts(letter("B", 55), letter("C", 60), letter("A", 50)) == ["ABC"]


def test_no_letters_are_no_words() -> None:
    assert words_of([]) == []
    assert texts(letter(" ", 50), letter("\u00a0", 55)) == []
