import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.codes import CODE_PATTERN, blind_code, suggest_reference


@pytest.mark.parametrize(("number", "expected"), [(1, "C01"), (9, "C09"), (99, "C99"), (100, "C100")])
def test_blind_code(number: int, expected: str) -> None:
    assert blind_code(number) == expected


def test_blind_code_starts_at_one() -> None:
    with pytest.raises(ValueError, match="start at 1"):
        blind_code(0)


@given(st.integers(1, 99_999), st.integers(1, 99_999))
def test_blind_codes_differ_and_keep_their_shape(one: int, other: int) -> None:
    assert (blind_code(one) == blind_code(other)) == (one == other)
    assert re.match(CODE_PATTERN, blind_code(one))


@pytest.mark.parametrize(
    ("title", "taken", "expected"),
    [
        ("Learning Mentor", [], "LM-26-01"),
        ("Learning Mentor", ["LM-26-01", "lm-26-02"], "LM-26-03"),
        ("Learning Mentor", ["LM-26-02"], "LM-26-01"),
        ("ELSA and Home Link Worker (Model 24)", [], "EHLW-26-01"),
        ("24/7", [], "V-26-01"),
    ],
)
def test_suggest_reference(title: str, taken: list[str], expected: str) -> None:
    assert suggest_reference(title, 2026, taken) == expected
