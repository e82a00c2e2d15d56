"""The bullet or number before the words of a line."""

import pytest

from recruitment.readers.wording import split_marker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.2 Teach a class", ("number", "Teach a class")),
        ("2.0 Purpose of the post", ("number", "Purpose of the post")),
        ("1.0 FTE, 195 days a year", ("", "1.0 FTE, 195 days a year")),
        ("0.6 WTE", ("", "0.6 WTE")),
        ("0.5 Full-time equivalent", ("", "0.5 Full-time equivalent")),
        ("1.1 FTEs are counted by the office", ("number", "FTEs are counted by the office")),
        ("• Holds QTS", ("bullet", "Holds QTS")),
        ("Holds QTS", ("", "Holds QTS")),
    ],
)
def test_split_marker(text: str, expected: tuple[str, str]) -> None:
    assert split_marker(text) == expected
