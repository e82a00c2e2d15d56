"""What somebody is to an appraisal, and what of it they may read, filtered in the query.

Four parts have a reach of their own: whose appraisal it is, who is named in it as appraiser, the head, HR. A
line manager who is not the appraiser is a stranger to it, and so is everybody else.
"""

from collections.abc import Mapping

from django.db.models import Q, QuerySet

from core.domain.permissions import Actor, Permission
from cpd.domain.appraisal import Phase
from cpd.domain.appraisal_states import FINISHED, Part
from cpd.domain.appraisal_visibility import Reading, Side, states_read
from cpd.models import Appraisal, ReviewSide

# What somebody needs at the school to have a part. Of several parts the first counts: nobody moderates
# themselves, and whoever appraises does not moderate.
PART_PERMISSIONS: Mapping[Part, Permission] = {
    Part.APPRAISEE: Permission.KEEP_OWN_RECORD,
    Part.APPRAISER: Permission.MANAGE_TEAM,
    Part.MODERATOR: Permission.MODERATE_APPRAISALS,
    Part.HR: Permission.VIEW_DEVELOPMENT,
}


def part_of(actor: Actor, appraisal: Appraisal) -> Part | None:
    """What the actor is to an appraisal; it comes with its engagement and person."""
    engagement = appraisal.engagement
    held = actor.permissions_at(engagement.school_id)
    if actor.user_id is None:
        return None
    if engagement.person.user_id == actor.user_id:
        return Part.APPRAISEE if PART_PERMISSIONS[Part.APPRAISEE] in held else None
    if appraisal.appraiser_id == actor.user_id and PART_PERMISSIONS[Part.APPRAISER] in held:
        return Part.APPRAISER
    return next((part for part in (Part.MODERATOR, Part.HR) if PART_PERMISSIONS[part] in held), None)


def has_part(actor: Actor, part: Part, *, path: str = "") -> Q:
    """The same as a condition on appraisals, or on rows that reach theirs by ``path`` (``appraisal__``)."""
    if actor.user_id is None:
        return Q(pk__in=[])
    schools = {one: actor.schools_with(permission) for one, permission in PART_PERMISSIONS.items()}
    school = f"{path}engagement__school_id__in"
    own = Q(**{f"{path}engagement__person__user_id": actor.user_id})
    named = Q(**{f"{path}appraiser_id": actor.user_id, school: schools[Part.APPRAISER]})
    if part is Part.APPRAISEE:
        return own & Q(**{school: schools[part]})
    if part is Part.APPRAISER:
        return named & ~own
    if part is Part.MODERATOR:
        return Q(**{school: schools[part]}) & ~own & ~named
    return Q(**{school: schools[part] - schools[Part.MODERATOR]}) & ~own & ~named


def visible_appraisals(actor: Actor) -> QuerySet[Appraisal]:
    """Those the actor has any part in. Whatever is not in it is not there: 404."""
    found = Q(pk__in=[])
    for part in Part:
        found |= has_part(actor, part)
    return Appraisal.objects.filter(found)


def visible_sides(actor: Actor) -> QuerySet[ReviewSide]:
    """The sides of reviews the actor may read, by the table of ``cpd.domain.appraisal_visibility``."""
    found = Q(pk__in=[])
    for part in Part:
        found |= has_part(actor, part, path="appraisal__") & _readable(part)
    return ReviewSide.objects.filter(found)


def finished_reviews(actor: Actor) -> QuerySet[ReviewSide]:
    """Final reviews that have been signed, of those the actor may read, where they leave something to learn.

    Before that a review may still be sent back, and nobody else takes anything from it.
    """
    return (
        visible_sides(actor)
        .filter(
            phase=Phase.FINAL.value,
            side=Side.MANAGER.value,
            shared_at__isnull=False,
            appraisal__state__in=[state.value for state in FINISHED],
        )
        .exclude(development_needs="")
    )


def _readable(part: Part) -> Q:
    """Which sides the part reads: drafts too where the table says everything, else once shared."""
    found = Q(pk__in=[])
    for side in Side:
        everything, shared = (
            Q(side=side.value, appraisal__state__in=list(states_read(part, side, reading)))
            for reading in (Reading.EVERYTHING, Reading.SHARED)
        )
        found |= everything | (shared & Q(shared_at__isnull=False))
    return found
