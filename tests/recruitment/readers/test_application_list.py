from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from core.domain.errors import DomainError
from recruitment.readers.application_list import MOST_ROWS, read_list

AT_WORK = datetime(2026, 11, 4, 9, 30)  # noqa: DTZ001 (a cell knows no time zone)
HEADINGS = ["Surname", "Forename(s)", "E-mail address", "Mobile", "Date received"]


def make_list(folder: Path, *sheets: tuple[str, list[list[Any]]]) -> str:
    workbook = Workbook()
    workbook.remove(workbook.active)
    for title, lines in sheets:
        sheet = workbook.create_sheet(title)
        for line in lines:
            sheet.append(line)
    path = folder / "list.xlsx"
    workbook.save(path)
    return str(path)


def code_of(path: str) -> str | None:
    try:
        read_list(path)
    except DomainError as error:
        return error.code
    return None


def test_read_list_of_a_usual_workbook(tmp_path: Path) -> None:
    lines = [
        ["Learning Mentor", None],
        [],
        ["Ref", *HEADINGS, "DOB", "Shoe size"],
        [1, "Okoye", "Ada", "ada@example.org", 7700900201.0, date(2026, 11, 3), date(1990, 1, 2), 38],
        [None],
        [2, "Bell ", " Robin", None, "07700 900202", AT_WORK, None, None],
    ]

    assert read_list(make_list(tmp_path, ("Key", [["Colours"]]), ("Applicants", lines))) == {
        "sheet": "Applicants",
        "fields": ["email", "family_name", "given_name", "phone", "received_date"],
        "rows": [
            {
                "line": "4",
                "family_name": "Okoye",
                "given_name": "Ada",
                "email": "ada@example.org",
                "phone": "7700900201",
                "received_date": "03/11/2026",
            },
            {
                "line": "6",
                "family_name": "Bell",
                "given_name": "Robin",
                "email": "",
                "phone": "07700 900202",
                "received_date": "04/11/2026",
            },
        ],
        "unknown": ["Ref", "Shoe size"],
        "not_for_selection": ["DOB"],
    }


def test_read_list_splits_names_and_puts_addresses_together(tmp_path: Path) -> None:
    lines = [
        ["Candidate", "Address", "Town", "Postcode"],
        ["SMITH, Jane", "2 High Street", "Dunmere", "DN1 1AA"],
        ["Ann Lee", None, "Dunmere", None],
        ["Piet Roos", None, None, None],
    ]

    rows = read_list(make_list(tmp_path, ("List", lines)))["rows"]

    assert rows == [
        {
            "line": "2",
            "given_name": "Jane",
            "family_name": "Smith",
            "address": "2 High Street\nDunmere\nDN1 1AA",
        },
        {"line": "3", "given_name": "Ann", "family_name": "Lee", "address": "Dunmere"},
        {"line": "4", "given_name": "Piet", "family_name": "Roos"},
    ]


def test_read_list_takes_the_line_with_the_most_headings(tmp_path: Path) -> None:
    lines = [["Name", "of the post:"], HEADINGS, ["Okoye", "Ada", "ada@example.org", "", ""]]

    assert [row["line"] for row in read_list(make_list(tmp_path, ("List", lines)))["rows"]] == ["3"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([["Surname"], ["Okoye"]], "no_headings"),
        ([["ada@example.org"], ["robin@example.org"]], "no_headings"),
        ([], "no_headings"),
        ([HEADINGS], "no_rows"),
        ([HEADINGS, [None, None, None]], "no_rows"),
        ([[None]] * 19 + [HEADINGS, ["Okoye", "Ada"]], None),
        ([[None]] * 20 + [HEADINGS, ["Okoye", "Ada"]], "no_headings"),
        ([HEADINGS] + [["Okoye", "Ada"]] * MOST_ROWS, None),
        ([HEADINGS] + [["Okoye", "Ada"]] * (MOST_ROWS + 1), "too_many_rows"),
    ],
)
def test_read_list_refuses_what_is_no_list(
    tmp_path: Path, lines: list[list[Any]], expected: str | None
) -> None:
    assert code_of(make_list(tmp_path, ("List", lines))) == expected
