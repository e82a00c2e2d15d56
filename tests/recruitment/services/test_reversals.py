"""Mistakes put right, each on the record: a withdrawal, an acceptance, the dates of a reference."""

from datetime import timedelta

import pytest

from compliance.domain.categories import WorkerCategory
from compliance.models import EngagementRole
from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Role
from core.models import Engagement
from recruitment.models import RecruitmentEvent, Reference
from recruitment.services.applications import withdraw_application
from recruitment.services.offers import accept_offer, decline_offer
from recruitment.services.references import receive_reference, request_reference
from recruitment.services.reversals import (
    correct_reference_dates,
    reinstate_application,
    take_back_acceptance,
)
from tests.factories import make_actor, make_application, make_stage, make_vacancy
from tests.factories.people import NOW
from tests.recruitment.services.test_offers import make_appointable, offer_to
from tests.recruitment.services.test_references import TODAY, make_referee

pytestmark = pytest.mark.django_db


def last_event() -> tuple[str, str, str, str]:
    event = RecruitmentEvent.objects.order_by("pk").last()
    assert event is not None
    return event.kind, event.from_status, event.to_status, event.reason


# Withdrawals


@pytest.mark.parametrize("status", ["received", "shortlisted", "reserve"])
def test_a_withdrawal_taken_back_restores_where_the_candidate_stood(status: str) -> None:
    vacancy = make_vacancy(status="closed")
    hr = make_actor(Role.HR_OFFICER, school=vacancy.school)
    application = make_application(vacancy, status=status)
    withdraw_application(application=application, reason="By telephone", by=hr, now=NOW)

    reinstate_application(application=application, reason=" It was somebody else ", by=hr, now=NOW)

    application.refresh_from_db()
    assert application.status == status
    assert last_event() == ("application_reinstated", "withdrawn", status, "It was somebody else")


def test_a_withdrawal_stands_once_decided_without_the_candidate() -> None:
    vacancy = make_vacancy(status="closed")
    hr = make_actor(Role.HR_OFFICER, school=vacancy.school)
    application = make_application(vacancy)
    withdraw_application(application=application, reason="By telephone", by=hr, now=NOW)
    make_stage(vacancy, status="decided")

    with pytest.raises(NotAllowed) as raised:
        reinstate_application(application=application, reason="Somebody else", by=hr, now=NOW)

    assert raised.value.code == "decided_without"


def test_an_offer_declined_is_no_withdrawal_to_take_back() -> None:
    application, head = make_appointable()
    decline_offer(offer_id=offer_to(application, head).pk, note="Another post", by=head, now=NOW)

    with pytest.raises(NotAllowed) as raised:
        reinstate_application(application=application, reason="Somebody else", by=head, now=NOW)

    assert raised.value.code == "not_withdrawn"


def test_only_those_who_enter_applications_take_a_withdrawal_back() -> None:
    vacancy = make_vacancy(status="closed")
    hr = make_actor(Role.HR_OFFICER, school=vacancy.school)
    application = make_application(vacancy)
    withdraw_application(application=application, reason="By telephone", by=hr, now=NOW)
    scorer = make_actor(Role.PANEL_MEMBER, school=vacancy.school)

    with pytest.raises(DomainError) as raised:
        reinstate_application(application=application, reason="Somebody else", by=scorer, now=NOW)

    assert raised.value.code == "not_permitted"


# Acceptance


def test_an_acceptance_taken_back_leaves_no_engagement_and_no_filled_vacancy() -> None:
    application, head = make_appointable()
    offer = accept_offer(offer_id=offer_to(application, head).pk, note="Yes", by=head, now=NOW)

    offer = take_back_acceptance(offer_id=offer.pk, reason="Pressed in error", by=head, now=NOW)

    offer.refresh_from_db()
    application.refresh_from_db()
    assert (offer.status, offer.engagement, offer.answered_at, offer.answer_note) == ("made", None, None, "")
    assert (application.status, application.vacancy.status) == ("offered", "closed")
    assert not Engagement.objects.exists()
    assert Engagement.history.order_by("-history_id").values_list("history_type", "history_change_reason")[
        0
    ] == ("-", "Pressed in error")
    assert last_event() == ("offer_reopened", "appointed", "offered", "Pressed in error")


def test_an_offer_taken_back_can_be_accepted_again() -> None:
    application, head = make_appointable()
    offer = accept_offer(offer_id=offer_to(application, head).pk, note="", by=head, now=NOW)
    take_back_acceptance(offer_id=offer.pk, reason="Too early", by=head, now=NOW)

    again = accept_offer(offer_id=offer.pk, note="Now in writing", by=head, now=NOW)

    assert (again.status, Engagement.objects.count()) == ("accepted", 1)


def test_an_acceptance_stands_once_a_role_is_recorded() -> None:
    application, head = make_appointable()
    offer = accept_offer(offer_id=offer_to(application, head).pk, note="", by=head, now=NOW)
    EngagementRole.objects.create(engagement=offer.engagement, category=WorkerCategory.TA_ELSA)

    with pytest.raises(DomainError) as raised:
        take_back_acceptance(offer_id=offer.pk, reason="Pressed in error", by=head, now=NOW)

    assert raised.value.code == "engagement_in_use"


def test_an_offer_that_waits_has_no_acceptance_to_take_back() -> None:
    application, head = make_appointable()
    offer = offer_to(application, head)

    with pytest.raises(DomainError) as raised:
        take_back_acceptance(offer_id=offer.pk, reason="Pressed in error", by=head, now=NOW)

    assert raised.value.code == "impossible_move"


# References


def test_dates_of_a_reference_are_corrected_with_a_reason() -> None:
    referee, hr = make_referee()
    request_reference(referee_id=referee.pk, requested_date=TODAY, by=hr, now=NOW)

    correct_reference_dates(
        referee_id=referee.pk,
        requested_date=TODAY - timedelta(days=3),
        received_date=TODAY,
        verified_date=None,
        reason="Asked on Monday",
        by=hr,
        now=NOW,
    )

    reference = Reference.objects.get()
    assert (reference.status, reference.requested_date, reference.received_date) == (
        "requested",
        TODAY - timedelta(days=3),
        None,
    )
    assert last_event() == ("reference_corrected", "", "", f"{referee.name}: Asked on Monday")


@pytest.mark.parametrize(
    ("asked", "came", "expected"),
    [
        (-3, -1, None),
        (-1, -1, None),
        (0, -1, ("dates_out_of_order", "received_date")),
        (-3, 1, ("date_ahead", "received_date")),
        (None, -1, ("date_missing", "requested_date")),
    ],
)
def test_corrected_dates_follow_one_another(
    asked: int | None, came: int, expected: tuple[str, str] | None
) -> None:
    referee, hr = make_referee()
    request_reference(referee_id=referee.pk, requested_date=TODAY - timedelta(days=5), by=hr, now=NOW)
    receive_reference(referee_id=referee.pk, received_date=TODAY - timedelta(days=4), note="", by=hr, now=NOW)

    try:
        correct_reference_dates(
            referee_id=referee.pk,
            requested_date=None if asked is None else TODAY + timedelta(days=asked),
            received_date=TODAY + timedelta(days=came),
            verified_date=None,
            reason="Typed wrongly",
            by=hr,
            now=NOW,
        )
    except DomainError as error:
        found = (error.code, error.field)
    else:
        found = None

    assert found == expected
