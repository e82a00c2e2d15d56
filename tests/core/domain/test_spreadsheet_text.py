"""Text in CSV never becomes a formula."""

import pytest

from core.domain.spreadsheet_text import guard_formula


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+44 20", "-2", "@SUM(A1)", "\t=1", "\rx", "\nx", "  =1", "＝1", "＋1", "－1", "＠x"],
)
def test_what_begins_like_a_formula_is_guarded(text: str) -> None:
    assert guard_formula(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", " ", "Carys = Beddoes", "2 - 1", "'=1", "a\tb"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guard_formula(text) == text
