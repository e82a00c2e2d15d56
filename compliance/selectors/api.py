"""Reads shaped for the API: rows the actor may see, with all that their JSON names."""

from django.db.models import Exists, OuterRef, QuerySet

from compliance.models import Check
from compliance.selectors.staff import visible_engagements
from core.domain.permissions import Actor, Permission
from core.models import Engagement, Person


def list_people(actor: Actor) -> QuerySet[Person]:
    """People with an engagement at a school whose checks the actor may see, by name."""
    engaged = visible_engagements(actor).filter(person=OuterRef("pk"))
    return Person.objects.filter(Exists(engaged)).order_by("family_name", "given_name", "pk")


def list_engagements(actor: Actor) -> QuerySet[Engagement]:
    """Engagements at those schools with person, school and role, the newest first."""
    return visible_engagements(actor).select_related("person", "school", "role").order_by("-pk")


def list_checks(actor: Actor) -> QuerySet[Check]:
    """Checks made for those schools with what they say of themselves, the newest first."""
    return (
        Check.objects.filter(school_id__in=actor.schools_with(Permission.VIEW_CHECKS))
        .select_related("certificate", "right_to_work", "qualification")
        .order_by("-pk")
    )
