"""Tables that a page cut before their last rule, or without rules at their sides, keep all their cells."""

from itertools import pairwise
from pathlib import Path

import pytest

from recruitment.readers.blocks import Table
from recruitment.readers.pdf_blocks import read_pdf
from recruitment.readers.pdf_closing import closing_edges
from tests.recruitment.readers.drawn_pdf import draw, page_of

XS, YS = (50, 250, 350, 450), (700, 670, 640, 610)
ROWS = (("Criteria", "Essential", "Assessed"), ("Holds QTS", "E", "A"), ("Plays the organ", "D", "I"))


def ruled(*, columns: tuple[int, ...] = XS, rows: tuple[int, ...] = YS) -> bytes:
    """A table of three rows, of which only these rules are drawn."""
    upright = [f"{x} {YS[0]} m {x} {YS[-1]} l S" for x in columns]
    level = [f"{XS[0]} {y} m {XS[-1]} {y} l S" for y in rows]
    words = [
        f"BT /F1 10 Tf {x + 4} {y + 10} Td ({text}) Tj ET"
        for (_, y), row in zip(pairwise(YS), ROWS, strict=True)
        for x, text in zip(XS, row, strict=False)
    ]
    return " ".join([*upright, *level, *words]).encode()


def rows_read(path: Path) -> list[list[str]]:
    tables = [block for block in read_pdf(path) if isinstance(block, Table) and block.ruled]
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


@pytest.mark.parametrize(
    "drawing",
    [
        ruled(),
        ruled(rows=YS[:-1]),  # cut at its foot
        ruled(rows=YS[1:]),  # at its head
        ruled(rows=YS[1:-1]),
        ruled(columns=XS[1:-1]),  # open at its sides
        ruled(columns=XS[1:]),
    ],
)
def test_all_cells_are_read(tmp_path: Path, drawing: bytes) -> None:
    assert rows_read(draw(tmp_path / "a.pdf", drawing)) == [list(row) for row in ROWS]


def test_a_cell_over_several_rows_that_a_page_cuts_is_closed_beside_rows_that_end(tmp_path: Path) -> None:
    rules = [f"{x} 700 m {x} 600 l S" for x in (50, 150, 350)]
    level = ["50 700 m 350 700 l S", "150 650 m 350 650 l S", "150 600 m 350 600 l S"]
    words = [
        f"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET"
        for x, y, text in ((54, 670, "Essential"), (154, 670, "Holds QTS"), (154, 620, "Sings"))
    ]
    path = draw(tmp_path / "a.pdf", " ".join([*rules, *level, *words]).encode())

    assert rows_read(path) == [["Essential", "Holds QTS"], ["Essential", "Sings"]]


@pytest.mark.parametrize(
    "drawing",
    [
        b"50 742 m 545 742 l S 50 100 m 545 100 l S",  # rules at the head and foot of a page
        b"50 742 m 50 100 l S 545 742 m 545 100 l S",  # bars at its sides
        b"50 742 100 50 re S",  # a box that is closed
        b"50 742 m 545 742 l S",
        b"",
    ],
)
def test_rules_that_nothing_joins_close_nothing(tmp_path: Path, drawing: bytes) -> None:
    page = page_of(draw(tmp_path / "a.pdf", drawing))

    assert closing_edges([edge for edge in page.edges if edge["orientation"]]) == []
