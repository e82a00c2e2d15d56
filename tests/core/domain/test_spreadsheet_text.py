"""Text in CSV never becomes a formula, and a workbook gets no character that it cannot hold."""

import pytest

from core.domain.spreadsheet_text import guard_formula, without_controls


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+44 20", "-2", "@SUM(A1)", "\t=1", "\rx", "\nx", "  =1", "＝1", "＋1", "－1", "＠x"],
)
def test_what_begins_like_a_formula_is_guarded(text: str) -> None:
    assert guard_formula(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", " ", "Carys = Beddoes", "2 - 1", "'=1", "a\tb"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guard_formula(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Teaching\x0bassistant", "Teaching assistant"),
        ("\x00a\x08\x0c\x0e\x1fb", " a    b"),
        ("a\tb\r\nc é 🙂", "a\tb\r\nc é 🙂"),
        ("", ""),
    ],
)
def test_characters_that_no_workbook_holds_become_blanks(text: str, expected: str) -> None:
    assert without_controls(text) == expected
