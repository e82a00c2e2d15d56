from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import NOBODY, Actor, Role
from core.models import Person
from recruitment.domain.application_form import (
    ApplicationData,
    HistoryData,
    PersonData,
    QualificationData,
    RefereeData,
    StatementData,
)
from recruitment.models import Application, Reference, Vacancy
from recruitment.services.application_parts import data_of
from recruitment.services.applications import edit_application, receive_application, withdraw_application
from tests.factories import make_actor, make_person, make_stage, make_vacancy

pytestmark = pytest.mark.django_db

# The vacancies made here open on 1 and close on 30 October 2026.
NOW = datetime(2026, 10, 20, 9, 30, tzinfo=UTC)
DATA = ApplicationData(
    person=PersonData("Priya", "Nair", "priya.nair@example.org", "07700 900123"),
    qualifications=(QualificationData("NVQ level 3", "Childcare", "Pass", "Dunmere College", "2015-07"),),
    history=(
        HistoryData("employment", "2019-09", "", "Elm Grove School", "Teaching assistant", "Reading groups"),
        HistoryData("other", "2015-08", "2019-08", reason_for_leaving="Children at school"),
    ),
    referees=(
        RefereeData("Jo Marsh", "Headteacher", "Elm Grove School", "Line manager", is_current_employer=True),
        RefereeData("Sam Lowe", may_contact_before_interview=False),
    ),
    education_ended="2015-07",
    interview_adjustments="A room on the ground floor",
    wants_guaranteed_interview=True,
    is_related_to_school=False,
    has_lived_abroad=True,
    is_declared_true=True,
)


@pytest.fixture
def vacancy() -> Vacancy:
    return make_vacancy()


@pytest.fixture
def officer(vacancy: Vacancy) -> Actor:
    return make_actor(Role.HR_OFFICER, school=vacancy.school)


def receive(vacancy: Vacancy, *, by: Actor, data: ApplicationData = DATA, **values: object) -> Application:
    given = {"channel": "paper", "received_at": NOW, "now": NOW} | values
    return receive_application(vacancy=vacancy, data=data, by=by, **given)


def test_receive_application_stores_every_answer(vacancy: Vacancy, officer: Actor) -> None:
    first, second, *_rest = vacancy.criteria.order_by("position")
    statements = (StatementData("I ran a reading group.", first.pk), StatementData("Level 2.", second.pk))
    data = replace(DATA, statements=statements)

    application = receive(vacancy, by=officer, data=data)

    assert data_of(application=Application.objects.get(pk=application.pk)) == data
    assert (application.code, application.status, application.is_late) == ("C01", "received", False)
    assert (application.entered_by_id, application.declared_true_at) == (officer.user_id, NOW)
    assert application.events.get().kind == "application_received"


def test_receive_application_counts_the_codes_up_in_each_vacancy(vacancy: Vacancy, officer: Actor) -> None:
    other = make_vacancy(school=vacancy.school)

    codes = [receive(place, by=officer).code for place in (vacancy, vacancy, other, vacancy)]

    assert codes == ["C01", "C02", "C01", "C03"]


def test_receive_application_makes_a_new_person_each_time(vacancy: Vacancy, officer: Actor) -> None:
    receive(vacancy, by=officer)
    receive(vacancy, by=officer)

    assert Person.objects.filter(email="priya.nair@example.org").count() == 2


def test_receive_application_of_a_person_already_known(vacancy: Vacancy, officer: Actor) -> None:
    person = make_person(given_name="Priya", family_name="Nair", phone="")

    application = receive(vacancy, by=officer, person=person)

    assert application.person_id == person.pk
    assert Person.objects.get(pk=person.pk).phone == "07700 900123"


def test_receive_application_drops_empty_statements(vacancy: Vacancy, officer: Actor) -> None:
    first = vacancy.criteria.order_by("position").first()
    data = replace(DATA, statements=(StatementData("  ", first.pk), StatementData("In all", None)))

    application = receive(vacancy, by=officer, data=data)

    assert list(application.statements.values_list("criterion_id", "text")) == [(None, "In all")]


@pytest.mark.parametrize(
    ("received_at", "expected"),
    [
        (datetime(2026, 10, 30, 23, 59, tzinfo=UTC), False),
        (datetime(2026, 10, 31, 0, 0, tzinfo=UTC), True),
    ],
)
def test_receive_application_late_from_the_day_after_closing(
    vacancy: Vacancy, officer: Actor, received_at: datetime, expected: bool
) -> None:
    application = receive(vacancy, by=officer, received_at=received_at, now=received_at)

    assert application.is_late is expected


def test_receive_application_from_the_future_is_refused(vacancy: Vacancy, officer: Actor) -> None:
    with pytest.raises(DomainError) as raised:
        receive(vacancy, by=officer, received_at=NOW + timedelta(minutes=1))

    assert (raised.value.code, raised.value.field) == ("received_in_future", "received_date")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 9, 30, 22, 59, tzinfo=UTC), "not_open_yet"),
        (datetime(2026, 9, 30, 23, 0, tzinfo=UTC), None),
        (datetime(2026, 10, 30, 23, 59, tzinfo=UTC), None),
        (datetime(2026, 10, 31, 0, 0, tzinfo=UTC), "closed"),
    ],
    ids=["day before", "opening day by school time", "closing day", "day after"],
)
def test_receive_application_online_only_between_the_dates(
    vacancy: Vacancy, now: datetime, expected: str | None
) -> None:
    try:
        receive(vacancy, by=NOBODY, channel="online", received_at=now, now=now)
        code = None
    except NotAllowed as error:
        code = error.code

    assert code == expected
    assert Application.objects.count() == (0 if expected else 1)


def test_receive_application_on_paper_by_nobody_is_denied(vacancy: Vacancy) -> None:
    with pytest.raises(NotAllowed) as raised:
        receive(vacancy, by=NOBODY)

    assert raised.value.code == "not_permitted"


@pytest.mark.parametrize(
    ("status", "expected"),
    [("preparing", None), ("scoring", None), ("unsealed", "scores_open"), ("decided", "scores_open")],
)
def test_receive_application_until_the_scores_are_open(
    vacancy: Vacancy, officer: Actor, status: str, expected: str | None
) -> None:
    make_stage(vacancy, status=status)

    try:
        receive(vacancy, by=officer)
        code = None
    except NotAllowed as error:
        code = error.code

    assert code == expected


def test_receive_application_for_a_draft_is_denied(officer: Actor, vacancy: Vacancy) -> None:
    draft = make_vacancy(school=vacancy.school, published=False)

    with pytest.raises(NotAllowed) as raised:
        receive(draft, by=officer)

    assert raised.value.code == "vacancy_not_running"


def test_receive_application_refused_uses_no_code(vacancy: Vacancy, officer: Actor) -> None:
    with pytest.raises(DomainError):
        receive(vacancy, by=officer, data=replace(DATA, person=PersonData("", "")))

    assert receive(vacancy, by=officer).code == "C01"


def test_edit_application_before_scoring(vacancy: Vacancy, officer: Actor) -> None:
    application = receive(vacancy, by=officer)
    data = replace(
        DATA,
        person=replace(DATA.person, family_name="Nair-Ellis"),
        qualifications=(*DATA.qualifications, QualificationData("GCSE", "English", "5")),
        history=DATA.history[:1],
        referees=DATA.referees[:1],
        gap_explanation="Looked after my mother",
    )

    edit_application(application=application, data=data, by=officer, now=NOW, reason="Read the form wrongly")

    stored = Application.objects.get(pk=application.pk)
    assert data_of(application=stored) == data
    assert stored.history.first().history_change_reason == "Read the form wrongly"
    assert stored.history.first().history_user_id == officer.user_id


def test_edit_application_in_scoring_leaves_the_evidence(vacancy: Vacancy, officer: Actor) -> None:
    application = receive(vacancy, by=officer)
    make_stage(vacancy, status="scoring")

    with pytest.raises(NotAllowed) as raised:
        edit_application(
            application=application,
            data=replace(DATA, gap_explanation="Travelled"),
            by=officer,
            now=NOW,
            reason="Late answer",
        )

    assert raised.value.code == "scoring_open"
    assert data_of(application=Application.objects.get(pk=application.pk)) == DATA


def test_edit_application_in_scoring_still_corrects_contact_details(vacancy: Vacancy, officer: Actor) -> None:
    first, second, *_rest = vacancy.criteria.order_by("position")
    statements = (StatementData("One.", second.pk), StatementData("Two.", first.pk))
    application = receive(vacancy, by=officer, data=replace(DATA, statements=statements))
    make_stage(vacancy, status="scoring")
    person = replace(DATA.person, email="priya@example.org")

    edit_application(
        application=application,
        data=replace(DATA, statements=statements, person=person, interview_adjustments=""),
        by=officer,
        now=NOW,
        reason="New address",
    )

    stored = Application.objects.get(pk=application.pk)
    assert (stored.person.email, stored.interview_adjustments) == ("priya@example.org", "")


def test_edit_application_without_a_reason(vacancy: Vacancy, officer: Actor) -> None:
    application = receive(vacancy, by=officer)

    with pytest.raises(DomainError) as raised:
        edit_application(application=application, data=DATA, by=officer, now=NOW, reason=" ")

    assert (raised.value.code, raised.value.field) == ("reason_missing", "reason")


@pytest.mark.parametrize("referees", [DATA.referees[1:], ()])
def test_edit_application_keeps_a_referee_who_has_been_asked(
    vacancy: Vacancy, officer: Actor, referees: tuple[RefereeData, ...]
) -> None:
    application = receive(vacancy, by=officer)
    Reference.objects.create(
        referee=application.referees.get(position=1), status="requested", requested_date=NOW.date()
    )

    with pytest.raises(DomainError) as raised:
        edit_application(
            application=application, data=replace(DATA, referees=referees), by=officer, now=NOW, reason="x"
        )

    assert raised.value.code == "reference_asked_for"
    assert application.referees.count() == 2


def test_edit_application_is_not_for_a_panel_member(vacancy: Vacancy, officer: Actor) -> None:
    application = receive(vacancy, by=officer)
    member = make_actor(Role.PANEL_MEMBER, school=vacancy.school)

    with pytest.raises(NotAllowed) as raised:
        edit_application(application=application, data=DATA, by=member, now=NOW, reason="x")

    assert raised.value.code == "not_permitted"


def test_withdraw_application_keeps_what_was_said(vacancy: Vacancy, officer: Actor) -> None:
    application = receive(vacancy, by=officer)

    withdrawn = withdraw_application(
        application=application, reason="By telephone: another post", by=officer, now=NOW
    )

    event = application.events.order_by("-pk").first()
    assert withdrawn.status == "withdrawn"
    assert (event.kind, event.from_status, event.to_status, event.reason) == (
        "application_withdrawn",
        "received",
        "withdrawn",
        "By telephone: another post",
    )


def test_withdraw_application_twice_is_impossible(vacancy: Vacancy, officer: Actor) -> None:
    application = receive(vacancy, by=officer)
    withdraw_application(application=application, reason="By e-mail", by=officer, now=NOW)

    with pytest.raises(DomainError) as raised:
        withdraw_application(application=application, reason="By e-mail", by=officer, now=NOW)

    assert raised.value.code == "impossible_move"


def test_withdraw_application_with_an_offer_leaves_both_as_they_are(vacancy: Vacancy, officer: Actor) -> None:
    application = receive(vacancy, by=officer)
    type(application).objects.filter(pk=application.pk).update(status="offered")

    with pytest.raises(DomainError) as raised:
        withdraw_application(application=application, reason="By telephone", by=officer, now=NOW)

    application.refresh_from_db()
    assert (raised.value.code, application.status) == ("offer_made", "offered")
    assert not application.events.filter(kind="offer_declined").exists()


def test_withdraw_application_without_a_reason(vacancy: Vacancy, officer: Actor) -> None:
    with pytest.raises(DomainError) as raised:
        withdraw_application(application=receive(vacancy, by=officer), reason="", by=officer, now=NOW)

    assert raised.value.code == "reason_missing"
