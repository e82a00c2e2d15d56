"""What must never stand of policies, their editions and signatures."""

from typing import Any

import pytest
from django.db import IntegrityError
from django.db.models import ProtectedError

from cpd.models import PolicySignature
from tests.factories import make_person
from tests.factories.people import NOW
from tests.factories.policies import make_policy, make_signature, make_version

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"basis": "rumour"}, "policy_basis_known"),
        ({"withdrawn_at": NOW}, "policy_withdrawn_by_somebody"),
        ({"withdrawal_reason": "Merged"}, "policy_withdrawn_by_somebody"),
    ],
)
def test_a_policy_that_must_not_be(fields: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        make_policy(**fields)


def test_a_title_is_a_schools_once_whatever_its_case() -> None:
    policy = make_policy(title="Code of conduct")
    make_policy(title="Code of conduct")
    with pytest.raises(IntegrityError):
        make_policy(school=policy.school, title="CODE of conduct")


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"text": ""}, "policy_version_can_be_read"),
        ({"in_force_from": "2026-10-01"}, "policy_version_dates_in_order"),
    ],
)
def test_an_edition_that_must_not_be(fields: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        make_version(**fields)


def test_an_edition_is_a_policys_once_whatever_its_case() -> None:
    version = make_version(edition="Fourth")
    make_version(edition="Fourth")
    with pytest.raises(IntegrityError):
        make_version(version.policy, edition="FOURTH")


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"way": "by word"}, "policy_"),
        ({"name": ""}, "policy_signature_has_a_name"),
        ({"seen_by": ""}, "policy_paper_seen_by_somebody"),
        ({"way": "online"}, "policy_paper_seen_by_somebody"),
    ],
)
def test_a_signature_that_must_not_be(fields: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        make_signature(make_version(), make_person(), **fields)


def test_a_version_is_signed_once_by_each() -> None:
    version, person = make_version(), make_person()
    make_signature(version, person)
    make_signature(version, make_person())
    make_signature(make_version(version.policy), person)
    with pytest.raises(IntegrityError):
        make_signature(version, person)


def test_what_is_signed_cannot_be_taken_from_under_its_signature() -> None:
    signature = make_signature(make_version(), make_person())
    for row in (signature.version, signature.person):
        with pytest.raises(ProtectedError):
            row.delete()
    assert PolicySignature.objects.count() == 1
