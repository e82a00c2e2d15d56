"""Reads for the pages that join apps."""

from django.db.models import Exists, OuterRef, Q

from core.domain.permissions import Actor
from recruitment.enums import ApplicationStatus, ReferenceStatus, StageKind, VacancyStatus
from recruitment.models import Application, PanelMember, Referee, Vacancy
from recruitment.selectors.counting import count_of


def list_vacancies_under_way(actor: Actor) -> list[Vacancy]:
    """Vacancies the actor's schools are filling, the one that closes first on top.

    Each says how many applications it has, how many references of shortlisted candidates are not in, and
    whether it has a shortlisting panel.
    """
    panel = PanelMember.objects.filter(
        stage__vacancy=OuterRef("pk"), stage__kind=StageKind.APPLICATION, left_at=None
    )
    not_in = Q(reference=None) | Q(
        reference__status__in=[ReferenceStatus.NOT_REQUESTED, ReferenceStatus.REQUESTED]
    )
    missing = Referee.objects.filter(not_in, application__status=ApplicationStatus.SHORTLISTED)
    return list(
        Vacancy.objects.run_by(actor)
        .filter(status__in=[VacancyStatus.DRAFT, VacancyStatus.PUBLISHED, VacancyStatus.CLOSED])
        .select_related("school")
        .annotate(
            application_count=count_of(Application.objects.all(), "vacancy"),
            references_missing=count_of(missing, "application__vacancy"),
            has_panel=Exists(panel),
        )
        .order_by("closes_date", "pk")
    )
