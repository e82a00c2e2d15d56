"""Everybody who works at some schools or is to come: read once for the days of every app."""

from collections.abc import Collection
from datetime import date

from django.db.models import FETCH_RAISE, F, FilteredRelation, Q, QuerySet

from core.models import Engagement


def people_here(school_ids: Collection[int], today: date) -> QuerySet[Engagement]:
    """Engagements that have not ended, by name, with person, role, school and the early start that runs."""
    return (
        Engagement.objects.filter(school_id__in=school_ids)
        .exclude(end_date__lt=today)
        .select_related("person", "role", "school")
        .annotate(
            early_start=FilteredRelation("early_starts", condition=Q(early_starts__ended_at=None)),
            early_start_id=F("early_start__pk"),
            early_start_review=F("early_start__review_date"),
        )
        .order_by("person__family_name", "person__given_name", "pk")
        .fetch_mode(FETCH_RAISE)
    )
