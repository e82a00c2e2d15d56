"""The scoring grid as an Excel workbook whose totals and ranks are formulas over the points."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from core.domain.school_time import day_of
from core.exports.sheet_cells import set_widths, text_cell
from recruitment.domain.scoring import UNIT_BASE
from recruitment.models import Stage
from recruitment.selectors.grid import Grid, GridColumn, get_grid
from recruitment.selectors.score_export import iter_scorer_rows, list_agreed

PAPER_A3 = 8
NAVY = PatternFill("solid", fgColor="10264A")
WASH = PatternFill("solid", fgColor="E4EDF9")
WHITE_BOLD = Font(bold=True, color="FFFFFF")
BOLD = Font(bold=True)
HEAD = Alignment(wrap_text=True, vertical="bottom", horizontal="center")
LINE = Border(bottom=Side(style="thin", color="BCC7D8"))
TONES = ("F9D7D3", "FDEBBD", "DDF1E3", "B5DFC3")
GATE_WORDS = {"met": "Met", "not_met": "Not met", "open": "To be agreed"}

# Rows of the sheet "Grid": title, note, sections, criteria, requirement, weight, then the candidates.
WEIGHT_ROW = 6
FIRST_ROW = 7
AFTER_POINTS = ("Essentials met", "Gate", "Essentials %", "Total %", "Rank")


def build_grid_workbook(stage: Stage, *, names: bool) -> bytes:
    """The workbook: the grid, what each scorer gave, what was agreed, and the criteria with the scale.

    Raises ``NotAllowed`` while scores are sealed. Names only where the caller may show them.
    """
    grid = get_grid(stage, names=names, page_size=None)
    book = Workbook(write_only=True)
    _write_grid(book.create_sheet("Grid"), stage, grid, names=names)
    _write_scorers(book.create_sheet("Each scorer"), stage, grid)
    _write_agreed(book.create_sheet("Agreed"), stage)
    _write_criteria(book.create_sheet("Criteria and scale"), stage, grid)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _write_grid(sheet: Worksheet, stage: Stage, grid: Grid, *, names: bool) -> None:
    lead = 2 if names else 1
    first, last = lead + 1, lead + len(grid.columns)
    sheet.freeze_panes = f"{get_column_letter(first)}{FIRST_ROW}"
    set_widths(sheet, [9, 26][:lead] + [13] * len(grid.columns) + [12, 13, 13, 10, 8])
    sheet.row_dimensions[4].height = 96
    if grid.rows:
        _tone_points(sheet, grid, f"{get_column_letter(first)}{FIRST_ROW}", get_column_letter(last))
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = PAPER_A3
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"1:{WEIGHT_ROW}"
    for row in (*_heading_rows(sheet, stage, grid, lead), *_candidate_rows(sheet, grid, lead, names=names)):
        sheet.append(row)


def _heading_rows(sheet: Worksheet, stage: Stage, grid: Grid, lead: int) -> Iterator[list[Any]]:
    vacancy = stage.vacancy
    title = (
        f"{vacancy.title} ({vacancy.reference}), {vacancy.school.name}: {stage.get_kind_display().lower()}"
    )
    yield [text_cell(sheet, title, font=Font(bold=True, size=14))]
    yield ["Points are the agreed ones, or the mean of the scorers. Totals and ranks are formulas over them."]
    blank = [""] * lead
    sections = [section if at == 0 else "" for section, span in grid.groups for at in range(span)]
    yield [*blank, *(text_cell(sheet, section, font=BOLD) for section in sections)]
    captions = ["Candidate", "Name"][:lead]
    heads = [*captions, *(column.criterion.text for column in grid.columns), *AFTER_POINTS]
    yield [text_cell(sheet, head, font=WHITE_BOLD, fill=NAVY, alignment=HEAD) for head in heads]
    kinds = ["Essential" if column.criterion.is_essential else "Desirable" for column in grid.columns]
    yield [*blank, *(text_cell(sheet, kind, fill=WASH, alignment=HEAD) for kind in kinds)]
    weights = [_number(sheet, column.criterion.weight, border=LINE) for column in grid.columns]
    yield [text_cell(sheet, "Weight", font=BOLD), *[""] * (lead - 1), *weights]


def _candidate_rows(sheet: Worksheet, grid: Grid, lead: int, *, names: bool) -> Iterator[list[Any]]:
    last_row = FIRST_ROW + len(grid.rows) - 1
    for number, row in enumerate(grid.rows, start=FIRST_ROW):
        standing = row.standing
        who = [standing.code, text_cell(sheet, standing.name or "")] if names else [standing.code]
        points = [None if cell.units is None else cell.units / UNIT_BASE for cell in row.cells]
        formulas = _formulas(grid, lead, number, last_row)
        yield [
            *who,
            *points,
            f"{standing.essentials_met} of {grid.frame.essentials}",
            GATE_WORDS[standing.gate],
            *(_percent(sheet, formula) for formula in formulas[:2]),
            formulas[2],
        ]


def _formulas(grid: Grid, lead: int, row: int, last_row: int) -> tuple[str, str, str]:
    """Essentials %, total % and rank of one row; empty until every point is there, as in the ranking."""
    essentials = sum(column.criterion.is_essential for column in grid.columns)
    count = len(grid.columns)
    letters = [get_column_letter(lead + place) for place in range(1, count + len(AFTER_POINTS) + 1)]
    first, last, last_essential = letters[0], letters[count - 1], letters[max(essentials - 1, 0)]
    gate, essential, total = letters[count + 1], letters[count + 2], letters[count + 3]
    top = grid.frame.scale.max_points

    def share(upto: str) -> str:
        weights = f"${first}${WEIGHT_ROW}:${upto}${WEIGHT_ROW}"
        points = f"{first}{row}:{upto}{row}"
        complete = f'AND(COUNT({first}{row}:{last}{row})={count},{gate}{row}<>"{GATE_WORDS["open"]}")'
        return f'=IF({complete},ROUND(SUMPRODUCT({weights},{points})/(SUM({weights})*{top}),9),"")'

    def column(letter: str) -> str:
        return f"${letter}${FIRST_ROW}:${letter}${last_row}"

    met = f'{column(gate)},"{GATE_WORDS["met"]}"'
    better = f'COUNTIFS({met},{column(total)},">"&{total}{row})'
    tied = f'COUNTIFS({met},{column(total)},{total}{row},{column(essential)},">"&{essential}{row})'
    ranked = f'AND({gate}{row}="{GATE_WORDS["met"]}",{total}{row}<>"")'
    tie_break = f"+{tied}" if essentials else ""
    return (
        share(last_essential) if essentials else "",
        share(last),
        f'=IF({ranked},1+{better}{tie_break},"")',
    )


def _tone_points(sheet: Worksheet, grid: Grid, start: str, last: str) -> None:
    """The colours of the page, as rules that follow a changed point; the digit carries the meaning."""
    area = f"{start}:{last}{FIRST_ROW + len(grid.rows) - 1}"
    low, high = grid.frame.scale.min_points, grid.frame.scale.max_points
    step = (high - low) / (len(TONES) - 1)
    sheet.conditional_formatting.add(area, FormulaRule(formula=[f"ISBLANK({start})"], stopIfTrue=True))
    for place, tone in reversed(list(enumerate(TONES))):
        fill = PatternFill("solid", bgColor=tone, fgColor=tone)
        floor = low + (place - 0.5) * step if place else low
        sheet.conditional_formatting.add(
            area, CellIsRule(operator="between", formula=[str(floor), str(high)], fill=fill, stopIfTrue=True)
        )


def _write_scorers(sheet: Worksheet, stage: Stage, grid: Grid) -> None:
    sheet.freeze_panes = "C2"
    set_widths(sheet, [11, 26, *[13] * len(grid.columns)])
    _append_head(sheet, ["Candidate", "Scorer", *(column.criterion.text for column in grid.columns)])
    ids = [column.criterion.pk for column in grid.columns]
    for row in iter_scorer_rows(stage):
        given = [row.points.get(one, "") for one in ids]
        sheet.append(
            [row.code, text_cell(sheet, row.scorer), *("cannot tell" if p is None else p for p in given)]
        )


def _write_agreed(sheet: Worksheet, stage: Stage) -> None:
    sheet.freeze_panes = "A2"
    set_widths(sheet, [11, 60, 9, 60, 26, 18])
    _append_head(sheet, ["Candidate", "Criterion", "Points", "Reason", "Agreed by", "On"])
    for one in list_agreed(stage):
        who = text_cell(sheet, one.agreed_by.name)
        texts = (text_cell(sheet, one.criterion.text), one.points, text_cell(sheet, one.reason), who)
        sheet.append([one.application.code, *texts, day_of(one.agreed_at)])


def _write_criteria(sheet: Worksheet, stage: Stage, grid: Grid) -> None:
    set_widths(sheet, [60, 14, 12, 9])
    _append_head(sheet, ["Criterion", "Requirement", "Evidence", "Weight"])
    for column in grid.columns:
        sheet.append(_criterion_row(sheet, column))
    sheet.append([])
    _append_head(sheet, ["The scale", "Points"])
    scale = grid.frame.scale
    for points in range(scale.min_points, scale.max_points + 1):
        sheet.append([text_cell(sheet, grid.frame.label_of(points)), points])
    sheet.append(["An essential is met from", stage.vacancy.essential_threshold])


def _criterion_row(sheet: Worksheet, column: GridColumn) -> list[Any]:
    one = column.criterion
    return [text_cell(sheet, one.text), one.get_requirement_display(), "/".join(one.evidence), one.weight]


def _append_head(sheet: Worksheet, heads: Sequence[str]) -> None:
    sheet.append([text_cell(sheet, head, font=WHITE_BOLD, fill=NAVY, alignment=HEAD) for head in heads])


def _number(sheet: Worksheet, value: int, **styles: Any) -> Cell:
    cell = WriteOnlyCell(sheet, value)
    for name, given in styles.items():
        setattr(cell, name, given)
    return cell


def _percent(sheet: Worksheet, formula: str) -> Cell:
    cell = WriteOnlyCell(sheet, formula)
    cell.number_format = "0.0%"
    return cell
