"""Things with a day: evidence that ends, files kept, early starts."""

from datetime import date, datetime
from typing import Any

from django.core.files.base import ContentFile

from compliance.domain.categories import CheckType
from compliance.domain.reminder_rules import RULES
from compliance.domain.reminders import DueThing
from compliance.models import Check, EarlyStart, RightToWorkEvidence
from core.models import Document, Engagement, School
from tests.factories.compliance import make_check
from tests.factories.people import NOW


def make_document(
    school: School, *, name: str = "scan.pdf", body: bytes = b"%PDF-1.7", **fields: Any
) -> Document:
    """A stored file with its row."""
    defaults = {
        "kind": "pdf",
        "original_name": name,
        "size_bytes": len(body),
        "sha256": "0" * 64,
        "uploaded_at": NOW,
    }
    document = Document(school=school, **defaults | fields)
    document.file.save("upload", ContentFile(body), save=False)
    document.save()
    return document


def make_right_to_work(
    engagement: Engagement,
    *,
    permission_end: date | None = None,
    pvn_date: date | None = None,
    document: Document | None = None,
    **fields: Any,
) -> Check:
    """A right-to-work check of list B, or of list A where nothing ends."""
    check = make_check(engagement, CheckType.RIGHT_TO_WORK, document=document, **fields)
    RightToWorkEvidence.objects.create(
        check_record=check,
        route="online",
        document="evisa_limited",
        permission_end=permission_end,
        pvn_date=pvn_date,
    )
    return check


def make_early_start(engagement: Engagement, review_date: date, *, signed_at: datetime = NOW) -> EarlyStart:
    return EarlyStart.objects.create(
        engagement=engagement,
        supervision_plan="Never alone with children",
        supervisor="Nia Owen",
        risks="Certificate pending",
        signed_at=signed_at,
        signed_by=engagement.created_by,
        review_date=review_date,
    )


def make_thing(school: School, due_date: date, *, rule: str = "right_to_work", **fields: Any) -> DueThing:
    """A day that comes, of no record in particular."""
    defaults: dict[str, Any] = {
        "record_key": "check-1",
        "title": "Check the right to work again",
        "href": f"/calendar/{rule}/check-1/",
        "person_name": "Rowan Ashdown",
        "initials": "R. A.",
    }
    return DueThing(
        rule=RULES[rule],
        school_id=school.pk,
        school_name=school.name,
        due_date=due_date,
        **defaults | fields,
    )
