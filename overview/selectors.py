"""Reads for the pages that join apps."""

from django.db.models import Count

from core.domain.permissions import Actor
from recruitment.enums import VacancyStatus
from recruitment.models import Vacancy

MOST_VACANCIES = 50


def list_vacancies_under_way(actor: Actor) -> list[Vacancy]:
    """Vacancies the actor's schools are filling, the one that closes first on top."""
    running = Vacancy.objects.run_by(actor).filter(
        status__in=[VacancyStatus.DRAFT, VacancyStatus.PUBLISHED, VacancyStatus.CLOSED]
    )
    counted = running.select_related("school").annotate(application_count=Count("applications"))
    return list(counted.order_by("closes_date", "pk")[:MOST_VACANCIES])
