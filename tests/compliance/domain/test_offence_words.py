"""One rule on words of offences in two degrees: what is refused when typed is always set aside when read."""

import pytest

from compliance.domain.offence_words import may_tell_offence, tells_offence


@pytest.mark.parametrize(
    ("text", "plain", "hint"),
    [
        ("", False, False),
        ("Keyholder, reference from the court school", False, True),
        ("Convicted of theft in 2009", True, True),
        ("theft", True, True),
        ("criminal damage 2012", True, True),
        ("Conviction 1998, spent", False, True),
        ("positive DBS, see head", False, True),
        ("Any convictions or cautions", False, False),
        ("No convictions or cautions disclosed", False, False),
        ("Never charged", False, False),
        ("No convictions, but a caution for criminal damage", True, True),
        ("not cautioned. Drink-driving in 2012", True, True),
    ],
)
def test_what_plainly_tells_is_refused_and_what_hints_is_set_aside(
    text: str, plain: bool, hint: bool
) -> None:
    assert (tells_offence(text), may_tell_offence(text)) == (plain, hint)
