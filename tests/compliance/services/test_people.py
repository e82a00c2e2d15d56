"""One person is written down once; what changes about them has a reason, a former name has evidence."""

from dataclasses import replace
from datetime import date

import pytest

from compliance.domain.categories import WorkerCategory
from compliance.services.engagements import RoleEntry
from compliance.services.people import PersonEntry, add_former_name, change_person, take_on
from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.models import Engagement, Person, School
from tests.factories import make_actor, make_application, make_person, make_school, make_trust, make_vacancy
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

MEERA = PersonEntry("Meera", "Chaudhry", birth_date=date(1990, 5, 3), email="meera@example.org")


@pytest.fixture
def school() -> School:
    return make_school(trust=make_trust())


@pytest.fixture
def hr(school: School) -> Actor:
    return make_actor(Role.HR_OFFICER, school=school)


def engage(school: School, by: Actor, person: PersonEntry = MEERA, **more: object) -> Engagement:
    given = {"known_id": None, "job_title": "Midday supervisor", "start_date": None, "end_date": None}
    role = RoleEntry(WorkerCategory.SUPPORT_STAFF)
    return take_on(person=person, school_id=school.pk, role=role, by=by, now=NOW, **given | more)


def same_person(**fields: object) -> Person:
    return make_person(**{"given_name": "Meera", "family_name": "Chaudhry", "email": ""} | fields)


@pytest.mark.parametrize(
    ("fields", "is_known"),
    [
        ({}, True),
        ({"given_name": "MEERA"}, True),
        ({"birth_date": date(1990, 5, 3)}, True),
        ({"birth_date": date(1991, 5, 3)}, False),
        ({"given_name": "Mira"}, False),
        ({"given_name": "Mira", "email": "Meera@Example.org"}, True),
        ({"family_name": "Patel", "former_names": "Chaudhry"}, True),
        ({"family_name": "Patel"}, False),
    ],
)
def test_take_on_asks_about_somebody_alike(
    school: School, hr: Actor, fields: dict[str, object], is_known: bool
) -> None:
    make_engagement(school=school, person=same_person(**fields))
    if is_known:
        with pytest.raises(DomainError) as caught:
            engage(school, hr)
        assert (caught.value.code, Person.objects.count()) == ("known_already", 1)
    else:
        engage(school, hr)
        assert Person.objects.count() == 2


def test_take_on_knows_the_people_of_the_trust_and_of_recruitment(school: School, hr: Actor) -> None:
    at_sister = same_person()
    make_engagement(school=make_school(trust=school.trust), person=at_sister)
    applicant = same_person(family_name="Patel")
    make_application(make_vacancy(school=school), person=applicant)
    for entry in (MEERA, replace(MEERA, family_name="Patel")):
        with pytest.raises(DomainError) as caught:
            engage(school, hr, entry)
        assert caught.value.code == "known_already"


def test_take_on_says_nothing_of_people_elsewhere(school: School, hr: Actor) -> None:
    stranger = same_person()
    make_engagement(school=make_school(), person=stranger)
    engage(school, hr)
    with pytest.raises(DomainError) as caught:
        engage(school, hr, replace(MEERA, given_name="Someone"), known_id=stranger.pk)

    assert (caught.value.code, stranger.engagements.count()) == ("person_unknown", 1)


def test_take_on_somebody_known_fills_in_and_changes_nothing(school: School, hr: Actor) -> None:
    known = same_person(birth_date=None, email="old@example.org")
    make_engagement(school=school, person=known)
    engage(school, hr, known_id=known.pk)
    known.refresh_from_db()

    assert (Person.objects.count(), known.birth_date, known.email) == (
        1,
        date(1990, 5, 3),
        "old@example.org",
    )


@pytest.mark.parametrize("role", [Role.INSPECTOR, Role.LINE_MANAGER, Role.TRUST_ADMINISTRATOR])
def test_take_on_is_for_those_who_keep_the_record(school: School, role: Role) -> None:
    with pytest.raises(DomainError) as caught:
        engage(school, make_actor(role, school=school))

    assert (caught.value.code, Person.objects.count()) == ("not_permitted", 0)


@pytest.mark.parametrize(
    ("change", "reason", "expected"),
    [
        ({}, " ", ("reason_missing", "reason")),
        ({"family_name": " "}, "Married", ("name_missing", "family_name")),
        ({"birth_date": NOW.date()}, "Corrected", ("date_ahead", "birth_date")),
    ],
)
def test_change_person_that_cannot_be_is_refused(
    school: School, hr: Actor, change: dict[str, object], reason: str, expected: tuple[str, str]
) -> None:
    person = make_engagement(school=school).person
    with pytest.raises(DomainError) as caught:
        change_person(person_id=person.pk, entry=replace(MEERA, **change), reason=reason, by=hr, now=NOW)

    assert (caught.value.code, caught.value.field) == expected


def test_change_person_of_another_school_is_refused(hr: Actor) -> None:
    person = make_engagement().person
    with pytest.raises(NotAllowed):
        change_person(person_id=person.pk, entry=MEERA, reason="Married", by=hr, now=NOW)


def test_add_former_name_keeps_the_evidence_in_the_history(school: School, hr: Actor) -> None:
    person = make_engagement(school=school, person=make_person(former_names="Rowan Elm")).person
    add_former_name(
        person_id=person.pk, name="Rowan Alderton", evidence="Marriage certificate", by=hr, now=NOW
    )
    person.refresh_from_db()

    assert person.former_names == "Rowan Elm; Rowan Alderton"
    last = person.history.order_by("history_id").last()
    assert (last.history_change_reason, last.history_date) == (
        "former name, shown by Marriage certificate",
        NOW,
    )


@pytest.mark.parametrize(
    ("name", "evidence", "code"),
    [("Rowan Alderton", " ", "evidence_missing"), ("R" * 201, "Deed poll", "too_many_names")],
)
def test_add_former_name_without_evidence_or_room_is_refused(
    school: School, hr: Actor, name: str, evidence: str, code: str
) -> None:
    person = make_engagement(school=school).person
    with pytest.raises(DomainError) as caught:
        add_former_name(person_id=person.pk, name=name, evidence=evidence, by=hr, now=NOW)

    assert caught.value.code == code
