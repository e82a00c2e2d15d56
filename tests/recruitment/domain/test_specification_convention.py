"""Notes that say what a sign means."""

import pytest

from recruitment.domain.specification_convention import Convention, read_convention


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Essential criteria are marked with *, all the other criteria are desirable.",
            Convention("asterisk", "essential", "desirable"),
        ),
        ("Entries in italics are desirable, not essential", Convention("italic", "desirable", "essential")),
        ("* denotes essential", Convention("asterisk", "essential", None)),
        (
            "Criteria in bold are essential; the rest are desirable",
            Convention("bold", "essential", "desirable"),
        ),
        ("Criteria in bold text are strongly recommended.", None),
        ("Items marked (E) are essential", None),
        ("Criteria are essential unless marked (D).", Convention("letter", "desirable", "essential")),
        ("All are desirable unless shown as essential", Convention("letter", "essential", "desirable")),
        ("Essential unless marked with *", Convention("asterisk", "desirable", "essential")),
        ("Criteria are essential unless marked (E).", None),
        ("Criteria are essential unless otherwise stated.", None),
    ],
)
def test_read_convention(text: str, expected: Convention | None) -> None:
    assert read_convention(text) == expected


@pytest.mark.parametrize(
    ("text", "marked", "unmarked"),
    [
        ("The points without a star are desirable.", "essential", "desirable"),
        ("Criteria without an asterisk are essential.", "desirable", "essential"),
        ("Points marked * are essential.", "essential", None),
    ],
)
def test_notes_about_stars(text: str, marked: str, unmarked: str | None) -> None:
    assert read_convention(text) == Convention("asterisk", marked, unmarked)  # type: ignore[arg-type]


def test_a_second_note_says_what_the_first_left_open() -> None:
    first = Convention("asterisk", "essential", None)
    second = Convention("asterisk", "essential", "desirable")

    assert first.completed_by(second) == second
    assert first.completed_by(Convention("bold", "essential", "desirable")) == first
    assert second.completed_by(first) == second
    assert first.completed_by(None) == first
