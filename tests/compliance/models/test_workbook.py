"""What must never stand among the workbooks under review."""

from typing import Any

import pytest
from django.db import IntegrityError

from compliance.models import WorkbookReading
from core.enums import ScanState
from core.models import Document
from tests.factories.people import NOW, make_school, make_user
from tests.factories.workbooks import make_workbook_reading

pytestmark = pytest.mark.django_db


def settled(status: str) -> dict[str, Any]:
    return {"status": status, "settled_at": NOW, "settled_by": make_user()}


def test_readings_that_may_stand() -> None:
    school = make_school()
    make_workbook_reading(school=school)
    make_workbook_reading(school=school, **settled("imported"))
    make_workbook_reading(school=school, **settled("discarded"))

    assert WorkbookReading.objects.count() == 3


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("workbook_status_known", lambda: settled("read")),
        ("workbook_settled_by_somebody", lambda: {"status": "imported"}),
        ("workbook_settled_by_somebody", lambda: settled("discarded") | {"settled_by": None}),
        ("workbook_settled_by_somebody", lambda: settled("open")),
        ("workbook_discarded_keeps_no_file", lambda: settled("discarded") | {"document": make_document()}),
    ],
)
def test_a_reading_that_cannot_be(constraint: str, fields: Any) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        make_workbook_reading(school=make_school(), **fields())


def make_document() -> Document:
    return Document.objects.create(
        school=make_school(),
        kind="xlsx",
        original_name="record.xlsx",
        size_bytes=1,
        sha256="0" * 64,
        scan_state=ScanState.NOT_SCANNED,
        uploaded_at=NOW,
    )
