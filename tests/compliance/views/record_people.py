"""A school whose record holds what must not be shown, for tests that prove it is not."""

import re
from collections.abc import Iterable
from datetime import date

from django.test import Client
from django.urls import reverse

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.models import RightToWorkEvidence
from core.domain.permissions import Role
from core.models import Engagement, School, User
from tests.factories import make_person, make_user
from tests.factories.compliance import make_certificate, make_check, make_engagement

# What stands in the database of one person and may never be seen on the central record.
SECRETS = (
    "Caution for theft in 2011",
    "Epilepsy, controlled",
    "W7K",
    "533380006",
    "12 Mill Lane",
    "rowan@example.org",
    "07700 900123",
    "A shared flat in Lisbon",
)
BIRTH_DATE = date(1988, 2, 29)
NUMBER = "001234567890"


def told_of(secrets: Iterable[str], page: str) -> list[str]:
    """Which of them stand on a page, at the beginning of a word: a page's tokens hold any three letters."""
    return [secret for secret in secrets if re.search(rf"\b{re.escape(secret)}", page)]


def make_telling_engagement(school: School, **fields: object) -> Engagement:
    """Somebody of whom everything is known, with checks whose words say too much."""
    person = make_person(
        given_name="Rowan",
        family_name="Ashdown",
        birth_date=BIRTH_DATE,
        email="rowan@example.org",
        phone="07700 900123",
        address="12 Mill Lane",
    )
    engagement = make_engagement(
        school=school,
        person=person,
        category=WorkerCategory.TEACHER,
        role={"teaching_work": True, "lived_abroad": True, "management_role": False, "governor": False},
        **{"job_title": "Class teacher"} | fields,
    )
    make_check(
        engagement, CheckType.IDENTITY, evidence_seen="Passport 533380006", reference_number="533380006"
    )
    make_certificate(
        engagement,
        outcome="concern",
        note="Caution for theft in 2011",
        evidence_seen="Caution for theft in 2011",
    )
    make_check(engagement, CheckType.MEDICAL_FITNESS, evidence_seen="Epilepsy, controlled")
    make_check(
        engagement, CheckType.OVERSEAS, note="A shared flat in Lisbon", evidence_seen="Certificate, Portugal"
    )
    right = make_check(engagement, CheckType.RIGHT_TO_WORK, reference_number="W7K533380")
    RightToWorkEvidence.objects.create(
        check_record=right,
        route="online",
        document="share_code",
        share_code_ending="W7K",
        permission_end=date(2026, 12, 1),
    )
    return engagement


def sign_in(client: Client, *roles: Role, school: School) -> User:
    user = make_user(*roles, school=school)
    client.force_login(user)
    return user


def address(name: str, school: School, **kwargs: object) -> str:
    return reverse(f"compliance:{name}", kwargs={"pk": school.pk, **kwargs})
