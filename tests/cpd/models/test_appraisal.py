"""What must never stand in the tables of appraisal, whoever writes to them."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError

from cpd.models import Appeal, Appraisal, AppraisalExclusion, AppraisalPolicy, AppraisalTemplate
from tests.factories import make_school
from tests.factories.appraisals import make_appraisal, make_cycle, make_objective, make_side
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"kind": "governors"}, "appraisal_cycle_kind_known"),
        ({"last_date": date(2026, 9, 1)}, "appraisal_cycle_dates_in_order"),
        ({"objectives_by_date": date(2026, 8, 31)}, "appraisal_cycle_dates_in_order"),
        ({"mid_year_by_date": date(2026, 10, 30)}, "appraisal_cycle_dates_in_order"),
        ({"final_by_date": date(2027, 3, 30)}, "appraisal_cycle_dates_in_order"),
    ],
)
def test_impossible_cycle_is_refused(fields: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        make_cycle(**fields)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"state": "lost"}, "appraisal_state_known"),
        ({"state": "suspended", "resumes_as": ""}, "appraisal_suspended_knows_where_it_stood"),
        ({"state": "suspended", "resumes_as": "closed"}, "appraisal_suspended_knows_where_it_stood"),
        ({"state": "planned", "resumes_as": "planned"}, "appraisal_suspended_knows_where_it_stood"),
    ],
)
def test_impossible_appraisal_is_refused(fields: dict[str, Any], constraint: str) -> None:
    appraisal = make_appraisal()
    with pytest.raises(IntegrityError, match=constraint):
        Appraisal.objects.filter(pk=appraisal.pk).update(**fields)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"phase": "autumn"}, "review_side_phase_known"),
        ({"side": "hr"}, "review_side_side_known"),
        ({"overall_rating": "good"}, "review_side_rating_known"),
        ({"side": "self", "overall_rating": "met"}, "review_side_rated_by_the_appraiser_at_the_end"),
        ({"phase": "mid_year", "development_needs": "x"}, "review_side_rated_by_the_appraiser_at_the_end"),
        ({"shared_at": NOW}, "review_side_shared_by_somebody"),
        ({"is_shared": True, "overall_rating": "unrated"}, "review_side_unrated_says_why"),
    ],
)
def test_impossible_side_is_refused(fields: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        make_side(make_appraisal(), **fields)


def test_a_side_and_an_objective_stand_once() -> None:
    appraisal = make_appraisal()
    make_side(appraisal)
    with pytest.raises(IntegrityError):
        make_side(appraisal)


def test_a_person_is_once_in_a_cycle() -> None:
    appraisal = make_appraisal()
    with pytest.raises(IntegrityError):
        make_appraisal(engagement=appraisal.engagement, cycle=appraisal.cycle)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [({"text": ""}, "objective_says_what")],
)
def test_impossible_objective_is_refused(fields: dict[str, Any], constraint: str) -> None:
    objective = make_objective(make_appraisal())
    with pytest.raises(IntegrityError, match=constraint):
        type(objective).objects.filter(pk=objective.pk).update(**fields)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"reason": ""}, "appeal_says_why"),
        ({"outcome": "upheld"}, "appeal_decided_by_somebody_with_a_reason"),
        ({"decided_at": NOW}, "appeal_decided_by_somebody_with_a_reason"),
        ({"outcome": "perhaps"}, "appeal_"),
    ],
)
def test_impossible_appeal_is_refused(fields: dict[str, Any], constraint: str) -> None:
    appraisal = make_appraisal()
    given = {"appraisal": appraisal, "reason": "x", "made_at": NOW, "made_by": appraisal.appraiser}
    with pytest.raises(IntegrityError, match=constraint):
        Appeal.objects.create(**given | fields)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"ground": "bored"}, "appraisal_exclusion_ground_known"),
        ({"valid_until": date(2026, 8, 31)}, "appraisal_exclusion_dates_in_order"),
    ],
)
def test_impossible_exclusion_is_refused(fields: dict[str, Any], constraint: str) -> None:
    appraisal = make_appraisal()
    given: dict[str, Any] = {
        "engagement": appraisal.engagement,
        "ground": "capability",
        "valid_from": date(2026, 9, 1),
        "recorded_at": NOW,
        "recorded_by": appraisal.appraiser,
    }
    with pytest.raises(IntegrityError, match=constraint):
        AppraisalExclusion.objects.create(**given | fields)


@pytest.mark.parametrize("name", ["most_objectives", "appeal_working_days", "term_weeks"])
def test_policy_numbers_are_at_least_one(name: str) -> None:
    with pytest.raises(IntegrityError, match="appraisal_policy_numbers_at_least_one"):
        AppraisalPolicy.objects.create(school=make_school(), **{name: 0})


def test_template_is_of_a_known_kind() -> None:
    with pytest.raises(IntegrityError, match="appraisal_template_kind_known"):
        AppraisalTemplate.objects.create(school=make_school(), name="x", kind="governors")
