"""What somebody is to the person whose development they look at, and what they may do there."""

from datetime import date

from core.domain.errors import Denial
from core.domain.permissions import Actor, Permission
from core.models import Engagement
from cpd.domain.development import Reader, deny_deciding_for_oneself
from cpd.selectors.reach import managed_by, own


def find_reader(actor: Actor, engagement: Engagement, *, today: date) -> Reader | None:
    """None for a stranger. Whoever reads about themselves does so as the person, whatever else they are."""
    if own(actor).filter(person_id=engagement.person_id).exists():
        return Reader.PERSON
    if actor.holds(Permission.VIEW_DEVELOPMENT, engagement.school_id):
        return Reader.SCHOOL
    return Reader.MANAGER if managed_by(actor, today=today).filter(pk=engagement.pk).exists() else None


def deny_developing(actor: Actor, engagement: Engagement, *, today: date) -> Denial | None:
    """Whether the actor may decide about somebody's needs, induction, probation and job description.

    Their line manager and whoever records development at the school may; nobody may for themselves.
    """
    reader = find_reader(actor, engagement, today=today)
    if reader == Reader.MANAGER or (
        reader == Reader.SCHOOL and actor.holds(Permission.RECORD_DEVELOPMENT, engagement.school_id)
    ):
        return None
    return deny_deciding_for_oneself(is_own=reader == Reader.PERSON) or Denial(
        "not_permitted", "Only the line manager or HR does this."
    )
