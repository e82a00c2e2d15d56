"""The untidy sample record in ``fixtures/documents`` is read to the last cell."""

import runpy
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from compliance.domain.central_record_reading import CentralRecordReading, reading_to_answer
from compliance.readers.central_record.sandboxed import read_workbook
from core.domain.schools import SchoolType

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures"
SAMPLE = FIXTURES / "documents" / "central-record.xlsx"
TEACHING, SUPPORT, GOVERNORS = "Teaching Staff", "Support", "Governors & Trustees"

WRONG = {
    (TEACHING, "G7"): "ambiguous_date",
    (TEACHING, "J7"): "late",
    (TEACHING, "K7"): "wrong_digits",
    (TEACHING, "N7"): "date_missing",
    (TEACHING, "R7"): "wrong_digits",
    (TEACHING, "Q6"): "blank",
    (TEACHING, "J8"): "date_missing",
    (TEACHING, "S8"): "date_missing",
    (TEACHING, "O9"): "late",
    (TEACHING, "R9"): "wrong_digits",
    (SUPPORT, "D4"): "date_missing",
    (SUPPORT, "E4"): "legacy",
    (SUPPORT, "F4"): "wrong_digits",
    (SUPPORT, "H4"): "legacy",
    (SUPPORT, "J4"): "legacy",
    (SUPPORT, "F5"): "wrong_digits",
    (SUPPORT, "I5"): "na_without_reason",
    (SUPPORT, "M5"): "not_permitted",
    (SUPPORT, "C6"): "ambiguous_date",
    (SUPPORT, "D6"): "impossible",
    (SUPPORT, "E6"): "unreadable",
    (SUPPORT, "F6"): "wrong_digits",
    (SUPPORT, "H6"): "in_progress",
    (SUPPORT, "F8"): "in_progress",
    (SUPPORT, "G8"): "in_progress",
    (SUPPORT, "H8"): "blank",
    (SUPPORT, "I8"): "na_without_reason",
    (SUPPORT, "D9"): "future",
    (GOVERNORS, "H3"): "not_permitted",
    (GOVERNORS, "I3"): "blank",
    (GOVERNORS, "D4"): "ambiguous_date",
    (GOVERNORS, "H4"): "na_without_reason",
    ("Volunteers", "H3"): "not_permitted",
    ("Volunteers", "A4"): "duplicate",
    ("Supply", "F3"): "date_missing",
    ("Supply", "G3"): "blank",
    ("Supply", "I3"): "late",
}


@pytest.fixture(scope="module")
def reading() -> CentralRecordReading:
    return read_workbook(SAMPLE, name=SAMPLE.name, school=SchoolType.ACADEMY, as_at=date(2026, 11, 23))


def test_every_cell_that_is_wrong_is_found_and_no_other(reading: CentralRecordReading) -> None:
    found = {
        (cell.sheet, cell.cell): cell.diagnosis.value
        for cell in reading.cells
        if cell.diagnosis.value != "ok"
    }

    assert found == WRONG


def test_the_summary(reading: CentralRecordReading) -> None:
    answer = reading_to_answer(reading)

    assert answer["summary"] == {
        "people": 19,
        "cells": 230,
        "by_diagnosis": {
            "ok": 193,
            "date_missing": 5,
            "late": 3,
            "blank": 4,
            "in_progress": 3,
            "na_without_reason": 3,
            "not_permitted": 3,
            "wrong_digits": 6,
            "ambiguous_date": 3,
            "impossible": 1,
            "future": 1,
            "duplicate": 1,
            "legacy": 3,
            "unreadable": 1,
        },
    }
    assert answer["missing_columns"] == ["overseas.date"]


def test_everybody_is_found_in_their_category(reading: CentralRecordReading) -> None:
    assert [(one.name, one.category, one.leaver) for one in reading.people] == [
        ("Bethan Thorne", "teaching", False),
        ("Daniel Okafor", "teaching", False),
        ("Joanne Lister", "teaching", False),
        ("Nadia Haddad", "teaching", False),
        ("Philippa Venn", "support", False),
        ("Toby Adeyemi", "support", False),
        ("M Nowak", "support", False),
        ("Katherine Quaye", "support", False),
        ("Lourdes Bright", "support", False),
        ("Sam Prior", "support", True),
        ("Matthew Wetherby", "governors", False),
        ("Rhys Llewellyn", "governors", False),
        ("Ruth Osei", "governors", True),
        ("Agnieszka Wróbel", "volunteers", False),
        ("Peter Green", "volunteers", False),
        ("Peter Green", "volunteers", False),
        ("Hannah Nunn", "supply", False),
        ("Kofi Fairweather", "supply", False),
        ("Gillian Ball", "leavers", True),
    ]


def test_what_may_be_an_offence_is_repeated_nowhere(reading: CentralRecordReading) -> None:
    assert "2009" in str(load_workbook(SAMPLE)[SUPPORT]["M5"].value)
    assert [
        cell for cell in reading.cells if "aution 2009" in f"{cell.value}{cell.message}{cell.parts}"
    ] == []


def test_the_script_makes_the_sample() -> None:
    made = runpy.run_path(str(FIXTURES / "make_central_record.py"))["make"]()

    assert values_of(made) == values_of(load_workbook(SAMPLE))


def values_of(book: Workbook) -> dict[tuple[str, str], str]:
    """Every value as text, for a day is a date when made and a moment when read again."""
    return {
        (sheet.title, cell.coordinate): str(cell.value).removesuffix(" 00:00:00")
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
