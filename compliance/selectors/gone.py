"""Who stood in the central record of some schools at a past moment and cannot be told of any more."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from django.db.models import Count

from compliance.domain.record_gone import Gone, add_up
from compliance.enums import DestructionStatus, ErasableRecord
from compliance.models import DestructionItem
from core.domain.school_time import day_of


def list_gone(*, school_ids: Collection[int], at: datetime | None) -> Mapping[int, tuple[Gone, ...]]:
    """By school, those recorded by the moment whose staff records were destroyed after it.

    One query, and none for now: what stands now is whole.
    """
    if at is None:
        return {}
    found: dict[int, list[Gone]] = defaultdict(list)
    items = DestructionItem.objects.filter(
        batch__kind=ErasableRecord.PERSONNEL_FILE,
        batch__status=DestructionStatus.DESTROYED,
        batch__school_id__in=school_ids,
        batch__settled_at__gt=at,
        recorded_at__lte=at,
    )
    settled = items.order_by().values_list("batch__school_id", "batch__settled_at")
    for school_id, settled_at, people in settled.annotate(people=Count("pk")):
        if settled_at is not None:  # of what is settled it is never
            found[school_id].append(Gone(day_of(settled_at), people))
    return {school_id: add_up(some) for school_id, some in found.items()}
