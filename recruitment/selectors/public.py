"""What anybody may read of a vacancy that has been published."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from core.domain.errors import Denial
from core.domain.permissions import ROLES, Permission
from core.models import User
from recruitment.domain.application_form import deny_applying_online
from recruitment.domain.profile_draft import DutyGroup, group_duties
from recruitment.enums import StageKind, VacancyStatus
from recruitment.models import ApplicationDraft, JobProfileVersion, PanelMember, Vacancy, VacancyCriterion
from recruitment.selectors.drafts import profile_of_version


@dataclass(frozen=True, slots=True)
class Advert:
    """``closed_because`` says why nobody can apply now, if so."""

    vacancy: Vacancy
    version: JobProfileVersion
    essentials: list[VacancyCriterion]
    desirables: list[VacancyCriterion]
    duties: tuple[DutyGroup, ...]
    closed_because: Denial | None


def public_vacancies() -> QuerySet[Vacancy]:
    """Vacancies that have a public page: every one that has been published, also when it is over."""
    return Vacancy.objects.exclude(status=VacancyStatus.DRAFT).select_related("school", "job_profile_version")


def public_drafts() -> QuerySet[ApplicationDraft]:
    """Forms being filled in, each with its vacancy and school."""
    return ApplicationDraft.objects.exclude(vacancy__status=VacancyStatus.DRAFT).select_related(
        "vacancy__school"
    )


def is_read_blind(vacancy: Vacancy) -> bool:
    """Whether nobody who scores can know whose application it is.

    Not where somebody on the shortlisting panel looks after applications too: they see names elsewhere.
    """
    if not vacancy.is_anonymous:
        return False
    knowing = [role for role, held in ROLES.items() if Permission.VIEW_APPLICANTS in held]
    at_school = Q(roles__school=vacancy.school_id) | Q(roles__trust__schools=vacancy.school_id)
    panel = PanelMember.objects.filter(
        stage__vacancy=vacancy, stage__kind=StageKind.APPLICATION, left_at=None
    ).values("user")
    return not User.objects.filter(at_school, pk__in=panel, roles__role__in=knowing).exists()


def get_advert(vacancy: Vacancy, *, today: date) -> Advert:
    """The public page of a vacancy (of ``public_vacancies``) on a day."""
    criteria = list(VacancyCriterion.objects.filter(vacancy=vacancy).order_by("position", "pk"))
    return Advert(
        vacancy=vacancy,
        version=vacancy.job_profile_version,
        essentials=[one for one in criteria if one.is_essential],
        desirables=[one for one in criteria if not one.is_essential],
        duties=group_duties(profile_of_version(vacancy.job_profile_version).duties),
        closed_because=why_closed(vacancy, today=today),
    )


def why_closed(vacancy: Vacancy, *, today: date) -> Denial | None:
    """Why the form takes nothing on this day; None where it is open."""
    return deny_applying_online(
        status=vacancy.status,
        shortlisting_status=vacancy.stages.get(kind=StageKind.APPLICATION).status,
        opens_date=vacancy.opens_date,
        closes_date=vacancy.closes_date,
        today=today,
    )


def criteria_on_form(vacancy: Vacancy) -> list[VacancyCriterion]:
    """The criteria that are assessed from what candidates write."""
    criteria = VacancyCriterion.objects.filter(vacancy=vacancy, evidence__contains="A")
    return list(criteria.order_by("position", "pk"))
