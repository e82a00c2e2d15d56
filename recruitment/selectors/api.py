"""Rows as the API gives them, with what belongs to each fetched along."""

from django.db.models import Count, Prefetch, QuerySet

from core.domain.permissions import Actor
from recruitment.models import (
    Application,
    Criterion,
    HistoryEntry,
    JobProfile,
    JobProfileVersion,
    Qualification,
    Stage,
    Statement,
    Vacancy,
    VacancyCriterion,
)


def list_job_profiles(actor: Actor) -> QuerySet[JobProfile]:
    """Job profiles of the actor's schools, each with how many versions it has."""
    profiles = JobProfile.objects.visible_to(actor).select_related("school")
    return profiles.annotate(version_count=Count("versions")).order_by("title", "pk")


def with_versions(profiles: QuerySet[JobProfile]) -> QuerySet[JobProfile]:
    """Adds all versions, newest first, with the criteria of each."""
    criteria = Prefetch(
        "person_specification__criteria", Criterion.objects.order_by("position", "pk"), to_attr="in_order"
    )
    versions = JobProfileVersion.objects.select_related("person_specification").prefetch_related(criteria)
    return profiles.prefetch_related(
        Prefetch("versions", versions.order_by("-number"), to_attr="newest_first")
    )


def list_vacancies(actor: Actor) -> QuerySet[Vacancy]:
    """Vacancies of the actor's schools, the one that closes last on top."""
    return Vacancy.objects.run_by(actor).select_related("school").order_by("-closes_date", "-pk")


def with_criteria_and_stages(vacancies: QuerySet[Vacancy]) -> QuerySet[Vacancy]:
    """Adds what a vacancy freezes and its stages."""
    return vacancies.prefetch_related(
        Prefetch(
            "criteria", VacancyCriterion.objects.order_by("position", "pk"), to_attr="criteria_in_order"
        ),
        Prefetch("stages", Stage.objects.order_by("pk"), to_attr="stages_in_order"),
    )


def list_applications(actor: Actor) -> QuerySet[Application]:
    """Applications, names and all, for those who look after applicants."""
    return (
        Application.objects.visible_to(actor).select_related("person", "vacancy").order_by("vacancy_id", "pk")
    )


def with_evidence(applications: QuerySet[Application]) -> QuerySet[Application]:
    """Adds qualifications, history and statements in their order."""
    return applications.prefetch_related(
        Prefetch("qualifications", Qualification.objects.order_by("position", "pk")),
        Prefetch("history_entries", HistoryEntry.objects.order_by("position", "pk")),
        Prefetch("statements", Statement.objects.order_by("pk")),
    )
