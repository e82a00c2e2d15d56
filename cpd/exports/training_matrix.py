"""The training matrix as a workbook: a sheet for the people, one for what lapses, one for the words.

Rows go straight to disk, so that a trust's five thousand people need little memory.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from tempfile import TemporaryFile
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from compliance.domain.categories import CATEGORY_LABELS
from core.domain.school_time import SCHOOL_TIME
from core.exports.sheet_cells import set_widths, text_cell
from cpd.domain.training_lists import list_lapses
from cpd.domain.training_matrix import (
    BASIS_WORDS,
    STATE_LABELS,
    STATE_MEANINGS,
    CellState,
    Column,
    count_states,
)
from cpd.selectors.training_matrix import MatrixRow, TrainingMatrix

PAPER_A3, PAPER_A4 = 8, 9
HEAD_ROWS = 4
NAVY, WASH = PatternFill("solid", fgColor="10264A"), PatternFill("solid", fgColor="E4EDF9")
WHITE_BOLD, BOLD = Font(bold=True, color="FFFFFF"), Font(bold=True)
HEAD = Alignment(wrap_text=True, vertical="bottom")
TONES: Mapping[CellState, str] = {
    CellState.EXPIRED: "F9D7D3",
    CellState.MISSING: "F9D7D3",
    CellState.DUE_SOON: "FDEBBD",
    CellState.VALID: "DDF1E3",
    CellState.NO_EXPIRY: "DDF1E3",
}
# A sign before the word, so that no state is told by colour alone.
SIGNS: Mapping[CellState, str] = {
    CellState.EXPIRED: "✖",
    CellState.MISSING: "○",
    CellState.DUE_SOON: "▲",
    CellState.VALID: "✔",
    CellState.NO_EXPIRY: "✔",
    CellState.NOT_REQUIRED: "–",
}
WHO = ("School", "Last name", "First name", "Job title", "Kind of worker")
WHO_WIDTHS = (24, 16, 14, 22, 24)
HEAD_HEIGHT = 64
# So many can be read beside one another on a sheet of A3; the names come again on the next.
COURSES_ACROSS = 12
LAPSE_HEADS = ("School", "Name", "Job title", "Course", "Set by", "State", "On")
_ONE_DAY = timedelta(days=1)


def write_training_matrix(matrices: Sequence[TrainingMatrix], *, now: datetime) -> IO[bytes]:
    """An open file with the training of these schools, told for their day."""
    book = Workbook(write_only=True)
    _write_summary(book.create_sheet("Summary"), matrices, now)
    _write_people(book.create_sheet("Training"), matrices)
    _write_lapses(book.create_sheet("Lapses this term"), matrices)
    _write_legend(book.create_sheet("Legend"))
    file = TemporaryFile()  # noqa: SIM115 (the response closes it)
    book.save(file)
    file.seek(0)
    return file


def all_columns(matrices: Sequence[TrainingMatrix]) -> list[Column]:
    """The courses of every school, each once, in the order of the page."""
    found: dict[int, Column] = {}
    for matrix in matrices:
        found.update({column.course_id: column for column in matrix.columns if column.course_id not in found})
    return sorted(found.values(), key=lambda column: column.rule is None)


def set_by(course_id: int, matrices: Sequence[TrainingMatrix]) -> str:
    """Who sets the interval of a course; where schools differ, each of them: Law or Policy."""
    found = {
        column.basis for matrix in matrices for column in matrix.columns if column.course_id == course_id
    }
    return " or ".join(BASIS_WORDS[basis] for basis in BASIS_WORDS if basis in found)


def _write_people(sheet: Worksheet, matrices: Sequence[TrainingMatrix]) -> None:
    columns = all_columns(matrices)
    heads = [*WHO, *(column.name for column in columns)]
    count = sum(len(matrix.rows) for matrix in matrices)
    _set_up(sheet, heads, count)
    sheet.append([text_cell(sheet, "Training", font=Font(bold=True, size=14))])
    sheet.append([text_cell(sheet, f"As at {matrices[0].as_at:%d/%m/%Y}")])
    sets = [""] * len(WHO) + [set_by(column.course_id, matrices) for column in columns]
    sheet.append([text_cell(sheet, word, font=BOLD, fill=WASH) for word in sets])
    sheet.append([text_cell(sheet, head, font=WHITE_BOLD, fill=NAVY, alignment=HEAD) for head in heads])
    for matrix in matrices:
        own = {column.course_id: place for place, column in enumerate(matrix.columns)}
        places = [own.get(column.course_id) for column in columns]
        for row in matrix.rows:
            sheet.append(_row(sheet, matrix, row, places))  # type: ignore[arg-type]  # written cell by cell


def _row(
    sheet: Worksheet, matrix: TrainingMatrix, row: MatrixRow, places: Sequence[int | None]
) -> Iterator[Any]:
    for text in (matrix.school.name, row.family_name, row.given_name, row.job_title):
        yield text_cell(sheet, text)
    category = row.worker.category
    yield CATEGORY_LABELS[category] if category else "Not described"
    for place in places:
        yield None if place is None else in_words(row.cells[place].state, row.cells[place].due_date)


@lru_cache(maxsize=8192)
def in_words(state: CellState, due_date: date | None) -> str:
    """Sign, word and day of one cell."""
    words = f"{SIGNS[state]} {STATE_LABELS[state]}"
    if due_date is None:
        return words
    if state == CellState.MISSING:
        return f"{words}, by {due_date:%d/%m/%Y}"
    if state == CellState.EXPIRED:
        return f"{words} on {due_date:%d/%m/%Y}"
    return f"{words} to {due_date - _ONE_DAY:%d/%m/%Y}"


def _write_lapses(sheet: Worksheet, matrices: Sequence[TrainingMatrix]) -> None:
    label = matrices[0].school.terms.term_of(matrices[0].as_at).label
    set_widths(sheet, (30, 28, 26, 44, 12, 14, 12), columns=len(LAPSE_HEADS), others=21)
    sheet.freeze_panes = "A3"
    _set_paper(sheet, PAPER_A4)
    sheet.append([text_cell(sheet, f"Lapses or is wanted in {label}", font=Font(bold=True, size=14))])
    sheet.append([text_cell(sheet, head, font=WHITE_BOLD, fill=NAVY) for head in LAPSE_HEADS])
    for matrix in matrices:
        term = matrix.school.terms.term_of(matrix.as_at)
        for lapse in list_lapses(matrix.rows, matrix.columns, first=term.first, last=term.last):
            names = (matrix.school.name, lapse.line.name, lapse.line.job_title, lapse.column.name)
            sheet.append(
                [
                    *(text_cell(sheet, name) for name in names),
                    BASIS_WORDS[lapse.column.basis],
                    STATE_LABELS[lapse.cell.state],
                    f"{lapse.day:%d/%m/%Y}",
                ]
            )


def _write_summary(sheet: Worksheet, matrices: Sequence[TrainingMatrix], now: datetime) -> None:
    heads = ("School", "People", *(STATE_LABELS[state] for state in CellState))
    set_widths(sheet, (34,), columns=len(heads), others=21)
    sheet.freeze_panes = "B4"
    _set_paper(sheet, PAPER_A4)
    sheet.append([text_cell(sheet, "Training: how many of each", font=Font(bold=True, size=14))])
    written = f"{now.astimezone(SCHOOL_TIME):%d/%m/%Y at %H:%M}"
    sheet.append([text_cell(sheet, f"As at {matrices[0].as_at:%d/%m/%Y}, written on {written}")])
    sheet.append([text_cell(sheet, head, font=WHITE_BOLD, fill=NAVY, alignment=HEAD) for head in heads])
    for matrix in matrices:
        counts = count_states(row.cells for row in matrix.rows)
        numbers = [counts[state] for state in CellState]
        sheet.append([text_cell(sheet, matrix.school.name), len(matrix.rows), *numbers])


def _write_legend(sheet: Worksheet) -> None:
    heads = ("Word", "What it means")
    set_widths(sheet, (24, 90), columns=len(heads), others=21)
    sheet.append([text_cell(sheet, head, font=WHITE_BOLD, fill=NAVY) for head in heads])
    for state in CellState:
        sheet.append([f"{SIGNS[state]} {STATE_LABELS[state]}", STATE_MEANINGS[state]])


def _set_up(sheet: Worksheet, heads: Sequence[str], count: int) -> None:
    """Widths, what stays in sight, filters, paper, and colours as rules over the signs.

    Rules cost one line where styles would cost one a cell, and they follow a changed word.
    """
    set_widths(sheet, WHO_WIDTHS, columns=len(heads), others=21)
    last, first_cell = get_column_letter(len(heads)), f"{get_column_letter(len(WHO) + 1)}{HEAD_ROWS + 1}"
    sheet.freeze_panes = f"D{HEAD_ROWS + 1}"
    sheet.auto_filter.ref = f"A{HEAD_ROWS}:{last}{HEAD_ROWS + count}"
    _set_paper(sheet, PAPER_A3)
    sheet.row_dimensions[HEAD_ROWS].height = HEAD_HEIGHT
    sheet.print_title_rows, sheet.print_title_cols = f"1:{HEAD_ROWS}", "B:C"
    sheet.page_setup.fitToWidth = max(1, -(-(len(heads) - len(WHO)) // COURSES_ACROSS))
    if len(heads) == len(WHO):
        return  # no course, no cell to colour
    for state, tone in TONES.items():
        words = f"{SIGNS[state]} {STATE_LABELS[state]}"
        fill = PatternFill("solid", bgColor=tone, fgColor=tone)
        rule = FormulaRule(formula=[f'LEFT({first_cell},{len(words)})="{words}"'], fill=fill)
        sheet.conditional_formatting.add(f"{first_cell}:{last}{HEAD_ROWS + max(count, 1)}", rule)


def _set_paper(sheet: Worksheet, size: int) -> None:
    """Across the sheet, as wide as the page is."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = size
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
