"""The document beside the rows: where a tick stands can be seen in every format."""

from pathlib import Path

import openpyxl

from recruitment.domain.person_specification import Reading
from recruitment.readers.reader import read_page, read_specification, read_text
from tests.recruitment.readers.samples import WordFile, pdf

ROWS = (
    ("Criteria", "Essential", "Desirable", "How assessed"),
    ("Level 1 food hygiene", "✓", "", "A, C"),
    ("Worked in a school", "", "✓", "A"),
)
SHOWN = ["Level 1 food hygiene | ✓ (Essential) | A, C", "Worked in a school | ✓ (Desirable) | A"]


def shown(reading: Reading) -> list[str]:
    return [line.shown for line in reading.lines if line.shown]


def test_word(tmp_path: Path) -> None:
    word = WordFile()
    word.heading("Person specification")
    word.table(*ROWS)

    assert shown(read_specification(word.save(tmp_path), kind="docx")) == SHOWN


def test_excel(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (("Person specification",), *ROWS):
        sheet.append(row)
    workbook.save(tmp_path / "list.xlsx")

    assert shown(read_specification(tmp_path / "list.xlsx", kind="xlsx")) == SHOWN


def test_pdf(tmp_path: Path) -> None:
    cells = "".join(f"[{text}]," for row in ROWS for text in row)
    source = f"= Person specification\n#table(columns: 4, {cells})"

    assert shown(read_specification(pdf(source, tmp_path), kind="pdf")) == SHOWN


def test_a_page_where_each_cell_is_a_line_of_its_own() -> None:
    rows = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in ROWS)

    assert shown(read_page(f"<html><h2>Person specification</h2><table>{rows}</table>")) == [
        "✓ (Essential)",
        "✓ (Desirable)",
    ]


def test_pasted_text() -> None:
    rows = "\n".join("| " + " | ".join(row) + " |" for row in ROWS)

    assert shown(read_text(f"Person specification\n{rows}\n")) == SHOWN


def test_wordings_side_by_side_say_their_column() -> None:
    reading = read_text(
        "Person specification\n| Area | Essential | Desirable |\n| Knowledge |  | Asbestos awareness |\n"
    )

    assert shown(reading) == ["Knowledge | Asbestos awareness (Desirable)"]


def test_without_marks_the_words_are_shown_as_they_are() -> None:
    reading = read_text("Person specification\n| Criteria | E/D |\n| Calm | E |\n| Kind | D |\n")

    assert shown(reading) == []
    assert "Calm | E" in [line.text for line in reading.lines]
