import re

import pytest

from core.documents.refusals import REFUSALS, refuse

WHAT_TO_DO = re.compile(
    r"\b(upload|Upload|choose it again|Ask|Tell|Try again|ask for|print it|tell)\b",
)


@pytest.mark.parametrize("code", sorted(REFUSALS))
def test_refusals_are_sentences_that_say_what_to_do(code: str) -> None:
    message = REFUSALS[code]
    first, _, rest = message.partition(". ")

    assert re.fullmatch(r"[a-z][a-z0-9_]*", code)
    assert first[0].isupper()
    assert message.endswith(".")
    assert WHAT_TO_DO.search(rest) is not None


def test_refuse_fills_in_the_blanks() -> None:
    error = refuse("kind_not_allowed", found="a PDF", allowed="a Word document (.docx)")

    assert (error.code, error.message, error.field) == (
        "kind_not_allowed",
        "This is a PDF, and it cannot be used here. Upload a Word document (.docx) instead.",
        None,
    )


def test_refuse_takes_braces_in_values_as_they_are() -> None:
    assert "({0.__class__})" in refuse("virus_found", name="{0.__class__}").message
