"""What must never stand of roles, early starts, confirmed starts and policies."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError

from compliance.models import (
    CompliancePolicy,
    EarlyStart,
    EarlyStartReview,
    EngagementRole,
    StartConfirmation,
)
from core.models import Engagement
from tests.factories import make_school
from tests.factories.compliance import make_engagement
from tests.factories.dated import make_early_start
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 16)


@pytest.fixture
def engagement() -> Engagement:
    return make_engagement(category=None)


def make_role(engagement: Engagement, **fields: Any) -> EngagementRole:
    return EngagementRole.objects.create(engagement=engagement, **{"category": "teacher"} | fields)


def decided(engagement: Engagement) -> dict[str, Any]:
    return {
        "regulated_activity": True,
        "regulated_activity_basis": "Every day",
        "regulated_activity_decided_at": NOW,
        "regulated_activity_decided_by": engagement.created_by,
    }


def test_a_role_with_or_without_a_decision_is_kept(engagement: Engagement) -> None:
    make_role(engagement, **decided(engagement))
    make_role(make_engagement(category=None))

    assert EngagementRole.objects.count() == 2


def test_a_role_is_of_a_known_category(engagement: Engagement) -> None:
    with pytest.raises(IntegrityError, match="role_category_known"):
        make_role(engagement, category="pirate")


@pytest.mark.parametrize(
    "change",
    [
        {"regulated_activity": None},
        {"regulated_activity_basis": ""},
        {"regulated_activity_decided_at": None},
        {"regulated_activity_decided_by": None},
    ],
)
def test_a_decision_has_somebody_a_moment_and_a_basis(engagement: Engagement, change: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError, match="role_regulated_activity_decided_by_somebody"):
        make_role(engagement, **decided(engagement) | change)


def test_an_engagement_has_one_role(engagement: Engagement) -> None:
    make_role(engagement)
    with pytest.raises(IntegrityError, match="engagement"):
        make_role(engagement)


def test_one_early_start_runs(engagement: Engagement) -> None:
    first = make_early_start(engagement, DAY)
    with pytest.raises(IntegrityError, match=r"early_start_one_running|UNIQUE constraint failed"):
        make_early_start(first.engagement, DAY)


@pytest.mark.parametrize("field", ["supervision_plan", "supervisor", "risks"])
def test_an_early_start_says_how(engagement: Engagement, field: str) -> None:
    early_start = make_early_start(engagement, DAY)
    with pytest.raises(IntegrityError, match="early_start_says_how"):
        EarlyStart.objects.filter(pk=early_start.pk).update(**{field: ""})


@pytest.mark.parametrize("missing", ["ended_at", "ended_by", "end_reason"])
def test_an_early_start_is_ended_by_somebody_for_a_reason(engagement: Engagement, missing: str) -> None:
    early_start = make_early_start(engagement, DAY)
    ended = {"ended_at": NOW, "ended_by": engagement.created_by, "end_reason": "The certificate has arrived"}
    EarlyStart.objects.filter(pk=early_start.pk).update(**ended)
    with pytest.raises(IntegrityError, match="early_start_ended_by_somebody"):
        EarlyStart.objects.filter(pk=early_start.pk).update(
            **{missing: "" if missing == "end_reason" else None}
        )


def test_a_review_says_why(engagement: Engagement) -> None:
    with pytest.raises(IntegrityError, match="early_start_review_says_why"):
        EarlyStartReview.objects.create(
            early_start=make_early_start(engagement, DAY),
            reviewed_at=NOW,
            reviewed_by=engagement.created_by,
            note="",
            next_review_date=DAY,
        )


def test_a_start_is_confirmed_once(engagement: Engagement) -> None:
    fields = {
        "engagement": engagement,
        "started_date": DAY,
        "confirmed_at": NOW,
        "confirmed_by": engagement.created_by,
        "edition": "KCSIE 2025",
    }
    StartConfirmation.objects.create(**fields)
    with pytest.raises(IntegrityError, match="engagement"):
        StartConfirmation.objects.create(**fields)


@pytest.mark.parametrize(
    ("constraint", "field"),
    [
        ("policy_dbs_renewal_at_least_a_month", "dbs_renewal_months"),
        ("policy_review_at_least_a_day", "early_start_review_days"),
        ("policy_soon_at_least_a_day", "expiring_soon_days"),
    ],
)
def test_a_policy_counts_from_one(constraint: str, field: str) -> None:
    CompliancePolicy.objects.create(school=make_school(), **{field: 1})
    with pytest.raises(IntegrityError, match=constraint):
        CompliancePolicy.objects.create(school=make_school(), **{field: 0})


def test_a_school_has_one_policy() -> None:
    school = make_school()
    CompliancePolicy.objects.create(school=school)
    with pytest.raises(IntegrityError, match="school"):
        CompliancePolicy.objects.create(school=school)
