"""Columns of a PDF that hardly part: heads as close as words, names that wrap, cells that a page cuts."""

from dataclasses import replace
from pathlib import Path

import pytest

from recruitment.readers.blocks import Block, Row, Table
from recruitment.readers.pdf_pages import append_page
from recruitment.readers.reader import read_blocks, read_specification
from tests.recruitment.readers.samples import facts, line, pdf, table

TITLE = "= Person Specification: Office Manager\n#set text(10pt)\n"
ROWS = (
    ("QUALIFICATIONS", "A certificate in first aid", "essential"),
    ("QUALIFICATIONS", "A diploma in bookkeeping and accounts for schools", "desirable"),
    ("SKILLS AND ABILITIES", "Keeps confidences", "essential"),
    ("SKILLS AND ABILITIES", "Writes reports that others can act on at once", "essential"),
    ("PROFESSIONAL KNOWLEDGE", "Rules for examinations", "desirable"),
    ("PROFESSIONAL KNOWLEDGE", "Returns of the school census and how to check them", "essential"),
)


def tight(rows: str, heads: str = "[*ESSENTIAL*], [*DESIRABLE*]", widths: str = "2.05cm, 2.3cm") -> str:
    return (
        f"{TITLE}#table(columns: (3.1cm, 5.6cm, {widths}), stroke: none, inset: (x: 1pt, y: 3pt),\n"
        f"[*Section*], [*Criteria*], {heads},\n{rows})"
    )


@pytest.mark.parametrize("is_repeated", [True, False])
def test_heads_as_close_as_words_head_two_columns_and_names_wrap_beside_one_line(
    tmp_path: Path, *, is_repeated: bool
) -> None:
    named = [is_repeated or index % 2 == 0 for index in range(len(ROWS))]
    rows = "".join(
        f"[{section if names else ''}], [{text}], {'[X], []' if need == 'essential' else '[], [X]'},\n"
        for (section, text, need), names in zip(ROWS, named, strict=True)
    )

    reading = read_specification(pdf(tight(rows), tmp_path), kind="pdf")

    assert facts(reading) == [(text, section, need, "") for section, text, need in ROWS]


def test_letters_below_both_words_stand_in_one_column(tmp_path: Path) -> None:
    rows = "".join(f"[{section}], [{text}], [{need[0].upper()}],\n" for section, text, need in ROWS)

    source = tight(rows, "[*ESSENTIAL DESIRABLE*]", "4.35cm")
    reading = read_specification(pdf(source, tmp_path), kind="pdf")

    assert [(one.text, one.requirement) for one in reading.criteria] == [
        (text, need) for _, text, need in ROWS
    ]


@pytest.mark.parametrize("mark", ["X", "Yes", "High"])
def test_what_says_neither_in_a_column_for_both_is_asked_about(mark: str) -> None:
    rows = [["Criteria", "Essential/Desirable"], ["Stays calm with children.", mark], ["Good at sums.", "E"]]
    criteria = read_blocks([line("Person specification", bold=True), table(*rows)]).criteria

    assert [(one.requirement, "requirement" in one.check) for one in criteria] == [
        (None, True),
        ("essential", False),
    ]


def _over_two_rows(block: Table) -> Table:
    """The first and the last cell of the second row reach down over the third, as a ruled PDF shows them."""
    head, first, second = block.rows
    cells = tuple(
        replace(cell, lines=(), merged=place != 1) if place != 1 else cell
        for place, cell in enumerate(second.cells)
    )
    return replace(block, rows=(head, first, Row(cells, second.source)))


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        (["", "Good at sums", ""], ("Skills", "AI")),
        (["Knowledge", "Good at sums", ""], ("Knowledge", "")),
        (["", "Good at sums", "R"], ("Skills", "R")),
    ],
)
def test_a_cell_over_several_rows_goes_on_behind_the_page_that_cut_it(
    below: list[str], expected: tuple[str, str]
) -> None:
    cut = _over_two_rows(
        table(["Area", "Criteria", "Evidence"], ["Skills", "Stays calm", "A, I"], ["", "Types well", ""])
    )
    blocks: list[Block] = [line("Person specification", bold=True), cut]
    append_page(blocks, [table(below)])

    last = read_blocks(blocks).criteria[-1]

    assert (last.section, "".join(last.evidence)) == expected
