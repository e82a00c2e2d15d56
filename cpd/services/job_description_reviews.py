"""The review of a job description with the postholder: planned, then held with what they said."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor
from core.domain.school_time import day_of
from core.models import Engagement
from core.services.history import save_with_reason
from cpd.domain.job_description_review import check_consultation, check_new_version
from cpd.enums import ReviewOutcome
from cpd.models import JobDescriptionReview
from cpd.selectors.acting import deny_developing
from recruitment.models import JobProfileVersion


@dataclass(frozen=True, slots=True)
class Consultation:
    """What was talked over with the postholder, and what came of it."""

    consulted_date: date
    postholder_words: str
    is_agreed: bool
    outcome: ReviewOutcome
    reason: str
    new_version_id: int | None = None


@transaction.atomic
def plan_job_description_review(
    *, engagement_id: int, version_id: int, due_date: date, by: Actor, now: datetime
) -> JobDescriptionReview:
    """Say by which job description somebody works and when it is reviewed with them.

    Planned again it takes the place of the plan that stands. Raises ``DomainError`` for a description of
    another school or a day that is past.
    """
    engagement = Engagement.objects.select_for_update().get(pk=engagement_id)
    require(deny_developing(by, engagement, today=day_of(now)))
    version = JobProfileVersion.objects.select_related("job_profile").get(pk=version_id)
    if version.job_profile.school_id != engagement.school_id:
        raise DomainError("other_school", "Choose a job description of this school.", "version")
    if due_date < day_of(now):
        raise DomainError("date_behind", "Choose a day that is still to come.", "due_date")
    review = JobDescriptionReview.objects.filter(engagement=engagement, outcome="").first()
    review = review or JobDescriptionReview(engagement=engagement)
    review.version, review.due_date = version, due_date
    review.planned_at, review.planned_by_id = now, by.acting_id
    save_with_reason(review, by=by, reason="planned", now=now)
    return review


@transaction.atomic
def hold_job_description_review(
    *, review_id: int, consultation: Consultation, by: Actor, now: datetime
) -> JobDescriptionReview:
    """Record the consultation and its outcome: the description stays, or a newer version of it holds.

    Raises ``DomainError`` where the postholder's words or the reason are missing, and where the new version
    is not a later one of the same job profile.
    """
    review = (
        JobDescriptionReview.objects.select_for_update(of=("self",))
        .select_related("engagement", "version")
        .get(pk=review_id)
    )
    require(deny_developing(by, review.engagement, today=day_of(now)))
    if review.outcome:
        raise DomainError("held_already", "This review is recorded already.")
    _check(review, consultation, today=day_of(now))
    review.consulted_date = consultation.consulted_date
    review.postholder_words = consultation.postholder_words.strip()
    review.is_agreed = consultation.is_agreed
    review.outcome = consultation.outcome
    review.reason = consultation.reason.strip()
    review.new_version_id = consultation.new_version_id
    review.held_at, review.held_by_id = now, by.acting_id
    save_with_reason(review, by=by, reason="held", now=now)
    return review


def _check(review: JobDescriptionReview, consultation: Consultation, *, today: date) -> None:
    check_consultation(
        consulted_date=consultation.consulted_date,
        words=consultation.postholder_words,
        reason=consultation.reason,
        first_day=review.engagement.start_date,
        today=today,
    )
    is_changed = consultation.outcome == ReviewOutcome.NEW_VERSION
    check_new_version(is_changed=is_changed, has_new_version=consultation.new_version_id is not None)
    if not is_changed:
        return
    assert consultation.new_version_id is not None  # noqa: S101 (checked above; for the type checker)
    later = JobProfileVersion.objects.filter(
        pk=consultation.new_version_id,
        job_profile_id=review.version.job_profile_id,
        number__gt=review.version.number,
    )
    if not later.exists():
        raise DomainError(
            "version_not_later", "Choose a later version of the same job profile.", "new_version"
        )
