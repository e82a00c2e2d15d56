"""Training that people added to their own record and the school has not answered yet."""

from django.db.models import FETCH_RAISE, QuerySet

from core.domain.permissions import Actor, Permission
from cpd.enums import TrainingOrigin
from cpd.models import Training


def visible_added_training(actor: Actor) -> QuerySet[Training]:
    """Of people at the schools whose development the actor looks after."""
    return Training.objects.standing().filter(
        origin=TrainingOrigin.SELF,
        confirmed_at=None,
        school_id__in=actor.schools_with(Permission.VIEW_DEVELOPMENT),
    )


def list_added_training(actor: Actor) -> list[Training]:
    """What waits for an answer, the longest waiting first; one query."""
    return list(
        visible_added_training(actor)
        .select_related("person", "course", "school", "certificate")
        .order_by("recorded_at", "pk")
        .fetch_mode(FETCH_RAISE)
    )
