"""Columns made with tabs in Word files."""

from pathlib import Path

from recruitment.readers.blocks import Line, Table
from recruitment.readers.docx_blocks import read_docx
from recruitment.readers.reader import read_specification
from tests.recruitment.readers.samples import WordFile, facts

ROWS = ["Plans lessons\tE\tA", "Reads music\tD\tI", "Drives a minibus\tE\tA/I"]


def read(folder: Path, *texts: str, style: str | None = None) -> tuple[list[list[list[str]]], list[str]]:
    """The cells of each table, and the lines beside the tables."""
    word = WordFile()
    word.lines(*texts, style=style)
    blocks = read_docx(word.save(folder))
    tables = [block.rows for block in blocks if isinstance(block, Table)]
    grids = [[[cell.text for cell in row.cells] for row in rows] for rows in tables]
    return grids, [block.text for block in blocks if isinstance(block, Line)]


MADE = [row.split("\t") for row in ROWS]
HEAD = "Criteria\tE/D\tEvidence"


def test_three_rows_with_tabs_are_a_table(tmp_path: Path) -> None:
    sentence = "We look forward to meeting you soon."

    assert read(tmp_path, HEAD, *ROWS, sentence) == ([[HEAD.split("\t"), *MADE]], [sentence])


def test_two_rows_with_tabs_are_lines(tmp_path: Path) -> None:
    assert read(tmp_path, HEAD, *ROWS[:2]) == (
        [],
        ["Criteria E/D Evidence", "Plans lessons E A", "Reads music D I"],
    )


def test_rows_without_a_sign_and_list_items_are_lines(tmp_path: Path) -> None:
    week = ["Monday\tPlans lessons", "Tuesday\tReads music", "Friday\tDrives a minibus"]

    assert read(tmp_path, *week) == ([], [text.replace("\t", " ") for text in week])
    assert read(tmp_path, *ROWS, style="List Bullet") == ([], [text.replace("\t", " ") for text in ROWS])


def test_the_name_of_a_section_between_rows_is_one_of_them(tmp_path: Path) -> None:
    assert read(tmp_path, *ROWS, "Knowledge", ROWS[0]) == ([[*MADE, ["Knowledge"], MADE[0]]], [])
    assert read(tmp_path, *ROWS, "Knowledge") == ([MADE], ["Knowledge"])


def test_a_name_of_eight_words_is_one_of_the_rows_and_of_nine_is_none(tmp_path: Path) -> None:
    eight = "Knowledge that we ask of all our staff"

    assert read(tmp_path, *ROWS, eight, ROWS[0]) == ([[*MADE, [eight], MADE[0]]], [])
    assert read(tmp_path, *ROWS, f"{eight} today", ROWS[0]) == (
        [MADE],
        [f"{eight} today", "Plans lessons E A"],
    )


def test_a_sentence_between_rows_ends_the_table(tmp_path: Path) -> None:
    assert read(tmp_path, *ROWS, "We teach.", ROWS[0]) == ([MADE], ["We teach.", "Plans lessons E A"])


def test_a_head_typed_in_two_lines_is_one(tmp_path: Path) -> None:
    found = read(tmp_path, "Criteria\tEssential/\tHow", "\tDesirable\tassessed", *ROWS)

    assert found == ([[["Criteria", "Essential/ Desirable", "How assessed"], *MADE]], [])


def test_a_row_goes_on_after_a_manual_break(tmp_path: Path) -> None:
    found = read(tmp_path, "Plans lessons for\tE\tA\nmixed classes\t\tI", *ROWS[1:])

    assert found == ([[["Plans lessons for mixed classes", "E", "A I"], *MADE[1:]]], [])


def test_a_table_of_tabs_is_known_to_have_no_lines(tmp_path: Path) -> None:
    word = WordFile()
    word.lines(*ROWS)

    [found] = read_docx(word.save(tmp_path))

    assert isinstance(found, Table)
    assert (found.gapped, found.ruled) == (True, False)


def test_criteria_in_columns_of_tabs(tmp_path: Path) -> None:
    word = WordFile()
    word.heading("Person Specification")
    word.lines("Criteria\tE/D\tEvidence", *ROWS[:2], "Knowledge", ROWS[2])

    assert facts(read_specification(word.save(tmp_path), kind="docx")) == [
        ("Plans lessons", None, "essential", "A"),
        ("Reads music", None, "desirable", "I"),
        ("Drives a minibus", "Knowledge", "essential", "AI"),
    ]


def test_the_rest_of_a_wording_broken_off_by_hand_belongs_to_its_row(tmp_path: Path) -> None:
    rows = ["Plans lessons for\tE\tA", "the youngest pupils", "Other", *ROWS[1:]]
    made = [["Plans lessons for the youngest pupils", "E", "A"], ["Other"], *MADE[1:]]

    assert read(tmp_path, HEAD, *rows) == ([[HEAD.split("\t"), *made]], [])
