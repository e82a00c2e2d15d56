"""Word files as lines and tables."""

from pathlib import Path

import pytest

from core.domain.errors import DomainError
from recruitment.readers.blocks import Line, Table, grid_of
from recruitment.readers.docx_blocks import read_docx
from tests.recruitment.readers.samples import WordFile, add_check_box, add_symbol


def grid(table: Table) -> list[list[str]]:
    return [[cell.text for cell in grid_of(row)] for row in table.rows]


def read_table(word: WordFile, folder: Path) -> Table:
    [found] = read_docx(word.save(folder))
    assert isinstance(found, Table)
    return found


def test_paragraphs_keep_style_marker_and_looks(tmp_path: Path) -> None:
    word = WordFile()
    word.heading("Person Specification", 2)
    word.bullets("Able to swim")
    paragraph = word.document.add_paragraph()
    paragraph.add_run("Knowledge").bold = True
    word.document.add_paragraph().add_run("Latin").italic = True

    found = [
        (b.text, b.heading, b.marker, b.bold, b.italic)
        for b in read_docx(word.save(tmp_path))
        if isinstance(b, Line)
    ]

    assert found == [
        ("Person Specification", 2, "", True, False),
        ("Able to swim", 0, "bullet", False, False),
        ("Knowledge", 0, "", True, False),
        ("Latin", 0, "", False, True),
    ]


@pytest.mark.parametrize(
    ("character", "mark"), [("F0FC", "✓"), ("f0fb", "✗"), ("F0FE", "☑"), ("F0A8", "☐"), ("F0AA", "✓")]
)
def test_symbols_without_text_are_read(tmp_path: Path, character: str, mark: str) -> None:
    word = WordFile()
    add_symbol(word.table(["Swims", ""]).cell(0, 1), character)

    assert grid(read_table(word, tmp_path)) == [["Swims", mark]]


def test_a_wingdings_letter_is_a_tick_and_the_same_letter_elsewhere_is_not(tmp_path: Path) -> None:
    word = WordFile()
    made = word.table(["Swims", "", "ü"])
    run = made.cell(0, 1).paragraphs[0].add_run("ü")
    run.font.name = "Wingdings"

    assert grid(read_table(word, tmp_path)) == [["Swims", "✓", "ü"]]


def test_check_boxes_of_forms_count_where_they_are_ticked(tmp_path: Path) -> None:
    word = WordFile()
    made = word.table(["Swims", "", ""])
    add_check_box(made.cell(0, 1), checked=True)
    add_check_box(made.cell(0, 2), checked=False)

    assert grid(read_table(word, tmp_path)) == [["Swims", "☒", ""]]


def test_merged_cells_keep_their_columns(tmp_path: Path) -> None:
    word = WordFile()
    made = word.table(["Experience"], ["Skills", "Sings", "E"], ["", "Dances", "D"])
    made.cell(1, 0).merge(made.cell(2, 0))

    found = read_table(word, tmp_path)

    assert grid(found) == [["Experience", "", ""], ["Skills", "Sings", "E"], ["", "Dances", "D"]]
    assert [cell.merged for cell in found.rows[2].cells] == [True, False, False]


def test_a_row_of_single_lines_is_one_line_of_the_document(tmp_path: Path) -> None:
    word = WordFile()
    word.lines("Key")
    word.table(["Swims", "E"], ["Sings\nDances", "D\nD"])

    _, found = read_docx(word.save(tmp_path))

    assert isinstance(found, Table)
    numbers = [[line.source.line for cell in row.cells for line in cell.lines] for row in found.rows]
    assert numbers == [[2, 2], [3, 4, 5, 6]]


def test_a_damaged_file_is_refused_in_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "broken.docx"
    path.write_bytes(b"PK\x03\x04 not a zip")

    with pytest.raises(DomainError) as caught:
        read_docx(path)

    assert caught.value.code == "office_damaged"


def lines_of(word: WordFile, folder: Path) -> list[tuple[str, str, int, bool]]:
    blocks = read_docx(word.save(folder))
    return [(b.text, b.marker, b.level, b.soft) for b in blocks if isinstance(b, Line)]


def test_a_typed_break_goes_on_where_the_next_line_begins_small_or_in_brackets(tmp_path: Path) -> None:
    word = WordFile()
    word.bullets("Reads music\nat sight", "A degree\n(or a diploma)", "Mows a field\nHolds a licence")

    assert lines_of(word, tmp_path) == [
        ("Reads music", "bullet", 0, False),
        ("at sight", "", 0, True),
        ("A degree", "bullet", 0, False),
        ("(or a diploma)", "", 0, True),
        ("Mows a field", "bullet", 0, False),
        ("Holds a licence", "bullet", 0, False),
    ]


def test_typed_numbers_stand_as_deep_as_they_have_dots(tmp_path: Path) -> None:
    word = WordFile()
    word.lines("1. Skills", "1.1 Plans lessons", "1.1.1 Plans trips", "Marks work")

    assert lines_of(word, tmp_path) == [
        ("Skills", "number", 0, False),
        ("Plans lessons", "number", 1, False),
        ("Plans trips", "number", 2, False),
        ("Marks work", "", 0, False),
    ]
