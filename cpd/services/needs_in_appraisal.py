"""A development need becomes an objective of the person's appraisal."""

from datetime import datetime

from django.db import transaction

from core.domain.errors import DomainError, NotAllowed, require
from core.domain.permissions import Actor
from core.domain.school_time import day_of
from core.services.history import save_with_reason
from cpd.domain.development import NeedKind, NeedStatus, deny_carrying
from cpd.models import DevelopmentNeed
from cpd.selectors.acting import deny_developing
from cpd.selectors.appraisals import find_open_appraisal
from cpd.services.objectives import add_objective


@transaction.atomic
def carry_into_appraisal(*, need_id: int, by: Actor, now: datetime) -> DevelopmentNeed:
    """Add an accepted objective to the person's open appraisal, with the criterion's words as its origin.

    Raises ``DomainError`` where no appraisal is open, and ``NotAllowed`` where the actor may not add to it
    or it holds as many objectives as the school's policy allows.
    """
    need = (
        DevelopmentNeed.objects.select_for_update(of=("self",)).select_related("engagement").get(pk=need_id)
    )
    require(deny_developing(by, need.engagement, today=day_of(now)))
    require(
        deny_carrying(
            kind=NeedKind(need.kind),
            status=NeedStatus(need.status),
            is_carried=need.objective_id is not None,
        )
    )
    appraisal = find_open_appraisal(engagement_id=need.engagement_id)
    if appraisal is None:
        raise DomainError(
            "no_open_appraisal", "No appraisal of this person takes objectives now. Open a cycle first."
        )
    need.objective = add_objective(
        appraisal=appraisal,
        text=need.text,
        origin=need.origin_text or need.get_origin_display(),
        due_date=need.target_date,
        by=by,
        now=now,
    )
    save_with_reason(need, by=by, reason="objective of the appraisal", now=now, update_fields=["objective"])
    return need


def join_appraisal(*, need: DevelopmentNeed, by: Actor, now: datetime) -> bool:
    """Carry a need into the appraisal if that can be done now; otherwise it waits as accepted."""
    try:
        carry_into_appraisal(need_id=need.pk, by=by, now=now)
    except (DomainError, NotAllowed):
        return False
    need.refresh_from_db(fields=["objective"])
    return True
