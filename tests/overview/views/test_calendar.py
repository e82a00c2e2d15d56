"""The calendar with days of every app: what it costs, whatever there is."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from compliance.domain.categories import CheckType
from compliance.models import CompliancePolicy, LegalHold
from compliance.services.calendar_feed import renew_feed
from core.domain.permissions import Role
from core.models import School, User
from core.selectors import get_actor
from overview.due_things import GATHERERS, gather_due_things
from tests.factories.appraisals import make_appraisal, make_cycle
from tests.factories.compliance import make_certificate, make_check, make_engagement
from tests.factories.dated import make_document, make_early_start, make_right_to_work
from tests.factories.development import make_induction, make_need, make_probation, make_step
from tests.factories.elsa import make_elsa, make_planned
from tests.factories.people import NOW, make_school, make_user
from tests.factories.policies import make_policy, make_version
from tests.factories.recruitment import make_application
from tests.factories.training import make_courses, make_requirement, make_training
from tests.factories.whole_application import make_ended_vacancy

pytestmark = pytest.mark.django_db


def fill(school: School, people: int) -> None:
    """Days of every app, as many of each as there are people."""
    today, courses = timezone.localdate(), make_courses()
    CompliancePolicy.objects.create(school=school, dbs_renewal_months=12)
    cycle, vacancy = make_cycle(school=school), make_ended_vacancy(school=school)
    make_requirement(courses["kcsie_read"], school)
    for number in range(people):
        engagement = make_engagement(school=school, end_date=today + timedelta(days=90))
        make_right_to_work(engagement, permission_end=today + timedelta(days=40))
        make_certificate(engagement, document=make_document(school))
        make_check(engagement, CheckType.S128, recheck_date=today + timedelta(days=9))
        make_early_start(engagement, today + timedelta(days=3))
        make_application(vacancy, status="not_shortlisted")
        make_appraisal(engagement=engagement, cycle=cycle)
        make_induction(engagement)
        make_probation(engagement)
        make_step(make_need(engagement, "planned"))
        make_planned(make_elsa(engagement=engagement), today + timedelta(days=8 + number))
        make_training(engagement, courses["kcsie_read"])
        make_version(make_policy(school=school, title=f"Lone working, part {number + 1}"))
        LegalHold.objects.create(
            school=school,
            person=make_engagement(school=school).person,
            reason="Claim at a tribunal",
            placed_at=NOW,
            placed_by=engagement.created_by,
        )


@pytest.fixture
def hr(client: Client) -> User:
    school = make_school()
    user = make_user(Role.HR_OFFICER, school=school)
    client.force_login(user)
    return user


def school_of(user: User) -> School:
    school = user.roles.get().school
    assert school is not None
    return school


@pytest.mark.parametrize("people", [1, 3])
@pytest.mark.parametrize("name", ["calendar", "monday-list"])
def test_pages_cost_the_same_with_days_of_every_app(
    client: Client,
    hr: User,
    people: int,
    name: str,
    assert_queries: Callable[..., AbstractContextManager[object]],
) -> None:
    fill(school_of(hr), people)

    with assert_queries(12):
        assert client.get(reverse(f"compliance:{name}")).status_code == HTTPStatus.OK


@pytest.mark.parametrize("people", [1, 3])
def test_feed_costs_the_same_with_days_of_every_app(
    client: Client, hr: User, people: int, assert_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    fill(school_of(hr), people)
    address = reverse(
        "compliance:calendar-file", args=[renew_feed(shows_names=False, by=get_actor(hr), now=NOW)]
    )

    with assert_queries(10):
        assert client.get(address).status_code == HTTPStatus.OK


def test_every_day_has_a_page_that_costs_no_more(
    client: Client, hr: User, assert_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    fill(school_of(hr), 2)
    things = gather_due_things([school_of(hr).pk], today=timezone.localdate())
    one_of_each = {thing.rule.key: thing for thing in things}

    for thing in one_of_each.values():
        with assert_queries(9):
            address = reverse("compliance:due-thing", args=[thing.rule.key, thing.record_key])
            assert client.get(address).status_code == HTTPStatus.OK
    # The test is worth something only where every app has brought something.
    assert all(set(one.rules) & set(one_of_each) for one in GATHERERS)
