"""Words that went and words that came, inside one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.word_changes import Fate, word_changes


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("Plans lessons", "Plans lessons", [("kept", "Plans lessons")]),
        (
            "Experience of working with children",
            "Experience of working with young children",
            [("kept", "Experience of working with "), ("new", "young "), ("kept", "children")],
        ),
        (
            "Grade 3, term time",
            "Grade 4, term time",
            [("kept", "Grade "), ("gone", "3"), ("new", "4"), ("kept", ", term time")],
        ),
        ("Sings", "Keeps bees well", [("gone", "Sings"), ("new", "Keeps bees well")]),
        ("", "Keeps bees", [("new", "Keeps bees")]),
        ("Keeps bees", "", [("gone", "Keeps bees")]),
        ("", "", []),
    ],
)
def test_what_went_and_what_came(before: str, after: str, pieces: list[tuple[str, str]]) -> None:
    assert [(piece.fate.value, piece.text) for piece in word_changes(before, after)] == pieces


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_pieces_make_both_lines(before: str, after: str) -> None:
    pieces = word_changes(before, after)

    assert "".join(piece.text for piece in pieces if piece.fate != Fate.NEW) == before
    assert "".join(piece.text for piece in pieces if piece.fate != Fate.GONE) == after
