"""Reads a central-record workbook again, with the fields that a person chose for its columns.

Runs in the limited child process: keep its imports few.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from compliance.domain.central_record_people import section_category
from compliance.domain.central_record_reading import (
    CentralRecordReading,
    ReadColumn,
    reading_to_json,
)
from compliance.domain.workbook_choices import column_key
from compliance.readers.central_record.band import Band, find_bands
from compliance.readers.central_record.columns import Column, map_columns
from compliance.readers.central_record.missing import find_missing_columns
from compliance.readers.central_record.people import find_leavers, find_people
from compliance.readers.central_record.rows import DiagnosedRow, SheetReader
from compliance.readers.central_record.same_person import mark_same_people
from compliance.readers.central_record.sheets import Grid, read_grids
from compliance.readers.central_record.workbook import read_central_record
from core.domain.schools import SchoolType


def read_again_to_json(path: str, school_type: str, as_at: str, columns: Mapping[str, str]) -> dict[str, Any]:
    """What the child process calls."""
    school, day = SchoolType(school_type), date.fromisoformat(as_at)
    return reading_to_json(read_with_columns(path, school=school, as_at=day, columns=columns))


def read_with_columns(
    path: str, *, school: SchoolType, as_at: date, columns: Mapping[str, str]
) -> CentralRecordReading:
    """The reading of a workbook, its columns as proposed but for those that somebody chose."""
    proposed = read_central_record(path, school=school, as_at=as_at)
    if not columns:
        return proposed
    named = {
        (one.sheet, one.column, one.heading): columns[column_key(one)]
        for one in proposed.columns
        if column_key(one) in columns
    }
    tables = [
        _read_table(grid, band, named, school=school, as_at=as_at)
        for grid in read_grids(path)
        for band in find_bands(grid)
    ]
    read = [(found, rows) for found, rows in tables if rows]
    rows = mark_same_people([row for _, some in read for row in some])
    return replace(
        proposed,
        columns=tuple(_as_chosen(one, columns) for one in proposed.columns),
        people=tuple(row.person for row in rows),
        cells=tuple(cell for row in rows for cell in row.cells),
        missing_columns=tuple(find_missing_columns(read)),
    )


def _read_table(
    grid: Grid, band: Band, named: Mapping[tuple[str, str, str], str], *, school: SchoolType, as_at: date
) -> tuple[tuple[Column, ...], tuple[DiagnosedRow, ...]]:
    columns = tuple(_named(grid, column, named) for column in map_columns(grid, band))
    people = list(find_people(grid, band, columns))
    reader = SheetReader(
        grid,
        columns,
        [one.row for one in people],
        sheet_category=section_category(grid.title),
        school=school,
        as_at=as_at,
    )
    leavers = find_leavers(grid, people, columns)
    return columns, tuple(reader.read(one, looks_left=one.row in leavers) for one in people)


def _named(grid: Grid, column: Column, named: Mapping[tuple[str, str, str], str]) -> Column:
    field = named.get((grid.title, grid.letter(column.number), " › ".join(column.titles)))
    if field is None:
        return column
    return replace(column, heading=replace(column.heading, field=field or None, marks="", sure=True))


def _as_chosen(column: ReadColumn, columns: Mapping[str, str]) -> ReadColumn:
    chosen = columns.get(column_key(column))
    return column if chosen is None else replace(column, field=chosen or None, sure=True)
