import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.row_matching import match_rows


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("abc", "abc", [0, 1, 2]),
        ("abc", "ac", [0, 2]),
        ("abc", "abx", [0, 1, 2]),
        ("abc", "xabc", [None, 0, 1, 2]),
        ("abc", "cba", [2, 1, 0]),
        ("abc", "xcy", [0, 2, 1]),
        ("aa", "a", [0]),
        ("a", "aa", [0, None]),
        ("", "ab", [None, None]),
        ("ab", "", []),
    ],
)
def test_match_rows(before: str, after: str, expected: list[int | None]) -> None:
    assert match_rows(before, after) == expected


@given(st.text(alphabet="abcd", max_size=8), st.text(alphabet="abcd", max_size=8))
def test_match_rows_uses_no_row_twice_and_none_in_vain(before: str, after: str) -> None:
    origins = match_rows(before, after)
    used = [origin for origin in origins if origin is not None]

    assert len(origins) == len(after)
    assert len(used) == len(set(used)) == min(len(before), len(after))
