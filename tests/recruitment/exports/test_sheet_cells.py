"""Rows of a workbook high enough for their words."""

import pytest

from recruitment.exports.sheet_cells import LINE_POINTS, height_of_row


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        ([], 1),
        ([("", 10)], 1),
        ([("x" * 18, 20)], 1),
        ([("x" * 19, 20)], 2),
        ([("x" * 36, 20), ("y", 5)], 2),
        ([("one\ntwo\nthree", 20)], 3),
    ],
)
def test_the_longest_cell_decides(cells: list[tuple[str, int]], lines: int) -> None:
    assert height_of_row(cells) == lines * LINE_POINTS
