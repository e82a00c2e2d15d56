"""A school's own workbook in the browser: dropped in, looked through, corrected, brought in."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from zeal import zeal_ignore

from compliance.models import Check, EngagementRole, WorkbookReading
from core.domain.permissions import Role
from core.models import Document, Person, School
from tests.compliance.readers.sheets import book_of
from tests.factories import make_person, make_school, make_user
from tests.factories.compliance import make_engagement
from tests.factories.workbooks import make_workbook_reading

pytestmark = pytest.mark.django_db

SAMPLE = Path("fixtures/documents/central-record.xlsx")
HEADINGS = ("Surname", "Forename", "DOB", "Post", "Start date", "ID check", "DBS number")
JANE = ("Ball", "Jane", "1/2/1980", "Teaching assistant", "1/9/2020", "1/8/2020", "1234567890")
OWN_PAGES = ("workbook", "workbook-repairs", "workbook-columns", "workbook-people")


@pytest.fixture
def school() -> School:
    return make_school()


def sign_in(client: Client, school: School, role: Role = Role.HR_OFFICER) -> None:
    client.force_login(make_user(role, school=school))


def drop_in(client: Client, school: School, contents: bytes | None = None) -> Any:
    file = SimpleUploadedFile("record.xlsx", SAMPLE.read_bytes() if contents is None else contents)
    return client.post(reverse("compliance:workbook-list"), {"school": school.pk, "file": file})


def book(*rows: tuple[str, ...]) -> bytes:
    buffer = BytesIO()
    book_of(HEADINGS, *rows).save(buffer)
    return buffer.getvalue()


def people(count: int) -> list[tuple[str, ...]]:
    return [(f"Ball{number}", *JANE[1:6], f"{number}234567890") for number in range(1, count + 1)]


def address(name: str, reading: WorkbookReading | None = None) -> str:
    reading = reading or WorkbookReading.objects.get()
    return reverse(f"compliance:{name}", args=[reading.pk])


def bring_in(client: Client, said: dict[str, str], reading: WorkbookReading | None = None) -> Any:
    """Confirms. An import writes person by person, which the guard against slow pages is not meant for."""
    with zeal_ignore():
        return client.post(address("workbook-people", reading), said | {"action": "import"})


def text_of(client: Client, name: str, query: str = "") -> str:
    response = client.get(address(name) + query)
    assert response.status_code == HTTPStatus.OK
    return response.content.decode()


def test_a_workbook_is_dropped_in_and_diagnosed(client: Client, school: School) -> None:
    sign_in(client, school)
    response = drop_in(client, school)

    assert response.status_code == HTTPStatus.FOUND
    assert response.headers["Location"] == address("workbook")
    context = client.get(response.headers["Location"]).context
    fixes = [fix.cell for fix, _ in context["rows"]]
    assert (fixes[0].sheet, fixes[0].cell, fixes[0].diagnosis) == ("Support", "M5", "not_permitted")
    assert len(fixes) == context["wrong"]
    assert Person.objects.count() == Check.objects.count() == 0


def test_words_set_aside_are_shown_nowhere(client: Client, school: School) -> None:
    sign_in(client, school)
    drop_in(client, school)
    secret = str(load_workbook(SAMPLE)["Support"]["M5"].value)

    assert secret
    assert all(secret not in text_of(client, name) for name in OWN_PAGES)
    assert secret not in str(WorkbookReading.objects.get().reading)


def test_the_list_is_narrowed_by_sheet_kind_and_name(client: Client, school: School) -> None:
    sign_in(client, school)
    drop_in(client, school)

    def cells(query: str) -> list[str]:
        rows = client.get(address("workbook") + query).context["rows"]
        return [f"{fix.cell.sheet}!{fix.cell.cell}" for fix, _ in rows]

    assert cells("?kind=impossible") == ["Support!D6"]
    assert cells("?q=thorne") == ["Teaching Staff!Q6"]
    assert cells("?sheet=Supply&kind=late") == ["Supply!I3"]
    assert cells("?q=nobody") == []
    assert "Nothing like that is wrong" in text_of(client, "workbook", "?q=nobody")


@pytest.mark.parametrize("name", OWN_PAGES)
def test_strangers_find_no_workbook_and_a_role_too_low_is_told(
    client: Client, school: School, name: str
) -> None:
    reading = make_workbook_reading(school=school)
    where = reverse(f"compliance:{name}", args=[reading.pk])
    sign_in(client, make_school())
    assert client.get(where).status_code == HTTPStatus.NOT_FOUND
    for role in (Role.INSPECTOR, Role.PANEL_MEMBER, Role.TRUST_ADMINISTRATOR):
        sign_in(client, school, role)
        assert client.get(where).status_code == HTTPStatus.FORBIDDEN
    both = make_user(Role.HR_OFFICER, school=make_school())
    both.roles.create(role=Role.INSPECTOR, school=school, granted_at=reading.created_at)
    client.force_login(both)
    assert client.get(where).status_code == HTTPStatus.FORBIDDEN


def test_nobody_drops_a_workbook_into_another_school(client: Client, school: School) -> None:
    sign_in(client, make_school())
    response = drop_in(client, school)

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not WorkbookReading.objects.exists()
    sign_in(client, school, Role.INSPECTOR)
    assert drop_in(client, school).status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize(
    "contents", [b"", b"PK\x03\x04 cut off", b"%PDF-1.7 a paper", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 80]
)
def test_a_hostile_file_is_refused_in_words(client: Client, school: School, contents: bytes) -> None:
    sign_in(client, school)
    response = drop_in(client, school, contents)

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    (message,) = response.context["form"].errors["file"]
    assert message.endswith(".")
    assert not Document.objects.exists()


def test_a_workbook_without_headings_is_refused_in_words(client: Client, school: School) -> None:
    sign_in(client, school)
    buffer = BytesIO()
    book_of(("Menu", "Price"), ("Soup", "2")).save(buffer)
    response = drop_in(client, school, buffer.getvalue())

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Put headings such as Surname" in response.content.decode()
    assert not WorkbookReading.objects.exists()


def test_a_column_is_named_and_the_workbook_read_again(client: Client, school: School) -> None:
    sign_in(client, school)
    drop_in(client, school)
    columns = WorkbookReading.objects.get().reading["columns"]
    place = next(
        number for number, one in enumerate(columns, start=1) if one["sheet"] == "Supply" and not one["sure"]
    )
    response = client.post(address("workbook-columns"), {f"column-{place}": "identity.by"})

    assert response.status_code == HTTPStatus.FOUND
    assert WorkbookReading.objects.get().reading["columns"][place - 1]["field"] == "identity.by"
    wrong = client.post(address("workbook-columns"), {f"column-{place}": "shoe.size"})
    assert wrong.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_the_corrected_copy_has_the_ticked_repairs_and_nothing_else(client: Client, school: School) -> None:
    sign_in(client, school)
    drop_in(client, school)
    shown = [key for key, _, _ in client.get(address("workbook-repairs")).context["rows"]]
    response = client.post(
        address("workbook-repairs"), {"shown": shown, "repair": "Support!F5", "action": "download"}
    )
    assert response.headers["Location"] == address("workbook-corrected")
    made = client.get(address("workbook-corrected"))
    corrected = load_workbook(BytesIO(b"".join(made.streaming_content)))
    original = load_workbook(SAMPLE)

    assert corrected.sheetnames == [*original.sheetnames, "Changes"]
    changed = [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in original
        for row in sheet.iter_rows()
        for cell in row
        if corrected[sheet.title][cell.coordinate].value != cell.value
    ]
    assert changed == ["Support!F5"]
    assert corrected["Support"]["F5"].value == "001848226796"


def test_people_are_confirmed_and_brought_in(client: Client, school: School) -> None:
    sign_in(client, school)
    drop_in(client, school, book(*people(3)))
    where = address("workbook-people")
    said = {f"row-{place}": "1" for place in (1, 2, 3)} | {
        "take-1": "on",
        "worker-1": "teacher",
        "take-2": "on",
        "worker-2": "nonsense",
    }
    client.post(where, said | {"action": "save"})
    assert Person.objects.count() == 0
    response = bring_in(client, said)

    assert response.headers["Location"] == address("workbook-report")
    page = text_of(client, "workbook-report")
    assert "Left out, as nobody ticked this row." in page
    roles = EngagementRole.objects.order_by("engagement__person__family_name")
    assert list(roles.values_list("engagement__person__family_name", "category")) == [
        ("Ball1", "teacher"),
        ("Ball2", "ta_elsa"),
    ]
    assert "Confirm and bring in" not in text_of(client, "workbook-people")


def test_what_was_chosen_is_kept_while_searching(client: Client, school: School) -> None:
    sign_in(client, school)
    drop_in(client, school, book(*people(2)))
    response = client.post(
        address("workbook-people"), {"row-1": "1", "worker-1": "teacher", "q": "Ball2", "action": "find"}
    )

    assert response.headers["Location"] == address("workbook-people") + "?q=Ball2"
    assert WorkbookReading.objects.get().choices["people"]["Staff!2"] == {
        "is_taken": False,
        "worker": "teacher",
        "known": "",
    }


def test_a_namesake_has_to_be_told_apart(client: Client, school: School) -> None:
    sign_in(client, school)
    for title in ("Cook", "Cleaner"):
        person = make_person(given_name="Jane", family_name="Ball")
        make_engagement(school=school, person=person, job_title=title)
    drop_in(client, school, book(JANE))
    assert "Say whether it is the same person." in text_of(client, "workbook-people")
    bring_in(client, {"row-1": "1", "take-1": "on"})
    assert Person.objects.filter(family_name="Ball").count() == 2
    assert "Say whether it is the same person." in text_of(client, "workbook-report")


def test_a_workbook_is_discarded(client: Client, school: School) -> None:
    sign_in(client, school)
    drop_in(client, school)
    where = address("workbook")
    response = client.post(address("workbook-discard"))

    assert response.headers["Location"] == reverse("compliance:workbook-list")
    assert client.get(where).status_code == HTTPStatus.NOT_FOUND
    assert not Document.objects.exists()


def test_a_report_is_only_there_after_the_import(client: Client, school: School) -> None:
    sign_in(client, school)
    drop_in(client, school, book(JANE))

    assert client.get(address("workbook-report")).status_code == HTTPStatus.NOT_FOUND
    bring_in(client, {"row-1": "1", "take-1": "on"})
    assert client.get(address("workbook-report")).status_code == HTTPStatus.OK
    assert bring_in(client, {}).status_code == HTTPStatus.FOUND
    assert Person.objects.filter(family_name="Ball").count() == 1


@pytest.mark.parametrize("count", [1, 3])
def test_pages_ask_the_database_little(
    client: Client,
    school: School,
    count: int,
    assert_queries: Callable[..., AbstractContextManager[object]],
) -> None:
    sign_in(client, school)
    for number in range(count):
        person = make_person(given_name="Jane", family_name=f"Ball{number + 1}")
        make_engagement(school=school, person=person)
        drop_in(client, school, book(*people(count)))
    reading = WorkbookReading.objects.latest("pk")
    names = [*OWN_PAGES, "workbook-report"]
    bring_in(client, {"row-1": "1", "take-1": "on"}, reading)
    for name in names:
        with assert_queries(9):
            assert client.get(address(name, reading)).status_code == HTTPStatus.OK
    with assert_queries(9):
        client.get(reverse("compliance:workbook-list"))
