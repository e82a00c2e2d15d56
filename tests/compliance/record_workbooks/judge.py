"""Holds a reading against the truth of an invented workbook."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from tests.compliance.record_workbooks.build import Truth

FEWEST_SWAPPED = 7


def faults(answer: Mapping[str, Any], truth: Truth) -> list[str]:
    """Everything the reading says otherwise than the truth, one line each."""
    cells = {(cell["sheet"], cell["cell"]): cell for cell in answer["cells"]}
    found = []
    few = _fields_with_few_swapped(truth)
    for wanted in truth.cells:
        if (wanted.sheet, wanted.field) in few and "swapped" in wanted.accept:
            continue
        got = cells.get((wanted.sheet, wanted.cell))
        if got is None:
            found.append(f"{wanted.sheet}!{wanted.cell} {wanted.field}: not read")
        elif got["field"] != wanted.field:
            found.append(f"{wanted.sheet}!{wanted.cell} {wanted.field}: read as {got['field']}")
        elif got["diagnosis"] not in wanted.accept:
            found.append(
                f"{wanted.sheet}!{wanted.cell} {wanted.field}: {got['diagnosis']}, not "
                f"{sorted(wanted.accept)}; {got['value']}"
            )
        elif wanted.accept == {"ok"} and got["value"] != wanted.value:
            found.append(f"{wanted.sheet}!{wanted.cell} {wanted.field}: {got['value']}, not {wanted.value}")
    people = {
        (one["sheet"], one["row"], one["name"], one["category"], one["leaver"]) for one in answer["people"]
    }
    found += [f"person {one} not read so" for one in truth.people if one not in people]
    found += [f"person {one} invented" for one in sorted(people - set(truth.people))]
    columns = {(one["sheet"], one["column"]): one["field"] for one in answer["columns"]}
    found += [
        f"column {sheet}!{letter}: {columns.get((sheet, letter))}, not {field}"
        for sheet, letter, field in truth.columns
        if columns.get((sheet, letter)) != field
    ]
    return found


def _fields_with_few_swapped(truth: Truth) -> set[tuple[str, str]]:
    """Columns with too few swapped dates for anybody to notice."""
    counted = Counter((cell.sheet, cell.field) for cell in truth.cells if "swapped" in cell.accept)
    return {place for place, number in counted.items() if number < FEWEST_SWAPPED}
