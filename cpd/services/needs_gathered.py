"""Everything that may be proposed for somebody: what the appointment left, and what final reviews say."""

from datetime import datetime

from django.db import transaction

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor
from core.domain.school_time import day_of
from core.models import Engagement
from cpd.models import DevelopmentNeed
from cpd.selectors.acting import deny_developing
from cpd.selectors.appraisal_reading import finished_reviews
from cpd.selectors.appraisals import lines_of
from cpd.selectors.criterion_results import find_application
from cpd.services.needs import propose_needs, propose_review_needs


@transaction.atomic
def gather_needs(*, engagement_id: int, by: Actor, now: datetime) -> list[DevelopmentNeed]:
    """Propose what is not known yet of either; returns the new ones.

    A final review says something once it is signed, to whoever may read it. Raises ``DomainError`` where the
    person neither came through a vacancy nor has such a review.
    """
    engagement = Engagement.objects.get(pk=engagement_id)
    require(deny_developing(by, engagement, today=day_of(now)))
    is_appointed = find_application(engagement) is not None
    finished = finished_reviews(by).filter(appraisal__engagement=engagement)
    reviewed = list(finished.select_related("appraisal__cycle").order_by("appraisal_id"))
    if not is_appointed and not reviewed:
        raise DomainError(
            "nothing_to_go_by",
            "Nothing to go by: no vacancy kept here, and no final review. Add a need by hand.",
        )
    found = propose_needs(engagement_id=engagement_id, by=by, now=now) if is_appointed else []
    for review in reviewed:
        found += propose_review_needs(
            engagement_id=engagement_id,
            review_key=f"appraisal-{review.appraisal_id}",
            lines=lines_of(review.development_needs),
            source=f"Final review, {review.appraisal.cycle.name}",
            by=by,
            now=now,
        )
    return found
