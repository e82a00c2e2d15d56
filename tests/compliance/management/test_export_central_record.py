"""The command that writes the central record into a file."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from compliance.management.commands.export_central_record import read_moment
from core.models import School
from tests.factories import make_school, make_trust
from tests.factories.compliance import make_engagement

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def school() -> School:
    school = make_school(
        name="Mill Lane Primary School", urn="123456", trust=make_trust(name="Harbour Trust")
    )
    make_engagement(school=school)
    return school


def export(tmp_path: Path, *arguments: str) -> tuple[str, list[object]]:
    """What it said, and the schools on the sheet of support staff."""
    path, said = tmp_path / "record.xlsx", StringIO()
    call_command("export_central_record", *arguments, str(path), stdout=said)
    book = load_workbook(path)
    lines = book["Support"].iter_rows(min_row=5, values_only=True) if "Support" in book.sheetnames else ()
    schools = [row[0] for row in lines]
    return said.getvalue().removeprefix(f"{path}: ").strip(), schools


@pytest.mark.parametrize(
    "named",
    [lambda school: school.urn, lambda school: school.name.lower(), lambda school: str(school.pk)],
)
def test_a_school_is_found_by_urn_name_or_number(
    tmp_path: Path, school: School, named: Callable[[School], str]
) -> None:
    make_engagement(school=make_school())

    assert export(tmp_path, "--school", named(school)) == ("1 line of 1 school", [school.name])


def test_a_trust_is_written_school_by_school(tmp_path: Path, school: School) -> None:
    make_engagement(school=make_school(name="Alder School", trust=school.trust))
    make_engagement(school=make_school())

    assert export(tmp_path, "--trust", "harbour trust") == (
        "2 lines of 2 schools",
        ["Alder School", school.name],
    )


def test_the_trusts_own_team_is_written_with_a_school_of_it(tmp_path: Path, school: School) -> None:
    for trust in (school.trust, make_trust()):
        make_engagement(school=make_school(trust=trust, is_central_team=True))

    said, schools = export(tmp_path, "--school", school.urn)

    assert (said, schools) == ("2 lines of 1 school, with the trust's own team", [school.name])


def test_as_at_a_day_before_anybody_there_is_nobody(tmp_path: Path, school: School) -> None:
    assert export(tmp_path, "--school", school.urn, "--as-at", "2020-01-01") == ("0 lines of 1 school", [])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--school", "Nowhere"], "There is no school Nowhere. Give its URN or its whole name."),
        (["--school", ""], "There is no school . Give its URN or its whole name."),
        (["--trust", "Nobody"], "There is no trust called Nobody, or it has no schools."),
        (["--school", "Twin School"], "There are 2 schools called Twin School. Give the URN."),
        (
            ["--school", "123456", "--as-at", "soon"],
            "soon is no day or moment. Write 2026-09-01 or 2026-09-01T10:30.",
        ),
        (["--school", "123456", "--as-at", "2099-01-01"], "2099-01-01 has not come yet."),
    ],
)
def test_what_cannot_be_is_said(tmp_path: Path, school: School, arguments: list[str], message: str) -> None:
    for _ in range(2):
        make_school(name="Twin School")

    with pytest.raises(CommandError) as caught:
        export(tmp_path, *arguments)

    assert str(caught.value) == message
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path, school: School) -> None:
    path = tmp_path / "nowhere" / "record.xlsx"

    with pytest.raises(CommandError) as caught:
        call_command("export_central_record", "--school", school.urn, str(path))

    assert str(caught.value) == f"The file {path} cannot be written: No such file or directory."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-07-01", datetime(2026, 7, 1, 22, 59, 59, 999999, tzinfo=UTC)),
        ("01/07/2026", datetime(2026, 7, 1, 22, 59, 59, 999999, tzinfo=UTC)),
        ("2026-07-01T10:30", datetime(2026, 7, 1, 9, 30, tzinfo=UTC)),
        ("2026-07-01T10:30+00:00", datetime(2026, 7, 1, 10, 30, tzinfo=UTC)),
        ("2026-11-02", None),
        ("2026-11-02T09:30", NOW),
    ],
)
def test_moments_are_read_by_the_clock_of_the_school(text: str, expected: datetime | None) -> None:
    assert read_moment(text, now=NOW) == expected


@pytest.mark.parametrize(
    "text", ["2026-11-03", "2026-11-02T09:31", "2026-02-30", "2026-02-30T10:00", "yesterday"]
)
def test_moments_to_come_or_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(CommandError):
        read_moment(text, now=NOW)
