"""Somebody goes into induction or a capability procedure, and comes out of it again."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from core.domain.errors import DomainError, NotAllowed, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.models import Engagement
from core.services.history import save_with_reason
from cpd.domain.appraisal import GROUND_LABELS, Ground, check_exclusion_start
from cpd.domain.appraisal_states import RUNNING, Event, Part, State
from cpd.models import Appraisal, AppraisalEvent, AppraisalExclusion
from cpd.selectors.appraisal_reading import part_of
from cpd.services.appraisal_moves import move_appraisal


@transaction.atomic
def record_exclusion(
    *, engagement_id: int, ground: Ground, valid_from: date, by: Actor, now: datetime
) -> AppraisalExclusion:
    """Write down that somebody is out of appraisal from a day on; their running appraisals are suspended.

    By the head or HR, never about oneself. Raises ``DomainError`` for a day that cannot be
    (``check_exclusion_start``) and for what is on record already.
    """
    engagement = _lock_engagement(engagement_id, by)
    check_exclusion_start(
        valid_from, today=day_of(now), first_day=engagement.start_date, last_day=engagement.end_date
    )
    running = AppraisalExclusion.objects.filter(engagement=engagement, valid_until=None)
    if running.filter(ground=ground.value).exists():
        raise DomainError("on_record", "This is on record already and has not ended.", "ground")
    exclusion = AppraisalExclusion(
        engagement=engagement,
        ground=ground.value,
        valid_from=valid_from,
        recorded_at=now,
        recorded_by_id=by.acting_id,
    )
    save_with_reason(exclusion, by=by, reason="recorded", now=now)
    under_way = [state.value for state in RUNNING]
    for appraisal in _appraisals_of(engagement).filter(state__in=under_way):
        _move(appraisal, Event.SUSPENDED, GROUND_LABELS[ground], by=by, now=now)
    return exclusion


@transaction.atomic
def end_exclusion(*, exclusion_id: int, valid_until: date, by: Actor, now: datetime) -> AppraisalExclusion:
    """Write down its last day; appraisals are taken up again where they stood, unless another ground runs.

    What somebody suspended for a reason of its own, such as a long absence, stays so.
    """
    exclusion = AppraisalExclusion.objects.select_for_update().get(pk=exclusion_id)
    engagement = _lock_engagement(exclusion.engagement_id, by)
    if exclusion.valid_until is not None:
        raise DomainError("ended_already", "This has ended already.")
    if not exclusion.valid_from <= valid_until <= day_of(now):
        raise DomainError(
            "date_impossible", "The last day lies between the first day and today.", "valid_until"
        )
    exclusion.valid_until = valid_until
    save_with_reason(exclusion, by=by, reason="ended", update_fields=["valid_until"], now=now)
    if not AppraisalExclusion.objects.filter(engagement=engagement, valid_until=None).exists():
        ended = f"{GROUND_LABELS[Ground(exclusion.ground)]} has ended"
        for appraisal in _list_suspended_by_rule(engagement):
            _move(appraisal, Event.RESUMED, ended, by=by, now=now, resumed_to=appraisal.resumes_as)
    return exclusion


def _list_suspended_by_rule(engagement: Engagement) -> list[Appraisal]:
    """Those whose last suspension came with an exclusion: both were written down at one moment."""
    exclusions = AppraisalExclusion.objects.filter(engagement=engagement)
    recorded = set(exclusions.values_list("recorded_at", flat=True))
    suspended = _appraisals_of(engagement).filter(state=State.SUSPENDED.value)
    return [one for one in suspended if _suspended_at(one) in recorded]


def _suspended_at(appraisal: Appraisal) -> datetime | None:
    events = AppraisalEvent.objects.filter(appraisal=appraisal, kind=Event.SUSPENDED.value)
    return events.order_by("-at", "-pk").values_list("at", flat=True).first()


def _lock_engagement(engagement_id: int, by: Actor) -> Engagement:
    engagement = (
        Engagement.objects.select_for_update(of=("self",)).select_related("person").get(pk=engagement_id)
    )
    require(deny_role(by, Permission.RECORD_DEVELOPMENT, engagement.school_id))
    if engagement.person.user_id == by.user_id:
        raise NotAllowed("about_oneself", "Somebody else writes this down about you.")
    return engagement


def _appraisals_of(engagement: Engagement) -> QuerySet[Appraisal]:
    return (
        Appraisal.objects.filter(engagement=engagement)
        .select_for_update(of=("self",))
        .select_related("engagement__person")
        .order_by("pk")
    )


def _move(
    appraisal: Appraisal, event: Event, reason: str, *, by: Actor, now: datetime, resumed_to: str = ""
) -> None:
    """Where the head appraises somebody themselves, it is still the rule that moves it, in their name."""
    part = part_of(by, appraisal)
    if part is Part.APPRAISER:
        part = Part.HR
    if part is None:
        raise NotAllowed("no_part", "This appraisal is between other people.")
    move_appraisal(
        appraisal=appraisal, event=event, part=part, by=by, now=now, reason=reason, resumed_to=resumed_to
    )
