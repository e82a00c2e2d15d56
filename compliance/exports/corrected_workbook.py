"""A school's own workbook with the confirmed corrections in it, and a sheet that names each of them."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import CellCoordinatesException, IllegalCharacterError
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from compliance.domain.offence_words import may_tell_offence
from core.domain.errors import DomainError

CHANGES = "Changes"
HEADINGS = ("Sheet", "Cell", "Old value", "New value", "By", "When", "Why")
WIDTHS = (22, 10, 28, 28, 22, 18, 60)
LINE_HEIGHT = 15  # points
ENGLISH_DATE = "dd/mm/yyyy"
CLEARED = "(cleared)"
SET_ASIDE = "(not repeated here: it may hold details of an offence)"


@dataclass(frozen=True, slots=True)
class Correction:
    """One confirmed change. ``value`` is what the cell is to hold: a text, a day, or None to clear it.

    ``without_note`` takes the note off the cell as well.
    """

    sheet: str
    cell: str
    value: str | date | None
    by: str
    at: datetime
    why: str = ""
    without_note: bool = False


def correct_workbook(original: bytes, corrections: Sequence[Correction]) -> bytes:
    """A copy of the workbook with the corrections made and a sheet *Changes* at its end.

    Sheets, order, widths, colours, merged cells, notes and choices stay; every cell that *Changes* does not
    name is as it was. Charts, which openpyxl does not keep, are the one thing that is lost. Raises
    ``DomainError``: ``no_such_cell`` for a sheet or cell that is not there, or one inside a merged stretch,
    and ``unreadable_characters`` for text no workbook can hold. Give it only bytes that the guard let in.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # extensions of Excel that openpyxl does not know
        book = load_workbook(BytesIO(original), rich_text=True)
    rows = [_correct(book, correction) for correction in corrections]
    _write_changes(book, rows)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _correct(book: Workbook, correction: Correction) -> tuple[Any, ...]:
    """Makes one change; its row for *Changes*."""
    cell = _find(book, correction)
    old = cell.value
    try:
        _put(cell, correction.value)
    except IllegalCharacterError as error:
        message = "This text has characters that a workbook cannot hold. Type it again."
        raise DomainError("unreadable_characters", message, "value") from error
    if correction.without_note:
        cell.comment = None
    when = f"{correction.at:%d/%m/%Y %H:%M}"
    return (
        correction.sheet,
        correction.cell,
        _old(old),
        CLEARED if correction.value is None else _shown(correction.value),
        correction.by,
        when,
        correction.why,
    )


def _find(book: Workbook, correction: Correction) -> Cell:
    missing = DomainError(
        "no_such_cell",
        f"There is no cell {correction.cell} on a sheet “{correction.sheet}” to correct.",
        "cell",
    )
    if correction.sheet not in book.sheetnames:
        raise missing
    try:
        found = book[correction.sheet][correction.cell]
    except (ValueError, KeyError, AttributeError, CellCoordinatesException) as error:
        raise missing from error
    if isinstance(found, MergedCell) or not isinstance(found, Cell):
        raise missing
    return found


def _put(cell: Cell, value: str | date | None) -> None:
    """Writes a value: a day the English way; a text so that no figure is lost and no formula runs."""
    was_date = cell.is_date
    if isinstance(value, str):
        cell.value = value
        cell.data_type = "s"
        if value.isdigit():
            cell.number_format = "@"
        return
    cell.value = value
    if value is not None and not was_date:
        cell.number_format = ENGLISH_DATE


def _old(value: object) -> str:
    """What stood in the cell; not where it may tell of an offence, for that is why it is taken out."""
    text = _shown(value)
    return SET_ASIDE if may_tell_offence(text) else text


def _shown(value: object) -> str:
    """A value as a person reads it."""
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)


def _write_changes(book: Workbook, rows: Sequence[tuple[Any, ...]]) -> None:
    sheet: Worksheet = book.create_sheet(_free_title(book))
    for line, values in enumerate([HEADINGS, *rows], start=1):
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(line, column)
            cell.value = value
            cell.data_type = "s"  # never a formula, whatever somebody wrote
            cell.font = Font(bold=line == 1)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        lines = (-(-len(str(value)) // (width - 2)) for value, width in zip(values, WIDTHS, strict=True))
        sheet.row_dimensions[line].height = LINE_HEIGHT * max(1, *lines)
    for column, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    _fit_on_paper(sheet)


def _fit_on_paper(sheet: Worksheet) -> None:
    """A4 on its side, as many pages as it needs, the headings on each."""
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _free_title(book: Workbook) -> str:
    """*Changes*, or the next number where a former correction already has that sheet."""
    taken = {title.casefold() for title in book.sheetnames}
    titles = [CHANGES, *(f"{CHANGES} {number}" for number in range(2, len(taken) + 3))]
    return next(title for title in titles if title.casefold() not in taken)
