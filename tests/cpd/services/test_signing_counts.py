"""Signing the guidance counts as the training that consists in reading it, where the school says so."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.errors import DomainError
from core.domain.permissions import Actor, Role
from core.models import Engagement, School
from core.services.erasure import erase
from cpd.models import PolicySignature, PolicyVersion, Training
from cpd.services.erasure import plan_development_erasure
from cpd.services.policies import create_policy
from cpd.services.policy_signatures import record_paper_signature, sign_edition
from tests.cpd.services.test_policies import ENTRY, TODAY, actor_of
from tests.factories import make_actor, make_person, make_school, make_user
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW
from tests.factories.policies import make_version
from tests.factories.training import make_course, make_training

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def office(school: School) -> Actor:
    return make_actor(Role.HR_OFFICER, school=school)


@pytest.fixture
def colleague(school: School) -> Engagement:
    user = make_user(Role.STAFF_MEMBER, school=school)
    return make_engagement(school=school, person=make_person(user=user))


def guidance(school: School, office: Actor, **changes: object) -> PolicyVersion:
    """The year's guidance, published by the office; signing it counts as having read it."""
    entry = replace(ENTRY, counts_as=make_course("kcsie_read").pk, **changes)  # type: ignore[arg-type]
    policy = create_policy(
        school_id=school.pk, title="Guidance", basis="guidance", entry=entry, by=office, now=NOW
    )
    return policy.versions.get()


def test_signing_the_guidance_counts_as_having_read_it(
    school: School, office: Actor, colleague: Engagement
) -> None:
    version = guidance(school, office)
    signature = sign_edition(version_id=version.pk, by=actor_of(colleague), now=NOW)
    training = Training.objects.confirmed().get(person=colleague.person)
    assert (training.course_id, training.awarded_date, training.signature_id, training.origin) == (
        version.counts_as_id,
        signature.signed_date,
        signature.pk,
        "reading",
    )
    assert (training.recorded_by_id, training.confirmed_by_id) == (
        colleague.person.user_id,
        version.published_by_id,
    )


def test_a_signature_on_paper_counts_from_its_own_day(
    school: School, office: Actor, colleague: Engagement
) -> None:
    version, signed = guidance(school, office), date(2026, 9, 3)
    record_paper_signature(
        version_id=version.pk,
        person_id=colleague.person_id,
        signed_date=signed,
        seen_by="Nia Owen",
        by=office,
        now=NOW,
    )
    assert Training.objects.confirmed().get(person=colleague.person).awarded_date == signed


def test_without_a_training_a_signature_is_a_signature(school: School, colleague: Engagement) -> None:
    sign_edition(version_id=make_version(school=school).pk, by=actor_of(colleague), now=NOW)
    assert Training.objects.count() == 0


def test_what_is_on_record_that_day_is_not_written_twice(
    school: School, office: Actor, colleague: Engagement
) -> None:
    version = guidance(school, office)
    there = make_training(colleague, version.counts_as, awarded_date=TODAY)
    sign_edition(version_id=version.pk, by=actor_of(colleague), now=NOW)
    assert list(Training.objects.all()) == [there]


def test_whoever_published_it_does_not_confirm_their_own_reading(school: School, office: Actor) -> None:
    version = guidance(school, office)
    own = make_engagement(school=school, person=make_person(user=version.published_by))
    sign_edition(version_id=version.pk, by=office, now=NOW)
    training = Training.objects.get(person=own.person)
    assert (training.confirmed_at, training.origin, training.signature is None) == (None, "self", False)


@pytest.mark.parametrize(("key", "is_refused"), [("kcsie_read", False), ("faw", True)])
def test_only_what_consists_in_reading_is_counted_by_reading(
    school: School, office: Actor, key: str, is_refused: bool
) -> None:
    entry = replace(ENTRY, counts_as=make_course(key).pk)
    given = {"school_id": school.pk, "title": "Guidance", "basis": "guidance", "by": office, "now": NOW}
    if is_refused:
        with pytest.raises(DomainError) as caught:
            create_policy(entry=entry, **given)  # type: ignore[arg-type]
        assert (caught.value.code, caught.value.field) == ("not_by_reading", "counts_as")
    else:
        assert create_policy(entry=entry, **given).versions.get().counts_as_id == entry.counts_as  # type: ignore[arg-type]


def test_the_training_goes_with_its_signature(school: School, office: Actor, colleague: Engagement) -> None:
    sign_edition(version_id=guidance(school, office).pk, by=actor_of(colleague), now=NOW)
    erase(erasure=plan_development_erasure(school_id=school.pk, person_ids=[colleague.person_id]))
    assert (Training.objects.count(), PolicySignature.objects.count()) == (0, 0)
