"""What the letters stand for, in the words of the document or of the school."""

import pytest

from recruitment.domain.evidence_key import joined_key, meaning_of, says_only_the_key, write_key
from recruitment.domain.profile_draft import ProfileDraft
from recruitment.domain.review import Draft, ListHead
from recruitment.domain.review_edit import Press, edit_draft, list_unread
from recruitment.domain.rows import Row

LISTS = (
    ListHead("Mentor", (("A", "Application"), ("AF", "Application form"))),
    ListHead("Assistant", (("A", "Form"), ("I", "Panel interview"))),
)


def test_the_first_list_says_what_a_letter_means() -> None:
    key = joined_key(LISTS)

    assert key == {"A": "Application", "AF": "Application form", "I": "Panel interview"}
    assert [meaning_of(letter, key) for letter in "AIT"] == ["Application", "Panel interview", "Task or test"]


@pytest.mark.parametrize(
    "typed", [None, {}, {"A": "Application", "T": "Task or test"}, {"A": " Application "}, {"X": "Anything"}]
)
def test_what_was_not_changed_stays_as_the_document_has_it(typed: dict[str, str] | None) -> None:
    assert write_key(LISTS, typed) == LISTS


def test_a_meaning_is_written_into_every_list() -> None:
    written = write_key(LISTS, {"A": "Letter  of application", "O": "Lesson seen"})

    assert [dict(head.evidence_key) for head in written] == [
        {"A": "Letter of application", "AF": "Application form", "O": "Lesson seen"},
        {"A": "Letter of application", "I": "Panel interview", "O": "Lesson seen"},
    ]


def test_a_letter_left_empty_goes_back_to_its_usual_meaning() -> None:
    written = write_key(LISTS, {"I": ""})

    assert meaning_of("I", joined_key(written)) == "Interview"


def test_a_document_without_a_list_gets_a_key_too() -> None:
    assert write_key((), {"A": "Our form"}) == (ListHead("", (("A", "Our form"),)),)


ROWS = (
    Row(1, "Plans", "", "essential", "AT", check=("evidence",)),
    Row(2, "Marks", "", "essential", "A"),
    Row(3, "Sings", "", "desirable", "T", is_left_out=True),
)
DRAFT = Draft(ProfileDraft(title="Teacher"), LISTS, ROWS)


def test_a_letter_that_was_read_wrongly_is_changed_everywhere_and_undone() -> None:
    changed = edit_draft(DRAFT, Press(action="letter", letters=("T", "O"))).draft

    assert [row.evidence for row in changed.rows] == ["AO", "A", "T"]
    assert edit_draft(changed, Press(action="undo")).draft.rows == ROWS


@pytest.mark.parametrize(
    ("letters", "field"),
    [
        (("", ""), "letter-from"),
        (("", "O"), "letter-from"),
        (("P", "O"), "letter-from"),
        (("AT", "O"), "letter-from"),
        (("T", ""), "letter-to"),
        (("T", "X"), "letter-to"),
        (("T", "PO"), "letter-to"),
    ],
)
def test_a_letter_that_is_none_cannot_be_changed(letters: tuple[str, str], field: str) -> None:
    edited = edit_draft(DRAFT, Press(action="letter", letters=letters))

    assert edited.error is not None
    assert (edited.error.code, edited.error.field, edited.draft.rows) == (
        "no_such_letter",
        field,
        ROWS,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("E = Essential, D = Desirable.", True),
        ("Key: E = Essential D = Desirable", True),
        ("Essential (E) Desirable (D)", True),
        ("(E) Essential (D) Desirable", True),
        ("D – Desirable", True),
        ("AF = application form / I = Panel interview", True),
        ("E = Essential and A = Application", True),
        ("T = Task or test", True),
        ("A = Agility test", False),
        ("E = Essential, A = Agility test", False),
        ("E = Excellent", False),
        ("E = Essential: a degree", False),
        ("A. Essential", False),
        ("Essential", False),
        ("Key", False),
        ("", False),
    ],
)
def test_a_line_that_only_explains_known_letters_is_told_from_others(text: str, expected: bool) -> None:
    assert says_only_the_key(text, LISTS) is expected


def test_a_line_that_only_explains_letters_is_not_listed_as_unused() -> None:
    unread = ("E = Essential, D = Desirable.", "Candidates leave the last column blank.")
    draft = Draft(ProfileDraft(), LISTS, (), unread=unread)

    assert list_unread(draft) == ((1, "Candidates leave the last column blank."),)
