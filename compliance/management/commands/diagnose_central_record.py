"""Reads a school's own central-record workbook and prints what is wrong in it. Saves nothing."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from compliance.domain.central_record_fields import FIELDS
from compliance.domain.central_record_reading import CentralRecordReading, reading_to_answer
from compliance.readers.central_record.sandboxed import read_workbook
from core.domain.dates import parse_day
from core.domain.errors import DomainError
from core.domain.schools import SchoolType


class Command(BaseCommand):
    help = "Read a single central record (xlsx) and print each cell that needs putting right."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.xlsx")
        parser.add_argument("--school-type", choices=[one.value for one in SchoolType], required=True)
        parser.add_argument(
            "--as-at", metavar="YYYY-MM-DD", help="the day to judge dates by; today if left out"
        )
        parser.add_argument("--json", action="store_true", help="one JSON object with every cell")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Exit status 1 where the file could not be read."""
        path, as_json = options["file"], options["json"]
        try:
            reading = read_workbook(
                path,
                name=path.name,
                school=SchoolType(options["school_type"]),
                as_at=_day(options["as_at"]),
            )
        except DomainError as error:
            answer = json.dumps({"error": {"code": error.code, "message": error.message}}, ensure_ascii=False)
            self.stdout.write(answer if as_json else f"{path}: {error.message}")
            raise SystemExit(1) from error
        if as_json:
            self.stdout.write(json.dumps(reading_to_answer(reading), ensure_ascii=False))
        else:
            self.stdout.write("\n".join(as_text(reading)))


def _day(text: str | None) -> date:
    if text is None:
        return timezone.localdate()
    try:
        return parse_day(text)
    except ValueError as error:
        raise CommandError(f"--as-at must be a day written YYYY-MM-DD, not {text}.") from error


def as_text(reading: CentralRecordReading) -> Iterator[str]:
    """The reading for a person at a terminal: a summary, then what to put right, the gravest first."""
    counted = reading.count_by_diagnosis()
    people = "1 person" if len(reading.people) == 1 else f"{len(reading.people)} people"
    yield f"{people}, {len(reading.cells)} cells, {counted.get('ok', 0)} of them right."
    yield from (f"  {number:5}  {name.replace('_', ' ')}" for name, number in counted.items() if name != "ok")
    if reading.missing_columns:
        labels = [FIELDS[field].label for field in reading.missing_columns]
        yield f"Columns the record should have: {', '.join(labels)}."
    unsure = [column for column in reading.columns if column.field and not column.sure]
    for column in unsure:
        label = FIELDS[str(column.field)].label
        yield f"Check: column {column.column} of {column.sheet} ({column.heading}) was read as {label}."
    yield from reading.notes
    names = {(person.sheet, person.row): person.name for person in reading.people}
    fixes = reading.list_fixes()
    yield "To put right, the gravest first:" if fixes else "Nothing to put right."
    for cell in fixes:
        who, label = names[cell.sheet, cell.row], FIELDS[cell.field].label
        yield f"  {cell.sheet}!{cell.cell}  {who}, {label}: {cell.message}"
