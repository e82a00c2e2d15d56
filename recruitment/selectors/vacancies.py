"""Vacancies: the list, and the page from which one is run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from django.db.models import (
    FETCH_RAISE,
    Count,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.expressions import OrderBy
from django.db.models.functions import Coalesce

from core.domain.permissions import Actor
from recruitment.domain.vacancy_chain import ChainFacts, ChainLink, NextStep, StageFacts, find_next_step
from recruitment.domain.vacancy_links import build_chain
from recruitment.domain.vacancy_terms import VacancyTerms
from recruitment.enums import (
    ApplicationStatus,
    ConditionStatus,
    DecisionOutcome,
    OfferStatus,
    ReferenceStatus,
    StageKind,
    StageStatus,
)
from recruitment.models import (
    Application,
    CertificateSighting,
    Decision,
    Offer,
    OfferCondition,
    Referee,
    Stage,
    Vacancy,
    VacancyCriterion,
)
from recruitment.selectors.counting import count_of
from recruitment.selectors.decisions import list_shortlistings
from recruitment.selectors.events import EventRow, build_event_rows, list_events
from recruitment.selectors.stages import get_progress

EVENTS_ON_THE_HUB = 6
SORTS: Mapping[str, tuple[str | OrderBy, ...]] = {
    "closes": ("-closes_date", "title", "pk"),
    "title": ("title", "school__name", "pk"),
    "newest": ("-created_at", "-pk"),
    "applications": ("-application_count", "title", "pk"),
}
IN_THE_RUNNING = (ApplicationStatus.SHORTLISTED, ApplicationStatus.OFFERED, ApplicationStatus.APPOINTED)
STANDING_OFFERS = (OfferStatus.MADE, OfferStatus.ACCEPTED)


def list_vacancies(
    actor: Actor, *, search: str = "", status: str = "", school_id: int | None = None, sort: str = "closes"
) -> QuerySet[Vacancy]:
    """The vacancies whose running the actor sees, each with how many applications it has."""
    vacancies = (
        Vacancy.objects.run_by(actor)
        .select_related("school")
        .annotate(application_count=count_of(Application.objects.all(), "vacancy"))
        .defer("summary", "scale_labels")
        .fetch_mode(FETCH_RAISE)
    )
    for word in search.split():
        vacancies = vacancies.filter(Q(title__icontains=word) | Q(reference__icontains=word))
    if status:
        vacancies = vacancies.filter(status=status)
    if school_id is not None:
        vacancies = vacancies.filter(school_id=school_id)
    return vacancies.order_by(*SORTS.get(sort, SORTS["closes"]))


@dataclass(frozen=True, slots=True)
class Hub:
    """The page of one vacancy: its chain, what is to be done next, and what happened last."""

    vacancy: Vacancy
    facts: ChainFacts
    links: tuple[ChainLink, ...]
    next_step: NextStep
    events: list[EventRow]


def vacancy_pages(actor: Actor) -> QuerySet[Vacancy]:
    """Vacancies the actor runs, with what every page about one shows."""
    return Vacancy.objects.run_by(actor).select_related(
        "school", "job_profile_version__job_profile", "published_by", "created_by"
    )


def get_hub(vacancy: Vacancy, *, actor: Actor, today: date) -> Hub:
    """The vacancy (of ``hub_pages``) as its page shows it on a day."""
    facts = _facts(vacancy, today)
    events = build_event_rows(list_events(vacancy, actor=actor)[:EVENTS_ON_THE_HUB])
    return Hub(vacancy, facts, build_chain(facts), find_next_step(facts), events)


def terms_of(vacancy: Vacancy) -> VacancyTerms:
    """What a vacancy's terms are now: to change one and keep the rest."""
    named = {one.name: getattr(vacancy, one.name) for one in fields(VacancyTerms)}
    return VacancyTerms(**named | {"scale_labels": tuple(vacancy.scale_labels)})


def hub_pages(actor: Actor) -> QuerySet[Vacancy]:
    """``vacancy_pages`` with everything the chain counts, in one query."""
    running = Application.objects.filter(status__in=IN_THE_RUNNING)
    conditions = OfferCondition.objects.filter(offer__status__in=STANDING_OFFERS)
    referees = Referee.objects.filter(application__in=running).exclude(
        reference__status=ReferenceStatus.DECLINED
    )
    verified = referees.filter(reference__status=ReferenceStatus.VERIFIED)
    to_appoint = Decision.objects.filter(
        stage__kind=StageKind.INTERVIEW, is_current=True, outcome=DecisionOutcome.APPOINT
    ).exclude(application__status=ApplicationStatus.WITHDRAWN)
    applications = Application.objects.all()
    seen = CertificateSighting.objects.filter(application__in=running, was_seen=True)
    return vacancy_pages(actor).annotate(
        n_criteria=count_of(VacancyCriterion.objects.all(), "vacancy"),
        n_certificate_criteria=count_of(VacancyCriterion.objects.filter(evidence__contains="C"), "vacancy"),
        n_applications=count_of(applications, "vacancy"),
        n_late=count_of(applications.filter(is_late=True), "vacancy"),
        n_running=count_of(running, "vacancy"),
        n_shortlisted=count_of(list_shortlistings(), "stage__vacancy"),
        n_referees=count_of(referees, "application__vacancy"),
        n_verified=count_of(verified, "application__vacancy"),
        n_seen=count_of(seen, "application__vacancy"),
        n_to_appoint=count_of(to_appoint, "application__vacancy"),
        n_conditions=count_of(conditions, "offer__application__vacancy"),
        n_met=count_of(conditions.filter(status=ConditionStatus.MET), "offer__application__vacancy"),
        offer_status=Coalesce(
            Subquery(
                Offer.objects.filter(application__vacancy=OuterRef("pk")).order_by("-pk").values("status")[:1]
            ),
            Value(""),
        ),
    )


def _facts(vacancy: Vacancy, today: date) -> ChainFacts:
    stages = list(
        Stage.objects.filter(vacancy=vacancy)
        .annotate(n_members=Count("members", filter=Q(members__left_at=None)))
        .order_by("pk")
    )
    counted: Mapping[str, int] = vars(vacancy)
    return ChainFacts(
        status=vacancy.status,
        opens_date=vacancy.opens_date,
        closes_date=vacancy.closes_date,
        today=today,
        criteria=counted["n_criteria"],
        stages={stage.kind: _stage_facts(stage) for stage in stages},
        applications=counted["n_applications"],
        late=counted["n_late"],
        shortlisted=counted["n_shortlisted"],
        references=counted["n_referees"],
        references_verified=counted["n_verified"],
        certificates=counted["n_certificate_criteria"] * counted["n_running"],
        certificates_seen=counted["n_seen"],
        decided_to_appoint=counted["n_to_appoint"],
        offer_status=str(vars(vacancy)["offer_status"]),
        conditions=counted["n_conditions"],
        conditions_met=counted["n_met"],
    )


def _stage_facts(stage: Stage) -> StageFacts:
    waiting: Sequence[str] = ()
    if stage.status == StageStatus.SCORING:
        waiting = [member.name for member in get_progress(stage).members if not member.is_done]
    return StageFacts(stage.status, vars(stage)["n_members"], tuple(waiting))
