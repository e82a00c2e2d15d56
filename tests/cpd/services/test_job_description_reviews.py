"""A review of a job description: planned, and held with the postholder's words and an outcome that fits."""

from datetime import date, timedelta

import pytest

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.models import Engagement
from core.selectors import get_actor
from cpd.enums import ReviewOutcome
from cpd.models import JobDescriptionReview
from cpd.services.job_description_reviews import (
    Consultation,
    hold_job_description_review,
    plan_job_description_review,
)
from recruitment.models import JobProfileVersion
from tests.factories import make_actor, make_job_profile_version, make_school
from tests.factories.compliance import make_engagement
from tests.factories.development import make_job_description_review, make_manager, make_own_user
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

TODAY = NOW.date()


@pytest.fixture
def engagement() -> Engagement:
    return make_engagement(school=make_school())


@pytest.fixture
def hr(engagement: Engagement) -> Actor:
    return make_actor(Role.HR_OFFICER, school=engagement.school)


@pytest.fixture
def review(engagement: Engagement) -> JobDescriptionReview:
    return make_job_description_review(engagement)


def next_version(version: JobProfileVersion, number: int = 2) -> JobProfileVersion:
    return JobProfileVersion.objects.create(
        job_profile=version.job_profile,
        number=number,
        title=version.title,
        confirmed_at=NOW,
        confirmed_by=version.confirmed_by,
    )


def hold(review: JobDescriptionReview, by: Actor, **change: object) -> JobDescriptionReview:
    facts: dict[str, object] = {
        "consulted_date": TODAY,
        "postholder_words": "Home visits take a day a week by now.",
        "is_agreed": True,
        "outcome": ReviewOutcome.UNCHANGED,
        "reason": "The description allows for it",
    }
    consultation = Consultation(**facts | change)  # type: ignore[arg-type]
    return hold_job_description_review(review_id=review.pk, consultation=consultation, by=by, now=NOW)


def test_a_plan_takes_the_place_of_the_plan_before(engagement: Engagement, hr: Actor) -> None:
    version = make_job_profile_version(school=engagement.school)
    for days in (10, 20):
        plan_job_description_review(
            engagement_id=engagement.pk,
            version_id=version.pk,
            due_date=TODAY + timedelta(days=days),
            by=hr,
            now=NOW,
        )
    planned = JobDescriptionReview.objects.get()
    assert (planned.version, planned.due_date) == (version, TODAY + timedelta(days=20))


@pytest.mark.parametrize(
    ("is_here", "days", "code"), [(False, 1, "other_school"), (True, -1, "date_behind"), (True, 0, None)]
)
def test_a_plan_is_for_this_school_and_still_to_come(
    engagement: Engagement, hr: Actor, is_here: bool, days: int, code: str | None
) -> None:
    version = make_job_profile_version(school=engagement.school if is_here else make_school())
    found = None
    try:
        plan_job_description_review(
            engagement_id=engagement.pk,
            version_id=version.pk,
            due_date=TODAY + timedelta(days=days),
            by=hr,
            now=NOW,
        )
    except DomainError as error:
        found = error.code
    assert found == code


def test_it_stays_as_it_is(review: JobDescriptionReview, hr: Actor) -> None:
    held = hold(review, hr)
    held.refresh_from_db()
    assert (held.outcome, held.is_agreed, held.new_version, held.held_by_id) == (
        "unchanged",
        True,
        None,
        hr.user_id,
    )
    with pytest.raises(DomainError) as again:
        hold(review, hr)
    assert again.value.code == "held_already"


def test_a_newer_version_holds_though_the_postholder_disagrees(
    review: JobDescriptionReview, engagement: Engagement
) -> None:
    newer = next_version(review.version)
    by = get_actor(make_manager(engagement))
    held = hold(review, by, outcome=ReviewOutcome.NEW_VERSION, new_version_id=newer.pk, is_agreed=False)
    assert (held.new_version, held.is_agreed) == (newer, False)


@pytest.mark.parametrize("which", ["the same", "of another profile", "none"])
def test_a_new_version_is_a_later_one_of_the_same_profile(
    review: JobDescriptionReview, hr: Actor, which: str
) -> None:
    other = make_job_profile_version(school=review.engagement.school)
    chosen = {"the same": review.version_id, "of another profile": other.pk, "none": None}[which]
    with pytest.raises(DomainError) as error:
        hold(review, hr, outcome=ReviewOutcome.NEW_VERSION, new_version_id=chosen)
    assert error.value.code == ("version_missing" if which == "none" else "version_not_later")


def test_nobody_reviews_their_own(review: JobDescriptionReview, engagement: Engagement) -> None:
    own = get_actor(make_own_user(engagement, Role.HR_OFFICER))
    with pytest.raises(NotAllowed):
        hold(review, own)
    assert JobDescriptionReview.objects.get().consulted_date is None


def test_the_day_of_the_consultation_has_come(review: JobDescriptionReview, hr: Actor) -> None:
    with pytest.raises(DomainError) as error:
        hold(review, hr, consulted_date=date(2026, 11, 3))
    assert error.value.code == "date_ahead"
