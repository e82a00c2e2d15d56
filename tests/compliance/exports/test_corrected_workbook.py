"""A corrected copy changes what it names and nothing else."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from compliance.exports.corrected_workbook import Correction, correct_workbook
from core.domain.errors import DomainError
from tests.compliance.record_workbooks.build import invent_workbook

NOON = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)


def correction(cell: str, value: str | date | None, sheet: str = "Staff") -> Correction:
    return Correction(sheet, cell, value, "L Crabtree", NOON, "Seen on the certificate")


def workbook_bytes(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def staff_workbook() -> bytes:
    """A sheet with everything that a careless copy loses."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Staff"
    for row in (["Checks", None, None], ["Name", "DBS no.", "ID check"], ["Jane Ball", 1735307263, "Yes"]):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet["B3"].fill = PatternFill("solid", fgColor="FFFFFF00")
    sheet["A3"].font = Font(strike=True, color="FFFF0000")
    sheet["C3"].comment = Comment("see file", "Office")
    sheet["A4"].value = "=1+1"
    sheet.column_dimensions["A"].width = 31
    sheet.column_dimensions["B"].hidden = True
    choices = DataValidation(type="list", formula1='"Y,N"')
    choices.add("C3:C9")
    sheet.add_data_validation(choices)
    sheet.freeze_panes = "B3"
    book.create_sheet("Key").sheet_state = "hidden"
    return workbook_bytes(book)


def cells_of(data: bytes) -> dict[tuple[str, str], tuple[object, ...]]:
    """Every cell that holds or looks like anything, with its value, type, looks and note."""
    book = load_workbook(BytesIO(data))
    return {
        (sheet.title, cell.coordinate): (
            cell.value,
            cell.data_type,
            cell.number_format,
            repr(cell.font),
            repr(cell.fill),
            repr(cell.border),
            repr(cell.alignment),
            repr(cell.protection),
            cell.comment.text if cell.comment else None,
        )
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
    }


def sheets_of(data: bytes) -> list[tuple[object, ...]]:
    book = load_workbook(BytesIO(data))
    return [
        (
            sheet.title,
            sheet.sheet_state,
            sheet.freeze_panes,
            sorted(str(one) for one in sheet.merged_cells.ranges),
            {letter: (one.width, one.hidden) for letter, one in sheet.column_dimensions.items()},
            {number: (one.height, one.hidden) for number, one in sheet.row_dimensions.items()},
            [(str(one.sqref), one.type, one.formula1) for one in sheet.data_validations.dataValidation],
        )
        for sheet in book.worksheets
    ]


def test_a_correction_changes_its_cell_and_nothing_else() -> None:
    original = staff_workbook()

    corrected = correct_workbook(original, [correction("B3", "001735307263")])

    before, after = cells_of(original), cells_of(corrected)
    named = ("Staff", "B3")
    assert {place: cell for place, cell in after.items() if place[0] != "Changes" and place != named} == {
        place: cell for place, cell in before.items() if place != named
    }
    assert after[named][:3] == ("001735307263", "s", "@")
    assert after[named][4] == before[named][4]
    assert sheets_of(corrected)[:-1] == sheets_of(original)


def test_changes_names_cell_old_new_by_and_when() -> None:
    corrected = correct_workbook(
        staff_workbook(), [correction("B3", "001735307263"), correction("C3", date(2026, 9, 1))]
    )

    sheet = load_workbook(BytesIO(corrected))["Changes"]
    assert list(sheet.iter_rows(values_only=True)) == [
        ("Sheet", "Cell", "Old value", "New value", "By", "When", "Why"),
        (
            "Staff",
            "B3",
            "1735307263",
            "001735307263",
            "L Crabtree",
            "23/11/2026 12:30",
            "Seen on the certificate",
        ),
        ("Staff", "C3", "Yes", "01/09/2026", "L Crabtree", "23/11/2026 12:30", "Seen on the certificate"),
    ]


def test_a_day_is_written_as_a_day_the_english_way() -> None:
    corrected = correct_workbook(staff_workbook(), [correction("C3", date(2026, 9, 1))])

    cell = load_workbook(BytesIO(corrected))["Staff"]["C3"]
    assert (cell.value, cell.number_format) == (datetime(2026, 9, 1), "dd/mm/yyyy")  # noqa: DTZ001


def test_a_cell_can_be_cleared() -> None:
    corrected = correct_workbook(staff_workbook(), [correction("C3", None)])

    book = load_workbook(BytesIO(corrected))
    assert (book["Staff"]["C3"].value, book["Changes"]["D2"].value) == (None, "(cleared)")


def test_changes_can_be_read_to_the_end_on_paper() -> None:
    long = Correction("Staff", "C3", "Y", "L Crabtree", NOON, "Seen on the certificate. " * 5)

    sheet = load_workbook(BytesIO(correct_workbook(staff_workbook(), [long])))["Changes"]

    assert (sheet["G2"].alignment.wrap_text, sheet.row_dimensions[2].height) == (True, 45)
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.print_title_rows == "$1:$1"


def test_a_text_like_a_formula_stays_a_text() -> None:
    corrected = correct_workbook(staff_workbook(), [correction("C3", "=HYPERLINK(1)")])

    book = load_workbook(BytesIO(corrected))
    assert (book["Staff"]["C3"].value, book["Staff"]["C3"].data_type) == ("=HYPERLINK(1)", "s")
    assert book["Changes"]["D2"].data_type == "s"
    assert book["Staff"]["A4"].data_type == "f"


def test_what_may_be_an_offence_is_taken_out_and_not_repeated() -> None:
    book = load_workbook(BytesIO(staff_workbook()))
    book["Staff"]["C3"].value = "Caution 2009 (theft)"
    book["Staff"]["C3"].comment = Comment("Conviction 1998", "Office")
    change = Correction("Staff", "C3", None, "L Crabtree", NOON, without_note=True)

    corrected = load_workbook(BytesIO(correct_workbook(workbook_bytes(book), [change])))

    cell = corrected["Staff"]["C3"]
    assert (cell.value, cell.comment) == (None, None)
    assert corrected["Changes"]["C2"].value == "(not repeated here: it may hold details of an offence)"


def test_characters_no_workbook_can_hold_are_refused() -> None:
    with pytest.raises(DomainError) as refused:
        correct_workbook(staff_workbook(), [correction("C3", "Seen\x07")])

    assert refused.value.code == "unreadable_characters"


def test_a_second_correction_keeps_the_first_list_of_changes() -> None:
    once = correct_workbook(staff_workbook(), [correction("C3", "1/9/26")])

    twice = correct_workbook(once, [correction("B3", "001735307263")])

    assert load_workbook(BytesIO(twice)).sheetnames == ["Staff", "Key", "Changes", "Changes 2"]


@pytest.mark.parametrize(
    ("sheet", "cell"),
    [("Nowhere", "A1"), ("Staff", "B1"), ("Staff", "no cell"), ("Staff", "A"), ("Staff", "A1:B2")],
)
def test_a_cell_that_is_not_there_is_refused(sheet: str, cell: str) -> None:
    with pytest.raises(DomainError) as refused:
        correct_workbook(staff_workbook(), [correction(cell, "x", sheet)])

    assert refused.value.code == "no_such_cell"


@settings(max_examples=8, deadline=None)
@given(st.integers(min_value=0, max_value=100_000))
def test_any_invented_workbook_survives(seed: int) -> None:
    original, truth = invent_workbook(seed)
    chosen = truth.cells[seed % len(truth.cells)]

    corrected = correct_workbook(original, [correction(chosen.cell, "Seen", chosen.sheet)])

    before, after = cells_of(original), cells_of(corrected)
    assert {place for place in before if before[place] != after[place]} <= {(chosen.sheet, chosen.cell)}
    assert after[chosen.sheet, chosen.cell][0] == "Seen"
    assert sheets_of(corrected)[:-1] == sheets_of(original)
