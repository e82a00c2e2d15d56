"""Everything that may be proposed for somebody: what the appointment left, and what final reviews say."""

from datetime import datetime

from django.db import transaction

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor
from core.domain.school_time import day_of
from core.models import Engagement
from cpd.models import Appraisal, DevelopmentNeed
from cpd.selectors.acting import deny_developing
from cpd.selectors.appraisals import list_development_needs
from cpd.selectors.criterion_results import find_application
from cpd.services.needs import propose_needs, propose_review_needs


@transaction.atomic
def gather_needs(*, engagement_id: int, by: Actor, now: datetime) -> list[DevelopmentNeed]:
    """Propose what is not known yet of either; returns the new ones.

    Raises ``DomainError`` where the person neither came through a vacancy nor has a final review.
    """
    engagement = Engagement.objects.get(pk=engagement_id)
    require(deny_developing(by, engagement, today=day_of(now)))
    is_appointed = find_application(engagement) is not None
    reviewed = [
        (appraisal, lines)
        for appraisal in Appraisal.objects.filter(engagement=engagement)
        .select_related("cycle")
        .order_by("pk")
        if (lines := list_development_needs(appraisal))
    ]
    if not is_appointed and not reviewed:
        raise DomainError(
            "nothing_to_go_by",
            "Nothing to go by: no vacancy kept here, and no final review. Add a need by hand.",
        )
    found = propose_needs(engagement_id=engagement_id, by=by, now=now) if is_appointed else []
    for appraisal, lines in reviewed:
        found += propose_review_needs(
            engagement_id=engagement_id,
            review_key=f"appraisal-{appraisal.pk}",
            lines=lines,
            source=f"Final review, {appraisal.cycle.name}",
            by=by,
            now=now,
        )
    return found
