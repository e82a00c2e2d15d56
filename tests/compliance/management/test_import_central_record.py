"""The command brings a workbook in as the page does, says what it did, and refuses in words."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from compliance.models import Check, EngagementRole, WorkbookReading
from core.domain.permissions import Role
from core.models import Engagement, Person, School
from tests.factories import make_school, make_user
from tests.factories.workbooks import make_workbook_reading

pytestmark = pytest.mark.django_db

SAMPLE = "fixtures/documents/central-record.xlsx"


@pytest.fixture
def school() -> School:
    return make_school(urn="141234")


def run(*extra: str, file: str = SAMPLE, urn: str = "141234") -> str:
    out = StringIO()
    call_command("import_central_record", file, "--school", urn, "--as-at", "2026-11-02", *extra, stdout=out)
    return out.getvalue()


def refusal(*extra: str, **where: str) -> str:
    with pytest.raises(CommandError) as caught:
        run(*extra, **where)
    assert caught.value.returncode == 1
    return str(caught.value)


def counts() -> list[int]:
    return [model.objects.count() for model in (Person, Engagement, EngagementRole, Check)]


def test_a_workbook_is_brought_in_once(school: School) -> None:
    make_user(Role.HR_OFFICER, school=school)
    said = run().splitlines()
    before = counts()

    assert said[:3] == [
        "Brought in:",
        "     15  people who were not known",
        "      0  people known already",
    ]
    assert before[:3] == [15, 15, 15]
    again = run().splitlines()
    assert again[1:4] == [
        "      0  people who were not known",
        "     15  people known already",
        "      0  posts",
    ]
    assert counts() == before


def test_a_dry_run_says_the_same_and_saves_nothing(school: School) -> None:
    make_user(Role.HR_OFFICER, school=school)
    said = run("--dry-run").splitlines()

    assert counts() == [0, 0, 0, 0]
    assert said[0] == "Nothing is saved: this is what would come in."
    assert said[1:] == run().splitlines()[1:]


def test_who_stands_by_it_has_to_be_known(school: School) -> None:
    assert refusal() == f"Nobody may bring in a workbook at {school.name}. Give somebody the role first."
    make_user(Role.HR_OFFICER, school=school, email="b@example.org", name="B")
    make_user(Role.HEADTEACHER, school=school, email="a@example.org", name="A")
    make_user(Role.INSPECTOR, school=school, email="c@example.org")

    assert refusal() == "Say with --by who stands by it: a@example.org, b@example.org."
    assert refusal("--by", "c@example.org") == (
        f"c@example.org may not bring in a workbook at {school.name}."
    )
    run("--by", "A@example.org")
    assert set(Check.objects.values_list("recorded_by__email", flat=True)) == {"a@example.org"}


def test_what_will_not_do_is_refused_in_words(school: School, tmp_path: Path) -> None:
    make_user(Role.HR_OFFICER, school=school)
    broken = tmp_path / "record.xlsx"
    broken.write_bytes(b"PK\x03\x04 cut off")

    assert refusal(urn="999999").startswith("There is no school with the URN 999999.")
    assert refusal(file="nowhere.xlsx").startswith("nowhere.xlsx: There is no file called nowhere.xlsx.")
    assert refusal(file=str(broken)).startswith(f"{broken}: ")
    assert refusal("--as-at", "2/11/26") == "--as-at must be a day written YYYY-MM-DD, not 2/11/26."
    assert counts() == [0, 0, 0, 0]


def test_old_workbooks_are_erased(school: School) -> None:
    make_workbook_reading(school=school)
    out = StringIO()
    call_command("purge_workbooks", "--dry-run", stdout=out)
    dry = WorkbookReading.objects.count()
    make_workbook_reading(school=school, changed_at="2020-01-01T00:00Z")
    call_command("purge_workbooks", stdout=out)

    assert dry == 1
    assert out.getvalue().splitlines()[1].startswith("Workbooks erased: ")
    assert not WorkbookReading.objects.filter(changed_at__year=2020).exists()
