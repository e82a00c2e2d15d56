"""Workbooks under review: the list, and who of them is known already."""

from collections import defaultdict
from datetime import date

from django.db.models import FETCH_RAISE, QuerySet

from compliance.domain.central_record_reading import CentralRecordReading, reading_from_json
from compliance.domain.workbook_choices import WorkbookChoices, choices_from_json
from compliance.domain.workbook_import import Known, PlannedPerson, plan_import
from compliance.models import WorkbookReading
from compliance.selectors.people import list_people_within
from core.domain.permissions import Actor, Permission
from core.domain.schools import SchoolType
from core.models import Engagement


def list_workbook_readings(actor: Actor, *, search: str = "") -> QuerySet[WorkbookReading]:
    """Workbooks of the schools where the actor may bring one in, the latest first, without their contents."""
    found = WorkbookReading.objects.filter(school_id__in=actor.schools_with(Permission.IMPORT_CENTRAL_RECORD))
    for word in search.split():
        found = found.filter(source_name__icontains=word)
    return (
        found.select_related("school", "created_by")
        .defer("reading", "choices", "report")
        .order_by("-created_at", "-pk")
        .fetch_mode(FETCH_RAISE)
    )


def read_out(reading: WorkbookReading) -> tuple[CentralRecordReading, WorkbookChoices]:
    """What was read of a workbook that is still kept, and what a person chose."""
    return reading_from_json(reading.reading), choices_from_json(reading.choices)


def list_known(actor: Actor, *, school_id: int) -> list[Known]:
    """Everybody whom the school or its employer knows of, with their posts at this school; two queries."""
    posts: dict[int, list[tuple[str, date | None]]] = defaultdict(list)
    engagements = Engagement.objects.filter(school_id=school_id).order_by("pk")
    for person_id, title, start in engagements.values_list("person_id", "job_title", "start_date"):
        posts[person_id].append((title, start))
    people = list_people_within(actor).order_by("family_name", "given_name", "pk")
    columns = ("pk", "given_name", "family_name", "former_names", "birth_date")
    return [
        Known(pk, given, family, former, birth, tuple(posts.get(pk, ())))
        for pk, given, family, former, birth in people.values_list(*columns)
    ]


def get_plan(actor: Actor, reading: WorkbookReading) -> list[PlannedPerson]:
    """Every row of a workbook as it would be brought in now. Load ``school`` with the reading."""
    read, choices = read_out(reading)
    return plan_import(
        read,
        choices,
        known=list_known(actor, school_id=reading.school_id),
        school=SchoolType(reading.school.school_type),
        as_at=reading.as_at,
    )
