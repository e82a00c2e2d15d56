"""Small workbooks written out row by row, and their readings."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from compliance.domain.central_record_reading import CentralRecordReading
from compliance.readers.central_record.workbook import read_central_record
from core.domain.schools import SchoolType

AS_AT = date(2026, 11, 23)
type Row = Sequence[object]
HEADINGS = ("Surname", "First name", "Post", "Start date", "ID check")


def book_of(*rows: Row, title: str = "Staff") -> Workbook:
    book = Workbook()
    sheet = first_sheet(book)
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    return book


def first_sheet(book: Workbook) -> Worksheet:
    sheet = book.worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def read_book(book: Workbook, folder: Path, school: SchoolType = SchoolType.ACADEMY) -> CentralRecordReading:
    path = folder / "record.xlsx"
    book.save(path)
    return read_central_record(str(path), school=school, as_at=AS_AT)


def fields_of(reading: CentralRecordReading) -> dict[str, str | None]:
    """The field of each column by its letter."""
    return {column.column: column.field for column in reading.columns}


def diagnoses_of(reading: CentralRecordReading) -> dict[str, tuple[str, str | None]]:
    """Diagnosis and value of the cells that are not right, by their place."""
    return {
        cell.cell: (cell.diagnosis.value, cell.value)
        for cell in reading.cells
        if cell.diagnosis.value != "ok"
    }


def names_of(reading: CentralRecordReading) -> list[str]:
    return [person.name for person in reading.people]


def person(number: int, checked: object = "1/8/20") -> tuple[object, ...]:
    """A teacher’s row under ``HEADINGS``, with a surname of their own."""
    return (f"Ball{'abcdefghijkl'[number]}", "Jane", "Teacher", "1/9/20", checked)
