"""What HR corrects keeps its earlier wording, with who, when and why."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from core.domain.permissions import NOBODY, Actor, Role
from recruitment.domain.application_form import (
    ApplicationData,
    HistoryData,
    PersonData,
    QualificationData,
    RefereeData,
    StatementData,
)
from recruitment.domain.corrections import Change
from recruitment.models import Application, HistoryEntry, Qualification, Referee, Statement
from recruitment.selectors.corrections import list_corrections
from recruitment.services.application_parts import data_of
from recruitment.services.applications import edit_application, receive_application, withdraw_application
from tests.factories import make_actor, make_application, make_vacancy

pytestmark = pytest.mark.django_db

RECEIVED_AT = datetime(2026, 10, 20, 9, 30, tzinfo=UTC)
LATER = datetime(2026, 10, 22, 14, 0, tzinfo=UTC)
LONG_REASON = "The paper form was read wrongly: " + "the ink had run. " * 12

GCSE, NVQ, BTEC = (
    QualificationData("GCSE", "English", "B", "Seaview School", "2012-08"),
    QualificationData("NVQ level 3", "Childcare", "Pass"),
    QualificationData("BTEC", "Health"),
)
DATA = ApplicationData(
    person=PersonData("Priya", "Nair", "priya.nair@example.org", "07700 900123"),
    qualifications=(GCSE, NVQ, BTEC),
    history=(
        HistoryData("employment", "2019-09", "", "Elm Grove School", "Teaching assistant", "Reading groups"),
        HistoryData("other", "2015-08", "2019-08", reason_for_leaving="Children at school"),
    ),
    statements=(StatementData("I ran a reading group for two years."),),
    referees=(RefereeData("Jo Marsh", "Headteacher", email="jo@elm-grove.example"), RefereeData("Sam Lowe")),
)


@pytest.fixture
def application() -> Application:
    return receive_application(
        vacancy=make_vacancy(),
        data=DATA,
        channel="online",
        received_at=RECEIVED_AT,
        by=NOBODY,
        now=RECEIVED_AT,
    )


@pytest.fixture
def officer(application: Application) -> Actor:
    return make_actor(Role.HR_OFFICER, school=application.vacancy.school)


def edit(application: Application, officer: Actor, *, reason: str = "Misread", **changed: Any) -> None:
    data = replace(DATA, **changed)
    edit_application(application=application, data=data, by=officer, now=LATER, reason=reason)
    assert data_of(application=Application.objects.get(pk=application.pk)) == data


def lines(model: type[models.Model], *columns: str) -> Sequence[tuple[Any, ...]]:
    kept = model.history.order_by("history_date", "id", "history_id")  # type: ignore[attr-defined]
    return list(kept.values_list("history_type", *columns))


def test_parts_are_kept_as_they_were_received(application: Application) -> None:
    columns = ("history_date", "history_user", "history_change_reason")
    received = ("+", RECEIVED_AT, None, "Application received")

    assert lines(Qualification, *columns) == [received] * 3
    assert lines(HistoryEntry, *columns) == [received] * 2
    assert lines(Statement, *columns) == [received]
    assert lines(Referee, *columns) == [received] * 2


@pytest.mark.parametrize(
    ("model", "changed", "wordings"),
    [
        (
            Qualification,
            {"qualifications": (replace(GCSE, grade="A"), NVQ, BTEC)},
            {"title": ("GCSE", "GCSE"), "grade": ("B", "A")},
        ),
        (
            HistoryEntry,
            {"history": (replace(DATA.history[0], duties="Phonics"), DATA.history[1])},
            {
                "job_title": ("Teaching assistant", "Teaching assistant"),
                "duties": ("Reading groups", "Phonics"),
            },
        ),
        (
            Statement,
            {"statements": (StatementData("I ran two reading groups."),)},
            {"text": ("I ran a reading group for two years.", "I ran two reading groups.")},
        ),
        (
            Referee,
            {"referees": (replace(DATA.referees[0], email="jo@new.example"), DATA.referees[1])},
            {"name": ("Jo Marsh", "Jo Marsh"), "email": ("jo@elm-grove.example", "jo@new.example")},
        ),
    ],
)
def test_a_correction_keeps_the_earlier_wording(
    application: Application,
    officer: Actor,
    model: type[models.Model],
    changed: dict[str, Any],
    wordings: dict[str, tuple[str, str]],
) -> None:
    edit(application, officer, reason=LONG_REASON, **changed)

    (row,) = model.history.filter(history_type="~")  # type: ignore[attr-defined]
    before, after = zip(*wordings.values(), strict=True)
    assert [line[2:] for line in lines(model, "id", *wordings) if line[1] == row.id] == [before, after]
    assert (row.history_user_id, row.history_date, row.history_change_reason) == (
        officer.user_id,
        LATER,
        LONG_REASON.strip(),
    )


def test_one_row_taken_out_of_the_middle_is_one_change(application: Application, officer: Actor) -> None:
    edit(application, officer, qualifications=(GCSE, BTEC))

    assert list(application.qualifications.order_by("position").values_list("position", "title")) == [
        (1, "GCSE"),
        (2, "BTEC"),
    ]
    assert lines(Qualification, "title", "history_change_reason")[3:] == [("-", "NVQ level 3", "Misread")]


def test_rows_can_change_places_and_come_and_go_at_once(application: Application, officer: Actor) -> None:
    added = QualificationData("First aid")
    edit(application, officer, qualifications=(BTEC, added, GCSE, replace(NVQ, grade="Merit")))

    assert lines(Qualification, "title", "grade", "position")[3:] == [
        ("~", "First aid", "", 2),
        ("+", "NVQ level 3", "Merit", 4),
    ]


def test_parts_that_say_the_same_are_left_alone(application: Application, officer: Actor) -> None:
    edit(application, officer, person=replace(DATA.person, phone="07700 900124"))

    assert {
        line[0] for model in (Qualification, HistoryEntry, Statement, Referee) for line in lines(model)
    } == {"+"}


def test_list_corrections_says_what_read_how(application: Application, officer: Actor) -> None:
    edit(
        application,
        officer,
        reason="Form misread",
        person=replace(DATA.person, phone="07700 900124"),
        history=(replace(DATA.history[0], started="2019-10", kind="education"), DATA.history[1]),
        qualifications=(GCSE, NVQ),
        statements=(),
        referees=(*DATA.referees, RefereeData("Ada Bell", phone="01632 960100")),
        has_lived_abroad=True,
    )

    (correction,) = list_corrections(application)

    assert (correction.at, correction.reason) == (LATER, "Form misread")
    assert correction.by.startswith("Alex Person")
    assert correction.changes == (
        Change("Personal details: Telephone", "07700 900123", "07700 900124"),
        Change("Application: Lived or worked abroad", "Not answered", "Yes"),
        Change("History, Teaching assistant, Elm Grove School: Kind", "Employment", "Education or training"),
        Change("History, Teaching assistant, Elm Grove School: From", "09/2019", "10/2019"),
        Change("Qualification, BTEC, Health", "Qualification: BTEC\nSubject: Health", None),
        Change("Statement", "I ran a reading group for two years.", None),
        Change(
            "Referee, Ada Bell",
            None,
            "Name: Ada Bell\nTelephone: 01632 960100\nCurrent or most recent employer: No\n"
            "May be asked before the interview: Yes",
        ),
    )


def test_list_corrections_names_the_criterion_of_a_statement(
    application: Application, officer: Actor
) -> None:
    criterion = application.vacancy.criteria.order_by("position")[0]
    edit(application, officer, statements=(*DATA.statements, StatementData("Six years.", criterion.pk)))

    (correction,) = list_corrections(application)

    assert correction.changes == (Change(f"Statement, {criterion.text}", None, "Six years."),)


def test_list_corrections_is_about_corrections_of_this_application_alone(
    application: Application, officer: Actor
) -> None:
    """Neither a withdrawal nor somebody else's correction, nor one that changed nothing."""
    other = make_application(application.vacancy)
    edit_application(application=other, data=DATA, by=officer, now=LATER, reason="Typed in late")
    edit(application, officer)
    withdraw_application(
        application=application, reason="By telephone", by=officer, now=LATER + timedelta(hours=1)
    )

    assert list_corrections(application) == []
    assert [one.reason for one in list_corrections(other)] == ["Typed in late"]


def test_parts_stored_without_a_history_begin_it_as_received(application: Application) -> None:
    """As the migration finds what was stored before; run again it adds nothing."""
    officer = application.vacancy.created_by
    stored = make_application(application.vacancy, received_at=RECEIVED_AT, entered_by=officer)
    qualification = Qualification.objects.create(application=stored, position=1, title="GCSE", grade="B")
    Qualification.history.filter(id=qualification.pk).delete()
    migration = import_module("recruitment.migrations.0003_stored_parts_as_received")

    migration.keep_as_received(apps, None)
    migration.keep_as_received(apps, None)

    line = Qualification.history.get(id=qualification.pk)
    assert (line.history_type, line.title, line.grade, line.application_id) == ("+", "GCSE", "B", stored.pk)
    assert (line.history_date, line.history_user_id, line.history_change_reason) == (
        RECEIVED_AT,
        officer.pk,
        "Application received",
    )
    assert Qualification.history.count() == 4
