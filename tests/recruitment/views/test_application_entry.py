"""Typing in an application, and putting one right."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.domain.permissions import Role
from core.models import Person
from recruitment.models import Application, Vacancy
from recruitment.services.application_parts import data_of
from tests.factories import make_application, make_person, make_stage, make_user, make_vacancy

pytestmark = pytest.mark.django_db


@pytest.fixture
def vacancy() -> Vacancy:
    return make_vacancy()


@pytest.fixture
def hr(client: Client, vacancy: Vacancy) -> Client:
    client.force_login(make_user(Role.HR_OFFICER, school=vacancy.school))
    return client


def create(vacancy: Vacancy) -> str:
    return reverse("recruitment:application-create", args=[vacancy.pk])


def edit(application: Application) -> str:
    return reverse("recruitment:application-edit", args=[application.pk])


def rows(prefix: str, *some: dict[str, str]) -> dict[str, str]:
    sent = {f"{prefix}-TOTAL_FORMS": str(len(some)), f"{prefix}-INITIAL_FORMS": "0"}
    return sent | {
        f"{prefix}-{index}-{name}": text for index, row in enumerate(some) for name, text in row.items()
    }


def form(**changes: Any) -> dict[str, Any]:
    """The smallest form that can be saved, as a browser sends it."""
    return {
        "channel": "paper",
        "received_date": f"{timezone.localdate():%d/%m/%Y}",
        "person-given_name": "Priya",
        "person-family_name": "Nair",
        "person-email": "priya@example.org",
        **rows("qualifications", {}),
        **rows("history", {"kind": "employment"}),
        **rows("referees", {}, {}),
        **changes,
    }


def test_a_name_alone_is_enough_to_save(hr: Client, vacancy: Vacancy) -> None:
    response = hr.post(create(vacancy), form())

    application = Application.objects.get()
    assert response["Location"] == reverse("recruitment:application-detail", args=[application.pk])
    assert (application.code, application.channel, application.person.full_name) == (
        "C01",
        "paper",
        "Priya Nair",
    )
    assert data_of(application=application).history == ()


def test_everything_typed_is_stored(hr: Client, vacancy: Vacancy) -> None:
    first = vacancy.criteria.order_by("position").first()
    job = {
        "kind": "employment",
        "job_title": "Teaching assistant",
        "organisation": "Elm Grove School",
        "started": "Sept 2019",
        "ended": "31/8/2022",
        "duties": "Reading groups",
        "reason_for_leaving": "End of contract",
    }
    caring = {
        "kind": "other",
        "job_title": "At home with my children",
        "started": "9/2022",
        "is_current": "on",
    }

    hr.post(
        create(vacancy),
        form(
            **rows("history", job, {}, caring),
            **rows("qualifications", {"title": "NVQ level 3", "awarded": "7/2014", "grade": "Pass"}),
            **rows("referees", {"name": "Jo Marsh", "email": "jo@example.org"}),
            **{
                "education-education_ended": "July 2014",
                "gaps-gap_explanation": "Travelled",
                f"statements-criterion_{first.pk}": "I ran a group.",
                "statements-general": "And more.",
                "circumstances-is_related_to_school": "no",
                "circumstances-has_lived_abroad": "yes",
                "circumstances-interview_adjustments": "Large print",
                "circumstances-wants_guaranteed_interview": "on",
                "declaration-is_declared_true": "on",
            },
        ),
    )

    data = data_of(application=Application.objects.get())
    assert [(one.started, one.ended, one.job_title) for one in data.history] == [
        ("2019-09", "2022-08-31", "Teaching assistant"),
        ("2022-09", "", "At home with my children"),
    ]
    assert [(one.title, one.awarded) for one in data.qualifications] == [("NVQ level 3", "2014-07")]
    assert [(one.name, one.may_contact_before_interview) for one in data.referees] == [("Jo Marsh", False)]
    assert {one.criterion_id: one.text for one in data.statements} == {
        first.pk: "I ran a group.",
        None: "And more.",
    }
    assert (data.education_ended, data.gap_explanation, data.interview_adjustments) == (
        "2014-07",
        "Travelled",
        "Large print",
    )
    assert (data.is_related_to_school, data.has_lived_abroad, data.wants_guaranteed_interview) == (
        False,
        True,
        True,
    )
    assert data.is_declared_true


def test_the_form_as_it_came_is_attached(hr: Client, vacancy: Vacancy) -> None:
    files = [SimpleUploadedFile("form.txt", b"My application"), SimpleUploadedFile("cv.txt", b"My life")]

    hr.post(create(vacancy), form(documents=files))

    names = (
        Application.objects.get().documents.order_by("pk").values_list("document__original_name", flat=True)
    )
    assert list(names) == ["form.txt", "cv.txt"]


def test_a_file_refused_keeps_everything_typed(hr: Client, vacancy: Vacancy) -> None:
    picture = SimpleUploadedFile("photo.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 64)

    response = hr.post(create(vacancy), form(documents=[picture], **{"gaps-gap_explanation": "Travelled"}))

    assert response.status_code == 422
    assert response.context["received"].errors["documents"][0].startswith("photo.png: This is a picture")
    assert response.context["gaps"]["gap_explanation"].value() == "Travelled"
    assert not Application.objects.exists()


@pytest.mark.parametrize(
    ("changes", "part", "message"),
    [
        ({"person-given_name": ""}, "person", "Give the first name."),
        ({"person-email": "priya"}, "person", "Give an e-mail address in full, such as name@example.org."),
        ({"education-education_ended": "2014"}, "education", "Give a month and a year, such as 9/2024."),
        (
            {"circumstances-is_related_to_school": "yes"},
            "circumstances",
            "Say who it is, and how you are related or close.",
        ),
        ({"received_date": "1/1/2999"}, "received", "An application cannot have arrived in the future."),
        (
            {"channel": "pigeon"},
            "received",
            "Select a valid choice. pigeon is not one of the available choices.",
        ),
    ],
)
def test_bad_input_says_so_and_keeps_what_was_typed(
    hr: Client, vacancy: Vacancy, changes: dict[str, str], part: str, message: str
) -> None:
    typed = {"gaps-gap_explanation": "Travelled in Peru", **changes}

    response = hr.post(create(vacancy), form(**typed))

    errors = [text for texts in response.context[part].errors.values() for text in texts]
    assert response.status_code == 422
    assert errors == [message]
    assert response.context["gaps"]["gap_explanation"].value() == "Travelled in Peru"
    assert not Application.objects.exists()


@pytest.mark.parametrize(
    ("row", "field", "message"),
    [
        ({"job_title": "TA", "started": "", "is_current": "on"}, "started", "Say when this started."),
        ({"job_title": "TA", "started": "soon", "is_current": "on"}, "started", None),
        (
            {"job_title": "TA", "started": "9/2019"},
            "ended",
            "Say when this ended, or tick that it still goes on.",
        ),
        (
            {"job_title": "TA", "started": "9/2019", "ended": "8/2020", "is_current": "on"},
            "ended",
            "This has an end, and it still goes on. Keep one of the two.",
        ),
        (
            {"job_title": "TA", "started": "9/2019", "ended": "8/2019"},
            "ended",
            "This ends before it starts. Check both dates.",
        ),
        ({"started": "9/2019", "ended": "8/2020"}, "job_title", "Say what this was."),
    ],
)
def test_a_bad_line_of_history_says_so(
    hr: Client, vacancy: Vacancy, row: dict[str, str], field: str, message: str | None
) -> None:
    response = hr.post(create(vacancy), form(**rows("history", {"kind": "employment"} | row)))

    errors = response.context["history"].forms[0].errors
    assert response.status_code == 422
    assert errors == {field: [message or "Give a month and a year, such as 9/2024."]}


@pytest.mark.parametrize(
    ("button", "expected"),
    [
        ("history-add", ["first", "second", ""]),
        ("history-remove-0", ["second"]),
        ("history-remove-1", ["first"]),
        ("history-remove-9", ["first", "second"]),
        ("referees-add", ["first", "second"]),
        ("nonsense", ["first", "second"]),
    ],
)
def test_rows_are_added_and_removed_without_losing_anything(
    hr: Client, vacancy: Vacancy, button: str, expected: list[str]
) -> None:
    two = rows("history", {"job_title": "first", "started": "soon"}, {"job_title": "second"})

    response = hr.post(create(vacancy), form(row=button, **two, **{"person-given_name": ""}))

    shown = response.context["history"].forms
    assert response.status_code == 200
    assert [one["job_title"].value() or "" for one in shown] == expected
    assert not any(one.errors for one in shown)
    assert response.context["person"]["family_name"].value() == "Nair"
    assert response.context["received"]["channel"].value() == "paper"
    assert not Application.objects.exists()


def test_somebody_known_is_the_same_person_only_where_hr_says_so(hr: Client, vacancy: Vacancy) -> None:
    known = make_person(given_name="Priya", family_name="Nair", email="PRIYA@example.org")
    make_application(make_vacancy(school=vacancy.school), person=known)

    asked = hr.post(create(vacancy), form())
    hr.post(create(vacancy), form(person="new"))
    hr.post(create(vacancy), form(person=str(known.pk)))

    people = vacancy.applications.order_by("pk").values_list("person_id", flat=True)
    assert asked.status_code == 422
    assert [key for key, _ in asked.context["same"]["person"].field.choices] == [str(known.pk), "new"]
    assert [pk == known.pk for pk in people] == [False, True]


def test_people_of_another_school_are_not_offered(hr: Client, vacancy: Vacancy) -> None:
    make_application(make_vacancy(), person=make_person(email="priya@example.org"))

    hr.post(create(vacancy), form())

    assert Person.objects.filter(email="priya@example.org").count() == 2
    assert vacancy.applications.count() == 1


@pytest.mark.parametrize(("days", "expected"), [(0, False), (1, True)])
def test_what_came_after_the_closing_day_is_late(client: Client, days: int, expected: bool) -> None:
    closes = timezone.localdate() - timedelta(days=days)
    vacancy = make_vacancy(opens_date=closes, closes_date=closes)
    client.force_login(make_user(Role.HR_OFFICER, school=vacancy.school))

    client.post(create(vacancy), form())

    assert Application.objects.get().is_late is expected


def test_nothing_is_entered_once_the_scores_are_open(hr: Client, vacancy: Vacancy) -> None:
    make_stage(vacancy, status="unsealed")

    response = hr.post(create(vacancy), form())

    assert response.status_code == 422
    assert "could no longer be scored on equal terms" in response.content.decode()


def stored(vacancy: Vacancy, hr: Client) -> Application:
    job = {"kind": "employment", "job_title": "TA", "started": "9/2019", "is_current": "on"}
    hr.post(create(vacancy), form(**rows("history", job), **rows("referees", {"name": "Jo Marsh"})))
    return Application.objects.get()


def typed_again(parts: Any) -> dict[str, Any]:
    """What a browser would send if nothing was changed on the page."""
    sent: dict[str, Any] = {}
    for key in ("qualifications", "history", "referees"):
        if key in parts:
            sent |= rows(key, *({} for _ in parts[key].forms))
    single = [parts[key] for key in ("person", "education", "gaps", "statements") if key in parts]
    single += [parts["circumstances"], parts["declaration"]]
    many = [form for key in ("qualifications", "history", "referees") if key in parts for form in parts[key]]
    for form_shown in [*single, *many]:
        for field in form_shown:
            value = field.value()
            if value not in (None, "", False):
                sent[field.html_name] = "on" if value is True else value
    return sent


def test_an_unchanged_correction_changes_nothing(hr: Client, vacancy: Vacancy) -> None:
    application = stored(vacancy, hr)
    before = data_of(application=application)

    hr.post(edit(application), typed_again(hr.get(edit(application)).context) | {"reason": "Looked again"})

    assert data_of(application=Application.objects.get()) == before


def test_a_correction_needs_its_reason(hr: Client, vacancy: Vacancy) -> None:
    application = stored(vacancy, hr)
    sent = typed_again(hr.get(edit(application)).context) | {"person-phone": "01632 960001"}

    without = hr.post(edit(application), sent)
    hr.post(edit(application), sent | {"reason": "Telephone number misread"})

    application.refresh_from_db()
    assert without.status_code == 422
    assert without.context["person"]["phone"].value() == "01632 960001"
    assert application.person.phone == "01632 960001"
    assert application.person.history.first().history_change_reason == "Telephone number misread"


def test_a_row_can_be_removed_from_a_correction(hr: Client, vacancy: Vacancy) -> None:
    application = stored(vacancy, hr)
    sent = typed_again(hr.get(edit(application)).context)

    response = hr.post(edit(application), sent | {"row": "history-remove-0", "reason": "Typed twice"})

    assert len(response.context["history"].forms) == 1
    assert response.context["history"].forms[0]["job_title"].value() is None
    assert response.context["reason"]["reason"].value() == "Typed twice"


def test_once_scoring_is_open_only_what_scorers_do_not_read_is_offered(hr: Client, vacancy: Vacancy) -> None:
    application = stored(vacancy, hr)
    make_stage(vacancy, status="scoring")
    before = data_of(application=application)
    page = hr.get(edit(application))

    hr.post(
        edit(application),
        typed_again(page.context)
        | {"person-family_name": "Nair-Ellis", "gaps-gap_explanation": "Slipped in", "reason": "Married"},
    )

    after = data_of(application=Application.objects.get())
    assert "history" not in page.context
    assert (after.person.family_name, after.gap_explanation, after.history) == (
        "Nair-Ellis",
        "",
        before.history,
    )


def test_a_pile_of_forms_is_entered_one_after_the_other(hr: Client, vacancy: Vacancy) -> None:
    page = hr.get(create(vacancy)).content.decode()
    response = hr.post(create(vacancy), form(go="another"))

    links = [part.split('"')[0] for part in page.split('<a href="#part-')[1:]]
    assert [f'id="part-{link}"' in page for link in links] == [True] * 8
    assert response["Location"] == create(vacancy)
    assert Application.objects.get().code == "C01"


@pytest.mark.parametrize(("days", "expected"), [(0, 302), (-1, 422)])
def test_received_before_the_vacancy_opened_is_refused(
    hr: Client, vacancy: Vacancy, days: int, expected: int
) -> None:
    day = vacancy.opens_date + timedelta(days=days)

    response = hr.post(create(vacancy), form(received_date=f"{day:%d/%m/%Y}"))

    assert response.status_code == expected
    if expected == 422:
        assert (
            "Applications opened on 01/10/2026. Enter that day or a later one." in response.content.decode()
        )
