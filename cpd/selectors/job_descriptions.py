"""By which job description somebody works, when it is reviewed with them, and what came of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from core.models import Engagement
from cpd.domain.job_description_review import review_due
from cpd.enums import ReviewOutcome
from cpd.models import JobDescriptionReview
from recruitment.domain.version_changes import VersionChanges, compare_versions
from recruitment.models import Criterion, JobProfileVersion, Offer
from recruitment.selectors.drafts import profile_of_version, row_of


@dataclass(frozen=True, slots=True)
class JobDescriptionPart:
    """The version somebody works by, the review that is planned or due, and those that were held.

    ``newest`` is the newest version of the same profile, where it is a later one.
    """

    version: JobProfileVersion | None
    due_date: date | None
    planned: JobDescriptionReview | None
    held: tuple[JobDescriptionReview, ...]
    newest: JobProfileVersion | None


def get_job_description(engagement: Engagement) -> JobDescriptionPart:
    """Two queries, the offer having come with the engagement."""
    reviews = list(
        JobDescriptionReview.objects.filter(engagement=engagement)
        .select_related("version", "new_version", "held_by")
        .order_by("planned_at", "pk")
    )
    planned = next((one for one in reviews if not one.outcome), None)
    held = tuple(one for one in reviews if one.outcome)
    version = _version(planned, held) or _version_of_appointment(engagement)
    due = planned.due_date if planned else None
    if due is None and not held and version is not None and engagement.start_date is not None:
        due = review_due(first_day=engagement.start_date, profile_review_date=version.review_date)
    return JobDescriptionPart(version, due, planned, held, _newest(version))


def list_later_versions(version: JobProfileVersion) -> list[JobProfileVersion]:
    """Versions of the same profile after this one, the newest first."""
    later = JobProfileVersion.objects.filter(job_profile_id=version.job_profile_id, number__gt=version.number)
    return list(later.order_by("-number", "pk"))


def list_versions_of_school(school_id: int) -> list[JobProfileVersion]:
    """Every version a person at the school may work by, by title and the newest first."""
    versions = JobProfileVersion.objects.filter(job_profile__school_id=school_id)
    return list(versions.order_by("title", "-number", "pk"))


def compare(old: JobProfileVersion, new: JobProfileVersion) -> VersionChanges:
    """What differs between two versions; two queries."""
    sides: list[Any] = [
        (profile_of_version(one), [row_of(row, row.position) for row in _criteria(one)]) for one in (old, new)
    ]
    return compare_versions(*sides[0], *sides[1])


def _criteria(version: JobProfileVersion) -> list[Criterion]:
    return list(Criterion.objects.filter(specification__version=version).order_by("position", "pk"))


def _version(
    planned: JobDescriptionReview | None, held: tuple[JobDescriptionReview, ...]
) -> JobProfileVersion | None:
    if planned is not None:
        return planned.version
    if not held:
        return None
    last = held[-1]
    return last.new_version if last.outcome == ReviewOutcome.NEW_VERSION else last.version


def _version_of_appointment(engagement: Engagement) -> JobProfileVersion | None:
    offer: Offer | None = getattr(engagement, "offer", None)
    return offer.application.vacancy.job_profile_version if offer else None


def _newest(version: JobProfileVersion | None) -> JobProfileVersion | None:
    return next(iter(list_later_versions(version)), None) if version else None
