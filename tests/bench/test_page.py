"""Measuring one part on one database leaves what was measured before."""

from tests.bench.headings import HEADS as KNOWN
from tests.bench.headings import READER, SCORING
from tests.bench.page import PAGE, replace_section
from tests.bench.reader_report import section_of
from tests.bench.reader_works import KINDS, ReaderMeasured, ReadingCost
from tests.recruitment.readers.generated_documents.measuring import Figures

HEADS = ("# First\n\nWords.\n", "# Second\n\nOther words.\n")


def test_a_section_is_put_under_its_own_heading() -> None:
    first = replace_section("", HEADS, HEADS[1], "## SQLite\n\nnumbers")

    assert first == "# Second\n\nOther words.\n\n## SQLite\n\nnumbers\n"
    assert replace_section(first, HEADS, HEADS[0], "## SQLite\n\nmore") == (
        "# First\n\nWords.\n\n## SQLite\n\nmore\n\n# Second\n\nOther words.\n\n## SQLite\n\nnumbers\n"
    )


def test_only_the_same_database_of_the_same_part_is_replaced() -> None:
    text = replace_section("", HEADS, HEADS[0], "## SQLite\n\none")
    text = replace_section(text, HEADS, HEADS[0], "## PostgreSQL\n\ntwo")
    text = replace_section(text, HEADS, HEADS[1], "## SQLite\n\nthree")

    assert replace_section(text, HEADS, HEADS[0], "## SQLite\n\nanew") == text.replace("one", "anew")


def test_the_page_as_it_is_survives_being_written_again() -> None:
    text = PAGE.read_text(encoding="utf-8")
    section = text[text.index("## SQLite") : text.index("## PostgreSQL")]

    assert replace_section(text, KNOWN, SCORING, section) == text


def test_the_reader_is_written_beside_the_others() -> None:
    kinds = {kind: ReadingCost(10.0, 9.0, 2048, 40_960) for kind in KINDS}
    measured = ReaderMeasured("Python 3", 2, kinds, {kind: Figures() for kind in KINDS})
    text = replace_section("", KNOWN, SCORING, "## SQLite\n\none")

    written = replace_section(text, KNOWN, READER, section_of(measured))

    assert written.startswith(text)
    assert "| PDF, ruled  | 10.0 |       9.0 |      2.0 |          40 |" in written
    assert [line[:5] for line in written.splitlines() if line.startswith("- ")] == ["- met", "- met", "- NOT"]
    assert replace_section(written, KNOWN, READER, section_of(measured)) == written
