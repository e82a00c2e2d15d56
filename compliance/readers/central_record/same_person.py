"""Finds second rows of the same person."""

from collections.abc import Sequence
from dataclasses import replace

from compliance.domain.central_record_cells import Diagnosis
from compliance.domain.central_record_fields import NAME_FIELDS
from compliance.domain.central_record_reading import ReadCell
from compliance.readers.central_record.rows import DiagnosedRow


def mark_same_people(rows: Sequence[DiagnosedRow]) -> list[DiagnosedRow]:
    """The rows, each later one of somebody already met marked on the cell of the name.

    The same person: the same name, and the same birth date or certificate where both rows have them; or
    another name, as after a marriage, with the same birth date and certificate. A name alone is enough only
    where nothing in the rows tells them apart and they hold the same post.
    """
    namesakes: dict[str, list[DiagnosedRow]] = {}
    holders: dict[tuple[str, str], DiagnosedRow] = {}
    marked = []
    for row in rows:
        met = namesakes.setdefault(row.person.name.casefold(), [])
        proof = (_value(row, "person.dob") or "", _value(row, "dbs.number") or "")
        first = next((other for other in met if _is_same(other, row)), None) or holders.get(proof)
        if all(proof):
            holders.setdefault(proof, row)
        met.append(row)
        marked.append(_mark(row, first) if first and first.person.leaver == row.person.leaver else row)
    return marked


def _value(row: DiagnosedRow, field: str) -> str | None:
    return next((cell.value for cell in row.cells if cell.field == field and cell.value), None)


def _is_same(one: DiagnosedRow, other: DiagnosedRow) -> bool:
    """Whether two rows with one name are about one person."""
    if one.person.leaver != other.person.leaver or not one.person.name:
        return False
    births, certificates = _pair(one, other, "person.dob"), _pair(one, other, "dbs.number")
    if births is not None:
        return births
    if certificates is not None:
        return certificates
    return (
        one.person.role.casefold() == other.person.role.casefold() and one.person.sheet == other.person.sheet
    )


def _pair(one: DiagnosedRow, other: DiagnosedRow, field: str) -> bool | None:
    """Whether both rows have the same value; None where one has none."""
    values = [_value(row, field) for row in (one, other)]
    return None if None in values else values[0] == values[1]


def _mark(row: DiagnosedRow, first: DiagnosedRow) -> DiagnosedRow:
    place = f"{first.person.sheet}, row {first.person.row}"
    cells: list[ReadCell] = []
    done = False
    for cell in row.cells:
        if not done and cell.field in NAME_FIELDS and cell.field != "person.forename":
            cell = replace(
                cell,
                diagnosis=Diagnosis.DUPLICATE,
                message=f"This person already stands in {place}. Keep one row, or both where they hold "
                f"two posts.",
            )
            done = True
        cells.append(cell)
    return replace(row, person=replace(row.person, same_as=place), cells=tuple(cells))
