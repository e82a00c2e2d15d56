from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta

import pytest

from compliance.domain.categories import CheckType
from compliance.models import CompliancePolicy
from compliance.selectors.due_things import count_past_due, list_due_things
from core.models import Engagement, School
from tests.factories.compliance import make_certificate, make_check, make_engagement
from tests.factories.dated import make_document, make_early_start, make_right_to_work
from tests.factories.people import NOW, make_person, make_school, make_trust

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 2)


def found(school: School) -> list[tuple[str, str, date]]:
    things = list_due_things([school.pk], today=TODAY)
    return [(thing.rule.key, thing.record_key, thing.due_date) for thing in things]


@pytest.fixture
def engagement() -> Engagement:
    return make_engagement()


@pytest.mark.parametrize(
    ("ends", "target"),
    [
        (date(2027, 1, 29), date(2027, 1, 29)),  # a Friday
        (date(2027, 1, 31), date(2027, 1, 29)),  # a Sunday
        (date(2027, 3, 29), date(2027, 3, 25)),  # Easter Monday, after Good Friday
    ],
)
def test_right_to_work_is_followed_up_on_the_last_working_day(
    engagement: Engagement, ends: date, target: date
) -> None:
    check = make_right_to_work(engagement, permission_end=ends)

    assert found(engagement.school) == [("right_to_work", f"check-{check.pk}", target)]


def test_verification_notice_is_followed_up_after_six_months(engagement: Engagement) -> None:
    check = make_right_to_work(engagement, pvn_date=date(2026, 8, 31))

    # 28 February 2027 is a Sunday
    assert found(engagement.school) == [("right_to_work", f"check-{check.pk}", date(2027, 2, 26))]


def test_document_without_an_end_is_not_followed_up(engagement: Engagement) -> None:
    make_right_to_work(engagement)

    assert found(engagement.school) == []


def test_superseded_check_is_not_followed_up(engagement: Engagement) -> None:
    make_right_to_work(engagement, permission_end=TODAY, superseded_at=NOW)

    assert found(engagement.school) == []


@pytest.mark.parametrize(("days", "is_listed"), [(-1, False), (0, True), (1, True)])
def test_follow_up_ends_with_the_last_day_of_work(days: int, is_listed: bool) -> None:
    engagement = make_engagement(end_date=TODAY + timedelta(days=days))
    make_right_to_work(engagement, permission_end=date(2027, 1, 29))

    assert ("right_to_work" in {rule for rule, _, _ in found(engagement.school)}) is is_listed


def test_follow_up_stays_where_the_person_works_at_another_school_of_the_trust() -> None:
    trust = make_trust()
    left = make_engagement(school=make_school(trust=trust), end_date=date(2026, 10, 1))
    check = make_right_to_work(left, permission_end=date(2027, 1, 29))
    make_engagement(school=make_school(trust=trust), person=left.person)
    make_engagement(person=make_person())

    assert found(left.school) == [("right_to_work", f"check-{check.pk}", date(2027, 1, 29))]


def test_follow_up_of_a_school_alone_ends_although_the_person_works_at_a_stranger() -> None:
    left = make_engagement(end_date=date(2026, 10, 1))
    make_right_to_work(left, permission_end=date(2027, 1, 29))
    make_engagement(person=left.person)

    assert found(left.school) == []


@pytest.mark.parametrize(("days", "is_listed"), [(-1, False), (0, True), (1, True)])
def test_fixed_term_is_listed_until_its_last_day(days: int, is_listed: bool) -> None:
    engagement = make_engagement(end_date=TODAY + timedelta(days=days))
    expected = [("fixed_term_end", f"engagement-{engagement.pk}", TODAY + timedelta(days=days))]

    assert found(engagement.school) == (expected if is_listed else [])


def test_early_start_is_reviewed_until_it_ends(engagement: Engagement) -> None:
    running = make_early_start(engagement, date(2026, 10, 30))
    ended = make_early_start(make_engagement(school=engagement.school), date(2026, 10, 30))
    ended.ended_at, ended.ended_by, ended.end_reason = NOW, ended.signed_by, "Certificate arrived"
    ended.save()

    assert found(engagement.school) == [
        ("early_start_review", f"early-start-{running.pk}", date(2026, 10, 30))
    ]


@pytest.mark.parametrize(("days", "is_listed"), [(-1, False), (0, True)])
def test_early_start_of_somebody_who_has_left_is_reviewed_no_more(days: int, is_listed: bool) -> None:
    engagement = make_engagement(end_date=TODAY + timedelta(days=days))
    make_early_start(engagement, date(2026, 10, 30))

    reviews = [one for one in found(engagement.school) if one[0] == "early_start_review"]

    assert bool(reviews) is is_listed
    assert count_past_due([engagement.school_id], today=TODAY) == (
        {"early_start_review": 1} if is_listed else {}
    )


@pytest.mark.parametrize(
    ("months", "expected"), [(None, None), (6, date(2027, 2, 10)), (12, date(2027, 8, 10))]
)
def test_dbs_is_renewed_only_where_the_school_says_so(
    engagement: Engagement, months: int | None, expected: date | None
) -> None:
    CompliancePolicy.objects.create(school=engagement.school, dbs_renewal_months=months)
    check = make_certificate(engagement)

    assert found(engagement.school) == ([("dbs_renewal", f"check-{check.pk}", expected)] if expected else [])


def test_day_written_down_goes_before_the_policy(engagement: Engagement) -> None:
    CompliancePolicy.objects.create(school=engagement.school, dbs_renewal_months=6)
    check = make_certificate(engagement, recheck_date=date(2027, 5, 1))

    assert found(engagement.school) == [("recheck", f"check-{check.pk}", date(2027, 5, 1))]


def test_dbs_copy_goes_after_six_months_though_superseded(engagement: Engagement) -> None:
    document = make_document(engagement.school, uploaded_at=datetime(2026, 8, 31, 23, 30, tzinfo=NOW.tzinfo))
    check = make_certificate(engagement, document=document, superseded_at=NOW)

    # half past midnight on 1 September by the school's clock
    assert found(engagement.school) == [("destroy_dbs_copy", f"dbs-copy-{check.pk}", date(2027, 3, 1))]


def test_other_schools_are_left_out(engagement: Engagement) -> None:
    make_right_to_work(engagement, permission_end=date(2027, 1, 29))

    assert found(make_school()) == []


@pytest.mark.parametrize("people", [1, 3])
def test_queries_do_not_grow_with_people(
    people: int, assert_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    school = make_school()
    CompliancePolicy.objects.create(school=school, dbs_renewal_months=12)
    for _ in range(people):
        engagement = make_engagement(school=school, end_date=date(2027, 3, 1))
        make_right_to_work(engagement, permission_end=date(2027, 1, 29))
        make_certificate(engagement, document=make_document(school))
        make_check(engagement, CheckType.S128, recheck_date=date(2027, 2, 1))
        make_early_start(engagement, date(2026, 11, 9))

    with assert_queries(3):
        things = list_due_things([school.pk], today=TODAY)

    assert len(things) == 6 * people


@pytest.mark.parametrize("today", [date(2026, 11, 27) + timedelta(days=ahead) for ahead in range(6)])
def test_count_of_the_past_is_that_of_the_list(today: date) -> None:
    """From a Friday over a weekend, with evidence of both kinds that ends on every day around it."""
    school = make_school()
    for ahead in range(-4, 8):
        day = date(2026, 11, 27) + timedelta(days=ahead)
        engagement = make_engagement(school=school)
        make_right_to_work(engagement, permission_end=day)
        make_check(engagement, CheckType.S128, recheck_date=day)
        make_early_start(engagement, day)
        make_right_to_work(make_engagement(school=school), pvn_date=day - timedelta(days=184))
    make_right_to_work(make_engagement(school=school, end_date=date(2026, 11, 1)), permission_end=TODAY)
    past = [one.rule.key for one in list_due_things([school.pk], today=today) if one.due_date < today]

    assert count_past_due([school.pk], today=today) == {rule: past.count(rule) for rule in set(past)}
    assert len(set(past)) == 3


def test_count_of_the_past_costs_one_query_and_leaves_other_schools_out(
    assert_queries: Callable[..., AbstractContextManager[object]],
) -> None:
    make_early_start(make_engagement(), date(2026, 10, 1))
    school = make_school()

    with assert_queries(1):
        assert count_past_due([school.pk], today=TODAY) == {}
