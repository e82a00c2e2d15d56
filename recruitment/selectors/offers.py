"""Offers with their conditions, and what an offer would start from."""

from django.db.models import Prefetch, QuerySet

from core.domain.permissions import Actor, Permission
from recruitment.domain.offers import propose_conditions
from recruitment.models import Application, Offer, OfferCondition
from recruitment.selectors.evidence import get_evidence


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


def get_proposed_conditions(application: Application) -> tuple[str, ...]:
    """The conditions to start an offer from, by what is still outstanding for this candidate."""
    evidence = get_evidence(application)
    return propose_conditions(
        references_outstanding=evidence.references_outstanding,
        certificates_outstanding=evidence.certificates_outstanding,
    )
