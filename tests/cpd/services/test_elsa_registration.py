"""Whom a school may register as an ELSA, and by which provider's rules."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from compliance.domain.categories import WorkerCategory
from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.models import Engagement, School
from core.selectors import get_actor
from cpd.models import ElsaProvider, ElsaRegistration
from cpd.services.elsa_registration import (
    ProviderEntry,
    RegistrationEntry,
    add_provider,
    change_provider,
    change_registration,
    end_registration,
    register_elsa,
)
from tests.factories import make_actor, make_school, make_trust, make_user
from tests.factories.compliance import make_engagement
from tests.factories.elsa import make_elsa, make_managed, make_own, make_provider

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 28, 10, tzinfo=UTC)
RULES = ProviderEntry(
    name="Harbour",
    preset="network",
    training_days=6,
    sessions_required=4,
    sessions_offered=6,
    session_min_hours=Decimal(2),
    group_max=8,
    accepts_trainee_year_3=True,
    joiner_rule="full",
    certificate_after_sessions=4,
    recommended_weekly_minutes=360,
    checked_on=None,
)


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def hr(school: School) -> Actor:
    return make_actor(Role.HR_OFFICER, school=school)


def entry_of(school: School, **fields: Any) -> RegistrationEntry:
    defaults: dict[str, Any] = {
        "registration_number": "",
        "registered_date": None,
        "valid_until": None,
        "nominated_by": "Helen Marsh",
        "line_manager": "Samira Haddad",
        "weekly_minutes": 360,
        "is_small_school": False,
    }
    provider = make_provider(school)
    return RegistrationEntry(**{"provider_id": provider.pk} | defaults | fields)


def register(engagement: Engagement, by: Actor, **more: Any) -> ElsaRegistration:
    entry = more.pop("entry", None) or entry_of(engagement.school)
    return register_elsa(engagement_id=engagement.pk, entry=entry, by=by, now=NOW, **more)


@pytest.mark.parametrize(
    ("category", "is_registered"),
    [
        (WorkerCategory.TA_ELSA, True),
        (WorkerCategory.TEACHER, True),
        (WorkerCategory.SUPPLY_AGENCY, False),
        (WorkerCategory.CONTRACTOR_RA, False),
        (WorkerCategory.VOLUNTEER_RA, False),
        (WorkerCategory.TRAINEE_FEE, False),
    ],
)
def test_only_whom_the_school_employs_is_registered(
    school: School, hr: Actor, category: WorkerCategory, is_registered: bool
) -> None:
    engagement = make_engagement(school=school, category=category)
    if is_registered:
        register(engagement, hr)
    else:
        with pytest.raises(NotAllowed) as caught:
            register(engagement, hr, is_declared_employed=True)
        assert caught.value.code == "not_employed"
    assert ElsaRegistration.objects.exists() is is_registered


@pytest.mark.parametrize(("declared", "is_registered"), [(True, True), (False, False), (None, False)])
def test_self_employed_elsa_cannot_register(
    school: School, hr: Actor, declared: bool | None, is_registered: bool
) -> None:
    engagement = make_engagement(school=school, category=None)
    if not is_registered:
        with pytest.raises(NotAllowed):
            register(engagement, hr, is_declared_employed=declared)
    else:
        register(engagement, hr, is_declared_employed=declared)
    assert ElsaRegistration.objects.exists() is is_registered


def test_line_manager_registers_their_team_and_nobody_registers_themselves(school: School) -> None:
    engagement = make_engagement(school=school)
    manager, own = make_user(Role.LINE_MANAGER, school=school), make_user(Role.STAFF_MEMBER, school=school)
    make_own(engagement, own)
    for by in (get_actor(own), get_actor(manager), make_actor(Role.HR_OFFICER, school=make_school())):
        with pytest.raises(NotAllowed) as caught:
            register(engagement, by)
        assert caught.value.code == "not_in_charge"
    make_managed(engagement, manager)
    assert register(engagement, get_actor(manager)).engagement_id == engagement.pk


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"valid_until": date(2027, 8, 31)}, "date_missing"),
        ({"registered_date": date(2026, 9, 2), "valid_until": date(2026, 9, 1)}, "dates_reversed"),
    ],
)
def test_dates_that_cannot_be_are_refused(
    school: School, hr: Actor, fields: dict[str, Any], code: str
) -> None:
    with pytest.raises(DomainError) as caught:
        register(make_engagement(school=school), hr, entry=entry_of(school, **fields))
    assert caught.value.code == code


def test_provider_of_another_school_is_refused(school: School, hr: Actor) -> None:
    elsewhere = make_provider(make_school())
    with pytest.raises(DomainError) as caught:
        register(make_engagement(school=school), hr, entry=entry_of(school, provider_id=elsewhere.pk))
    assert caught.value.field == "provider"


def test_nobody_is_registered_twice(school: School, hr: Actor) -> None:
    engagement = make_engagement(school=school)
    register(engagement, hr)
    with pytest.raises(DomainError) as caught:
        register(engagement, hr)
    assert caught.value.code == "registered_already"


def test_renewal_keeps_the_year_before_and_brings_somebody_back(school: School, hr: Actor) -> None:
    elsa = make_elsa(engagement=make_engagement(school=school), registration_number="HEP-1")
    end_registration(
        registration_id=elsa.pk, ended_date=date(2026, 10, 31), reason="Left the post", by=hr, now=NOW
    )
    elsa.refresh_from_db()
    assert elsa.ended_date == date(2026, 10, 31)
    entry = entry_of(school, registration_number="HEP-2", registered_date=date(2026, 9, 1))
    with pytest.raises(DomainError):
        change_registration(registration_id=elsa.pk, entry=entry, reason="", by=hr, now=NOW)
    change_registration(registration_id=elsa.pk, entry=entry, reason="New year", by=hr, now=NOW)
    elsa.refresh_from_db()
    assert (elsa.registration_number, elsa.ended_date) == ("HEP-2", None)
    assert [line.registration_number for line in elsa.history.order_by("history_id")] == [
        "HEP-1",
        "HEP-1",
        "HEP-2",
    ]


def test_provider_is_entered_and_changed_by_those_who_set_rules() -> None:
    trust = make_trust()
    school = make_school(trust=trust)
    administrator = get_actor(make_user(Role.TRUST_ADMINISTRATOR, trust=trust))
    provider = add_provider(school_id=school.pk, entry=RULES, by=administrator, now=NOW)
    changed = replace(RULES, training_days=5, sessions_required=6)
    change_provider(provider_id=provider.pk, entry=changed, reason="Their letter", by=administrator, now=NOW)
    provider.refresh_from_db()
    assert (provider.training_days, provider.sessions_required) == (5, 6)
    manager = make_actor(Role.LINE_MANAGER, school=school)
    with pytest.raises(NotAllowed):
        change_provider(provider_id=provider.pk, entry=RULES, reason="I think so", by=manager, now=NOW)
    with pytest.raises(NotAllowed):
        add_provider(school_id=school.pk, entry=replace(RULES, name="Own"), by=manager, now=NOW)
    assert ElsaProvider.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "field"), [({"name": "Harbour"}, "name"), ({"sessions_required": 7}, "sessions_required")]
)
def test_rules_that_cannot_be_are_refused_at_their_field(
    school: School, hr: Actor, change: dict[str, Any], field: str
) -> None:
    add_provider(school_id=school.pk, entry=RULES, by=hr, now=NOW)
    with pytest.raises(DomainError) as caught:
        add_provider(school_id=school.pk, entry=replace(RULES, **{"name": "Second"} | change), by=hr, now=NOW)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("started", "registered", "ended", "fits"),
    [
        (date(2026, 9, 1), date(2026, 9, 7), date(2026, 9, 6), False),
        (date(2026, 9, 1), date(2026, 9, 7), date(2026, 9, 7), True),
        (date(2026, 9, 1), None, date(2026, 8, 31), False),
        (date(2026, 9, 1), None, date(2026, 9, 1), True),
        (None, None, date(2026, 8, 31), True),
    ],
)
def test_nobody_stops_being_an_elsa_before_they_were_one(
    hr: Actor, started: date | None, registered: date | None, ended: date, *, fits: bool
) -> None:
    elsa = make_elsa(
        engagement=make_engagement(school=School.objects.get(), start_date=started),
        registered_date=registered,
    )
    code = None
    try:
        end_registration(registration_id=elsa.pk, ended_date=ended, reason="Left the post", by=hr, now=NOW)
    except DomainError as error:
        code = error.code
    assert code == (None if fits else "ended_before_it_began")


@pytest.mark.parametrize("role", [Role.HR_OFFICER, Role.HEADTEACHER])
def test_nobody_registers_or_ends_their_own(school: School, role: Role) -> None:
    engagement, user = make_engagement(school=school), make_user(role, school=school)
    make_own(engagement, user)
    entry = entry_of(school)
    by = get_actor(user)
    with pytest.raises(NotAllowed) as registering:
        register_elsa(engagement_id=engagement.pk, entry=entry, by=by, now=NOW, is_declared_employed=True)
    elsa = make_elsa(engagement=engagement)
    with pytest.raises(NotAllowed) as ending:
        end_registration(
            registration_id=elsa.pk, ended_date=date(2026, 11, 1), reason="Stopped", by=by, now=NOW
        )
    assert (registering.value.code, ending.value.code) == ("not_in_charge", "not_in_charge")
