"""Writes invented people into a workbook of a random layout, and keeps what a reader should say of it."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.compliance.record_workbooks.fields import write_field
from tests.compliance.record_workbooks.heading_rows import SHADE, write_headings
from tests.compliance.record_workbooks.headings import FOOTERS, LABELS, SHEETS
from tests.compliance.record_workbooks.layouts import Layout, invent_layout
from tests.compliance.record_workbooks.people import TruePerson, invent_people
from tests.compliance.record_workbooks.shapes import Written


@dataclass(frozen=True)
class ExpectedCell:
    sheet: str
    cell: str
    field: str
    accept: frozenset[str]
    value: str | None


@dataclass
class Truth:
    """What a right reading says."""

    cells: list[ExpectedCell] = field(default_factory=list)
    people: list[tuple[str, int, str, str, bool]] = field(default_factory=list)
    columns: list[tuple[str, str, str | None]] = field(default_factory=list)


@dataclass(frozen=True)
class Place:
    """Where somebody's row goes."""

    sheet: Worksheet
    layout: Layout
    row: int
    left: int


def invent_workbook(seed: int) -> tuple[bytes, Truth]:
    """A workbook and its truth: on one sheet with label rows, or a sheet for each kind of person."""
    random = Random(seed)  # noqa: S311 (invented data, the same for a seed)
    book, truth = Workbook(), Truth()
    del book["Sheet"]
    categories = random.sample(list(SHEETS), k=random.randrange(2, 8))
    depth = random.randrange(1, 4)
    if random.random() < 0.6:
        for category in categories:
            sheet = book.create_sheet(random.choice(SHEETS[category]))
            _fill(random, sheet, [category], depth, truth)
    else:
        _fill(random, book.create_sheet("SCR"), categories, depth, truth)
    _add_lists(random, book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue(), truth


def _add_lists(random: Random, book: Workbook) -> None:
    """Sheets that are no lists of people."""
    if random.random() < 0.5:
        key = book.create_sheet("Key", 0)
        for row in (
            ["Key to colours"],
            ["Yellow", "awaiting check"],
            ["Red", "overdue"],
            ["ID", "identity seen"],
        ):
            key.append(row)
    if random.random() < 0.5:
        lists = book.create_sheet("Lists")
        lists.sheet_state = "hidden"
        for row in (["Yes", "Enhanced", "Teacher"], ["No", "Basic", "TA"], ["N/A", "Standard", "Governor"]):
            lists.append(row)


def _fill(random: Random, sheet: Worksheet, categories: Sequence[str], depth: int, truth: Truth) -> None:
    layout = invent_layout(random, categories, depth=depth)
    first_column = random.choice([1, 1, 1, 2])
    row = 1
    if random.random() < 0.5:
        sheet.cell(1, 1, "Mill Lane Primary School – Single Central Record 2026")
        sheet.merge_cells(
            start_row=1, start_column=1, end_row=1, end_column=len(layout.columns) + first_column - 1
        )
        row = 1 + random.randrange(1, 3)
    row = write_headings(sheet, layout, row, first_column)
    truth.columns += [
        (sheet.title, get_column_letter(first_column + place), column.field)
        for place, column in enumerate(layout.columns)
    ]
    for category in categories:
        if len(categories) > 1:
            sheet.cell(row, first_column, random.choice(LABELS[category])).fill = SHADE
            row += 1
        for person in _invent_for(random, layout, category):
            _write_person(random, Place(sheet, layout, row, first_column), person, truth)
            if random.random() < 0.05:
                sheet.row_dimensions[row].hidden = True
            row += 1 if random.random() < 0.9 else 2
        if random.random() < 0.15:
            _repeat_headings(sheet, layout, row, first_column)
            row += 1
    if random.random() < 0.3:
        sheet.column_dimensions[get_column_letter(first_column + len(layout.columns) - 2)].hidden = True
    if random.random() < 0.5:
        sheet.cell(row + random.randrange(2), first_column, random.choice(FOOTERS))


def _invent_for(random: Random, layout: Layout, category: str) -> list[TruePerson]:
    """People for a sheet. Swapped days are only to be noticed among many."""
    many = layout.swapped_field or layout.month_first_field
    return invent_people(random, category, random.randrange(18, 26) if many else random.randrange(2, 9))


def _repeat_headings(sheet: Worksheet, layout: Layout, row: int, left: int) -> None:
    """The innermost headings once more, as on a new printed page."""
    for place, column in enumerate(layout.columns):
        sheet.cell(row, left + place, column.titles[-1])


def _write_person(random: Random, place: Place, person: TruePerson, truth: Truth) -> None:
    """One row, struck through now and then, as leavers are."""
    sheet, layout = place.sheet, place.layout
    struck = random.random() < 0.06
    written = [write_field(random, column, layout, person) for column in layout.columns]
    row = [
        _write_cell(sheet.cell(place.row, place.left + number), one, struck=struck)
        for number, one in enumerate(written)
    ]
    truth.cells += [
        ExpectedCell(sheet.title, cell.coordinate, column.field, one.accept, one.value)
        for cell, column, one in zip(row, layout.columns, written, strict=True)
        if column.field
    ]
    values = {column.field: one.value for column, one in zip(layout.columns, written, strict=True)}
    leaver = struck or bool(values.get("role.leave_date")) or person.category == "leavers"
    truth.people.append((sheet.title, place.row, _name_of(values), person.category, leaver))


def _write_cell(cell: Any, one: Written, *, struck: bool) -> Any:
    cell.value = one.raw
    if struck:
        cell.font = Font(strike=True)
    if one.format:
        cell.number_format = one.format
    if one.note:
        cell.comment = Comment(one.note, "Office")
    return cell


def _name_of(values: Mapping[str | None, str | None]) -> str:
    apart = f"{values.get('person.forename')} {values.get('person.surname')}"
    return values.get("person.full_name") or apart
