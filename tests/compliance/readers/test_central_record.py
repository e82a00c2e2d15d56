"""What a workbook shows beside its values: heading bands, labels, leavers, footers, second rows."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill

from compliance.domain.central_record_reading import CentralRecordReading
from core.domain.errors import DomainError
from core.domain.schools import SchoolType
from tests.compliance.readers.sheets import (
    HEADINGS,
    book_of,
    diagnoses_of,
    fields_of,
    first_sheet,
    names_of,
    person,
    read_book,
)

GREY = PatternFill("solid", fgColor="FFBFBFBF")
BLUE = PatternFill("solid", fgColor="FFDDEBF7")


def leavers_of(reading: CentralRecordReading) -> list[bool]:
    return [one.leaver for one in reading.people]


def test_three_rows_of_headings_merged_both_ways(tmp_path: Path) -> None:
    book = book_of(
        ("Oakfield Academy – Single Central Record",),
        ("Updated 1/9/26 by JB",),
        ("STAFF", None, None, "CHECKS", None, None, None, None),
        ("Name", "Role", "Start Date", "Identity", None, None, "Barred list", None),
        (None, None, None, "Evidence", "Date", "By", "Y/N", "Date"),
        ("BALL, Jane", "TA", "1/9/20", "Passport", "1/8/20", "JB", "Y", None),
    )
    for merged in ("A1:H1", "A3:C3", "D3:H3", "A4:A5", "B4:B5", "C4:C5", "D4:F4", "G4:H4"):
        first_sheet(book).merge_cells(merged)

    reading = read_book(book, tmp_path)

    assert fields_of(reading) == {
        "A": "person.full_name",
        "B": "role.title",
        "C": "role.start_date",
        "D": "identity.evidence",
        "E": "identity.date",
        "F": "identity.by",
        "G": None,
        "H": "barred.date",
    }
    assert names_of(reading) == ["Jane Ball"]
    assert diagnoses_of(reading) == {"H6": ("date_missing", None)}


def test_dates_to_the_right_of_ticks_documents_and_numbers(tmp_path: Path) -> None:
    checks = ("ID", "Date", "RTW", "Date", "DBS", "Date", "Checked by", "Medical", "Checked by", "Date")
    done = ("Passport", "1/8/20", "Y", "2/8/20", "001234567890", "1/7/20", "JB", "1/8/20", "LC", "3/8/20")
    undated = ("DL", "1/8/20", "Y", None, "001234567891", "1/7/20", "JB", "1/8/20", "LC", "3/8/20")
    book = book_of(
        ("Surname", "First Name", "Job", "Started", *checks),
        ("Ball", "Jane", "TA", "1/9/20", *done),
        ("Cole", "Sam", "TA", "1/9/20", *undated),
    )

    reading = read_book(book, tmp_path)

    assert list(fields_of(reading).values())[4:] == [
        "identity.evidence", "identity.date", None, "rtw.date", "dbs.number", "dbs.issue_date", "dbs.by",
        "medical.date", "meta.checked_by", "meta.check_date",
    ]  # fmt: skip
    assert diagnoses_of(reading) == {"H3": ("date_missing", None)}
    assert [column.column for column in reading.columns if not column.sure] == ["F", "H", "J", "K"]


def test_label_rows_give_the_category_and_are_nobody(tmp_path: Path) -> None:
    book = book_of(
        HEADINGS,
        ("TEACHING STAFF",),
        person(0),
        ("Governors",),
        ("Cole", "Sam", "Chair", "1/9/20", "1/8/20"),
        (),
        ("Last checked by GT (Head) + Chair 18/9/26",),
        ("Total staff", 2),
    )

    reading = read_book(book, tmp_path)

    assert [(one.name, one.category) for one in reading.people] == [
        ("Jane Balla", "teaching"),
        ("Sam Cole", "governors"),
    ]


def test_headings_printed_again_are_nobody(tmp_path: Path) -> None:
    assert names_of(read_book(book_of(HEADINGS, person(0), HEADINGS, person(1)), tmp_path)) == [
        "Jane Balla",
        "Jane Ballb",
    ]


def test_somebody_of_whom_nothing_is_recorded_is_somebody(tmp_path: Path) -> None:
    book = book_of(("Name", "Post", "Start date", "ID check"), ("Jane Ball",), ("Notes on colours",))

    assert names_of(read_book(book, tmp_path)) == ["Jane Ball"]


def test_who_is_struck_through_has_left(tmp_path: Path) -> None:
    book = book_of(HEADINGS, person(0), person(1))
    for cell in first_sheet(book)[3]:
        cell.font = Font(strike=True)

    assert leavers_of(read_book(book, tmp_path)) == [False, True]


@pytest.mark.parametrize(
    ("grey_rows", "leavers"),
    [
        ([3], [False, True, False, False, False, False]),
        ([3, 5, 7], [False] * 6),
        ([2, 3, 4, 5], [False] * 6),
    ],
)
def test_a_grey_row_has_left_unless_grey_is_a_pattern(
    tmp_path: Path, grey_rows: list[int], leavers: list[bool]
) -> None:
    book = book_of(HEADINGS, *[person(number) for number in range(6)])
    for row in grey_rows:
        for cell in first_sheet(book)[row]:
            cell.fill = GREY

    assert leavers_of(read_book(book, tmp_path)) == leavers


def test_another_colour_is_no_sign_of_leaving(tmp_path: Path) -> None:
    book = book_of(HEADINGS, person(0), person(1))
    for cell in first_sheet(book)[3]:
        cell.fill = BLUE

    assert leavers_of(read_book(book, tmp_path)) == [False, False]


@pytest.mark.parametrize(
    ("left", "leaver"), [("22/11/26", True), ("23/11/26", False), ("31/12/26", False), (None, False)]
)
def test_a_leaving_date_counts_from_the_next_day(tmp_path: Path, left: str | None, leaver: bool) -> None:
    book = book_of((*HEADINGS, "Date left"), (*person(0), left))

    assert leavers_of(read_book(book, tmp_path)) == [leaver]


def test_hidden_rows_columns_and_sheets_are_read_and_named(tmp_path: Path) -> None:
    book = book_of(HEADINGS, person(0), person(1))
    first_sheet(book).row_dimensions[3].hidden = True
    first_sheet(book).column_dimensions["E"].hidden = True
    hidden = book.create_sheet("Leavers")
    hidden.sheet_state = "hidden"
    for row in (HEADINGS, ("Old", "Bob", "Teacher", "1/9/10", "1/8/10")):
        hidden.append(row)
    book.create_sheet("Key").append(["Yellow", "awaiting"])

    reading = read_book(book, tmp_path)

    assert names_of(reading) == ["Jane Balla", "Jane Ballb", "Bob Old"]
    assert [one.hidden for one in reading.people] == [False, True, True]
    assert [one.column for one in reading.columns if one.hidden] == ["E"]
    assert reading.notes == (
        "Not read as lists of people: Key.",
        "Hidden sheets were read as well: Leavers.",
        "Hidden rows were read as well: 2.",
    )


NUMBER = "001234567890"


@pytest.mark.parametrize(
    ("second", "duplicate"),
    [
        (("BALL", "Jane", "TA", "1/2/1980", None), True),
        (("BALL", "Jane", "Cook", None, NUMBER), True),
        (("BALL", "Jane", "TA", None, None), True),
        (("Cole", "Jane", "TA", "1/2/80", NUMBER), True),
        (("Ball", "Jane", "Cook", None, None), False),
        (("Ball", "Jane", "TA", "2/2/1980", NUMBER), False),
        (("Ball", "Jan", "TA", "1/2/1980", None), False),
        (("Cole", "Sam", "TA", None, NUMBER), False),
    ],
)
def test_a_second_row_of_the_same_person(
    tmp_path: Path, second: tuple[str | None, ...], duplicate: bool
) -> None:
    headings = ("Surname", "Forename", "Post", "DOB", "DBS number")
    book = book_of(headings, ("Ball", "Jane", "TA", "1/2/80", NUMBER), second)

    reading = read_book(book, tmp_path)

    marked = ["A3"] if duplicate else []
    assert [cell.cell for cell in reading.cells if cell.diagnosis == "duplicate"] == marked
    assert [one.same_as for one in reading.people] == ["", "Staff, row 2" if duplicate else ""]


def test_older_columns_beside_todays_leave_no_gap(tmp_path: Path) -> None:
    older, todays = ("001234567890", "1/7/05", None, None), (None, None, "001234567891", "1/7/15")
    numbers = ("CRB No", "CRB date", "DBS number", "DBS date")
    book = book_of(
        ("Name", "Post", "Start date", *numbers, "List 99", "Barred list"),
        ("Jane Ball", "TA", "1/9/2001", *older, "12/3/01", None),
        ("Sam Cole", "TA", "1/9/2015", *todays, None, "1/7/15"),
    )

    assert diagnoses_of(read_book(book, tmp_path)) == {"H2": ("legacy", "2001-03-12")}


def test_the_result_of_a_formula_is_read_and_none_is_calculated(tmp_path: Path) -> None:
    book = book_of(HEADINGS, person(0, "=DATE(2020,8,1)"))

    assert diagnoses_of(read_book(book, tmp_path)) == {"E2": ("unreadable", None)}


@pytest.mark.parametrize(
    ("school", "missing"),
    [
        (SchoolType.MAINTAINED, ()),
        (SchoolType.ACADEMY, ("s128.date",)),
    ],
)
def test_columns_somebody_needs_and_the_record_lacks(
    tmp_path: Path, school: SchoolType, missing: tuple[str, ...]
) -> None:
    book = book_of(
        ("Name", "Post", "Start", "ID", "RTW", "DBS date", "Barred list", "Prohibition", "Quals", "Overseas"),
        ("Jane Ball", "Deputy Head", "1/9/20", *["1/8/20"] * 7),
    )

    assert read_book(book, tmp_path, school).missing_columns == missing


@pytest.mark.parametrize(
    ("book", "code"),
    [
        (book_of(("Yes", "No"), ("Enhanced", "Basic")), "no_headings"),
        (book_of(HEADINGS), "no_people"),
        (Workbook(), "no_headings"),
    ],
)
def test_a_workbook_without_people_is_refused_in_words(tmp_path: Path, book: Workbook, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        read_book(book, tmp_path)

    assert refused.value.code == code


def test_a_second_table_has_headings_and_a_label_of_its_own(tmp_path: Path) -> None:
    book = book_of(
        ("TEACHING STAFF",),
        HEADINGS,
        person(0),
        (),
        ("GOVERNORS",),
        ("Name", "Type of governor", "Appointed", "ID", "S128"),
        ("Sam Cole", "Parent", "1/9/20", "1/8/20", None),
    )

    reading = read_book(book, tmp_path)

    assert [(one.name, one.category) for one in reading.people] == [
        ("Jane Balla", "teaching"),
        ("Sam Cole", "governors"),
    ]
    assert diagnoses_of(reading) == {"E7": ("blank", None)}


def test_a_surname_that_is_also_a_word_of_footers_is_a_surname(tmp_path: Path) -> None:
    book = book_of(HEADINGS, ("Green", "Ann", "TA", "1/9/20", "1/8/20"), ("Key", "Tom", "TA", "1/9/20", None))

    assert names_of(read_book(book, tmp_path)) == ["Ann Green", "Tom Key"]


def test_ticks_alone_are_all_there_is_of_a_check_without_a_date_column(tmp_path: Path) -> None:
    book = book_of(("Name", "Post", "Started", "Identity Y/N"), ("Jane Ball", "TA", "1/9/20", "Y"))

    assert diagnoses_of(read_book(book, tmp_path)) == {"D2": ("date_missing", None)}


def test_letters_of_a_font_of_signs_are_ticks_and_crosses(tmp_path: Path) -> None:
    book = book_of(HEADINGS, person(0, "ü"), person(1, "û"), person(2, "ü"))
    for row in (2, 3):
        first_sheet(book).cell(row, 5).font = Font(name="Wingdings")

    assert diagnoses_of(read_book(book, tmp_path)) == {
        "E2": ("date_missing", None),
        "E3": ("blank", None),
        "E4": ("unreadable", None),
    }


@pytest.mark.parametrize(
    ("often", "regulated", "diagnosis"),
    [
        ("Weekly", None, "ok"),
        ("One-off", None, "not_permitted"),
        ("Weekly", "N", "not_permitted"),
        ("One-off", "Y", "ok"),
    ],
)
def test_how_often_a_volunteer_comes_decides_about_the_barred_list(
    tmp_path: Path, often: str, regulated: str | None, diagnosis: str
) -> None:
    book = book_of(
        ("Name", "Role", "Start date", "Frequency", "Regulated activity?", "Barred list"),
        ("Jane Ball", "Volunteer", "1/9/20", often, regulated, "1/8/20"),
    )

    cells = read_book(book, tmp_path).cells

    assert [cell.diagnosis.value for cell in cells if cell.field == "barred.date"] == [diagnosis]


def test_a_later_certificate_is_a_renewal_where_an_earlier_one_was_in_time(tmp_path: Path) -> None:
    book = book_of(
        ("Name", "Post", "Start date", "CRB date", "DBS date"),
        ("Jane Ball", "TA", "1/9/2008", "1/8/2008", "2/9/2019"),
        ("Sam Cole", "TA", "1/9/2008", None, "2/9/2019"),
    )

    assert diagnoses_of(read_book(book, tmp_path)) == {"E3": ("late", "2019-09-02")}


def test_rows_that_name_nobody_are_told(tmp_path: Path) -> None:
    book = book_of(
        ("Company", "Name", "Role", "Start date", "DBS number", "DBS date"),
        ("Clear View Ltd", "Bob Hill", "Window cleaner", "1/9/20", "001234567890", "1/8/20"),
        ("Boiler Co", None, "Engineer", "1/9/20", "on file", "1/8/20"),
    )

    reading = read_book(book, tmp_path)

    assert names_of(reading) == ["Bob Hill"]
    assert reading.notes == ("Rows of Staff without a name were left out: 3.",)


def test_a_column_of_names_under_a_word_nobody_knows_is_found(tmp_path: Path) -> None:
    book = book_of(
        ("Employer", "Artist in residence", "Art", "Started", "ID", "DBS date"),
        ("Ink Ltd", "Jane Ball", "Print", "1/9/20", "1/8/20", "1/8/20"),
        ("Clay Co", "Sam Cole", "Pots", "1/9/20", "1/8/20", "1/8/20"),
    )

    reading = read_book(book, tmp_path)

    assert names_of(reading) == ["Jane Ball", "Sam Cole"]
    assert [one.column for one in reading.columns if not one.sure] == ["B"]


def test_a_remark_in_two_cells_under_the_table_is_nobody(tmp_path: Path) -> None:
    book = book_of(HEADINGS, person(0), ("Checked termly by", "S Green"))

    assert names_of(read_book(book, tmp_path)) == ["Jane Balla"]
