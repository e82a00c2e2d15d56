"""Training days, numbers of a half term, and who may attest an attendance."""

from datetime import UTC, date, datetime

import pytest

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.selectors import get_actor
from cpd.models import ElsaAttestation, ElsaCaseload, ElsaRegistration, ElsaTrainingDay
from cpd.services.elsa_records import (
    CaseloadEntry,
    attest_attendance,
    record_caseload,
    record_training_day,
)
from tests.factories import make_actor, make_user
from tests.factories.elsa import make_elsa, make_own, make_planned, make_session

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 28, 10, tzinfo=UTC)
NUMBERS = CaseloadEntry(children_one_to_one=5, children_in_groups=4, sessions_held=38)


@pytest.fixture
def elsa() -> ElsaRegistration:
    return make_elsa(days=4)


@pytest.fixture
def hr(elsa: ElsaRegistration) -> Actor:
    return make_actor(Role.HR_OFFICER, school=elsa.engagement.school)


def record_day(elsa: ElsaRegistration, by: Actor, number: int = 5, *, attended: bool = True) -> None:
    record_training_day(
        registration_id=elsa.pk,
        number=number,
        training_date=date(2026, 11, 26),
        topic="loss",
        attended=attended,
        by=by,
        now=NOW,
    )


def test_training_day_is_written_down_and_corrected(elsa: ElsaRegistration, hr: Actor) -> None:
    record_day(elsa, hr, attended=False)
    record_day(elsa, hr)
    day = ElsaTrainingDay.objects.get(registration=elsa, number=5)
    reasons = [line.history_change_reason for line in day.history.order_by("history_id")]
    assert (day.attended, reasons) == (True, ["training day recorded", "training day corrected"])


def test_day_beyond_the_training_is_refused(elsa: ElsaRegistration, hr: Actor) -> None:
    with pytest.raises(DomainError) as caught:
        record_day(elsa, hr, 7)
    assert caught.value.message == "This provider's training has 6 days."


@pytest.mark.parametrize(
    ("first", "is_kept"),
    [
        (date(2026, 9, 1), True),
        (date(2026, 11, 1), True),
        (date(2026, 11, 2), False),
        (date(2027, 1, 1), False),
    ],
)
def test_numbers_belong_to_a_half_term_that_has_begun(
    elsa: ElsaRegistration, hr: Actor, first: date, is_kept: bool
) -> None:
    def write() -> None:
        record_caseload(registration_id=elsa.pk, half_term_first=first, entry=NUMBERS, by=hr, now=NOW)

    if is_kept:
        write()
        write()
    else:
        with pytest.raises(DomainError):
            write()
    assert ElsaCaseload.objects.count() == is_kept


def test_attestation_keeps_what_it_said(elsa: ElsaRegistration, hr: Actor) -> None:
    make_session(elsa, date(2025, 10, 6))
    session = make_session(elsa, date(2026, 10, 6), session_hours="2.5")
    make_session(elsa, date(2026, 10, 7), session_hours="1.5")
    make_session(elsa, date(2026, 10, 8), kind="management", supervisor_kind="")
    make_planned(elsa, date(2026, 12, 8))
    attestation = attest_attendance(registration_id=elsa.pk, by=hr, now=NOW)
    session.delete()
    facts = ElsaAttestation.objects.get(pk=attestation.pk).facts
    assert [row["date"] for row in facts["sessions"]] == ["06/10/2025", "06/10/2026"]
    assert facts["sessions"][1] == {
        "date": "06/10/2026",
        "hours": "2.5 hours",
        "group": "8",
        "supervisor": "Dr Miriam Achebe, educational psychologist",
    }
    assert ([row["number"] for row in facts["days"]], facts["hours"]) == ([1, 2, 3, 4], "4.5 hours")
    assert (facts["attested_by"], facts["as_at"], attestation.attested_by_id) == (
        hr.name,
        "28/11/2026",
        hr.user_id,
    )


def test_nobody_attests_their_own_attendance(elsa: ElsaRegistration) -> None:
    school = elsa.engagement.school
    head = make_user(Role.HEADTEACHER, school=school)
    make_own(elsa.engagement, head)
    with pytest.raises(NotAllowed) as own:
        attest_attendance(registration_id=elsa.pk, by=get_actor(head), now=NOW)
    assert own.value.code == "own_attendance"
    staff = make_user(Role.STAFF_MEMBER, school=school)
    make_own(elsa.engagement, staff)
    with pytest.raises(NotAllowed) as caught:
        attest_attendance(registration_id=elsa.pk, by=get_actor(staff), now=NOW)
    assert (caught.value.code, ElsaAttestation.objects.count()) == ("own_attendance", 0)
