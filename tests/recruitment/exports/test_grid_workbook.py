"""The workbook: real formulas that say what the ranking says, frozen panes, text that stays text."""

import shutil
import subprocess
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from core.domain.errors import NotAllowed
from recruitment.exports.grid_workbook import FIRST_ROW, build_grid_workbook
from recruitment.selectors.ranking import list_ranked
from tests.recruitment.exports.arrange import make_scored_stage

pytestmark = pytest.mark.django_db

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def read(data: bytes, *, values: bool = False) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(data), data_only=values)


def test_grid_is_frozen_and_its_totals_are_formulas() -> None:
    stage, _applications, _members = make_scored_stage()
    book = read(build_grid_workbook(stage, names=False))
    grid = book["Grid"]
    head = [cell.value for cell in grid[4]]
    assert book.sheetnames == ["Grid", "Each scorer", "Agreed", "Criteria and scale"]
    assert grid.freeze_panes == "B7"
    assert head == [
        "Candidate",
        "=Experience with primary-aged children",
        "Knowledge of safeguarding",
        "ELSA training",
        "Essentials met",
        "Gate",
        "Essentials %",
        "Total %",
        "Rank",
    ]
    assert [cell.data_type for cell in grid[FIRST_ROW]] == ["s", "n", "n", "n", "s", "s", "f", "f", "f"]


def test_text_that_begins_like_a_formula_stays_text() -> None:
    stage, _applications, _members = make_scored_stage()
    book = read(build_grid_workbook(stage, names=False))
    formulas = {
        cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" and "SUMPRODUCT" not in cell.value and "COUNTIFS" not in cell.value
    }
    assert formulas == set()


def test_names_stand_only_where_they_may_be_shown() -> None:
    stage, _applications, _members = make_scored_stage()
    hidden, shown = (
        {
            cell.value
            for row in read(build_grid_workbook(stage, names=names))["Grid"].iter_rows()
            for cell in row
        }
        for names in (False, True)
    )
    assert "Carys Beddoes" in shown
    assert {name for name in shown - hidden if isinstance(name, str) and " " in name and "=" not in name} == {
        "Carys Beddoes",
        "Imran Sadiq",
        "Joy Okoro",
        "Piotr Zielinski",
        "Ana Duarte",
    }


def test_each_scorer_keeps_own_points_and_cannot_tell_is_no_nought() -> None:
    stage, _applications, _members = make_scored_stage()
    sheet = read(build_grid_workbook(stage, names=False))["Each scorer"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert rows[0] == ["C01", "Gwen Pritchard", 3, 2, 1]
    assert rows[8] == ["C05", "Gwen Pritchard", 2, 2, "cannot tell"]
    assert len(rows) == 10


def test_agreed_points_stand_with_their_reason() -> None:
    stage, _applications, _members = make_scored_stage()
    sheet = read(build_grid_workbook(stage, names=False))["Agreed"]
    row = [cell.value for cell in sheet[2]]
    assert row[:4] == ["C02", "ELSA training", 2, "The certificate was overlooked"]


def test_agreed_points_stand_under_the_day_it_is_at_school() -> None:
    stage, _applications, _members = make_scored_stage()
    stage.agreed_scores.update(agreed_at=datetime(2026, 7, 1, 23, 30, tzinfo=UTC))
    days = [cell.value for cell in list(read(build_grid_workbook(stage, names=False))["Agreed"].columns)[-1]]
    assert days[-1] == datetime(2026, 7, 2)  # noqa: DTZ001 (a workbook knows no time zones)


def test_sealed_stage_has_no_workbook() -> None:
    stage, _applications, _members = make_scored_stage(sealed=True)
    with pytest.raises(NotAllowed):
        build_grid_workbook(stage, names=False)


@pytest.mark.office
def test_formulas_say_what_the_ranking_says(tmp_path: Path) -> None:
    assert OFFICE, "No LibreOffice was found: install the Debian package libreoffice-calc-nogui."
    stage, _applications, _members = make_scored_stage()
    (tmp_path / "grid.xlsx").write_bytes(build_grid_workbook(stage, names=False))
    subprocess.run(  # noqa: S603 (the office on this machine, on our own file)
        [
            OFFICE,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            tmp_path / "out",
            tmp_path / "grid.xlsx",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    grid = read((tmp_path / "out" / "grid.xlsx").read_bytes(), values=True)["Grid"]
    found = [
        (row[0], *(value if isinstance(value, int | float) else None for value in row[6:9]))
        for row in grid.iter_rows(min_row=FIRST_ROW, values_only=True)
    ]
    ranking = list_ranked(stage, page_size=None)
    expected = [
        (
            row.code,
            *(
                share and pytest.approx(share / 100, abs=0.0005)
                for share in (row.essential_percent, row.total_percent)
            ),
            row.rank,
        )
        for row in ranking.rows
    ]
    assert found == expected
    assert [row.rank for row in ranking.rows] == [1, 2, None, None, None]
