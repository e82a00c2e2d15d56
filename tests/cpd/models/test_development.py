"""What must never be stored of needs, induction, probation and job descriptions."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction

from core.models import Engagement
from cpd.models import InductionTemplate, InductionTemplateItem, ProbationDecision
from tests.factories import make_school
from tests.factories.compliance import make_engagement
from tests.factories.development import (
    TODAY,
    make_induction,
    make_job_description_review,
    make_need,
    make_probation,
    make_step,
)
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def engagement() -> Engagement:
    return make_engagement(school=make_school())


def refuses(row: models.Model, **change: Any) -> str:
    """The constraint that a change breaks; empty where it is stored."""
    for name, value in change.items():
        setattr(row, name, value)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("status", "change", "constraint"),
    [
        ("proposed", {"kind": "hobby"}, "development_need_kind_known"),
        ("proposed", {"origin": "rumour"}, "development_need_origin_known"),
        ("proposed", {"text": ""}, "development_need_has_words"),
        ("proposed", {"decided_at": NOW}, "development_need_decided_by_somebody"),
        ("accepted", {"decided_by": None}, "development_need_decided_by_somebody"),
        ("accepted", {"status": "forgotten"}, "development_need_decided_by_somebody"),
        ("accepted", {"reason": "Why not"}, "development_need_dropped_for_a_reason"),
        ("dropped", {"reason": ""}, "development_need_dropped_for_a_reason"),
        ("met", {"evidence": ""}, "development_need_met_with_evidence"),
        ("met", {"met_date": None}, "development_need_met_with_evidence"),
        ("accepted", {"evidence": "Seen"}, "development_need_met_with_evidence"),
    ],
)
def test_a_need_that_cannot_be(
    engagement: Engagement, status: str, change: dict[str, Any], constraint: str
) -> None:
    assert constraint in refuses(make_need(engagement, status), **change)


def test_a_need_comes_once_from_an_origin(engagement: Engagement) -> None:
    make_need(engagement, origin_key="criterion-1")
    other = make_need(engagement, origin_key="criterion-2")
    make_need(make_engagement(school=engagement.school), origin_key="criterion-1")
    assert make_need(engagement).pk
    assert make_need(engagement).pk
    assert refuses(other, origin_key="criterion-1") != ""


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"text": ""}, "development_step_has_words"),
        ({"done_date": TODAY}, "development_step_done_by_somebody"),
        ({"position": 1}, ""),
    ],
)
def test_a_step_that_cannot_be(engagement: Engagement, change: dict[str, Any], constraint: str) -> None:
    need = make_need(engagement, "planned")
    make_step(need, 1)
    found = refuses(make_step(need, 2), **change)
    assert found != ""
    assert constraint in found


@pytest.mark.parametrize(
    "change",
    [
        {"outcome": "done"},
        {"outcome": "not_needed", "settled_date": TODAY, "settled_at": NOW},
        {"reason": "No"},
        {"outcome": "lost"},
        {"position": 2},
    ],
)
def test_an_item_that_cannot_be(engagement: Engagement, change: dict[str, Any]) -> None:
    item = make_induction(engagement).items.get(position=1)
    if "outcome" in change:
        item.settled_by = engagement.created_by if change["outcome"] == "not_needed" else None
    assert refuses(item, **change) != ""


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"kind": "pets"}, "induction_template_kind_known"),
        ({"probation_months": 0}, "induction_template_probation_to_two_years"),
        ({"probation_months": 25}, "induction_template_probation_to_two_years"),
        ({"kind": "teaching"}, ""),
    ],
)
def test_a_list_that_cannot_be(change: dict[str, Any], constraint: str) -> None:
    school = make_school()
    InductionTemplate.objects.create(school=school, kind="teaching")
    found = refuses(InductionTemplate.objects.create(school=school, kind="support"), **change)
    assert found != ""
    assert constraint in found


def test_an_item_of_a_list_has_words_and_a_place_of_its_own() -> None:
    template = InductionTemplate.objects.create(school=make_school(), kind="support")
    for position in (1, 2):
        item = InductionTemplateItem.objects.create(
            template=template, position=position, text="Fire", due_days=0
        )
    assert "induction_template_item_has_words" in refuses(item, text="")
    assert refuses(item, text="Fire", position=1) != ""


def test_probation_ends_after_it_begins(engagement: Engagement) -> None:
    assert "probation_dates_in_order" in refuses(make_probation(engagement), end_date=date(2026, 9, 1))


@pytest.mark.parametrize(
    "change",
    [{"held_date": TODAY}, {"note": "Said much"}, {"held_date": TODAY, "recorded_at": NOW}],
)
def test_a_probation_review_is_held_and_recorded(engagement: Engagement, change: dict[str, Any]) -> None:
    assert "probation_review_held_and_recorded" in refuses(make_probation(engagement).reviews.get(), **change)


def decision(engagement: Engagement, **change: Any) -> ProbationDecision:
    facts: dict[str, Any] = {
        "outcome": "passed",
        "reason": "Reliable",
        "previous_end_date": date(2027, 2, 28),
        "decided_at": NOW,
        "decided_by": engagement.created_by,
    }
    return ProbationDecision(**facts | change)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"reason": ""}, "probation_decision_has_reason"),
        ({"outcome": "extended"}, "probation_extended_to_a_later_day"),
        ({"outcome": "extended", "new_end_date": date(2027, 2, 28)}, "probation_extended_to_a_later_day"),
        ({"new_end_date": date(2027, 3, 1)}, "probation_extended_to_a_later_day"),
        ({"outcome": "forgotten"}, "probation_extended_to_a_later_day"),
    ],
)
def test_a_decision_that_cannot_be(engagement: Engagement, change: dict[str, Any], constraint: str) -> None:
    probation = make_probation(engagement)
    assert constraint in refuses(decision(engagement, probation=probation, **change))


def test_probation_is_decided_once(engagement: Engagement) -> None:
    probation = make_probation(engagement)
    decision(engagement, probation=probation).save()
    assert refuses(decision(engagement, probation=probation, outcome="not_passed")) != ""


@pytest.mark.parametrize(
    "change",
    [
        {"outcome": "unchanged"},
        {"postholder_words": "Nothing"},
        {"outcome": "new_version"},
        {"outcome": "perhaps"},
    ],
)
def test_a_review_of_a_job_description_shows_the_consultation(
    engagement: Engagement, change: dict[str, Any]
) -> None:
    assert refuses(make_job_description_review(engagement), **change) != ""


def test_one_review_of_a_job_description_is_planned_at_a_time(engagement: Engagement) -> None:
    review = make_job_description_review(engagement)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_job_description_review(engagement, review.version)
