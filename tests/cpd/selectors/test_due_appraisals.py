"""The days of appraisals in the calendar: one a state, the head's later, none of whom has left."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest

from core.models import School
from cpd.models import Appeal, Appraisal
from cpd.selectors.due_appraisals import list_due_appraisals
from overview.due_things import gather_due_things
from tests.factories import make_school
from tests.factories.appraisals import make_appraisal, make_cycle
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 2)


@pytest.fixture
def school() -> School:
    return make_school()


def due(school: School, **more: object) -> list[tuple[str, date]]:
    found = list_due_appraisals([school.pk], today=TODAY, **more)  # type: ignore[arg-type]
    return [(one.rule.key, one.due_date) for one in found]


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("planned", [("appraisal_objectives", date(2026, 10, 31))]),
        ("objectives_agreed", [("appraisal_mid_year", date(2027, 3, 31))]),
        ("mid_year_reviewed", [("appraisal_final", date(2027, 10, 31))]),
        ("final_drafted", [("appraisal_final", date(2027, 10, 31))]),
        ("signed", []),
        ("closed", []),
        ("suspended", []),
    ],
)
def test_each_state_has_its_day(school: School, state: str, expected: list[tuple[str, date]]) -> None:
    make_appraisal(school=school, state=state)
    make_appraisal(state=state)
    assert due(school) == expected


def test_the_heads_days_are_later(school: School) -> None:
    cycle = make_cycle(school=school, kind="teachers", head_objectives_by_date=date(2026, 12, 31))
    make_appraisal(school=school, cycle=cycle, is_headteacher=True)
    make_appraisal(school=school, cycle=cycle)
    assert [day for _, day in due(school)] == [date(2026, 10, 31), date(2026, 12, 31)]


def test_an_appeal_is_decided_within_the_days_of_the_policy(school: School) -> None:
    appraisal = make_appraisal(school=school, state="appealed")
    Appeal.objects.create(appraisal=appraisal, reason="x", made_at=NOW, made_by=appraisal.appraiser)
    assert due(school) == [("appraisal_appeal", date(2026, 11, 16))]


@pytest.mark.parametrize(("days", "number"), [(0, 1), (-1, 0)])
def test_whoever_has_left_waits_for_nothing(school: School, days: int, number: int) -> None:
    appraisal = make_appraisal(school=school)
    appraisal.engagement.end_date = TODAY + timedelta(days=days)
    appraisal.engagement.save(update_fields=["end_date"])
    assert len(due(school)) == number


@pytest.mark.parametrize(("days", "number"), [(149, 1), (148, 0)])
def test_only_what_comes_within_the_days_is_listed(school: School, days: int, number: int) -> None:
    make_appraisal(school=school, state="objectives_agreed")
    assert len(due(school, days_ahead=days)) == number


@pytest.mark.parametrize("number", [1, 3])
def test_gathering_asks_once(
    school: School, number: int, assert_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    for _ in range(number):
        make_appraisal(school=school)
    with assert_queries(1):
        found = list_due_appraisals([school.pk], today=TODAY)
    assert [one.record_key for one in found] == [
        f"appraisal-{one.pk}" for one in Appraisal.objects.order_by("engagement__person__family_name")
    ]


def test_the_one_calendar_shows_it(school: School) -> None:
    make_appraisal(school=school)
    keys = [one.rule.key for one in gather_due_things([school.pk], today=TODAY)]
    assert keys == ["appraisal_objectives"]
