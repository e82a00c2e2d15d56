"""Why a school's own document cannot be written anew: with the row and the field that it is about."""

import pytest

from recruitment.domain.written_specification import WrittenCriterion
from recruitment.exports.specification.own_document import why_not
from recruitment.exports.specification.rewriting import Answer
from tests.recruitment.exports.specification.written import write

WRITTEN = write(
    WrittenCriterion("Plans lessons", "Skills", "essential", "AI"),
    WrittenCriterion("Swims", "Outdoors", "desirable", "A"),
    WrittenCriterion("Sings", "", "desirable", "A"),
)


def refused(reason: str, row: int, words: str, field: str) -> str:
    return why_not(Answer(None, "", reason, row, words, field), WRITTEN)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("text", "row 2, “Swims”, would have other words."),
        ("section", "row 2, “Swims”, would stand in another section."),
        ("requirement", "row 2, “Swims”, would not be desirable."),
        ("evidence", "row 2, “Swims”, would be assessed in other ways."),
        ("order", "row 2, “Swims”, would stand in another place."),
    ],
)
def test_what_would_not_read_as_it_was_confirmed_is_named(field: str, expected: str) -> None:
    said = "what would be written into it does not read exactly as it was confirmed: "

    assert refused("not_read_back", 2, "Swims", field) == said + expected


def test_a_criterion_that_nobody_wanted_has_no_row() -> None:
    words = refused("not_read_back", 0, "Signed by the head", "added")

    assert words.endswith(": “Signed by the head” would be read as one more criterion.")


@pytest.mark.parametrize(("row", "section"), [(2, "“Outdoors”"), (3, "no section at all")])
def test_a_section_that_the_document_does_not_have_is_named(row: int, section: str) -> None:
    words = refused("no_section", row, "Swims", "section")

    assert words == (
        f"this version has a section that the document does not have: {section}, "
        f"where row {row} stands, “Swims”."
    )


def test_a_row_of_the_document_without_a_place_is_quoted_and_not_numbered() -> None:
    words = refused("no_place", 0, "Swims; sings", "")

    assert words.endswith("of its own there: “Swims; sings”.")
    assert refused("no_place", 0, "", "").endswith("of its own there.")
