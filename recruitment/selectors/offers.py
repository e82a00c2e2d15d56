"""Offers with their conditions, and what an offer would start from."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from core.domain.permissions import Actor, Permission
from recruitment.domain.offers import propose_conditions
from recruitment.enums import ApplicationStatus, DecisionOutcome, OfferStatus
from recruitment.models import Application, Decision, Offer, OfferCondition, Vacancy
from recruitment.selectors.evidence import get_evidence

STANDING = (OfferStatus.MADE, OfferStatus.ACCEPTED)


def list_offers(actor: Actor) -> QuerySet[Offer]:
    """Offers the actor may see, each with its candidate, vacancy and conditions."""
    conditions = Prefetch(
        "conditions", OfferCondition.objects.select_related("settled_by").order_by("position")
    )
    return (
        Offer.objects.filter(
            application__vacancy__school_id__in=actor.schools_with(Permission.VIEW_APPLICANTS)
        )
        .select_related("application__vacancy__school", "application__person", "made_by", "engagement")
        .prefetch_related(conditions)
    )


@dataclass(frozen=True, slots=True)
class OfferStep:
    """Where a vacancy stands with its offer: the newest one, and who may be made one."""

    offer_id: int | None = None
    application_id: int | None = None


def get_offer_step(vacancy: Vacancy) -> OfferStep:
    """The offer of a vacancy that stands, else the newest, and a candidate to whom one can be made."""
    chosen_once = Decision.objects.filter(application=OuterRef("pk"), outcome=DecisionOutcome.APPOINT)
    concerned = with_offer(vacancy.applications.filter(Exists(chosen_once)))
    rows = list(concerned.order_by("pk").values_list("pk", "offer_pk", "offer_stands", "may_be_offered"))
    offers = [(stands, offer) for _, offer, stands, _ in rows if offer is not None]
    return OfferStep(
        offer_id=max(offers)[1] if offers else None,
        application_id=next((pk for pk, _, _, may_be_offered in rows if may_be_offered), None),
    )


def with_offer(applications: QuerySet[Application]) -> QuerySet[Any]:
    """Applications with ``offer_pk`` (the one that stands, else the newest) and ``may_be_offered``."""
    offers = Offer.objects.filter(application=OuterRef("pk"))
    standing = offers.filter(status__in=STANDING)
    decided = Decision.objects.filter(
        application=OuterRef("pk"), is_current=True, outcome=DecisionOutcome.APPOINT
    )
    newest = offers.order_by("-pk").values("pk")[:1]
    return applications.annotate(
        offer_pk=Coalesce(Subquery(standing.values("pk")[:1]), Subquery(newest)),
        offer_stands=Exists(standing),
        may_be_offered=Exists(decided) & ~Exists(standing) & ~Q(status=ApplicationStatus.WITHDRAWN),
    )


def get_proposed_conditions(application: Application) -> tuple[str, ...]:
    """The conditions to start an offer from, by what is still outstanding for this candidate."""
    evidence = get_evidence(application)
    return propose_conditions(
        references_outstanding=evidence.references_outstanding,
        certificates_outstanding=evidence.certificates_outstanding,
    )
