"""Rows of checks that the addresses of the sweep are filled in with; what the demonstration lacks is made."""

from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from compliance.models import Check, EarlyStart
from compliance.selectors.retention import list_retention_items
from compliance.services.retention import place_hold, propose_destruction
from compliance.services.workbooks import read_workbook_upload
from core.models import Engagement, School, User
from core.selectors import get_actor

type Samples = dict[tuple[str, str], int | str]

WORKBOOK = Path(__file__).parents[2] / "fixtures" / "documents" / "central-record.xlsx"


def list_samples_of_checks(school: School, by: User) -> Samples:
    """What (the beginning of an address, its argument) stands for, made where the demonstration has none."""
    now, today, actor = timezone.now(), timezone.localdate(), get_actor(by)
    at_work = Engagement.objects.filter(school=school, start_date__lt=today).order_by("pk")[0]
    early_start = EarlyStart.objects.get(ended_at=None)
    reading = read_workbook_upload(
        school_id=school.pk,
        upload=SimpleUploadedFile(WORKBOOK.name, WORKBOOK.read_bytes()),
        as_at=today,
        by=actor,
        now=now,
    )
    hold = place_hold(school_id=school.pk, person_id=at_work.person_id, reason="A claim", by=actor, now=now)
    due = next(item for item in list_retention_items([school.pk], today=today) if item.is_due)
    batch = propose_destruction(
        kind=due.record,
        school_id=school.pk,
        record_keys=[due.record_key],
        by=actor,
        today=today,
        now=now,
    )
    return {
        ("/central-record/workbooks/", "pk"): reading.pk,
        ("/central-record/", "pk"): school.pk,
        ("/central-record/", "engagement_id"): at_work.pk,
        ("/staff/checks/", "pk"): Check.objects.filter(certificate__isnull=False).order_by("pk")[0].pk,
        ("/calendar/", "rule"): "early_start_review",
        ("/calendar/", "record_key"): f"early-start-{early_start.pk}",
        ("/retention/holds/", "pk"): hold.pk,
        ("/retention/destructions/", "pk"): batch.pk,
        ("/early-starts/", "pk"): early_start.pk,
    }
