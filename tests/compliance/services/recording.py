"""Checks written down in tests as the services take them."""

from datetime import date

import pytest

from compliance.domain.categories import CheckType
from compliance.domain.check_entry import CertificateEntry, CheckEntry
from compliance.domain.held_checks import Outcome
from compliance.models import Check
from compliance.services.checks import record_check
from core.domain.errors import DomainError
from core.domain.permissions import Role
from core.models import Engagement
from tests.factories import make_actor, make_school
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW

IDENTITY = CheckEntry(
    CheckType.IDENTITY,
    is_done=True,
    done_date=date(2026, 10, 12),
    outcome=Outcome.CLEAR,
    done_by="Nia Owen",
    evidence_seen="Passport and council-tax bill",
)
CERTIFICATE = CheckEntry(
    CheckType.ENHANCED_DBS,
    is_done=True,
    requested_date=date(2026, 9, 20),
    done_date=date(2026, 10, 14),
    outcome=Outcome.CLEAR,
    done_by="Nia Owen",
    reference_number="0012 3456 7890",
    certificate=CertificateEntry(
        name="Rowan Ashdown", includes_barred_list=True, issued_date=date(2026, 10, 5)
    ),
)


def make_rowan() -> Engagement:
    """Rowan Ashdown, about to start."""
    engagement = make_engagement(school=make_school(), start_date=date(2026, 11, 9))
    engagement.person.given_name, engagement.person.family_name = "Rowan", "Ashdown"
    engagement.person.save()
    return engagement


def record(
    engagement: Engagement, entry: CheckEntry, *, role: Role = Role.HR_OFFICER, **more: object
) -> Check:
    by = make_actor(role, school=engagement.school)
    given = {
        "person_id": engagement.person_id,
        "school_id": engagement.school_id,
        "entry": entry,
        "by": by,
        "now": NOW,
    }
    return record_check(**given | more)


def fault(engagement: Engagement, entry: CheckEntry, **more: object) -> tuple[str, str | None]:
    with pytest.raises(DomainError) as caught:
        record(engagement, entry, **more)
    return caught.value.code, caught.value.field
