"""The review page of a short document: opened, and sent back as its form sends it.

The fixtures are taken into a test module by name: ``school, reading, hr = review_form.school, …``.
"""

import re

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from core.models import School
from recruitment.domain.rows import list_kept
from recruitment.models import DocumentReading
from recruitment.selectors.drafts import draft_of
from recruitment.services.readings import start_reading
from tests.factories import make_actor, make_school, make_user
from tests.factories.people import NOW

UPLOAD = "/job-profiles/upload/"
WORDS = """Job title: Midday Supervisor

Person specification
Evidence key: A – Application form, I – Interview, C – Certificate

Criterion\tEssential\tDesirable\tEvidence
Experience of caring for children\tX\t\tA/I
Able to stay calm in a busy playground\tX\t\tI
Paediatric first aid certificate\t\tX\tC
"""


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def reading(school: School) -> DocumentReading:
    return read_again(school, "midday.txt")


@pytest.fixture
def hr(client: Client, school: School) -> Client:
    client.force_login(make_user(Role.HR_OFFICER, school=school))
    return client


def read_again(school: School, name: str) -> DocumentReading:
    """The short document, brought by an HR officer of the school."""
    by = make_actor(Role.HR_OFFICER, school=school)
    return start_reading(school_id=school.pk, by=by, now=NOW, source_name=name, text=WORDS)


def address_of(reading: DocumentReading) -> str:
    return reverse("recruitment:reading-review", args=[reading.pk])


def fields_of(reading: DocumentReading, **changes: object) -> dict[str, object]:
    """Everything the page's form would send for the reading as it stands, with some of it typed over."""
    reading.refresh_from_db()
    draft = draft_of(reading)
    fields: dict[str, object] = {"seen": reading.changed_at.isoformat(), "review_date": "1/9/2099"}
    fields |= {f"profile-{name}": reading.profile[name] for name in ("title", "employer", "grade", "purpose")}
    for row in list_kept(draft.rows):
        fields |= {
            f"row-{row.key}-text": row.text,
            f"row-{row.key}-section": row.section,
            f"row-{row.key}-evidence": list(row.evidence),
        }
        fields |= {f"row-{row.key}-requirement": row.requirement} if row.requirement else {}
        fields |= {f"row-{row.key}-trainable": "1"} if row.is_trainable else {}
    return fields | changes


def texts_of(reading: DocumentReading) -> list[str]:
    reading.refresh_from_db()
    return [row.text for row in list_kept(draft_of(reading).rows)]


def hidden_value(page: str, name: str) -> str:
    """What a hidden control of the page holds."""
    [found] = re.findall(rf'<input type="hidden" name="{name}" value="([^"]*)"', page)
    return found
