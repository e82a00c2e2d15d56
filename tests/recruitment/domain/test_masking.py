"""What is hidden in an anonymous candidate's own words, and what stays."""

import pytest

from recruitment.domain.masking import Telling, make_mask

TELLING = Telling(
    people=("Philippa Quartermaine", "Philippa", "Quartermaine", "Mrs Joan Abernethy-Coles, Headteacher"),
    places=(
        "Oakhill Primary School",
        "St Mary’s Church of England Infant School, Leeds",
        "The University of Wealdshire",
        "Primary School",
        "Self-employed",
    ),
    contacts=("Flat 2",),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ran small groups at Oakhill Primary.", "Ran small groups at [hidden]."),
        ("At Oakhill Primary School I led a club", "At [hidden] I led a club"),
        ("We at Oakhill say so", "We at [hidden] say so"),
        ("AT OAKHILL PRIMARY", "AT [hidden]"),
        ("an oakhill of my own", "an oakhill of my own"),
        ("oakhill primary in lower case", "[hidden] in lower case"),
        ("The Oakhills of this world", "The Oakhills of this world"),
        ("St Mary's infants like me", "[hidden] infants like me"),
        ("St  Mary’s\nChurch of England Infant School", "[hidden]"),
        ("a degree of the University of Wealdshire", "a degree of the [hidden]"),
        ("any primary school at all", "any primary school at all"),
        ("self-employed since then", "self-employed since then"),
        ("My name is Philippa Quartermaine.", "My name is [hidden]."),
        ("Mrs Quartermaine, Philippa to friends", "Mrs [hidden] to friends"),
        ("Mrs Abernethy-Coles and Joan agree", "Mrs [hidden] and [hidden] agree"),
        ("the Headteacher agreed", "the Headteacher agreed"),
        ("write to someone.else@school.example now", "write to [hidden] now"),
        ("ring 07700 900461 or +44 7700 900461", "ring [hidden] or [hidden]"),
        ("from 01/09/2019 to 2021, 30 pupils of 300", "from 01/09/2019 to 2021, 30 pupils of 300"),
        ("I live in Flat 2", "I live in [hidden]"),
        ("", ""),
    ],
)
def test_mask(text: str, expected: str) -> None:
    assert make_mask(TELLING)(text) == expected


def test_mask_that_knows_nothing_hides_addresses_alone() -> None:
    assert make_mask(Telling())("Jo of Oakhill, jo@oakhill.example") == "Jo of Oakhill, [hidden]"
