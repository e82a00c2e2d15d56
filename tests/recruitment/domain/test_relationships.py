"""Who on a panel a candidate's words may mean."""

import pytest

from recruitment.domain.relationships import find_named

PANEL = ("Gwen Pritchard", "Tom Ellery", "Anne Lloyd-Jones")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("My cousin Gwen Pritchard is a governor", ("Gwen Pritchard",)),
        ("MRS PRITCHARD, and mr ellery.", ("Gwen Pritchard", "Tom Ellery")),
        ("I am Gwen Pritchard’s niece", ("Gwen Pritchard",)),
        ("Anne Lloyd-Jones taught me", ("Anne Lloyd-Jones",)),
        ("Anne Jones taught me", ()),
        ("The Pritchards next door", ()),
        ("Gwen in the office", ()),
        ("", ()),
    ],
)
def test_find_named(words: str, expected: tuple[str, ...]) -> None:
    assert find_named(words, PANEL) == expected


def test_find_named_passes_over_people_without_a_name() -> None:
    assert find_named("My cousin", ["", " "]) == ()
