"""From a training log to its lines: a list with a line for each training, or people down, courses across.

Runs in the limited child process.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from compliance.domain.central_record_cells import RawCell
from compliance.domain.central_record_names import read_full_name, repair_name
from compliance.readers.central_record.sheets import Grid, read_grids
from core.domain.errors import DomainError
from cpd.domain.training_log import MOST_LINES, LogLine, TrainingLogReading, reading_to_json
from cpd.domain.training_log_titles import FIELD_LABELS, LogField, course_called, field_of, plain

ROWS_TO_LOOK_AT = 25
MOST_WORDS = 300
_NAMES = frozenset({LogField.NAME, LogField.SURNAME})
_EXPIRY_WORDS = frozenset({"expiry", "expires", "exp", "renewal", "due", "until", "renew"})
_NO_HEADINGS = (
    "No sheet of this workbook has headings for names and training. Put headings such as Name, Course and "
    "Date completed above the rows, or names down and courses across, save it and choose it again."
)


@dataclass(frozen=True, slots=True)
class Head:
    """The headings of a sheet: its row, fields by column, and courses by column with their expiry column."""

    row: int
    fields: Mapping[LogField, int]
    courses: Mapping[int, tuple[str, int | None]]
    titles: tuple[tuple[str, str], ...]


def read_to_json(path: str) -> dict[str, Any]:
    """What the child process calls. Raises ``DomainError`` where the workbook cannot be read."""
    return reading_to_json(read_training_log(path))


def read_training_log(path: str) -> TrainingLogReading:
    """Every line of every sheet that has headings. Raises ``DomainError`` for a workbook without any."""
    grids = read_grids(path)
    headed = [(grid, head) for grid in grids if (head := find_head(grid)) is not None]
    if not headed:
        raise DomainError("no_headings", _NO_HEADINGS)
    lines = [line for grid, head in headed for line in _lines(grid, head)]
    if not lines:
        raise DomainError("no_lines", "The headings were found, and no training stands under them.")
    if len(lines) > MOST_LINES:
        raise DomainError("too_many_lines", f"This log has more than {MOST_LINES} lines. Split it.")
    titles = tuple(dict.fromkeys(title for _grid, head in headed for title in head.titles))
    left = [grid.title for grid in grids if grid.cells and grid not in [one for one, _head in headed]]
    notes = (f"Not read as training logs: {', '.join(left)}.",) if left else ()
    return TrainingLogReading(titles, tuple(lines), notes)


def find_head(grid: Grid) -> Head | None:
    """The first row with a name and either a course and a date, or courses across; None for none."""
    for row in grid.rows[:ROWS_TO_LOOK_AT]:
        head = _head(row, grid.texts(row))
        is_list = {LogField.COURSE, LogField.AWARDED} <= set(head.fields)
        if _NAMES & set(head.fields) and (is_list or head.courses):
            return head
    return None


def _head(row: int, texts: Mapping[int, str]) -> Head:
    fields: dict[LogField, int] = {}
    courses: dict[int, tuple[str, int | None]] = {}
    titles: list[tuple[str, str]] = []
    last: int | None = None
    for column, text in sorted(texts.items()):
        field = field_of(text)
        if field == LogField.EXPIRY and last is not None and LogField.COURSE not in fields:
            courses[last] = (courses[last][0], column)
            titles.append((text, f"Last valid day of {courses[last][0]}"))
        elif field is not None and field not in fields:
            fields[field] = column
            titles.append((text, FIELD_LABELS[field]))
        elif (known := _course_in(text)) is not None:
            title, is_expiry = known
            if is_expiry and last is not None:
                courses[last] = (courses[last][0], column)
            elif not is_expiry:
                courses[column], last = (title, None), column
            titles.append((text, "Training, its day in each row" if not is_expiry else "Last valid day"))
        else:
            titles.append((text, "Not read"))
    return Head(row, fields, {} if LogField.COURSE in fields else courses, tuple(titles))


def _course_in(heading: str) -> tuple[str, bool] | None:
    """The course a heading names, and whether it speaks of its expiry."""
    if course_called(heading) is None:
        return None
    return " ".join(heading.split()), bool(_EXPIRY_WORDS & set(plain(heading).split()))


def _lines(grid: Grid, head: Head) -> Iterator[LogLine]:
    for row in grid.rows:
        if row <= head.row:
            continue
        forename, surname = _name(grid, head, row)
        if not (forename or surname):
            continue
        if head.courses:
            yield from _across(grid, head, row, forename, surname)
        else:
            yield _listed(grid, head, row, forename, surname)


def _name(grid: Grid, head: Head, row: int) -> tuple[str, str]:
    if LogField.SURNAME in head.fields:
        return (
            repair_name(_text(grid, head, row, LogField.FORENAME)),
            repair_name(_text(grid, head, row, LogField.SURNAME)),
        )
    name = read_full_name(_text(grid, head, row, LogField.NAME))
    return name.forename, name.surname


def _listed(grid: Grid, head: Head, row: int, forename: str, surname: str) -> LogLine:
    return LogLine(
        sheet=grid.title,
        row=row,
        column=grid.letter(head.fields[LogField.COURSE]),
        forename=forename,
        surname=surname,
        course=_text(grid, head, row, LogField.COURSE),
        awarded=_text(grid, head, row, LogField.AWARDED),
        expiry=_text(grid, head, row, LogField.EXPIRY),
        provider=_text(grid, head, row, LogField.PROVIDER),
        hours=_text(grid, head, row, LogField.HOURS),
        cost=_text(grid, head, row, LogField.COST),
    )


def _across(grid: Grid, head: Head, row: int, forename: str, surname: str) -> Iterator[LogLine]:
    for column, (title, expiry_column) in head.courses.items():
        awarded = in_words(grid.cell(row, column))
        expiry = in_words(grid.cell(row, expiry_column)) if expiry_column else ""
        if awarded or expiry:
            yield LogLine(grid.title, row, grid.letter(column), forename, surname, title, awarded, expiry)


def _text(grid: Grid, head: Head, row: int, field: LogField) -> str:
    column = head.fields.get(field)
    return in_words(grid.cell(row, column)) if column else ""


def in_words(cell: RawCell) -> str:
    """What a cell says: a date as YYYY-MM-DD, anything else as it is shown, cut where it is a story."""
    if isinstance(cell.value, date):
        return f"{cell.value:%Y-%m-%d}"
    return " ".join(cell.text.split())[:MOST_WORDS]
