"""Somebody appointed arrives once, with the references and certificates recruitment knows."""

from datetime import date, timedelta

import pytest

from compliance.domain.categories import WorkerCategory
from compliance.domain.requirement import RoleFacts
from compliance.models import Check, EngagementRole
from compliance.services.arrivals import take_over_arrival
from compliance.services.engagements import RoleEntry
from core.domain.errors import DomainError
from core.domain.permissions import Role
from core.models import Engagement
from recruitment.models import (
    Application,
    CertificateSighting,
    Offer,
    Referee,
    Reference,
    ReferenceAnswer,
    VacancyCriterion,
)
from tests.factories import make_actor, make_application, make_school, make_vacancy
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

ASKED, VERIFIED, SEEN = date(2026, 10, 1), date(2026, 10, 9), date(2026, 10, 20)
ROLE = RoleEntry(WorkerCategory.TA_ELSA, RoleFacts(teaching_work=False))


@pytest.fixture
def application() -> Application:
    """An accepted offer of a post with a certificate to see and a criterion for the referees."""
    criteria = (("GCSE English", "essential", "C", 1), ("Reliable", "essential", "R", 1))
    application = make_application(make_vacancy(status="filled", criteria=criteria), status="appointed")
    school = application.vacancy.school
    engagement = make_engagement(
        school=school, person=application.person, category=None, start_date=date(2027, 1, 4)
    )
    Offer.objects.create(
        application=application,
        status="accepted",
        made_at=NOW - timedelta(days=4),
        made_by=application.vacancy.created_by,
        answered_at=NOW,
        engagement=engagement,
    )
    return application


def add_reference(application: Application, name: str, status: str, *, confirmation: str = "") -> None:
    position = application.referees.count() + 1
    referee = Referee.objects.create(
        application=application, position=position, name=name, organisation="Elm Road School"
    )
    by = application.vacancy.created_by
    fields = {
        "not_requested": {},
        "requested": {"requested_date": ASKED},
        "declined": {"requested_date": ASKED, "note": "Left long ago"},
        "verified": {
            "requested_date": ASKED,
            "received_date": ASKED,
            "verified_date": VERIFIED,
            "verified_by": by,
            "verified_how": "Telephone",
        },
    }[status]
    reference = Reference.objects.create(referee=referee, status=status, **fields)
    if confirmation:
        ReferenceAnswer.objects.create(
            reference=reference,
            criterion=VacancyCriterion.objects.get(vacancy=application.vacancy, evidence="R"),
            confirmation=confirmation,
        )


def arrive(application: Application, role: Role = Role.HR_OFFICER) -> EngagementRole:
    engagement = Engagement.objects.get()
    by = make_actor(role, school=engagement.school)
    return take_over_arrival(engagement_id=engagement.pk, role=ROLE, by=by, now=NOW)


def test_take_over_arrival_describes_the_role(application: Application) -> None:
    role = arrive(application)

    assert (role.category, role.teaching_work, role.lived_abroad) == ("ta_elsa", False, None)


def test_take_over_arrival_carries_references_over(application: Application) -> None:
    add_reference(application, "Farida Khan", "verified", confirmation="confirmed")
    add_reference(application, "Omar Reid", "requested")
    add_reference(application, "Nobody Asked", "not_requested")
    add_reference(application, "Has Declined", "declined")
    arrive(application)

    carried = Check.objects.filter(check_type="references").order_by("pk")
    assert list(carried.values_list("evidence_seen", "state", "outcome", "requested_date", "done_date")) == [
        ("Farida Khan, Elm Road School", "done", "clear", ASKED, VERIFIED),
        ("Omar Reid, Elm Road School", "requested", "pending", ASKED, None),
    ]
    assert set(carried.values_list("origin", flat=True)) == {"recruitment"}


@pytest.mark.parametrize(
    ("confirmation", "outcome"), [("confirmed", "clear"), ("partly", "concern"), ("not_confirmed", "concern")]
)
def test_take_over_arrival_keeps_a_doubt(application: Application, confirmation: str, outcome: str) -> None:
    add_reference(application, "Farida Khan", "verified", confirmation=confirmation)
    arrive(application)

    assert Check.objects.get(check_type="references").outcome == outcome


def test_take_over_arrival_carries_a_certificate_that_was_seen(application: Application) -> None:
    CertificateSighting.objects.create(
        application=application,
        criterion=VacancyCriterion.objects.get(vacancy=application.vacancy, evidence="C"),
        was_seen=True,
        seen_date=SEEN,
        seen_by=application.vacancy.created_by,
        title="GCSE English, grade 5",
        recorded_at=NOW,
    )
    arrive(application)

    check = Check.objects.get(check_type="qualifications")
    assert (check.done_date, check.qualification.title, check.qualification.demanded_by) == (
        SEEN,
        "GCSE English, grade 5",
        "GCSE English",
    )


def test_take_over_arrival_asks_for_a_certificate_not_seen(application: Application) -> None:
    arrive(application)

    check = Check.objects.get(check_type="qualifications")
    assert (check.state, check.requested_date, check.evidence_seen) == (
        "requested",
        date(2026, 10, 29),
        "GCSE English",
    )


def test_take_over_arrival_of_somebody_without_an_offer_describes_alone() -> None:
    engagement = make_engagement(category=None)
    by = make_actor(Role.HR_OFFICER, school=engagement.school)
    take_over_arrival(engagement_id=engagement.pk, role=ROLE, by=by, now=NOW)

    assert (EngagementRole.objects.count(), Check.objects.count()) == (1, 0)


def test_take_over_arrival_twice_is_refused(application: Application) -> None:
    arrive(application)
    with pytest.raises(DomainError) as caught:
        arrive(application)

    assert (caught.value.code, Check.objects.count()) == ("taken_over", 1)


@pytest.mark.parametrize("role", [Role.INSPECTOR, Role.PANEL_MEMBER, Role.TRUST_ADMINISTRATOR])
def test_take_over_arrival_is_for_those_who_may(application: Application, role: Role) -> None:
    with pytest.raises(DomainError) as caught:
        arrive(application, role)

    assert (caught.value.code, EngagementRole.objects.count()) == ("not_permitted", 0)


def test_take_over_arrival_of_another_school_is_refused(application: Application) -> None:
    stranger = make_actor(Role.HR_OFFICER, school=make_school())
    with pytest.raises(DomainError) as caught:
        take_over_arrival(engagement_id=Engagement.objects.get().pk, role=ROLE, by=stranger, now=NOW)

    assert caught.value.code == "not_permitted"


def test_a_referee_of_a_long_name_and_house_is_no_obstacle(application: Application) -> None:
    add_reference(application, "N" * 150, "verified")
    Referee.objects.update(organisation="H" * 200)

    arrive(application)

    check = Check.objects.get(check_type="references")
    check.full_clean(exclude=["supersedes"])
    assert check.evidence_seen.startswith("N" * 150)
