"""Reads a list of applicants out of an Excel workbook. Runs in a limited child process."""

import warnings
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, TypedDict

from openpyxl import load_workbook

from core.domain.errors import DomainError
from recruitment.domain.application_list import Columns, find_columns, split_name

MOST_ROWS = 400
ROWS_TO_FIND_HEADINGS = 20
MOST_COLUMNS = 120
MOST_CHARACTERS = 12_000
ADDRESS = ("address", "town", "postcode")


class ReadList(TypedDict):
    """The rows of a list, each field as text; ``rows`` carry the number of the line in the sheet."""

    sheet: str
    fields: list[str]
    rows: list[dict[str, str]]
    unknown: list[str]
    not_for_selection: list[str]


def read_list(path: str) -> ReadList:
    """The first sheet that has a heading line with a name column, and everybody under it.

    Raises ``DomainError``: ``no_headings``, ``no_rows``, ``too_many_rows``.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # extensions of Excel that openpyxl does not know
        workbook = load_workbook(path, read_only=True, data_only=True)
    for sheet in workbook.worksheets:
        lines = list(_lines(sheet))
        found = _find_headings(lines)
        if found is not None:
            return _read_sheet(sheet.title, lines, *found)
    raise DomainError(
        "no_headings",
        "No sheet has a line of headings with the candidates’ names. Put headings such as First name, Last "
        "name and E-mail above the list, save it and choose it again.",
    )


def _lines(sheet: Any) -> Iterable[list[str]]:
    """Every line as text, one more than may be read so that too many are noticed."""
    limit = ROWS_TO_FIND_HEADINGS + MOST_ROWS + 1
    for row in sheet.iter_rows(max_row=limit, max_col=MOST_COLUMNS, values_only=True):
        yield [_text(value) for value in row]


def _find_headings(lines: Sequence[Sequence[str]]) -> tuple[int, Columns] | None:
    """The line with the most known headings, a name among them."""
    best: tuple[int, Columns] | None = None
    for number, line in enumerate(lines[:ROWS_TO_FIND_HEADINGS]):
        columns = find_columns(line)
        if columns.has_name and (best is None or len(columns.fields) > len(best[1].fields)):
            best = number, columns
    return best


def _read_sheet(title: str, lines: Sequence[Sequence[str]], head: int, columns: Columns) -> ReadList:
    rows = []
    for number, line in enumerate(lines[head + 1 :], start=head + 2):
        values = {field: line[place] for place, field in columns.fields.items() if place < len(line)}
        if any(values.values()):
            rows.append({"line": str(number)} | _tidy(values))
    if not rows:
        raise DomainError("no_rows", f"Nobody stands under the headings of the sheet “{title}”.")
    if len(rows) > MOST_ROWS:
        raise DomainError(
            "too_many_rows", f"This list has more than {MOST_ROWS} lines. Split it and bring in each part."
        )
    return ReadList(
        sheet=title,
        fields=sorted({name for row in rows for name, value in row.items() if value} - {"line"}),
        rows=rows,
        unknown=list(columns.unknown),
        not_for_selection=list(columns.not_for_selection),
    )


def _tidy(values: dict[str, str]) -> dict[str, str]:
    """Names split, the parts of an address put together."""
    apart = {"full_name", *ADDRESS}
    tidy = {name: text for name, text in values.items() if name not in apart}
    if "full_name" in values and not (tidy.get("given_name") and tidy.get("family_name")):
        tidy["given_name"], tidy["family_name"] = split_name(values["full_name"])
    address = [values.get(name, "") for name in ADDRESS]
    if any(address):
        tidy["address"] = "\n".join(part for part in address if part)
    return tidy


def _text(value: object) -> str:
    """A cell as somebody would have typed it: dates the English way, whole numbers without a point."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()[:MOST_CHARACTERS]
