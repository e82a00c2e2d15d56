"""Sessions are written down, corrected and withdrawn by those within reach, and never lost."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.selectors import get_actor
from cpd.domain.elsa_entries import SessionEntry
from cpd.models import ElsaRegistration, SupervisionSession
from cpd.services.supervision import correct_session, record_session, withdraw_session
from tests.factories import make_actor, make_school, make_user
from tests.factories.elsa import make_elsa, make_managed, make_own, make_planned, make_session

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 28, 10, tzinfo=UTC)
HELD = SessionEntry(
    kind="psychologist",
    session_date=date(2026, 11, 24),
    is_planned=False,
    attended=True,
    session_hours=Decimal("2.5"),
    group_size=6,
    supervisor_kind="educational_psychologist",
    supervisor_name="Dr Miriam Achebe",
)


@pytest.fixture
def elsa() -> ElsaRegistration:
    return make_elsa()


@pytest.fixture
def hr(elsa: ElsaRegistration) -> Actor:
    return make_actor(Role.HR_OFFICER, school=elsa.engagement.school)


def test_session_is_written_down_with_a_reason(elsa: ElsaRegistration, hr: Actor) -> None:
    session = record_session(registration_id=elsa.pk, entry=HELD, by=hr, now=NOW)
    stored = SupervisionSession.objects.get(pk=session.pk)
    line = stored.history.get()
    assert (stored.session_date, stored.session_hours, stored.recorded_by_id) == (
        date(2026, 11, 24),
        Decimal("2.5"),
        hr.user_id,
    )
    assert (line.history_change_reason, line.history_user_id, line.history_date) == (
        "session recorded",
        hr.user_id,
        NOW,
    )


def test_elsa_and_line_manager_write_and_a_colleague_does_not(elsa: ElsaRegistration) -> None:
    school = elsa.engagement.school
    own, manager = make_user(Role.STAFF_MEMBER, school=school), make_user(Role.LINE_MANAGER, school=school)
    make_own(elsa.engagement, own)
    make_managed(elsa.engagement, manager)
    for place, user in enumerate((own, manager), start=1):
        entry = replace(HELD, session_date=date(2026, 11, place))
        record_session(registration_id=elsa.pk, entry=entry, by=get_actor(user), now=NOW)
    for stranger in (
        make_actor(Role.STAFF_MEMBER, school=school),
        make_actor(Role.LINE_MANAGER, school=school),
        make_actor(Role.HR_OFFICER, school=make_school()),
    ):
        with pytest.raises(NotAllowed) as caught:
            record_session(registration_id=elsa.pk, entry=HELD, by=stranger, now=NOW)
        assert caught.value.code == "not_within_reach"
    assert SupervisionSession.objects.count() == 2


def test_second_session_of_a_day_is_refused_but_not_of_the_other_kind(
    elsa: ElsaRegistration, hr: Actor
) -> None:
    record_session(registration_id=elsa.pk, entry=HELD, by=hr, now=NOW)
    management = replace(HELD, kind="management", supervisor_kind="")
    record_session(registration_id=elsa.pk, entry=management, by=hr, now=NOW)
    with pytest.raises(DomainError) as caught:
        record_session(registration_id=elsa.pk, entry=HELD, by=hr, now=NOW)
    assert (caught.value.code, caught.value.field) == ("same_day", "session_date")


def test_planned_session_is_confirmed_without_a_reason(elsa: ElsaRegistration, hr: Actor) -> None:
    session = make_planned(elsa, HELD.session_date)
    correct_session(session_id=session.pk, entry=HELD, by=hr, now=NOW)
    session.refresh_from_db()
    assert (session.is_planned, session.attended, session.group_size) == (False, True, 6)
    assert session.history.order_by("history_id").last().history_change_reason == "session held"


def test_held_session_is_corrected_only_for_a_reason(elsa: ElsaRegistration, hr: Actor) -> None:
    session = make_session(elsa, HELD.session_date, session_hours=Decimal(1))
    with pytest.raises(DomainError) as caught:
        correct_session(session_id=session.pk, entry=HELD, reason=" ", by=hr, now=NOW)
    correct_session(session_id=session.pk, entry=HELD, reason="Minutes read again", by=hr, now=NOW)
    session.refresh_from_db()
    assert (caught.value.field, session.session_hours) == ("reason", Decimal("2.5"))
    assert session.history.order_by("history_id").last().history_change_reason == "Minutes read again"


def test_withdrawn_session_stays_with_its_reason_and_is_not_touched_again(
    elsa: ElsaRegistration, hr: Actor
) -> None:
    session = make_session(elsa, HELD.session_date)
    with pytest.raises(DomainError):
        withdraw_session(session_id=session.pk, reason="", by=hr, now=NOW)
    withdraw_session(session_id=session.pk, reason=" Typed for the wrong person ", by=hr, now=NOW)
    session.refresh_from_db()
    assert (session.withdrawn_at, session.withdrawn_by_id, session.withdrawal_reason) == (
        NOW,
        hr.user_id,
        "Typed for the wrong person",
    )
    for call in (
        lambda: withdraw_session(session_id=session.pk, reason="Again", by=hr, now=NOW),
        lambda: correct_session(session_id=session.pk, entry=HELD, reason="Again", by=hr, now=NOW),
    ):
        with pytest.raises(DomainError) as caught:
            call()
        assert caught.value.code == "withdrawn"
    record_session(registration_id=elsa.pk, entry=HELD, by=hr, now=NOW)
