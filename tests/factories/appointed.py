"""Somebody whom recruitment has brought as far as an accepted offer."""

from datetime import date, timedelta

from django.utils import timezone

from core.domain.permissions import Role
from core.models import Engagement, School
from core.selectors import get_actor
from recruitment.models import Decision, Offer, Referee, Reference
from recruitment.services.offers import accept_offer
from tests.factories.people import NOW, make_person, make_user
from tests.factories.recruitment import make_application, make_stage, make_vacancy


def make_appointed(school: School, start_date: date) -> Engagement:
    """A candidate who accepted an offer; one reference verified, one asked for, a certificate to be seen."""
    vacancy = make_vacancy(
        school=school,
        status="closed",
        title="Teaching assistant",
        criteria=(("GCSE English", "essential", "C", 1),),
    )
    person = make_person(given_name="Rowan", family_name="Ashdown")
    application = make_application(vacancy, person=person, status="offered")
    for position, name in enumerate(("Farida Khan", "Omar Reid"), start=1):
        referee = Referee.objects.create(application=application, position=position, name=name)
        asked = timezone.localdate() - timedelta(days=20)
        verified = {}
        if position == 1:
            verified = {
                "status": "verified",
                "received_date": asked,
                "verified_date": asked,
                "verified_by": vacancy.created_by,
                "verified_how": "Telephone",
            }
        Reference.objects.create(
            referee=referee, **{"status": "requested", "requested_date": asked} | verified
        )
    stage = make_stage(vacancy, "interview", "decided")
    Decision.objects.create(
        stage=stage,
        application=application,
        outcome="appoint",
        reason="Best",
        decided_at=NOW,
        decided_by=vacancy.created_by,
    )
    offer = Offer.objects.create(
        application=application,
        status="made",
        start_date=start_date,
        made_at=timezone.now() - timedelta(days=15),
        made_by=vacancy.created_by,
    )
    hr = get_actor(make_user(Role.HR_OFFICER, school=school))
    engagement = accept_offer(offer_id=offer.pk, note="By telephone", by=hr, now=timezone.now()).engagement
    assert engagement is not None
    return engagement
