"""References and certificates: asked for after the shortlist, verified by somebody, dates never ahead."""

from datetime import date, timedelta

import pytest

from core.domain.errors import DomainError
from core.domain.permissions import Role
from recruitment.models import CertificateSighting, Referee, Reference, ReferenceAnswer
from recruitment.services.references import (
    decline_reference,
    receive_reference,
    record_certificate,
    request_reference,
    verify_reference,
)
from tests.factories import make_actor, make_application, make_vacancy
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def make_referee(status: str = "shortlisted"):
    vacancy = make_vacancy()
    application = make_application(vacancy, status=status)
    referee = Referee.objects.create(application=application, position=1, name="Mrs Farida Khan")
    return referee, make_actor(Role.HR_OFFICER, school=vacancy.school)


def test_reference_goes_from_asked_to_verified() -> None:
    referee, hr = make_referee()
    criterion = referee.application.vacancy.criteria.get(evidence="R")
    request_reference(referee_id=referee.pk, requested_date=TODAY - timedelta(days=6), by=hr, now=NOW)
    receive_reference(
        referee_id=referee.pk,
        received_date=TODAY - timedelta(days=1),
        note="",
        by=hr,
        now=NOW,
    )
    verify_reference(
        referee_id=referee.pk,
        verified_date=TODAY,
        verified_how="Telephoned the school office",
        answers={criterion.pk: ("confirmed", "Never late")},
        by=hr,
        now=NOW,
    )
    reference = Reference.objects.get(referee=referee)
    answer = ReferenceAnswer.objects.get(reference=reference)
    assert (reference.status, reference.verified_by_id, reference.verified_date) == (
        "verified",
        hr.user_id,
        TODAY,
    )
    assert (answer.criterion_id, answer.confirmation, answer.note) == (
        criterion.pk,
        "confirmed",
        "Never late",
    )
    assert reference.history.count() == 3


@pytest.mark.parametrize("status", ["received", "not_shortlisted"])
def test_reference_is_not_asked_for_before_the_shortlist(status: str) -> None:
    referee, hr = make_referee(status)
    with pytest.raises(DomainError) as caught:
        request_reference(referee_id=referee.pk, requested_date=TODAY, by=hr, now=NOW)
    assert caught.value.code == "not_shortlisted"


def test_reference_dated_tomorrow_is_refused() -> None:
    referee, hr = make_referee()
    with pytest.raises(DomainError) as caught:
        request_reference(referee_id=referee.pk, requested_date=TODAY + timedelta(days=1), by=hr, now=NOW)
    assert (caught.value.code, caught.value.field) == ("date_ahead", "requested_date")


def test_reference_is_not_verified_before_it_came() -> None:
    referee, hr = make_referee()
    request_reference(referee_id=referee.pk, requested_date=TODAY, by=hr, now=NOW)
    with pytest.raises(DomainError) as caught:
        verify_reference(
            referee_id=referee.pk, verified_date=TODAY, verified_how="Telephone", answers={}, by=hr, now=NOW
        )
    assert caught.value.code == "impossible_move"


def test_reference_is_not_verified_without_saying_how() -> None:
    referee, hr = make_referee()
    receive_reference(referee_id=referee.pk, received_date=TODAY, note="", by=hr, now=NOW)
    with pytest.raises(DomainError) as caught:
        verify_reference(
            referee_id=referee.pk, verified_date=TODAY, verified_how=" ", answers={}, by=hr, now=NOW
        )
    assert caught.value.code == "how_missing"


def test_declined_reference_can_be_asked_for_again() -> None:
    referee, hr = make_referee()
    decline_reference(referee_id=referee.pk, note="Left the school", by=hr, now=NOW)
    again = request_reference(referee_id=referee.pk, requested_date=TODAY, by=hr, now=NOW)
    assert again.status == "requested"


def test_panel_member_does_not_handle_references() -> None:
    referee, _hr = make_referee()
    member = make_actor(Role.PANEL_MEMBER, school=referee.application.vacancy.school)
    with pytest.raises(DomainError) as caught:
        request_reference(referee_id=referee.pk, requested_date=TODAY, by=member, now=NOW)
    assert caught.value.code == "not_permitted"


def record(application, criterion, hr, *, was_seen: bool = True, seen_date: date | None = TODAY):
    return record_certificate(
        application_id=application.pk,
        criterion_id=criterion.pk,
        was_seen=was_seen,
        seen_date=seen_date,
        title="ELSA certificate",
        note="",
        by=hr,
        now=NOW,
    )


def test_certificate_is_seen_by_somebody_on_a_day() -> None:
    referee, hr = make_referee()
    criterion = referee.application.vacancy.criteria.get(evidence="AC")
    record(referee.application, criterion, hr)
    sighting = CertificateSighting.objects.get()
    assert (sighting.was_seen, sighting.seen_date, sighting.seen_by_id) == (True, TODAY, hr.user_id)


@pytest.mark.parametrize("seen_date", [None, TODAY + timedelta(days=1)])
def test_certificate_seen_needs_a_day_that_has_come(seen_date: date | None) -> None:
    referee, hr = make_referee()
    criterion = referee.application.vacancy.criteria.get(evidence="AC")
    with pytest.raises(DomainError) as caught:
        record(referee.application, criterion, hr, seen_date=seen_date)
    assert caught.value.field == "seen_date"


def test_certificate_not_shown_keeps_no_day() -> None:
    referee, hr = make_referee()
    criterion = referee.application.vacancy.criteria.get(evidence="AC")
    sighting = record(referee.application, criterion, hr, was_seen=False)
    assert (sighting.was_seen, sighting.seen_date) == (False, None)


def test_certificate_for_a_criterion_without_c_is_refused() -> None:
    referee, hr = make_referee()
    criterion = referee.application.vacancy.criteria.get(evidence="I")
    with pytest.raises(DomainError) as caught:
        record(referee.application, criterion, hr)
    assert caught.value.code == "no_certificate"
