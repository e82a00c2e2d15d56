"""The command: one JSON object, words without --json, and its exit status."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.compliance.readers.sheets import book_of

HEADINGS = ("Surname", "First name", "Post", "Date commenced", "DBS no.", "ID check", "Locker")
ROW = ("BALL", "Jane", "TA", "1/9/21", 1234567890, "Yes", "F34")


def record(folder: Path) -> Path:
    path = folder / "record.xlsx"
    book_of(HEADINGS, ROW, title="Support staff").save(path)
    return path


def call(path: Path, **options: Any) -> None:
    call_command("diagnose_central_record", str(path), school_type="academy", as_at="2026-11-23", **options)


def test_one_json_object_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(record(tmp_path), json=True)

    answer = json.loads(capsys.readouterr().out)
    assert sorted(answer) == ["cells", "columns", "missing_columns", "people", "summary"]
    assert answer["columns"][4:] == [
        {"sheet": "Support staff", "column": "E", "field": "dbs.number", "sure": True},
        {"sheet": "Support staff", "column": "F", "field": "identity.date", "sure": True},
        {"sheet": "Support staff", "column": "G", "field": None, "sure": True},
    ]
    assert answer["people"] == [
        {
            "sheet": "Support staff",
            "row": 2,
            "name": "Jane Ball",
            "category": "support",
            "start_date": "2021-09-01",
            "leaver": False,
        }
    ]
    assert [{**cell, "message": bool(cell["message"])} for cell in answer["cells"][3:]] == [
        {
            "sheet": "Support staff",
            "cell": "D2",
            "field": "role.start_date",
            "value": "2021-09-01",
            "diagnosis": "ok",
            "message": False,
            "fix": None,
        },
        {
            "sheet": "Support staff",
            "cell": "E2",
            "field": "dbs.number",
            "value": "001234567890",
            "diagnosis": "wrong_digits",
            "message": True,
            "fix": "001234567890",
        },
        {
            "sheet": "Support staff",
            "cell": "F2",
            "field": "identity.date",
            "value": None,
            "diagnosis": "date_missing",
            "message": True,
            "fix": None,
        },
    ]
    assert answer["missing_columns"] == ["rtw.date", "dbs.issue_date", "barred.date", "overseas.date"]
    assert answer["summary"] == {
        "people": 1,
        "cells": 6,
        "by_diagnosis": {"ok": 4, "date_missing": 1, "wrong_digits": 1},
    }


def test_without_json_a_person_can_read_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(record(tmp_path))

    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "1 person, 6 cells, 4 of them right."
    assert printed[3].startswith("Columns the record should have: Right to work, DBS certificate date,")
    assert [line.split(":")[0] for line in printed[4:]] == [
        "To put right, the gravest first",
        "  Support staff!F2  Jane Ball, Identity",
        "  Support staff!E2  Jane Ball, DBS certificate number",
    ]


@pytest.mark.parametrize("as_json", [True, False])
def test_a_file_that_cannot_be_read_ends_with_status_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], as_json: bool
) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 this is no workbook")

    with pytest.raises(SystemExit) as stopped:
        call(broken, json=as_json)

    printed = capsys.readouterr().out
    assert stopped.value.code == 1
    if as_json:
        assert json.loads(printed)["error"]["code"] == "office_damaged"
    else:
        assert "This file is damaged" in printed


def test_the_day_must_be_a_day(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="--as-at must be a day"):
        call_command(
            "diagnose_central_record", str(record(tmp_path)), school_type="academy", as_at="23/11/2026"
        )


def test_without_a_day_it_is_today(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "record.xlsx"
    book_of(HEADINGS, (*ROW[:5], date(2999, 1, 1), None), title="Support staff").save(path)

    call_command("diagnose_central_record", str(path), school_type="academy", json=True)

    cells = json.loads(capsys.readouterr().out)["cells"]
    assert [cell["diagnosis"] for cell in cells if cell["cell"] == "F2"] == ["future"]
