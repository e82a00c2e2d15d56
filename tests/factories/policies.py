"""Policies to read, their editions and signatures."""

from datetime import date
from typing import Any

from core.models import Person, School
from cpd.models import Policy, PolicySignature, PolicyVersion
from tests.factories.people import NOW, make_school, make_user

BEGUN = date(2026, 9, 1)
READ_BY = date(2026, 9, 30)


def make_policy(*, school: School | None = None, **fields: Any) -> Policy:
    """A policy without an edition."""
    defaults = {
        "title": "Staff code of conduct",
        "basis": "policy",
        "created_at": NOW,
        "created_by": make_user(),
    }
    return Policy.objects.create(school=school or make_school(), **defaults | fields)


def make_version(
    policy: Policy | None = None, *, school: School | None = None, **fields: Any
) -> PolicyVersion:
    """An edition everybody reads, in force since September 2026."""
    policy = policy or make_policy(school=school)
    defaults = {
        "edition": f"Edition {policy.versions.count() + 1}",
        "in_force_from": BEGUN,
        "read_by": READ_BY,
        "text": "Doors stay closed.",
        "published_at": NOW,
        "published_by": policy.created_by,
    }
    return PolicyVersion.objects.create(policy=policy, **defaults | fields)


def make_signature(version: PolicyVersion, person: Person, **fields: Any) -> PolicySignature:
    """Signed on paper, unless the fields say otherwise."""
    defaults = {
        "name": person.full_name,
        "way": "paper",
        "seen_by": "Nia Owen",
        "signed_date": BEGUN,
        "recorded_at": NOW,
        "recorded_by": version.published_by,
    }
    return PolicySignature.objects.create(version=version, person=person, **defaults | fields)
