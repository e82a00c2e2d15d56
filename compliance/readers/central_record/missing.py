"""Which columns a record lacks for the people in it."""

from collections.abc import Iterator, Sequence

from compliance.domain.central_record_fields import FIELDS
from compliance.readers.central_record.columns import Column
from compliance.readers.central_record.rows import DiagnosedRow

# Whose employer or provider may confirm in writing the checks it made.
_VOUCHED_FOR = frozenset({"supply", "trainees", "peripatetic", "contractors"})
# Asked of everybody the school employs, whether or not a check was called for.
_ASKED_OF_STAFF = {"overseas.date": frozenset({"teaching", "support", "trust"})}


def find_missing_columns(sheets: Sequence[tuple[Sequence[Column], Sequence[DiagnosedRow]]]) -> Iterator[str]:
    """Core fields that somebody on a sheet needs and that sheet has no column for, in their usual order.

    Where an agency vouches in writing, its confirmation is column enough for the checks it made.
    """
    lacking = {field for columns, rows in sheets for field in _lacking(columns, rows)}
    yield from (field for field in FIELDS if field in lacking)


def _lacking(columns: Sequence[Column], rows: Sequence[DiagnosedRow]) -> Iterator[str]:
    had = {column.field for column in columns} | {
        part for row in rows for cell in row.cells for part in cell.parts
    }
    current = [row for row in rows if not row.person.leaver]
    for field in FIELDS.values():
        if not field.core or field.id in had:
            continue
        needing = [row for row in current if _needs(row, field.id, had)]
        if needing:
            yield field.id


def _needs(row: DiagnosedRow, field: str, had: set[str | None]) -> bool:
    check = FIELDS[field].check
    if field in _ASKED_OF_STAFF and row.person.category in _ASKED_OF_STAFF[field]:
        return True
    if check not in row.needs.required:
        return False
    vouched = row.person.category in _VOUCHED_FOR and "supply.confirmation_date" in had
    return not vouched or check in {"identity", "supply_confirmation"}
