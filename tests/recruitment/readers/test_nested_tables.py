"""Tables inside cells of tables that lay out a page of a Word file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from recruitment.readers.blocks import Line, Table
from recruitment.readers.docx_blocks import read_docx
from recruitment.readers.reader import read_specification
from tests.recruitment.readers.samples import WordFile, facts

CRITERIA = [["Criteria", "E/D"], ["Plans lessons", "E"], ["Reads music", "D"]]


def nest(target: Any, rows: Sequence[Sequence[str]]) -> None:
    made = target.add_table(rows=len(rows), cols=len(rows[0]))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            made.cell(number, column).text = text


def read(word: WordFile, folder: Path) -> tuple[list[list[list[str]]], list[tuple[str, bool]]]:
    """The cells of each table, and each line with whether it is bold."""
    blocks = read_docx(word.save(folder))
    tables = [block.rows for block in blocks if isinstance(block, Table)]
    grids = [[[cell.text for cell in row.cells] for row in rows] for rows in tables]
    return grids, [(block.text, block.bold) for block in blocks if isinstance(block, Line)]


def test_what_stands_beside_a_nested_table_heads_it(tmp_path: Path) -> None:
    word = WordFile()
    outer = word.table(["Skills", ""])
    nest(outer.cell(0, 1), CRITERIA)

    assert read(word, tmp_path) == ([CRITERIA], [("Skills", True)])


def test_eight_words_beside_a_nested_table_are_its_heading_and_nine_are_not(tmp_path: Path) -> None:
    eight = "Skills that we ask of all our teachers"
    word = WordFile()
    outer = word.table([eight, ""], [f"{eight} today", ""])
    nest(outer.cell(0, 1), CRITERIA)
    nest(outer.cell(1, 1), CRITERIA)

    assert read(word, tmp_path) == ([CRITERIA] * 2, [(eight, True), (f"{eight} today", False)])


def test_a_line_in_the_cell_of_a_nested_table_keeps_its_looks(tmp_path: Path) -> None:
    word = WordFile()
    outer = word.table(["Skills", "We sing every day"])
    nest(outer.cell(0, 1), CRITERIA)

    assert read(word, tmp_path) == ([CRITERIA], [("Skills", True), ("We sing every day", False)])


def test_a_row_without_a_nested_table_stays_a_row(tmp_path: Path) -> None:
    word = WordFile()
    outer = word.table(["", ""], ["Grade", "4"])
    nest(outer.cell(0, 1), CRITERIA)

    assert read(word, tmp_path) == ([CRITERIA, [["Grade", "4"]]], [])


def test_a_line_of_boxes_in_a_cell_lays_out_no_page(tmp_path: Path) -> None:
    word = WordFile()
    outer = word.table(["Criteria", "E/D"], ["Plans lessons", ""], ["Reads music", "D"])
    nest(outer.cell(1, 1), [["E", ""]])

    assert read(word, tmp_path) == ([CRITERIA], [])


def test_a_column_of_lines_in_a_cell_lays_out_no_page(tmp_path: Path) -> None:
    word = WordFile()
    outer = word.table(["Criteria", "E/D"], ["", "E"], ["Reads music", "D"])
    nest(outer.cell(1, 0), [["Plans lessons"], ["Marks work"]])

    grids, lines = read(word, tmp_path)

    assert (len(grids), len(grids[0]), lines) == (1, 3, [])


def test_criteria_of_nested_tables_have_the_sections_beside_them(tmp_path: Path) -> None:
    word = WordFile()
    word.heading("Person Specification")
    outer = word.table(["Skills", ""], ["Knowledge", ""])
    nest(outer.cell(0, 1), CRITERIA)
    nest(outer.cell(1, 1), [["Criteria", "E/D"], ["How children learn to read", "E"], ["Old songs", "D"]])

    assert facts(read_specification(word.save(tmp_path), kind="docx")) == [
        ("Plans lessons", "Skills", "essential", ""),
        ("Reads music", "Skills", "desirable", ""),
        ("How children learn to read", "Knowledge", "essential", ""),
        ("Old songs", "Knowledge", "desirable", ""),
    ]
