"""Training logs read out of workbooks: lists, and people down with courses across; hostile ones refused."""

from datetime import date, datetime
from pathlib import Path

import pytest

from core.domain.errors import DomainError
from cpd.readers.sandboxed import read_log_file
from cpd.readers.training_log import read_training_log
from tests.core.documents.builders import xlsx, zipped
from tests.cpd.readers.logs import make_log, saved_log


def test_list_is_read_line_by_line(tmp_path: Path) -> None:
    path = saved_log(
        tmp_path,
        [
            ("Josie Lane", "Fire safety", datetime(2026, 9, 4), None, "Red Kite", 1.5, "£12"),  # noqa: DTZ001
            ("LANE, Josie", "KCSIE", "4th Sept 26", "3/9/27", None, None, None),
            (None, None, None, None, None, None, None),
            ("Total", None, None, None, None, None, None),
        ],
        above=2,
    )

    reading = read_training_log(str(path))

    first, second, total = reading.lines
    assert (first.name, first.course, first.awarded, first.provider, first.hours, first.cost) == (
        "Josie Lane",
        "Fire safety",
        "2026-09-04",
        "Red Kite",
        "1.5",
        "£12",
    )
    assert (second.name, second.awarded, second.expiry, second.row) == (
        "Josie Lane",
        "4th Sept 26",
        "3/9/27",
        5,
    )
    assert (total.surname, total.awarded) == ("Total", "")
    assert [field for _heading, field in reading.columns][:3] == ["Name", "Training", "Completed on"]


def test_people_down_and_courses_across_are_read_cell_by_cell(tmp_path: Path) -> None:
    heads = ("Surname", "First name", "Fire Safety", "Paediatric First Aid", "PFA expiry", "Shoe size")
    path = saved_log(
        tmp_path,
        [
            ("Lane", "Josie", date(2026, 9, 4), "1/5/2025", "30/4/2028", 5),
            ("Bevan", "Lowri", None, None, None, 6),
        ],
        heads=heads,
    )

    lines = read_training_log(str(path)).lines

    assert [(line.name, line.course, line.awarded, line.expiry, line.column) for line in lines] == [
        ("Josie Lane", "Fire Safety", "2026-09-04", "", "C"),
        ("Josie Lane", "Paediatric First Aid", "1/5/2025", "30/4/2028", "D"),
    ]


@pytest.mark.parametrize(
    ("heads", "rows", "code"),
    [
        (("Colour", "Shoe size"), [("red", 5)], "no_headings"),
        (("Name", "Shoe size"), [("Josie", 5)], "no_headings"),
        (("Name", "Course", "Date"), [], "no_lines"),
    ],
)
def test_workbook_that_is_no_log_says_what_to_do(
    tmp_path: Path, heads: tuple[str, ...], rows: list[tuple[object, ...]], code: str
) -> None:
    path = saved_log(tmp_path, rows, heads=heads)

    with pytest.raises(DomainError) as caught:
        read_training_log(str(path))

    assert caught.value.code == code


def test_log_is_read_in_the_child_as_it_is_here(tmp_path: Path) -> None:
    path = saved_log(tmp_path, [("Josie Lane", "Fire safety", date(2026, 9, 4))])

    assert read_log_file(path, name="log.xlsx") == read_training_log(str(path))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("log.xlsx", b"MZ\0\0 a program"),
        ("log.xlsx", b"Name,Course,Date\n"),
        ("log.xlsx", b"PK\x03\x04 broken"),
        ("log.xlsx", zipped({"[Content_Types].xml": "<x/>"})),
        ("log.xlsm", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"),
    ],
)
def test_hostile_and_broken_files_are_refused_in_words(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / "upload"
    path.write_bytes(data)

    with pytest.raises(DomainError) as caught:
        read_log_file(path, name=name)

    assert caught.value.message.endswith(".")


def test_sheet_of_far_too_many_cells_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    path.write_bytes(xlsx(dimension="A1:XFD1048576"))

    with pytest.raises(DomainError):
        read_log_file(path, name="log.xlsx")


def test_formula_that_was_never_calculated_is_no_date(tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    path.write_bytes(make_log([("Josie Lane", "Fire safety", "=TODAY()")]))

    (line,) = read_log_file(path, name="log.xlsx").lines

    assert line.awarded == ""
