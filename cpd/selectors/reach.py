"""Whose development somebody may look at: everybody's of a school, their team's, their own."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from core.domain.permissions import Actor, Permission
from core.models import Engagement
from cpd.models import LineManagement


def managed_by(actor: Actor, *, today: date) -> QuerySet[Engagement]:
    """Engagements whose line manager the actor is on that day, at schools where they hold that role."""
    managing = LineManagement.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=today),
        engagement=OuterRef("pk"),
        manager_id=actor.user_id,
        valid_from__lte=today,
    )
    return Engagement.objects.filter(
        Exists(managing), school_id__in=actor.schools_with(Permission.MANAGE_TEAM)
    )


def own(actor: Actor) -> QuerySet[Engagement]:
    """The actor's own engagements."""
    if actor.user_id is None:
        return Engagement.objects.none()
    return Engagement.objects.filter(
        person__user_id=actor.user_id, school_id__in=actor.schools_with(Permission.KEEP_OWN_RECORD)
    )


def within_reach(actor: Actor, *, today: date) -> QuerySet[Engagement]:
    """Everybody whose development the actor may look at. Whoever is not in it is a stranger: 404."""
    schools = actor.schools_with(Permission.VIEW_DEVELOPMENT)
    return Engagement.objects.filter(
        Q(school_id__in=schools)
        | Q(pk__in=managed_by(actor, today=today).values("pk"))
        | Q(pk__in=own(actor).values("pk"))
    )


def list_people_within_reach(actor: Actor, *, today: date) -> list[Engagement]:
    """Those of them who are here on that day, by name."""
    present = within_reach(actor, today=today).filter(
        Q(end_date=None) | Q(end_date__gte=today), start_date__lte=today
    )
    by_name = present.select_related("person", "school").order_by(
        "person__family_name", "person__given_name", "pk"
    )
    return list(by_name)
