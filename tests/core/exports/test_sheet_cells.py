"""Words that leave in a workbook come back as the same words."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from core.exports.sheet_cells import set_widths, text_cell


@pytest.mark.parametrize("styles", [{}, {"font": Font(bold=True)}])
@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("=SUM(A1:A9)", "=SUM(A1:A9)"),
        ("#N/A", "#N/A"),
        ("+44 1632 960123", "+44 1632 960123"),
        ("007", "007"),
        ("Jo\x0bAshdown", "Jo Ashdown"),
        ("two\nlines", "two\nlines"),
    ],
)
def test_words_stay_words(given: str, kept: str, styles: dict[str, Font]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    set_widths(sheet, [30])
    sheet.append([text_cell(sheet, given, **styles)])
    file = BytesIO()
    book.save(file)
    cell = load_workbook(file).worksheets[0]["A1"]

    assert (cell.value, cell.data_type) == (kept, "s")
    assert cell.font.bold == bool(styles)
