from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.models import Document
from recruitment.domain.application_form import ApplicationData, PersonData
from recruitment.models import Application, Vacancy
from recruitment.services.application_import import ImportRow, import_applications, read_application_list
from tests.factories import make_actor, make_stage, make_vacancy

pytestmark = pytest.mark.django_db

# The vacancies made here close on 30 October 2026.
NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
ROW = ImportRow(
    "4", ApplicationData(person=PersonData("Ada", "Okoye")), datetime(2026, 10, 30, 12, tzinfo=UTC)
)


@pytest.fixture
def vacancy() -> Vacancy:
    return make_vacancy()


@pytest.fixture
def officer(vacancy: Vacancy) -> Actor:
    return make_actor(Role.HR_OFFICER, school=vacancy.school)


def workbook() -> SimpleUploadedFile:
    made = Workbook()
    made.active.append(["Name", "E-mail"])
    made.active.append(["Ada Okoye", "ada@example.org"])
    content = BytesIO()
    made.save(content)
    return SimpleUploadedFile("list.xlsx", content.getvalue())


def test_read_application_list_keeps_nothing(vacancy: Vacancy, officer: Actor) -> None:
    read = read_application_list(vacancy=vacancy, upload=workbook(), by=officer)

    assert read["rows"] == [
        {"line": "2", "given_name": "Ada", "family_name": "Okoye", "email": "ada@example.org"}
    ]
    assert not Document.objects.exists()
    assert not Application.objects.exists()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "file_empty"),
        (b"Ada Okoye, ada@example.org", "text_as_workbook"),
        (b"%PDF-1.7", "kind_not_allowed"),
        (b"PK\x03\x04 and nothing more", "office_damaged"),
    ],
)
def test_read_application_list_of_something_else(
    vacancy: Vacancy, officer: Actor, content: bytes, expected: str
) -> None:
    with pytest.raises(DomainError) as raised:
        read_application_list(vacancy=vacancy, upload=SimpleUploadedFile("list.xlsx", content), by=officer)

    assert raised.value.code == expected


def test_read_application_list_is_not_for_a_panel_member(vacancy: Vacancy) -> None:
    member = make_actor(Role.PANEL_MEMBER, school=vacancy.school)

    with pytest.raises(NotAllowed):
        read_application_list(vacancy=vacancy, upload=workbook(), by=member)


def test_import_applications_in_the_order_of_the_list(vacancy: Vacancy, officer: Actor) -> None:
    late = ImportRow(
        "5", ApplicationData(person=PersonData("Robin", "Bell")), datetime(2026, 10, 31, 12, tzinfo=UTC)
    )

    import_applications(vacancy=vacancy, rows=[ROW, late], by=officer, now=NOW)

    stored = Application.objects.order_by("code")
    assert list(stored.values_list("code", "person__family_name", "channel", "is_late")) == [
        ("C01", "Okoye", "spreadsheet", False),
        ("C02", "Bell", "spreadsheet", True),
    ]


def test_import_applications_whole_or_not_at_all(vacancy: Vacancy, officer: Actor) -> None:
    nameless = replace(ROW, line="5", data=ApplicationData(person=PersonData("", "")))

    with pytest.raises(DomainError) as raised:
        import_applications(vacancy=vacancy, rows=[ROW, nameless], by=officer, now=NOW)

    assert raised.value.message == "Line 5: Give the first name and the last name."
    assert not Application.objects.exists()


def test_import_applications_once_scores_are_open_is_denied(vacancy: Vacancy, officer: Actor) -> None:
    make_stage(vacancy, status="unsealed")

    with pytest.raises(NotAllowed) as raised:
        import_applications(vacancy=vacancy, rows=[ROW], by=officer, now=NOW)

    assert raised.value.code == "scores_open"
