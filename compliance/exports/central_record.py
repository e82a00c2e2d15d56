"""The single central record as a workbook: a sheet for each kind of person, in the statutory order.

Rows go straight to disk, so that a trust's five thousand lines need little memory.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from tempfile import TemporaryFile
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from compliance.domain.categories import CATEGORY_LABELS, CheckType
from compliance.domain.central_record import COLUMNS, STATE_LABELS, STATE_MEANINGS, CellState
from compliance.domain.editions import edition_on
from compliance.domain.record_lines import Line, count_states, have_confirmation
from compliance.domain.record_lists import WITHOUT_OUTCOMES
from compliance.domain.record_parts import PART_LABELS, list_parts
from compliance.domain.record_privacy import number_told
from compliance.selectors.central_record import SchoolRecord
from core.domain.school_time import SCHOOL_TIME
from core.exports.sheet_cells import set_widths, text_cell

PAPER_A3, PAPER_A4 = 8, 9
HEAD_HEIGHT = 45
HEAD_ROWS = 4
NAVY, WASH = PatternFill("solid", fgColor="10264A"), PatternFill("solid", fgColor="E4EDF9")
WHITE_BOLD, BOLD = Font(bold=True, color="FFFFFF"), Font(bold=True)
HEAD = Alignment(wrap_text=True, vertical="bottom")
TONES: Mapping[CellState, str] = {
    CellState.MISSING: "F9D7D3",
    CellState.NOT_PERMITTED: "F9D7D3",
    CellState.EXPIRED: "F9D7D3",
    CellState.EXPIRING: "FDEBBD",
    CellState.LATE: "FBDDBB",
    CellState.DATE_MISSING: "E6DDF8",
    CellState.COMPLETE: "DDF1E3",
}
WHO = ("School", "URN", "Last name", "First name", "Role", "Kind of worker", "Started", "Leaves")
WHO_WIDTHS = (30, 9, 18, 16, 26, 30, 12, 12)
AGENCY = ("Agency or provider", "Confirmation received", "Confirmed on", "Enhanced certificate supplied")

type Values = Iterator[Any]
type Day = Callable[[date | None], SheetCell | None]


def write_central_record(records: Sequence[SchoolRecord], *, now: datetime) -> IO[bytes]:
    """An open file with the record of these schools, each school's part together on every sheet.

    Outcomes, notes and evidence are not in it; neither are dates of birth.
    """
    book = Workbook(write_only=True)
    _write_summary(book.create_sheet("Summary"), records, now)
    for label, placed in _parts_of(records):
        _write_part(book.create_sheet(label[:31]), label, placed, records)
    _write_legend(book.create_sheet("Legend"))
    file = TemporaryFile()  # noqa: SIM115 (the response closes it)
    book.save(file)
    file.seek(0)
    return file


type Placed = tuple[SchoolRecord, list[Line]]


def _parts_of(records: Sequence[SchoolRecord]) -> list[tuple[str, list[Placed]]]:
    """Every kind there is in any of the schools, with each school's lines."""
    found: dict[str, list[Placed]] = defaultdict(list)
    for record in records:
        for label, lines in list_parts(record.lines):
            found[label].append((record, lines))
    return sorted(found.items(), key=lambda part: PART_LABELS.index(part[0]))


def _write_part(sheet: Worksheet, label: str, placed: list[Placed], records: Sequence[SchoolRecord]) -> None:
    with_agency = any(have_confirmation(lines) for _, lines in placed)
    heads = _heads(with_agency=with_agency)
    count = sum(len(lines) for _, lines in placed)
    sheet.freeze_panes = f"E{HEAD_ROWS + 1}"
    sheet.auto_filter.ref = f"A{HEAD_ROWS}:{get_column_letter(len(heads))}{HEAD_ROWS + count}"
    set_widths(sheet, WHO_WIDTHS, columns=len(heads))
    _tone(sheet, len(heads), count)
    _fit_width(sheet, PAPER_A3, sheets=3)
    sheet.row_dimensions[HEAD_ROWS].height = HEAD_HEIGHT
    sheet.print_title_cols = "C:D"
    sheet.print_title_rows = f"1:{HEAD_ROWS}"
    sheet.append([text_cell(sheet, f"Single central record: {label}", font=Font(bold=True, size=14))])
    sheet.append([text_cell(sheet, _as_at(records))])
    groups = [""] * len(heads)
    groups[len(WHO)] = "Statutory checks"
    groups[len(WHO) + sum(map(len, _check_heads()[:8]))] = "Local checks"
    if with_agency:
        groups[-len(AGENCY)] = "Agency or provider"
    sheet.append([text_cell(sheet, group, font=BOLD, fill=WASH) for group in groups])
    sheet.append([text_cell(sheet, head, font=WHITE_BOLD, fill=NAVY, alignment=HEAD) for head in heads])
    day = _day_writer(sheet)
    for record, lines in placed:
        for line in lines:
            row = _row(sheet, record, line, day, with_agency=with_agency)
            sheet.append(row)  # type: ignore[arg-type]  # a generator, written cell by cell


def _check_heads() -> list[list[str]]:
    """Each check has its state and a date; the statutory ones who saw it, a certificate its number."""
    heads = []
    for column in COLUMNS:
        own = [column.label, f"{column.head}: date"]
        if column.is_statutory:
            own.append(f"{column.head}: by")
        if column.check == CheckType.ENHANCED_DBS:
            own.append("Certificate number")
        heads.append(own)
    return heads


def _heads(*, with_agency: bool) -> list[str]:
    checks = [head for heads in _check_heads() for head in heads]
    return [*WHO, *checks, *(AGENCY if with_agency else ())]


def _row(sheet: Worksheet, record: SchoolRecord, line: Line, day: Day, *, with_agency: bool) -> Values:
    one = line.engaged
    yield text_cell(sheet, record.school.name)
    yield record.school.urn
    yield text_cell(sheet, one.family_name)
    yield text_cell(sheet, one.given_name)
    yield text_cell(sheet, one.job_title)
    yield CATEGORY_LABELS[one.category] if one.category else "Not described"
    yield day(one.start_date)
    yield day(one.end_date)
    for column, cell in zip(COLUMNS, line.cells, strict=True):
        yield cell.word
        yield day(cell.day)
        if column.is_statutory:
            yield text_cell(sheet, cell.held.done_by) if cell.held else None
        if column.check == CheckType.ENHANCED_DBS:
            number = cell.held.number if cell.held and cell.state != CellState.NOT_REQUIRED else ""
            yield text_cell(sheet, number_told(column.check, number, masked=False)) or None
    if with_agency:
        yield from _agency(sheet, line, day)


def _agency(sheet: Worksheet, line: Line, day: Day) -> Values:
    confirmation = line.confirmation
    yield text_cell(sheet, line.engaged.agency) or None
    if confirmation is None:
        yield from ("Not required", None, "Not required")
        return
    yield "Yes" if confirmation.is_received else f"No: {confirmation.confirmed} of {confirmation.wanted}"
    yield day(confirmation.received_date)
    yield "Yes" if confirmation.is_certificate_supplied else "No"


def _write_summary(sheet: Worksheet, records: Sequence[SchoolRecord], now: datetime) -> None:
    heads = ["School", "URN", "Lines", *(group.label for group in WITHOUT_OUTCOMES)]
    set_widths(sheet, WHO_WIDTHS, columns=len(heads))
    sheet.freeze_panes = "B5"
    _fit_width(sheet, PAPER_A4)
    sheet.row_dimensions[4].height = HEAD_HEIGHT
    sheet.append([text_cell(sheet, "Single central record", font=Font(bold=True, size=14))])
    sheet.append([text_cell(sheet, _as_at(records))])
    sheet.append([text_cell(sheet, f"Written on {now.astimezone(SCHOOL_TIME):%d/%m/%Y at %H:%M}")])
    sheet.append([text_cell(sheet, head, font=WHITE_BOLD, fill=NAVY, alignment=HEAD) for head in heads])
    for record in records:
        counts = count_states(record.lines)
        sums = [sum(counts[state] for state in group.states) for group in WITHOUT_OUTCOMES]
        sheet.append([text_cell(sheet, record.school.name), record.school.urn, len(record.lines), *sums])
    for record in records:
        for gone in record.gone:
            sheet.append([text_cell(sheet, f"{record.school.name}: {gone.words}")])


def _as_at(records: Sequence[SchoolRecord]) -> str:
    first = records[0]
    edition = edition_on(first.day)
    newest = f" (newest edition: {edition.name})" if edition else ""
    if first.at is None:
        return f"As it stands, by the rules of {first.day:%d/%m/%Y}{newest}"
    return f"As at {first.at.astimezone(SCHOOL_TIME):%d/%m/%Y %H:%M}, by the rules of that day{newest}"


def _write_legend(sheet: Worksheet) -> None:
    set_widths(sheet, [24, 90])
    _fit_width(sheet, PAPER_A4)
    sheet.append([text_cell(sheet, head, font=WHITE_BOLD, fill=NAVY) for head in ("Word", "What it means")])
    for state in CellState:
        if state != CellState.TO_CONSIDER:
            sheet.append([STATE_LABELS[state], STATE_MEANINGS[state]])


def _fit_width(sheet: Worksheet, paper: int, sheets: int = 1) -> None:
    """On paper so many sheets wide, and as many long as need be."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = paper
    sheet.page_setup.fitToWidth = sheets
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _tone(sheet: Worksheet, columns: int, count: int) -> None:
    """Colours as rules over the words: cheaper than a style for each cell, and they follow a changed word."""
    area = f"{get_column_letter(len(WHO) + 1)}{HEAD_ROWS + 1}:{get_column_letter(columns)}{HEAD_ROWS + count}"
    for state, tone in TONES.items():
        fill = PatternFill("solid", bgColor=tone, fgColor=tone)
        for word in (STATE_LABELS[state], f"{STATE_LABELS[state]}, made late"):
            rule = CellIsRule(operator="equal", formula=[f'"{word}"'], fill=fill)
            sheet.conditional_formatting.add(area, rule)


def _day_writer(sheet: Worksheet) -> Day:
    """Writes days as schools do. One cell serves a sheet: each is on disk before the next is asked for."""
    cell = WriteOnlyCell(sheet)
    cell.number_format = "dd/mm/yyyy"

    def write(day: date | None) -> SheetCell | None:
        if day is None:
            return None
        cell.value = datetime.combine(day, time.min)
        return cell

    return write
