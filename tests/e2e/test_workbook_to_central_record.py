"""One whole story: a school's own workbook is dropped in, looked through, brought in, and taken away."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pytest_playwright.pytest_playwright import CreateContextCallback

from core.domain.permissions import Role
from core.models import School, User
from tests.factories.people import make_school, make_user

WORKBOOK = Path(__file__).parents[2] / "fixtures" / "documents" / "central-record.xlsx"
NAME = "Lister"


@pytest.fixture(autouse=True)
def writing_person_by_person(settings: Any) -> None:
    """An import does, which the guard against slow pages is not meant for."""
    settings.ZEAL_ALLOWLIST = [{"model": "*", "field": "*"}]


def drop_in(hr: Page, school: School) -> None:
    hr.goto("/central-record/workbooks/")
    hr.locator("input[type=file]").set_input_files(WORKBOOK)
    hr.get_by_role("button", name="Read the workbook").click()
    hr.wait_for_url(re.compile(r"/workbooks/\d+/$"))
    expect(hr.locator("tbody tr", has_text=NAME).first).to_contain_text("Done, date missing")
    assert School.objects.get(pk=school.pk).engagements.count() == 0


def bring_in(hr: Page) -> None:
    """Everybody ticked, but for one who is left out by hand."""
    hr.get_by_role("link", name=re.compile("^People")).first.click()
    hr.locator("tbody tr", has_text="Nadia Haddad").get_by_role("checkbox").uncheck()
    hr.get_by_role("button", name="Confirm and bring in").click()
    hr.wait_for_url("**/report/")
    expect(hr.locator("tbody tr", has_text="Nadia Haddad").first).to_contain_text("nobody ticked this row")


def states_in_the_record(hr: Page, school: School) -> list[str]:
    """The words of the line without their days, as they stand on the screen."""
    hr.goto(f"/central-record/{school.pk}/?q={NAME}")
    line = hr.locator("tbody tr", has_text=NAME)
    expect(line).to_have_count(1)
    return line.locator("td").evaluate_all("cells => cells.map(cell => cell.firstChild.textContent.trim())")


def states_in_the_export(school: School, path: Path) -> list[str]:
    call_command("export_central_record", str(path), school=school.urn)
    sheet = load_workbook(path)["Teaching"]
    heads = [cell.value for cell in sheet[4]]
    (row,) = (row for row in sheet.iter_rows(min_row=5, values_only=True) if row[2] == NAME)
    dates = [place for place, head in enumerate(heads) if str(head).endswith(": date")]
    return [str(row[place - 1]) for place in dates]


def test_from_a_schools_own_workbook_to_the_central_record(
    new_context: CreateContextCallback,
    sign_in: Callable[[Page, User], Page],
    axe: Callable[[Page], list[str]],
    tmp_path: Path,
) -> None:
    school = make_school(name="Mill Lane Primary School", urn="990001")
    hr = sign_in(new_context().new_page(), make_user(Role.HR_OFFICER, school=school, name="Nia Owen"))

    drop_in(hr, school)
    bring_in(hr)
    assert axe(hr) == []

    shown = states_in_the_record(hr, school)
    assert {"Complete", "Done, date missing", "Missing"} <= set(shown)
    assert states_in_the_export(school, tmp_path / "record.xlsx") == shown
    hr.goto(f"/central-record/{school.pk}/?day={timezone.localdate().replace(day=1):%d/%m/%Y}&q={NAME}")
    assert hr.locator("tbody tr", has_text=NAME).count() == 0
