"""A list of applicants in the browser: read, corrected line by line, saved whole."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from core.domain.permissions import Role
from recruitment.models import Application, Vacancy
from tests.factories import make_application, make_person, make_user, make_vacancy

pytestmark = pytest.mark.django_db

HEADINGS = [
    "Surname",
    "First name",
    "E-mail",
    "Received",
    "Employer",
    "Job title",
    "Date started",
    "Statement",
    "DOB",
    "Shoe size",
]


@pytest.fixture
def vacancy() -> Vacancy:
    return make_vacancy()


@pytest.fixture
def hr(client: Client, vacancy: Vacancy) -> Client:
    client.force_login(make_user(Role.HR_OFFICER, school=vacancy.school))
    return client


def address(vacancy: Vacancy) -> str:
    return reverse("recruitment:application-import", args=[vacancy.pk])


def workbook(*lines: list[Any]) -> SimpleUploadedFile:
    made = Workbook()
    for line in lines:
        made.active.append(line)
    content = BytesIO()
    made.save(content)
    return SimpleUploadedFile("applicants.xlsx", content.getvalue())


ADA = [
    "Okoye",
    "Ada",
    "ada@example.org",
    date(2026, 10, 12),
    "Elm Grove",
    "TA",
    date(2020, 9, 1),
    "I run a group.",
]
ROBIN = ["Bell", "Robin", "robin.example.org", "12th of Nov"]
NOBODY = [None, "Noname"]


def read(hr: Client, vacancy: Vacancy, *lines: list[Any]) -> Any:
    return hr.post(address(vacancy), {"file": workbook(HEADINGS, *lines)})


def typed(response: Any, **changes: str) -> dict[str, str]:
    """The rows of the page as a browser sends them back."""
    rows = response.context["rows"]
    sent = {"rows-TOTAL_FORMS": str(len(rows.forms)), "rows-INITIAL_FORMS": "0"}
    for form in rows.forms:
        sent |= {field.html_name: field.value() for field in form if field.value()}
    return {name: str(value) for name, value in sent.items()} | changes


def test_every_line_is_shown_with_what_is_wrong_and_nothing_is_saved(hr: Client, vacancy: Vacancy) -> None:
    response = read(hr, vacancy, ADA, ROBIN, NOBODY)

    assert response.status_code == 200
    assert [dict(form.errors) for form in response.context["rows"].forms] == [
        {},
        {
            "email": ["This is not a whole e-mail address."],
            "received_date": ["Give a date, such as 27/3/2027."],
        },
        {"family_name": ["Give the last name."]},
    ]
    assert (response.context["wrong"], response.context["ready"]) == (2, 1)
    assert "Not known, so not brought in: Shoe size." in response.content.decode()
    assert "Not read, because it is not for selection: DOB." in response.content.decode()
    assert not Application.objects.exists()


def test_nothing_is_saved_while_a_line_is_wrong(hr: Client, vacancy: Vacancy) -> None:
    shown = read(hr, vacancy, ADA, ROBIN)

    response = hr.post(address(vacancy), typed(shown, action="save"))

    assert response.status_code == 422
    assert response.context["rows"].forms[1]["received_date"].value() == "12th of Nov"
    assert not Application.objects.exists()


def test_lines_are_corrected_left_out_and_saved(hr: Client, vacancy: Vacancy) -> None:
    shown = read(hr, vacancy, ADA, ROBIN, NOBODY)
    sent = typed(
        shown,
        **{
            "rows-1-email": "robin@example.org",
            "rows-1-received_date": "1/11/2026",
            "rows-2-leave_out": "on",
        },
    )

    checked = hr.post(address(vacancy), sent | {"action": "check"})
    saved = hr.post(address(vacancy), sent | {"action": "save"})

    assert (checked.context["wrong"], checked.context["ready"]) == (0, 2)
    assert saved["Location"] == reverse("recruitment:application-list", args=[vacancy.pk])
    rows = Application.objects.order_by("code").values_list(
        "code", "person__given_name", "channel", "is_late", "received_at__date"
    )
    assert list(rows) == [
        ("C01", "Ada", "spreadsheet", False, date(2026, 10, 12)),
        ("C02", "Robin", "spreadsheet", True, date(2026, 11, 1)),
    ]
    ada = Application.objects.get(code="C01")
    assert list(ada.history_entries.values_list("job_title", "organisation", "started", "ended")) == [
        ("TA", "Elm Grove", "2020-09-01", "")
    ]
    assert list(ada.statements.values_list("criterion", "text")) == [(None, "I run a group.")]


def test_a_job_without_its_beginning_is_said_to_be_left_out(hr: Client, vacancy: Vacancy) -> None:
    line = ["Okoye", "Ada", "ada@example.org", date(2026, 10, 12), "Elm Grove", "TA"]

    shown = read(hr, vacancy, line)
    hr.post(address(vacancy), typed(shown, action="save"))

    assert shown.context["undated"] == 1
    assert "A job is kept only with its beginning" in shown.content.decode()
    assert Application.objects.get().history_entries.count() == 0


def test_somebody_who_has_applied_or_stands_twice_is_marked(hr: Client, vacancy: Vacancy) -> None:
    make_application(vacancy, person=make_person(email="ADA@example.org"))
    twice = ["Bell", "Robin", "robin@example.org", date(2026, 10, 12)]

    response = read(hr, vacancy, ADA, twice, twice)

    assert [known for _form, known in response.context["lines"]] == [True, False, True]


def test_without_a_date_today_is_proposed(hr: Client, vacancy: Vacancy) -> None:
    response = hr.post(address(vacancy), {"file": workbook(["Name"], ["Ada Okoye"])})

    form = response.context["rows"].forms[0]
    assert (form["given_name"].value(), form["family_name"].value()) == ("Ada", "Okoye")
    assert form.errors == {}


@pytest.mark.parametrize(
    ("upload", "words"),
    [
        (None, "Choose the workbook."),
        (SimpleUploadedFile("list.xlsx", b"Ada Okoye"), "no Excel workbook, even if its name says so"),
        (workbook(["Surname"], ["Okoye"]), "No sheet has a line of headings"),
        (workbook(HEADINGS), "Nobody stands under the headings"),
    ],
)
def test_a_file_that_is_no_list_says_what_to_do(
    hr: Client, vacancy: Vacancy, upload: SimpleUploadedFile | None, words: str
) -> None:
    if upload is not None:
        upload.seek(0)

    response = hr.post(address(vacancy), {"file": upload} if upload else {})

    assert response.status_code == 422
    assert words in response.context["form"].errors["file"][0]


def test_what_the_rules_refuse_names_the_line(hr: Client, vacancy: Vacancy) -> None:
    shown = read(hr, vacancy, ADA)

    response = hr.post(address(vacancy), typed(shown, action="save", **{"rows-0-received_date": "1/1/2999"}))

    assert response.status_code == 422
    assert response.context["error"] == "Line 2: An application cannot have arrived in the future."
    assert not Application.objects.exists()
