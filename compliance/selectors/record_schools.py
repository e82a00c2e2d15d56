"""Schools whose central record somebody may see, and who looked at it in inspection mode."""

from dataclasses import dataclass
from datetime import date

from django.db.models import FETCH_RAISE, Count, Q, QuerySet

from compliance.models import CentralRecordLook
from core.domain.permissions import Actor, Permission
from core.models import School


@dataclass(frozen=True, slots=True)
class RecordSchool:
    """A school with how many engagements its record holds, and whether checks may be seen in full."""

    school: School
    line_count: int
    may_view_checks: bool


def list_record_schools(actor: Actor, *, search: str, today: date) -> list[RecordSchool]:
    """Schools whose record the actor may see, by name."""
    not_left = Q(engagements__end_date=None) | Q(engagements__end_date__gte=today)
    schools = (
        School.objects.where(actor, Permission.VIEW_CENTRAL_RECORD)
        .select_related("trust")
        .annotate(line_count=Count("engagements", filter=not_left))
        .fetch_mode(FETCH_RAISE)
        .order_by("name", "pk")
    )
    if search:
        schools = schools.filter(Q(name__icontains=search) | Q(town__icontains=search) | Q(urn=search))
    return [
        RecordSchool(school, school.line_count, actor.holds(Permission.VIEW_CHECKS, school.pk))
        for school in schools
    ]


def list_looks(school: School, *, search: str = "") -> QuerySet[CentralRecordLook]:
    """Looks at the record in inspection mode, the latest first."""
    looks = CentralRecordLook.objects.filter(school=school).select_related("looked_by", "engagement__person")
    if search:
        looks = looks.filter(
            Q(looked_by__name__icontains=search)
            | Q(engagement__person__family_name__icontains=search)
            | Q(engagement__person__given_name__icontains=search)
        )
    return looks.fetch_mode(FETCH_RAISE).order_by("-looked_at", "-pk")
