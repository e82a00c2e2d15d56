"""Training logs as schools keep them."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

LIST_HEADS = ("Name", "Course", "Date completed", "Expiry date", "Provider", "Hours", "Cost")


def make_log(
    rows: Iterable[Sequence[object]], *, heads: Sequence[object] = LIST_HEADS, above: int = 0
) -> bytes:
    """A workbook with one sheet: so many rows of something else, the headings, the rows."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Log"
    for number in range(above):
        sheet.append([f"Mill Lane Primary School, line {number}"])
    sheet.append(list(heads))
    for row in rows:
        sheet.append(list(row))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def saved_log(folder: Path, rows: Iterable[Sequence[object]], **kwargs: object) -> Path:
    path = folder / "log.xlsx"
    path.write_bytes(make_log(rows, **kwargs))  # type: ignore[arg-type]
    return path
