"""Offers: after a decision, always conditional; acceptance makes the engagement and fills the vacancy."""

from datetime import date, timedelta

import pytest

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Role
from core.models import Engagement
from recruitment.domain.offers import deny_acceptance
from recruitment.models import Decision, Offer, RecruitmentEvent
from recruitment.services.offers import (
    accept_offer,
    decline_offer,
    make_offer,
    settle_condition,
    withdraw_offer,
)
from tests.factories import make_actor, make_application, make_stage, make_vacancy
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
START = date(2027, 1, 4)


def make_appointable(*, decided: bool = True):
    vacancy = make_vacancy(status="closed")
    stage = make_stage(vacancy, "interview", "unsealed")
    application = make_application(vacancy, status="shortlisted")
    head = make_actor(Role.HEADTEACHER, school=vacancy.school)
    if decided:
        Decision.objects.create(
            stage=stage,
            application=application,
            outcome="appoint",
            reason="Best evidence",
            decided_at=NOW,
            decided_by_id=head.user_id,
        )
    return application, head


def offer_to(application, by, conditions=("Enhanced DBS certificate seen",)) -> Offer:
    return make_offer(
        application_id=application.pk,
        start_date=START,
        reply_by_date=None,
        salary="Grade 3",
        conditions=conditions,
        by=by,
        now=NOW,
    )


def test_offer_stands_under_its_conditions() -> None:
    application, head = make_appointable()
    offer = offer_to(application, head, ["Enhanced DBS certificate seen", " ", "Right to work checked"])
    application.refresh_from_db()
    assert application.status == "offered"
    assert list(offer.conditions.order_by("position").values_list("position", "text", "status")) == [
        (1, "Enhanced DBS certificate seen", "outstanding"),
        (2, "Right to work checked", "outstanding"),
    ]


def test_offer_without_decision_is_denied() -> None:
    application, head = make_appointable(decided=False)
    with pytest.raises(NotAllowed) as caught:
        offer_to(application, head)
    assert caught.value.code == "not_decided"


def test_second_offer_is_denied() -> None:
    application, head = make_appointable()
    offer_to(application, head)
    with pytest.raises(NotAllowed) as caught:
        offer_to(application, head)
    assert caught.value.code == "offer_standing"


def test_offer_without_conditions_is_refused() -> None:
    application, head = make_appointable()
    with pytest.raises(DomainError) as caught:
        offer_to(application, head, [" "])
    assert caught.value.code == "no_conditions"
    assert Offer.objects.count() == 0


def test_acceptance_makes_the_engagement_and_fills_the_vacancy() -> None:
    application, head = make_appointable()
    offer = accept_offer(offer_id=offer_to(application, head).pk, note="By telephone", by=head, now=NOW)
    application.refresh_from_db()
    engagement = Engagement.objects.get()
    assert offer.engagement == engagement
    assert (engagement.person_id, engagement.school_id, engagement.start_date, engagement.job_title) == (
        application.person_id,
        application.vacancy.school_id,
        START,
        "Learning Mentor",
    )
    assert (application.status, application.vacancy.status) == ("appointed", "filled")
    kinds = list(RecruitmentEvent.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["offer_made", "offer_accepted", "vacancy_filled"]


def test_offer_is_answered_once() -> None:
    application, head = make_appointable()
    offer = offer_to(application, head)
    decline_offer(offer_id=offer.pk, note="Took another post", by=head, now=NOW)
    with pytest.raises(DomainError) as caught:
        accept_offer(offer_id=offer.pk, note="", by=head, now=NOW)
    assert caught.value.code == "impossible_move"
    assert Engagement.objects.count() == 0


def test_withdrawn_offer_needs_a_reason_and_frees_the_candidate() -> None:
    application, head = make_appointable()
    offer = offer_to(application, head)
    with pytest.raises(DomainError) as caught:
        withdraw_offer(offer_id=offer.pk, note=" ", by=head, now=NOW)
    assert caught.value.code == "reason_missing"
    withdraw_offer(offer_id=offer.pk, note="A reference was not satisfactory", by=head, now=NOW)
    application.refresh_from_db()
    assert application.status == "shortlisted"


def test_trust_administrator_makes_no_offer() -> None:
    application, _head = make_appointable()
    administrator = make_actor(Role.TRUST_ADMINISTRATOR, school=application.vacancy.school)
    with pytest.raises(DomainError) as caught:
        offer_to(application, administrator)
    assert caught.value.code == "not_permitted"


def test_condition_is_settled_by_somebody_on_a_day_that_has_come() -> None:
    application, head = make_appointable()
    condition = offer_to(application, head).conditions.get()

    def settle(**changes):
        facts = {
            "condition_id": condition.pk,
            "is_met": True,
            "settled_date": TODAY,
            "note": "",
            "by": head,
            "now": NOW,
        }
        return settle_condition(**facts | changes)

    with pytest.raises(DomainError) as ahead:
        settle(settled_date=TODAY + timedelta(days=1))
    with pytest.raises(DomainError) as unexplained:
        settle(is_met=False)
    settled = settle()
    assert (ahead.value.code, unexplained.value.code) == ("date_ahead", "reason_missing")
    assert (settled.status, settled.settled_by_id, settled.settled_date) == ("met", head.user_id, TODAY)


def test_post_goes_to_the_first_who_accepts() -> None:
    first, head = make_appointable()
    second = make_application(first.vacancy, status="shortlisted")
    Decision.objects.create(
        stage=first.vacancy.stages.get(kind="interview"),
        application=second,
        outcome="appoint",
        reason="As strong",
        decided_at=NOW,
        decided_by_id=head.user_id,
    )
    offers = [offer_to(one, head) for one in (first, second)]
    accept_offer(offer_id=offers[0].pk, note="By telephone", by=head, now=NOW)
    with pytest.raises(NotAllowed) as caught:
        accept_offer(offer_id=offers[1].pk, note="By letter", by=head, now=NOW)
    assert (caught.value.code, Engagement.objects.count()) == ("post_gone", 1)
    assert list(Offer.objects.order_by("pk").values_list("status", flat=True)) == ["accepted", "made"]


@pytest.mark.parametrize(
    ("status", "is_denied"), [("published", False), ("closed", False), ("filled", True), ("not_filled", True)]
)
def test_offer_is_accepted_while_the_vacancy_runs(status: str, is_denied: bool) -> None:
    assert (deny_acceptance(status) is not None) is is_denied
