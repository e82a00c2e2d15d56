"""The matrix and the log from the command line."""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from core.domain.permissions import Role
from core.models import School
from cpd.models import Training
from tests.cpd.readers.logs import saved_log
from tests.factories import make_person, make_school, make_trust, make_user
from tests.factories.compliance import make_engagement
from tests.factories.training import make_courses

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> School:
    make_courses()
    school = make_school(urn="990001", trust=make_trust(name="Harbour Learning Trust"))
    make_engagement(school=school, person=make_person(given_name="Josie", family_name="Lane"))
    return school


def run(*arguments: str) -> str:
    said = StringIO()
    call_command(*arguments, stdout=said)
    return said.getvalue()


@pytest.mark.parametrize("which", [("--school", "990001"), ("--trust", "harbour learning trust")])
@pytest.mark.usefixtures("school")
def test_matrix_is_written_for_a_school_or_a_trust(tmp_path: Path, which: tuple[str, str]) -> None:
    path = tmp_path / "training.xlsx"

    said = run("training_matrix", *which, str(path), "--as-at", "2026-11-28")

    assert said == f"{path}: 1 people of 1 school, as at 28/11/2026\n"
    assert load_workbook(path)["Training"]["B5"].value == "Lane"


@pytest.mark.usefixtures("school")
def test_matrix_of_no_day_or_school_is_refused(tmp_path: Path) -> None:
    path = str(tmp_path / "training.xlsx")

    with pytest.raises(CommandError, match="is no day"):
        run("training_matrix", "--school", "990001", path, "--as-at", "soon")
    with pytest.raises(CommandError, match="There is no school"):
        run("training_matrix", "--school", "123456", path)


def test_log_is_brought_in_only_without_dry_run_and_only_once(tmp_path: Path, school: School) -> None:
    make_user(Role.HR_OFFICER, school=school)
    rows = [("Josie Lane", "Fire safety", date(2026, 9, 4)), ("Jo Nobody", "Fire safety", date(2026, 9, 4))]
    path = str(saved_log(tmp_path, rows))

    dry = run("import_training", path, "--school", "990001", "--dry-run")
    counts = [Training.objects.count()]
    for _ in range(2):
        said = run("import_training", path, "--school", "990001")
        counts.append(Training.objects.count())

    assert counts == [0, 1, 1]
    assert dry.startswith("Nothing is saved: this is what would come in.\n      1  trainings")
    assert "      1  on record already" in said
    assert "Log, row 3: Jo Nobody, Fire safety. Nobody of this name works here." in said


def test_somebody_stands_by_it(tmp_path: Path, school: School) -> None:
    path = str(saved_log(tmp_path, [("Josie Lane", "Fire safety", date(2026, 9, 4))]))

    with pytest.raises(CommandError, match="Nobody may record training"):
        run("import_training", path, "--school", "990001")
    for _ in range(2):
        make_user(Role.HR_OFFICER, school=school)
    with pytest.raises(CommandError, match="Say with --by"):
        run("import_training", path, "--school", "990001")
    with pytest.raises(CommandError, match="may not record training"):
        run("import_training", path, "--school", "990001", "--by", "nobody@example.org")


def test_file_that_is_not_there_is_said(tmp_path: Path, school: School) -> None:
    make_user(Role.HR_OFFICER, school=school)

    with pytest.raises(CommandError, match="There is no file"):
        run("import_training", str(tmp_path / "no.xlsx"), "--school", "990001")
