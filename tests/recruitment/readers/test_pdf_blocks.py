"""PDF files as lines and tables."""

import re
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import NameObject, NumberObject

from core.domain.errors import DomainError
from recruitment.readers.blocks import Line, Table, grid_of
from recruitment.readers.pdf_blocks import MOST_PAGES, read_pdf
from recruitment.readers.reader import read_specification
from tests.recruitment.readers.samples import facts, pdf

ROWS = """
  [*Criteria*], [*Essential*], [*Desirable*], [*Evidence*],
  [*Experience*], [], [], [],
  [Running a busy school office with several visitors waiting at the desk], [X], [], [A/I],
  [Keeping the single central record], [], [X], [A],
  [*Skills*], [], [], [],
  [Accurate typing], [X], [], [T],
"""
EXPECTED = [
    (
        "Running a busy school office with several visitors waiting at the desk",
        "Experience",
        "essential",
        "AI",
    ),
    ("Keeping the single central record", "Experience", "desirable", "A"),
    ("Accurate typing", "Skills", "essential", "T"),
]


def office(stroke: str, gutter: str = "0pt") -> str:
    return (
        "= Person Specification: Office Manager\n"
        f"#table(columns: (6cm, 2.6cm, 2.6cm, 3cm), stroke: {stroke}, "
        f"row-gutter: {gutter}, {ROWS})\n"
    )


@pytest.mark.parametrize(("stroke", "gutter"), [("0.5pt", "0pt"), ("none", "6pt"), ("none", "0pt")])
def test_tables_with_and_without_lines_give_the_same_criteria(
    tmp_path: Path, stroke: str, gutter: str
) -> None:
    reading = read_specification(pdf(office(stroke, gutter), tmp_path), kind="pdf")

    assert facts(reading) == EXPECTED
    assert reading.profile.title == "Office Manager"


def test_wrapped_lines_are_joined_and_paragraphs_are_not(tmp_path: Path) -> None:
    long = (
        "The school is looking for somebody who can look after its grounds through all the seasons "
        "of the year."
    )
    page = "#set page(width: 9cm, height: 12cm)\n#set text(11pt)\n"
    source = f"{page}{long}\n\nA second paragraph.\n\n- A duty\n- Another"

    found = [
        (block.text, block.marker) for block in read_pdf(pdf(source, tmp_path)) if isinstance(block, Line)
    ]

    assert found == [(long, ""), ("A second paragraph.", ""), ("A duty", "bullet"), ("Another", "bullet")]


def test_page_feet_are_left_out_and_pages_are_counted(tmp_path: Path) -> None:
    source = (
        "#set page(footer: context [Page #counter(page).display() of 2])\nFirst page.\n#pagebreak()\n"
        "Second page."
    )

    found = [
        (block.text, block.source.page, block.source.line)
        for block in read_pdf(pdf(source, tmp_path))
        if isinstance(block, Line)
    ]

    assert found == [("First page.", 1, 1), ("Second page.", 2, 1)]


def test_a_table_over_two_pages_is_one_table(tmp_path: Path) -> None:
    rows = ", ".join(f"[Duty number {number}], [E], [A]" for number in range(1, 9))
    source = f"#set page(height: 7cm)\n#table(columns: 3, [Criteria], [E/D], [Evidence], {rows})"

    blocks = read_pdf(pdf(source, tmp_path))

    assert [type(block) for block in blocks] == [Table]
    assert isinstance(blocks[0], Table)
    assert [grid_of(row)[0].text for row in blocks[0].rows] == [
        "Criteria",
        *(f"Duty number {n}" for n in range(1, 9)),
    ]


def test_cells_merged_downwards_are_marked(tmp_path: Path) -> None:
    source = "#table(columns: 2, table.cell(rowspan: 2)[Skills], [Sings well], [Dances well])"

    [found] = read_pdf(pdf(source, tmp_path))

    assert isinstance(found, Table)
    assert [[(cell.text, cell.merged) for cell in row.cells] for row in found.rows] == [
        [("Skills", False), ("Sings well", False)],
        [("Skills", True), ("Dances well", False)],
    ]


def test_rows_that_differ_by_a_number_at_the_edge_of_pages_are_no_running_feet(tmp_path: Path) -> None:
    source = "#set page(height: 4cm, margin: 1cm)\nKey Stage 1\n#pagebreak()\nKey Stage 2"

    assert [block.text for block in read_pdf(pdf(source, tmp_path)) if isinstance(block, Line)] == [
        "Key Stage 1",
        "Key Stage 2",
    ]


def test_a_scan_is_named_as_one(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    path = tmp_path / "scan.pdf"
    writer.write(path)

    with pytest.raises(DomainError) as caught:
        read_pdf(path)

    assert caught.value.code == "scan"


def test_a_book_is_refused_before_it_is_read(tmp_path: Path) -> None:
    longest = read_pdf(pdf(_book(MOST_PAGES), tmp_path))
    assert [line.source.page for line in longest] == [*range(1, MOST_PAGES + 1)]

    with pytest.raises(DomainError, match="This PDF has 101 pages") as caught:
        read_pdf(pdf(_book(MOST_PAGES + 1), tmp_path))
    assert caught.value.code == "job_document_too_long"


def _book(pages: int) -> str:
    """One sentence a page, each another one."""
    sentences = [f"Chapter {number} of the handbook is about the grounds." for number in range(1, pages + 1)]
    return "#set page(width: 14cm, height: 4cm)\n" + "\n#pagebreak()\n".join(sentences)


def test_a_damaged_file_is_refused_in_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7\nthis is no document")

    with pytest.raises(DomainError) as caught:
        read_pdf(path)

    assert caught.value.code == "pdf_damaged"


def test_a_table_without_lines_goes_on_below_its_head_on_the_next_page(tmp_path: Path) -> None:
    rows = "".join(
        f"[Running a busy school office of kind {number}], [{'E' if number % 2 else 'D'}], [A/I],\n"
        for number in range(1, 13)
    )
    source = (
        "#set page(height: 9cm)\n= Person Specification: Office Manager\n"
        f"#table(columns: (8cm, 2.6cm, 3cm), stroke: none, [Criteria], [E or D], [Evidence], {rows})\n"
    )

    reading = read_specification(pdf(source, tmp_path), kind="pdf")

    found = [(need, how) for _, _, need, how in facts(reading)]

    assert found == [("essential", "AI"), ("desirable", "AI")] * 6
    assert {item.source.page for item in reading.criteria} > {1}


def test_a_row_cut_by_the_page_is_made_whole(tmp_path: Path) -> None:
    source = (
        "#set page(height: 9cm, width: 14cm, margin: 1cm)\n= Person Specification\n#v(2.6cm)\n"
        "#table(columns: (3.4cm, 2.6cm, 3cm), stroke: 0.5pt, [Criteria], [E or D], [Evidence],\n"
        "[Accurate typing], [E], [A],\n[Keeps the register], [E], [I],\n"
        "[Runs Key Stage Two productions and the Spring Fair with Year Six and many Helpers], [D], [A/I])\n"
    )

    reading = read_specification(pdf(source, tmp_path), kind="pdf")

    assert [text for text, *_ in facts(reading)][2:] == [
        "Runs Key Stage Two productions and the Spring Fair with Year Six and many Helpers"
    ]


def test_sentences_that_end_with_their_line_are_wordings_of_their_own(tmp_path: Path) -> None:
    source = (
        "= Person Specification\n#table(columns: (5cm, 5cm, 5cm), stroke: 0.5pt,\n"
        "[Category], [Essential], [Desirable],\n"
        "[Knowledge], [Keeps accurate stock lists. \\ Mends the fences round fields.], [Sings in tune.])\n"
    )

    reading = read_specification(pdf(source, tmp_path), kind="pdf")

    assert [text for text, *_ in facts(reading)] == [
        "Keeps accurate stock lists.",
        "Mends the fences round fields.",
        "Sings in tune.",
    ]


FOOT = "#set page(height: 4cm, margin: 1cm, footer: context [{}])\n"
PAGE = "#counter(page).display()"


def texts_of(source: str, folder: Path) -> list[str]:
    return [block.text for block in read_pdf(pdf(source, folder)) if isinstance(block, Line)]


@pytest.mark.parametrize("foot", [f"Oakfield School – {PAGE} of 3", f"Oakfield School {PAGE}"])
def test_running_feet_with_the_number_of_their_page_are_left_out(tmp_path: Path, foot: str) -> None:
    source = FOOT.format(foot) + "Sings.\n#pagebreak()\nActs.\n#pagebreak()\nDances."

    assert texts_of(source, tmp_path) == ["Sings.", "Acts.", "Dances."]


def test_a_bare_number_behind_words_on_two_pages_may_be_none_of_a_page(tmp_path: Path) -> None:
    source = FOOT.format(f"Oakfield School {PAGE}") + "Sings.\n#pagebreak()\nActs."

    assert texts_of(source, tmp_path) == ["Sings.", "Oakfield School 1", "Acts.", "Oakfield School 2"]


def test_numbers_that_are_not_those_of_their_pages_tell_lines_apart(tmp_path: Path) -> None:
    stages = [f"Key Stage {number}" for number in (2, 3, 4)]

    assert texts_of(FOOT.format("") + "\n#pagebreak()\n".join(stages), tmp_path) == stages


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (
            "Desirable: French or Spanish",
            ["Essential: a degree in mathematics", "Desirable: French or Spanish"],
        ),
        ("Teaching: French or Spanish", ["Essential: a degree in mathematics Teaching: French or Spanish"]),
    ],
)
def test_a_line_that_begins_with_its_requirement_is_no_wrapped_one(
    tmp_path: Path, second: str, expected: list[str]
) -> None:
    source = f"#set page(width: 8.2cm, margin: 1cm)\nEssential: a degree in mathematics \\ {second}"

    assert texts_of(source, tmp_path) == expected


def test_glyphs_that_a_font_does_not_name_are_bullets(tmp_path: Path) -> None:
    """As bullets of a symbol font are, of which the file does not say which sign they are."""
    source = pdf("#list(marker: [✓], [Holds QTS], [Sings])", tmp_path)
    nameless = PdfWriter(clone_from=source)
    for font in nameless.pages[0]["/Resources"]["/Font"].values():  # type: ignore[index]
        said = font.get_object()["/ToUnicode"].get_data().decode()
        font.get_object()["/ToUnicode"].set_data(re.sub(r"<\w+> <2713>\n", "", said).encode())
    nameless.write(source)

    assert [(line.text, line.marker) for line in read_pdf(source) if isinstance(line, Line)] == [
        ("Holds QTS", "bullet"),
        ("Sings", "bullet"),
    ]


def test_pages_that_a_file_only_says_to_have_are_not_asked_for(tmp_path: Path) -> None:
    path = pdf("Holds QTS", tmp_path)
    wrong = PdfWriter(clone_from=path)
    wrong.root_object["/Pages"][NameObject("/Count")] = NumberObject(3)  # type: ignore[index]
    wrong.write(path)

    assert [block.text for block in read_pdf(path) if isinstance(block, Line)] == ["Holds QTS"]
