"""Reads of job profiles: the list, one profile with its versions, one version as it is printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import FETCH_RAISE, Count, Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.db.models.expressions import OrderBy

from core.domain.permissions import Actor, Permission
from recruitment.domain.profile_draft import DutyGroup, group_duties
from recruitment.domain.review import Question, list_questions
from recruitment.domain.review_dates import ReviewState, review_state
from recruitment.enums import Evidence, ReadingStatus, Requirement
from recruitment.models import Criterion, DismissedRemark, DocumentReading, JobProfile, JobProfileVersion
from recruitment.selectors.drafts import draft_for_findings, is_open, profile_of_version

SORTS: Mapping[str, tuple[str | OrderBy, ...]] = {
    "title": ("title", "job_profile__school__name", "pk"),
    "review": (F("review_date").asc(nulls_last=True), "title", "pk"),
    "newest": ("-confirmed_at", "-pk"),
}


def newest_versions() -> QuerySet[JobProfileVersion]:
    """The newest version of every profile."""
    later = JobProfileVersion.objects.filter(
        job_profile_id=OuterRef("job_profile_id"), number__gt=OuterRef("number")
    )
    return JobProfileVersion.objects.filter(~Exists(later))


def list_job_profiles(actor: Actor, *, search: str = "", sort: str = "title") -> QuerySet[JobProfileVersion]:
    """The newest version of each profile the actor may see, with how many criteria it has of each kind."""
    criteria = "person_specification__criteria"
    versions = (
        newest_versions()
        .filter(job_profile__in=JobProfile.objects.visible_to(actor))
        .select_related("job_profile__school", "confirmed_by")
        .annotate(
            essential_count=Count(criteria, filter=Q(**{f"{criteria}__requirement": Requirement.ESSENTIAL})),
            desirable_count=Count(criteria, filter=Q(**{f"{criteria}__requirement": Requirement.DESIRABLE})),
        )
        .fetch_mode(FETCH_RAISE)
    )
    for word in search.split():
        versions = versions.filter(
            Q(title__icontains=word) | Q(employer__icontains=word) | Q(model_number__icontains=word)
        )
    return versions.order_by(*SORTS.get(sort, SORTS["title"]))


def list_versions_to_advertise(actor: Actor) -> QuerySet[JobProfileVersion]:
    """The newest version of each profile at the schools where the actor may run vacancies, by title."""
    return (
        newest_versions()
        .filter(job_profile__school_id__in=actor.schools_with(Permission.EDIT_VACANCIES))
        .select_related("job_profile__school")
        .order_by("title", "job_profile__school__name", "pk")
    )


def list_open_readings(actor: Actor) -> QuerySet[DocumentReading]:
    """Documents at the actor's schools that wait to be confirmed, the last touched first."""
    return (
        DocumentReading.objects.filter(
            school_id__in=actor.schools_with(Permission.EDIT_JOB_PROFILES), status=ReadingStatus.OPEN
        )
        .select_related("school", "created_by", "revises")
        .only("source_name", "changed_at", "created_by__name", "school__name", "revises__title")
        .fetch_mode(FETCH_RAISE)
        .order_by("-changed_at", "-pk")
    )


def list_profiles_to_continue(school_id: int) -> QuerySet[JobProfile]:
    """The school's profiles, to choose which one a document is the next version of."""
    return JobProfile.objects.filter(school_id=school_id).order_by("title", "pk")


def job_profile_pages(actor: Actor) -> QuerySet[JobProfile]:
    """Profiles the actor may see, each with its versions, the newest first."""
    versions = JobProfileVersion.objects.select_related("confirmed_by", "reading").defer(
        "reading__lines", "reading__rows", "reading__undo_stack", "reading__profile", "reading__unread"
    )
    return (
        JobProfile.objects.visible_to(actor)
        .select_related("school", "created_by")
        .prefetch_related(Prefetch("versions", versions.order_by("-number", "-pk"), to_attr="all_versions"))
    )


def version_pages(actor: Actor) -> QuerySet[JobProfileVersion]:
    """Versions the actor may see, each with everything its page shows."""
    return (
        JobProfileVersion.objects.filter(job_profile__in=JobProfile.objects.visible_to(actor))
        .select_related(
            "job_profile__school", "confirmed_by", "person_specification", "reading", "reading__document"
        )
        .prefetch_related(
            Prefetch(
                "person_specification__criteria",
                Criterion.objects.order_by("position", "pk"),
                to_attr="in_order",
            ),
            Prefetch(
                "dismissed_remarks",
                DismissedRemark.objects.select_related("dismissed_by").order_by("dismissed_at", "pk"),
            ),
        )
    )


@dataclass(frozen=True, slots=True)
class SectionOfCriteria:
    """Criteria that stand under one heading."""

    title: str
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class VersionPage:
    """A confirmed version as it is shown and printed."""

    version: JobProfileVersion
    sections: tuple[SectionOfCriteria, ...]
    duties: tuple[DutyGroup, ...]
    evidence_key: tuple[tuple[str, str], ...]
    notes: tuple[Question, ...]
    essential_count: int
    desirable_count: int
    review: ReviewState


def get_version_page(version: JobProfileVersion, *, today: date) -> VersionPage:
    """Shape a version that came from ``version_pages``."""
    criteria: Sequence[Criterion] = version.person_specification.in_order  # type: ignore[attr-defined]
    draft = draft_for_findings(version, criteria)
    return VersionPage(
        version=version,
        sections=tuple(
            SectionOfCriteria(title, tuple(under))
            for title, under in groupby(criteria, lambda criterion: criterion.section)
        ),
        duties=group_duties(profile_of_version(version).duties),
        evidence_key=_evidence_key(version, criteria),
        notes=tuple(question for question in list_questions(draft) if is_open(question, draft)),
        essential_count=sum(criterion.is_essential for criterion in criteria),
        desirable_count=sum(not criterion.is_essential for criterion in criteria),
        review=review_state(version.review_date, today),
    )


def _evidence_key(version: JobProfileVersion, criteria: Sequence[Criterion]) -> tuple[tuple[str, str], ...]:
    """The letters that are used, in the document's own words where it has any."""
    used = set("".join(criterion.evidence for criterion in criteria))
    own = version.person_specification.evidence_key
    return tuple(
        (letter.value, own.get(letter.value) or letter.label) for letter in Evidence if letter in used
    )
