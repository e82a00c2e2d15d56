"""Central-record workbooks under review."""

from datetime import date
from typing import Any

from compliance.models import WorkbookReading
from core.models import School, User
from tests.factories.people import NOW, make_user

AS_AT = date(2026, 11, 2)


def make_workbook_reading(*, school: School, by: User | None = None, **fields: Any) -> WorkbookReading:
    """A reading being looked through, of a workbook that is not stored."""
    defaults = {
        "source_name": "record.xlsx",
        "as_at": AS_AT,
        "created_at": NOW,
        "created_by": by or make_user(),
        "changed_at": NOW,
    }
    return WorkbookReading.objects.create(school=school, **defaults | fields)
